"""Whom the cards of a board name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from givequest.application import deeds
from givequest.application.board import Board, board_of
from givequest.application.game.game import Game
from givequest.application.people import editing
from givequest.application.people.names import names_of_day
from givequest.application.undo import undo

from ...conftest import Clock
from .conftest import person


def named(board: Board) -> dict[str, str]:
    """Return whom each card names, by kind."""
    return {quest.kind.id: quest.person for quest in board.quests if quest.person}


def prompt(board: Board, kind: str) -> str:
    """Return what a card says."""
    return next(quest.prompt for quest in board.quests if quest.kind.id == kind)


@pytest.fixture
def lived(game: Game, clock: Clock) -> Game:
    """Return a game of somebody who has written to eight people, each months ago, and has placed nobody."""
    for number, name in enumerate(("Ana", "Ben", "Cy", "Di", "Eve", "Flo", "Gus", "Hal")):
        deeds.log_deed(game, "help", date(2026, 5, 1 + number), person=name)
    return game


def test_eight_names_of_the_log_are_all_named_in_two_months_and_none_for_weeks(lived: Game, clock: Clock) -> None:
    """Three of them stood on the board for weeks before, and three never did."""
    seen: Counter[str] = Counter()
    last: dict[str, int] = {}
    longest = 0
    for _ in range(60):
        names = set(filter(None, names_of_day(lived)))
        assert {*named(board_of(lived)).values()} <= names
        seen.update(names)
        last = {name: last.get(name, 0) + 1 for name in names}
        longest = max(longest, *last.values(), 0)
        clock.move(days=1)
    assert len(seen) == 8
    assert longest <= 5
    assert max(seen.values()) <= 24


def test_a_card_of_its_kind_names_far_or_near_and_one_name_stands_once(lived: Game, clock: Clock) -> None:
    """Reconnect the one who is far, any other the one who is near."""
    for _ in range(30):
        names, found = names_of_day(lived), named(board_of(lived))
        assert found.get("reconnect", names.far) == names.far
        assert {name for kind, name in found.items() if kind != "reconnect"} <= {names.near}
        assert len({*found.values()}) == len(found)
        for kind, name in found.items():
            assert name in prompt(board_of(lived), kind)
        clock.move(days=1)


def test_a_ticked_card_keeps_its_name_and_the_next_day_goes_on(lived: Game, clock: Clock) -> None:
    """Who is named is worked out from the days before."""
    while "reconnect" not in named(board_of(lived)):
        clock.move(days=1)
    before = named(board_of(lived))
    deeds.log_deed(lived, "reconnect", person=before["reconnect"])
    assert named(board_of(lived)) == before
    clock.move(days=1)
    assert before["reconnect"] not in named(board_of(lived)).values()


@pytest.mark.parametrize("tie", ["wall", "remembered", "aside"])
def test_nobody_is_named_who_is_to_be_left_alone(lived: Game, clock: Clock, tie: str) -> None:
    """And a rest of their own ends on its day."""
    editing.set_tie(lived, ["Ana", "Ben", "Cy", "Di", "Eve", "Flo", "Gus"], tie)
    editing.rest_people(lived, ["Hal"], date(2026, 12, 1))
    for _ in range(8):
        assert named(board_of(lived)) == {}
        assert not any(names_of_day(lived))
        clock.move(days=1)
    found: set[str] = set()
    for _ in range(20):
        found |= set(filter(None, names_of_day(lived)))
        assert {*named(board_of(lived)).values()} <= {"Hal"}
        clock.move(days=1)
    assert found == {"Hal"}


def test_a_date_takes_the_card_of_congratulating_on_its_day_and_for_a_week(game: Game, clock: Clock) -> None:
    """Late is fine; a word since, another card drawn, grief, and the next week end it."""
    editing.add_person(game, "Ana Berg", tie="close", dates=["--11-23 birthday"])
    board = board_of(game)
    assert named(board)["congratulate"] == "Ana Berg"
    assert prompt(board, "congratulate") == "It's Ana Berg's birthday."
    assert "Ana Berg" not in [name for kind, name in named(board).items() if kind != "congratulate"]
    deeds.redraw(game, "congratulate", game.today())
    assert prompt(board_of(game), "congratulate") != "It's Ana Berg's birthday."
    undo(game)
    clock.move(days=6)
    late = "Ana Berg's birthday was on Monday 23 November. Late is fine."
    assert prompt(board_of(game), "congratulate") == late
    editing.set_gentle(game, ["Ana Berg"], gentle=True)
    assert prompt(board_of(game), "congratulate") != late
    undo(game)
    deeds.log_deed(game, "listen", date(2026, 11, 24), person="ana berg")
    assert prompt(board_of(game), "congratulate") != late
    undo(game)
    clock.move(days=1)
    assert prompt(board_of(game), "congratulate") != late


def test_the_nearest_of_two_dates_is_greeted_the_latest_first(game: Game, clock: Clock) -> None:
    """Of two on one day the closer person's."""
    editing.add_person(game, "Far Off", tie="faded", dates=["--11-23 birthday"])
    editing.add_person(game, "Near By", tie="close", dates=["2001-11-23 wedding"])
    editing.add_person(game, "Day Before", tie="close", dates=["--11-22"])
    assert prompt(board_of(game), "congratulate") == "It's Near By's wedding."
    editing.set_tie(game, ["Near By"], "aside")
    assert prompt(board_of(game), "congratulate") == "It's Far Off's birthday."
    editing.set_tie(game, ["Far Off"], "aside")
    assert prompt(board_of(game), "congratulate").startswith("Day Before's day was on Sunday 22 November.")
    editing.add_person(game, "Mum and Dad", dates=["--11-23 their day"])
    assert prompt(board_of(game), "congratulate") == "It's Mum and Dad, their day."


def test_a_quiet_deed_names_nobody(game: Game) -> None:
    """A vow is for everybody."""
    deeds.log_deed(game, "quiet", date(2026, 11, 20), person="Ana")
    assert game.progress(game.today()).people == {}


def test_people_who_were_changed_elsewhere_are_on_the_board_with_the_next_look(
    game: Game, clock: Clock, reopened: Callable[[], Game]
) -> None:
    """Once for each change, and with nothing read in between."""
    board_of(game)
    editing.add_person(reopened(), "Ana Berg", dates=["--11-23 birthday"])
    version = game.people.version
    assert game.refresh()
    assert not game.refresh()
    assert game.people.version == version + 1
    assert person(game, "ana berg").name == "Ana Berg"
    assert named(board_of(game))["congratulate"] == "Ana Berg"
