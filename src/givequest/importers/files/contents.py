"""The content of a file, seen as text, JSON or a table, whichever an importer asks for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from givequest.importers.files.decoding import decode
from givequest.importers.files.limits import MOST_NODES
from givequest.importers.files.tables import Header, Table, find_table

_HEAD = 4096


class Content:
    """One file. Nothing is decoded or parsed before it is asked for, and nothing twice."""

    def __init__(self, name: str, file_name: str, data: bytes, headers: Sequence[Header]) -> None:
        """`name` is what sentences call the file, with the zip or folder that it is in; `file_name` it alone."""
        self.name = name
        self.file_name = file_name.lower()
        self.data = data
        self._headers = headers

    @cached_property
    def head(self) -> str:
        """The beginning of the text: no file of photographs need be decoded to be told."""
        return decode(self.data[:_HEAD]).lstrip()

    @cached_property
    def text(self) -> str:
        """All of the text."""
        return decode(self.data)

    @cached_property
    def json(self) -> Any:
        """What is in it as JSON; None where it is none, or far larger than any list of people."""
        if self.head[:1] not in ("{", "["):
            return None
        return parse_json(self.text)

    @property
    def keys(self) -> frozenset[str]:
        """The names at the top of its JSON."""
        return frozenset(self.json) if isinstance(self.json, dict) else frozenset()

    @cached_property
    def table(self) -> Table | None:
        """The table that it is; None where it is none with a header that any importer knows."""
        return None if self.head[:1] in ("{", "[", "<") else find_table(self.text, self._headers)


def parse_json(text: str) -> Any:
    """Return what a text is as JSON; None where it is none, or far larger than any list of people."""
    if text.count("{") + text.count("[") + text.count(",") > MOST_NODES:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
