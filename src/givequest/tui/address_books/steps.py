"""How far an import is, and the keys that are told then."""

from __future__ import annotations

from enum import Enum

CHOOSE_KEYS = (("enter", "look into it"), ("/", "another file"), ("esc", "back"))
NO_FILE_KEYS = (("/", "type a path"), ("esc", "back"))
PATH_KEYS = (("enter", "look into it"), ("esc", "back"))
STOP_KEYS = (("esc", "stop"),)
PREVIEW_KEYS = (("enter", "bring them"), ("esc", "not this one"))
EMPTY_KEYS = (("esc", "back"),)


class Step(Enum):
    """How far the import is."""

    LOOKING = "looking"
    FILES = "files"
    READING = "reading"
    PREVIEW = "preview"
    SAVING = "saving"
