"""A disk on which the n-th call fails."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "replace", "unlink", "mkdir", "rename", "ftruncate")
SHORT = 0
"""Instead of an error number: a write that takes some of the bytes only."""


class Disk:
    """Counts the calls that change something below a folder, and fails one of them.

    With `for_good` all calls after it fail as well, as they do on a disk that is full.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder = str(folder)
        self._patch = patch
        self._descriptors: set[int] = set()
        self._countdown = 0
        self._failure = 0
        self._for_good = False
        self.failed: list[str] = []
        self.made: list[str] = []

    @contextmanager
    def failing(self, number: int, failure: int, *, for_good: bool = False) -> Iterator[None]:
        """Fail the call of a number, counted from one."""
        self._countdown, self._failure, self._for_good = number, failure, for_good
        self.failed, self.made = [], []
        with self._patch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._shim(name, getattr(os, name)))
            yield

    def _shim(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def shimmed(first: Any, *rest: Any, **options: Any) -> Any:
            if not self._counts(name, first, rest):
                return call(first, *rest, **options)
            self.made.append(name)
            self._countdown -= 1
            if self._countdown == 0 or (self._countdown < 0 and self._for_good):
                self.failed.append(name)
                if self._failure != SHORT:
                    raise OSError(self._failure, os.strerror(self._failure), str(first))
                if name == "write":
                    return call(first, rest[0][: max(1, len(rest[0]) // 3)])
            result = call(first, *rest, **options)
            if name == "open":
                self._descriptors.add(result)
            return result

        return shimmed

    def _counts(self, name: str, first: Any, rest: tuple[Any, ...]) -> bool:
        if isinstance(first, int):
            return first in self._descriptors
        return str(first).startswith(self._folder) and not str(first).endswith(".lock")
