"""Logging, editing, undoing: each use case, and that what is seen is always what the ledger says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from givequest.application.board import board_of
from givequest.application.deeds import (
    answer_for_yesterday,
    delete_record,
    edit_deed,
    find_kind,
    known_people,
    log_deed,
    log_slip,
    redraw,
    rest,
    take_slip_back,
)
from givequest.application.game.game import Game
from givequest.application.journal.notes import note_gift, release, write_entry
from givequest.application.undo import redo, undo
from givequest.domain.change_labels import ActLabel
from givequest.domain.records import Record, RecordType
from givequest.errors import GivequestError, UsageError

from ..conftest import Clock
from .conftest import TODAY, snapshot

YESTERDAY = TODAY - timedelta(days=1)


def a_deed(game: Game) -> Record:
    """Return the deed of help that is there."""
    return next(record for record in game.years.records(2026).values() if record.kind == "help")


CHANGES: dict[str, Callable[[Game], object]] = {
    "a deed": lambda game: log_deed(game, "congratulate", person="Bo", note="a note", effort=3),
    "a deed of last year": lambda game: log_deed(game, "help", date(2025, 12, 31)),
    "an edit": lambda game: edit_deed(game, a_deed(game), person="Cy", note=None, effort=2),
    "a deletion": lambda game: delete_record(game, a_deed(game)),
    "a slip": lambda game: log_slip(game),
    "a day off": lambda game: rest(game, TODAY, TODAY),
    "days off over a new year": lambda game: rest(game, date(2026, 12, 30), date(2027, 1, 2)),
    "another card": lambda game: redraw(game, "help", TODAY),
    "a page": lambda game: write_entry(game, "word " * 15),
    "a gift": lambda game: note_gift(game, "a postcard"),
    "a release": lambda game: release(game),
    "an answer": lambda game: answer_for_yesterday(game, YESTERDAY, kept=True),
    "another answer": lambda game: answer_for_yesterday(game, YESTERDAY, kept=False),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_undone_was_never_made_and_done_again_is_there_again(
    game: Game, reopened: Callable[[], Game], change: Callable[[Game], object]
) -> None:
    """Everything that is seen says so: in this process, and in one that opens the home anew."""
    log_deed(game, "help", person="Ana", note="a draft")
    log_deed(game, "reconnect", date(2026, 11, 20), person="Zoë")
    before = snapshot(game)
    change(game)
    after = snapshot(game)
    assert after != before
    assert snapshot(reopened()) == after
    for _ in range(2):
        undo(game)
        assert snapshot(game) == snapshot(reopened()) == before
        redo(game)
        assert snapshot(game) == snapshot(reopened()) == after


def test_all_changes_are_taken_back_one_by_one_to_the_very_first(game: Game, reopened: Callable[[], Game]) -> None:
    """And done again one by one, in another process too."""
    seen = [snapshot(game)]
    log_deed(game, "help", person="Ana")
    seen.append(snapshot(game))
    for change in CHANGES.values():
        if change is not CHANGES["another answer"]:  # the question is answered by then
            change(game)
            seen.append(snapshot(game))
    for earlier in reversed(seen[:-1]):
        undo(game)
        assert snapshot(game) == earlier
    with pytest.raises(GivequestError, match="nothing to undo"):
        undo(game)
    other = reopened()
    for later in seen[1:]:
        redo(other)
        assert snapshot(other) == later
    with pytest.raises(GivequestError, match="nothing to redo"):
        redo(other)


def test_a_new_change_after_an_undo_leaves_nothing_to_do_again(game: Game) -> None:
    """What was taken back and then left is gone, as in any editor."""
    log_deed(game, "help")
    undo(game)
    log_deed(game, "congratulate")
    with pytest.raises(GivequestError, match="nothing to redo"):
        redo(game)
    assert undo(game) == "Undone: Congratulate."


def test_an_edit_keeps_the_record_and_changes_what_it_says(game: Game) -> None:
    """Its id, day and time stay; blanks are nothing; the same again is no change."""
    deed = log_deed(game, "help", YESTERDAY, person="Ana", note="a draft", effort=1)
    edited = edit_deed(game, deed, person="  Bo\n", note="", effort=3)
    assert edited == deed._replace(person="Bo", note=None, effort=3)
    assert list(game.years.records(2026).values()) == [edited]
    assert edit_deed(game, edited, person="Bo", note=None, effort=3) == edited
    assert undo(game) == "Undone: edit of Help, Bo, Sunday 22 November."
    assert list(game.years.records(2026).values()) == [deed]


def test_a_slip_is_noted_once_and_taken_back_whole(game: Game, clock: Clock) -> None:
    """It undoes the quiet of its day, and giving it back makes the day quiet again."""
    log_deed(game, "quiet")
    assert log_slip(game) is True
    assert log_slip(game) is False
    assert board_of(game).slip
    assert board_of(game).streaks["quiet"].current == 0
    take_slip_back(game, TODAY)
    assert not board_of(game).slip
    assert board_of(game).streaks["quiet"].current == 1
    assert [record.type for record in game.years.records(2026).values()] == [RecordType.DEED]


def test_days_off_are_those_that_were_not_off_before(game: Game) -> None:
    """From the first to the last, both of them; what is so already is left alone."""
    assert rest(game, date(2026, 12, 30), date(2027, 1, 2)) == [date(2026, 12, 30) + timedelta(n) for n in range(4)]
    assert rest(game, date(2027, 1, 1), date(2027, 1, 3)) == [date(2027, 1, 3)]
    assert rest(game, date(2027, 1, 1), date(2027, 1, 3)) == []
    assert rest(game, date(2026, 12, 31), date(2027, 1, 9), remove=True) == [
        date(2026, 12, 31) + timedelta(number) for number in range(4)
    ]
    assert rest(game, date(2027, 1, 1), date(2027, 1, 1), remove=True) == []
    assert [record.day for year in (2026, 2027) for record in game.years.records(year).values()] == [date(2026, 12, 30)]


def test_a_day_that_is_off_twice_is_given_back_whole(game: Game) -> None:
    """As when two homes that both planned it were put together."""
    game.save(ActLabel("two"), puts=[game.new_record(RecordType.REST, TODAY) for _ in range(2)])
    assert rest(game, TODAY, TODAY, remove=True) == [TODAY]
    assert not board_of(game).rest


@pytest.mark.parametrize(
    ("first", "last"),
    [(TODAY, YESTERDAY), (TODAY, TODAY + timedelta(days=366)), (date(1969, 12, 31), date(1970, 1, 2))],
)
def test_days_off_that_make_no_sense_are_refused(game: Game, first: date, last: date) -> None:
    """And nothing is saved."""
    with pytest.raises(UsageError):
        rest(game, first, last)
    assert game.store.years() == []


def test_nothing_but_rest_can_be_planned(game: Game) -> None:
    """A deed is what was done."""
    tomorrow = TODAY + timedelta(days=1)
    for change in (
        lambda: log_deed(game, "help", tomorrow),
        lambda: log_slip(game, tomorrow),
        lambda: redraw(game, "help", tomorrow),
        lambda: write_entry(game, "a page", tomorrow),
        lambda: release(game, tomorrow),
    ):
        with pytest.raises(UsageError, match="is in the future"):
            change()
    assert game.store.years() == []


def test_names_are_known_latest_first(game: Game) -> None:
    """And by their letters on the same day; a name that was edited away is not known any more."""
    for person, back in (("Ana", 3), ("Bo", 1), ("Cy", 3), (None, 0)):
        log_deed(game, "help", TODAY - timedelta(days=back), person=person)
    assert known_people(game, TODAY) == ["Bo", "Ana", "Cy"]
    deed = next(record for record in game.years.records(2026).values() if record.person == "Bo")
    edit_deed(game, deed, person="Di", note=None, effort=1)
    assert known_people(game, TODAY) == ["Di", "Ana", "Cy"]


def test_a_word_that_names_two_kinds_or_none_is_refused(game: Game) -> None:
    """An empty one too."""
    for word in ("", " ", "zzz", "\x1b"):
        with pytest.raises(UsageError):
            find_kind(game, word)
    assert find_kind(game, "Q").id == "quiet"
