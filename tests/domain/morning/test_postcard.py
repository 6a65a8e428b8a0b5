"""The postcard of a Monday: last week's own notes, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.morning.postcard import MOST, postcard_notes, write_postcard
from givequest.domain.records import Record, read_record

MONDAY = date(2026, 11, 23)


def deed(days_before: int, note: str | None, person: str | None = None) -> Record:
    """Return a deed of a day before that Monday."""
    day = (MONDAY - timedelta(days=days_before)).isoformat()
    return read_record({"type": "deed", "day": day, "kind": "help", "note": note, "person": person})


def notes_of(*records: Record, today: date = MONDAY, **more: Any) -> tuple[str, ...]:
    """Return the notes on the postcard of a day."""
    return postcard_notes(today, lambda day: [record for record in records if record.day == day], **more)


def test_a_monday_brings_three_notes_of_the_week_before() -> None:
    """The first, the last and one between, as they were written; older ones and today's stay where they are."""
    records = [deed(back, f"note {back}") for back in (8, 7, 6, 4, 2, 1, 0)]
    assert notes_of(*records) == ("note 7", "note 4", "note 1")
    assert write_postcard(notes_of(*records)) == 'Last week: "note 7", "note 4", "note 1".'


def test_no_other_day_and_no_week_without_notes_brings_one() -> None:
    """Nothing is said of an empty week."""
    records = [deed(3, "knocked, with soup")]
    assert [bool(notes_of(*records, today=MONDAY + timedelta(days=step))) for step in range(7)] == [True] + [False] * 6
    assert notes_of(deed(3, None)) == ()
    assert write_postcard(()) == ""


def test_notes_for_somebody_who_is_not_to_be_named_stay_at_home() -> None:
    """As do long ones, and one that is there already."""
    records = [deed(5, "for Ana", "Ana"), deed(4, "soup"), deed(3, "soup."), deed(2, "x" * 41)]
    assert notes_of(*records, may_name=lambda person: person != "Ana") == ("soup",)


@given(st.lists(st.text(min_size=1, max_size=60), max_size=9), st.integers(20, 100))
def test_a_postcard_fits_its_room(notes: list[str], room: int) -> None:
    """With as many notes as there is room for."""
    records = [deed(7 - place % 7, note) for place, note in enumerate(notes)]
    told = notes_of(*records)
    assert len(told) <= MOST
    assert len(write_postcard(told, room)) <= room
