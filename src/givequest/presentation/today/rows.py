"""What the cursor of a board goes over, and the sign of how each quest stands."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.application.board import Board, Quest
from givequest.domain.kinds import QUIET
from givequest.domain.records import Record
from givequest.named_tuple import NamedTuple
from givequest.presentation.paint import Paint

VOW, VOW_THEN = "Post nothing about yourself today.", "Tick it if you posted nothing about yourself that day."
"""What the quiet vow is, and what ticking it means on a day that is over."""
KEPT, KEPT_THEN = "Nothing posted about yourself today.", "Nothing posted about yourself that day."
POSTED = "You posted about yourself. Noted."


class Row(NamedTuple):
    """Something that the cursor can be on: a quest, or one deed of it."""

    quest: Quest
    deed: Record | None = None

    @property
    def place(self) -> tuple[str, bool]:
        """What tells the quests of a board apart."""
        return self.quest.kind.id, self.quest.is_beside


def rows_of(board: Board) -> list[Row]:
    """Return what the cursor goes over: each quest, then those of its deeds that say more than that they were done."""
    rows = []
    for quest in board.listed:
        rows.append(Row(quest))
        rows += [Row(quest, deed) for deed in quest.deeds if deed.person or deed.note]
    return rows


def next_open(rows: Sequence[Row], cursor: int, board: Board) -> int | None:
    """Return the place of the next quest, around the end, that can still be done; None where there's none."""
    places: list[int] = [*range(cursor + 1, len(rows)), *range(cursor)]
    for place in places:
        row = rows[place]
        if row.deed is None and not row.quest.kept and not is_slipped(row.quest, board):
            return place
    return None


def told_deed(quest: Quest, deed: Record) -> Record:
    """Return a deed of a quest as it is shown: with initials where its names have faded."""
    return quest.told.get(deed.id, deed)


def named_in(deed: Record) -> str:
    """Return whom a deed names: `Ana Berg + Ben Karlsson` where two were brought together."""
    return " + ".join(filter(None, (deed.person, deed.other)))


def is_slipped(quest: Quest, board: Board) -> bool:
    """Return whether a quest is the quiet vow of a day on which something about oneself was posted."""
    return quest.kind.id == QUIET and board.slip


def told_prompt(quest: Quest, board: Board) -> tuple[str, ...]:
    """Return what a quest asks for, a paragraph each: of the quiet vow first what ticking it means."""
    prompt = (quest.prompt,) if quest.prompt else ()
    if quest.kind.id != QUIET:
        return prompt
    return (_vow(quest, board), *(f"And: {words}" for words in prompt))


def _vow(quest: Quest, board: Board) -> str:
    if board.slip:
        return POSTED
    if board.day == board.today:
        return KEPT if quest.kept else VOW
    return KEPT_THEN if quest.kept else VOW_THEN


def prompt_role(quest: Quest, board: Board) -> str:
    """Return the role of what a quest asks for: it steps back where there's nothing to do any more."""
    return "muted" if quest.kept or board.rest else "text"


def mark_of(quest: Quest, board: Board, paint: Paint) -> tuple[str, str]:
    """Return the glyph and the role that say how a quest stands."""
    glyphs = paint.glyphs
    if quest.kept:
        return glyphs.done, "kept"
    if is_slipped(quest, board):
        return glyphs.slip, "slip"
    if quest.is_beside:
        return glyphs.arrow_right, "accent"
    if board.rest:
        return glyphs.rest, "rest"
    return (glyphs.todo, "muted") if quest.core else (glyphs.bonus, "bonus")
