"""Naming: the two names of a day, by turns that need no memory of what was shown.

A person's turn comes for five days of every seventeen, a number prime to that of the week; a name that is not taken
goes by itself and comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

from givequest.domain.people.profiles import NamedOn, Profile
from givequest.domain.people.resting import may_be_named
from givequest.domain.people.ties import NEVER_NAMED, Tie
from givequest.named_tuple import NamedTuple

CYCLE, SHOWN = 17, 5
"""Of so many days a person has so many."""
WELCOME = 4
"""On so many first days of their record a person is in turn."""


class Names(NamedTuple):
    """The two names of a day; None: there is nobody, and the card speaks for itself."""

    far: str | None = None
    near: str | None = None


def turn_of(key: str, seed: str, ordinal: int, since: int = 0) -> int:
    """Return how far on a day a person is in the cycle: they are in turn on the days 0 to 4 of it."""
    if since and 0 <= ordinal - since < WELCOME:
        return 0
    return (crc32(f"{seed}/{key}".encode()) - ordinal) % CYCLE


def names_of(people: Iterable[Profile], named: NamedOn, seed: str, ordinal: int) -> Names:
    """Return the two names of a day: one from far, one from near.

    Args:
        people: Everybody, those that nobody has placed too; the order does not matter.
        named: When deeds before the day have named them.
        seed: That of the home.
        ordinal: The day.

    """
    return names_among(candidates(people, named, seed, ordinal), seed, ordinal)


def candidates(people: Iterable[Profile], named: NamedOn, seed: str, ordinal: int) -> list[Profile]:
    """Return those who may be named on a day and are in turn, in the order in which they come."""
    found = []
    for profile in people:
        if profile.tie in NEVER_NAMED:  # asked first, as it costs the least
            continue
        key = profile.keys[0]
        turn = turn_of(key, seed, ordinal, profile.since)
        if turn < SHOWN and may_be_named(profile, profile.days_in(named), ordinal):
            found.append(((turn, crc32(f"{seed}/{key}/{ordinal}".encode()), key), profile))
    return [profile for _, profile in sorted(found, key=lambda each: each[0])]


def names_among(candidates: Sequence[Profile], seed: str, ordinal: int) -> Names:
    """Return the two names of a day among those in turn, in their order."""
    loose = [profile for profile in candidates if profile.tie in (Tie.FADED, None)]
    edge = [profile for profile in candidates if profile.tie == Tie.EDGE]
    close = [profile for profile in candidates if profile.tie == Tie.CLOSE]
    far = next(iter((*loose, *edge, *close)), None)
    first, second = (edge, close) if (ordinal - 1) // 7 % 2 == 0 else (close, edge)
    near = next((profile for profile in (*first, *second, *loose) if profile is not far), None)
    return Names(far.name if far else None, near.name if near else None)
