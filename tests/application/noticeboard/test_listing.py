"""The noticeboard as a list, and who may know a door."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from givequest.application import deeds
from givequest.application.achievements import Achievements
from givequest.application.game.game import Game
from givequest.application.noticeboard.doors import Doors
from givequest.application.noticeboard.listing import card_of_row, list_spots, spot_document, step_words
from givequest.application.noticeboard.noticing import let_be, notice, rest_spot
from givequest.application.noticeboard.taking_up import steps_done
from givequest.application.people.editing import add_person, rest_people, set_gentle
from givequest.domain.change_labels import Act
from givequest.domain.records.contact import ContactRecord, contact_id
from givequest.errors import RecordError, UsageError

from ...conftest import Clock


def states(game: Game, *, with_ended: bool = False) -> list[tuple[str, str]]:
    """Return whom each row is about, and how it stands."""
    return [(row.spot.person, str(row.state)) for row in list_spots(game, with_ended=with_ended)]


def test_what_is_open_comes_first_and_what_is_over_is_asked_for(game: Game, clock: Clock) -> None:
    """The newest of each on top; what was done is there for its day, what was let be for a month."""
    for name in ("Old", "Done", "Rest", "Closed"):
        notice(game, "win", name, "won")
        clock.move(minutes=1)
    by_name = {row.spot.person: row for row in list_spots(game)}
    clock.move(days=1)
    deeds.log_deed(game, "congratulate", person="Done")
    rest_spot(game, by_name["Rest"].record, game.today() + timedelta(days=40))
    let_be(game, by_name["Closed"].record)
    notice(game, "need", "New", "a lift")
    assert states(game) == [
        ("New", "open"), ("Old", "open"), ("Done", "done"), ("Rest", "rests"), ("Closed", "let be"),
    ]  # fmt: skip
    clock.move(days=1)
    assert states(game)[-2:] == [("Rest", "rests"), ("Closed", "let be")]
    clock.move(days=60)
    assert states(game) == []
    assert sorted(states(game, with_ended=True)) == [
        ("Closed", "let be"), ("Done", "done"), ("New", "gone"), ("Old", "gone"), ("Rest", "gone"),
    ]  # fmt: skip


def test_it_rests_with_whom_it_is_about(game: Game) -> None:
    """Without a day of its own."""
    notice(game, "win", "Ana", "won")
    rest_people(game, ["Ana"], game.today() + timedelta(days=9))
    (row,) = list_spots(game)
    assert (str(row.state), row.until) == ("rests", None)


def test_an_introduction_says_what_comes_next(game: Game, clock: Clock) -> None:
    """And who was asked; what they answered is nowhere."""
    notice(game, "meet", "Ana", other="Ben")

    def told() -> tuple[str | None, tuple[str, ...]]:
        (row,) = list_spots(game)
        card = card_of_row(game, row)
        assert (card is None) is (row.step is None)
        return step_words(row.step), row.asked

    assert told() == ("ask Ana", ())
    deeds.log_deed(game, "introduce", person="Ben")
    assert told() == ("ask Ana", ("Ben",))
    deeds.log_deed(game, "introduce", person="Ana")
    assert told() == (None, ("Ana", "Ben"))
    clock.move(days=1)
    assert told() == ("introduce Ana and Ben", ("Ana", "Ben"))
    assert spot_document(list_spots(game)[0]) == {
        "id": list_spots(game)[0].spot.id,
        "sort": "meet",
        "person": "Ana",
        "other": "Ben",
        "text": None,
        "day": "2026-11-23",
        "state": "open",
        "step": "introduce Ana and Ben",
    }


@pytest.mark.parametrize(
    ("sort", "person", "text", "other", "error"),
    [
        ("win", "", "won", None, RecordError),
        ("win", "Ana", "", None, RecordError),
        ("win", "Ana", "x" * 161, None, RecordError),
        ("win", "Ana", "won", "Ben", RecordError),
        ("meet", "Ana", "boats", None, RecordError),
        ("meet", "Ana", "boats", "ana", UsageError),
        ("party", "Ana", "boats", None, RecordError),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(
    game: Game, sort: str, person: str, text: str, other: str | None, error: type[Exception]
) -> None:
    """In a sentence."""
    with pytest.raises(error):
        notice(game, sort, person, text, other)
    assert not list_spots(game)


def test_hostile_words_are_cleaned(game: Game) -> None:
    """One line, nothing that a terminal would obey."""
    spot = notice(game, "win", "A\x1b[31mna", "won\x07\nagain [bold]")
    assert (spot.person, spot.text) == ("A[31mna", "won again [bold]")


def test_it_rests_for_300_days_at_the_most(game: Game) -> None:
    """What was done of it is remembered for longer."""
    spot = notice(game, "win", "Ana", "won")
    with pytest.raises(UsageError, match="300 days at most"):
        rest_spot(game, spot, game.today() + timedelta(days=301))
    assert rest_spot(game, spot, game.today() + timedelta(days=300)).until is not None


def test_what_deeds_have_done_is_the_same_read_as_folded(game: Game, clock: Clock) -> None:
    """Over a New Year, of every sort and step."""
    clock.move(days=30)
    for name in ("Ana", "Bo", "Cy"):
        notice(game, "win", name, "won")
        notice(game, "meet", name, other="Di")
    for number in range(20):
        for name in ("Ana", "Bo", "Di"):
            deeds.log_deed(game, ("congratulate", "introduce")[number % 2], person=name)
        clock.move(days=1)
    today = game.today()
    assert today.year == 2027
    read = dict(steps_done(game, game.people.spots, today))
    folded = game.histories.recent(today).state_on(today, today=today).steps
    assert read == folded
    assert len(read) > 4


def test_those_who_may_know_a_door_are_of_people_and_books(game: Game) -> None:
    """Not whoever looks, not who grieves, rests or has just heard, and nobody twice."""
    lena = "in/lena"
    known = (
        (lena, "Lena", "UX designer"), ("in/ravi", "Ravi Iyer", "UX Lead, Fareloop"),
        ("in/ana", "Ana Berg", "Head of Design, Nordlicht"), ("in/zoe", "Zoë", "Gardener"),
    )  # fmt: skip
    day = date(2026, 11, 1)
    at = "2026-11-01T08:00:00+01:00"
    contacts = [ContactRecord(contact_id("linkedin", key), day, at, name, key, line) for key, name, line in known]
    game.save(Act.IMPORT.label("book"), puts=contacts)
    add_person(game, "Ana Berg", tie="close", books=[contact_id("linkedin", "in/ana")])
    add_person(game, "Henrik", tags=["Berlin"])
    add_person(game, "Greta", note="knows every designer in Berlin")
    set_gentle(game, ["Greta"], True)
    seeker = notice(game, "seeker", "Lena", "UX designer, Berlin")
    row = next(row for row in list_spots(game) if row.spot.id == seeker.id)
    doors = game.derived(Doors)
    assert [(door.name, door.line) for door in doors.of(row.spot)] == [
        ("Ana Berg", "Head of Design, Nordlicht"), ("Henrik", "Berlin"), ("Ravi Iyer", "UX Lead, Fareloop"),
    ]  # fmt: skip
    set_gentle(game, ["Greta"], False)
    deeds.log_deed(game, "help", person="Henrik")
    assert [door.name for door in doors.of(row.spot)] == ["Greta", "Ana Berg", "Ravi Iyer"]


def test_a_door_for_somebody_is_a_surprise(game: Game) -> None:
    """Of a deed for whoever looks for work, by the card that was written about them; not of any other hand."""

    def earned() -> set[str]:
        return {one.achievement.id for one in game.derived(Achievements).earned_by(game.today())}

    notice(game, "need", "Dad", "the printer")
    deeds.log_deed(game, "help", person="Dad")
    assert "a-door" not in earned()
    notice(game, "seeker", "Lena", "UX designer, Berlin")
    deeds.log_deed(game, "help", person="Lena")
    assert "a-door" in earned()
