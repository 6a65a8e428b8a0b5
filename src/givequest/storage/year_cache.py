"""Checkpoints: the state at each New Year, so that old years need not be read again.

They live in the cache: deleted, foreign or out of date, they are simply made anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from givequest.cache import write_cache

if TYPE_CHECKING:
    from givequest.domain.progress.state import ProgressState
    from givequest.storage.files.atomic_files import Signature

VERSION = 3
"""To be raised when a state comes to hold something else."""

Stamp = Mapping[int, "Signature | None"]
"""What the files of a year and all years before it looked like."""


class Checkpoints:
    """The states at the ends of past years, a file each."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def load(self, year: int, fingerprint: str, stamp: Stamp) -> ProgressState | None:
        """Return the state at the end of a year, if it was made by these rules from these files."""
        try:
            with open(self._path(year), "rb") as file:
                document = json.loads(file.read())
            if document["made_from"] != _made_from(fingerprint, stamp):
                return None
            return _read_state(document["state"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def save(self, year: int, fingerprint: str, stamp: Stamp, state: ProgressState) -> None:
        """Keep a state; a disk that refuses costs time at the next launch, and nothing else."""
        document = {"made_from": _made_from(fingerprint, stamp), "state": _write_state(state)}
        write_cache(self._path(year), json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"))

    def _path(self, year: int) -> str:
        return os.path.join(self._folder, f"{year:04}.json")


def _made_from(fingerprint: str, stamp: Stamp) -> list[Any]:
    files = [[year, *(signature or ())] for year, signature in sorted(stamp.items())]
    return [VERSION, fingerprint, files]


def _write_state(state: ProgressState) -> dict[str, Any]:
    return {
        "day": state.day,
        "series": {name: list(streak) for name, streak in state.series.items()},
        "xp": state.xp,
        "kinds_done": sorted(state.kinds_done),
        "last_giving": state.last_giving,
        "last_comeback": state.last_comeback,
        "people": state.people,
        "shown": state.deals.shown,
        "done": state.deals.done,
        "last_lighter": state.deals.last_lighter,
        "gave": state.deals.gave,
        "calm": state.deals.calm,
    }


def _read_state(document: Mapping[str, Any]) -> ProgressState:
    from givequest.domain.deck.dealing import Deals
    from givequest.domain.progress.state import ProgressState
    from givequest.domain.progress.streaks import Streak

    deals = Deals(
        document["shown"], document["done"], document["last_lighter"], int(document["gave"]), int(document["calm"])
    )
    return ProgressState(
        day=document["day"],
        series={name: Streak(*values) for name, values in document["series"].items()},
        xp=document["xp"],
        kinds_done=set(document["kinds_done"]),
        last_giving=document["last_giving"],
        last_comeback=document["last_comeback"],
        people=document["people"],
        deals=deals,
    )
