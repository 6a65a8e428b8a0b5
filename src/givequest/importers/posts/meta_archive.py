"""What the archives of Instagram, Threads and Facebook have in common: whose they are, and how their files are told."""

from __future__ import annotations

import re
from typing import Any

from givequest.importers.posts.post_files import PostFile

_OWNER = re.compile(r"instagram-([A-Za-z0-9._]{1,30}?)-\d{4}-\d\d-\d\d")
"""What Instagram calls the zip, and the folder in it: `instagram-ana.berg-2026-11-25-x7Ya`."""


def own_handle(file: PostFile) -> str:
    """Return whose archive a file is from, in small letters, as far as its name or its place says so; else nothing."""
    match = _OWNER.search(f"{file.name} {file.path}")
    return match[1].lower() if match is not None else ""


def key_at_top(file: PostFile, key: str) -> bool:
    """Return whether a file is JSON with a list under this name at its top, as far as its beginning tells."""
    return file.head.startswith("{") and re.search(rf'"{key}"\s*:\s*\[', file.head) is not None


def is_list(file: PostFile) -> bool:
    """Return whether a file is a list of objects."""
    return re.match(r"\[\s*\{", file.head) is not None


def text_of(item: Any, name: str) -> str:
    """Return a text of an object; empty where there is none."""
    value = item.get(name) if isinstance(item, dict) else None
    return value if isinstance(value, str) else ""
