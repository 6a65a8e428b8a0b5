"""What a morning begins with, of one home."""

from __future__ import annotations

from datetime import date

from givequest.application.game.game import Game
from givequest.domain.progress.state import ProgressState


def morning_of(game: Game, day: date, state: ProgressState) -> str:
    """Return the line of a day, the same all day long; `state` is where things stand on it."""
    first = date.fromordinal(state.first_deed) if state.first_deed else None
    return game.mornings.of_day(day, game.rules.seed, game.settings.hemisphere, first)
