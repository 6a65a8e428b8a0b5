"""The mirror beside a message: whose words stand in it, a few hints, what is good, and three questions."""

from __future__ import annotations

from givequest.domain.desk.meter import Leaning
from givequest.domain.desk.mirror import Finding, Reflection
from givequest.domain.text import clean_line
from givequest.presentation.lines import Line, fit, shorten, wrap
from givequest.presentation.paint import Paint

QUESTIONS = (
    "Would you send it if they could never answer?",
    "Would it still be worth sending without its last sentence?",
    "Could it go to anybody else unchanged?",
)
"""The three that nobody answers but the writer."""
OTHER_LANGUAGE = "The hints know English only. The three questions go with any language."
MOST_LEAVES = 12
MOST_SIGNS = 3
QUOTED = 60
"""Letters of the found words that are repeated."""
LABEL = 7
BOTH_BARS = 50
"""Columns from which the two bars have room on one line."""
ROOMY = 14
"""Lines from which there is a blank one between any two hints."""


def mirror_lines(reflection: Reflection | None, written: str, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the mirror in an area of cells; the questions stand at its foot, and give way to hints.

    Args:
        reflection: What is said of the message; None while there is none.
        written: The message, as spans count in it.
        width: Columns.
        height: Lines.
        paint: The colours and glyphs.

    """
    gap: list[Line] = [[]] if height >= ROOMY else []
    top = _bars(reflection, width, paint)[:height]
    for part in _findings(reflection, written, width, paint):
        if len(top) + len(gap) + len(part) > height:
            break
        top += [*(gap if top else []), *part]
    foot = [line for question in QUESTIONS for line in _paragraph("?", question, width, paint, "accent", "muted")]
    foot = foot if len(top) + len(gap) + len(foot) <= height else []
    return [*top, *([[]] * (height - len(top) - len(foot))), *foot]


def mirror_line(reflection: Reflection | None, width: int, paint: Paint) -> Line:
    """Return the one thing that matters most, for a screen with no room for more."""
    if reflection is None:
        return []
    if not reflection.is_english:
        return shorten([(OTHER_LANGUAGE, paint.style("muted"))], width, paint.glyphs.ellipsis)
    for mark, role, findings in (("~", "notice", reflection.shown), ("+", "kept", reflection.signs)):
        if findings:
            text = f"{mark} {findings[0].rule.hint}"
            return shorten([(text, paint.style(role))], width, paint.glyphs.ellipsis)
    return []


def _bars(reflection: Reflection | None, width: int, paint: Paint) -> list[Line]:
    """Return two bars of leaves: theirs and yours. There are none where there's too little to tell."""
    if reflection is None or reflection.meter.leaning is Leaning.SHORT:
        return []
    room = min(max(width - LABEL - 1, 0), MOST_LEAVES)
    theirs = round(reflection.meter.share * room)
    bars = (("theirs", theirs, "kept"), ("yours", room - theirs, "muted"))
    lines: list[Line] = [
        [(fit(label, LABEL, ""), paint.style("muted")), (paint.glyphs.leaf * leaves, paint.style(role))]
        for label, leaves, role in bars
    ]
    return [[*lines[0], ("  ", paint.style()), *lines[1]]] if width >= BOTH_BARS else lines


def _findings(reflection: Reflection | None, written: str, width: int, paint: Paint) -> list[list[Line]]:
    """Return each hint and each good sign as lines of its own, in the order in which they matter."""
    if reflection is None:
        return []
    if not reflection.is_english:
        return [_paragraph("", OTHER_LANGUAGE, width, paint, "muted", "muted")]
    hints = [
        [
            *_paragraph("~", finding.rule.hint, width, paint, "notice", "text"),
            *_quoted(finding, written, width, paint),
        ]
        for finding in reflection.shown
    ]
    signs = [
        _paragraph("+", finding.rule.hint, width, paint, "kept", "kept") for finding in reflection.signs[:MOST_SIGNS]
    ]
    return [*hints, *signs]


def _quoted(finding: Finding, written: str, width: int, paint: Paint) -> list[Line]:
    if finding.rule.measure:
        return []  # it speaks of the whole
    start, end = finding.spans[0]
    words = clean_line(written[start:end])
    words = words if len(words) <= QUOTED else words[: QUOTED - 1].rstrip() + paint.glyphs.ellipsis
    return _paragraph("", f'"{words}"', width, paint, "muted", "muted")[:2]


def _paragraph(mark: str, text: str, width: int, paint: Paint, mark_role: str, role: str) -> list[Line]:
    rows = wrap(text, max(width - 2, 1))
    return [
        [(f"{mark if not number else '':<2}", paint.style(mark_role, bold=True)), (row, paint.style(role))]
        for number, row in enumerate(rows)
    ]
