"""The third picture of page 3: whose party one's posts were, a year of months."""

from __future__ import annotations

from datetime import date

from givequest.application.game.game import Game
from givequest.application.mirror.mirror import mirror_year, posted_years
from givequest.presentation.mirror.chart import MirrorView


def mirror_view(game: Game, day: date) -> MirrorView | None:
    """Return the picture of a day's year, its month chosen; None where no posts were counted. Raises `StorageError`."""
    if not posted_years(game):
        return None
    return MirrorView(mirror_year(game, day.year), day.month, game.settings.numbers)


def first_posted(game: Game) -> date:
    """Return the first day of the first year of which posts were counted. Raises `StorageError`."""
    return date(min(posted_years(game), default=game.today().year), 1, 1)
