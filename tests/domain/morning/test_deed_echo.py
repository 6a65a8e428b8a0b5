"""Deed echoes: one's own deeds, on their day, and nobody in them who is not to be named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.kinds import Kind
from givequest.domain.morning.deed_echo import DeedEcho, deed_echo_days, find_deed_echo
from givequest.domain.records import Record, read_record

from ...built_in import BUILT_IN

TODAY = date(2026, 11, 26)
KINDS = {**BUILT_IN, "mentor": Kind("mentor", "Mentor")}


def deed(
    day: str, kind: str = "congratulate", person: str | None = "Ana", note: str | None = None, **fields: Any
) -> Record:
    """Return a deed of a day."""
    return read_record({"type": "deed", "day": day, "kind": kind, "person": person, "note": note, **fields})


def echo_of(*records: Record, today: date = TODAY, **more: Any) -> DeedEcho | None:
    """Return what a day brings back of some records."""
    return find_deed_echo(today, 2000, lambda day: [record for record in records if record.day == day], KINDS, **more)


def words_of(*records: Record, room: int = 200, **more: Any) -> str:
    """Return it in words."""
    echo = echo_of(*records, **more)
    return echo.words(room) if echo else ""


YEAR, HUNDRED = "A year ago today", "A hundred days ago"
TOLD = [
    (deed("2025-11-26", note="for how she ran the retro"), f"{YEAR} you congratulated Ana, for how she ran the retro."),
    (deed("2024-11-26", "help", None, "carried the sofa"), "Two years ago today: carried the sofa."),
    (deed("2026-08-18", "reconnect", "Yuki", "the train"), f"{HUNDRED} you got back in touch with Yuki: the train."),
    (deed("2025-11-26", "listen", "Inés", "the war story."), f"{YEAR} you listened to Inés: the war story."),
    (deed("2025-11-26", "introduce", "Samir", "and Lena"), f"{YEAR} you introduced Samir and Lena."),
    (deed("2025-11-26", "help"), f"{YEAR} you helped Ana."),
    (
        deed("2025-11-26", "congratulate", None, "on the exhibition"),
        f"{YEAR} you congratulated someone, on the exhibition.",
    ),
    (deed("2025-11-26", "mentor", note="two hours"), f"{YEAR}, for Ana: two hours."),
]


@pytest.mark.parametrize(("record", "words"), TOLD)
def test_a_deed_comes_back_as_a_sentence(record: Record, words: str) -> None:
    """What was done, whom it was for, and the note as it was written."""
    assert words_of(record) == words


@pytest.mark.parametrize(
    "record",
    [
        deed("2025-11-26", "quiet", None, "a walk"),
        deed("2025-11-26", "help", None, None),
        deed("2025-11-25"),
        deed("2026-11-26"),
        deed("2025-11-26", "unheard-of"),
        deed("2025-11-26", "introduce", None, "and Lena, for the piano"),
        deed("2026-08-18", "help", "Ana", None),
        deed("2026-08-18", "help", None, "carried the sofa"),
        read_record({"type": "gift", "day": "2025-11-26", "text": "a postcard"}),
        read_record({"type": "entry", "day": "2025-11-26", "text": "a page"}),
    ],
)
def test_what_is_no_giving_deed_of_that_day_does_not_come_back(record: Record) -> None:
    """Nor a deed of which nothing can be told."""
    assert echo_of(record) is None


def test_nobody_comes_back_who_is_not_to_be_named() -> None:
    """Not even for the sake of the note; somebody else's deed may come in its place."""
    ana, ben = deed("2025-11-26", note="a", effort=3), deed("2025-11-26", person="Ben", note="b")
    assert words_of(ana, ben, may_name=lambda person: person != "Ana") == "A year ago today you congratulated Ben: b."
    assert words_of(ana, may_name=lambda person: False) == ""


def test_the_greatest_effort_comes_first_then_the_oldest_and_a_round_year_before_a_hundred_days() -> None:
    """One a day, whatever order they were logged in."""
    hundred = deed("2026-08-18", person="Hundred", note="soup", effort=3)
    old, new = deed("2020-11-26", person="Old", effort=2), deed("2025-11-26", person="New", effort=2)
    small = deed("2025-11-26", person="Small")
    for records in ((hundred, old, new, small), (small, new, old, hundred)):
        assert words_of(*records) == "Six years ago today you congratulated Old."
    assert words_of(hundred, small) == "A year ago today you congratulated Small."
    assert words_of(hundred) == "A hundred days ago you congratulated Hundred: soup."


def test_the_29th_of_february_looks_back_on_its_like() -> None:
    """And on no other day of these years."""
    days = [day for day, distance in deed_echo_days(date(2028, 2, 29), 2020) if "year" in distance]
    assert days == [date(2024, 2, 29), date(2020, 2, 29)]


@given(st.dates(date(2001, 1, 1), date(2100, 1, 1)), st.text(max_size=60), st.integers(40, 120))
def test_an_echo_fits_its_room(today: date, note: str, room: int) -> None:
    """The note gives way, whatever it is; nothing that was written is taken for more than text."""
    day = (today - timedelta(days=100)).isoformat()
    assert len(words_of(deed(day, note=note or None), today=today, room=room)) <= room
