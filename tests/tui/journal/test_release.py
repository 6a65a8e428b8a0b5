"""Letting go: the words are nowhere afterwards. And gifts: no number knows of them."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import warnings
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from givequest.application import journal
from givequest.application.board import board_of
from givequest.application.charts import Charts
from givequest.application.game.game import Game
from givequest.application.stats import stats_of
from givequest.domain.change_labels import ActLabel
from givequest.domain.journal.sorts import POCKET
from givequest.domain.records import RecordType
from givequest.domain.text import clean_text
from givequest.tui.journal.falling_letters import FRAME, PRESSES
from givequest.tui.journal.release_dialog import ReleaseDialog
from givequest.tui.journal.screen import JournalPage
from givequest.tui.widgets.canvas import Canvas

from ...built_in import DEFAULTS
from ...fixtures.charts import deed
from ...fixtures.journal import TODAY, entry
from ...tui.conftest import OpenHome, PlayApp, saved, screen_text

LETTERS = ("q", "x", "z", "v", "j", "k", "w", "q", "y", "x")
"""What nothing else in the process is called; put together only to look for it."""
MOVING = DEFAULTS._replace(animations=True)


def types_of(open_home: OpenHome) -> list[str]:
    """Return the types of all records that are saved."""
    return [record.type.value for record in saved(open_home())]


def files_with(folder: Path, word: str) -> list[Path]:
    """Return the files under a folder that hold a word, in any of the encodings it could be in."""
    needles = [word.encode(), word.encode("utf-16-le"), word[::-1].encode()]
    return [
        path for path in folder.rglob("*") if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def strings_with(word: str) -> list[str]:
    """Return the strings that anything in this process holds on to and that hold a word.

    A copy of the process looks: Python 3.12.1 ends with an abort after what the event loop waits for was looked at.
    """
    gc.collect()
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, none of which the copy needs
        copy = os.fork()
    if copy == 0:
        with suppress(BaseException):
            os.write(writing, json.dumps(reachable_strings(word)[:9]).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        found: list[str] = json.loads(pipe.read())
    os.waitpid(copy, 0)
    return found


def reachable_strings(word: str) -> list[str]:
    """Return the strings that hold a word, and that can be come to from anything that Python keeps account of."""
    found, seen, pending = [], set(), gc.get_objects()
    while pending:
        for item in gc.get_referents(pending.pop()):
            if isinstance(item, str):
                if word in item and item is not word:
                    found.append(item[:80])
            elif id(item) not in seen:
                seen.add(id(item))
                pending.append(item)
    return found


async def say(pilot: Pilot[None]) -> None:
    """Open the dialog and type what was hoped for."""
    await pilot.press("2", "r", *LETTERS, "enter")


async def let_go(pilot: Pilot[None]) -> None:
    """Type the words that let go."""
    await pilot.press(*"let", "space", *"go")


async def test_after_a_release_the_words_are_nowhere(play: PlayApp, open_home: OpenHome, tmp_path: Path) -> None:
    """Not in a file under the home, not in the clipboard, not in anything the process holds; the day is."""
    async with play(settings=MOVING) as pilot:
        await say(pilot)
        await let_go(pilot)
        await pilot.pause(FRAME * (PRESSES + 14))
        await pilot.pause()
        assert isinstance(pilot.app.screen, JournalPage)
        assert "Gone" in screen_text(pilot)
        word = "".join(LETTERS)
        assert pilot.app.clipboard == ""
        assert files_with(tmp_path, word) == []
        assert strings_with(word) == []
    assert files_with(tmp_path, "".join(LETTERS)) == []
    assert [(record.type, record.day, record.text) for record in saved(open_home())] == [
        (RecordType.RELEASE, TODAY, None)
    ]


def test_no_log_of_the_toolkit_is_written_whatever_the_environment_asks_for(tmp_path: Path) -> None:
    """It would hold every key that is typed."""
    code = "import givequest.tui.app; from textual import constants; print(constants.LOG_FILE, constants.DEBUG)"
    asked = {"TEXTUAL_LOG": str(tmp_path / "log"), "TEXTUAL_DEBUG": "1", "TEXTUAL": "debug,devtools"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | asked, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["None", "False"]


async def test_the_words_can_be_found_where_they_are_kept(play: PlayApp, tmp_path: Path) -> None:
    """The search that finds nothing after a release finds what is pocketed, in files and in the process."""
    async with play() as pilot:
        await say(pilot)
        await pilot.press("p")
        await pilot.pause()
        word = "".join(LETTERS)
        assert files_with(tmp_path, word)
        assert strings_with(word)


async def test_held_space_lets_the_letters_fall(play: PlayApp, open_home: OpenHome) -> None:
    """They come loose a few at a time; nothing is kept before the last one is gone."""
    async with play(settings=MOVING) as pilot:
        await say(pilot)
        await pilot.press(*["space"] * (PRESSES // 2))
        assert types_of(open_home) == []
        await pilot.press(*["space"] * PRESSES)
        await pilot.pause(FRAME * 12)
        assert types_of(open_home) == ["release"]


@pytest.mark.parametrize("keys", [["space"], [*"let", "space", *"go"], [*"LETGO"]])
async def test_without_animation_it_is_one_line_of_text(play: PlayApp, open_home: OpenHome, keys: str) -> None:
    """Space, or the two words, and it is gone."""
    async with play() as pilot:
        await say(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        assert types_of(open_home) == ["release"]
        assert "Gone. Only the date is kept." in screen_text(pilot)


async def test_by_hand_nothing_is_typed_at_all(play: PlayApp, open_home: OpenHome) -> None:
    """An empty line leads to paper; enter comes back from it."""
    async with play() as pilot:
        await pilot.press("2", "r", "enter")
        assert "tear it up" in screen_text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert types_of(open_home) == ["release"]


async def test_a_good_thought_is_pocketed_as_an_entry(play: PlayApp, open_home: OpenHome) -> None:
    """It is kept with its words, and nothing is noted as let go."""
    async with play() as pilot:
        await pilot.press("2", "r", *"thanks", "enter", "p")
        await pilot.pause()
        records = [(record.type, record.text, record.sort) for record in saved(open_home())]
        assert records == [(RecordType.ENTRY, "thanks", POCKET)]
        assert "thanks" in screen_text(pilot)


@pytest.mark.parametrize("keys", [["escape"], [*"hoped", "escape"], [*"hoped", "enter", "escape"]])
async def test_esc_leaves_and_keeps_nothing(play: PlayApp, open_home: OpenHome, keys: str) -> None:
    """At any point."""
    async with play() as pilot:
        await pilot.press("2", "r", *keys)
        await pilot.pause()
        assert isinstance(pilot.app.screen, JournalPage)
        assert types_of(open_home) == []


async def test_a_paste_of_many_lines_is_one_line_of_letters(play: PlayApp) -> None:
    """Also into this line, and never as keys."""
    async with play() as pilot:
        await pilot.press("2", "r")
        pilot.app.screen.query_one("#letting").post_message(events.Paste("one\ntwo \x1b[31m" + "y" * 5000))
        await pilot.pause()
        assert "one two" in screen_text(pilot)
        assert "\x1b" not in screen_text(pilot)
        await pilot.press("backspace", "escape")


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("that 漢字 falls", "that 漢字 falls"),
        ("cafe\u0301 हिन्दी", "café हिन्दी"),
        ("a dog \U0001f468\u200d\U0001f469\u200d\U0001f467 too", "too"),
    ],
)
async def test_letters_of_every_script_are_shown_as_they_are(
    play: PlayApp, open_home: OpenHome, said: str, seen: str
) -> None:
    """Wide ones and those with marks; and what is pocketed is what was said."""
    async with play(size=(80, 24)) as pilot:
        await pilot.press("2", "r")
        pilot.app.screen.query_one("#letting").post_message(events.Paste(said))
        await pilot.pause()
        assert seen in screen_text(pilot)
        await pilot.press("enter", "p")
        await pilot.pause()
        assert [record.text for record in saved(open_home())] == [clean_text(said)]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_long_line_breaks_between_words_and_its_end_is_in_sight(play: PlayApp, size: tuple[int, int]) -> None:
    """While it is typed, also where it is longer than there is room."""
    said = "that the parcel with the three ripe pears arrives before anybody " * 4
    async with play(size=size) as pilot:
        await pilot.press("2", "r")
        pilot.app.screen.query_one("#letting").post_message(events.Paste(said.strip()))
        await pilot.pause()
        lines = [line.strip(" \u2502") for line in screen_text(pilot).splitlines()]
        words = {word for line in lines for word in line.split()}
        assert {"parcel", "arrives", "anybody"} <= words
        assert any(line.endswith("before anybody") for line in lines)


async def test_wide_letters_fall_without_pushing_the_frame(play: PlayApp, open_home: OpenHome) -> None:
    """Whatever lands on whatever."""
    async with play(settings=MOVING, size=(40, 12)) as pilot:
        await pilot.press("2", "r")
        pilot.app.screen.query_one("#letting").post_message(events.Paste("漢 字x 漢字漢字 yz漢 " * 12))
        await pilot.pause()
        await pilot.press("enter")
        for _ in range(PRESSES):
            await pilot.press("space")
            rows = pilot.app.screen.query_one("#letting", Canvas).lines(34, 4)
            assert {cell_len("".join(text for text, _ in row)) for row in rows} == {34}
        await pilot.pause(FRAME * 12)
        assert types_of(open_home) == ["release"]


async def test_a_disk_that_refuses_a_release_is_told_of_and_tried_again(play: PlayApp, open_home: OpenHome) -> None:
    """The words are gone by then; the day is kept when it can be."""
    async with play() as pilot:
        await say(pilot)
        with mock.patch("os.replace", side_effect=OSError(30, "Read-only file system")):
            await pilot.press("space")
            await pilot.pause()
        assert isinstance(pilot.app.screen, ReleaseDialog)
        assert "enter try again" in screen_text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert types_of(open_home) == ["release"]


async def test_a_heavy_week_is_noticed_once(play: PlayApp, game: Game) -> None:
    """With the fifth release of seven days."""
    for back in range(4):
        journal.release(game, TODAY - timedelta(days=back))
    async with play() as pilot:
        await pilot.press("2", "r", "enter", "enter")
        await pilot.pause()
        assert "A heavy week" in screen_text(pilot)


@pytest.mark.parametrize(("words", "days"), [("yesterday", 1), ("22/11", 1), ("20.11.", 3), ("3 days ago", 3)])
async def test_a_gift_is_noted_with_its_day(play: PlayApp, open_home: OpenHome, words: str, days: int) -> None:
    """Text and date, in the words of the command line; the reader shows it, and it names nobody."""
    async with play() as pilot:
        typed = ("space" if letter == " " else letter for letter in words)
        await pilot.press("2", "g", *"pears", "tab", *["backspace"] * 5, *typed, "enter")
        await pilot.pause()
        (gift,) = saved(open_home())
        assert (gift.type, gift.day, gift.text) == (RecordType.GIFT, TODAY - timedelta(days=days), "pears")
        assert gift.person is None
        assert "gift" in screen_text(pilot)


@pytest.mark.parametrize("day", ["tomorrow", "someday", "11/12"])
async def test_a_gift_of_no_day_is_asked_about_again(play: PlayApp, open_home: OpenHome, day: str) -> None:
    """What was typed stays."""
    async with play() as pilot:
        await pilot.press("2", "g", *"pears", "tab", *["backspace"] * 5, *day, "enter")
        await pilot.pause()
        assert types_of(open_home) == []
        assert "pears" in screen_text(pilot)


def test_a_thousand_gifts_change_no_number_anywhere(game: Game, open_home: OpenHome) -> None:
    """Standing, stats, charts and cards are what they were, also where gifts go further back than deeds."""
    days = [TODAY - timedelta(days=back) for back in range(0, 60, 2)]
    game.save(ActLabel("deeds"), puts=[deed(day) for day in days] + [entry(day, "word " * 20) for day in days[::3]])

    def numbers() -> list[object]:
        fresh = open_home().game
        charts = Charts(fresh)
        state = fresh.progress(TODAY)
        month = charts.month(TODAY)
        year = charts.year(TODAY.year, "giving")
        return [stats_of(fresh), state, repr(month), repr(year), board_of(fresh)]

    before = numbers()
    gifts = [
        game.new_record(RecordType.GIFT, TODAY - timedelta(days=number), text="word " * 20) for number in range(1000)
    ]
    game.save(ActLabel("gifts"), puts=gifts)
    assert sum(record.type is RecordType.GIFT for record in saved(open_home())) == 1000
    assert numbers() == before
