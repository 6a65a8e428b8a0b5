"""The noticeboard, played: noticed, done, rested, let be, a door opened, and all of it undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual import events
from textual.pilot import Pilot

from givequest.application.game.game import Game
from givequest.application.noticeboard.listing import list_spots
from givequest.application.noticeboard.noticing import notice
from givequest.application.people.editing import add_person
from givequest.commands.registry import DESK, NOTICEBOARD, PEOPLE, TODAY
from givequest.domain.noticeboard.spots import WIN
from givequest.tui.desk.screen import DeskPage
from givequest.tui.noticeboard.panel import NoticeboardPanel
from givequest.tui.noticeboard.screen import NoticeboardPage
from givequest.tui.noticeboard.spot_dialog import SortLine, SpotDialog
from givequest.tui.page import Page
from givequest.tui.today.who_field import WhoField
from givequest.tui.widgets.notice_line import NoticeLine

from ...conftest import Clock
from ..conftest import OpenHome, PlayApp, screen_text

LONG = "did something that takes a whole line " * 3


def told(game: Game) -> list[tuple[str, str, str, str]]:
    """Return what stands on the noticeboard."""
    return [(row.spot.sort, row.spot.person, row.spot.text, str(row.state)) for row in list_spots(game)]


def page_of(pilot: Pilot[None]) -> str:
    """Return which page is shown."""
    assert isinstance(pilot.app.screen, Page)
    return pilot.app.screen.PAGE


def shown(pilot: Pilot[None]) -> str:
    """Return what the noticeboard shows."""
    panel = pilot.app.screen.query_one(NoticeboardPanel)
    return "\n".join(strip.text.rstrip() for strip in (panel.render_line(y) for y in range(panel.size.height)))


async def test_f_writes_something_down_from_any_page(play: PlayApp, open_home: OpenHome, clock: Clock) -> None:
    """A letter for the sort, whom, what, enter: and it is a card."""
    async with play() as pilot:
        for number, key in enumerate(("1", "3", "4", "b")):
            await pilot.press(key)
            await pilot.press("f")
            assert isinstance(pilot.app.screen, SpotDialog)
            clock.move(minutes=1)
            await pilot.press("n", *f"Ana{number}", "tab", *"a lift", "enter")
            assert not isinstance(pilot.app.screen, SpotDialog)
        assert sorted(told(open_home().game)) == [("need", f"Ana{number}", "a lift", "open") for number in range(4)]
        await pilot.press("1", "j")
        assert "Ana3: a lift." in screen_text(pilot)


async def test_enter_goes_to_what_is_empty_and_escape_leaves_nothing_behind(play: PlayApp, open_home: OpenHome) -> None:
    """Two who should meet need two names and no reason."""
    async with play() as pilot:
        await pilot.press("f", "m", *"Ana", "enter", *"Ben", "enter")
        assert told(open_home().game) == [("meet", "Ana", "", "open")]
        await pilot.press("f", *"w", *"Ana", "escape")
        assert len(told(open_home().game)) == 1
        await pilot.press("f", "m", *"Ana", "tab", *"ana", "enter")
        assert isinstance(pilot.app.screen, SpotDialog)
        assert "two different people" in str(pilot.app.screen.query_one("#hint").render())
        assert len(told(open_home().game)) == 1


async def test_whoever_is_chosen_is_filled_in(play: PlayApp, open_home: OpenHome) -> None:
    """On the page of people; their letters place nobody there."""
    add_person(open_home().game, "Ana Berg", tie="close")
    async with play() as pilot:
        await pilot.press("5", "f", "w", "tab", *"won", "enter")
        assert told(open_home().game) == [("win", "Ana Berg", "won", "open")]
        await pilot.press("m", "f")
        assert not isinstance(pilot.app.screen, SpotDialog)
        person = open_home().game.people.person("Ana Berg")
        assert person is not None
        assert person.tie == "faded"


async def test_space_does_it_and_u_takes_it_back(play: PlayApp, open_home: OpenHome) -> None:
    """From the first key to the deed; again says that it is done."""
    notice(open_home().game, "win", "Priya Nair", "handed in her thesis")
    async with play() as pilot:
        await pilot.press("b")
        assert page_of(pilot) == NOTICEBOARD
        assert "handed in her thesis" in shown(pilot)
        await pilot.press("space")
        (deed,) = open_home().game.years.records_on(open_home().game.today())
        assert (deed.kind, deed.person) == ("congratulate", "Priya Nair")
        assert told(open_home().game)[0][3] == "done"
        await pilot.press("space")
        assert len(open_home().game.years.records_on(open_home().game.today())) == 1
        await pilot.press("u")
        assert told(open_home().game)[0][3] == "open"
        await pilot.press("escape")
        assert page_of(pilot) == TODAY


async def test_it_rests_and_is_let_be_and_comes_back(play: PlayApp, open_home: OpenHome) -> None:
    """A week, a month, three, none; let be, and there again."""
    notice(open_home().game, "win", "Ana", "won")
    today = open_home().game.today()
    async with play() as pilot:
        await pilot.press("5", "b")
        for days in (7, 30, 90, 0):
            await pilot.press("z")
            (row,) = list_spots(open_home().game)
            assert row.until == (today + timedelta(days=days) if days else None)
        await pilot.press("d")
        assert told(open_home().game)[0][3] == "let be"
        assert "let be" in shown(pilot)
        await pilot.press("d")
        assert told(open_home().game)[0][3] == "open"
        await pilot.press("escape")
        assert page_of(pilot) == PEOPLE


async def test_a_door_begins_an_introduction(play: PlayApp, open_home: OpenHome, clock: Clock) -> None:
    """Both are asked, and on another day brought together."""
    add_person(open_home().game, "Ana Berg", tie="close", tags=["design", "Berlin"])
    notice(open_home().game, "seeker", "Lena", "UX designer, Berlin")
    async with play() as pilot:
        await pilot.press("b")
        assert "may know a door" in shown(pilot)
        clock.move(minutes=1)
        await pilot.press("j", "space")
        assert ("meet", "Lena", "UX designer, Berlin", "open") in told(open_home().game)
        await pilot.press("k", "k", "k", "space", "space", "space")
        deeds = open_home().game.years.records_on(open_home().game.today())
        assert {(deed.person, deed.other) for deed in deeds} == {("Lena", "Ana Berg"), ("Ana Berg", "Lena")}
        assert "tomorrow" in pilot.app.screen.query_one(NoticeLine).render_line(0).text


async def test_the_message_is_written_at_the_desk(play: PlayApp, open_home: OpenHome) -> None:
    """With the card, so that sending it does it."""
    spot = notice(open_home().game, "need", "Dad", "the printer, again")
    async with play() as pilot:
        await pilot.press("b", "w")
        assert page_of(pilot) == DESK
        assert isinstance(pilot.app.screen, DeskPage)
        await pilot.press(*"Shall I come on Friday?", "ctrl+s")
        await pilot.pause()
        (deed,) = open_home().game.years.records_on(open_home().game.today())
        assert (deed.kind, deed.person, deed.card) == ("help", "Dad", f"spot.{spot.id}")


async def test_enter_logs_it_with_a_note(play: PlayApp, open_home: OpenHome) -> None:
    """The same card, and the other of the two."""
    spot = notice(open_home().game, "meet", "Ana", "boats", other="Ben")
    async with play() as pilot:
        await pilot.press("b", "enter", *"over tea", "enter")
        (deed,) = open_home().game.years.records_on(open_home().game.today())
        assert (deed.person, deed.other, deed.note, deed.card) == ("Ana", "Ben", "over tea", f"spot.{spot.id}.ask")


async def test_an_empty_noticeboard_says_what_it_is_for(play: PlayApp, open_home: OpenHome) -> None:
    """And no key does anything there but begin and leave."""
    async with play() as pilot:
        await pilot.press("b")
        assert "Nothing is pinned up here yet." in shown(pilot)
        await pilot.press("space", "enter", "w", "z", "d", "j", "k", "pagedown", "pageup")
        assert isinstance(pilot.app.screen, NoticeboardPage)
        assert not open_home().game.years.records_on(open_home().game.today())
        await pilot.press("n", "w", *"Ana", "enter", *"won", "enter")
        assert "Ana" in shown(pilot)


async def test_the_mouse_chooses_and_does(play: PlayApp, open_home: OpenHome) -> None:
    """A click chooses, another on the same row does it; the wheel moves."""
    for name in ("Ana", "Bo", "Cy"):
        notice(open_home().game, "need", name, "a lift")
    async with play() as pilot:
        await pilot.press("b")
        panel = pilot.app.screen.query_one(NoticeboardPanel)
        names = [row.spot.person for row in list_spots(open_home().game)]
        last = next(y for y in range(panel.size.height) if names[2] in panel.render_line(y).text)
        await pilot.click(panel, offset=(12, last))
        assert panel.chosen is not None
        assert panel.chosen.row.spot.person == names[2]
        panel.post_message(events.MouseScrollUp(panel, 12, last, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert panel.chosen.row.spot.person == names[1]
        assert not open_home().game.years.records_on(open_home().game.today())


async def test_below_the_quests_the_next_step_is_done_as_a_quest_is(play: PlayApp, open_home: OpenHome) -> None:
    """Space logs it, r passes it over for the day, and the cursor stays on the line."""
    notice(open_home().game, "meet", "Ana", "boats", other="Ben")
    async with play() as pilot:
        await pilot.press(*["j"] * 9, "space")
        (deed,) = open_home().game.years.records_on(open_home().game.today())
        assert (deed.person, deed.other, (deed.card or "")[-4:]) == ("Ana", "Ben", ".ask")
        assert "Ask Ben about meeting Ana: boats." in screen_text(pilot)


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (72, 20), (80, 24), (200, 50)])
async def test_every_size_can_be_looked_at(play: PlayApp, open_home: OpenHome, size: tuple[int, int]) -> None:
    """Long words and many of them, the cursor always on the screen."""
    add_person(open_home().game, "Ana Berg", tie="close", tags=["design"])
    for number in range(9):
        notice(
            open_home().game, "win", f"Somebody with a long name {number}", "did something that takes a whole line " * 3
        )
    notice(open_home().game, "seeker", "Lena", "designer of many things")
    notice(open_home().game, "meet", "Łukasz Śmiały", "李小龍 and boats", other="Zoë Müller")
    async with play(size) as pilot:
        await pilot.press("b")
        for _ in range(13):
            await pilot.press("j")
            assert ("▸" in shown(pilot)) or size[1] < 8
        await pilot.press("f")
        assert isinstance(pilot.app.screen, SpotDialog)


async def test_names_are_covered_until_the_key_is_pressed_again(play: PlayApp, open_home: OpenHome) -> None:
    """Of whoever it is about, and of those who may know a door."""
    add_person(open_home().game, "Ana Berg", tie="close", tags=["design"])
    notice(open_home().game, "seeker", "Lena", "designer")
    async with play() as pilot:
        await pilot.press("b", "full_stop")
        assert "Lena" not in shown(pilot)
        assert "Ana" not in shown(pilot)
        await pilot.press("full_stop")
        assert "Lena" in shown(pilot)


async def test_a_new_day_is_shown_before_anything_is_done_on_it(
    play: PlayApp, open_home: OpenHome, clock: Clock
) -> None:
    """The first key after midnight turns the page over, and does nothing else."""
    notice(open_home().game, "win", "Ana", "won")
    async with play() as pilot:
        await pilot.press("b")
        clock.move(days=1)
        await pilot.press("space")
        assert not open_home().game.years.records_on(open_home().game.today())
        assert "yesterday" in shown(pilot)
        await pilot.press("space")
        assert len(open_home().game.years.records_on(open_home().game.today())) == 1


@pytest.mark.parametrize("name", ["Ben", "Nadia", "lena", "\u00d6zg\u00fcr"])
async def test_whoever_begins_with_the_name_loses_no_letter_of_it(play: PlayApp, name: str) -> None:
    """The sort is a win then; a small letter of a sort still chooses that one."""
    async with play() as pilot:
        await pilot.press("f", *name)
        assert pilot.app.screen.query_one(WhoField).value == name
        assert pilot.app.screen.query_one(SortLine).chosen == WIN
