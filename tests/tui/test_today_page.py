"""The Today page, played with keys alone."""

from __future__ import annotations

import os
import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.pilot import Pilot

from givequest import composition
from givequest.application import deeds
from givequest.config.paths import find_paths
from givequest.domain.kinds import Kind
from givequest.domain.records import RecordType
from givequest.tui.app import GivequestApp
from givequest.tui.widgets.notice_line import NoticeLine

from ..built_in import BUILT_IN, DEFAULTS
from ..conftest import Clock
from .conftest import OpenHome, PlayApp, app_of, press_slowly, saved, screen_text

MONDAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 22)
HOSTILE = (
    "[/]",
    "go [/ now",
    "[x] done",
    "[@click=app.app_leave]x[/]",
    "$name {person}",
    "Zoë 🌲 👩‍👩‍👧",
    "שלום עולם",
    "a\x1b]0;title\x07b",
    "\x1b[31mred",
    "x" * 10_000,
    "one\ntwo\tthree",
    "\ud800lone",
    "\u202egnp.exe",
)


async def test_space_logs_the_chosen_quest_at_once(play: PlayApp, open_home: OpenHome) -> None:
    """One key, and the deed is on the disk with the card that was on the board."""
    async with play() as pilot:
        await pilot.press("space")
        (deed,) = saved(open_home())
        assert (deed.type, deed.kind, deed.day) == (RecordType.DEED, "congratulate", MONDAY)
        assert deed.card is not None
        assert deed.card.startswith("congratulate.")


async def test_space_again_logs_one_more(play: PlayApp, open_home: OpenHome) -> None:
    """The commonest act can be done twice in a day."""
    async with play() as pilot:
        await press_slowly(pilot, "j", "space", "space")
        assert [deed.kind for deed in saved(open_home())] == ["help", "help"]
        assert "Help ×2" in screen_text(pilot)


async def test_how_often_is_told_of_the_longest_name_too_unless_numbers_are_hidden(play: PlayApp) -> None:
    """The column of names grows for it, on a small terminal the name gives way."""
    async with play() as pilot:
        await press_slowly(pilot, "space", "space", "space")
        assert "Congratulate ×3" in screen_text(pilot)
    async with play(size=(40, 12)) as pilot:
        line = next(line for line in screen_text(pilot).splitlines() if "Congra" in line)
        assert "… ×3 " in line
        assert "Card" in line
    async with play(settings=DEFAULTS._replace(numbers=False, animations=False)) as pilot:
        assert "×" not in screen_text(pilot)


async def test_names_of_any_length_and_script_keep_board_and_streaks_aligned(play: PlayApp) -> None:
    """A name is measured in cells, and what is cut of it is marked."""
    wide = Kind("mentor", "メンターになる")
    long = Kind("sponsor", "Sponsor a young student")
    kinds = {**BUILT_IN, wide.id: wide, long.id: long}
    async with play(settings=DEFAULTS._replace(kinds=kinds, core=("mentor", "sponsor"), animations=False)) as pilot:
        lines = screen_text(pilot).splitlines()
        assert {cell_len(line) for line in lines} == {100}
        assert all(line.rstrip()[-1] in "╮│╯▱▰" for line in lines[2:27])
        assert any("Sponsor a young student" in line for line in lines)
        assert any("sponsor a y…" in line for line in lines)


async def test_a_chosen_card_is_whole_where_the_others_have_to_scroll_anyway(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Many deeds hide no word of what is to be done."""
    for number in range(12):
        deeds.log_deed(open_home().game, "help", person=f"Ana {number}")
    async with play(size=(20, 12)) as pilot:
        await pilot.press("j")
        assert re.search(r"Do the small thing number \d+\.", _run_on(pilot))


async def test_the_quiet_vow_is_noted_once(play: PlayApp, open_home: OpenHome) -> None:
    """There is no more quiet than quiet."""
    async with play() as pilot:
        await press_slowly(pilot, "j", "j", "j", "space", "space")
        assert [deed.kind for deed in saved(open_home())] == ["quiet"]


async def test_on_a_day_with_a_slip_space_promises_no_quiet(play: PlayApp, open_home: OpenHome) -> None:
    """It says what is noted and how that is taken back; then the vow can be kept."""
    async with play() as pilot:
        await pilot.press("j", "j", "j", "s", "space")
        assert [record.type for record in saved(open_home())] == [RecordType.SLIP]
        assert "s takes the note back" in screen_text(pilot)
        await pilot.press("s", "space")
        assert [record.kind for record in saved(open_home())] == ["quiet"]


async def test_streaks_level_and_month_move_as_it_happens(play: PlayApp) -> None:
    """What a deed changes is on the screen with the next frame."""
    async with play() as pilot:
        assert "5%" not in screen_text(pilot)
        await pilot.press("space")
        text = screen_text(pilot)
        assert "5%" in text
        assert "✓ Congratulate" in text


async def test_enter_asks_who_first_and_saves_from_any_line(play: PlayApp, open_home: OpenHome) -> None:
    """Who, note and effort go with the deed."""
    async with play() as pilot:
        await pilot.press("enter", *"Ana", "tab", *"her talk", "tab", "3", "enter")
        (deed,) = saved(open_home())
        assert (deed.person, deed.note, deed.effort) == ("Ana", "her talk", 3)
        assert "Ana: her talk" in screen_text(pilot)


async def test_a_paste_of_many_lines_is_one_line_with_nothing_left_out(play: PlayApp, open_home: OpenHome) -> None:
    """Into an empty field, into the middle of one, and over what is selected."""
    async with play() as pilot:
        await pilot.press("enter")
        pilot.app.screen.query_one("#who").post_message(Paste("Ana\nMaria\r\n"))
        await pilot.press("tab")
        pilot.app.screen.query_one("#note").post_message(Paste("one\ttwo\nthree\x1b[31m"))
        await pilot.press("enter")
        (deed,) = saved(open_home())
        assert (deed.person, deed.note) == ("Ana Maria", "one two three[31m")
        await pilot.press("e")
        pilot.app.screen.query_one("#who").post_message(Paste("Bo\n"))
        await pilot.press("enter")
        assert [deed.person for deed in saved(open_home())] == ["Bo"]


async def test_on_a_small_terminal_the_dialog_shows_every_field_and_what_was_refused(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Also where the kind is asked for."""
    home = open_home()
    async with play(size=(40, 12)) as pilot:
        os.makedirs(os.path.join(home.paths.ledger, "2026.json"))
        await pilot.press("n")
        text = screen_text(pilot)
        assert all(word in text for word in ("who", "note", "‹ ▸ Congratulate  ›", "effort", "enter save", "esc"))
        await pilot.press("tab", *"Ana", "enter")
        assert "move it away" in _run_on(pilot)


async def test_a_refusal_that_names_an_odd_folder_is_obeyed_by_nobody(tmp_path: Path, clock: Clock) -> None:
    """In the dialog and in the line above the keys."""
    home = composition.open_home(find_paths(f"{tmp_path}/\x1b]0;x\x07"), clock)
    os.makedirs(os.path.join(home.paths.ledger, "2026.json"))
    app = GivequestApp(home)
    async with app.run_test(size=(300, 30)) as pilot:
        await pilot.press("enter", *"Ana", "enter")
        assert "]0;x" in screen_text(pilot)
        assert "\x1b" not in screen_text(pilot)
        await pilot.press("escape", "space")
        assert "]0;x" in screen_text(pilot)
        assert "\x1b" not in screen_text(pilot)


async def test_a_name_used_before_is_completed_whatever_its_case_and_accents(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Two letters and the arrow bring the whole name."""
    deeds.log_deed(open_home().game, "help", MONDAY - timedelta(days=3), person="Ána Lópes")
    async with play() as pilot:
        await pilot.press("enter", *"an")
        await pilot.pause()
        await pilot.press("right", "enter")
        assert [deed.person for deed in saved(open_home())] == ["Ána Lópes", "Ána Lópes"]


async def test_escape_leaves_the_dialog_and_logs_nothing(play: PlayApp, open_home: OpenHome) -> None:
    """Leaving is free."""
    async with play() as pilot:
        await pilot.press("enter", *"Ana", "escape")
        assert saved(open_home()) == []
        await pilot.press("escape", "escape")
        assert pilot.app.is_running


async def test_what_was_typed_stays_where_the_disk_refuses(play: PlayApp, open_home: OpenHome) -> None:
    """A refusal is one sentence in the dialog, and the words are still there."""
    home = open_home()
    async with play() as pilot:
        in_the_way = os.path.join(home.paths.ledger, "2026.json")
        os.makedirs(in_the_way)
        await pilot.press("enter", *"Ana", "enter")
        text = screen_text(pilot)
        assert "Ana" in text
        assert "2026.json" in text
        os.rmdir(in_the_way)
        await pilot.press("enter")
        assert [deed.person for deed in saved(home)] == ["Ana"]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_refusal_on_the_board_can_be_read_to_its_end_and_goes_with_the_next_deed(
    play: PlayApp, open_home: OpenHome, size: tuple[int, int]
) -> None:
    """What, where and what to do, in as many lines as that takes; a deed that is saved has its one line again."""
    home = open_home()
    async with play(size=size) as pilot:
        os.makedirs(os.path.join(home.paths.ledger, "2026.json"))
        full = f"{home.paths.ledger}/2026.json couldn't be read: it's a folder, not a file; move it away."
        await pilot.press("space")
        await pilot.pause()
        rows = [row.strip() for row in screen_text(pilot).splitlines()]
        assert full.replace(" ", "") in "".join(rows).replace(" ", "")
        os.rmdir(os.path.join(home.paths.ledger, "2026.json"))
        await pilot.press("space")
        await pilot.pause()
        assert "could not" not in screen_text(pilot)
        assert pilot.app.screen.query_one(NoticeLine).size.height == 1


async def test_going_a_day_back_logs_there(play: PlayApp, open_home: OpenHome) -> None:
    """Backdating is the same keys on another day."""
    async with play() as pilot:
        await pilot.press("left_square_bracket")
        assert "Sun 22 Nov" in screen_text(pilot)
        await pilot.press("space", "t")
        assert "Mon 23 Nov" in screen_text(pilot)
        assert [deed.day for deed in saved(open_home())] == [SUNDAY]


async def test_a_day_ahead_can_only_be_taken_off(play: PlayApp, open_home: OpenHome) -> None:
    """Nothing is logged for a day that has not come; a rest can be planned."""
    async with play() as pilot:
        await pilot.press("right_square_bracket", "space")
        assert saved(open_home()) == []
        await pilot.press("x")
        assert [(record.type, record.day) for record in saved(open_home())] == [
            (RecordType.REST, MONDAY + timedelta(days=1))
        ]
        assert "x makes it an ordinary day" in screen_text(pilot)
        await pilot.press("x")
        assert saved(open_home()) == []
        assert "x plans a day off" in screen_text(pilot)


async def test_undo_and_redo_are_one_key_each(play: PlayApp, open_home: OpenHome) -> None:
    """Every act can be taken back, and done again."""
    async with play() as pilot:
        await pilot.press("space", "j", "space", "u")
        assert [deed.kind for deed in saved(open_home())] == ["congratulate"]
        await pilot.press("u")
        assert saved(open_home()) == []
        assert "Undone: Congratulate." in screen_text(pilot)
        await pilot.press("u")
        assert "nothing to undo" in screen_text(pilot)
        await pilot.press("ctrl+r", "ctrl+r")
        assert [deed.kind for deed in saved(open_home())] == ["congratulate", "help"]


async def test_a_deed_is_edited_and_deleted_from_its_own_line(play: PlayApp, open_home: OpenHome) -> None:
    """The cursor goes over deeds too; delete asks nothing and undo brings the deed back."""
    async with play() as pilot:
        await pilot.press("enter", *"Ana", "enter", "j", "e", "end", *" B", "enter")
        assert [deed.person for deed in saved(open_home())] == ["Ana B"]
        await pilot.press("d")
        assert saved(open_home()) == []
        await pilot.press("u")
        assert [deed.person for deed in saved(open_home())] == ["Ana B"]


async def test_a_deed_outside_the_quests_has_any_kind(play: PlayApp, open_home: OpenHome) -> None:
    """n asks for the kind first, that of the cursor's quest to begin with; the row appears on the board."""
    async with play() as pilot:
        await pilot.press("down", "n", "enter")
        await pilot.press("n", "right", "right", "tab", *"Bo", "tab", *"Ana", "enter")
        first, second = saved(open_home())
        assert first.kind == "help"
        assert (second.kind, second.person, second.other) == ("introduce", "Bo", "Ana")
        assert "Introduce" in screen_text(pilot)


async def test_a_second_name_is_asked_for_only_where_two_are_brought_together(play: PlayApp) -> None:
    """As soon as that kind is chosen."""
    async with play((100, 30)) as pilot:
        await pilot.press("n")
        assert "with" not in screen_text(pilot).split()
        await pilot.press("left", "left", "left")
        assert "with" in screen_text(pilot).split()


async def test_the_dialog_says_what_keys_do_in_the_field_that_one_is_in(play: PlayApp, open_home: OpenHome) -> None:
    """Names are completed where names are offered, and nowhere else."""
    deeds.log_deed(open_home().game, "help", person="Ana Berg")
    async with play((100, 30)) as pilot:
        await pilot.press("n")
        assert "left right choose" in screen_text(pilot)
        await pilot.press("tab")
        assert "complete" not in screen_text(pilot)
        await pilot.press(*"An")
        assert "right complete   down choose" in screen_text(pilot)
        await pilot.press("tab")
        assert "complete" not in screen_text(pilot)
        assert "left right" not in screen_text(pilot)


async def test_rest_and_slip_are_taken_back_by_the_same_key(play: PlayApp, open_home: OpenHome) -> None:
    """Both are switches."""
    async with play() as pilot:
        await pilot.press("x", "s")
        assert {record.type for record in saved(open_home())} == {RecordType.REST, RecordType.SLIP}
        await pilot.press("x", "s")
        assert saved(open_home()) == []


async def test_redraw_brings_another_card_and_a_relaunch_shows_it_again(play: PlayApp) -> None:
    """The redrawn card is part of history."""
    async with play() as pilot:
        before = screen_text(pilot)
        await pilot.press("r")
        after = next(line for line in screen_text(pilot).splitlines() if "Congratulate" in line)
        assert after not in before
    async with play() as pilot:
        assert after in screen_text(pilot)


async def test_a_first_launch_shows_the_board_with_a_welcome_that_goes_with_the_first_deed(play: PlayApp) -> None:
    """No wizard: the same board, and a line."""
    async with play() as pilot:
        assert "Welcome" in screen_text(pilot)
        await pilot.press("space")
        assert "Welcome" not in screen_text(pilot)


async def test_a_board_left_open_turns_to_the_new_day(play: PlayApp, clock: Clock) -> None:
    """At day_start the board is the new day's."""
    async with play() as pilot:
        clock.move(hours=20)
        app_of(pilot).look_around()
        assert "Mon 23 Nov" in screen_text(pilot)
        clock.move(hours=1)
        app_of(pilot).look_around()
        await pilot.pause()
        assert "Tue 24 Nov" in screen_text(pilot)


@pytest.mark.parametrize("key", ["space", "x", "s", "r", "enter", "n"])
async def test_a_key_pressed_just_after_the_day_turned_logs_nothing_to_the_wrong_one(
    play: PlayApp, open_home: OpenHome, clock: Clock, key: str
) -> None:
    """The board turns first, and says so."""
    async with play() as pilot:
        clock.move(hours=22)
        await pilot.press(key)
        assert saved(open_home()) == []
        assert "Good morning: a new day" in screen_text(pilot)


async def test_a_dialog_that_was_open_when_the_day_turned_logs_to_the_day_it_names(
    play: PlayApp, open_home: OpenHome, clock: Clock
) -> None:
    """The board behind it turns; the deed is where its heading said, and that is told."""
    async with play() as pilot:
        await pilot.press("enter", *"Ana")
        clock.move(hours=22)
        app_of(pilot).look_around()
        await pilot.press("enter")
        (deed,) = saved(open_home())
        assert (deed.person, deed.day) == ("Ana", MONDAY)
        text = screen_text(pilot)
        assert "Tue 24 Nov" in text.split("\n")[0]
        assert "Logged for Monday 23 November." in text


async def test_a_change_made_elsewhere_appears(play: PlayApp, open_home: OpenHome) -> None:
    """Another process logs, and the open board shows it at its next look around."""
    async with play() as pilot:
        deeds.log_deed(open_home().game, "help", person="Ana", note="read her draft")
        app_of(pilot).look_around()
        await pilot.pause()
        assert "Ana: read her draft" in screen_text(pilot)
        await pilot.press("u")
        assert saved(open_home()) == []


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_names_and_notes_are_shown_as_typed_and_obeyed_by_nobody(
    play: PlayApp, open_home: OpenHome, words: str
) -> None:
    """No markup, no escape sequence, no crash: on the board, in the dialog, in the notice."""
    deeds.log_deed(open_home().game, "help", person=words, note=words)
    async with play() as pilot:
        await pilot.press("j", "j", "e")
        await pilot.press("enter", "d", "u")
        text = screen_text(pilot)
        assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in text.replace("\n", ""))
        if words.isascii() and words.isprintable() and len(words) < 40:
            assert words in text


@pytest.mark.parametrize("size", [(1, 1), (8, 3), (20, 6), (40, 12), (72, 20), (80, 24), (100, 30), (300, 100)])
async def test_every_size_can_be_played(play: PlayApp, open_home: OpenHome, size: tuple[int, int]) -> None:
    """From one cell to a wall: no crash, and from 40 by 12 the quests can be read."""
    deeds.log_deed(open_home().game, "help", person="Ana", note="a note that is long enough to be cut " * 9)
    async with play(size=size) as pilot:
        await pilot.press("j", "j", "space", "k", "enter", "escape", "question_mark", "escape")
        await pilot.resize_terminal(size[0] + 7, size[1] + 3)
        if size >= (40, 12):
            assert "Help" in screen_text(pilot)


async def test_numbers_can_be_hidden(play: PlayApp) -> None:
    """Figures go, shapes stay."""
    async with play(settings=DEFAULTS._replace(numbers=False, animations=False)) as pilot:
        await pilot.press("space")
        text = screen_text(pilot)
        assert "level" not in text
        assert "%" not in text
        assert "giving" in text


async def test_a_clock_set_back_moves_no_stored_day(play: PlayApp, open_home: OpenHome, clock: Clock) -> None:
    """What was logged stays where it was logged."""
    async with play() as pilot:
        await pilot.press("space")
        clock.now = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=1)))
        app_of(pilot).look_around()
        await pilot.press("space")
        assert "Fri 20 Nov" in screen_text(pilot)
        assert [deed.day for deed in saved(open_home())] == [MONDAY, date(2026, 11, 20)]


def _run_on(pilot: Pilot[None]) -> str:
    """Return what is on the screen with the lines joined, as it is read."""
    return " ".join(line.strip(" │") for line in screen_text(pilot).splitlines())
