"""Occasions: the card of a date of somebody's, in the place of a dealt one."""

from __future__ import annotations

from datetime import date

from givequest.domain.days import format_day
from givequest.domain.deck.cards import PERSON, Card
from givequest.domain.people.greetings import Greeting

TITLE = "A day of theirs"
WHY = "It comes once a year, and a line is enough."


def card_for(greeting: Greeting, dealt: Card, today: date) -> Card:
    """Return the card that tells of a greeting; to the deck it is the dealt one, so that no other day's changes."""
    what = f"{PERSON}'s {greeting.written.words or 'day'}"
    prompt = f"It's {what}." if greeting.day == today else f"{what} was on {format_day(greeting.day)}. Late is fine."
    return dealt._replace(title=TITLE, prompt=prompt, person_prompt=prompt, why=WHY, tier=1, minutes=5)
