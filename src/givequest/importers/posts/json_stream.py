"""JSON as it streams by: the items of lists at its top, one at a time, whatever stands around them.

What is nested deeper than any post, or larger than any, ends the reading: none of it is kept.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from givequest.errors import GivequestError
from givequest.importers.posts.post_files import Counted, PostFile
from givequest.importers.posts.tally import PostTally

DEEPEST = 100
LARGEST_ITEM = 100_000
"""Values in one item: no post has a hundredth of that."""
_BEFORE_LIST = 200
"""Bytes of `window.YTD.tweets.part0 = ` and its like."""


class _Script:
    """The stream of a script that gives a name to a list: what is before the list and behind it is left out."""

    def __init__(self, stream: Counted) -> None:
        self._stream = stream
        self._held = b""
        self._is_open = False

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; none where nothing is asked for, or at the end."""
        while size and (data := self._stream.read(size)):
            if not self._is_open:
                data = self._opened(data)
            # The end may be a semicolon: what can be one is held back until it is known that more follows.
            data = self._held + data
            kept = data.rstrip(b"; \r\n\t")
            self._held = data[len(kept) :]
            if kept:
                return kept
        return b""

    def _opened(self, data: bytes) -> bytes:
        while len(data) < _BEFORE_LIST and (more := self._stream.read()):
            data += more
        self._is_open = True
        data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
        at = data.find(b"=", 0, _BEFORE_LIST)
        return data[at + 1 :] if at >= 0 and data[:1] not in (b"[", b"{") else data


def stream_items(file: PostFile, lists: Container[str], tally: PostTally) -> Iterator[tuple[str, Any]]:
    """Yield the items of a list at the top of a file, or of those at its top under some names, each with that name.

    The name of a list that is all there is is empty. Raises `GivequestError` where the file is not JSON to its end.
    """
    import ijson

    with file.open() as raw:
        stream = Counted(raw, file.name, tally.reading(file))
        try:
            yield from _items(ijson.basic_parse(_Script(stream), use_float=True), lists)
        except ijson.JSONError:
            raise GivequestError(
                f"{file.name} isn't whole JSON; it may be incomplete, so download it again. Nothing was counted."
            ) from None
        except (ArithmeticError, UnicodeError, RecursionError, _TooMuch):
            raise GivequestError(f"{file.name} has something in it that no post is. Nothing was counted.") from None


class _TooMuch(Exception):
    """Something is nested too deeply, or is too large."""


def _items(events: Any, lists: Container[str]) -> Iterator[tuple[str, Any]]:
    depth = 0
    """How many lists and objects are open."""
    name = key = ""
    inside = 0
    """The depth of the list whose items are wanted; 0 outside of any."""
    builder: _Builder | None = None
    for event, value in events:
        if builder is not None:
            if builder.add(event, value):
                yield name, builder.value
                builder = None
            continue
        if inside and depth == inside and event != "end_array":
            builder = _Builder()
            if builder.add(event, value):
                yield name, builder.value
                builder = None
            continue
        if event in ("start_map", "start_array"):
            depth += 1
            if depth > DEEPEST:
                raise _TooMuch
            if event == "start_array" and ((depth == 1 and "" in lists) or (depth == 2 and key in lists)):
                inside, name = depth, "" if depth == 1 else key
        elif event in ("end_map", "end_array"):
            if inside == depth:
                inside = 0
            depth -= 1
        elif event == "map_key" and depth == 1:
            key = value


class _Builder:
    """One item, put together as its parts come by."""

    def __init__(self) -> None:
        self.value: Any = None
        self._open: list[Any] = []
        self._keys: list[str] = []
        self._count = 0

    def add(self, event: str, value: Any) -> bool:
        """Add a part; return whether the item is whole."""
        self._count += 1
        if self._count > LARGEST_ITEM or len(self._open) > DEEPEST:
            raise _TooMuch
        if event == "map_key":
            self._keys[-1] = value
            return False
        if event in ("end_map", "end_array"):
            self.value = self._open.pop()
            self._keys.pop()
            return not self._open
        started: Any = {} if event == "start_map" else [] if event == "start_array" else value
        if self._open:
            around = self._open[-1]
            if isinstance(around, dict):
                around[self._keys[-1]] = started
            else:
                around.append(started)
        if event in ("start_map", "start_array"):
            self._open.append(started)
            self._keys.append("")
            return False
        self.value = started
        return not self._open
