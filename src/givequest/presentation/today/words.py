"""A board in words, for pipes, screen readers and terminals that show nothing else."""

from __future__ import annotations

from givequest.application.board import Board, Quest
from givequest.domain.days import format_day
from givequest.domain.kinds import QUIET
from givequest.domain.progress.streaks import Streak


def board_lines(board: Board, *, with_numbers: bool) -> list[str]:
    """Return a board in words, a paragraph for each quest."""
    head = format_day(board.day) + (", a day off: nothing is due." if board.rest else ".")
    lines = [head, f"{board.title}, level {board.level}." if with_numbers else f"{board.title}."]
    for quest in board.quests:
        state = "done" if quest.kept else "posted, noted" if is_slipped(quest, board) else "open"
        bonus = "" if quest.core else ", bonus"
        lines += ["", f"{quest.kind.name} ({state}{bonus}): {quest.title}", f"  {quest.prompt}", f"  {quest.why}"]
        lines += [f"  Done: {words}" for words in told_deeds(quest)]
    giving = board.streaks["giving"]
    if with_numbers and giving.total:
        lines += ["", f"Giving: {days_in_a_row(giving)}, warmth {giving.warmth:.0%}."]
    return [line for line in lines if line.strip() or not line]


def is_slipped(quest: Quest, board: Board) -> bool:
    """Return whether a quest is the quiet vow of a day on which something about oneself was posted."""
    return quest.kind.id == QUIET and board.slip


def told_deeds(quest: Quest) -> list[str]:
    """Return who and what of the deeds of a quest that say more than that they were done."""
    told = (": ".join(filter(None, (deed.person, deed.note))) for deed in quest.deeds)
    return [words for words in told if words]


def days_in_a_row(streak: Streak) -> str:
    """Return how long a streak is, in words."""
    return f"{streak.current} day{'' if streak.current == 1 else 's'} in a row"
