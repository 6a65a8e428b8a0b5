"""Help: the keys, and behind them how the game works."""

from __future__ import annotations

import re

import pytest
from textual.pilot import Pilot

from givequest.presentation.glossary import glossary

from ..built_in import DEFAULTS
from .conftest import PlayApp, app_of, screen_text, today_page

STEADY = DEFAULTS._replace(animations=False)
WORDS = ("quest", "Quiet", "bonus", "giving", "streak", "warmth", "day off", "wall", "gift", "level", "enough")


async def click_words(pilot: Pilot[None], words: str) -> None:
    """Click some words on the screen."""
    lines = screen_text(pilot).split("\n")
    line = next(number for number, text in enumerate(lines) if words in text)
    await pilot.click(offset=(lines[line].index(words) + 2, line))
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 50)])
async def test_how_it_works_is_told_in_one_screen(play: PlayApp, size: tuple[int, int]) -> None:
    """The words of the game, what figures are made of, and the key that begins; nothing has to be scrolled."""
    async with play(size, settings=STEADY) as pilot:
        await pilot.press("question_mark", "tab")
        text = screen_text(pilot)
        assert "How it works" in text
        assert all(f" {word} " in text for word in WORDS)
        assert all(meaning in text for _, meaning in glossary(app_of(pilot).paint.glyphs))
        assert "then press space." in text
        assert "u undoes anything" in " ".join(text.replace("│", " ").split())
        assert "Move down" not in text
        await pilot.press("tab")
        assert "Log a deed for this quest" in screen_text(pilot)
        await pilot.press("tab", "escape")
        assert pilot.app.screen is today_page(pilot)


async def test_the_frame_of_help_says_what_else_there_is_and_can_be_clicked(play: PlayApp) -> None:
    """However far the keys go on below."""
    async with play((80, 24)) as pilot:
        await pilot.press("question_mark")
        for words, seen in (("tab how it works", "One is plenty"), ("tab the keys", "Log a deed")):
            await click_words(pilot, words)
            assert seen in screen_text(pilot)
        await click_words(pilot, "esc close")
        assert pilot.app.screen is today_page(pilot)


@pytest.mark.parametrize(
    ("grace", "words"),
    [(0, "an empty day ends it"), (1, "one empty day is forgiven"), (3, "3 empty days are forgiven")],
)
async def test_what_a_streak_forgives_is_told_as_it_is_set(play: PlayApp, grace: int, words: str) -> None:
    """And no figure of points where numbers are hidden."""
    async with play(settings=STEADY._replace(grace=grace, numbers=grace != 3)) as pilot:
        await pilot.press("question_mark", "tab")
        assert words in screen_text(pilot)
        assert ("60 points" in screen_text(pilot)) is (grace != 3)


async def test_the_figures_of_streaks_have_heads_where_there_is_room(play: PlayApp) -> None:
    """No series gives way for them."""
    async with play((80, 24), settings=STEADY) as pilot:
        assert re.search(r"run +warmth", screen_text(pilot))
    async with play((80, 22), settings=STEADY) as pilot:
        assert not re.search(r"run +warmth", screen_text(pilot))
    async with play((80, 24), settings=STEADY._replace(numbers=False)) as pilot:
        assert not re.search(r"run +warmth", screen_text(pilot))
