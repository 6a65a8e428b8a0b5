"""Checkpoints: the standing at each New Year, so that old years need not be read again.

They live in the cache: deleted, foreign or out of date, they are simply made anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from givequest.cache import write_cache

if TYPE_CHECKING:
    from givequest.domain.progress.state import Standing
    from givequest.storage.files.atomic_files import Signature

VERSION = 3
"""To be raised when a standing comes to hold something else."""

Stamp = Mapping[int, "Signature | None"]
"""What the files of a year and all years before it looked like."""


class Checkpoints:
    """The standings at the ends of past years, a file each."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def load(self, year: int, fingerprint: str, stamp: Stamp) -> Standing | None:
        """Return the standing at the end of a year, if it was made by these rules from these files."""
        try:
            with open(self._path(year), "rb") as file:
                document = json.loads(file.read())
            if document["made_from"] != _made_from(fingerprint, stamp):
                return None
            return _read_standing(document["standing"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def save(self, year: int, fingerprint: str, stamp: Stamp, standing: Standing) -> None:
        """Keep a standing; a disk that refuses costs time at the next launch, and nothing else."""
        document = {"made_from": _made_from(fingerprint, stamp), "standing": _write_standing(standing)}
        write_cache(self._path(year), json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"))

    def _path(self, year: int) -> str:
        return os.path.join(self._folder, f"{year:04}.json")


def _made_from(fingerprint: str, stamp: Stamp) -> list[Any]:
    files = [[year, *(signature or ())] for year, signature in sorted(stamp.items())]
    return [VERSION, fingerprint, files]


def _write_standing(standing: Standing) -> dict[str, Any]:
    return {
        "day": standing.day,
        "series": {name: list(streak) for name, streak in standing.series.items()},
        "xp": standing.xp,
        "kinds_done": sorted(standing.kinds_done),
        "last_giving": standing.last_giving,
        "last_comeback": standing.last_comeback,
        "people": standing.people,
        "shown": standing.deals.shown,
        "done": standing.deals.done,
        "last_lighter": standing.deals.last_lighter,
        "gave": standing.deals.gave,
        "calm": standing.deals.calm,
    }


def _read_standing(document: Mapping[str, Any]) -> Standing:
    from givequest.domain.deck.dealing import Deals
    from givequest.domain.progress.state import Standing
    from givequest.domain.progress.streaks import Streak

    deals = Deals(
        document["shown"], document["done"], document["last_lighter"], int(document["gave"]), int(document["calm"])
    )
    return Standing(
        day=document["day"],
        series={name: Streak(*values) for name, values in document["series"].items()},
        xp=document["xp"],
        kinds_done=set(document["kinds_done"]),
        last_giving=document["last_giving"],
        last_comeback=document["last_comeback"],
        people=document["people"],
        deals=deals,
    )
