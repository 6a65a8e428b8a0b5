"""What a person says of a deed, for whoever passes it on. For types alone: to make them takes a launch 2 ms."""

from __future__ import annotations

from typing import TypedDict


class DeedFields(TypedDict, total=False):
    """What a person says of a deed; what is not given is left as it is, of a new deed empty."""

    person: str | None
    """Whom it was for."""
    other: str | None
    """The second of two who were brought together."""
    note: str | None
    effort: int
    """1 to 3: a breath, a walk, a climb."""
    card: str | None
    """The id of the card that it was done for."""
