"""Kinds of deed, as data: a person's own kind works wherever a built-in one does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """A way of giving, or (`giving=False`) a vow."""

    id: str
    name: str
    giving: bool = True
    schedule: str | None = None
    """An RRULE; on a day that it does not name the kind is off. None: due every day."""


QUIET = "quiet"
"""The vow to post nothing about oneself: the one kind that a slip undoes."""

BUILT_IN: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("congratulate", "Congratulate"),
        Kind("help", "Help"),
        Kind("reconnect", "Reconnect"),
        Kind("introduce", "Introduce"),
        Kind("listen", "Listen"),
        Kind(QUIET, "Quiet", giving=False),
    )
}
CORE = ("congratulate", "help", "reconnect", QUIET)
"""The kinds that are on the board every day, unless the config says otherwise."""
SERIES = ("giving", "board")
"""The series that are made of several kinds: no kind can be called so."""
