"""A board as JSON."""

from __future__ import annotations

from typing import Any

from givequest.application.board import Board, Quest


def board_document(board: Board) -> dict[str, Any]:
    """Return a board as `givequest today --json` prints it."""
    return {
        "day": board.day.isoformat(),
        "rest": board.rest,
        "quests": [_quest_document(quest) for quest in board.quests],
        "beside": None if board.beside is None else _quest_document(board.beside),
        "streaks": {name: {"current": streak.current, "best": streak.best} for name, streak in board.streaks.items()},
        "xp": board.xp,
        "xp_today": board.xp_of_day,
        "level": board.level,
        "title": board.title,
    }


def _quest_document(quest: Quest) -> dict[str, Any]:
    return {
        "kind": quest.kind.id,
        "card": quest.card.id if quest.card else None,
        "title": quest.title,
        "prompt": quest.prompt,
        "why": quest.why,
        "effort": quest.effort,
        "core": quest.core,
        "done": quest.kept,
        "person": quest.person,
        "spot": quest.spot,
    }
