"""What the arguments of several commands mean."""

from __future__ import annotations

from datetime import date

from givequest.application.game.game import Game


def named_day(words: str | None, game: Game) -> date | None:
    """Return the day that an argument names, None where it isn't given.

    Raises `UsageError` for words that name no day, or several, and for a day that hasn't come.
    """
    if words is None:
        return None
    from givequest.domain.dates.date_parser import parse_past_day  # most calls name none

    return parse_past_day(words, game.today())
