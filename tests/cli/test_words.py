"""The words of a command line: in any order, days and kinds as people name them."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from ..conftest import Clock
from ..exported import facts_in
from .conftest import Play

MONDAY = "2026-11-23"


@pytest.mark.parametrize("tail", list(permutations([("Ana",), ("-m", "her draft"), ("--effort", "2"), ("--json",)])))
def test_a_name_may_stand_before_and_after_the_options(play: Play, tail: tuple[tuple[str, ...], ...]) -> None:
    """Nobody has to remember which comes first."""
    deed = play("log", "help", *(word for part in tail for word in part)).data
    assert (deed["person"], deed["note"], deed["effort"]) == ("Ana", "her draft", 2)


@pytest.mark.parametrize(
    ("words", "person", "note"),
    [
        (("log", "help", "--", "-x"), "-x", None),
        (("log", "-m", "a note", "--", "help", "--json"), "--json", "a note"),
        (("log", "help", "-m", "a note", "--", "--"), "--", "a note"),
        (("log", "help", "-m", "- a dash in front"), None, "- a dash in front"),
        (("log", "help", "--note=--json"), None, "--json"),
        (("log", "--", "help"), None, None),
    ],
)
def test_what_looks_like_an_option_can_be_a_name_or_a_note(
    play: Play, words: tuple[str, ...], person: str | None, note: str | None
) -> None:
    """Behind a lone --, or behind a sign of equality."""
    assert play(*words).code == 0
    (deed,) = facts_in(play("export").out)
    assert (deed["person"], deed["note"]) == (person, note)


@pytest.mark.parametrize(
    ("named", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        ("20261120", "2026-11-20"),
        ("today", MONDAY),
        ("Today", MONDAY),
        ("yesterday", "2026-11-22"),
        ("sunday", "2026-11-22"),
        ("Sun", "2026-11-22"),
        ("last friday", "2026-11-20"),
        ("monday", "2026-11-16"),
        ("tuesday", "2026-11-17"),
        ("20 November 2026", "2026-11-20"),
        ("Nov 20", "2026-11-20"),
        ("24 Dec", "2025-12-24"),
        ("29 February", "2024-02-29"),
        ("20.11.2026", "2026-11-20"),
        ("2024-02-29", "2024-02-29"),
        ("24/11", "2025-11-24"),
        ("11/24", "2025-11-24"),
        ("24.11.", "2025-11-24"),
        ("5.11.2026", "2026-11-05"),
        ("3 days ago", "2026-11-20"),
    ],
)
def test_a_day_can_be_named_as_people_name_it(play: Play, named: str, day: str) -> None:
    """A weekday is the last one, a day without a year the last such day."""
    assert play("log", "help", "--day", named, "--json").data["day"] == day


@pytest.mark.parametrize(
    "named", ["2026-11", "11", "2026", "noon", "1.2", "03/04/2026", "32 November", "friday 19 November 2026", "31.4."]
)
def test_a_day_that_can_be_read_in_two_ways_or_none_is_refused(play: Play, named: str) -> None:
    """Better no day than the wrong one."""
    ran = play("log", "help", "--day", named)
    assert ran.code == 2
    assert "YYYY-MM-DD" in ran.err


@pytest.mark.parametrize(
    ("word", "kind"),
    [("help", "help"), ("HELP", "help"), ("Help", "help"), ("c", "congratulate"), ("recon", "reconnect")],
)
def test_a_kind_can_be_named_by_its_first_letters(play: Play, word: str, kind: str) -> None:
    """In any case, as long as only one begins so."""
    assert play("log", word, "--json").data["kind"] == kind


def test_before_the_day_begins_it_is_still_yesterday(play: Play, clock: Clock) -> None:
    """At half past one, for a deed, a day off and the board."""
    clock.move(hours=-6.5)
    assert play("log", "help", "--json").data["day"] == "2026-11-22"
    assert play("today", "--json").data["day"] == "2026-11-22"
    assert play("rest").out == "Sunday 22 November: off.\n"
    assert play("log", "help", "--day", "2026-11-23").code == 2
    clock.move(hours=2.5)
    assert play("log", "help", "--json").data["day"] == "2026-11-23"


@pytest.mark.parametrize("named", ["24.11.", "24/11", "11/24", "5.11.2025", "3 days ago", "friday", "20 Nov"])
@pytest.mark.parametrize(
    "words",
    [
        ("log", "help", "--day"),
        ("slip", "--day"),
        ("journal", "a page", "--on"),
        ("gift", "a card", "--on"),
        ("journal", "--list", "--on"),
        ("forest", "--json", "--day"),
        ("stats", "--json", "--as-of"),
        ("rest",),
    ],
    ids=lambda words: words[0],
)
def test_every_command_that_takes_a_day_takes_it_in_the_same_words(
    play: Play, words: tuple[str, ...], named: str
) -> None:
    """And names both days of two, and changes nothing."""
    assert play(*words, named).code == 0
    before = play("export").out
    for ambiguous, days in (("11/12", ("-11-12", "-12-11")), ("03/04/2026", ("2026-04-03", "2026-03-04"))):
        ran = play(*words, ambiguous)
        assert ran.code == 2
        assert all(day in ran.err for day in days)
    assert play("export").out == before


@pytest.mark.parametrize(
    ("named", "first", "last"),
    [
        ("friday", "2026-11-27", "2026-11-27"),
        ("monday", "2026-11-30", "2026-11-30"),
        ("23 nov", MONDAY, MONDAY),
        ("22.11.", "2027-11-22", "2027-11-22"),
        ("in 3 days", "2026-11-26", "2026-11-26"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("last friday", "2026-11-20", "2026-11-20"),
        ("24 dec..26 dec", "2026-12-24", "2026-12-26"),
        ("24.12...26.12.", "2026-12-24", "2026-12-26"),
        ("28/12..3 jan", "2026-12-28", "2027-01-03"),
        ("friday..sunday", "2026-11-27", "2026-11-29"),
        ("today..thursday", MONDAY, "2026-11-26"),
    ],
)
def test_rest_looks_ahead(play: Play, named: str, first: str, last: str) -> None:
    """The next such day, and for the last of several the next after the first."""
    assert play("rest", named).code == 0
    days = [record["day"] for record in facts_in(play("export").out)]
    assert (days[0], days[-1]) == (first, last)
    assert len(days) == (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def test_rest_takes_one_day_or_several_and_gives_them_back(play: Play) -> None:
    """Planned ahead, too; what is so already changes nothing."""
    assert play("rest", "2026-12-24..2026-12-26").out == "3 days from Thursday 24 December: off.\n"
    assert play("rest", "2026-12-25..2026-12-27").out == "Sunday 27 December: off.\n"
    assert play("rest", "2026-12-25").out == "Nothing to change: it's like that already.\n"
    assert play("rest", "2026-12-24..2026-12-27", "--remove").code == 0
    assert play("stats", "--month", "2026-12", "--json").data["rest"] == []
    assert play("undo").code == 0
    assert len(play("stats", "--month", "2026-12", "--json").data["rest"]) == 4


def test_undo_takes_back_one_change_after_another_and_says_which(play: Play) -> None:
    """Until there is none."""
    for words in (("log", "help", "Ana"), ("slip",), ("release",), ("rest", "tomorrow")):
        assert play(*words).code == 0
    taken = [play("undo").out for _ in range(4)]
    assert taken == [
        "Undone: day off on Tuesday 24 November.\n",
        "Undone: release.\n",
        "Undone: note that you posted about yourself.\n",
        "Undone: Help, Ana.\n",
    ]
    assert play("undo").code == 1
    assert facts_in(play("export").out) == []


def test_a_day_of_another_year_is_told_with_its_year(play: Play) -> None:
    """So that one sees which 29 February was meant."""
    assert play("log", "help", "--day", "29 February").out == "Help, logged for Thursday 29 February 2024.\n"
    assert play("rest", "2027-01-01..2027-01-02").out == "2 days from Friday 1 January 2027: off.\n"
    assert play("journal", "a page", "--day", "yesterday").out == "Written down for Sunday 22 November.\n"


def test_one_is_one_and_several_are_several(play: Play) -> None:
    """A day in a row, days that are given back."""
    assert "in a row" not in play("today").out
    play("log", "help")
    assert "Any giving: a streak of 1 day, warmth 5%." in play("today").out
    play("log", "help", "--day", "yesterday")
    assert "Any giving: a streak of 2 days, warmth 10%." in play("today").out
    play("rest", "2026-12-24..2026-12-26")
    back = play("rest", "2026-12-24..2026-12-25", "--remove").out
    assert back == "2 days from Thursday 24 December: back to ordinary days.\n"
    assert play("rest", "2026-12-26", "--remove").out == "Saturday 26 December: back to an ordinary day.\n"
