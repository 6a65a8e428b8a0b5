"""The question about yesterday, in a line of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, width_of
from givequest.presentation.notice import INDENT
from givequest.presentation.paint import Paint

QUESTION = "Yesterday: nothing posted about yourself?"
SHORT_QUESTION = "Yesterday: no posts about you?"
NOTHING, POSTED = "nothing posted", "I posted"


class AnswerKeys(NamedTuple):
    """The keys that answer, as people write them."""

    nothing: str
    """Nothing was posted."""
    posted: str
    """Something was."""


def answer_keys(with_keys: Callable[[str], str]) -> AnswerKeys:
    """Return the keys in force; `with_keys` puts them in the place of {ids of commands}."""
    return AnswerKeys(*with_keys("{answer.yes} {answer.no}").split(" "))


class SeenQuestion(NamedTuple):
    """A question that was on the terminal."""

    day: date
    """The day that it was about."""
    at: float
    """When it was written there, by the monotonic clock, in seconds."""


def answer_at(keys: AnswerKeys, width: int, paint: Paint, column: int) -> str:
    """Return which key is named in a column of the question, as `question_line` draws it; empty: none is."""
    line = question_line(keys, width, paint) or []
    begins = [width_of(line[:place]) for place in range(len(line) + 1)]
    if len(line) > 3:
        ends = begins[4], begins[6]
    elif line:  # both in one span
        ends = begins[2] + len(f"{INDENT}{keys.nothing} "), begins[3]
    else:
        return ""
    if column < begins[2]:
        return ""
    return keys.nothing if column < ends[0] else keys.posted if column < ends[1] else ""


def question_line(keys: AnswerKeys, width: int, paint: Paint) -> Line | None:
    """Return the question with its keys in a width of cells; None where it could not be read to its end.

    Then it is not asked: no key may answer what nobody could read.
    """
    plain, key, muted = paint.style("text"), paint.style("accent", bold=True), paint.style("muted")
    indent = (INDENT, paint.style())
    short_keys = (f"{INDENT}{keys.nothing} / {keys.posted}", key)
    told_keys = [(f"{INDENT}{keys.nothing}", key), (f" {NOTHING}", muted)]
    told_keys += [(f"{INDENT}{keys.posted}", key), (f" {POSTED}", muted)]
    forms: tuple[Line, ...] = (
        [indent, (QUESTION, plain), *told_keys],
        [indent, (QUESTION, plain), short_keys],
        [indent, (SHORT_QUESTION, plain), short_keys],
    )
    return next((line for line in forms if width_of(line) <= width), None)
