"""The first line of every page: the pages' tabs, the day, and how far the giving has led."""

from __future__ import annotations

from givequest.application.board import Board
from givequest.domain.days import format_day, format_short_day
from givequest.presentation.lines import Line, cells_of, justify, shorten, width_of
from givequest.presentation.paint import Paint
from givequest.presentation.tabs import Tabs, tab_line

NO_TABS = Tabs()
LONGEST_DAY = len("Wednesday 30 September")
"""Cells kept free for a day, so that going from one to the next moves nothing else."""


def header_line(board: Board, width: int, paint: Paint, *, with_numbers: bool, tabs: Tabs = NO_TABS) -> Line:
    """Return the tabs on the left, and on the right the day, title, level and progress: what has room of them."""
    fill, ellipsis = paint.style(), paint.glyphs.ellipsis
    if not tabs.pages:
        return _line_without_tabs(board, width, paint, with_numbers=with_numbers)
    left = tab_line(tabs, width, paint)
    room = width - width_of(left) - 2
    right = _richest(board, room, paint, with_numbers=with_numbers)
    return justify(left, [*shorten(right, max(room, 0), ellipsis), (" ", fill)], width, fill, ellipsis)


def _richest(board: Board, room: int, paint: Paint, *, with_numbers: bool) -> Line:
    """Return as much of day, title, level and progress as some cells have room for."""
    day, short = format_day(board.day), format_short_day(board.day)
    spare = LONGEST_DAY - cells_of(day)
    apart = "  " + _distance(board) if board.day != board.today else ""
    gap = ("  ", paint.style())
    title: Line = [(f"{paint.glyphs.level} {board.title}", paint.style("level"))]
    dot: Line = [(f" {paint.glyphs.bullet} ", paint.style("faint"))]
    level: Line = [(f"level {board.level}", paint.style("text"))] if with_numbers else []

    def dated(words: str, distance: str = "") -> Line:
        year = f" {board.day.year}" if board.day.year != board.today.year else ""
        weak = paint.style("muted")
        return [(words, paint.style("text", bold=True)), (year, weak), (distance, weak)]

    def gauged(cells: int) -> Line:
        return [*level, (" ", paint.style()), *paint.gauge(board.progress, cells, "level")] if level else []

    def joined(head: Line, *rest: Line) -> Line:
        told = [part for part in rest if part]
        return [*head, *(span for part in told for span in (gap, *part))]

    choices: tuple[tuple[Line, int], ...] = (
        (joined(dated(day, apart), title + (dot + gauged(10) if level else [])), spare),
        (joined(dated(day, apart), title + (dot + gauged(6) if level else [])), spare),
        (joined(dated(short, apart), title + (dot + gauged(6) if level else [])), 0),
        (joined(dated(day, apart), gauged(6)), spare),
        (joined(dated(short, apart), gauged(6)), 0),
        (joined(dated(short, apart), gauged(4)), 0),
        (dated(short, apart), 0),
        (joined(dated(short), level), 0),
    )
    return next((line for line, kept_free in choices if width_of(line) + kept_free <= room), dated(short))


def _line_without_tabs(board: Board, width: int, paint: Paint, *, with_numbers: bool) -> Line:
    glyphs, fill = paint.glyphs, paint.style()
    left: Line = [(f" {format_day(board.day)}", paint.style("text", bold=True))]
    right: Line = []
    if width >= 70:
        right.append((f"{glyphs.level} {board.title}", paint.style("level")))
    if with_numbers:
        dot = f" {glyphs.bullet} " if right else ""
        right += [(dot, paint.style("faint")), (f"level {board.level} ", paint.style("text"))]
        right += paint.gauge(board.progress, 10 if width >= 90 else 6, "level")
    return justify(left, [*right, (" ", fill)], width, fill, glyphs.ellipsis)


def _distance(board: Board) -> str:
    days = (board.today - board.day).days
    if days == 1:
        return "yesterday"
    if days == -1:
        return "tomorrow"
    return f"{days} days ago" if days > 0 else f"in {-days} days"
