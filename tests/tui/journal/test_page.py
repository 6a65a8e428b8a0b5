"""Page 2, played with keys."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from unittest import mock

import pytest
from textual import events
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.journal import note_gift
from givequest.domain.change_labels import ActLabel
from givequest.domain.records import Record, RecordType
from givequest.tui.journal.navigation import FOUND, GOING, NOT_FOUND, SEARCHING
from givequest.tui.journal.reader import JournalReader, Leaf
from givequest.tui.journal.screen import WRITING, JournalPage
from givequest.tui.journal.writing_pane import PAUSE

from ...built_in import DEFAULTS
from ...conftest import Clock
from ...fixtures.charts import deed
from ...fixtures.journal import HOSTILE, TODAY, entry
from ...tui.conftest import OpenHome, PlayApp, app_of, saved, screen_text


def texts(open_home: OpenHome) -> list[str]:
    """Return the texts that are on the disk, in order."""
    return sorted(record.text for record in saved(open_home()) if record.text)


def chosen(pilot: Pilot[None]) -> Record:
    """Return the entry that the cursor is on."""
    record = page_of(pilot)._list.chosen
    assert record is not None
    return record


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type a text, key by key."""
    for character in text:
        await pilot.press({" ": "space", "\n": "enter", "#": "number_sign"}.get(character, character))


def page_of(pilot: Pilot[None]) -> JournalPage:
    """Return the journal, which is shown."""
    page = pilot.app.screen
    assert isinstance(page, JournalPage)
    return page


async def test_2_opens_a_journal_that_says_what_grows_there_and_how_to_begin(play: PlayApp) -> None:
    """Nothing is written yet, and the keys that begin are on the page."""
    async with play(size=(80, 24)) as pilot:
        await pilot.press("2")
        text = screen_text(pilot)
        assert "A page a day grows here" in text
        for words in ("enter  write today's page", "r      let an expectation go", "g      note a gift"):
            assert words in text


async def test_what_is_typed_is_saved_without_a_key_and_fires_no_command(play: PlayApp, open_home: OpenHome) -> None:
    """Every letter that is a command elsewhere is a letter here."""
    written = "quiet xr12 u/?gonpmdtjk, [day]\nand a second line"
    async with play() as pilot:
        await pilot.press("2", "enter")
        await type_in(
            pilot, written.replace("[", "").replace("]", "").replace("/", "").replace("?", "").replace(",", "")
        )
        await pilot.pause(PAUSE + 0.2)
        assert texts(open_home) == ["quiet xr12 ugonpmdtjk day\nand a second line"]
        assert page_of(pilot).writing_pane.is_open


@pytest.mark.parametrize("keys", [("escape",), ("ctrl+q",), ("f1",)])
async def test_a_page_is_saved_at_once_when_it_is_left(play: PlayApp, open_home: OpenHome, keys: str) -> None:
    """By esc, by quitting, and when anything opens over it."""
    async with play() as pilot:
        await pilot.press("2", "enter")
        await type_in(pilot, "a word")
        await pilot.press(*keys)
        await pilot.pause()
        assert texts(open_home) == ["a word"]


async def test_esc_goes_back_to_reading_with_the_page_chosen(play: PlayApp) -> None:
    """The list shows it, and the keys are commands again."""
    async with play() as pilot:
        await pilot.press("2", "enter")
        await type_in(pilot, "a thought of today")
        await pilot.press("escape")
        assert "a thought of today" in screen_text(pilot)
        await pilot.press("enter")
        await type_in(pilot, " and more")
        await pilot.press("escape", "1", "2")
        assert "a thought of today and more" in screen_text(pilot)


async def test_all_of_one_sitting_is_one_step_of_undo(play: PlayApp, open_home: OpenHome) -> None:
    """However often it was saved."""
    deeds.log_deed(open_home().game, "help")
    async with play() as pilot:
        await pilot.press("2", "enter")
        for word in ("one ", "two ", "three"):
            await type_in(pilot, word)
            page_of(pilot).writing_pane.save()
        await pilot.press("escape", "u")
        assert texts(open_home) == []
        assert [record.type for record in saved(open_home())] == [RecordType.DEED]
        await pilot.press("ctrl+r")
        assert texts(open_home) == ["one two three"]


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_pasted_shown_and_found(play: PlayApp, open_home: OpenHome, text: str) -> None:
    """Whatever it holds, it is text."""
    async with play() as pilot:
        await pilot.press("2", "enter")
        page_of(pilot).writing_pane.editor.post_message(events.Paste(text))
        await pilot.pause()
        await pilot.press("escape")
        assert "\x1b" not in screen_text(pilot)
        await pilot.press("slash")
        await type_in(pilot, "a")
        await pilot.press("escape")
        game = open_home().game
        assert texts(open_home) == [game.new_record(RecordType.ENTRY, TODAY, text=text).text]


async def test_a_hundred_thousand_characters_are_kept(play: PlayApp, open_home: OpenHome) -> None:
    """A paste of a book, in one line and in many."""
    text = "word " * 10_000 + "\n" + "x" * 50_000
    async with play() as pilot:
        await pilot.press("2", "enter")
        page_of(pilot).writing_pane.editor.post_message(events.Paste(text))
        await pilot.pause()
        await pilot.press("escape")
        assert texts(open_home) == [text]


@pytest.mark.parametrize("line", ["line {} with wörds and\ta tab", "line {}", "漢字 {}"])
async def test_a_paste_of_three_thousand_lines_is_undone_and_done_again(
    play: PlayApp, open_home: OpenHome, line: str
) -> None:
    """The page is short again before the cursor is back from where it stood."""
    text = "\n".join(line.format(number) for number in range(3000))
    async with play(size=(80, 24)) as pilot:
        await pilot.press("2", "enter", *"start")
        editor = page_of(pilot).writing_pane.editor
        editor.post_message(events.Paste(text))
        await pilot.pause()
        assert editor.text == "start" + text
        await pilot.press("ctrl+z")
        assert editor.text == "start"
        await pilot.press("ctrl+r", "escape")
        assert texts(open_home) == ["start" + text]


async def test_saved_is_said_of_what_is_on_the_disk_and_of_nothing_else(play: PlayApp) -> None:
    """From the first key after it until the next save it is not."""
    async with play() as pilot:
        await pilot.press("2", "enter")
        await type_in(pilot, "one two")
        pane = page_of(pilot).writing_pane
        pane.save()
        await pilot.pause()
        assert "2 words, saved" in screen_text(pilot)
        await type_in(pilot, "x")
        assert "2 words, saving" in screen_text(pilot)
        await pilot.press("backspace")
        assert "2 words, saved" in screen_text(pilot)


async def test_two_boards_on_one_page_lose_neither_text_and_show_both(play: PlayApp, open_home: OpenHome) -> None:
    """What is typed here becomes a page of its own, and says so."""
    game = open_home().game
    game.save(ActLabel("page"), puts=[entry(TODAY, "shared")])
    async with play() as pilot:
        await pilot.press("2", "enter")
        await type_in(pilot, " here")
        game.save(ActLabel("page"), puts=[entry(TODAY, "shared there")])
        await pilot.press("escape")
        await pilot.pause()
        assert texts(open_home) == ["shared here", "shared there"]
        text = screen_text(pilot)
        assert "shared here" in text
        assert "shared there" in text


async def test_what_another_board_writes_appears_where_nothing_was_typed(play: PlayApp, open_home: OpenHome) -> None:
    """An open page that is as it was saved follows."""
    game = open_home().game
    game.save(ActLabel("page"), puts=[entry(TODAY, "shared")])
    async with play() as pilot:
        await pilot.press("2", "enter")
        game.save(ActLabel("page"), puts=[entry(TODAY, "shared, and more")])
        app_of(pilot).look_around()
        await pilot.press("end")
        await type_in(pilot, "!")
        await pilot.press("escape")
        assert texts(open_home) == ["shared, and more!"]


async def test_a_disk_that_refuses_keeps_what_was_typed_and_says_so_in_a_sentence(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Neither esc nor the first ctrl+q loses it; it is saved as soon as that can be."""
    async with play() as pilot:
        await pilot.press("2", "enter")
        await type_in(pilot, "precious")
        with mock.patch("os.replace", side_effect=OSError(28, "No space left on device")):
            await pilot.press("escape", "ctrl+q")
            await pilot.pause()
            told = " ".join(screen_text(pilot).split())
            assert "What you typed is still here." in told
            assert "the disk is full; free some space and try again." in told
            assert page_of(pilot).writing_pane.editor.text == "precious"
            assert pilot.app.is_running
        page_of(pilot).writing_pane.save()
        await pilot.pause()
        assert "What you typed is still here" not in screen_text(pilot)
        assert "saved" in screen_text(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert texts(open_home) == ["precious"]
        assert "Saved now" in screen_text(pilot)


async def test_a_day_that_turns_while_a_page_is_written_takes_nothing_with_it(
    play: PlayApp, open_home: OpenHome, clock: Clock
) -> None:
    """The page stays with the day on which it was begun; the next one is the new day's."""
    async with play() as pilot:
        await pilot.press("2", "enter")
        await type_in(pilot, "late")
        clock.move(days=1)
        app_of(pilot).look_around()
        await type_in(pilot, "r")
        assert "stays with Monday 23 November" in screen_text(pilot)
        await pilot.press("escape", "t", "enter")
        await type_in(pilot, "new")
        await pilot.press("escape")
        found = {record.day: record.text for record in saved(open_home())}
        assert found == {TODAY: "later", TODAY + timedelta(days=1): "new"}


async def test_search_finds_as_one_types_and_marks_the_hit(play: PlayApp, open_home: OpenHome) -> None:
    """Accents and case make no difference; esc shows everything again."""
    open_home().game.save(
        ActLabel("pages"),
        puts=[entry(date(2025, 5, day), f"Page {day}. The CAFÉ was full." if day == 3 else "x") for day in (1, 3)],
    )
    async with play() as pilot:
        await pilot.press("2")
        await pilot.pause(0.1)
        await pilot.press("slash")
        await type_in(pilot, "cafe")
        text = screen_text(pilot)
        assert "1 found" in text
        assert "3 May 2025" in text
        styles = {
            segment.style
            for line in page_of(pilot)._compositor.render_strips()
            for segment in line
            if segment.text == "CAFÉ"
        }
        assert len(styles) == 1
        style = styles.pop()
        assert style is not None
        assert style.bold
        await type_in(pilot, "zzz")
        assert "nothing found" in screen_text(pilot)
        await pilot.press("escape")
        assert "1 May 2025" in screen_text(pilot)


async def test_tags_are_completed_in_the_search_and_while_writing(play: PlayApp, open_home: OpenHome) -> None:
    """From those that were used before."""
    open_home().game.save(ActLabel("pages"), puts=[entry(TODAY - timedelta(days=1), "in the #garden")])
    async with play() as pilot:
        await pilot.press("2", "slash")
        await type_in(pilot, "#gar")
        await pilot.pause()
        await pilot.press("right")
        assert page_of(pilot).view.typed == "#garden"
        await pilot.press("escape", "t", "enter")
        await type_in(pilot, "back in the #ga")
        await pilot.press("tab", "escape")
        assert "back in the #garden" in texts(open_home)


async def test_a_day_is_gone_to_in_words_and_can_be_written_on(play: PlayApp, open_home: OpenHome) -> None:
    """Where nothing is written on it yet, a page begins there."""
    open_home().game.save(ActLabel("pages"), puts=[entry(date(2026, 3, day), f"march {day}") for day in (1, 9)])
    async with play() as pilot:
        await pilot.press("2", "o")
        await type_in(pilot, "2026-03")
        await pilot.press("enter")
        assert chosen(pilot).text == "march 9"
        await pilot.press("o")
        await type_in(pilot, "last friday")
        await pilot.press("enter", "enter")
        await type_in(pilot, "afterwards")
        await pilot.press("escape")
        assert (date(2026, 11, 20), "afterwards") in {(record.day, record.text) for record in saved(open_home())}
        for words in ("9/3", "11/12"):  # either can mean two days
            await pilot.press("o")
            await type_in(pilot, words)
            await pilot.press("enter")
            assert "could mean" in screen_text(pilot)
            await pilot.press("escape")
        await pilot.press("o")
        await type_in(pilot, "9.3.")
        await pilot.press("enter")
        assert chosen(pilot).text == "march 9"


async def test_what_was_done_that_day_stands_beside_the_page(play: PlayApp, open_home: OpenHome) -> None:
    """Deeds, and what else the day was."""
    yesterday = TODAY - timedelta(days=1)
    open_home().game.save(
        ActLabel("day"), puts=[entry(yesterday, "a page"), deed(yesterday, person="Ana", note="the report")]
    )
    async with play() as pilot:
        await pilot.press("2", "j")
        text = screen_text(pilot)
        assert "That day" in text
        assert "Help, Ana: the report" in text


async def test_an_older_page_comes_back_and_n_keeps_it_from_doing_so(play: PlayApp, open_home: OpenHome) -> None:
    """On this day, once; and never again unasked."""
    open_home().game.save(ActLabel("page"), puts=[entry(date(2025, 11, 23), "The pears were ripe. Yes.")])
    async with play() as pilot:
        await pilot.press("2")
        await pilot.pause(0.1)
        assert "You, a year ago" in screen_text(pilot)
        assert "The pears were ripe." in screen_text(pilot)
        await pilot.press("n")
        assert "You, a year ago" not in screen_text(pilot)
    async with play() as pilot:
        await pilot.press("2")
        await pilot.pause(0.1)
        assert "You, a year ago" not in screen_text(pilot)


async def test_the_letter_of_the_month_is_written_above_ones_own_lines(
    play: PlayApp, open_home: OpenHome, clock: Clock
) -> None:
    """It is an entry of its own sort, on the last day of its month."""
    open_home().game.save(ActLabel("day"), puts=[entry(TODAY, "Ana laughed."), deed(TODAY, "listen")])
    clock.move(days=8)
    async with play() as pilot:
        await pilot.press("2", "t")
        assert "m writes the letter of November" in screen_text(pilot)
        await pilot.press("m")
        text = screen_text(pilot)
        assert "Ana laughed." in text
        assert "You gave: listen." in text
        await type_in(pilot, "Dear you")
        await pilot.press("escape")
        assert "The letter of November" not in screen_text(pilot)
        await pilot.press("k", "m")
        assert "The letter is written" in screen_text(pilot)
        assert chosen(pilot).text == "Dear you"
        letter = next(record for record in saved(open_home()) if record.sort)
        assert (letter.day, letter.sort, letter.text) == (date(2026, 11, 30), "letter", "Dear you")


async def test_a_page_is_taken_away_and_brought_back(play: PlayApp, open_home: OpenHome) -> None:
    """Without a question."""
    open_home().game.save(ActLabel("page"), puts=[entry(TODAY, "a page")])
    async with play() as pilot:
        await pilot.press("2", "d")
        assert texts(open_home) == []
        await pilot.press("u")
        assert texts(open_home) == ["a page"]


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40), (8, 4)])
async def test_the_journal_can_be_used_at_any_size(play: PlayApp, open_home: OpenHome, size: tuple[int, int]) -> None:
    """Reading, searching and writing, and nothing breaks."""
    open_home().game.save(
        ActLabel("pages"), puts=[entry(TODAY - timedelta(days=n), f"page {n} of many") for n in range(60)]
    )
    async with play(size=size) as pilot:
        await pilot.press("2", *["j"] * 30, "pagedown", "[", "]", "t", "slash")
        await type_in(pilot, "many")
        await pilot.press("enter", "enter")
        await type_in(pilot, "x")
        await pilot.press("escape", "escape", "r", "escape", "g", "escape")
        assert "page 0 of manyx" in texts(open_home)


@pytest.mark.parametrize("size", [(40, 12), (48, 14), (80, 24), (100, 30)])
async def test_the_page_itself_names_the_keys_that_write_find_release_and_note(
    play: PlayApp, open_home: OpenHome, size: tuple[int, int]
) -> None:
    """Where the strip has no room for one of them, the line above it has."""
    open_home().game.save(ActLabel("page"), puts=[entry(TODAY, "a page")])
    async with play(size=size) as pilot:
        await pilot.press("2")
        await pilot.pause()
        text = screen_text(pilot)
        for words in ("enter write", "/ search", "r release", "g gift", "o go"):
            assert words in text


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_what_a_search_or_a_jump_needs_to_be_known_is_said_in_full(play: PlayApp, size: tuple[int, int]) -> None:
    """Also just after a notice, which has had its time by then."""
    async with play(size=size) as pilot:
        await pilot.press("2", "g", *"jam", "enter")
        await pilot.pause()
        assert "Noted" in screen_text(pilot)
        await pilot.press("slash")
        assert SEARCHING in screen_text(pilot)
        await pilot.press(*"jam", "enter")
        assert FOUND in screen_text(pilot)
        await pilot.press("slash", *"zebra", "enter")
        assert NOT_FOUND in screen_text(pilot)
        await pilot.press("escape", "o")
        assert GOING in screen_text(pilot)
        await pilot.press("enter")
        assert page_of(pilot).focused is page_of(pilot)._list
        await pilot.press("enter")
        assert WRITING in screen_text(pilot)


async def test_a_day_that_is_none_is_answered_with_ways_to_name_one(play: PlayApp) -> None:
    """On the one line that there is."""
    async with play(size=(80, 24)) as pilot:
        await pilot.press("2", "o", *"thesecondtuesdayafter", "enter")
        assert "try last friday, 2026-03, 12 May." in screen_text(pilot)


async def test_no_word_of_a_prompt_is_cut(play: PlayApp) -> None:
    """A space at which a line breaks needs no room on it, at whatever width."""
    for width in range(74, 96, 3):
        async with play(size=(width, 24)) as pilot:
            await pilot.press("2")
            page = page_of(pilot)
            prompt = "a name as one would give a stray dog, and may it go where it likes to go"
            page.query_one(JournalReader).show(Leaf("Today", before=((prompt, "accent"),)))
            await pilot.pause()
            assert "\u2026" not in screen_text(pilot)


async def test_a_year_that_cannot_be_read_is_told_of_where_it_would_be(
    play: PlayApp, open_home: OpenHome, tmp_path: Path
) -> None:
    """And not taken for a journal in which nothing was written yet."""
    open_home().game.save(ActLabel("page"), puts=[entry(TODAY, "a page")])
    (tmp_path / "data" / "ledger" / "2026.json").write_text("isn't JSON")
    async with play() as pilot:
        await pilot.press("2")
        await pilot.pause()
        text = screen_text(pilot)
        page = " ".join(" ".join(line[50:].strip("│ ") for line in text.splitlines()).split())
        assert "can't be used: it's cut short" in page  # where the lines break depends on the folder it is run in
        assert "A page a day grows here" not in text


async def test_a_day_before_the_calendar_begins_is_no_day_to_go_to(play: PlayApp) -> None:
    """It is told of at once, and not when a page on it is to be saved."""
    async with play() as pilot:
        await pilot.press("2", "o", *"1900-01-01", "enter")
        await pilot.pause()
        assert "1970" in screen_text(pilot)
        assert chosen(pilot).day == TODAY


async def test_a_page_of_a_day_that_has_not_come_can_be_gone_on_with(play: PlayApp, open_home: OpenHome) -> None:
    """Where a clock was set back since it was written; a page is never out of reach."""
    tomorrow = TODAY + timedelta(days=1)
    open_home().game.save(ActLabel("page"), puts=[entry(tomorrow, "written")])
    async with play() as pilot:
        await pilot.press("2", "t", "k")
        assert chosen(pilot).day == tomorrow
        await pilot.press("enter")
        await type_in(pilot, " on")
        await pilot.press("escape")
        assert texts(open_home) == ["written on"]


async def test_a_ledger_that_breaks_while_a_page_is_open_leaves_the_page_open(play: PlayApp, tmp_path: Path) -> None:
    """Whatever is opened and closed over it in the meantime."""
    async with play() as pilot:
        await pilot.press("2", "enter")
        await type_in(pilot, "precious")
        pane = page_of(pilot).writing_pane
        assert pane.save()
        (tmp_path / "data" / "ledger" / "2026.json").write_text("not JSON")
        await pilot.press("f1")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pane.is_open
        assert pane.editor.text == "precious"


async def test_numbers_are_shown_only_where_they_are_wanted(play: PlayApp, open_home: OpenHome) -> None:
    """Without them the search does not count what it found."""
    note_gift(open_home().game, "a pear")
    async with play(settings=DEFAULTS._replace(animations=False, numbers=False)) as pilot:
        await pilot.press("2", "slash")
        await type_in(pilot, "pear")
        assert "1 found" not in screen_text(pilot)


async def test_the_board_does_not_load_the_editor(play: PlayApp) -> None:
    """Page 1 is there before any of page 2 is imported."""
    import subprocess
    import sys

    code = "import sys, givequest.tui.app; print([m for m in sys.modules if 'journal' in m or 'text_area' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_the_keys_of_an_empty_journal_are_lit_and_have_a_column_of_their_own(play: PlayApp) -> None:
    """On a narrow screen what one does goes on below itself."""
    async with play((80, 24)) as pilot:
        await pilot.press("2")
        reader = pilot.app.screen.query_one(JournalReader)
        rows = [line for line in reader.content(36, 20) if len(line) == 2]
        assert [line[0][0].strip() for line in rows] == ["enter", "p", "r", "g", ""]
        assert {line[0][1] for line in rows} == {app_of(pilot).paint.style("accent", bold=True)}
        assert rows[-1][1][0] == "the blue"
