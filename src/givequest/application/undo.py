"""Undo and redo: of the latest change or of any by its id, each reported in a sentence that names it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from givequest.application.game.game import Game
from givequest.domain.change_labels import Turn, name_any
from givequest.domain.changes import Applied
from givequest.domain.records import RulesRecord
from givequest.domain.text import end_sentence
from givequest.errors import GivequestError

if TYPE_CHECKING:
    from givequest.domain.diagnostics import Diagnostic
    from givequest.domain.past_changes import PastChange
    from givequest.domain.records import AnyRecord

MOST_NAMED = 3
"""Of the records that are left as they are, so many are named, and the others counted."""


def undo(game: Game) -> str:
    """Undo the latest change in force and return a sentence that names it.

    Raises `GivequestError` when there is none, and `StorageError` when a file cannot be used or written.
    """
    applied = game.store.undo()
    if applied is None:
        raise GivequestError("There's nothing to undo.")
    return _told(game, applied)


def redo(game: Game) -> str:
    """Redo the change that was undone last and return a sentence that names it.

    Raises `GivequestError` when nothing was undone since the latest change, and `StorageError` when a
    file cannot be used or written.
    """
    applied = game.store.redo()
    if applied is None:
        raise GivequestError("There's nothing to redo.")
    return _told(game, applied)


def list_changes(game: Game) -> tuple[Sequence[PastChange], Sequence[Diagnostic]]:
    """Return all remembered changes, latest first, and problems with what could not be read. Raises StorageError."""
    return game.store.changes()


def moment_of(change: PastChange) -> datetime | None:
    """Return when a change was made, in local time; None if the time in the file is out of range."""
    try:
        return datetime.fromtimestamp(change.made / 1e6, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return None


def turn_change(game: Game, word: str, turn: Turn) -> str:
    """Undo or redo the change whose id starts with `word`, and return a sentence that names it.

    Later changes stay; records that were changed again since are left as they are, and named. This is itself a
    change that can be undone. Raises `GivequestError` when no change, or more
    than one, has such an id, when it is turned that way already, or when nothing of it is left to turn; and
    `StorageError` when a file cannot be used or written.
    """
    from givequest.domain.past_changes import find_change

    change = find_change(game.store.changes()[0], word)
    applied = game.store.turn(change.seq, turn)
    if not applied.partitions:
        kept = _kept(game, applied.kept) or "There's nothing left of it to change."
        raise GivequestError(f"This changed nothing: {end_sentence(applied.label)} {kept}")
    return _told(game, applied)


def _told(game: Game, applied: Applied) -> str:
    game.take_in(applied.partitions)
    sentence = (applied.turn or Turn.BACK).sentence(applied.label)
    return f"{sentence} {_kept(game, applied.kept)}".rstrip()


def _kept(game: Game, records: Sequence[AnyRecord]) -> str:
    """Return the sentence that names the records that were left as they are; nothing when there are none."""
    if not records:
        return ""
    told = [record for record in records if not isinstance(record, RulesRecord)]
    names = [name_any(record, game.rules.known, game.today()) for record in told[:MOST_NAMED]]
    more = len(records) - len(names)
    named = "; ".join([*names, *([f"{more} more"] if more else [])])
    return end_sentence(f"Changed again since, so left alone: {named}")
