"""Taking up: the deed that does what was noticed, by its card."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from givequest.application.game.game import Game
from givequest.domain.records import RecordType
from givequest.domain.text import name_key

if TYPE_CHECKING:
    from givequest.domain.noticeboard.spots import Spot
    from givequest.domain.noticeboard.steps import Done
    from givequest.domain.records.day_record import DeedFields


def with_spot(game: Game, kind: str, day: date, fields: DeedFields) -> DeedFields:
    """Return the fields of a new deed, with the card of what it takes up and whoever else that is about.

    A deed without a card takes that of the oldest open spot of its kind and person.
    """
    person = fields.get("person")
    if not person or not game.people.spots:
        return fields
    from givequest.domain.noticeboard.steps import is_spot_card, spot_of_card

    card = fields.get("card")
    if card is None:
        return _taking_up(game, kind, day, fields)
    if is_spot_card(card) and not fields.get("other"):
        spot = next((spot for spot in game.people.spots if spot.id == spot_of_card(card)), None)
        if spot is not None and spot.other:
            return {**fields, "other": _other_of(game, spot, person)}
    return fields


def steps_done(game: Game, spots: Collection[Spot], day: date) -> Done:
    """Return the first day on which deeds have done each step of some spots, up to a day, as far as they can be read.

    It is what `ProgressState.steps` holds, without rules and without its end: read from the records.
    """
    from givequest.domain.noticeboard.steps import is_spot_card, key_of_step

    if not spots:
        return {}
    first = date.fromordinal(min(spot.day for spot in spots))
    found: dict[str, int] = {}
    for year in range(first.year, day.year + 1):
        for record in game.years.records(year).values():
            if record.type is RecordType.DEED and record.card and is_spot_card(record.card) and record.day <= day:
                key, ordinal = key_of_step(record.card, record.person), record.day.toordinal()
                found[key] = min(found.get(key, ordinal), ordinal)
    return found


def _taking_up(game: Game, kind: str, day: date, fields: DeedFields) -> DeedFields:
    from givequest.domain.noticeboard.spots import MEET, NO_DAY, SpotState, in_turn, state_of
    from givequest.domain.noticeboard.steps import card_of

    person, ordinal = fields.get("person") or "", day.toordinal()
    about = [spot for spot in game.people.spots if spot.kind == kind and _is_about(game, spot, person, fields)]
    if not about:
        return fields
    done, keys_of = steps_done(game, about, day), game.people.keys_of
    for spot in in_turn(about, NO_DAY):
        if state_of(spot, ordinal, done, keys_of) is not SpotState.OPEN:
            continue
        if spot.sort != MEET:
            return {**fields, "card": card_of(spot.id)}
        if step := _step_with(game, spot, person, ordinal, done):
            return {**fields, "card": card_of(spot.id, step), "other": _other_of(game, spot, person)}
    return fields


def _step_with(game: Game, spot: Spot, person: str, ordinal: int, done: Done) -> str:
    """Return which step of an introduction a deed that names one of the two does; empty: none."""
    from givequest.domain.noticeboard.spots import asked_on, both_asked_on
    from givequest.domain.noticeboard.steps import ASK, MEET

    keys_of = game.people.keys_of
    if not asked_on(spot, person, done, keys_of):
        return ASK
    both = both_asked_on(spot, done, keys_of)
    return MEET if 0 < both < ordinal else ""


def _is_about(game: Game, spot: Spot, person: str, fields: DeedFields) -> bool:
    if not any(_same(game, person, name) for name in spot.people):
        return False
    other = fields.get("other")
    return not other or (bool(spot.other) and _same(game, other, _other_of(game, spot, person)))


def _other_of(game: Game, spot: Spot, person: str) -> str:
    """Return the one of two who should meet that a name does not mean, as they are shown."""
    other = spot.person if _same(game, person, spot.other) else spot.other
    return game.people.shown_name(other)


def _same(game: Game, name: str, other: str) -> bool:
    return name_key(name) == name_key(other) or bool(set(game.people.keys_of(name)) & set(game.people.keys_of(other)))
