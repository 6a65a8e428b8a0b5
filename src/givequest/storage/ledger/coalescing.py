"""Sittings: a page that is saved while it is written is one change, however often it was saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def before_in_sitting(sitting: str, changes: tuple[Mapping[str, Any], ...]) -> Mapping[str, Any] | None:
    """Return the change that another of a sitting goes on with: the latest, where that was made in it."""
    latest = changes[-1] if sitting and changes else None
    if latest is None or latest.get("sitting") != sitting:
        return None
    return None if latest["undone"] or latest.get("aside") else latest
