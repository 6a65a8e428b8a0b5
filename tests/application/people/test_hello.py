"""Somebody of an address book on the board, put there by one key and taken back by another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from givequest.application import deeds
from givequest.application.board import board_of
from givequest.application.game.game import Game
from givequest.application.people.hello import put_on_board, take_out
from givequest.application.undo import undo
from givequest.domain.records.contact import ContactRecord, contact_id

from ...conftest import Clock


def contact(name: str) -> ContactRecord:
    """Return a contact of a LinkedIn book."""
    since = date(2009, 11, 27)
    return ContactRecord(
        contact_id("linkedin", name), since, "", name, name, "Nurse", since, dates=("--12-03 birthday",)
    )


def named(game: Game, day: date | None = None) -> tuple[str, str | None, str]:
    """Return card, person and prompt of the quest of reconnecting on a day."""
    quest = next(quest for quest in board_of(game, day).quests if quest.kind.id == "reconnect")
    return (quest.card.id if quest.card else ""), quest.person, quest.prompt


def test_one_is_on_todays_board_the_next_on_tomorrows(game: Game, clock: Clock) -> None:
    """At once, with the reason; and off again once it is done."""
    before = named(game)
    ana, today = put_on_board(game, contact("Ana Berg"))
    _, tomorrow = put_on_board(game, contact("Bo Lind"))
    assert (today, tomorrow) == (game.today(), game.today() + timedelta(days=1))
    assert (ana.tie, ana.books) == (None, (contact("Ana Berg").id,))
    card, person, prompt = named(game)
    assert (card[:5], person) == ("spot.", "Ana Berg")
    assert prompt.startswith("Ana Berg. You've been connected on LinkedIn since 27 November 2009. ")
    deeds.log_deed(game, "reconnect", person=person, card=card)
    assert named(game)[:2] == (card, "Ana Berg")
    clock.move(days=1)
    assert named(game)[1] == "Bo Lind"
    clock.move(days=1)
    assert named(game)[1] == "Bo Lind"
    deeds.log_deed(game, "reconnect", person="Bo Lind", card=named(game)[0])
    clock.move(days=1)
    assert not named(game)[0].startswith("spot.")
    assert not before[0].startswith("spot.")


def test_it_is_one_change_and_another_card_takes_its_place(game: Game) -> None:
    """Undo takes the person back as well."""
    before = named(game)
    put_on_board(game, contact("Ana Berg"))
    assert named(game)[1] == "Ana Berg"
    deeds.redraw(game, "reconnect", game.today(), named(game)[0])
    assert not named(game)[0].startswith("spot.")
    undo(game)
    undo(game)
    assert not list(game.people.profiles)
    assert named(game) == before


def test_it_changes_no_number(game: Game) -> None:
    """Neither XP nor what is due."""
    deeds.log_deed(game, "help", person="Dad")
    before = board_of(game)
    put_on_board(game, contact("Ana Berg"))
    take_out(game, contact("Bo Lind"), "close")
    after = board_of(game)
    assert (after.xp, after.streaks, after.level) == (before.xp, before.streaks, before.level)
    assert [quest.kind.id for quest in after.quests] == [quest.kind.id for quest in before.quests]


@pytest.mark.parametrize("tie", [None, "close", "wall"])
def test_a_contact_becomes_a_person_with_what_the_book_knows(game: Game, tie: str | None) -> None:
    """By a key, and never by an import."""
    person = take_out(game, contact("Ana Berg"), tie)
    assert (person.name, person.tie, person.dates) == ("Ana Berg", tie, ("--12-03 birthday",))
