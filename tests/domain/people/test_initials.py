"""Names as initials."""

from __future__ import annotations

import pytest

from givequest.domain.people.initials import initials


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ana Berg", "A. B."),
        ("Łukasz Śmiały", "Ł. Ś."),
        ("Mum", "M."),
        ("@ana@remote.example", "@A."),
        ("ana@example.org", "A."),
        ("李小龍", "李."),
        ("Jean-Luc von der Au", "J. V. D. A."),
        ("Priya Nair (Kelp & Co)", "P. N."),
        ("🚀", "·"),
        ("(Ana)", "A."),
    ],
)
def test_a_name_is_its_first_letters(name: str, found: str) -> None:
    """In capitals; what is no letter is none of them."""
    assert initials(name) == found
