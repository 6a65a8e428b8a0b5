"""What was read from packaged files, kept as JSON: TOML takes twenty times as long to read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from givequest import __version__
from givequest.cache.files import read_cache, write_cache


def stamp_of(paths: Iterable[str], version: int) -> list[Any]:
    """Return what differs as soon as one of some files, the program or the `version` of the cache does."""
    return [version, __version__, *([os.path.basename(path), *_size_and_time(path)] for path in paths)]


def _size_and_time(path: str) -> list[int]:
    try:
        status = os.stat(path)
    except OSError:
        return [0, 0]
    return [status.st_size, status.st_mtime_ns]


def read_stamped(path: str, stamp: list[Any]) -> Any:
    """Return what a cache file keeps; None where there is none, a damaged one, or one with another stamp."""
    try:
        document = json.loads(read_cache(path) or b"")
        return document["content"] if document["stamp"] == stamp else None
    except (ValueError, KeyError, TypeError):
        return None


def write_stamped(path: str, stamp: list[Any], content: Any) -> None:
    """Keep something that JSON can hold; a cache that cannot be written is done without."""
    write_cache(path, json.dumps({"stamp": stamp, "content": content}).encode())
