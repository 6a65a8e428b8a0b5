"""The tabs of the pages: what is written on them in which width, and where each can be clicked."""

from __future__ import annotations

import pytest

from givequest.appearance import UNICODE, load_theme
from givequest.commands.keymap import read_keymap, tabs_of
from givequest.commands.registry import PAGES
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint
from givequest.presentation.tabs import Tabs, tab_at, tab_line

PAINT = Paint(load_theme("forest", "")[0], UNICODE)
NAMES = " 1 Today 2 Journal 3 Charts 4 Forest 5 People 6 Desk "


def tabs(page: str = "today", keys: dict[str, str] | None = None) -> Tabs:
    """Return the tabs with a page open."""
    return tabs_of(page, read_keymap(keys or {})[0], in_ascii=False)


def text(line: Line) -> str:
    """Return a line's letters."""
    return "".join(letters for letters, _ in line)


@pytest.mark.parametrize(
    ("width", "written"),
    [(300, NAMES), (79, NAMES), (78, " 1 2 Journal 3 4 5 6 "), (33, " 1 2 Journal 3 4 5 6 "), (32, " 1 2 3 4 5 6 ")],
)
def test_names_go_where_it_is_narrow_and_that_of_the_open_page_last(width: int, written: str) -> None:
    """All of them have room beside the day and the level on eighty columns."""
    assert text(tab_line(tabs("journal"), width, PAINT)) == written


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [200, 60, 20])
def test_the_open_page_is_lit_and_no_other(page: str, width: int) -> None:
    """With the cell at either side, as the tab that one is behind."""
    lit = "".join(letters for letters, ink in tab_line(tabs(page), width, PAINT) if ink.on == "cursor_background")
    digit = PAGES.index(page) + 1
    assert lit == (f" {digit} {page.title()} " if width > 20 else f" {digit} ")


def test_a_page_without_a_tab_lights_none() -> None:
    """All can be gone to from it."""
    line = tab_line(tabs("noticeboard"), 100, PAINT)
    assert text(line) == NAMES
    assert all(ink.on == "background" for _, ink in line)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [200, 60, 20])
def test_each_letter_of_a_tab_is_that_tab(page: str, width: int) -> None:
    """And what's behind the last one is none."""
    shown = tabs(page)
    written = text(tab_line(shown, width, PAINT))
    for number, name in enumerate(PAGES, 1):
        place = written.index(str(number))
        found = tab_at(shown, width, place)
        assert found is not None
        assert found.id == f"page.{name}"
    assert tab_at(shown, width, len(written)) is None


def test_keys_of_ones_own_stand_on_the_tabs() -> None:
    """They're what goes to the page."""
    assert "f6 Journal" in text(tab_line(tabs(keys={"page.journal": "f6"}), 100, PAINT))
