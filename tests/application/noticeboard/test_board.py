"""What was noticed, on the board of a day: as a card in the player's own words, and off it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from givequest.application import deeds
from givequest.application.board import Quest, board_of
from givequest.application.game.game import Game
from givequest.application.noticeboard.noticing import let_be, notice, rest_spot
from givequest.application.people.editing import add_person, rest_people, set_gentle, set_tie
from givequest.application.people.renaming import rename_person
from givequest.application.undo import undo

from ...conftest import Clock


def quest(game: Game, kind: str = "congratulate", day: date | None = None) -> Quest:
    """Return the quest of a kind on a day."""
    return next(quest for quest in board_of(game, day).quests if quest.kind.id == kind)


def do(game: Game, quest: Quest, day: date | None = None) -> None:
    """Log a deed for a quest, as the space bar does."""
    card = quest.card.id if quest.card else None
    deeds.log_deed(game, quest.kind.id, day, person=quest.person, card=card, effort=quest.effort)


def test_a_win_is_on_the_board_at_once_and_stays_for_the_day_it_is_done(game: Game, clock: Clock) -> None:
    """In the player's words; the next day has a card of the deck again."""
    dealt = quest(game)
    win = notice(game, "win", "Priya Nair", "handed in her thesis")
    shown = quest(game)
    assert shown.prompt.startswith("Priya Nair handed in her thesis. ")
    assert (shown.person, shown.spot, shown.title, shown.kept) == ("Priya Nair", win.id, "Well done", False)
    do(game, shown)
    assert (quest(game).spot, quest(game).kept) == (win.id, True)
    clock.move(days=1)
    assert quest(game).spot is None
    undo(game)  # the deed
    assert quest(game).spot == win.id
    undo(game)
    clock.move(days=-1)
    assert quest(game) == dealt


def test_a_deed_without_a_card_takes_up_the_oldest_open_one(game: Game, clock: Clock) -> None:
    """Of its kind and person; then the next, and then none."""
    first = notice(game, "win", "Priya Nair", "handed in her thesis")
    clock.move(days=1)
    second = notice(game, "win", "Priya Nair", "got the job")
    notice(game, "need", "Priya Nair", "a van on Saturday")
    cards = [
        deeds.log_deed(game, "congratulate", person=name).card
        for name in ("Bo", "priya nair", "Priya Nair", "Priya Nair")
    ]
    assert cards == [None, f"spot.{first.id}", f"spot.{second.id}", None]
    assert deeds.log_deed(game, "help", game.today() - timedelta(days=1), person="Priya Nair").card is None


def test_a_name_leads_to_what_was_noticed_under_another_of_theirs(game: Game) -> None:
    """Noticed as Ana, renamed, logged under the new name."""
    ana = add_person(game, "Ana")
    need = notice(game, "need", "ana", "a lift")
    assert need.person == "Ana"
    rename_person(game, ana, "Ana Berg")
    assert (quest(game, "help").person, quest(game, "help").spot) == ("Ana Berg", need.id)
    assert deeds.log_deed(game, "help", person="Ana Berg").card == f"spot.{need.id}"


def test_another_card_passes_over_it_for_the_day_alone(game: Game, clock: Clock) -> None:
    """Two wins: the first, the second, the deck as it was dealt. The deck does not notice."""
    dealt = quest(game)
    first = notice(game, "win", "Priya", "handed in her thesis")
    clock.move(minutes=1)
    second = notice(game, "win", "Tomasz", "new job")
    shown = []
    for _ in range(3):
        now = quest(game)
        shown.append(now.spot)
        deeds.redraw(game, "congratulate", game.today(), now.card and now.card.id)
    assert shown == [second.id, first.id, None]
    undo(game)
    assert quest(game).card == dealt.card
    clock.move(days=1)
    assert quest(game).spot == first.id


def test_a_date_comes_before_a_win_on_its_day_and_after_it_when_it_is_late(game: Game, clock: Clock) -> None:
    """A birthday and a win on one day, of two people and of one."""
    add_person(game, "Ana Berg", tie="close", dates=[game.today().strftime("--%m-%d birthday")])
    win = notice(game, "win", "Priya", "handed in her thesis")
    assert (quest(game).title, quest(game).person) == ("A day of theirs", "Ana Berg")
    deeds.redraw(game, "congratulate", game.today(), quest(game).card and quest(game).card.id)  # type: ignore[union-attr]
    assert (quest(game).spot, quest(game).person) == (win.id, "Priya")
    undo(game)
    clock.move(days=1)
    assert quest(game).spot == win.id
    let_be(game, win)
    assert (quest(game).title, quest(game).person) == ("A day of theirs", "Ana Berg")
    need = notice(game, "need", "Ana Berg", "a lift")
    assert quest(game, "help").spot == need.id
    assert quest(game).person != "Ana Berg"  # nobody is on two cards


def test_it_is_left_in_peace_with_whom_it_is_about(game: Game) -> None:
    """A rest, grief, a wall; and back."""
    win = notice(game, "win", "Ana", "won")
    acts: tuple[Callable[[], object], ...] = (
        lambda: rest_people(game, ["Ana"], game.today() + timedelta(days=1)),
        lambda: set_gentle(game, ["Ana"], True),
        lambda: set_tie(game, ["Ana"], "wall"),
    )
    for act in acts:
        act()
        assert quest(game).spot is None
        undo(game)
        assert quest(game).spot == win.id


def test_it_rests_and_is_let_be_and_comes_back(game: Game, clock: Clock) -> None:
    """By hand."""
    win = rest_spot(game, notice(game, "win", "Ana", "won"), game.today() + timedelta(days=2))
    assert quest(game).spot is None
    clock.move(days=2)
    assert quest(game).spot == win.id
    win = let_be(game, win)
    assert quest(game).spot is None
    let_be(game, win, back=True)
    assert quest(game).spot == win.id


def test_what_was_done_in_december_is_known_in_january(game: Game, clock: Clock, reopened: Callable[[], Game]) -> None:
    """By another process too, from what was folded."""
    clock.move(days=36)
    assert game.today() == date(2026, 12, 29)
    done, left = notice(game, "win", "Ana", "won"), notice(game, "seeker", "Lena", "UX designer")
    do(game, quest(game))
    clock.move(days=9)
    for one in (game, reopened()):
        assert quest(one).spot is None
        assert quest(one, "help").spot == left.id
    assert done.id != left.id


def introduction(game: Game) -> tuple[str | None, str | None, str | None]:
    """Return what stands below the quests of today: the step, whom it names, and the other."""
    beside = board_of(game).beside
    if beside is None or beside.card is None:
        return None, None, None
    return beside.card.id.rpartition(".")[2], beside.person, beside.other


def log_beside(game: Game) -> None:
    """Log what stands below the quests."""
    beside = board_of(game).beside
    assert beside is not None
    do(game, beside)


def days_of_introduce(game: Game, clock: Clock, *, is_on_board: bool) -> None:
    """Go on to a day on which introduce is a quest, or is none."""
    while any(quest.kind.id == "introduce" for quest in board_of(game).quests) is not is_on_board:
        clock.move(days=1)


def test_two_are_asked_and_introduced_below_the_quests(game: Game, clock: Clock) -> None:
    """On days that have another bonus; what is due and dealt stays as it is."""
    clock.move(days=1)
    days_of_introduce(game, clock, is_on_board=False)
    before = board_of(game)
    meet = notice(game, "meet", "Ana Berg", "boats, both", other="Ben")
    assert board_of(game).quests == before.quests
    assert introduction(game) == ("ask", "Ana Berg", "Ben")
    log_beside(game)
    deed = game.years.records_on(game.today())[-1]
    assert (deed.kind, deed.person, deed.other, deed.card) == ("introduce", "Ana Berg", "Ben", f"spot.{meet.id}.ask")
    assert introduction(game) == ("ask", "Ben", "Ana Berg")
    log_beside(game)
    assert introduction(game) == (None, None, None)
    clock.move(days=1)
    days_of_introduce(game, clock, is_on_board=False)
    assert introduction(game) == ("meet", "Ana Berg", "Ben")
    log_beside(game)
    assert introduction(game) == (None, None, None)
    clock.move(days=1)
    assert introduction(game) == (None, None, None)


def test_on_its_own_day_the_step_is_the_quest_and_the_next_one_stands_below(game: Game, clock: Clock) -> None:
    """The ticked card keeps its name."""
    days_of_introduce(game, clock, is_on_board=True)
    notice(game, "meet", "Ana Berg", "boats, both", other="Ben")
    shown = quest(game, "introduce")
    assert (shown.person, shown.other, shown.effort) == ("Ana Berg", "Ben", 1)
    assert introduction(game) == (None, None, None)
    do(game, shown)
    assert quest(game, "introduce").person == "Ana Berg"
    assert introduction(game) == ("ask", "Ben", "Ana Berg")
    log_beside(game)
    clock.move(days=1)
    days_of_introduce(game, clock, is_on_board=True)
    shown = quest(game, "introduce")
    assert (shown.person, shown.other, shown.effort, shown.spot is not None) == ("Ana Berg", "Ben", 2, True)


def test_asking_without_a_card_takes_the_step_there_is(game: Game, clock: Clock) -> None:
    """For either of the two; once both were asked they are introduced, from the next day on."""
    meet = notice(game, "meet", "Ana", "boats, both", other="Ben")
    cards = []
    for name in ("Ben", "Ben", "Ana", "Ana"):
        cards.append((deeds.log_deed(game, "introduce", person=name)).card)
    clock.move(days=1)
    last = deeds.log_deed(game, "introduce", person="Ben")
    assert [*cards, last.card] == [f"spot.{meet.id}.ask", None, f"spot.{meet.id}.ask", None, f"spot.{meet.id}.meet"]
    assert last.other == "Ana"


def test_whoever_is_to_be_introduced_is_named_on_no_other_card(game: Game, clock: Clock) -> None:
    """Neither of the two."""
    for name in ("Ana", "Ben"):
        add_person(game, name, tie="close")
    clock.move(days=5)
    notice(game, "meet", "Ana", "boats", other="Ben")
    for _ in range(34):
        board = board_of(game)
        names = [quest.person for quest in board.quests if quest.person]
        assert board.beside is not None or names
        assert len(set(names)) == len(names)
        if board.beside is not None:
            assert not {board.beside.person, board.beside.other} & set(names)
        clock.move(days=1)


@pytest.mark.parametrize("sort", ["win", "need", "seeker", "hello", "meet"])
def test_noticing_changes_no_number_and_no_board(game: Game, clock: Clock, sort: str) -> None:
    """On any of thirty days: which kinds are there, what is due, what is counted."""
    deeds.log_deed(game, "help", person="Dad")
    days = [game.today() + timedelta(days=number) for number in range(30)]

    def numbers() -> list[object]:
        found: list[object] = []
        for day in days:
            board = board_of(game, day) if day <= game.today() else None
            if board is not None:
                kinds = [(quest.kind.id, quest.core, quest.kept) for quest in board.quests]
                found.append((kinds, board.xp, board.streaks, board.level, board.question))
        return found

    clock.move(days=29)
    before = numbers()
    clock.move(days=-29)
    notice(game, sort, "Ana", "a line", other="Ben" if sort == "meet" else None)
    clock.move(days=29)
    assert numbers() == before


def test_whoever_looks_for_work_can_be_on_a_card_and_be_introduced(game: Game, clock: Clock) -> None:
    """On every day the introduction goes on: as the quest where nobody is on two cards, and below it otherwise."""
    notice(game, "seeker", "Lena", "UX designer, Berlin")
    notice(game, "meet", "Lena", "UX designer, Berlin", other="Ana")
    for _ in range(14):
        board = board_of(game)
        assert quest(game, "help").person == "Lena"
        assert board.beside is not None
        assert (board.beside.person, board.beside.other) == ("Lena", "Ana")
        clock.move(days=1)
