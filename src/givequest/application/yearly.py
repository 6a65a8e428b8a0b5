"""What past years came to, a cache file each: believed only if it was made from the very files that are there."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from givequest.cache import write_cache


class PastYears:
    """Documents by year in a folder of the cache; without a folder nothing is kept."""

    def __init__(self, folder: str | None, made_by: Any) -> None:
        """Keep what is made by some rules, plain JSON values; what was made by others is not believed."""
        self._folder = folder
        self._made_by = made_by

    def load(self, year: int, marks: Mapping[int, Any]) -> Mapping[str, Any] | None:
        """Return what was kept of a year, if the files up to it are still those of `marks`."""
        if self._folder is None:
            return None
        try:
            with open(self._path(year), "rb") as file:
                document = json.loads(file.read())
            found = document["kept"] if document["made_from"] == self._stamp(year, marks) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return found if isinstance(found, dict) else None

    def save(self, year: int, marks: Mapping[int, Any], kept: Mapping[str, Any]) -> None:
        """Keep what a year came to; a disk that refuses costs time later and nothing else."""
        if self._folder is not None:
            document = {"made_from": self._stamp(year, marks), "kept": kept}
            text = json.dumps(document, separators=(",", ":"), ensure_ascii=False)
            write_cache(self._path(year), text.encode("utf-8", "replace"))

    def _path(self, year: int) -> str:
        return os.path.join(self._folder or "", f"{year:04}.json")

    def _stamp(self, year: int, marks: Mapping[int, Any]) -> list[Any]:
        return [self._made_by, [[known, *(mark or ())] for known, mark in sorted(marks.items()) if known <= year]]
