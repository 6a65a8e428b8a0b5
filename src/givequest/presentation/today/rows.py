"""What the cursor of a board goes over, and the sign of how each quest stands."""

from __future__ import annotations

from givequest.application.board import Board, Quest
from givequest.domain.kinds import QUIET
from givequest.domain.records import Record
from givequest.named_tuple import NamedTuple
from givequest.presentation.paint import Paint


class Row(NamedTuple):
    """Something that the cursor can be on: a quest, or one deed of it."""

    quest: Quest
    deed: Record | None = None


def rows_of(board: Board) -> list[Row]:
    """Return what the cursor goes over: each quest, then those of its deeds that say more than that they were done."""
    rows = []
    for quest in board.quests:
        rows.append(Row(quest))
        rows += [Row(quest, deed) for deed in quest.deeds if deed.person or deed.note]
    return rows


def mark_of(quest: Quest, board: Board, paint: Paint) -> tuple[str, str]:
    """Return the glyph and the role that say how a quest stands."""
    glyphs = paint.glyphs
    if quest.kept:
        return glyphs.done, "kept"
    if quest.kind.id == QUIET and board.slip:
        return glyphs.slip, "slip"
    return (glyphs.todo, "muted") if quest.core else (glyphs.bonus, "bonus")
