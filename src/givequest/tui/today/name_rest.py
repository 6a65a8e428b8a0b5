"""Letting the name on a card rest: for today, for a month, and then for good."""

from __future__ import annotations

from datetime import date, timedelta

from givequest.application.game.game import Game
from givequest.application.people.editing import rest_people, set_tie
from givequest.domain.people.ties import Tie

A_MONTH = 30
"""Days of the second rest."""
NOBODY = "This card names nobody."


class NameRest:
    """Which name was let rest last, and how far: the card names another by then, and the key is meant for the first."""

    def __init__(self) -> None:
        self._last: tuple[date, str, str] | None = None
        """The day, the kind of the card, and the name."""
        self._step = 0

    def forget(self) -> None:
        """Let the next press be for the name that is on the card."""
        self._last = None

    def go_on(self, game: Game, kind: str, named: str | None) -> str:
        """Let a name rest, or longer where it was let rest just now; return what to say.

        Raises what saving raises, and then nothing has changed.
        """
        today = game.today()
        goes_on = self._last is not None and self._last[:2] == (today, kind)
        name = self._last[2] if goes_on and self._last is not None else named
        step = self._step + 1 if goes_on else 0
        if not name:
            return NOBODY
        if step == 0:
            rest_people(game, [name], today + timedelta(days=1))
            said = f"{name} isn't named today. {{quest.unname}} again makes it a month."
        elif step == 1:
            rest_people(game, [name], today + timedelta(days=A_MONTH))
            said = f"{name} isn't named for a month. {{quest.unname}} again sets them aside."
        else:
            set_tie(game, [name], Tie.ASIDE)
            said = f"{name} is set aside: on no list, and named nowhere. {{change.undo}} takes that back."
        self._last = (today, kind, name) if step < 2 else None
        self._step = step
        return said
