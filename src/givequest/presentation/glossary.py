"""How it works, in one screen: the words that a newcomer was never told, and what figures are made of."""

from __future__ import annotations

from givequest.appearance.glyphs import Glyphs
from givequest.domain.progress.experience import MOST_A_DAY

IN_SHORT = (
    "Every morning lays out four small quests, and one for luck. Do one, or anything like it, then press {quest.done}. "
    "One is plenty."
)
"""What there is to do. The id of a command in braces becomes the key in force."""
NOTHING_LOST = "Only what you gave counts, never what others do. {change.undo} undoes anything."


def glossary(glyphs: Glyphs, grace: int = 1) -> tuple[tuple[str, str], ...]:
    """Return each word with what it means, in the signs of the set that is drawn with.

    `grace` is how many empty days a streak forgives.
    """
    effort = "  ".join(glyphs.effort * steps for steps in (1, 2, 3))
    return (
        ("quest", "one suggestion for today; anything like it counts, too"),
        ("Quiet", "the vow: post nothing about yourself today"),
        (effort, "a breath, a short walk, a climb"),
        (f"{glyphs.bonus} bonus", "a fifth quest; the day is whole without it"),
        ("giving", "any quest but Quiet. Whole board: all four done on one day"),
        ("streak", f"days in a row; {_forgiven(grace)} (see Grace)"),
        ("warmth", "how steady a habit is; an empty day cools it a little"),
        ("day off", "nothing counts, nothing breaks"),
        ("wall", "someone who doesn't answer. Some walls stay walls"),
        ("gift", "something good out of the blue; counted nowhere"),
    )


def figures(*, with_numbers: bool) -> tuple[tuple[str, str], ...]:
    """Return what levels and the end of a day's growing are."""
    cap = f"{MOST_A_DAY} points" if with_numbers else "so many deeds"
    return (
        ("level", "made of points, and yours to keep; a climb brings more"),
        ("enough", f"{cap} fill a day; then the forest has drunk enough"),
    )


def _forgiven(grace: int) -> str:
    if grace == 0:
        return "an empty day ends it"
    return "one empty day is forgiven" if grace == 1 else f"{grace} empty days are forgiven"
