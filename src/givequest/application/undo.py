"""Undo: changes taken back and done again, each told in a sentence that names it."""

from __future__ import annotations

from givequest.application.game import Game
from givequest.domain.acts import Turn
from givequest.errors import GivequestError


def undo(game: Game) -> str:
    """Take back the latest change in force and return the sentence that names it.

    Raises `GivequestError` when there is none, and `StorageError`.
    """
    applied = game.store.undo()
    if applied is None:
        raise GivequestError("There is nothing to take back.")
    game.take_in(applied.years)
    return Turn.BACK.sentence(applied.label)


def redo(game: Game) -> str:
    """Do again what was taken back last and return the sentence that names it.

    Raises `GivequestError` when nothing was taken back since the latest change, and `StorageError`.
    """
    applied = game.store.redo()
    if applied is None:
        raise GivequestError("There is nothing to do again.")
    game.take_in(applied.years)
    return Turn.AGAIN.sentence(applied.label)
