"""A page while it is written."""

from __future__ import annotations

from unittest import mock

import pytest

from givequest.application.game.game import Game
from givequest.application.journal.drafts import Draft, page_of
from givequest.application.undo import undo
from givequest.domain.change_labels import ActLabel
from givequest.domain.text import clean_text
from givequest.errors import StorageError

from ...conftest import Clock
from ...fixtures.journal import HOSTILE, TODAY, entry
from ...tui.conftest import OpenHome, saved


def texts(open_home: OpenHome) -> list[str]:
    """Return the texts that are on the disk, in order."""
    return sorted(record.text or "" for record in saved(open_home()))


def test_a_page_saved_many_times_is_one_entry_with_all_of_its_text(game: Game, open_home: OpenHome) -> None:
    """Typing on changes the entry, it does not add any."""
    draft = Draft(game, TODAY)
    for length in range(1, 20):
        draft.save("a word " * length)
    assert texts(open_home) == ["a word " * 19]
    assert draft.save("a word " * 19) is False


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 100_000, "e\u0301" * 50_000, "word\n" * 20_000])
def test_no_character_is_lost(game: Game, open_home: OpenHome, text: str) -> None:
    """What is read again is what was typed, cleaned of what a terminal would obey."""
    Draft(game, TODAY).save(text)
    assert texts(open_home) == [clean_text(text)]


def test_two_boards_on_the_same_page_keep_both_texts(open_home: OpenHome) -> None:
    """Whoever saves second writes a page of their own; and each goes on with theirs."""
    mine, theirs = open_home().game, open_home().game
    Draft(mine, TODAY).save("morning")
    here, there = Draft(mine, TODAY, page_of(mine, TODAY)), Draft(theirs, TODAY, page_of(theirs, TODAY))
    assert there.save("morning, and theirs") is False
    assert here.save("morning, and mine") is True
    assert here.save("morning, and mine again") is False
    assert there.save("morning, and theirs again") is False
    assert texts(open_home) == ["morning, and mine again", "morning, and theirs again"]


def test_two_boards_that_begin_a_page_at_the_same_time_keep_both(open_home: OpenHome) -> None:
    """Neither knew of the other."""
    drafts = [Draft(open_home().game, TODAY) for _ in range(2)]
    for number, draft in enumerate(drafts):
        draft.save(f"text {number}")
    assert texts(open_home) == ["text 0", "text 1"]


def test_a_page_taken_out_elsewhere_comes_back_with_the_next_word(open_home: OpenHome) -> None:
    """An undo on another board does not swallow what is being typed here."""
    here, there = open_home().game, open_home().game
    draft = Draft(here, TODAY)
    draft.save("one")
    undo(there)
    assert draft.save("one two") is True
    assert texts(open_home) == ["one two"]


def test_an_emptied_page_is_taken_out_and_undo_brings_it_back(game: Game, open_home: OpenHome) -> None:
    """Nothing is left of it, and nothing is lost."""
    Draft(game, TODAY).save("a thought")
    Draft(game, TODAY, page_of(game, TODAY)).save(" \n")
    assert texts(open_home) == []
    undo(game)
    assert texts(open_home) == ["a thought"]


def test_a_page_emptied_here_and_written_on_there_stays_as_it_is_there(open_home: OpenHome) -> None:
    """What somebody else wrote is not ours to take out."""
    here, there = open_home().game, open_home().game
    draft = Draft(here, TODAY)
    draft.save("one")
    Draft(there, TODAY, page_of(there, TODAY)).save("one two")
    draft.save("")
    assert texts(open_home) == ["one two"]


def test_a_disk_that_refuses_leaves_the_draft_as_it_was(game: Game, open_home: OpenHome) -> None:
    """The next save tries again, with everything."""
    draft = Draft(game, TODAY)
    draft.save("one")
    with mock.patch("os.replace", side_effect=OSError(28, "No space left on device")), pytest.raises(StorageError):
        draft.save("one two")
    draft.save("one two three")
    assert texts(open_home) == ["one two three"]


def test_a_page_that_is_not_to_come_back_unasked_is_gone_on_with_all_the_same(game: Game) -> None:
    """It is the page of its day; a letter or a pocketed thought is not."""
    game.save(
        ActLabel("pages"), puts=[entry(TODAY, "hushed", 1, sort="hushed"), entry(TODAY, "kept", 2, sort="pocket")]
    )
    page = page_of(game, TODAY)
    assert page is not None
    assert page.text == "hushed"


def test_a_page_keeps_the_day_on_which_it_was_begun(game: Game, open_home: OpenHome, clock: Clock) -> None:
    """Midnight, and the turn of the giving day, change no day."""
    draft = Draft(game, TODAY)
    draft.save("late")
    clock.move(days=1)
    draft.save("late, and later")
    assert [(record.day, record.text) for record in saved(open_home())] == [(TODAY, "late, and later")]
