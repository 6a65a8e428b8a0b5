"""Finding names while they are typed: among people."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.application.people.listing import PersonRow
from givequest.domain.people.find import ENOUGH, NameIndex, folded_line
from givequest.named_tuple import NamedTuple


class FoundPeople(NamedTuple):
    """Who was found: those whose name holds what is typed, and those whose name nearly does."""

    people: tuple[PersonRow, ...] = ()
    near: tuple[PersonRow, ...] = ()


class PeopleFinder:
    """People by name, any other name, tag, and where they were met."""

    def __init__(self, people: Sequence[PersonRow]) -> None:
        """Look among some people, in their order."""
        self.people = people
        self._index = NameIndex([folded_line(one.name) for one in people], [_line_of(one) for one in people])

    def find(self, typed: str, most: int = 200, enough: int = ENOUGH) -> FoundPeople:
        """Return who is found for what is typed; where that is less than `enough`, who may have been meant."""
        places, near = self._index.find(typed, most, enough)
        return FoundPeople(tuple(self.people[at] for at in places), tuple(self.people[at] for at in near))


def _line_of(person: PersonRow) -> str:
    record = person.record
    if record is None:
        return ""
    return folded_line(" ".join([*record.also, *record.tags, record.met or ""]))
