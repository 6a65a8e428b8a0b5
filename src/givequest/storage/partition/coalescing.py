"""Coalescing: repeated saves of an entry while it is written count as one change for undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def coalesced_with(coalescing: str, changes: tuple[Mapping[str, Any], ...]) -> Mapping[str, Any] | None:
    """Return the change to join a new one to: the latest if it has the same key, else None."""
    latest = changes[-1] if coalescing and changes else None
    if latest is None or latest.get("sitting") != coalescing:
        return None
    return None if latest["undone"] or latest.get("aside") else latest
