"""The noticeboard as a list: what stands there, what rests, and what was let be of late."""

from __future__ import annotations

from datetime import date
from typing import Any

from givequest.application.game.game import Game
from givequest.application.noticeboard.taking_up import steps_done
from givequest.domain.deck.cards import Card
from givequest.domain.noticeboard.choosing import waits
from givequest.domain.noticeboard.introductions import Introducing, next_step
from givequest.domain.noticeboard.spot_cards import spot_card, step_card
from givequest.domain.noticeboard.spots import MEET, Spot, SpotState, asked_on, state_of
from givequest.domain.noticeboard.steps import ASK, Done
from givequest.domain.people.last_word import last_word
from givequest.domain.records.spot import SpotRecord
from givequest.named_tuple import NamedTuple

LATELY = 30
"""Days for which what was let be is still told."""
_ORDER = (SpotState.OPEN, SpotState.DONE, SpotState.RESTS, SpotState.LET_BE, SpotState.GONE)


class SpotRow(NamedTuple):
    """What was noticed, as it stands on the noticeboard."""

    spot: Spot
    """With the names of people as they are shown."""
    record: SpotRecord
    state: SpotState
    since: str
    """When it was noticed, in soft words."""
    step: Introducing | None = None
    """What comes next of an introduction today; None: nothing does."""
    asked: tuple[str, ...] = ()
    """Which of two who should meet were asked."""
    until: date | None = None
    """The day until which it rests; None: it does not, or as long as whoever it is about does."""


def list_spots(game: Game, *, with_ended: bool = False) -> list[SpotRow]:
    """Return what stands on the noticeboard: what is open, done today, resting, or was let be of late.

    With `with_ended` everything that was ever noticed, what was done or is gone too. Each part has its newest first.
    """
    today = game.today()
    ordinal = today.toordinal()
    done = steps_done(game, game.people.spots, today)
    rows = []
    for spot in game.people.spots:
        record = game.people.spot_records.get(spot.id)
        if record is None:
            continue
        row = _row(game, spot, record, ordinal, done)
        if with_ended or _is_there(row, ordinal, done):
            rows.append(row)
    rows.sort(key=lambda row: (row.spot.day, row.spot.at, row.spot.id), reverse=True)
    return sorted(rows, key=lambda row: _ORDER.index(row.state))


def _row(game: Game, spot: Spot, record: SpotRecord, ordinal: int, done: Done) -> SpotRow:
    people = game.people
    spot = spot._replace(
        person=people.shown_name(spot.person), other=people.shown_name(spot.other) if spot.other else ""
    )
    state = state_of(spot, ordinal, done, people.keys_of)
    if state is SpotState.OPEN and waits(spot, ordinal, people.profile):
        state = SpotState.RESTS
    is_meeting = spot.sort == MEET
    step = next_step(spot, ordinal, done, people.keys_of) if is_meeting and state is SpotState.OPEN else None
    asked = (name for name in spot.people if asked_on(spot, name, done, people.keys_of)) if is_meeting else ()
    until = date.fromordinal(spot.begins) if ordinal < spot.begins else None
    return SpotRow(spot, record, state, last_word(spot.day, ordinal), step, tuple(asked), until)


def _is_there(row: SpotRow, ordinal: int, done: Done) -> bool:
    if row.state is SpotState.DONE:
        return ordinal in (day for key, day in done.items() if key.partition(".")[0] == row.spot.id)
    if row.state is SpotState.LET_BE:
        return ordinal - row.spot.closed <= LATELY
    return row.state is not SpotState.GONE


def step_words(step: Introducing | None) -> str | None:
    """Return what comes next of an introduction in a few words: `ask Ana Berg`."""
    if step is None:
        return None
    return f"ask {step.person}" if step.step == ASK else f"introduce {step.person} and {step.other}"


def spot_document(row: SpotRow) -> dict[str, Any]:
    """Return what was noticed as `givequest spots --json` prints it."""
    return {
        "id": row.spot.id,
        "sort": row.spot.sort,
        "person": row.spot.person,
        "other": row.spot.other or None,
        "text": row.spot.text or None,
        "day": row.record.day.isoformat(),
        "state": str(row.state),
        "step": step_words(row.step),
    }


def card_of_row(game: Game, row: SpotRow) -> Card | None:
    """Return the card of today of what was noticed, or of its step; None where there is none."""
    ordinal = game.today().toordinal()
    if not game.spot_texts or (row.spot.sort == MEET and row.step is None):
        return None
    if row.step is not None:
        return step_card(row.step, ordinal, game.spot_texts)
    return spot_card(row.spot, ordinal, game.spot_texts)
