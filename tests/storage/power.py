"""A file system that loses power: what was not synced may be gone, torn, or there."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


class Inode:
    """A folder, or the bytes of a file: those that were synced, and those that were written."""

    def __init__(self, data: bytes = b"", *, folder: bool = False) -> None:
        self.folder = folder
        self.safe = self.data = data

    def after_a_power_cut(self, chance: random.Random) -> bytes:
        """Return what the disk may hold: any mixture of what was and what was written."""
        if self.safe == self.data:
            return self.data
        cut = chance.randrange(len(self.data) + 1)
        return chance.choice(
            [self.safe, self.data, self.data[:cut], b"\0" * len(self.data), self.safe[:cut] + self.data[cut:]]
        )


class Power:
    """Watches what is done below a folder; after each call, `cut` says what a power cut would leave.

    Each folder has a journal of what its names came to mean, in their order. A power cut keeps
    a journal up to the folder's last sync, and any number of the entries after that.
    """

    def __init__(self, folder: Path, after_call: Callable[[], None]) -> None:
        self._root = str(folder)
        self._after_call = after_call
        self._nodes: dict[str, Inode] = {}
        self._journals: dict[str, list[dict[str, Inode | None]]] = {}
        self._safe: dict[str, int] = {}
        self._descriptors: dict[int, str] = {}
        self.folders_synced = 0

    @contextmanager
    def watched(self, patch: pytest.MonkeyPatch) -> Iterator[None]:
        """Watch the calls by which files change."""
        with patch.context() as during:
            for name in ("open", "write", "fsync", "replace", "rename", "unlink", "mkdir", "close"):
                during.setattr(os, name, self._shim(getattr(os, name), getattr(self, f"_after_{name}")))
            yield

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files that may be there after a power cut now, by their paths below the folder."""
        nodes: dict[str, Inode | None] = {self._root: Inode(folder=True)}
        for folder, journal in self._journals.items():
            for entry in journal[: chance.randint(self._safe.get(folder, 0), len(journal))]:
                nodes.update(entry)

        def is_there(path: str) -> bool:
            return nodes.get(path) is not None and (path == self._root or is_there(os.path.dirname(path)))

        return {
            os.path.relpath(path, self._root): node.after_a_power_cut(chance)
            for path, node in nodes.items()
            if node is not None and not node.folder and is_there(path)
        }

    def _shim(self, call: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
        def shimmed(first: Any, *rest: Any, **options: Any) -> Any:
            ours = first in self._descriptors if isinstance(first, int) else self._is_ours(str(first))
            result = call(first, *rest, **options)
            if ours:
                note(result, first, *rest)
                self._after_call()
            return result

        return shimmed

    def _is_ours(self, path: str) -> bool:
        return path.startswith(self._root) and not path.endswith(".lock")

    def _name(self, folder: str, names: dict[str, Inode | None]) -> None:
        self._journals.setdefault(folder, []).append(names)
        for path, node in names.items():
            if node is None:
                self._nodes.pop(path, None)
            else:
                self._nodes[path] = node

    def _after_open(self, descriptor: int, path: str, flags: int, *_: Any) -> None:
        self._descriptors[descriptor] = path
        if path not in self._nodes and flags & os.O_CREAT:
            self._name(os.path.dirname(path), {path: Inode()})

    def _after_write(self, written: int, descriptor: int, data: Any) -> None:
        self._nodes[self._descriptors[descriptor]].data += bytes(data[:written])

    def _after_fsync(self, _: None, descriptor: int) -> None:
        path = self._descriptors[descriptor]
        node = self._nodes.get(path)
        if path == self._root or (node is not None and node.folder):
            self._safe[path] = len(self._journals.get(path, []))
            self.folders_synced += 1
        elif node is not None:
            node.safe = node.data

    def _after_replace(self, _: None, source: str, target: str) -> None:
        self._name(os.path.dirname(target), {source: None, target: self._nodes[source]})

    _after_rename = _after_replace

    def _after_unlink(self, _: None, path: str) -> None:
        self._name(os.path.dirname(path), {path: None})

    def _after_mkdir(self, _: None, path: str, *__: Any) -> None:
        self._name(os.path.dirname(path), {path: Inode(folder=True)})

    def _after_close(self, _: None, descriptor: int) -> None:
        del self._descriptors[descriptor]
