"""Coalescing: a page that is saved again and again while it is written is one change for undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def coalesced_with(coalescing: str, changes: tuple[Mapping[str, Any], ...]) -> Mapping[str, Any] | None:
    """Return the change that a new one is joined to: the latest, if it has the same key; None when there is none."""
    latest = changes[-1] if coalescing and changes else None
    if latest is None or latest.get("sitting") != coalescing:
        return None
    return None if latest["undone"] or latest.get("aside") else latest
