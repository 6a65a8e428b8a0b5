"""Names that fade: when, and to what."""

from __future__ import annotations

from datetime import date

import pytest

from givequest.domain.people.fading import faded, is_faded
from givequest.domain.people.initials import initials
from givequest.domain.records import read_record


@pytest.mark.parametrize(
    ("day", "today", "months", "has_faded"),
    [
        ("2025-11-25", "2026-11-25", 12, True),
        ("2025-11-26", "2026-11-25", 12, False),
        ("2024-02-29", "2025-02-28", 12, True),
        ("2024-02-29", "2025-02-27", 12, False),
        ("2026-08-31", "2026-11-30", 3, True),
        ("2026-08-31", "2026-11-29", 3, False),
        ("2001-01-01", "2026-11-25", 0, False),
        ("2026-11-26", "2026-11-25", 1, False),
    ],
)
def test_a_name_fades_after_so_many_months(day: str, today: str, months: int, has_faded: bool) -> None:
    """The day cut to the last of its month."""
    assert is_faded(date.fromisoformat(day), date.fromisoformat(today), months) is has_faded


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Berg", "A. B."), ("Łukasz Śmiały", "Ł. Ś."), ("Mum", "M."), ("@ana@remote.example", "@A."),
        ("ana@example.org", "A."), ("李小龍", "李."), ("Jean-Luc von der Au", "J. V. D. A."), ("🚀", "·"),
        ("Priya Nair (Kelp & Co)", "P. N."),
    ],
)  # fmt: skip
def test_initials_are_the_first_letters(name: str, letters: str) -> None:
    """Of each word; where there are none, a dot."""
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Ana Berg's draft", "A. B.'s draft"),
        ("with Annie and ana", "with A. and ana"),
        ("Anabel, not Ana", "Anabel, not A."),
        ("the Bergs", "the Bergs"),
        ("Mo and mo", "Mo and mo"),
        (None, None),
    ],
)
def test_notes_keep_all_but_the_names(note: str | None, shown: str | None) -> None:
    """Whole words, written like that; a single first name of three letters and a capital or more."""
    record = read_record({"type": "deed", "day": "2025-01-01", "kind": "help", "person": "Ana Berg", "note": note})
    told = faded(record, ["Ana Berg", "Annie", "Mo", "ana"])
    assert (told.person, told.note) == ("A. B.", shown)
    assert told._replace(person=record.person, note=record.note) == record
