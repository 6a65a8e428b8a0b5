"""What becomes of a key that nothing is bound to: what it was meant as, or a word about help, once."""

from __future__ import annotations

from datetime import date

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from givequest.application import deeds
from givequest.commands.meant_keys import meant_keys
from givequest.domain.records import RecordType
from givequest.tui.page import Page
from givequest.tui.widgets.notice_line import NoticeLine

from ..built_in import DEFAULTS
from .conftest import OpenHome, PlayApp, saved, screen_text, today_page

HELP_IS_ON = "? shows the keys that do."


def notice(pilot: Pilot[None]) -> str:
    """Return what the line above the keys says."""
    line = pilot.app.screen.query_one(NoticeLine)
    return "".join(text for text, _ in line.lines(200, 1)[0]).strip()


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type letters of any alphabet, as a terminal sends them."""
    for letter in text:
        pilot.app.post_message(events.Key(letter, letter))
        await pilot.pause()


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("J", ("j",)),
        ("shift+j", ("j",)),
        ("о", ("j",)),  # Cyrillic o
        ("О", ("о", "j")),
        ("х", ("left_square_bracket",)),
        ("ї", ("right_square_bracket",)),
        ("б", ("comma",)),
        ("ξ", ("j",)),
        ("Ξ", ("ξ", "j")),
        ("j", ()),
        ("7", ()),
        ("ctrl+j", ()),
        ("f5", ()),
        ("ß", ()),
    ],
)
def test_letters_are_meant_as_the_key_at_their_place(key: str, meant: tuple[str, ...]) -> None:
    """Small letters of our own alphabet, digits and chords as nothing else."""
    assert meant_keys(key) == meant


@pytest.mark.parametrize("layout", ["йцукенгшщзфывапролдячсмить", "ςερτυθιοπασδφγηξκλζχψωβνμ"])
def test_every_letter_of_a_layout_has_a_place_of_its_own(layout: str) -> None:
    """No two of them are the same key."""
    places = [meant_keys(letter)[0] for letter in layout]
    assert len(set(places)) == len(layout)
    assert all(place.isascii() and len(place) == 1 for place in places)


@pytest.mark.parametrize("down", ["J", "о", "О", "ξ"])
async def test_caps_lock_and_other_layouts_do_what_the_key_does(play: PlayApp, open_home: OpenHome, down: str) -> None:
    """So that nobody has to look for why the app is deaf."""
    async with play() as pilot:
        await type_text(pilot, down)
        await pilot.press("space")
        assert [record.kind for record in saved(open_home())] == ["help"]
        assert HELP_IS_ON not in screen_text(pilot)


async def test_a_layout_pages_through_days_and_goes_to_pages(play: PlayApp) -> None:
    """Those of signs as well, where the layout has a letter there."""
    async with play() as pilot:
        before = today_page(pilot).day
        await type_text(pilot, "х")
        assert (before - today_page(pilot).day).days == 1
        await type_text(pilot, "ъ")
        assert today_page(pilot).day == before


async def test_a_capital_that_somebody_has_bound_is_itself(play: PlayApp, open_home: OpenHome) -> None:
    """Only what does nothing is taken for something else."""
    settings = DEFAULTS._replace(animations=False, keys={"day.rest": "J"})
    async with play(settings=settings) as pilot:
        await type_text(pilot, "J")
        assert [record.type for record in saved(open_home())] == [RecordType.REST]


@pytest.mark.parametrize("opened_by", [("enter",), ("2", "enter"), ("5", "n"), ("5", "slash"), ("2", "slash")])
async def test_in_a_field_letters_are_what_they_are(play: PlayApp, opened_by: tuple[str, ...]) -> None:
    """Wherever one writes, in whatever alphabet."""
    async with play() as pilot:
        await pilot.press(*opened_by)
        await pilot.pause()
        await type_text(pilot, "Йож")
        focused = pilot.app.focused
        written = focused.value if isinstance(focused, Input) else getattr(focused, "text", "")
        assert written == "Йож"


@pytest.mark.parametrize("page", ["1", "2", "3", "4", "5", "6"])
async def test_a_key_that_does_nothing_says_so_once(play: PlayApp, page: str) -> None:
    """It names the key that opens help; after that, on whatever page, nothing more is said."""
    async with play() as pilot:
        await pilot.press(page)
        await type_text(pilot, "9")
        assert notice(pilot) == f"9 does nothing here. {HELP_IS_ON}"
        screen = pilot.app.screen
        assert isinstance(screen, Page)
        screen.forget_notice()
        await pilot.press("f9")
        assert HELP_IS_ON not in screen_text(pilot)


async def test_the_key_of_help_is_the_one_in_force(play: PlayApp) -> None:
    """Whoever has put it elsewhere is sent there; a key without a letter is named as people write it."""
    settings = DEFAULTS._replace(animations=False, keys={"app.help": "f5"})
    async with play(settings=settings) as pilot:
        await pilot.press("escape")
        assert notice(pilot) == "esc does nothing here. f5 shows the keys that do."


async def test_pages_of_days_and_months_turn_by_the_page_keys(play: PlayApp, open_home: OpenHome) -> None:
    """As by brackets."""
    deeds.log_deed(open_home().game, "help", date(2026, 10, 12))
    async with play() as pilot:
        before = today_page(pilot).day
        await pilot.press("pageup")
        assert (before - today_page(pilot).day).days == 1
        await pilot.press("pagedown", "3")
        november = screen_text(pilot)
        await pilot.press("pageup")
        assert "October" in screen_text(pilot)
        await pilot.press("pagedown")
        assert screen_text(pilot) == november


async def test_a_colon_opens_the_palette(play: PlayApp) -> None:
    """Whose first key a terminal multiplexer may keep for itself."""
    async with play() as pilot:
        await pilot.press("colon")
        assert "help ana, go to 3 nov" in screen_text(pilot)
