"""A home with some people and some deeds for them."""

from __future__ import annotations

from datetime import date

import pytest

from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.application.people.editing import add_person
from givequest.domain.records.person import PersonRecord


def person(game: Game, name: str) -> PersonRecord:
    """Return the person of a name, who is there."""
    found = game.people.person(name)
    assert found is not None
    return found


@pytest.fixture
def peopled(game: Game) -> Game:
    """Return a game that knows Ana, Ben and Priya, and of Bo from a deed alone."""
    add_person(game, "Ana Berg", also=["Ana"], tie="close", dates=["--12-03 birthday"], tags=["choir"], met="In Lund.")
    add_person(game, "Ben Karlsson", tie="faded", note="Sails with Ana Berg.")
    add_person(game, "Priya Nair")
    deeds.log_deed(game, "help", date(2025, 3, 1), person="ana", note="Ana Berg's ladder")
    deeds.log_deed(game, "introduce", person="Ben Karlsson", other="ANA BERG")
    deeds.log_deed(game, "listen", person="Bo", note="Bo and the boat")
    return game
