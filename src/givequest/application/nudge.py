"""The nudge: whether to remind the person of today, for a status line or a reminder."""

from __future__ import annotations

from givequest.application.game.game import Game


def is_nudge_due(game: Game) -> bool:
    """Return whether nothing was given today yet, a giving kind is on the board, and today is not a day off.

    False if the records of today cannot be read.
    """
    today = game.today()
    history = game.histories.recent(today)
    facts = history.facts_of(today)
    if facts.rest or facts.giving or today.year in game.years.broken:
        return False
    kinds = (game.rules.kind_on(kind, today.toordinal()) for kind in history.board_on(today))
    return any(kind is not None and kind.giving for kind in kinds)
