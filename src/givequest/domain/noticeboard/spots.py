"""Spots: what was noticed about a person, what kind of deed it asks for, and how long it stands there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from givequest.domain.noticeboard.steps import Done, asked_key, introduced_key
from givequest.named_tuple import NamedTuple

if TYPE_CHECKING:
    from givequest.domain.records.spot import SpotRecord

WIN, NEED, SEEKER, HELLO, MEET = "win", "need", "seeker", "hello", "meet"
KIND_OF: Mapping[str, str] = {
    WIN: "congratulate", NEED: "help", SEEKER: "help", HELLO: "reconnect", MEET: "introduce",
}  # fmt: skip
"""The kind of deed that takes up each sort."""
LIFE: Mapping[str, int] = {WIN: 14, HELLO: 14, NEED: 30, SEEKER: 60, MEET: 60}
"""Days after its first on which a spot is still there; then it goes by itself, without a word."""
AFTER_ASKING = 21
"""Days after both were asked on which an introduction is still there."""
NO_DAY = 0
"""An ordinal that no day has: spots in turn for it are the oldest first."""
LONGEST_REST = 300
"""Days ahead that a spot can rest: what was done of it is remembered for longer."""
KeysOf = Callable[[str], Collection[str]]
"""Returns what all names of somebody are compared by, for one of them."""


class SpotState(StrEnum):
    """How a spot stands on a day."""

    OPEN = "open"
    RESTS = "rests"
    DONE = "done"
    LET_BE = "let be"
    GONE = "gone"
    """It went by itself."""


class Spot(NamedTuple):
    """What the rules have to know of a spot."""

    id: str
    sort: str
    person: str
    text: str
    day: int
    """The day on which it was noticed, an ordinal."""
    begins: int
    """The first day on which it is there, an ordinal: its own, or the day on which its rest is over."""
    at: str
    """When it was written down: of two of one day, the newer comes first."""
    other: str = ""
    """The second of two who should meet."""
    closed: int = 0
    """The day (an ordinal) on which it was let be; 0: it was not."""

    @property
    def kind(self) -> str:
        """The kind of deed that takes it up."""
        return KIND_OF[self.sort]

    @property
    def people(self) -> tuple[str, ...]:
        """Whom it is about."""
        return (self.person, self.other) if self.other else (self.person,)


def spots_of(records: Iterable[SpotRecord]) -> list[Spot]:
    """Return what the rules have to know of the records of spots."""
    return [
        Spot(
            record.id,
            record.sort,
            record.person,
            record.text or "",
            record.day.toordinal(),
            max(record.day, record.until or record.day).toordinal(),
            record.at,
            record.other or "",
            record.closed.toordinal() if record.closed else 0,
        )
        for record in records
    ]


def asked_on(spot: Spot, person: str, done: Done, keys_of: KeysOf) -> int:
    """Return the day on which one of two who should meet was asked first; 0: not yet."""
    return min((day for key in keys_of(person) if (day := done.get(asked_key(spot.id, key)))), default=0)


def both_asked_on(spot: Spot, done: Done, keys_of: KeysOf) -> int:
    """Return the day by which both of two who should meet were asked; 0: not yet."""
    days = [asked_on(spot, person, done, keys_of) for person in spot.people]
    return max(days) if all(days) else 0


def is_done(spot: Spot, done: Done) -> bool:
    """Return whether a deed has taken a spot up; of two who should meet, whether they were introduced."""
    return (introduced_key(spot.id) if spot.sort == MEET else spot.id) in done


def last_day(spot: Spot, done: Done, keys_of: KeysOf) -> int:
    """Return the last day (an ordinal) on which a spot that nobody takes up is there."""
    asked = both_asked_on(spot, done, keys_of) if spot.sort == MEET else 0
    return max(asked, spot.begins) + AFTER_ASKING if asked else spot.begins + LIFE[spot.sort]


def state_of(spot: Spot, ordinal: int, done: Done, keys_of: KeysOf) -> SpotState:
    """Return how a spot stands on a day, by what deeds have done of it.

    Args:
        spot: The spot.
        ordinal: The day.
        done: The steps that were done by then.
        keys_of: What names of a person are compared by.

    """
    if is_done(spot, done):
        return SpotState.DONE
    if spot.closed and spot.closed <= ordinal:
        return SpotState.LET_BE
    if ordinal < spot.begins:
        return SpotState.RESTS
    return SpotState.OPEN if ordinal <= last_day(spot, done, keys_of) else SpotState.GONE


def in_turn(spots: Iterable[Spot], ordinal: int) -> Sequence[Spot]:
    """Return spots in the order in which a board shows them: the newest of the day itself, then the oldest.

    Where the board has room for one, that is the first of them.
    """
    oldest = sorted(spots, key=lambda spot: (spot.begins, spot.at, spot.id))
    of_the_day = [spot for spot in oldest if spot.begins == ordinal]
    newest = of_the_day[-1:]
    return [*newest, *(spot for spot in oldest if spot not in newest)]
