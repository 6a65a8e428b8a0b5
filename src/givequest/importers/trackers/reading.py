"""The way in: the history in a file, a folder or a zip of another tracker."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from givequest.domain.trackers.imported import ImportedHistory
from givequest.errors import GivequestError
from givequest.importers.book_builder import shortened
from givequest.importers.files.containers import Unreadable, newest_first, read_within
from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Columns
from givequest.importers.files.zips import is_zip, members_of
from givequest.importers.registry import HEADERS, IMPORTERS
from givequest.importers.trackers.harsh import LOG, PLACEHOLDER
from givequest.importers.trackers.history_builder import HistoryBuilder, Progress, no_progress
from givequest.importers.trackers.jrnl import is_encrypted
from givequest.importers.trackers.loop_rules import SOURCE, TITLE
from givequest.importers.trackers.loop_zip import find_habits, read_loop_files
from givequest.importers.trackers.registry import TRACKERS

KNOWN = "It reads what Loop, harsh, jrnl, Habitica, Beaver Habits and HabitTrove export."
_LONGEST_PLACE = 80
_DEEPEST = 1
"""Folders below the one that is named: Loop's has one for each habit."""


class NotAHistory(GivequestError):
    """A file is of no tracker that is known; the sentence says so."""


def read_history(path: str, progress: Progress = no_progress) -> ImportedHistory:
    """Return the history that is in a file, a folder or a zip; nothing is saved.

    Args:
        path: Where it is.
        progress: Called now and then with how much of how much is read. What it raises ends the reading.

    Raises:
        NotAHistory: No tracker that is known has written it.
        GivequestError: It cannot be used; the sentence says why, and what to bring instead.

    """
    place = shortened(os.path.basename(os.path.abspath(path)), _LONGEST_PLACE) or path
    files = list(_files_at(path, place))
    if find_habits(files) is not None:
        builder = HistoryBuilder(place, progress)
        read_loop_files(files, builder)
        return builder.build(SOURCE, TITLE)
    refused: GivequestError | None = None
    for file in files:
        builder = HistoryBuilder(file.name, progress)
        for tracker in TRACKERS:
            if tracker.fits(file):
                tracker.read(file, builder)
                return builder.build(tracker.source, tracker.title)
        refused = refused or _refusal(file)
    raise refused or NotAHistory(f"{place} isn't a history givequest can read. {KNOWN}")


def _files_at(path: str, place: str) -> Iterator[Content]:
    """Yield what is at a path, each called by its path below it. Raises `GivequestError`."""
    if os.path.isdir(path):
        log = os.path.join(path, LOG)
        if os.path.isfile(log):
            yield _content(LOG, LOG, read_within(log))
        elif os.path.exists(os.path.join(path, PLACEHOLDER)):
            raise GivequestError(f"{place} has its log still in iCloud; open it once, so that it comes down.")
        for each in newest_first(path, _DEEPEST):
            name = os.path.relpath(each, path)
            with suppress(Unreadable):  # whatever else lies in a folder need not be told
                yield _content(name, name.replace(os.sep, "/"), read_within(each))
    elif not os.path.exists(path):
        raise GivequestError(f"No such file: {path}. Check the name.")
    elif os.path.isfile(path) and is_zip(path):
        for member, found in members_of(path):
            if isinstance(found, str):
                raise GivequestError(f"{shortened(member, _LONGEST_PLACE)} in {place} {found}")
            yield _content(f"{member} in {place}", member, found)
    else:
        yield _content(place, place, read_within(path))


def _content(name: str, file_name: str, data: bytes) -> Content:
    return Content(shortened(name, _LONGEST_PLACE), file_name, data, HEADERS)


def _is_habitica_csv(columns: Columns) -> bool:
    return {"task name", "task type", "value"} <= columns.keys()


def _refusal(file: Content) -> GivequestError | None:
    """Return why a file that is known is not taken; None where it is not known."""
    if is_encrypted(file):
        return GivequestError(f"{file.name} is an encrypted journal; 'jrnl --export json' writes one to bring.")
    if file.table is not None and _is_habitica_csv(file.table.columns):
        return GivequestError(
            f"{file.name} has a row for each day, done or not, so nothing tells which; bring Habitica's userdata.json."
        )
    if (book := next((each for each in IMPORTERS if each.fits(file)), None)) is not None:
        return GivequestError(f"{file.name} is an address book ({book.title}); 'givequest people import' reads it.")
    return None
