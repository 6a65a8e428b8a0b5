"""One person, gathered for the panel beside the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from givequest.application.board import Board
from givequest.application.game.game import Game
from givequest.application.people.listing import PersonRow
from givequest.application.people.words import WordsSent
from givequest.domain.days import MONTHS
from givequest.domain.records import Record
from givequest.domain.text import end_sentence, name_key
from givequest.presentation.people.detail import PersonDetail
from givequest.presentation.people.words import first_name_of, told_date, told_met, word_of
from givequest.tui.people.view_model import dates_of

MOST_WORDS = 40
"""Deeds that are told of one person at the most."""
GENTLE = "Gently for now: no congratulation, and no date on the board."
KEYS = (
    ("person.word", "a word to {name}"),
    ("person.write", "write them a message"),
    ("person.introduce", "introduce to someone"),
    ("person.rest", "let rest a while"),
    ("person.edit", "write down what you know"),
)


def describe_person(
    game: Game, person: PersonRow, board: Board | None, with_keys: Callable[[str], str], books: Sequence[str] = ()
) -> PersonDetail:
    """Return all that is shown of a person; `books` are lines out of address books about them."""
    record, today = person.record, game.today()
    facts: list[str] = []
    links: list[tuple[str, str]] = []
    head: tuple[str, ...] = ()
    if record is not None:
        tags = ", ".join(record.tags)
        head = tuple(filter(None, (record.tie or "not placed", tags)))
        facts += [told_met(record.met)] if record.met else []
        facts += [record.note] if record.note else []
        facts += [f"A date: {told_date(one)}" for one in dates_of(person)]
        facts += [f"Also: {', '.join(record.also)}"] if record.also else []
        facts += [GENTLE] if record.gentle else []
        if record.snooze is not None and record.snooze > today:
            facts.append(f"Rests until {_told_day(record.snooze, today)}.")
        links = [told_link(link) for link in record.links]
    else:
        head = ("not placed",)
    facts += ["Left in peace."] if person.in_peace else []
    facts += [f"Book: {book}" for book in books]
    deeds = game.derived(WordsSent).to(person.profile.keys, MOST_WORDS)
    names = {*person.profile.keys}
    words = tuple(
        (heading, tuple(_told_deed(game, deed, names) for deed in group))
        for heading, group in groupby(deeds, lambda deed: word_of(deed.day, today))
    )
    keys = [(with_keys(f"{{{command}}}"), told.format(name=first_name_of(person.name))) for command, told in KEYS]
    return PersonDetail(
        person.name, head, tuple(facts), tuple(links), words, _board_words(board, person.name), tuple(keys)
    )


def told_link(link: str) -> tuple[str, str]:
    """Return what an address is, and the address itself."""
    first, space, rest = link.partition(" ")
    if space and rest and first.isalpha():
        return first.title(), rest
    return ("Mail" if "@" in link and "/" not in link and not link.startswith("@") else "Link"), link


def _told_deed(game: Game, deed: Record, names: set[str]) -> str:
    kind = game.rules.known.get(deed.kind or "")
    told = kind.name if kind is not None else deed.kind or ""
    others = [who for who in (deed.person, deed.other) if who and name_key(who) not in names]
    words = [f"with {who}" for who in others] + ([deed.note] if deed.note else [])
    return f"{told}: {', '.join(words)}" if words else told


def _told_day(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def _board_words(board: Board | None, name: str) -> str:
    if board is None:
        return ""
    key = name_key(name)
    named = [quest for quest in board.listed if quest.person and name_key(quest.person) == key]
    if not named:
        return "Nothing on the board."
    return end_sentence("On the board: " + ", ".join(f"{quest.kind.name}, {quest.title}" for quest in named))
