"""The picture of the mirror: bars that tell their shares, in any size, with and without numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.appearance import ASCII, UNICODE, Glyphs, load_theme
from givequest.application.mirror.mirror import MirrorMonth, MirrorYear
from givequest.domain.mirror.counts import PostCounts
from givequest.presentation.lines import width_of
from givequest.presentation.mirror.chart import MirrorView, bar_cells, mirror_lines
from givequest.presentation.paint import Paint

OCTOBER = PostCounts(40, 11, 10, 23)


def view(*, with_numbers: bool = True, month: int = 10) -> MirrorView:
    """Return a year with posts in October and November."""
    counts = {10: OCTOBER, 11: PostCounts(0, 0, 0, 7)}
    months = (MirrorMonth(date(2026, n, 1), counts.get(n, PostCounts()), 3 * (n == 10), {}) for n in range(1, 13))
    return MirrorView(MirrorYear(2026, tuple(months), ("mastodon", "x")), month, with_numbers)


def text(view: MirrorView, width: int, height: int, glyphs: Glyphs = UNICODE) -> list[str]:
    """Return the picture without colours."""
    paint = Paint(load_theme("forest", "")[0], glyphs)
    return ["".join(part for part, _ in line) for line in mirror_lines(view, width, height, paint)]


@given(st.tuples(*[st.integers(0, 300)] * 4), st.integers(0, 400), st.integers(1, 120))
def test_a_bar_is_as_long_as_its_month_and_shows_whatever_there_is(
    numbers: tuple[int, int, int, int], more: int, cells: int
) -> None:
    """Never longer than there is room; a sort without posts has no cell, one with posts has, while there is room."""
    counts = PostCounts(*numbers)
    found = bar_cells(counts, counts.total + more, cells)
    assert sum(found) <= cells
    assert all(not cell for cell, number in zip(found, numbers, strict=True) if not number)
    if counts.total and cells >= 4:
        assert all(cell for cell, number in zip(found, numbers, strict=True) if number)
        assert abs(sum(found) - cells * counts.total / (counts.total + more)) <= 4


def test_eighty_columns_tell_all_of_it() -> None:
    """The year, twelve months, what the shades mean, and one plain sentence."""
    lines = text(view(), 80, 21)
    assert lines[0].startswith("╭─ Whose party it was, 2026 ─")
    assert "▸Oct" in lines[11]
    assert "84" in lines[11]
    assert "█ to others  ▓ passed on  ▒ naming someone  ░ only me" in lines[14]
    assert lines[16] == "  In October, 61 of 84: someone else was at the party too."
    assert lines[17].startswith("  Mastodon and X. Only these numbers are kept")


def test_without_numbers_there_is_none() -> None:
    """But the year."""
    shown = "\n".join(text(view(with_numbers=False), 80, 21)).replace("2026", "")
    assert not any(letter.isdigit() for letter in shown)
    assert "In October, someone else was at the party too." in shown
    assert "In November, a party for one." in "\n".join(text(view(with_numbers=False, month=11), 80, 21))


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize("size", [(20, 6), (40, 12), (72, 20), (80, 21), (120, 37), (300, 90)])
def test_it_fits_wherever_it_is_drawn(size: tuple[int, int], glyphs: Glyphs) -> None:
    """And in ASCII it is ASCII."""
    width, height = size
    paint = Paint(load_theme("forest", "")[0], glyphs)
    lines = mirror_lines(view(), width, height, paint)
    assert len(lines) <= height
    assert all(width_of(line) <= width for line in lines)
    assert glyphs is UNICODE or "".join(text(view(), width, height, ASCII)).isascii()
    assert any("Oct" in line for line in text(view(), width, height, glyphs))
