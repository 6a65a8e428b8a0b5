"""Occasions: the card of a date of somebody's, in the place of a dealt one."""

from __future__ import annotations

from datetime import date

from givequest.domain.days import format_day
from givequest.domain.deck.cards import PERSON, Card
from givequest.domain.people.greetings import Greeting

TITLE = "A day of theirs"
WHY = "It comes once a year, and a line is enough."
_BY_THEMSELVES = frozenset(("a", "an", "her", "his", "its", "my", "our", "the", "their", "your"))
"""Words that a phrase begins with that has no need of an owner before it."""


def card_for(greeting: Greeting, dealt: Card, today: date) -> Card:
    """Return the card that tells of a greeting; to the deck it is the dealt one, so that no other day's changes."""
    what = named_date(PERSON, greeting.written.words)
    prompt = f"It's {what}." if greeting.day == today else f"{what} was on {format_day(greeting.day)}. Late is fine."
    return dealt._replace(title=TITLE, prompt=prompt, person_prompt=prompt, why=WHY, tier=1, minutes=5)


def named_date(name: str, words: str) -> str:
    """Return whose date it is, and which: `Ana Berg's birthday`, `Mum and Dad, their day`."""
    first = words.partition(" ")[0].lower()
    return f"{name}, {words}" if first in _BY_THEMSELVES else f"{name}'s {words or 'day'}"
