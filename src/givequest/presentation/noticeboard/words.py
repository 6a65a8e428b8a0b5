"""What the noticeboard says: about what could be done for somebody, and never about what was not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from givequest.application.noticeboard.listing import SpotRow
from givequest.domain.days import MONTHS
from givequest.domain.noticeboard.spots import HELLO, MEET, NEED, SEEKER, WIN, Spot
from givequest.domain.noticeboard.steps import ASK

LABELS: Mapping[str, str] = {WIN: "win", NEED: "need", SEEKER: "work", HELLO: "hello", MEET: "meet"}
"""What each sort is called in a row."""
EXAMPLES: Mapping[str, str] = {
    WIN: "handed in her thesis",
    NEED: "the printer, again",
    SEEKER: "UX designer, Berlin",
    HELLO: "that summer in Lund",
    MEET: "boats, both",
}
"""What could be written for each."""
MEANINGS: Mapping[str, str] = {
    WIN: "something went well for them",
    NEED: "they could use a hand",
    SEEKER: "they're looking for work",
    HELLO: "you thought of them",
    MEET: "two people who'd like each other",
}
EMPTY = (
    "Nothing is pinned up here yet.",
    "When you notice something about someone, {spot.new} writes it down in one line. It's a card on Today at once, "
    "in your own words, and it goes by itself when its time is over.",
)
FOOT = "What nobody takes up goes by itself after its time."
COVERED, UNCOVERED = "Names are covered; {spot.cover} shows them.", "Names are shown."
DOORS = "may know a door:"
DONE_ALREADY = "That's done already. {change.undo} takes the latest change back."
NO_STEP = "Nothing more today: the introduction itself comes tomorrow."


def names_in(spot: Spot) -> str:
    """Return whom a spot is about: `Ana Berg + Ben Karlsson`."""
    return " + ".join(spot.people)


def until_words(day: date, today: date) -> str:
    """Return until when something rests: `until 3 May`, of another year with that."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"until {day.day} {MONTHS[day.month - 1][:3]}{year}"


def asked_words(row: SpotRow) -> str:
    """Return how far an introduction is."""
    spot = row.spot
    if row.step is not None and row.step.step != ASK:
        return "Both are asked: if it's two yeses, introduce them and step out."
    if len(row.asked) == len(spot.people):
        return "Both are asked. The introduction itself can come tomorrow."
    if not row.asked:
        return "Neither is asked yet."
    return f"{row.asked[0]} is asked. {next(name for name in spot.people if name not in row.asked)} isn't yet."


def noticed(row: SpotRow) -> str:
    """Return what is said when something was written down."""
    spot = row.spot
    if spot.sort == MEET:
        return f"{spot.person} and {spot.other}: ask one, then the other. It's on Today, a step at a time."
    return f"{spot.person}: it's a card on Today now, in your words."
