"""The third column of a wide screen: the forest, this day in earlier years, the last word in the journal."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.domain.records import RecordType
from givequest.presentation.today.look_back import EARLIER, FOREST, NO_ECHO, NO_WORD, WORD, heights_of
from givequest.tui.today.look_back_panel import LookBackPanel

from ..built_in import DEFAULTS
from ..presentation.test_standing_words import PAINT
from .conftest import OpenHome, PlayApp, app_of, screen_text, today_page

WIDE = (140, 40)


def look_back(pilot: Pilot[None]) -> LookBackPanel:
    """Let the column be read to its end, and return it."""
    panel = pilot.app.screen.query_one(LookBackPanel)
    for _ in range(50):
        if panel.found is not None and panel._search is None:
            return panel
        app_of(pilot).background._last_key = 0.0  # nobody has pressed a key for a while
        panel._read_on()
    raise AssertionError("it is never read to its end")


def told(panel: LookBackPanel) -> str:
    """Return the words of the column, however they are broken into lines."""
    lines = ("".join(text for text, _ in line).strip("│╰╯─ ") for line in panel.lines(*panel.size))
    return " ".join(" ".join(lines).split())


def write(game: Game, day: date, text: str) -> None:
    """Write a page of the journal."""
    page = game.new_record(RecordType.ENTRY, day, text=text)
    game.save("a page", puts=[page])  # type: ignore[arg-type]


async def test_it_shows_the_day_in_earlier_years_and_what_was_written_last(play: PlayApp, open_home: OpenHome) -> None:
    """Nearest year first, without how long ago it was."""
    game = open_home().game
    deeds.log_deed(game, "help", date(2024, 11, 23), person="Zoë", note="the ladder")
    deeds.log_deed(game, "congratulate", date(2025, 11, 23), person="Ana", note="on her talk")
    write(game, date(2026, 11, 20), "An older page.")
    write(game, date(2026, 11, 21), "I walked home the long way.")
    async with play(WIDE) as pilot:
        text = told(look_back(pilot))
        assert text.index("23 November 2025") < text.index("You congratulated Ana, on her talk")
        assert text.index("on her talk") < text.index("23 November 2024") < text.index("You helped Zoë: the ladder")
        assert "I walked home the long way." in text
        assert "An older page" not in text


async def test_a_new_home_is_told_what_will_stand_there(play: PlayApp) -> None:
    """No empty frames."""
    async with play(WIDE) as pilot:
        text = told(look_back(pilot))
        assert NO_ECHO in text
        assert NO_WORD in text
        assert "___" in text, "the land, in signs where there are no colours"


@pytest.mark.parametrize("columns", [80, 119])
async def test_where_there_is_no_room_nothing_is_read(play: PlayApp, columns: int) -> None:
    """The board keeps the screen."""
    async with play((columns, 40)) as pilot:
        panel = pilot.app.screen.query_one(LookBackPanel)
        assert not panel.display
        assert panel._waiting is None
        assert FOREST not in [line.strip("╭─╮ ") for line in screen_text(pilot).splitlines()]


async def test_whoever_wants_no_echoes_has_the_forest_alone(play: PlayApp) -> None:
    """Nothing old comes by itself."""
    async with play(WIDE, settings=DEFAULTS._replace(echoes=False)) as pilot:
        look_back(pilot)
        await pilot.pause()
        text = screen_text(pilot)
        assert f"─ {FOREST} ─" in text
        assert f"─ {EARLIER} ─" not in text
        assert f"─ {WORD} ─" not in text


async def test_its_panels_lead_to_what_they_show(play: PlayApp, open_home: OpenHome) -> None:
    """An earlier day to that day, the others to their pages."""
    day = date(2025, 11, 23)
    deeds.log_deed(open_home().game, "help", day, person="Zoë", note="the ladder")
    async with play(WIDE) as pilot:
        panel = look_back(pilot)
        heights = heights_of(panel.found, *panel.size, panel.paint, has_words=True)
        await pilot.click(LookBackPanel, offset=(4, heights.forest + 1))
        assert today_page(pilot).day == day
        await pilot.press("t")
        for line, page in ((3, "forest"), (heights.forest + heights.earlier + 1, "journal")):
            await pilot.click(LookBackPanel, offset=(4, line))
            await pilot.pause()
            assert page == app_of(pilot).page.PAGE  # type: ignore[union-attr]
            await pilot.press("1")


async def test_in_a_grey_theme_the_forest_is_grey(play: PlayApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on its own page."""
    async with play(WIDE, settings=DEFAULTS._replace(theme="mono")) as pilot:
        panel = look_back(pilot)
        monkeypatch.setattr(panel.paint, "without_colour", False)
        monkeypatch.setattr(panel.paint, "has_sixteen", False)
        inks = {ink for line in panel.lines(*panel.size) for text, ink in line if text == "\u2580"}
        colours = {colour for ink in inks for colour in (ink.role, ink.on)}
        assert len(colours) > 5
        assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


async def test_it_waits_while_keys_are_pressed(play: PlayApp) -> None:
    """No key is to wait for it."""
    async with play(WIDE) as pilot:
        await pilot.press("j")
        panel = pilot.app.screen.query_one(LookBackPanel)
        panel.found = panel._asked = None
        await pilot.press("right_square_bracket")
        panel._read_on()
        assert panel.found is None


@pytest.mark.parametrize("width", [32, 40, 56])
@pytest.mark.parametrize("height", range(1, 60))
def test_the_panels_fit_into_the_column(height: int, width: int) -> None:
    """None is too low to be framed, and the forest is no wide ribbon where there's room for more of it."""
    heights = heights_of(None, width, height, PAINT, has_words=True)
    assert sum(heights) <= height
    assert all(lines == 0 or lines >= 3 for lines in heights[1:])
    assert heights.forest >= min(height * 2 // 5, height)
    assert sum(heights) == height or heights[1:] == (0, 0) or heights.forest == max(width // 2, height * 2 // 5)


async def test_on_a_high_screen_no_panel_is_higher_than_its_words(play: PlayApp, open_home: OpenHome) -> None:
    """What is left goes to the forest."""
    write(open_home().game, date(2026, 11, 21), "I walked home the long way.")
    async with play((200, 50)) as pilot:
        panel = look_back(pilot)
        heights = heights_of(panel.found, *panel.size, panel.paint, has_words=True)
        assert heights == (panel.size.width // 2, 3, 4)
        assert [len(line) for line in panel.lines(*panel.size)[sum(heights) :] if line] == []


@pytest.mark.parametrize("theme", ["terminal", "forest"])
async def test_the_forest_is_a_picture_wherever_the_terminal_has_the_colours(
    play: PlayApp, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    """On the terminal's own ground as well, as on the page of the forest."""
    async with play(WIDE, settings=DEFAULTS._replace(theme=theme)) as pilot:
        panel = look_back(pilot)
        for sixteen in (True, False):
            monkeypatch.setattr(panel.paint, "without_colour", False)
            monkeypatch.setattr(panel.paint, "has_sixteen", sixteen)
            text = "".join(text for line in panel.lines(*panel.size) for text, _ in line)
            assert ("\u2580" in text) is not sixteen
