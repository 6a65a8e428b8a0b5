"""Which hello is on the board of a day."""

from __future__ import annotations

from datetime import date, timedelta

from givequest.application.game.game import Game
from givequest.domain.people.hello import CARD, LIFE, Hello, hello_on


def hello_of_day(game: Game, day: date) -> Hello | None:
    """Return the hello that is on the board of a day, as far as records can be read; None where there is none."""
    ordinal = day.toordinal()
    hellos = [hello for hello in game.people.hellos if 0 <= ordinal - hello.begins <= LIFE]
    if not hellos:
        return None
    first = min(hello.begins for hello in hellos)
    return hello_on(hellos, ordinal, _done(game, day, ordinal - first))


def _done(game: Game, day: date, days: int) -> set[str]:
    """Return the cards of the deeds of some days before one that may have done a hello."""
    return {
        record.card
        for ago in range(1, days + 1)
        for record in game.years.records_on(day - timedelta(days=ago))
        if record.card is not None and record.card.startswith(CARD)
    }
