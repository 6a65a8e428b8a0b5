"""The themes of the months."""

from __future__ import annotations

from datetime import date

import pytest

from givequest.appearance.theme import TEXTS
from givequest.domain.deck.month_themes import month_theme, new_leaf

from ..built_in import BUILT_IN

SHAMING = ("goal", "must", "should", "missed", "finish", "streak", "!")


def test_every_month_leads_with_a_colour_that_can_be_read_and_has_a_line_of_its_own() -> None:
    """Any theme has the colour, and its contrast is that of text."""
    themes = [month_theme(date(2026, month, 1)) for month in range(1, 13)]
    assert {theme.role for theme in themes} <= {*TEXTS, *BUILT_IN}
    assert len({theme.line for theme in themes}) == 12


@pytest.mark.parametrize("month", range(1, 13))
def test_the_south_has_the_month_of_half_a_year_away(month: int) -> None:
    """Snow falls in July there."""
    south = month_theme(date(2026, month, 9), "south")
    assert south == month_theme(date(2026, (month + 5) % 12 + 1, 9))


def test_a_month_begins_with_a_line_on_its_first_day_only() -> None:
    """A new leaf asks for nothing and carries nothing over."""
    assert new_leaf(date(2026, 11, 1)) == ("November, month of lanterns: look who's standing at the edge.")
    for day in range(2, 31):
        assert new_leaf(date(2026, 11, day)) == ""
    for month in range(1, 13):
        line = new_leaf(date(2026, month, 1), "south")
        assert len(line) <= 90
        assert not any(word in line for word in SHAMING)
