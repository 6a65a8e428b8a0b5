"""The words that a newcomer was never told, for the foot of the help."""

from __future__ import annotations

from givequest.appearance.glyphs import Glyphs


def glossary(glyphs: Glyphs) -> tuple[tuple[str, str], ...]:
    """Return each word with what it means, in the signs of the set that is drawn with."""
    effort = "  ".join(glyphs.effort * steps for steps in (1, 2, 3))
    return (
        ("quest", "one suggestion for today; anything like it counts, too"),
        ("Quiet", "the vow: post nothing about yourself today"),
        (effort, "a breath, a short walk, a climb"),
        (f"{glyphs.bonus} bonus", "a fifth quest; the day is whole without it"),
        ("giving", "any quest but Quiet. Whole board: all four done on one day"),
        ("streak", "days in a row; one empty day is forgiven (see Grace)"),
        ("warmth", "how steady a habit is; an empty day cools it a little"),
        ("day off", "nothing counts, nothing breaks"),
        ("wall", "someone who doesn't answer. Some walls stay walls"),
        ("gift", "something good out of the blue; counted nowhere"),
    )
