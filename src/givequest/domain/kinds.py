"""Kinds of deed, as data: a person's own kind works wherever a built-in one does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from givequest.domain.text import clean_line
from givequest.named_tuple import NamedTuple

QUIET = "quiet"
"""The vow to post nothing about oneself: the one kind that a slip undoes."""
SERIES = ("giving", "board")
"""The series that are made of several kinds: no kind can be called so."""
_OF_A_FILE = ("giving", "core", "plant", "source", "past", "colour", "said")
"""The fields that a packaged file may have beside a name and its place in the order."""
LONGEST_SAID = 52
"""Characters of a line that is said when a deed is logged: it stands beside a name on 80 columns."""


class Kind(NamedTuple):
    """A way of giving, or (`giving=False`) a vow."""

    id: str
    name: str
    giving: bool = True
    schedule: str | None = None
    """An RRULE; on a day that it does not name the kind is off."""
    times: int | None = None
    """On how many days a week it is due (1 to 7), whichever they are. Beside a schedule it does not count."""
    core: bool = False
    """Whether it is on the board every day, unless the config names other kinds for that."""
    plant: str = "poplar"
    """The id of the species (`domain/forest/species.py`) that its deeds grow into."""
    source: str = ""
    """What the forest says of its plants, as in "3 oaks from helping"; empty: its name says it."""
    past: str = ""
    """What somebody did who did it, before a name: "congratulated"; empty: nothing is said so."""
    colour: str = "bonus"
    """The role whose colour it has in a theme that names no colour for the kind itself."""
    said: tuple[str, ...] = ()
    """What is said when a deed is logged, in turns; none: what is said of any good deed."""

    @property
    def origin(self) -> str:
        """Where its plants come from, in words."""
        return self.source or f"from {self.name}"


def core_of(kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    """Return the ids of the kinds that are on the board every day where the config says nothing of it."""
    return tuple(kind.id for kind in kinds.values() if kind.core)


def read_kind(document: Mapping[str, Any], identity: str) -> Kind:
    """Return the kind that a packaged file describes; `ValueError` says what is wrong with it."""
    defaults: dict[str, Any] = {name: Kind._field_defaults[name] for name in _OF_A_FILE}
    unknown = document.keys() - {*defaults, "name", "order", "demo"}
    if unknown:
        raise ValueError(f"it has a field that kinds don't have: {sorted(unknown)[0]!r}")
    fields = {name: document.get(name, default) for name, default in defaults.items()}
    fields["said"] = _read_said(fields["said"])
    for name, value in fields.items():
        if type(value) is not type(defaults[name]):
            raise ValueError(f"its {name} isn't {'true or false' if isinstance(defaults[name], bool) else 'text'}")
    title = document.get("name")
    if not isinstance(title, str) or not clean_line(title):
        raise ValueError("it has no name")
    if type(document.get("order")) is not int:
        raise ValueError("its order isn't a whole number")
    return Kind(identity, clean_line(title), **fields)


def _read_said(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or any(not isinstance(line, str) for line in value):
        raise ValueError("its lines to say aren't a list of texts")
    lines = tuple(map(clean_line, value))
    if any(not 0 < len(line) <= LONGEST_SAID for line in lines):
        raise ValueError(f"a line to say takes 1 to {LONGEST_SAID} characters")
    return lines
