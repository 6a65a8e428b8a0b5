"""People as they are written down: each name leads to one of them, each act can be taken back to the letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.application.journal import notes
from givequest.application.people import editing, joining, removing, renaming
from givequest.application.people.listing import deeds_of, list_people
from givequest.application.people.resolving import completions, namesakes
from givequest.application.undo import redo, undo
from givequest.domain.records import Record, to_document
from givequest.domain.records.person import PersonRecord
from givequest.errors import ChangedElsewhere, RecordError, UsageError

from .conftest import person


def everything(game: Game) -> Mapping[str, Mapping[str, Any]]:
    """Return every record as it is stored, its fields in their order."""
    store = game.store
    pages = (store.page(partition) for partition in store.partitions())
    return {record.id: to_document(record) for page in pages for record in page.stored.values()}


def deed_of(game: Game, year: int, kind: str) -> Record:
    """Return the deed of a kind in a year."""
    return next(record for record in game.years.records(year).values() if record.kind == kind)


ACTS: dict[str, Callable[[Game], object]] = {
    "add": lambda game: editing.add_person(game, "Zoë Müller", tags=["choir"], links=["zoe@example.org"]),
    "edit": lambda game: editing.edit_person(game, person(game, "Ana"), note="Two girls.", links=["x"]),
    "tie of one and of a name": lambda game: editing.set_tie(game, ["Ana Berg", "Bo"], "edge"),
    "rest": lambda game: editing.rest_people(game, ["Ana"], date(2027, 1, 1)),
    "gentle": lambda game: editing.set_gentle(game, ["Ana", "Priya Nair"], gentle=True),
    "tag": lambda game: editing.change_people(game, ["Ana", "Ben Karlsson"], lambda _: {"tags": ("boats",)}),
    "rename": lambda game: renaming.rename_person(game, person(game, "Ana"), "Ana Lund"),
    "rename everywhere": lambda game: renaming.rename_person(game, person(game, "Ana"), "Ana Lund", everywhere=True),
    "join": lambda game: joining.join_people(game, [person(game, "Ben Karlsson"), person(game, "Ana Berg")]),
    "delete": lambda game: removing.delete_people(game, [person(game, "Ana"), person(game, "Priya Nair")]),
    "forget": lambda game: removing.forget_name(game, "Ana"),
    "forget a name": lambda game: removing.forget_name(game, "bo"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_every_act_is_taken_back_to_the_letter_and_done_again(
    peopled: Game, reopened: Callable[[], Game], act: Callable[[Game], object]
) -> None:
    """In one step, whatever it touched, and as another process sees it."""
    before = everything(peopled)
    act(peopled)
    after = everything(reopened())
    assert after != before
    for _ in range(2):
        undo(peopled)
        assert everything(reopened()) == before
        redo(peopled)
        assert everything(reopened()) == everything(peopled) == after


@pytest.mark.parametrize("name", ["ana berg", "ANA  BERG", "Ána Bèrg", "ana", "Ben Karlsson", " priya nair "])
def test_no_two_people_share_a_name(peopled: Game, name: str) -> None:
    """In whatever capitals, accents and blanks, and by no other name of theirs either."""
    before = everything(peopled)
    with pytest.raises(UsageError, match="among your people already"):
        editing.add_person(peopled, name)
    with pytest.raises(UsageError, match="among your people already"):
        editing.add_person(peopled, "Somebody Else", also=[name])
    other = editing.add_person(peopled, "X")
    with pytest.raises(UsageError, match="among your people already"):
        renaming.rename_person(peopled, other, name)
    peopled.people.refresh()
    assert everything(peopled).keys() - before.keys() == {person(peopled, "X").id}


def test_a_second_of_one_name_gets_a_bracket(peopled: Game) -> None:
    """From what is known of them, or a number."""
    assert editing.bracketed(peopled, "Priya Nair", "Kelp & Co") == "Priya Nair (Kelp & Co)"
    assert editing.bracketed(peopled, "Priya Nair", "at the fair, a long time ago, in Lund") == "Priya Nair (2)"
    assert editing.bracketed(peopled, "Priya Nair") == "Priya Nair (2)"
    editing.add_person(peopled, "Priya Nair (2)")
    assert editing.bracketed(peopled, "Priya Nair") == "Priya Nair (3)"


def test_a_name_is_resolved_when_it_is_logged_and_never_guessed(peopled: Game) -> None:
    """A whole name or another one of theirs becomes the one that is shown; the first word of one stays as it is."""
    assert deed_of(peopled, 2025, "help").person == "Ana Berg"
    assert deed_of(peopled, 2026, "introduce").other == "Ana Berg"
    assert deeds.log_deed(peopled, "help", person="Ben").person == "Ben"
    deed = deeds.log_deed(peopled, "help", person="bo")
    assert deed.person == "bo"
    assert deeds.edit_deed(peopled, deed, person="PRIYA NAIR").person == "Priya Nair"


def test_what_can_be_meant_is_offered(peopled: Game) -> None:
    """The first words of one, or of several; a whole name is nothing to complete."""
    assert completions(peopled, "ben") == ["Ben Karlsson"]
    assert completions(peopled, "Ana") == completions(peopled, "an") == completions(peopled, " ") == []
    editing.add_person(peopled, "Priya Das")
    deeds.log_deed(peopled, "help", person="Priya from work")
    assert completions(peopled, "priya") == ["Priya Das", "Priya from work", "Priya Nair"]
    assert {one.name for one in namesakes(peopled, "priya")} == {"Priya Nair", "Priya Das"}
    assert [one.name for one in namesakes(peopled, person(peopled, "Ana").id)] == ["Ana Berg"]


def test_a_new_name_is_shown_everywhere_and_the_old_one_leads_there(peopled: Game) -> None:
    """One record is changed; deeds keep what they say."""
    before = everything(peopled)
    renamed = renaming.rename_person(peopled, person(peopled, "Ana"), "Ana Lund")
    assert renamed.also == ("Ana Berg", "Ana")
    assert {key for key, value in everything(peopled).items() if before.get(key) != value} == {renamed.id}
    assert [row.name for row in list_people(peopled)] == ["Ana Lund", "Ben Karlsson", "Bo", "Priya Nair"]
    assert len(deeds_of(peopled, "Ana Lund")) == len(deeds_of(peopled, "ana berg")) == 2


def test_a_new_name_everywhere_leaves_nothing_of_the_old_one(peopled: Game) -> None:
    """In deeds of any year, in notes as a whole word, and it leads to nobody."""
    deeds.log_deed(peopled, "help", person="Bo", note="Ana Berger's dog, not Ana Berg's")
    renaming.rename_person(peopled, person(peopled, "Ana"), "Alex Berg", everywhere=True)
    texts = str(everything(peopled))
    assert "Ana Berg" not in texts.replace("Ana Berger", "")
    assert "Ana Berger's dog, not Alex Berg's" in texts
    assert deed_of(peopled, 2025, "help").note == "Alex Berg's ladder"
    assert person(peopled, "Ben Karlsson").note == "Sails with Alex Berg."
    assert person(peopled, "Alex Berg").also == ("Ana",)
    assert peopled.people.person("Ana Berg") is None


def test_two_who_are_one_have_what_both_had(peopled: Game) -> None:
    """Under the first name; every name leads there, and deeds stay as they are."""
    before = everything(peopled)
    joined = joining.join_people(peopled, [person(peopled, "Ben Karlsson"), person(peopled, "Ana")])
    assert (joined.name, joined.also) == ("Ben Karlsson", ("Ana Berg", "Ana"))
    assert (joined.tie, joined.tags, joined.dates) == ("faded", ("choir",), ("--12-03 birthday",))
    assert (joined.met, joined.note) == ("In Lund.", "Sails with Ana Berg.")
    assert {key for key, value in everything(peopled).items() if before[key] != value} == {joined.id}
    assert len(deeds_of(peopled, "ana")) == 2
    with pytest.raises(UsageError):
        joining.join_people(peopled, [joined, joined])


def test_whoever_is_off_the_list_is_still_in_the_deeds(peopled: Game) -> None:
    """As a name that nobody has placed."""
    removing.delete_people(peopled, [person(peopled, "Ana")])
    rows = {row.name: row.record for row in list_people(peopled)}
    assert rows["Ana Berg"] is None
    assert len(deeds_of(peopled, "Ana Berg")) == 2


def test_a_forgotten_name_stands_nowhere_but_on_journal_pages(peopled: Game) -> None:
    """The deeds stay, for nobody; a note tells of someone; pages are counted, and are as they were written."""
    notes.write_entry(peopled, "A walk with Ana Berg.")
    number = len(everything(peopled))
    forgotten = removing.forget_name(peopled, "ana")
    assert set(forgotten.names) == {"Ana Berg", "Ana", "ANA BERG"} - {"ANA BERG"}
    assert (forgotten.pages, len(everything(peopled))) == (1, number - 1)
    assert "1 journal page still holds it" in removing.forgotten_words(forgotten)
    deed = deed_of(peopled, 2025, "help")
    assert (deed.person, deed.note, deed.effort) == (None, "someone's ladder", 1)
    assert deed_of(peopled, 2026, "introduce").other is None
    assert person(peopled, "Ben Karlsson").note == "Sails with someone."
    left = [text for text in everything(peopled).values() if text["type"] != "entry"]
    assert "Ana" not in str(left)
    with pytest.raises(UsageError, match="stands nowhere"):
        removing.forget_name(peopled, "Nobody Known")


def test_a_person_who_was_changed_elsewhere_is_not_overwritten(peopled: Game, reopened: Callable[[], Game]) -> None:
    """An edit of what was on the screen is refused; an act that says what is to be is done on what is there now."""
    seen = person(peopled, "Ana")
    other = reopened()
    editing.change_people(other, ["Ana"], lambda found: {"tags": editing.with_item(found.tags, "boats")})
    with pytest.raises(ChangedElsewhere):
        editing.edit_person(peopled, seen, note="Two girls.")
    editing.set_tie(peopled, ["Ana"], "edge")
    assert (person(peopled, "Ana").tie, person(peopled, "Ana").tags) == ("edge", ("choir", "boats"))


def test_what_no_record_can_hold_is_refused_and_nothing_is_changed(peopled: Game) -> None:
    """More names than fit, a tie that is none, a name without a letter."""
    before = everything(peopled)
    with pytest.raises(RecordError):
        editing.edit_person(peopled, person(peopled, "Ana"), also=tuple(f"Ana {n}" for n in range(9)))
    with pytest.raises(RecordError):
        editing.set_tie(peopled, ["Ana", "Bo"], "friend")
    with pytest.raises(RecordError):
        editing.add_person(peopled, " \x1b ")
    assert everything(peopled) == before


def test_nobody_is_on_the_list_who_is_set_aside(peopled: Game) -> None:
    """Unless it is asked for; the deeds stay."""
    editing.set_tie(peopled, ["Bo"], "aside")
    assert "Bo" not in [row.name for row in list_people(peopled)]
    assert "Bo" in [row.name for row in list_people(peopled, with_aside=True)]
    assert len(deeds_of(peopled, "Bo")) == 1


def test_the_same_once_more_is_no_change(peopled: Game) -> None:
    """Nothing is written, and undo takes back what was before."""
    ana: PersonRecord = person(peopled, "Ana")
    editing.set_tie(peopled, ["Ana"], "close")
    editing.edit_person(peopled, ana, met="In Lund.")
    renaming.rename_person(peopled, ana, "Ana Berg")
    assert undo(peopled) == "Undone: Listen, Bo."
