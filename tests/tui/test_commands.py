"""The one list of commands: everything that a key does is in it, and everything in it can be done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import BindingsMap
from textual.command import CommandList
from textual.dom import DOMNode
from textual.pilot import Pilot

from givequest.commands.keymap import name_keys, read_keymap
from givequest.commands.registry import (
    CHARTS,
    COMMANDS,
    DESK,
    EVERYWHERE,
    FOREST,
    JOURNAL,
    NOTICEBOARD,
    PEOPLE,
    TODAY,
    commands_of,
    shown_key,
    shown_keys,
)
from givequest.tui.app import GivequestApp
from givequest.tui.charts.screen import ChartsPage
from givequest.tui.desk.screen import DeskPage
from givequest.tui.forest.screen import ForestPage
from givequest.tui.journal.screen import JournalPage
from givequest.tui.noticeboard.screen import NoticeboardPage
from givequest.tui.people.screen import PeoplePage
from givequest.tui.today.screen import TodayPage

from ..built_in import DEFAULTS
from .conftest import OpenHome, PlayApp, app_of, saved, screen_text

OWNERS: dict[str, type[DOMNode]] = {
    EVERYWHERE: GivequestApp,
    TODAY: TodayPage,
    JOURNAL: JournalPage,
    CHARTS: ChartsPage,
    FOREST: ForestPage,
    PEOPLE: PeoplePage,
    DESK: DeskPage,
    NOTICEBOARD: NoticeboardPage,
}
AMBIGUOUS = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+left_square_bracket", "ctrl+slash", "ctrl+space", "ctrl+c", "ctrl+z"}


def test_every_command_is_carried_out_by_an_action() -> None:
    """An id in the list without a method behind it would be a key that does nothing."""
    for command in COMMANDS:
        assert callable(getattr(OWNERS[command.page], f"action_{command.action}")), command.id


def test_no_two_commands_of_a_page_share_a_key_but_answers() -> None:
    """An answer shadows another command only while something is asked."""
    for page in {command.page for command in COMMANDS}:
        keys = [key for command in commands_of(page) if not command.id.startswith("answer.") for key in command.keys]
        assert len(keys) == len(set(keys))


def test_no_default_key_is_one_that_terminals_confuse() -> None:
    """Chords that arrive as another key are nobody's default; ctrl+z does what it does everywhere."""
    own = {"app.suspend": {"ctrl+z"}}
    assert not [command.id for command in COMMANDS if AMBIGUOUS & set(command.keys) - own.get(command.id, set())]


def test_at_most_seven_commands_are_in_the_key_strip_of_a_page() -> None:
    """The rest is in help."""
    for page in {command.page for command in COMMANDS}:
        assert sum(command.in_strip for command in commands_of(page)) <= 7


@pytest.mark.parametrize("page", OWNERS)
def test_textual_binds_what_the_list_says(page: str) -> None:
    """Pages and app have exactly the bindings of the list."""
    bound = [
        binding for bindings in BindingsMap(OWNERS[page].BINDINGS).key_to_bindings.values() for binding in bindings
    ]
    assert {(binding.id, binding.key, binding.action) for binding in bound} == {
        (command.id, key, command.action) for command in COMMANDS if command.page == page for key in command.keys
    }


async def test_help_shows_every_key_of_the_page(play: PlayApp) -> None:
    """Help comes from the list."""
    async with play(size=(100, 46)) as pilot:
        await pilot.press("question_mark")
        text = screen_text(pilot)
        for command in commands_of(TODAY):
            assert command.help[:30] in text
            assert shown_keys(command.keys) in text
        await pilot.press("escape")
        assert "On this page" not in screen_text(pilot)


async def test_the_key_strip_fits_eighty_columns_whole(play: PlayApp) -> None:
    """All seven are readable at the size that most terminals open with."""
    async with play(size=(80, 24)) as pilot:
        last = screen_text(pilot).splitlines()[-1]
        for command in commands_of(TODAY):
            if command.in_strip:
                assert command.title in last


async def test_the_palette_finds_a_command_and_carries_it_out(play: PlayApp, open_home: OpenHome) -> None:
    """What a key does can be found by its name."""
    async with play() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"done")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert [deed.kind for deed in saved(open_home())] == ["congratulate"]


@pytest.mark.parametrize("page", ["1", "2", "3", "4"])
async def test_the_palette_offers_no_moves_and_no_answers(play: PlayApp, page: str) -> None:
    """They are of use only as keys; everything else is there."""
    async with play() as pilot:
        await pilot.press(page, "ctrl+p")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        options = pilot.app.screen.query_one(CommandList).options
        offered = [str(option.prompt).split("  ")[0] for option in options]
        commands = commands_of(["today", "journal", "charts", "forest"][int(page) - 1])
        left_out = {
            "Yes",
            "No",
            "Up",
            "Down",
            "Left",
            "Right",
            "Nothing posted",
            "I posted",
            "Scroll on",
            "Scroll back",
        }
        assert not left_out & set(offered)
        kept = [c for c in commands if not {"up", "down", "left", "right", "pageup", "pagedown"} & {c.keys[0]}]
        assert len(offered) == len([c for c in kept if not c.id.startswith("answer.") and c.id != "journal.leave"])


async def test_a_key_of_ones_own_does_what_the_old_one_did(play: PlayApp, open_home: OpenHome) -> None:
    """Rebinding moves the command, in the strip too."""
    settings = DEFAULTS._replace(keys={"quest.done": "g"}, animations=False)
    async with play(settings=settings) as pilot:
        await pilot.press("space")
        assert saved(open_home()) == []
        await pilot.press("g")
        assert len(saved(open_home())) == 1
        assert "g done" in screen_text(pilot)


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ({"quest.don": "g"}, "did you mean quest.done?"),
        ({"quest.done": "hyperspace"}, "isn't a key"),
        ({"quest.done": "ctrl+m"}, "different terminals"),
        ({"quest.done": "r"}, "is the key of quest.redraw"),
        ({"quest.done": "alt+x"}, "isn't a key"),
        ({"quest.done": "ctrl+1"}, "different terminals"),
        ({"quest.done": "ctrl+enter"}, "different terminals"),
        ({"quest.done": "shift+space"}, "different terminals"),
        ({"quest.done": "shift+1"}, "different terminals"),
    ],
)
def test_a_choice_of_keys_that_cannot_be_is_reported_and_the_default_stays(chosen: dict[str, str], reason: str) -> None:
    """What, why, and what remains in force."""
    keymap, problems = read_keymap(chosen)
    (problem,) = problems
    assert reason in str(problem)
    assert keymap["quest.done"] == ("space",)


def test_two_actions_may_change_places() -> None:
    """What counts is what is in force in the end; where one of them cannot move, the other stays as well."""
    keymap, problems = read_keymap({"quest.done": "enter", "quest.log": "space"})
    assert problems == []
    assert (keymap["quest.done"], keymap["quest.log"]) == (("enter",), ("space",))
    keymap, problems = read_keymap({"quest.done": "r", "day.rest": "space"})
    assert [problem.place for problem in problems] == ["config.toml, keys.quest.done", "config.toml, keys.day.rest"]
    assert (keymap["quest.done"], keymap["day.rest"]) == (("space",), ("x",))


_WORDS = st.sampled_from(
    ["g", "r", "space", "enter", "u", "q", "1", "?", "x", "x, g", "ctrl+t", "shift+g", "tab", "esc"]
)


@given(st.dictionaries(st.sampled_from([command.id for command in COMMANDS]), _WORDS, max_size=12))
def test_whatever_is_chosen_no_two_commands_of_a_page_share_a_key_but_answers(chosen: dict[str, str]) -> None:
    """And of each choice either the key is in force or a problem is told, with the default in force."""
    keymap, problems = read_keymap(chosen)
    for page in {command.page for command in COMMANDS}:
        keys = [
            key for command in commands_of(page) if not command.id.startswith("answer.") for key in keymap[command.id]
        ]
        assert len(keys) == len(set(keys))
    refused = {problem.place.removeprefix("config.toml, keys.") for problem in problems}
    for command in COMMANDS:
        if command.id not in chosen or command.id in refused:
            assert keymap[command.id] == command.keys


def test_a_key_can_be_written_as_it_is_shown() -> None:
    """What help and `givequest keys` print for a command can be put into the config for it, with signs or without."""
    for command in COMMANDS:
        for in_ascii in (True, False):
            shown = [shown_key(key, in_ascii=in_ascii) for key in command.keys]
            keymap, problems = read_keymap({command.id: ", ".join(shown)})
            assert (keymap[command.id], problems) == (command.keys, [])
    assert shown_key("full_stop") == "."


@pytest.mark.parametrize(
    ("written", "key"),
    [("shift+x", "X"), ("X", "X"), ("Ctrl+T", "ctrl+t"), ("F5", "f5"), ("%", "%"), ("Shift+Tab", "shift+tab")],
)
def test_a_key_is_what_a_terminal_sends_for_it(written: str, key: str) -> None:
    """However it is written."""
    keymap, problems = read_keymap({"chart.save": written, "chart.series-back": "K"})
    assert (keymap["chart.save"], problems) == ((key,), [])


async def test_dialogs_close_with_the_key_that_opened_them(play: PlayApp) -> None:
    """Also when it is another than usual."""
    settings = DEFAULTS._replace(
        keys={"app.help": "f2", "app.settings": "f4", "app.theme": "f5", "app.leave": "Q"}, animations=False
    )
    async with play(settings=settings) as pilot:
        for opens in ("f2", "f4", "f5"):
            for closes in (opens, "Q", "escape"):
                await pilot.press(opens)
                await pilot.pause()
                assert not isinstance(pilot.app.screen, TodayPage)
                await pilot.press(closes)
                await pilot.pause()
                assert isinstance(pilot.app.screen, TodayPage), (opens, closes)


async def test_sentences_name_the_keys_in_force(play: PlayApp) -> None:
    """An empty page says which key begins, and it is the person's own."""
    settings = DEFAULTS._replace(keys={"quest.done": "g", "page.today": "f9", "journal.release": "z"}, animations=False)
    async with play(settings=settings) as pilot:
        assert "then press g." in screen_text(pilot)
        await pilot.press("2")
        await pilot.pause()
        assert "z      let an expectation go" in screen_text(pilot)
        for page in ("3", "4"):
            await pilot.press(page)
            await pilot.pause()
            assert "f9, then g: " in screen_text(pilot)


async def test_no_word_of_a_person_is_taken_for_a_key() -> None:
    """Only the ids of commands in braces are."""
    assert name_keys("{ana} {app.help} {}", read_keymap({})[0]) == "{ana} ? {}"


def test_several_keys_and_characters_can_be_chosen() -> None:
    """People write ? and [, Textual calls them otherwise."""
    keymap, problems = read_keymap({"app.help": "?, f2", "day.previous": "ctrl+left"})
    assert problems == []
    assert keymap["app.help"] == ("question_mark", "f2")
    assert keymap["day.previous"] == ("ctrl+left",)


async def _choose_in_palette(pilot: Pilot[None], words: str) -> None:
    """Type words into the palette, and take what is first."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*(letter if letter != " " else "space" for letter in words))
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_palette_takes_a_deed_in_words(play: PlayApp, open_home: OpenHome) -> None:
    """A kind and a name open the log with both, from any page; enter saves it."""
    async with play() as pilot:
        await pilot.press("3")
        await _choose_in_palette(pilot, "help ana")
        await pilot.press("enter")
        await pilot.pause()
        assert [(deed.kind, deed.person) for deed in saved(open_home())] == [("help", "ana")]


async def test_the_palette_goes_to_a_day_and_puts_on_a_theme(play: PlayApp) -> None:
    """Both as they are called."""
    async with play() as pilot:
        await _choose_in_palette(pilot, "go to 3 nov")
        assert "Tue 3 Nov" in screen_text(pilot)
        await _choose_in_palette(pilot, "theme mono")
        assert app_of(pilot).paint.theme.name == "mono"
        assert app_of(pilot).settings.theme == "mono"
