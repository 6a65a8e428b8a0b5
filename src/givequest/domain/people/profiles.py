"""Profiles: what the rules have to know of a person, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from givequest.domain.text import name_key
from givequest.named_tuple import NamedTuple

if TYPE_CHECKING:
    from givequest.domain.records.person import PersonRecord

NamedOn = Mapping[str, tuple[int, ...]]
"""The last three distinct days (ordinals, earliest first) on which a deed named somebody, by the key of the name."""


class Profile(NamedTuple):
    """A person, or a name in the log that nobody has placed."""

    name: str
    """As it is shown."""
    keys: Sequence[str]
    """What all names of theirs are compared by (`text.name_key`), the shown one's first."""
    tie: str | None = None
    since: int = 0
    """The day of their record, an ordinal; 0: there is none."""
    snooze: int = 0
    """The day until which they are not named, an ordinal; 0: there is none."""
    gentle: bool = False
    dates: Sequence[str] = ()
    """As `records.yearly_dates` reads them."""

    def days_in(self, named: NamedOn) -> tuple[int, ...]:
        """Return the last three distinct days on which a deed named them by any of their names."""
        if len(self.keys) == 1:
            return named.get(self.keys[0], ())
        return tuple(sorted({day for key in self.keys for day in named.get(key, ())})[-3:])


def profile_of(record: PersonRecord) -> Profile:
    """Return what the rules have to know of a person."""
    return Profile(
        name=record.name,
        keys=tuple(dict.fromkeys(map(name_key, (record.name, *record.also)))),
        tie=record.tie,
        since=record.day.toordinal(),
        snooze=record.snooze.toordinal() if record.snooze else 0,
        gentle=record.gentle,
        dates=record.dates,
    )


def with_names_of_their_own(profiles: Iterable[Profile]) -> list[Profile]:
    """Return profiles in which no two share a name: of two with one, as a merge can leave them, the first has it.

    One that has no name left is left out.
    """
    taken: set[str] = set()
    found = []
    for profile in profiles:
        keys = tuple(key for key in profile.keys if key not in taken)
        taken.update(keys)
        if keys and keys[0] == profile.keys[0]:
            found.append(profile if len(keys) == len(profile.keys) else profile._replace(keys=keys))
    return found
