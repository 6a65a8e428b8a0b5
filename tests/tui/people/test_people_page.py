"""Page 5: who is there, found, placed, and greeted, each by a key, and each taken back by another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.people.editing import add_person
from givequest.composition import Home
from givequest.domain.records.person import PersonRecord
from givequest.tui.people.modes import Mode
from givequest.tui.people.screen import PeoplePage

from ..charts.hostile import HOSTILE
from ..conftest import OpenHome, PlayApp, saved, screen_text

TODAY = date(2026, 11, 23)


def people_of(home: Home) -> dict[str, PersonRecord]:
    """Return the people that are on the disk, by name."""
    return {record.name: record for record in home.game.people.records.values()}


def page_of(pilot: Pilot[None]) -> PeoplePage:
    """Return page 5, which is open."""
    page = pilot.app.screen
    assert isinstance(page, PeoplePage)
    return page


@pytest.fixture
def known(open_home: OpenHome) -> None:
    """Four people, and a name of the log."""
    game = open_home().game
    for name, tie, ago in (("Ana Berg", "close", 30), ("Ben Karlsson", "faded", 400), ("Dad", "close", 1)):
        add_person(game, name, tie=tie, tags=("boats",) if tie == "faded" else ())
        deeds.log_deed(game, "help", TODAY - timedelta(days=ago), person=name)
    add_person(game, "Zoë Müller", tie="edge", dates=("--12-03 birthday",), links=("mail zoe@example.org",))
    deeds.log_deed(game, "listen", TODAY, person="Grandma Inés")


async def test_without_a_name_one_question_is_asked_and_its_answer_is_a_person(
    play: PlayApp, open_home: OpenHome
) -> None:
    """The first minute of whoever begins here."""
    async with play((80, 24)) as pilot:
        await pilot.press("5")
        assert "Who came to mind first?" in screen_text(pilot)
        await pilot.press("n", *"Ana Berg #choir 3 dec close met at the fair")
        assert "Ana Berg · close · #choir · 3 December, birthday · Met at the fair." in screen_text(pilot)
        await pilot.press("enter")
        assert "Ana Berg is among your people now." in screen_text(pilot)
        (ana,) = people_of(open_home()).values()
        assert (ana.tie, ana.tags, ana.dates, ana.met) == ("close", ("choir",), ("--12-03 birthday",), "at the fair")
        await pilot.press("u")
        assert people_of(open_home()) == {}
        assert "Who came to mind first?" in screen_text(pilot)


async def test_names_of_the_log_that_nobody_has_placed_are_placed_by_a_key_each(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Ten names in half a minute; undo brings each back, and space leaves one for later."""
    game = open_home().game
    for ago, name in enumerate(("Ana", "Bo", "Cy")):
        deeds.log_deed(game, "help", TODAY - timedelta(days=ago), person=name)
    async with play((80, 24)) as pilot:
        await pilot.press("5")
        assert "▸ Ana" in screen_text(pilot)
        await pilot.press("c", "space", "f")
        assert {name: one.tie for name, one in people_of(open_home()).items()} == {"Ana": "close", "Cy": "faded"}
        assert page_of(pilot).mode is Mode.LIST
        await pilot.press("u")
        assert {*people_of(open_home())} == {"Ana"}


@pytest.mark.usefixtures("known")
async def test_the_list_and_one_of_them_are_seen_at_any_size(play: PlayApp) -> None:
    """Beside each other, and on a narrow screen one after the other."""
    for size in ((80, 24), (100, 30), (200, 50)):
        async with play(size) as pilot:
            await pilot.press("5")
            assert "▸ Ana Berg" in screen_text(pilot)
            assert "Nothing on the board." in screen_text(pilot)
            assert "Zoë Müller" in screen_text(pilot)
    async with play((60, 12)) as pilot:
        await pilot.press("5")
        assert "▸ Ana Berg" in screen_text(pilot)
        assert "╭─ Ana Berg" not in screen_text(pilot)
        await pilot.press("enter")
        assert "╭─ Ana Berg" in screen_text(pilot)
        await pilot.press("escape")
        assert "▸ Ana Berg" in screen_text(pilot)
    for tiny in ((40, 12), (20, 6), (8, 3), (1, 1)):
        async with play(tiny) as pilot:
            await pilot.press("5", "enter", "down", "escape", "tab", "tab", "slash", "a", "escape")


@pytest.mark.usefixtures("known")
async def test_space_logs_a_word_and_the_last_word_is_today(play: PlayApp, open_home: OpenHome) -> None:
    """A deed of reconnecting; undo takes it back."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "down", "space")
        assert page_of(pilot).person is not None
        assert page_of(pilot).person.word == "today"  # type: ignore[union-attr]
        logged = saved(open_home())[-1]
        assert (logged.kind, logged.person, logged.effort, logged.day) == ("reconnect", "Ben Karlsson", 1, TODAY)
        await pilot.press("u")
        assert page_of(pilot).person.word == "about a year ago"  # type: ignore[union-attr]


@pytest.mark.usefixtures("known")
async def test_a_tie_a_rest_and_gentleness_are_a_key_each(play: PlayApp, open_home: OpenHome) -> None:
    """Rest goes on by a month, three, a year, and ends; a key that places nobody changes nothing."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "m", "w")
        assert people_of(open_home())["Ana Berg"].tie == "wall"
        await pilot.press("m", "x", "m", "minus")
        assert people_of(open_home())["Ana Berg"].tie is None
        days = []
        for _ in range(4):
            await pilot.press("z")
            snooze = people_of(open_home())["Ana Berg"].snooze
            days.append((snooze - TODAY).days if snooze else None)
        assert days == [30, 90, 365, None]
        await pilot.press("y")
        assert people_of(open_home())["Ana Berg"].gentle
        await pilot.press("y")
        assert not people_of(open_home())["Ana Berg"].gentle


@pytest.mark.usefixtures("known")
async def test_several_are_placed_at_once_and_two_are_joined(play: PlayApp, open_home: OpenHome) -> None:
    """Both are one change."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "v", "v", "m", "e")
        ties = {name: one.tie for name, one in people_of(open_home()).items()}
        assert (ties["Ana Berg"], ties["Ben Karlsson"], ties["Dad"]) == ("edge", "edge", "close")
        await pilot.press("u", "home", "up", "up", "up", "v", "v", "plus")
        joined = people_of(open_home())
        assert "Ben Karlsson" not in joined
        assert joined["Ana Berg"].also == ("Ben Karlsson",)
        await pilot.press("u")
        assert {*people_of(open_home())} == {"Ana Berg", "Ben Karlsson", "Dad", "Zoë Müller"}


@pytest.mark.usefixtures("known")
async def test_a_name_is_found_while_it_is_typed_and_opened(play: PlayApp) -> None:
    """Letters and space are what is looked for, and nothing else."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "slash", *"mul")
        assert "▸ Zoë Müller" in screen_text(pilot)
        assert "1 found among 5 people" in screen_text(pilot)
        await pilot.press("enter")
        assert page_of(pilot).mode is Mode.OPEN
        assert page_of(pilot).person.name == "Zoë Müller"  # type: ignore[union-attr]
        await pilot.press("escape", "slash", *"karlson")
        assert "Did you mean" in screen_text(pilot)
        await pilot.press("down", "enter")
        assert page_of(pilot).person.name == "Ben Karlsson"  # type: ignore[union-attr]


@pytest.mark.usefixtures("known")
async def test_a_name_that_is_nowhere_becomes_a_person(play: PlayApp, open_home: OpenHome) -> None:
    """By enter, in the line in which it was looked for."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "slash", *"Rosa Lind")
        assert "A new name: enter makes a person of it." in screen_text(pilot)
        await pilot.press("enter")
        assert "Rosa Lind" in people_of(open_home())


@pytest.mark.usefixtures("known")
async def test_enter_on_a_link_copies_it_and_elsewhere_opens_the_dialog(
    play: PlayApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is opened."""
    copied: list[str] = []
    async with play((80, 24)) as pilot:
        monkeypatch.setattr(type(pilot.app), "copy_to_clipboard", lambda _, text: copied.append(text))
        await pilot.press("5", "slash", *"zo", "enter", "down", "enter")
        assert copied == ["zoe@example.org"]
        await pilot.press("up", "enter")
        assert "Zoë Müller" in screen_text(pilot)
        assert pilot.app.screen.query_one("#note").has_focus


@pytest.mark.usefixtures("known")
async def test_views_and_orders_go_round(play: PlayApp) -> None:
    """Everybody, who is not placed, and dates."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "tab")
        assert [one.row.name for one in page_of(pilot)._listed] == ["Grandma Inés"]
        await pilot.press("tab")
        assert [(one.row.name, one.row.word) for one in page_of(pilot)._listed] == [("Zoë Müller", "3 Dec, birthday")]
        while page_of(pilot).view.view != "mine":
            await pilot.press("tab")
        await pilot.press("o")
        names = [one.row.name for one in page_of(pilot)._listed]
        assert names == ["Zoë Müller", "Ben Karlsson", "Ana Berg", "Dad", "Grandma Inés"]


@pytest.mark.usefixtures("known")
async def test_a_point_covers_every_name_until_it_is_pressed_again(play: PlayApp) -> None:
    """For whoever looks over a shoulder."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "full_stop")
        shown = screen_text(pilot)
        assert not any(name in shown for name in ("Ana", "Ben", "Karlsson", "Zoë", "Inés"))
        await pilot.press("full_stop")
        assert "Ana Berg" in screen_text(pilot)


@pytest.mark.usefixtures("known")
async def test_a_click_chooses_a_row(play: PlayApp) -> None:
    """And the wheel moves."""
    async with play((80, 24)) as pilot:
        await pilot.press("5")
        await pilot.click("#people-list", offset=(8, 4))
        assert page_of(pilot).person.name == "Dad"  # type: ignore[union-attr]


@pytest.mark.usefixtures("known")
async def test_whoever_is_deleted_comes_back_by_undo_and_a_name_of_the_log_stays(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Deeds keep the name."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "d")
        assert "Ana Berg" not in people_of(open_home())
        assert "off the list; deeds stay" in screen_text(pilot)
        await pilot.press("u")
        assert "Ana Berg" in people_of(open_home())


@pytest.mark.usefixtures("known")
async def test_what_is_written_down_is_changed_in_a_dialog(play: PlayApp, open_home: OpenHome) -> None:
    """A date that cannot be read is said there, and nothing typed goes."""
    async with play((80, 24)) as pilot:
        await pilot.press("5", "e", "tab", "tab", "tab", *"3/12", "enter")
        assert "3 December or 12 March" in screen_text(pilot)
        await pilot.press("home", *"3 dec x;", "end", *"/1980", "enter")
        await pilot.press("escape")
        await pilot.press("e", "tab", "tab", "tab", *"3 dec birthday; 18 july 2011 wedding", "enter")
        assert people_of(open_home())["Ana Berg"].dates == ("--12-03 birthday", "2011-07-18 wedding")


@pytest.mark.parametrize("name", HOSTILE)
async def test_whatever_somebody_is_called_is_shown_and_breaks_nothing(
    play: PlayApp, open_home: OpenHome, name: str
) -> None:
    """In the list, found, placed, edited, logged."""
    game = open_home().game
    name = name.strip()[:90]
    add_person(game, name, tags=(name[:30],), met=name, note=name, links=(name,))
    async with play((80, 24)) as pilot:
        await pilot.press("5", "space", "m", "f", "v", "y", "enter", "down", "escape", "e", "enter", "slash", "a")
        await pilot.press("escape", "tab", "tab", "i", "escape", "1", "ctrl+p")
        await pilot.pause()
    (person,) = people_of(open_home()).values()
    assert person.tie == "faded"


@pytest.mark.usefixtures("known")
async def test_w_begins_a_message_to_them_at_the_desk(play: PlayApp) -> None:
    """With the name on it."""
    async with play((100, 30)) as pilot:
        await pilot.press("5", "w")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, PeoplePage)
        assert "Ana Berg" in screen_text(pilot)


async def test_a_link_that_is_chosen_is_seen_however_small_the_screen(play: PlayApp, open_home: OpenHome) -> None:
    """And the way back up ends above the first one, where enter logs."""
    links = tuple(f"mail a{number}@example.org" for number in range(6))
    add_person(open_home().game, "Ana Berg", links=links, met="in Lund", note="Two girls. Sails.")
    async with play((60, 12)) as pilot:
        await pilot.press("5", "enter")
        for number in range(6):
            await pilot.press("down")
            assert f"▸ Mail: a{number}@example.org" in screen_text(pilot)
        await pilot.press("down", "down", *["up"] * 12)
        assert page_of(pilot).panel.link is None
        assert "not placed" in screen_text(pilot)


async def test_a_click_on_a_find_chooses_it_where_the_list_has_scrolled_too(play: PlayApp, open_home: OpenHome) -> None:
    """The row that is under the mouse, and no other."""
    game = open_home().game
    for number in range(30):
        add_person(game, f"Person {number:02}")
    async with play((80, 24)) as pilot:
        await pilot.press("5", "slash", *"person", *["down"] * 20)
        lines = screen_text(pilot).splitlines()
        line = next(number for number, text in enumerate(lines) if "Person 17" in text)
        await pilot.click(offset=(8, line))
        assert "▸ Person 17" in screen_text(pilot)
