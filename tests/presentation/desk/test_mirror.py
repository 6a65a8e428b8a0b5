"""The mirror as lines: whole hints only, and within its area whatever the message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.appearance import Glyphs, load_theme
from givequest.appearance.glyphs import ASCII, UNICODE
from givequest.config.desk_rules import load_hint_rules
from givequest.domain.desk.message import Message
from givequest.domain.desk.mirror import reflect
from givequest.presentation.desk.mirror import QUESTIONS, mirror_line, mirror_lines
from givequest.presentation.lines import Line, width_of
from givequest.presentation.paint import Paint

THEME = load_theme("forest", "")[0]
RULES, _ = load_hint_rules("/nowhere/at/all")
TEXTS = [
    "",
    "Hi all, I'm thrilled to announce my new course. Check out my page! By the way, could you introduce me to her?",
    "Ana, the way you ran the meeting on Tuesday stayed with me all week. No need to write back.",
    "Liebe Ana, ich wünsche dir alles Gute zum neuen Job, das ist nicht schlecht.",
    "[b]you[/b] \u202e you said 漢字漢字 check out my " + "x" * 300,
]


def text_of(lines: list[Line]) -> str:
    """Return lines as text."""
    return "\n".join("".join(text for text, _ in line) for line in lines)


@given(st.sampled_from(TEXTS), st.integers(1, 90), st.integers(0, 40), st.sampled_from([UNICODE, ASCII]))
def test_it_stays_within_its_area(text: str, width: int, height: int, glyphs: Glyphs) -> None:
    """Of any size, in either set of signs."""
    paint = Paint(THEME, glyphs)
    reflection = reflect(Message(text, "congratulate", "Ana"), RULES) if text else None
    lines = mirror_lines(reflection, text, width, height, paint)
    assert len(lines) == height
    if width > 10:
        assert all(width_of(line) <= width for line in lines)
        assert width_of(mirror_line(reflection, width, paint)) <= width


@pytest.mark.parametrize("height", range(3, 30))
def test_a_hint_is_shown_whole_or_not_at_all(height: int) -> None:
    """However few lines there are; the questions give way to them."""
    paint, text = Paint(THEME, UNICODE), TEXTS[1]
    reflection = reflect(Message(text, "congratulate", "Ana"), RULES)
    shown = " ".join(text_of(mirror_lines(reflection, text, 60, height, paint)).split())
    for finding in reflection.shown:
        assert (finding.rule.hint in shown) or (" ".join(finding.rule.hint.split()[:3]) not in shown)
    assert sum(question in shown for question in QUESTIONS) in (0, len(QUESTIONS))


def test_no_verdict_is_ever_shown() -> None:
    """No word for the whole, and no figure."""
    paint = Paint(THEME, UNICODE)
    for text in TEXTS[1:3]:
        reflection = reflect(Message(text, "congratulate", "Ana"), RULES)
        shown = text_of(mirror_lines(reflection, text, 60, 40, paint)).lower()
        assert not any(word in shown for word in ("rework", "polish", "clear", "gift", "selfish", "wrong", "score"))
