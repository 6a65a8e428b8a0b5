"""The board that `givequest today` prints on a terminal: kinds in their colours, and the month where there's room."""

from __future__ import annotations

from datetime import date

import pytest

from givequest.application.calendar import Month
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.streaks import Streak
from givequest.domain.rules import GIVING
from givequest.presentation.lines import Line, width_of
from givequest.presentation.today.printed import WITH_MONTH, board_page

from .test_reading_a_board import PAINT, boards

DAY = date(2026, 11, 23)
MONTH = Month(DAY.replace(day=1), DAY, DAY, (*[DayMark.KEPT] * 22, DayMark.TODAY, *[DayMark.AHEAD] * 7))


def page(width: int, month: Month | None = MONTH) -> list[Line]:
    """Return a board on paper."""
    return board_page(
        boards()[0]._replace(streaks={GIVING: Streak(0, 0, 0, 0.0)}), PAINT, width, with_numbers=False, month=month
    )


@pytest.mark.parametrize("width", [*range(WITH_MONTH - 3, WITH_MONTH + 40, 3), 200])
def test_the_month_stands_beside_the_quests_where_it_has_room(width: int) -> None:
    """From one width on, and never beyond the terminal's edge."""
    lines = ["".join(text for text, _ in line) for line in page(width)]
    assert ("November" in lines[1] + lines[2]) == (width >= WITH_MONTH)
    assert all(width_of(line) <= width for line in page(width)[1:])
    if width >= WITH_MONTH:
        assert any("━━━━━" in line for line in lines)
        assert any(line.endswith("23 24 25 26 27 28 29 ") for line in lines)


def test_with_the_month_beside_it_every_word_is_there_still() -> None:
    """It takes columns, and no text."""
    printed = "".join("".join(text for text, _ in line) for line in page(WITH_MONTH)).replace(" ", "")
    for quest in boards()[0].quests:
        for word in f"{quest.title} {quest.why}".split():
            assert word[:8] in printed, word


def test_each_kind_has_its_own_colour_for_its_signs() -> None:
    """What is read is in the colour that the terminal itself writes in."""
    for quest in boards()[0].quests:
        (title,) = [line for line in page(100) if len(line) > 2 and line[1][0].strip() == quest.kind.name]
        role = PAINT.theme.role_of(quest.kind.id)
        assert title[0][1].role == title[4][1].role == role
        assert title[1][1].role == "text"
