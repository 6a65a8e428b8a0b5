"""The people of the demo."""

from __future__ import annotations

from givequest.application.board import board_of
from givequest.application.demo import play_demo
from givequest.application.game.game import Game
from givequest.application.noticeboard.listing import list_spots
from givequest.application.people.listing import list_people
from givequest.application.people.names import names_of_day
from givequest.application.undo import undo
from givequest.domain.people.ties import TIES


def test_the_demo_has_people_of_every_sort_and_dates_close_by(game: Game) -> None:
    """Most of them stand in its deeds, and some names there are nobody's yet."""
    play_demo(game, {})
    rows = list_people(game, with_aside=True)
    assert {row.profile.tie for row in rows} >= {None, *(tie for tie in TIES if tie != "aside")}
    assert any(row.coming for row in rows)
    assert any(row.profile.gentle for row in rows)
    assert sum(row.record is not None and row.last is not None for row in rows) > 8
    assert any(row.record is not None and row.last is None for row in rows)
    assert len({row.profile.keys[0] for row in rows}) == len(rows)
    assert all(names_of_day(game))


def test_the_demo_is_taken_back_with_its_people(game: Game) -> None:
    """As one change, after its last steps."""
    play_demo(game, {})
    while game.people.records:
        undo(game)
    assert list_people(game) == []


def test_the_demo_has_a_noticeboard(game: Game) -> None:
    """Something of each sort that asks for somebody, and an introduction that is not begun."""
    play_demo(game, {})
    rows = list_spots(game)
    assert {row.spot.sort for row in rows} == {"win", "need", "seeker", "meet"}
    assert {str(row.state) for row in rows} == {"open"}
    assert any(quest.spot for quest in board_of(game).listed)
