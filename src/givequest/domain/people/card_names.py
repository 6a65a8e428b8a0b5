"""Whom the cards of a day name: one name stands on at most one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from givequest.domain.people.naming import Names

CONGRATULATE, RECONNECT, INTRODUCE = "congratulate", "reconnect", "introduce"


def people_on_cards(
    kinds: Iterable[str],
    names: Names,
    *,
    given: Mapping[str, str],
    gentle: Collection[str],
    taken: Collection[str] = (),
) -> dict[str, str]:
    """Return the name for the card of each kind that gets one.

    Args:
        kinds: Those whose cards can name somebody, in their order.
        names: The two names of the day.
        given: The names that are given already: of whoever has a date, or was noticed.
        gentle: The names that are not congratulated.
        taken: Other names that stand on some card.

    """
    found = dict(given)
    for kind in kinds:
        name = names.far if kind == RECONNECT else names.near
        if kind in found or name is None or (kind == CONGRATULATE and name in gentle):
            continue
        if name not in found.values() and name not in taken:
            found[kind] = name
    return found
