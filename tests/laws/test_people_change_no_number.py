"""Nothing about people changes a number: thousands of them are added and taken away, and all that is counted stays."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from givequest.application.achievements import Achievements
from givequest.application.board import board_of
from givequest.application.board_document import board_document
from givequest.application.charts import Charts
from givequest.application.forest import Forest
from givequest.application.game.game import Game
from givequest.application.people import editing
from givequest.application.stats import stats_document, stats_of
from givequest.application.undo import undo
from givequest.cli.commands.progress.forest import document_of
from givequest.composition import open_home
from givequest.config.paths import Paths
from givequest.domain.change_labels import Act
from givequest.domain.progress import state
from givequest.domain.records import AnyRecord, read_any_record, read_record
from givequest.domain.records.contact import contact_id
from givequest.presentation.forest.text_art import draw_signs, text_of

from ..bench.history import write_history
from ..conftest import Clock

CONTACTS, PEOPLE, SPOTS = 30_000, 1_000, 500
BOOKS = ("linkedin", "google", "vcard")


def numbers(game: Game) -> str:
    """Return all that is counted, dealt or drawn of a game, letter by letter, but not what was noticed."""
    board = {**board_document(board_of(game)), "beside": None}
    quests = [{name: quest[name] for name in ("kind", "core", "done")} for quest in board["quests"]]
    dealt = {kind: card.id for kind, card in game.histories.recent(game.today()).cards_on(game.today()).items()}
    earned = game.derived(Achievements).earned_by(game.today())
    forest, charts, today = game.derived(Forest), game.derived(Charts), game.today()
    grown = document_of(forest, game.derived(Achievements), today)
    picture = text_of(draw_signs(forest.grove_on(today), forest.moment(today), 120, 40))
    month, year = charts.month(today), charts.year(today.year, "giving")
    drawn = [picture, repr(month.traces), repr(month.balance), repr(year.levels), repr(year.runs)]
    counted = [stats_document(stats_of(game)), {**board, "quests": quests}, dealt, list(map(repr, earned)), grown]
    return json.dumps([*counted, *drawn])


def people() -> list[AnyRecord]:
    """Return contacts, people and what was noticed about them, an open introduction among it."""
    ties = [None, "close", "faded", "edge", "wall", "remembered", "aside"]
    found: list[dict[str, Any]] = []
    for number in range(CONTACTS):
        book = BOOKS[number % len(BOOKS)]
        identity = contact_id(book, f"in/{number}")
        found.append({"type": "contact", "id": identity, "name": f"Contact {number}", "key": f"in/{number}"})
    for number in range(PEOPLE):
        found.append({"type": "person", "id": f"p{number}", "name": f"Person {number}", "tie": ties[number % 7]})
    found.append({"type": "spot", "id": "s0", "sort": "meet", "person": "Person 1", "other": "Person 2"})
    for number in range(1, SPOTS):
        found.append({"type": "spot", "id": f"s{number}", "sort": "win", "person": f"Person {number}", "text": "won"})
    return [read_any_record({**document, "day": "2026-11-20"}) for document in found]


def test_people_contacts_and_what_was_noticed_count_for_nothing(paths: Paths, clock: Clock) -> None:
    """Streaks, warmth, XP, cards, surprises, forest, charts: letter for letter as before, and when they are gone."""

    def opened() -> Game:
        return open_home(paths, clock).game

    records = [read_record(json.loads(line)) for line in list(write_history(2, date(2026, 11, 22)))[1:]]
    opened().save(Act.INVENT.label(), puts=records)
    before = numbers(opened())
    game = opened()
    assert numbers(game) == before
    game.save(Act.IMPORT.label("many people"), puts=people())
    assert len(game.people.profiles) == PEOPLE
    assert numbers(game) == numbers(opened()) == before
    assert any(quest.spot for quest in board_of(game).quests)
    undo(game)
    assert len(game.people.profiles) == 0
    assert numbers(game) == numbers(opened()) == before


def test_no_number_depends_on_something_noticed_being_taken_up(paths: Paths, clock: Clock) -> None:
    """The same deeds, for a card that somebody wrote or for none: letter for letter the same."""
    documents = [json.loads(line) for line in list(write_history(1, date(2026, 11, 22)))[1:]]
    deeds = [document for document in documents if document["type"] == "deed"][::3]
    for document in deeds:
        document.pop("card", None)
    game = open_home(paths, clock).game
    game.save(Act.INVENT.label(), puts=map(read_record, documents))
    before = numbers(game)
    for number, document in enumerate(deeds):
        document["card"] = f"spot.s{number}" + ("", ".ask", ".meet")[number % 3]
    game.save(Act.INVENT.label(), puts=map(read_record, deeds))
    assert sum(map(len, game.progress(game.today()).steps)) > len(deeds)
    surprises = ("bridge-of-two",)
    assert not any(one.achievement.id in surprises for one in game.derived(Achievements).earned_by(game.today()))
    assert numbers(game) == before


def test_a_change_of_a_person_folds_no_year_again(paths: Paths, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever makes it: the day that is shown is folded, as it is for any look at the board, and no other."""
    game = open_home(paths, clock).game
    records = [read_record(json.loads(line)) for line in list(write_history(1, date(2026, 11, 22)))[1:]]
    game.save(Act.INVENT.label(), puts=records)
    board_of(game)
    days: list[int] = []
    advance = state._advance

    def counted(*given: Any, **named: Any) -> None:
        days.append(1)
        advance(*given, **named)

    monkeypatch.setattr(state, "_advance", counted)
    board_of(game)
    usual = len(days)
    for game_of_a_change in (game, open_home(paths, clock).game):
        editing.set_tie(game_of_a_change, ["Person 1", "Person 2"], "close")
        days.clear()
        game.refresh()
        board_of(game)
        assert len(days) <= usual
        assert game.people.person("Person 1") is not None
