"""The one list of commands: everything that a key does is in it, and everything in it can be done."""

from __future__ import annotations

import pytest
from textual.binding import BindingsMap

from givequest.domain.settings import Settings
from givequest.tui.app import GivequestApp
from givequest.tui.commands import COMMANDS, EVERYWHERE, TODAY, commands_of, shown_keys
from givequest.tui.keymap import read_keymap
from givequest.tui.screens.today import TodayPage

from .conftest import saved, screen_text

AMBIGUOUS = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+left_square_bracket", "ctrl+slash", "ctrl+space", "ctrl+c", "ctrl+z"}


def test_every_command_is_carried_out_by_an_action():
    """An id in the list without a method behind it would be a key that does nothing."""
    for command in COMMANDS:
        owner = {EVERYWHERE: GivequestApp, TODAY: TodayPage}.get(command.page)
        if owner is not None:
            assert callable(getattr(owner, f"action_{command.action}")), command.id


def test_no_two_commands_of_a_page_share_a_key_but_answers():
    """An answer shadows another command only while something is asked."""
    for page in {command.page for command in COMMANDS}:
        keys = [key for command in commands_of(page) if not command.id.startswith("answer.") for key in command.keys]
        assert len(keys) == len(set(keys))


def test_no_default_key_is_one_that_terminals_confuse():
    """Chords that arrive as another key are nobody's default; ctrl+z does what it does everywhere."""
    own = {"app.suspend": {"ctrl+z"}}
    assert not [command.id for command in COMMANDS if AMBIGUOUS & set(command.keys) - own.get(command.id, set())]


def test_at_most_seven_commands_are_in_the_key_strip_of_a_page():
    """The rest is in help."""
    for page in {command.page for command in COMMANDS}:
        assert sum(command.in_strip for command in commands_of(page)) <= 7


def test_textual_binds_what_the_list_says():
    """Page and app have exactly the bindings of the list."""
    bound = {binding.id for binding in BindingsMap(TodayPage.BINDINGS).key_to_bindings["space"]}
    assert bound == {"quest.done"}


async def test_help_shows_every_key_of_the_page(play):
    """Help comes from the list."""
    async with play(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        text = screen_text(pilot)
        for command in commands_of(TODAY):
            assert command.help[:30] in text
            assert shown_keys(command.keys) in text
        await pilot.press("escape")
        assert "On this page" not in screen_text(pilot)


async def test_the_key_strip_fits_eighty_columns_whole(play):
    """All seven are readable at the size that most terminals open with."""
    async with play(size=(80, 24)) as pilot:
        last = screen_text(pilot).splitlines()[-1]
        for command in commands_of(TODAY):
            if command.in_strip:
                assert command.title in last


async def test_the_palette_finds_a_command_and_carries_it_out(play, open_home):
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


async def test_a_key_of_ones_own_does_what_the_old_one_did(play, open_home):
    """Rebinding moves the command, in the strip too."""
    settings = Settings(keys={"quest.done": "g"}, animations=False)
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
        ({"quest.done": "hyperspace"}, "is not a key"),
        ({"quest.done": "ctrl+m"}, "different terminals"),
        ({"quest.done": "r"}, "is the key of quest.redraw"),
        ({"quest.done": "alt+x"}, "is not a key"),
    ],
)
def test_a_choice_of_keys_that_cannot_be_is_reported_and_the_default_stays(chosen, reason):
    """What, why, and what remains in force."""
    keymap, problems = read_keymap(chosen)
    (problem,) = problems
    assert reason in str(problem)
    assert keymap["quest.done"] == ("space",)


def test_several_keys_and_characters_can_be_chosen():
    """People write ? and [, Textual calls them otherwise."""
    keymap, problems = read_keymap({"app.help": "?, f2", "day.previous": "ctrl+left"})
    assert problems == []
    assert keymap["app.help"] == ("question_mark", "f2")
    assert keymap["day.previous"] == ("ctrl+left",)
