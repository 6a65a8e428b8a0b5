"""People as lines: nothing is wider or higher than its room, and no name breaks a line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.appearance import load_theme
from givequest.appearance.contrast import contrast
from givequest.appearance.glyphs import ASCII, UNICODE
from givequest.appearance.theme import GROUNDS, TEXTS
from givequest.presentation.lines import Line, width_of
from givequest.presentation.paint import Paint
from givequest.presentation.people.detail import PersonDetail, detail_lines, scrolled
from givequest.presentation.people.first_minute import Suggested, no_names, placing_lines, three_lines
from givequest.presentation.people.found import Finds, found_lines
from givequest.presentation.people.rows import (
    DATED,
    NAMED,
    RESTING,
    TIE_ROLES,
    NameRow,
    columns_of,
    heading,
    legend,
    row_line,
    seen_rows,
)
from givequest.presentation.people.soon import SoonDate, soon_lines

THEME = load_theme("forest", "")[0]
PAINT = Paint(THEME, UNICODE)
IN_ASCII = Paint(THEME, ASCII)
HOSTILE = (
    "[/ now",
    "[bold]loud[/bold]",
    "李小龍",
    "e\u0301\u0301\u0301",
    "👩‍👩‍👧‍👦 family",
    "a" * 300,
    "word " * 80,
    "{n} %s \\",
)
NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
ROWS = st.builds(
    NameRow,
    NAMES,
    st.sampled_from((None, *TIE_ROLES, "aside")),
    st.sampled_from(("not yet", "a month or two ago")),
    st.sampled_from(("", NAMED, DATED, RESTING)),
    NAMES,
    st.booleans(),
)


def text_of(line: Line) -> str:
    """Return what a line says."""
    return "".join(text for text, _ in line)


@given(ROWS, st.integers(1, 140), st.booleans(), st.booleans())
def test_a_row_is_as_wide_as_its_room_at_the_most(row: NameRow, width: int, here: bool, covered: bool) -> None:
    """Whatever anybody is called."""
    assert width_of(row_line(row, width, PAINT, here=here, covered=covered)) <= width


def test_on_a_small_screen_a_row_has_name_and_last_word() -> None:
    """At 80 columns the tie as well, on a wide one the tags."""
    row = NameRow("Ana Berg", "close", "some weeks ago", NAMED, "choir, boats")
    assert text_of(row_line(row, 36, PAINT, here=True)).split("  ")[0:1] == ["▸ Ana Berg"]
    assert "close" not in text_of(row_line(row, 36, PAINT))
    assert "some weeks ago" in text_of(row_line(row, 36, PAINT))
    assert text_of(row_line(row, 42, PAINT)).split() == ["Ana", "Berg", "‹", "close", "some", "weeks", "ago"]
    assert text_of(row_line(row, 80, PAINT)).endswith(f" {'choir, boats':<{columns_of(80).more}}")


@pytest.mark.parametrize("width", range(40, 120))
def test_the_heading_stands_above_its_columns(width: int) -> None:
    """Each word of it begins where its column does."""
    row = text_of(row_line(NameRow("Ana", "wall", "today", "", "tag"), width, PAINT))
    head = text_of(heading(width, PAINT))
    assert head.index("Name") == row.index("Ana")
    assert head.index("tie") == row.index("wall")
    assert head.index("last word") == row.index("today")
    assert ("tags" in head) == (" tag" in row)


def test_a_covered_name_tells_nothing_not_even_its_length() -> None:
    """All names look the same."""
    rows = [row_line(NameRow(name), 42, PAINT, covered=True) for name in HOSTILE]
    assert len({text_of(row) for row in rows}) == 1


def test_the_legend_tells_the_marks_that_are_there() -> None:
    """In signs of the theme."""
    rows = [NameRow("Ana", mark=NAMED), NameRow("Mum", mark=RESTING)]
    assert text_of(legend(rows, PAINT)).split("  ") == ["", "‹ named today", "z rests"]
    assert text_of(legend(rows, IN_ASCII)).isascii()
    assert legend([NameRow("Ana")], PAINT) == []


@given(st.integers(0, 40), st.integers(0, 41), st.integers(1, 30))
def test_the_cursor_is_always_among_the_rows_that_are_seen(cursor: int, count: int, height: int) -> None:
    """And no line is left empty that could hold one."""
    seen = seen_rows(cursor, count, height)
    assert len(seen) == min(count, height)
    assert cursor >= count or cursor in seen


DETAILS = st.builds(
    PersonDetail,
    NAMES,
    st.lists(NAMES, max_size=2).map(tuple),
    st.lists(NAMES, max_size=4).map(tuple),
    st.lists(st.tuples(st.just("Mail"), NAMES), max_size=3).map(tuple),
    st.lists(st.tuples(st.just("Today"), st.lists(NAMES, max_size=3).map(tuple)), max_size=3).map(tuple),
    st.sampled_from(("", "Nothing on the board.")),
    st.just((("space", "a word to Ana"), ("i", "introduce"))),
)


@given(DETAILS, st.integers(2, 70), st.integers(1, 30), st.booleans())
def test_a_person_fits_its_panel(detail: PersonDetail, width: int, height: int, is_open: bool) -> None:
    """Scrolled, every line of it can be seen."""
    view = detail_lines(detail, width, height, PAINT, link=0 if detail.links else None, is_open=is_open)
    shown = scrolled(view.lines, 0, height, PAINT, width)
    assert len(shown) <= height
    assert all(width_of(line) <= width for line in shown)


def test_keys_are_told_where_there_is_room_for_all_of_them() -> None:
    """And links are found on their lines."""
    detail = PersonDetail(
        "Ana", ("close",), links=(("Mail", "a@b.example"),), keys=(("space", "a word"), ("z", "rest"))
    )
    roomy = detail_lines(detail, 30, 12, PAINT, link=0, is_open=True)
    tight = detail_lines(detail, 30, 4, PAINT)
    assert text_of(roomy.lines[-1]).strip() == "z      rest"
    assert all("rest" not in text_of(line) for line in tight.lines)
    assert text_of(roomy.lines[next(iter(roomy.links))]) == "▸ Mail: a@b.example"


@given(
    st.lists(ROWS, max_size=9), st.lists(ROWS, max_size=4), st.integers(0, 13), st.integers(4, 90), st.integers(1, 30)
)
def test_finds_fit_and_the_chosen_one_is_seen(
    rows: list[NameRow], near: list[NameRow], cursor: int, width: int, height: int
) -> None:
    """What holds what is typed, a new name, and what nearly does."""
    finds = Finds("typed", tuple(rows), tuple(near), "2 of 9 people", has_books=True)
    cursor = min(cursor, finds.choices - 1)
    lines = found_lines(finds, cursor, width, height, PAINT).lines
    assert len(lines) <= max(height, 2)
    assert all(width_of(line) <= width for line in lines)
    if height > 4:
        assert any("▸" in text_of(line)[:1] for line in lines)


def test_a_name_that_nobody_has_is_offered_as_a_new_person() -> None:
    """Above those that nearly have it."""
    finds = Finds("Ingird", (), (NameRow("Ingrid Borg"),), "1 of 9 people")
    shown = [text_of(line).strip() for line in found_lines(finds, 0, 60, 20, PAINT).lines]
    assert shown[1].startswith("▸ Ingird  a new person")
    assert shown[3] == "Did you mean"
    assert shown[4].startswith("Ingrid Borg")


@given(NAMES, NAMES, st.lists(NAMES, max_size=12), st.integers(10, 90), st.integers(1, 24))
def test_the_screens_of_the_first_minute_fit(name: str, more: str, left: list[str], width: int, height: int) -> None:
    """No names, names to be placed, and three names after an import."""
    screens = (
        no_names(width, height, PAINT, (("n", "write"), ("a", "bring"))),
        placing_lines(name, more, left, width, height, PAINT, words="Who are they to you?"),
        three_lines([Suggested(one, more) for one in left[:3]], 0, width, height, PAINT, brought="Brought.").lines,
    )
    for lines in screens:
        assert len(lines) <= height
        assert all(width_of(line) <= width for line in lines)


@given(NAMES, st.integers(4, 90), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_date_is_one_line(name: str, width: int, day: date) -> None:
    """Whoever it is of."""
    lines = soon_lines([SoonDate(day, name, "birthday")], width, PAINT, chosen=0)
    assert len(lines) == 1


def test_every_role_that_page_5_reads_by_can_be_read() -> None:
    """They are among those that every theme is measured by; on this one they are, too."""
    roles = {*TIE_ROLES.values(), "text", "muted", "accent", "kept", "slip"}
    assert roles <= {*TEXTS}
    assert min(contrast(THEME.colour(role), THEME.colour(ground)) for role in roles for ground in GROUNDS) >= 4.5


@pytest.mark.parametrize("width", [64, 70, 100, 160])
def test_the_longest_tie_is_whole_where_there_is_room(width: int) -> None:
    """On a list of 64 columns and more."""
    row = NameRow("Aunt Rosa", "remembered")
    assert "remembered" in "".join(text for text, _ in row_line(row, width, PAINT))
