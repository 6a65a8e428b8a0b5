"""Cards: the properties between a beginning and an end, or another beginning where the end is missing."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.importers.book_builder import TooLarge
from givequest.importers.files.limits import MOST_FIELDS
from givequest.importers.vcard.lines import Property, properties_of
from givequest.named_tuple import NamedTuple


class Card(NamedTuple):
    """One card."""

    line: int
    """The line of the file that it begins in."""
    properties: list[Property]
    end: int
    """How many bytes of the file are read with it."""
    has_end: bool = True
    is_last: bool = False
    """Whether the file ends with it, and not with an end: its last line may be cut."""


def cards_in(data: bytes) -> Iterator[Card]:
    """Yield the cards of a file. A card within a card, somebody's assistant, is passed over with what is in it.

    Raises `TooLarge`.
    """
    begun: list[Property] | None = None
    line = end = depth = 0
    for each in properties_of(data):
        end = each.end
        name, value = each.name, each.value.strip().upper()
        if name == "BEGIN" and value == "VCARD":
            if begun is not None and begun and _is_agent(begun[-1]):
                depth += 1
                continue
            if begun is not None:
                yield Card(line, begun, end, has_end=False)
            begun, line, depth = [], each.line, 0
        elif name == "END" and value == "VCARD":
            if depth:
                depth -= 1
            elif begun is not None:
                yield Card(line, begun, end)
                begun = None
        elif begun is not None and not depth:
            if len(begun) == MOST_FIELDS:
                raise TooLarge(f"The card in line {line} has more than {MOST_FIELDS:,} fields; no card is that long.")
            begun.append(each)
            depth += name == "AGENT" and value.startswith("BEGIN")
    if begun is not None:
        yield Card(line, begun, end, has_end=False, is_last=True)


def _is_agent(each: Property) -> bool:
    return each.name == "AGENT" and not each.value.strip()
