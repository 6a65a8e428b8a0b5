"""The trackers that there are, in the order in which a file is shown to them."""

from __future__ import annotations

from givequest.importers.trackers.beaverhabits import BEAVERHABITS
from givequest.importers.trackers.habitica import HABITICA
from givequest.importers.trackers.habittrove import HABITTROVE
from givequest.importers.trackers.harsh import HARSH
from givequest.importers.trackers.jrnl import JRNL_JSON, JRNL_TEXT
from givequest.importers.trackers.loop_database import LOOP_DATABASE
from givequest.importers.trackers.tracker import TrackerImporter

TRACKERS: tuple[TrackerImporter, ...] = (
    LOOP_DATABASE, HABITICA, BEAVERHABITS, HABITTROVE, JRNL_JSON, JRNL_TEXT, HARSH,
)  # fmt: skip
