"""Games, apps and records for the journal's tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from givequest.application.game.game import Game
from givequest.composition import Home
from givequest.domain.records import Record, RecordType

from ..tui.conftest import clock, open_home, play

__all__ = ["clock", "open_home", "play"]

TODAY = date(2026, 11, 23)
HOSTILE = (
    "go [/ now",
    "[x] done [b]bold",
    "tab\there, and e\u0301 with a mark of its own",
    "\u202eright to left\u202c",
    "fam\U0001f468\u200d\U0001f469\u200d\U0001f467 and wide 漢字",
    "a line\r\nanother\rand one more",
    "\x1b[31mred\x1b[0m \x07bell",
    "#tag #Тег [link=file:///etc]no[/link] $name {person}",
)
"""What people and clipboards bring along."""


@pytest.fixture
def game(open_home: Callable[..., Home]) -> Game:
    """A game on an empty home."""
    return open_home().game


def entry(day: date, text: str, number: int = 0, sort: str | None = None) -> Record:
    """Return an entry of a day; `number` tells those of one day apart."""
    at = f"{day}T08:{number % 60:02}:00+01:00"
    return Record(RecordType.ENTRY, f"entry:{day}:{number}", day, at, text=text, sort=sort)
