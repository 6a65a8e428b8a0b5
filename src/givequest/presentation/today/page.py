"""The whole page of a day as lines: header and morning line, board, month and streaks, the notice and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from givequest.application.calendar import Month
from givequest.domain.settings import Settings
from givequest.named_tuple import NamedTuple
from givequest.presentation.frame import SMALLEST_FRAME, framed
from givequest.presentation.header import header_line
from givequest.presentation.key_strip import StripKey, fitting, strip_line
from givequest.presentation.lines import Line, shorten, width_of
from givequest.presentation.notice import standing_line
from givequest.presentation.paint import Paint
from givequest.presentation.tabs import Tabs
from givequest.presentation.today.board import BoardView
from givequest.presentation.today.day_frame import foot_line, frame_role
from givequest.presentation.today.look_back import look_back_lines
from givequest.presentation.today.notice import Standing, has_above
from givequest.presentation.today.question import AnswerKeys, question_line
from givequest.presentation.today.sidebar import sidebar_lines

if TYPE_CHECKING:
    from givequest.application.days.looking_back import LookBack

NARROW, WIDE = 72, 110
"""Columns below which there is only the board, and from which there is room to spare."""
SIDEBAR, WIDE_SIDEBAR = 30, 38
THIRD, ROOMY_THIRD = 120, 136
"""Columns from which on there is a third column, and from which month and streaks are wide beside it as well."""
LOOK_BACK, WIDEST_LOOK_BACK = 32, 56
"""Columns that the third one takes at the least and at the most."""
HEADER, FOOTER = 1, 2
"""Lines above and below the board: the header, without the line for words; the notice and the keys."""
LEAST_HEIGHT = HEADER + 1 + FOOTER + 1
"""With the question about yesterday, and a line of the board."""


class TodayPage(NamedTuple):
    """What is on the page of a day."""

    board: BoardView
    month: Month
    settings: Settings
    question: AnswerKeys | None
    """The keys that answer the question about yesterday; None where nothing is asked."""
    words: Standing
    """What stands above the board and above the keys."""
    keys: Sequence[StripKey]
    tabs: Tabs
    look_back: LookBack | None = None
    """What is shown in a third column; the first frame leaves it empty, since years are read for it."""

    def asks(self, width: int, paint: Paint) -> bool:
        """Return whether the question is there, in a width of cells."""
        return self.question is not None and question_line(self.question, width, paint) is not None


def sidebar_width(columns: int) -> int:
    """Return how many columns of a screen month and streaks take; 0 where only the board has room."""
    if columns < NARROW:
        return 0
    return WIDE_SIDEBAR if WIDE <= columns < THIRD or columns >= ROOMY_THIRD else SIDEBAR


def look_back_width(columns: int) -> int:
    """Return how many columns of a screen what is looked back on takes; 0 where there is no third column."""
    return min(LOOK_BACK + (columns - THIRD) // 3, WIDEST_LOOK_BACK) if columns >= THIRD else 0


def page_lines(page: TodayPage, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the page, each line exactly `width` cells; `height` is at least `LEAST_HEIGHT`."""
    question = question_line(page.question, width, paint) if page.question else None
    header = [header_line(page.board.board, width, paint, with_numbers=page.settings.numbers, tabs=page.tabs)]
    if has_above(height):
        header.append(standing_line(page.words.above, width, paint))
    middle = height - len(header) - FOOTER - (question is not None)
    beside, third = sidebar_width(width), look_back_width(width)
    board = _board_lines(page.board, width - beside - third, middle, paint, page.words.foot)
    side = sidebar_lines(page.board.board, page.month, page.settings, beside, middle, paint) if beside else []
    has_words = page.settings.echoes
    back = look_back_lines(page.look_back, third, middle, paint, has_words=has_words) if third else []
    lines = header
    for row in range(middle):
        left = _filled(board[row] if row < len(board) else [], width - beside - third, paint)
        left += _filled(side[row] if row < len(side) else [], beside, paint)
        lines.append(left + _filled(back[row] if row < len(back) else [], third, paint))
    if question is not None:
        lines.append(question)
    lines.append(standing_line(page.words.below, width, paint))
    lines.append(strip_line(fitting(page.keys, width, paint), paint))
    return [_filled(line, width, paint) for line in lines]


def _board_lines(view: BoardView, width: int, height: int, paint: Paint, foot: str) -> list[Line]:
    if width < SMALLEST_FRAME[0] or height < SMALLEST_FRAME[1]:
        return view.lines(width, height)
    lines = view.lines(width - 4, height - 2)
    told = foot_line(foot, width, paint)
    return framed(view.title(), lines, width, height, paint, frame_role(view.board), view.place(), told)


def _filled(line: Line, width: int, paint: Paint) -> Line:
    """Return a line as exactly some cells, cut or filled up."""
    line = shorten(line, width, "")
    return [*line, (" " * (width - width_of(line)), paint.style())]
