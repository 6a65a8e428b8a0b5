"""A cache of results by year, one file each, valid only if made from the current ledger files."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from givequest.cache.files import read_cache, write_cache


class YearCacheFiles:
    """Documents by name and year, in `NAME/YYYY.json` under a folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def load(self, name: str, year: int, made_from: Any) -> Mapping[str, Any] | None:
        """Return the cached document of a year; None if there is none, or it is damaged or outdated."""
        try:
            document = json.loads(read_cache(self._path(name, year)) or b"")
            kept = document["kept"] if document["made_from"] == made_from else None
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return kept if isinstance(kept, dict) else None

    def save(self, name: str, year: int, made_from: Any, document: Mapping[str, Any]) -> None:
        """Cache a document for a year; errors are ignored, at the cost of time at the next launch."""
        text = json.dumps({"made_from": made_from, "kept": document}, separators=(",", ":"), ensure_ascii=False)
        write_cache(self._path(name, year), text.encode("utf-8", "surrogatepass"))

    def _path(self, name: str, year: int) -> str:
        return os.path.join(self._folder, name, f"{year:04}.json")
