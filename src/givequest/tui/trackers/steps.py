"""How far the bringing is, and the keys that are told then."""

from __future__ import annotations

from enum import Enum

Keys = tuple[tuple[str, str], ...]


class Step(Enum):
    """How far it is; its value is what the keys do then."""

    LOOKING = (("esc", "stop"),)
    FILES = (("enter", "look into it"), ("/", "another file"), ("esc", "back"))
    READING = (("esc", "stop"), ("ctrl+c", "stop"))
    HABITS = (("enter", "go on"), ("←→", "kind"), ("n", "for whom"), ("esc", "not this one"))
    PREVIEW = (("enter", "bring it"), ("esc", "back"))
    EMPTY = (("esc", "back"),)
    PATH = (("enter", "look into it"), ("esc", "not now"))
    NAME = (("enter", "for them"), ("esc", "not now"))
