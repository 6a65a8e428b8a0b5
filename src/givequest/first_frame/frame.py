"""The first frame: the board of today, drawn whole for the colours that the terminal has."""

from __future__ import annotations

import os
from datetime import date

from givequest.application.board import board_of
from givequest.application.calendar import month_of
from givequest.commands.keymap import strip_keys, tabs_of
from givequest.commands.registry import TODAY, commands_of
from givequest.composition import Home
from givequest.first_frame.screen_style import ScreenStyle
from givequest.named_tuple import NamedTuple
from givequest.presentation.escapes import write_line
from givequest.presentation.frame import SMALLEST_FRAME
from givequest.presentation.today.board import BoardView
from givequest.presentation.today.notice import standing_words
from givequest.presentation.today.page import LEAST_HEIGHT, TodayPage, page_lines
from givequest.presentation.today.question import answer_keys
from givequest.presentation.today.rows import rows_of
from givequest.terminal.colours import colour_depth


class FirstFrame(NamedTuple):
    """The page of today as text for an empty screen."""

    text: str
    asks_about: date | None
    """The day that it asks about."""


def draw_first_frame(home: Home, style: ScreenStyle, columns: int, rows: int) -> FirstFrame | None:
    """Return the page of today for a screen of some size; None where that is too small.

    Raises `GivequestError` when the ledger cannot be read.
    """
    if columns < SMALLEST_FRAME[0] or rows < LEAST_HEIGHT:
        return None
    game, settings, paint = home.game, home.settings, style.paint
    board = board_of(game)
    in_ascii = paint.glyphs.name == "ascii"
    in_strip = [command for command in commands_of(TODAY) if command.in_strip]
    page = TodayPage(
        board=BoardView(board, rows_of(board), paint, style.with_keys, with_numbers=settings.numbers),
        month=month_of(game, board.day),
        settings=settings,
        question=answer_keys(style.with_keys) if board.question else None,
        words=standing_words(board, settings.hemisphere, style.with_keys, rows, with_numbers=settings.numbers),
        keys=strip_keys(in_strip, style.keymap, in_ascii=in_ascii),
        tabs=tabs_of(TODAY, style.keymap, in_ascii=in_ascii),
    )
    depth = colour_depth(os.environ)
    lines = page_lines(page, columns, rows, paint)
    text = "".join(f"\x1b[{row};1H{write_line(line, paint, depth)}" for row, line in enumerate(lines, 1))
    return FirstFrame(text, board.question if page.asks(columns, paint) else None)
