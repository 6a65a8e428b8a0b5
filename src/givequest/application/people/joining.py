"""Join people who turn out to be one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from givequest.application.game.game import Game
from givequest.application.people.editing import checked
from givequest.domain.change_labels import Act, shortened
from givequest.domain.records.person import PersonRecord
from givequest.errors import UsageError


def join_people(game: Game, people: Sequence[PersonRecord]) -> PersonRecord:
    """Make one person of several, in one change, and return the record: the first of them, with what the others have.

    Deeds stay as they are, since every name leads to the one who is left. Raises `UsageError` for fewer than two,
    `RecordError` where it comes to more than a person can have, `ChangedElsewhere` and `StorageError`.
    """
    people = list({person.id: person for person in people}.values())
    if len(people) < 2:
        raise UsageError("It takes two people to join.")
    first, *others = people
    joined = first.edited(
        also=_united([*first.also, *(name for other in others for name in (other.name, *other.also))]),
        tie=next((person.tie for person in people if person.tie), None),
        dates=_united(text for person in people for text in person.dates),
        tags=_united(text for person in people for text in person.tags),
        met=next((person.met for person in people if person.met), None),
        note=" ".join(_united(person.note for person in people if person.note)) or None,
        links=_united(text for person in people for text in person.links),
        books=_united(text for person in people for text in person.books),
        snooze=max((person.snooze for person in people if person.snooze), default=None),
        gentle=any(person.gentle for person in people),
    )
    joined = checked(game, joined, *others)
    game.save(Act.JOIN.label(shortened(joined.name)), puts=[joined], drops=others, expects=people)
    return joined


def _united(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
