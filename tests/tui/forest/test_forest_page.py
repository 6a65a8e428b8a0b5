"""Page 4, played with keys."""

from __future__ import annotations

import os
import stat
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.color import Color, ColorSystem
from textual.pilot import Pilot

from givequest.appearance import UNICODE, load_theme
from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.planting import planting_of
from givequest.domain.morning.stories import Stories, Story
from givequest.presentation.forest.text_art import ROLES
from givequest.presentation.paint import Paint
from givequest.tui.forest.few_colours import few_inks
from givequest.tui.forest.screen import FRAMES, ForestPage
from givequest.tui.forest.view import ForestView
from givequest.tui.theming.styles import style_of

from ...built_in import DEFAULTS
from ...tui.conftest import OpenHome, PlayApp, app_of, screen_text

TODAY = date(2026, 11, 23)


@pytest.fixture
def game(open_home: OpenHome) -> Game:
    """A home with a deed of every kind on most days of two months."""
    game = open_home().game
    for days in range(60, 0, -1):
        deeds.log_deed(game, list(game.kinds)[days % 6], TODAY - timedelta(days=days), effort=1 + days % 3)
    return game


def page_of(pilot: Pilot[None]) -> ForestPage:
    """Return the page on screen."""
    page = pilot.app.screen
    assert isinstance(page, ForestPage)
    return page


def grove_of(pilot: Pilot[None]) -> Grove:
    """Return the grove on screen."""
    scene = page_of(pilot)._scene
    assert scene is not None
    return scene.grove


async def test_4_shows_the_forest_and_says_in_words_what_stands_there(game: Game, play: PlayApp) -> None:
    """One key from the board to the picture."""
    async with play() as pilot:
        await pilot.press("4")
        assert "plants from 60 deeds" in screen_text(pilot)
        await pilot.press("1")
        assert "plants from" not in screen_text(pilot)


async def test_a_forest_without_a_deed_says_what_will_grow_and_which_key_begins(play: PlayApp) -> None:
    """Nothing is no picture of nothing: it says how to begin."""
    async with play() as pilot:
        await pilot.press("4")
        assert "1, then space: a deed grows the first plant." in screen_text(pilot)
        assert "space" in screen_text(pilot)


async def test_months_can_be_walked_back_to_the_first_planting_and_on_to_today(game: Game, play: PlayApp) -> None:
    """Any past day can be seen as it was; there is nothing before the first deed and nothing after today."""
    async with play() as pilot:
        await pilot.press("4", "[")
        assert page_of(pilot).day == date(2026, 10, 23)
        assert "Friday 23 October 2026" in screen_text(pilot)
        await pilot.press("[", "[", "[")
        assert page_of(pilot).day == TODAY - timedelta(days=60)
        assert "One plant: a" in screen_text(pilot)
        await pilot.press("]", "]", "]", "]")
        assert page_of(pilot).day == TODAY
        await pilot.press("[", "t")
        assert page_of(pilot).day == TODAY


async def test_the_words_say_what_the_picture_shows(game: Game, play: PlayApp) -> None:
    """Whoever cannot see the picture reads it."""
    async with play() as pilot:
        await pilot.press("4", "v")
        text = screen_text(pilot)
        assert "from helping" in text
        assert "A path winds" in text
        await pilot.press("v")
        assert "A path winds" not in screen_text(pilot)


async def test_without_numbers_there_are_words_and_a_picture_but_no_counts(game: Game, play: PlayApp) -> None:
    """The forest stays when numbers go."""
    async with play(settings=DEFAULTS._replace(animations=False, numbers=False)) as pilot:
        await pilot.press("4", "v")
        text = screen_text(pilot)
        body = "\n".join(text.splitlines()[1:])
        assert not any(sign.isdigit() for sign in body.replace("23 November 2026", ""))
        assert "from helping" in body


async def test_a_deed_logged_elsewhere_grows_on_the_open_page(game: Game, play: PlayApp) -> None:
    """The page shows what is true now."""
    async with play() as pilot:
        await pilot.press("4")
        deeds.log_deed(game, "help", TODAY)
        app_of(pilot).look_around()
        await pilot.pause()
        assert "from 61 deeds" in screen_text(pilot)


async def test_what_was_logged_last_glows_until_something_else_is_and_never_on_a_day_gone_by(
    game: Game, play: PlayApp
) -> None:
    """Whatever was logged last for the latest day, today or not; a deed written down for an older day isn't it."""
    async with play() as pilot:
        for act in (lambda: None, lambda: deeds.log_deed(game, "quiet", TODAY)):
            act()
            deeds.log_deed(game, "help", TODAY - timedelta(days=9))
            app_of(pilot).look_around()
            await pilot.press("1", "4")
            grove = grove_of(pilot)
            latest = max(record.day for record in game.years.records(2026).values())
            newest = planting_of(game.years.records_on(latest)[-1])
            assert newest is not None
            assert grove.newest == grove.number_of(newest)
        await pilot.press("[")
        assert grove_of(pilot).newest is None


async def test_undo_takes_the_plant_of_the_deed_back(game: Game, play: PlayApp) -> None:
    """The forest is its history and nothing else."""
    async with play() as pilot:
        await pilot.press("4", "u")
        assert "from 59 deeds" in screen_text(pilot) or "Undone" in screen_text(pilot)
        assert grove_of(pilot).deeds == 59


async def test_the_replay_grows_from_the_first_day_to_today_and_any_key_of_the_page_ends_it(
    game: Game, play: PlayApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A short film that nobody has to sit through."""
    monkeypatch.setattr("givequest.tui.forest.screen.FRAME", 1000)  # the test itself turns the pictures
    async with play(settings=DEFAULTS) as pilot:
        await pilot.press("4", "space")
        page = page_of(pilot)
        seen = []
        while page._timer is not None:
            page._next_frame()
            seen.append(grove_of(pilot).deeds)
        assert seen == sorted(seen)
        assert (seen[0], seen[-1]) == (1, 60)
        assert len(seen) <= FRAMES + 1
        await pilot.press("space", "[")
        assert page._timer is None
        assert page.day == date(2026, 10, 23)
        for key in ("space", "j", "k", "w", "t", "v", "s"):
            await pilot.press("space")
            page._next_frame()
            assert page._timer is not None
            await pilot.press(key)
            assert page._timer is None, key
            if key == "w":
                await pilot.press("escape")
            assert page._scene.moment.day == TODAY, key


async def test_with_animations_off_nothing_moves_and_a_sentence_says_what_to_do(game: Game, play: PlayApp) -> None:
    """The same history is there, step by step."""
    async with play() as pilot:
        await pilot.press("4", "space")
        assert page_of(pilot)._timer is None
        assert "Animations are off" in screen_text(pilot)


async def test_saving_writes_a_picture_and_a_text_that_only_their_owner_can_read(
    game: Game, play: PlayApp, open_home: OpenHome, tmp_path: Path
) -> None:
    """What is shown to others is a file of one's own."""
    async with play() as pilot:
        await pilot.press("4", "w", "p")
        assert "Saved:" in screen_text(pilot)
    folder = Path(open_home().paths.state) / "pictures"
    picture, text = folder / "forest-2026-11-23.svg", folder / "forest-2026-11-23.txt"
    for file in (picture, text):
        assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    root = ElementTree.fromstring(picture.read_text("utf-8"))
    assert (root.findtext("{http://www.w3.org/2000/svg}desc") or "").startswith("Monday 23 November 2026")
    assert "http://" not in picture.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "from helping" in text.read_text("utf-8")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60), (20, 6)])
async def test_every_size_is_filled_in_pixels_and_in_signs(
    game: Game, play: PlayApp, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No size is too small to draw."""
    async with play(size) as pilot:
        await pilot.press("4")
        view = pilot.app.screen.query_one(ForestView)
        for has_pixels in (True, False):
            monkeypatch.setattr(ForestView, "has_pixels", has_pixels)
            strips = view._draw_all()
            assert [strip.cell_length for strip in strips] == [view.size.width] * view.size.height


async def test_on_a_narrow_screen_the_line_below_the_picture_is_whole(game: Game, play: PlayApp) -> None:
    """What does not fit is left out, and not cut off."""
    for size, told in (((40, 12), "plants from 60 deeds."), ((80, 24), "plants from 60 deeds, the tallest a")):
        async with play(size) as pilot:
            await pilot.press("4")
            assert told in screen_text(pilot)
            assert "deeds, the t\u2026" not in screen_text(pilot)


@pytest.mark.parametrize("theme", ["forest", "morning"])
def test_in_sixteen_colours_each_species_keeps_a_colour_of_its_own(theme: str) -> None:
    """Soft colours would all be told as greys: oaks, pines, flowers and stones would look alike."""
    paint = Paint(load_theme(theme, "")[0], UNICODE)
    inks = few_inks(paint, Moment(date(2026, 6, 20)))
    styles = {role: style_of(ink, paint) for role, ink in inks.items()}
    told = {role: style.color.downgrade(ColorSystem.STANDARD).number for role, style in styles.items() if style.color}
    trees = [told[role] for role in ("help", "reconnect", "introduce", "listen", "congratulate", "quiet")]
    assert len(set(trees)) == len(trees)
    assert Color.parse(paint.theme.colour("background")).downgrade(ColorSystem.STANDARD).number not in told.values()
    assert set(ROLES.values()) <= styles.keys()


async def test_the_story_of_the_quiet_days_is_read_and_the_picture_again_with_the_same_key(
    play: PlayApp, open_home: OpenHome
) -> None:
    """A sentence for each of them, and no more."""
    for back in range(2):
        deeds.log_deed(open_home().game, "quiet", TODAY - timedelta(days=back))
    async with play() as pilot:
        app_of(pilot).game.stories = Stories((Story("The man", ("He came.", "He sat.", "He left.")),))
        await pilot.press("4", "r")
        assert all(words in screen_text(pilot) for words in ("The man", "He came.", "He sat."))
        assert "He left." not in screen_text(pilot)
        await pilot.press("r")
        assert "He came." not in screen_text(pilot)
