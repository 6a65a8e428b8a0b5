"""A board in words, for pipes, screen readers and terminals that show nothing else."""

from __future__ import annotations

from givequest.application.board import Board, Quest
from givequest.domain.days import format_day
from givequest.domain.progress.streaks import Streak
from givequest.domain.rules import GIVING, SERIES_NAMES
from givequest.presentation.today.rows import is_slipped, named_in, told_deed, told_prompt


def board_lines(board: Board, *, with_numbers: bool) -> list[str]:
    """Return a board in words, a paragraph for each quest."""
    head = format_day(board.day) + (", a day off." if board.rest else ".")
    lines = [head, f"{board.title}, level {board.level}." if with_numbers else f"{board.title}."]
    if board.morning:
        lines += ["", board.morning]
    for quest in board.listed:
        state = "done" if quest.kept else "posted" if is_slipped(quest, board) else "open"
        bonus = "" if quest.core or quest.is_beside else ", bonus"
        lines += ["", f"{quest.kind.name} ({state}{bonus}): {quest.title}"]
        lines += [f"  {words}" for words in (*told_prompt(quest, board), quest.why)]
        lines += [f"  Done: {words}" for words in told_deeds(quest)]
    giving = board.streaks[GIVING]
    if with_numbers and giving.total:
        lines += ["", f"{SERIES_NAMES[GIVING]}: {streak_words(giving)}, warmth {giving.warmth:.0%}."]
    return [line for line in lines if line.strip() or not line]


def told_deeds(quest: Quest) -> list[str]:
    """Return who and what of the deeds of a quest that say more than that they were done."""
    deeds = (told_deed(quest, deed) for deed in quest.deeds)
    told = (": ".join(filter(None, (named_in(deed), deed.note))) for deed in deeds)
    return [words for words in told if words]


def streak_words(streak: Streak) -> str:
    """Return how long a streak is, in words."""
    return f"a streak of {streak.current} day{'' if streak.current == 1 else 's'}"
