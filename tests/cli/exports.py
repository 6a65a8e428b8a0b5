"""Records as an export has them, and what an import of some says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from .conftest import Play, jsonl

UNSAID = {"person": None, "note": None, "effort": 1, "card": None}
HEAD = {"day": "2026-11-01", "at": "2026-11-01T08:03:11+01:00"}
GOOD: dict[str, Any] = {"type": "deed", "id": "one", **HEAD, "kind": "help", "person": "Ana", "note": "n", "effort": 2}
FULL = (
    {**GOOD, "card": "help.five-minutes"},
    {"type": "slip", "id": "two", **HEAD},
    {"type": "rest", "id": "three", "day": "2026-12-24", "at": HEAD["at"]},
    {"type": "release", "id": "four", **HEAD},
    {"type": "entry", "id": "five", **HEAD, "text": "two\nlines \t\u2028 Zoë 🦊"},
    {"type": "gift", "id": "six", "day": "2024-02-29", "at": "2024-02-29T23:59:59-11:00", "text": "a postcard"},
    {"type": "redraw", "id": "seven", **HEAD, "kind": "help"},
)
BARE = (
    {"type": "deed", "day": "2026-11-01", "kind": "help"},
    {"type": "deed", "day": "2026-11-01", "kind": "help"},
    {"type": "deed", "day": "2026-11-01", "kind": "quiet", "person": None, "note": ""},
    {"type": "slip", "day": "2026-11-02"},
    {"type": "entry", "day": "2026-11-02", "text": "a page"},
)


def contents(folder: str) -> dict[str, bytes]:
    """Return every file below a folder, with its bytes."""
    found = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = Path(root, name)
            found[str(path.relative_to(folder))] = path.read_bytes()
    return found


def told(play: Play, tmp_path: Path, *documents: dict[str, Any]) -> str:
    """Import documents that can be imported, and return what was said about it."""
    file = tmp_path / "in.jsonl"
    file.write_text(jsonl(*documents))
    ran = play("import", str(file))
    assert (ran.code, ran.err) == (0, "")
    return ran.out
