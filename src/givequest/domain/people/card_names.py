"""Whom the cards of a day name: one name stands on at most one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from givequest.domain.people.naming import Names

CONGRATULATE, RECONNECT = "congratulate", "reconnect"


def people_on_cards(
    kinds: Iterable[str], names: Names, *, greeted: str | None, gentle: Collection[str]
) -> dict[str, str]:
    """Return the name for the card of each kind that gets one.

    Args:
        kinds: Those whose cards can name somebody, in their order.
        names: The two names of the day.
        greeted: Whose date takes the congratulation; None: nobody's.
        gentle: The names that are not congratulated.

    """
    found: dict[str, str] = {}
    for kind in kinds:
        name = names.far if kind == RECONNECT else names.near
        if kind == CONGRATULATE and greeted is not None:
            name = greeted
        elif kind == CONGRATULATE and name in gentle:
            name = None
        if name is not None and name not in found.values():
            found[kind] = name
    return found
