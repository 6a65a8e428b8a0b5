"""People in rows: name, tie, how long ago the last word was, and what else there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from givequest.domain.people.last_word import NOT_YET
from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, fit, shorten
from givequest.presentation.paint import Paint

if TYPE_CHECKING:
    from givequest.application.people.listing import PersonRow

NAMED, DATED, RESTING = "named", "dated", "resting"
"""What a row can be marked with: a name of today, a date that is soon, a rest that was asked for."""
LEAD, TIE, GAP = 2, 6, 1
"""Cells of the cursor and the mark before a name, of the tie, and between columns."""
WORD = len("a month or two ago")
"""Cells of how long ago the last word was: the longest words for it."""
WITH_TIES, WITH_MORE, WITH_WHOLE_TIES = 40, 54, 64
"""Columns from which on there is room for ties, for more than those, and for the longest of them whole."""
LONGEST_TIE = len("remembered")
SMALLEST_NAME, WIDEST_NAME = 8, 32
TIE_ROLES = {"close": "warmth", "faded": "bridged", "edge": "level", "wall": "muted", "remembered": "rest"}
COVER = 6
"""Dots in the place of a name that is covered: as many for each, or its length would tell it."""


class NameRow(NamedTuple):
    """One name in a list."""

    name: str
    tie: str | None = None
    word: str = NOT_YET
    """How long ago the last word was."""
    mark: str = ""
    """`NAMED`, `DATED`, `RESTING`, or nothing."""
    more: str = ""
    """Tags; of somebody out of an address book the book and what it says."""
    is_chosen: bool = False
    """Whether it is one of several that were chosen together."""


def row_of(person: PersonRow, today: date, *, is_chosen: bool = False, on_board: bool = False) -> NameRow:
    """Return somebody as a row; `on_board` where a card of this day names them."""
    record = person.record
    rests = record is not None and record.snooze is not None and record.snooze > today
    mark = NAMED if person.named or on_board else DATED if person.coming is not None else RESTING if rests else ""
    tags = ", ".join(record.tags) if record is not None else ""
    return NameRow(person.name, record.tie if record is not None else None, person.word, mark, tags, is_chosen)


class Columns(NamedTuple):
    """How many cells each column has; none where there is no room for it."""

    name: int
    tie: int
    word: int
    more: int


def columns_of(width: int) -> Columns:
    """Return the columns of rows of a width in cells."""
    if width < WITH_TIES:
        word = WORD if width >= LEAD + SMALLEST_NAME + GAP + WORD else 0
        return Columns(max(width - LEAD - (word + GAP if word else 0), 1), 0, word, 0)
    tie = LONGEST_TIE if width >= WITH_WHOLE_TIES else TIE
    marks, known = LEAD + 2, tie + GAP + WORD + GAP
    if width < WITH_MORE:
        return Columns(width - marks - known, TIE, WORD, 0)
    name = min(max((width - marks - known) * 9 // 20, 16), WIDEST_NAME)
    return Columns(name, tie, WORD, width - marks - known - name - GAP)


def heading(width: int, paint: Paint, word: str = "last word", more: str = "tags") -> Line:
    """Return the line above the rows, with what each column is."""
    columns = columns_of(width)
    words = " " * LEAD + fit("Name", columns.name, "")
    if columns.tie:
        words += "   " + fit("tie", columns.tie, "")
    if columns.word:
        words += " " + fit(word, columns.word, "")
    if columns.more:
        words += " " + more
    return [(words, paint.style("muted"))]


def row_line(row: NameRow, width: int, paint: Paint, *, here: bool = False, covered: bool = False) -> Line:
    """Return a row in a width of cells; `here` where the cursor is on it."""
    glyphs, columns = paint.glyphs, columns_of(width)
    ellipsis = glyphs.ellipsis
    name = covered_name(paint) if covered else row.name
    sign = glyphs.cursor if here else " "
    line: Line = [
        (sign + (glyphs.done if row.is_chosen else " "), paint.style("accent", bold=True)),
        (fit(name, columns.name, ellipsis), paint.style("text", bold=here)),
    ]
    if columns.tie:
        mark = {NAMED: glyphs.arrow_left, DATED: glyphs.date, RESTING: glyphs.snooze}.get(row.mark, " ")
        tie = row.tie or glyphs.bullet
        line.append((f" {mark} ", paint.style("accent", bold=True)))
        line.append((fit(tie, columns.tie, ellipsis), paint.style(TIE_ROLES.get(tie, "muted"))))
    if columns.word:
        line.append(
            (" " + fit(row.word, columns.word, ellipsis), paint.style("muted" if row.word == NOT_YET else "text"))
        )
    if columns.more:
        line.append((" " + fit(row.more, columns.more, ellipsis), paint.style("muted")))
    return shorten(line, width, ellipsis)


def covered_name(paint: Paint) -> str:
    """Return what is shown in the place of any name that is covered."""
    return paint.glyphs.bullet * COVER


def legend(rows: Sequence[NameRow], paint: Paint) -> Line:
    """Return what the marks on some rows say; nothing where there are none."""
    glyphs = paint.glyphs
    marks = {row.mark for row in rows}
    told = (
        (NAMED, glyphs.arrow_left, "named today"),
        (DATED, glyphs.date, "a date soon"),
        (RESTING, glyphs.snooze, "rests"),
    )
    line: Line = []
    for mark, sign, words in told:
        if mark in marks:
            line += [("  " if line else " " * LEAD, paint.style()), (sign, paint.style("accent", bold=True))]
            line.append((f" {words}", paint.style("muted")))
    return line


def seen_rows(cursor: int, count: int, height: int) -> range:
    """Return the places of the rows that are seen in some lines, the cursor in their middle where it can be."""
    first = max(0, min(cursor - height // 2, count - height))
    return range(first, min(first + height, count))
