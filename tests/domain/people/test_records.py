"""Records of people, of what was noticed and of contacts: read strictly, written as they were read."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.records import home_of, read_any_record, to_document
from givequest.domain.records.contact import contact_id
from givequest.domain.records.partitions import BOOKS, PEOPLE, book_partition, name_of
from givequest.domain.records.yearly_dates import read_yearly_date
from givequest.errors import RecordError

from ...design import block

GOOD: dict[str, dict[str, Any]] = {
    line["type"]: line
    for line in map(json.loads, block("jsonl").splitlines())
    if line.get("type") in ("person", "spot", "contact")
}
ANY = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.text(max_size=3), max_size=30),
    st.just("x" * 3000), st.just(["x" * 3000]), st.just({"a": 1}), st.just("2026-13-01"),
)  # fmt: skip


@pytest.mark.parametrize("type_", GOOD)
def test_a_record_is_written_as_it_was_read_with_fields_of_later_versions(type_: str) -> None:
    """And an edit of nothing changes nothing."""
    document = {**GOOD[type_], "mood": ["new", 1]}
    record = read_any_record(document)
    assert to_document(record) == document
    assert record.edited() == record  # type: ignore[union-attr]


@given(type_=st.sampled_from(sorted(GOOD)), data=st.data())
def test_whatever_stands_in_a_field_is_read_or_refused_in_words(type_: str, data: st.DataObject) -> None:
    """And what was read is read again from what is written of it."""
    field = data.draw(st.sampled_from(sorted(GOOD[type_])))
    document = {**GOOD[type_], field: data.draw(ANY)}
    with suppress(RecordError):
        record = read_any_record(document)
        assert read_any_record(to_document(record)) == record


@pytest.mark.parametrize(
    ("type_", "changes"),
    [
        ("person", {"name": ""}),
        ("person", {"name": "x" * 101}),
        ("person", {"also": ["a"] * 9}),
        ("person", {"tie": "friend"}),
        ("person", {"tie": None, "gentle": 1}),
        ("person", {"dates": ["3 dec birthday"]}),
        ("person", {"dates": ["--02-30"]}),
        ("person", {"dates": ["2026-02-29 birthday"]}),
        ("person", {"books": ["a/b"]}),
        ("person", {"snooze": "soon"}),
        ("spot", {"id": "A-1"}),
        ("spot", {"sort": "loss"}),
        ("spot", {"sort": "win"}),
        ("spot", {"other": None}),
        ("spot", {"text": "x" * 161}),
        ("contact", {"key": " "}),
        ("contact", {"id": "x.5b1e07c2a94d"}),
        ("contact", {"since": "2011"}),
    ],
)
def test_what_cannot_be_is_refused(type_: str, changes: dict[str, Any]) -> None:
    """Each with a sentence of what is wrong."""
    with pytest.raises(RecordError, match=r"\.$"):
        read_any_record({**GOOD[type_], **changes})


def test_a_name_is_one_line_whose_blanks_are_single() -> None:
    """As it is compared."""
    record = read_any_record({**GOOD["person"], "name": "  Ana \n\t Berg\x1b "})
    assert record.name == "Ana Berg"  # type: ignore[union-attr]


def test_each_contact_is_in_the_file_of_its_book() -> None:
    """By the beginning of its id, which is the same for the same key."""
    for partition, book in BOOKS.items():
        identity = contact_id(book, "in/ana-berg-77")
        assert len(identity) == len(book) + 13
        assert identity == contact_id(book, "in/ana-berg-77") != contact_id(book, "in/ana-berg-78")
        assert home_of(read_any_record({**GOOD["contact"], "id": identity})) == partition
        assert name_of(partition) == f"book-{book}"
    assert home_of(read_any_record(GOOD["person"])) == home_of(read_any_record(GOOD["spot"])) == PEOPLE
    assert book_partition("x") is None


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.booleans(), st.sampled_from(["", "birthday", "their  day"]))
def test_a_date_with_or_without_a_year_is_read_as_it_is_written(day: date, with_year: bool, words: str) -> None:
    """No year is ever made up for one that has none."""
    text = f"{day.isoformat() if with_year else f'--{day:%m-%d}'} {words}".rstrip()
    written = read_yearly_date(text)
    assert str(written) == text
    assert written.year == (day.year if with_year else None)
    assert written.in_year(day.year) == day
