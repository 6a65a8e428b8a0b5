"""A day that has not come: what can be done about it, and what is recorded for it all the same."""

from __future__ import annotations

from collections.abc import Callable

from givequest.application.board import Board
from givequest.presentation.lines import Line, justify, shorten, wrap
from givequest.presentation.paint import Paint

ROOMY = 12
"""Lines from which on hints keep their place below what is recorded."""


def ahead_lines(
    board: Board, paint: Paint, with_keys: Callable[[str], str], width: int, height: int, *, cursor: int, top: int
) -> tuple[list[Line], int]:
    """Return the lines of a day ahead, and the first of its records that is shown, moved on as the cursor needs."""
    words = "You're off that day." if board.rest else "That day isn't here yet."
    rest = "makes it an ordinary day" if board.rest else "plans a day off"
    hints = [f"{{day.rest}} {rest}, {{day.today}} goes back to today."]
    if board.logged:
        words = f"{words} Something is logged for it all the same; a clock may have been ahead:"
        hints.insert(0, "{deed.delete} deletes the chosen one, {change.undo} brings it back.")
    told: list[Line] = [[(line, paint.style("text"))] for line in wrap(words, width)]
    below: list[Line] = [[(line, paint.style("muted"))] for hint in hints for line in wrap(with_keys(hint), width)]
    rows = [_logged_line(board, number, width, paint, cursor) for number in range(len(board.logged))]
    kept_free = len(below) + 1 if height >= ROOMY else 0
    room = max(min(height - len(told) - 2 - kept_free, len(rows)), 1)
    top = max(min(top, cursor, len(rows) - room), cursor - room + 1, 0)
    return [[], *told, *([[]] if rows else []), *rows[top : top + room], [], *below], top


def _logged_line(board: Board, number: int, width: int, paint: Paint, cursor: int) -> Line:
    glyphs, logged = paint.glyphs, board.logged[number]
    is_chosen = number == cursor
    role, on = ("cursor_text", "cursor_background") if is_chosen else ("text", "background")
    line: Line = [
        (f"{glyphs.cursor if is_chosen else ' '} ", paint.style(role, on)),
        (logged.what[:1].upper() + logged.what[1:], paint.style(role, on, bold=True)),
        (f"  {logged.words}" if logged.words else "", paint.style("cursor_text" if is_chosen else "muted", on)),
    ]
    return justify(shorten(line, width - 1, glyphs.ellipsis), [], width, paint.style(role, on), glyphs.ellipsis)
