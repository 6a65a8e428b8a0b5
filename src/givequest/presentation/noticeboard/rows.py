"""The noticeboard in lines: what stands there, who may know a door, what rests and what was let be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from givequest.application.noticeboard.listing import SpotRow
from givequest.domain.noticeboard.doors import Door
from givequest.domain.noticeboard.spots import MEET, SEEKER, Spot, SpotState
from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, cells_of, fit, justify, shorten, wrap
from givequest.presentation.noticeboard.words import (
    DOORS,
    EMPTY,
    EXAMPLES,
    FOOT,
    LABELS,
    MEANINGS,
    asked_words,
    names_in,
    until_words,
)
from givequest.presentation.paint import Paint
from givequest.presentation.people.rows import covered_name

WITH_SINCE = 60
"""Columns from which on it is told when something was noticed."""
SMALLEST_NAME, WIDEST_SHARE = 8, 0.35
LABEL = 6
"""Cells of the sort, with the gap behind it."""
INDENT = "        "


class Item(NamedTuple):
    """Something that the cursor can be on: what was noticed, or somebody who may know a door."""

    row: SpotRow
    door: Door | None = None


class NoticeboardView(NamedTuple):
    """Lines, and the number of the item that each of them is of; None for those that are of none."""

    lines: list[Line]
    places: list[int | None]


def items_of(rows: Sequence[SpotRow], doors_of: Callable[[Spot], Sequence[Door]]) -> list[Item]:
    """Return what the cursor goes over: each row, and below whoever looks for work those who may know a door."""
    items = []
    for row in rows:
        items.append(Item(row))
        if row.spot.sort == SEEKER and row.state is SpotState.OPEN:
            items += [Item(row, door) for door in doors_of(row.spot)]
    return items


def empty_lines(width: int, paint: Paint, with_keys: Callable[[str], str]) -> list[Line]:
    """Return what stands on a noticeboard with nothing on it: what it is for, and what could be written."""
    room = max(min(width - 4, 76), 1)
    lines: list[Line] = [[]]
    for number, words in enumerate(EMPTY):
        ink = paint.style("text", bold=not number)
        lines += [*([("  " + line, ink)] for line in wrap(with_keys(words), room)), []]
    for sort, label in LABELS.items():
        name = "Ana + Ben" if sort == MEET else "Ana"
        lines.append(
            [
                (f"  {label:<7}", paint.style("accent", bold=True)),
                (f"{MEANINGS[sort]:<34}", paint.style("text")),
                (f"{name}: {EXAMPLES[sort]}", paint.style("muted", italic=True)),
            ]
        )
    return [shorten(line, width, paint.glyphs.ellipsis) for line in lines]


def noticeboard_lines(
    items: Sequence[Item], cursor: int, width: int, height: int, paint: Paint, today: date, *, covered: bool = False
) -> NoticeboardView:
    """Return all lines of a noticeboard that has something on it; none of its text is cut for the chosen item.

    Where they all have room in a height of cells, what was noticed stands apart.
    """
    roomy = _laid_out(items, cursor, width, paint, today, covered=covered, apart=True)
    return roomy if len(roomy.lines) <= height else _laid_out(items, cursor, width, paint, today, covered=covered)


def _laid_out(
    items: Sequence[Item], cursor: int, width: int, paint: Paint, today: date, *, covered: bool, apart: bool = False
) -> NoticeboardView:
    names = [covered_name(paint) if covered else names_in(item.row.spot) for item in items if item.door is None]
    room = max(SMALLEST_NAME, min(max(map(cells_of, names), default=0), int(width * WIDEST_SHARE)))
    lines: list[Line] = []
    places: list[int | None] = []
    before: Item | None = None
    for number, item in enumerate(items):
        if before is not None and item.door is None and apart and not _begins_let_be(before, item):
            lines.append([])
            places.append(None)
        if _begins_let_be(before, item):
            lines += [[], [("  let be", paint.style("muted", bold=True))]]
            places += [None, None]
        if item.door is not None and (before is None or before.door is None):
            lines.append([(INDENT + DOORS, paint.style("muted", italic=True))])
            places.append(None)
        block = _block(item, number == cursor, room, width, paint, today, covered=covered)
        lines += block
        places += [number] * len(block)
        before = item
    lines += [[], [("  " + line, paint.style("muted")) for line in wrap(FOOT, max(width - 3, 1), 1)]]
    return NoticeboardView(lines, [*places, None, None])


def _begins_let_be(before: Item | None, item: Item) -> bool:
    is_first = before is None or before.row.state is not SpotState.LET_BE
    return item.row.state is SpotState.LET_BE and is_first


def _block(
    item: Item, is_chosen: bool, room: int, width: int, paint: Paint, today: date, *, covered: bool
) -> list[Line]:
    if item.door is not None:
        return [_door_line(item.door, is_chosen, width, paint, covered=covered)]
    row, spot = item.row, item.row.spot
    text_room = width - 4 - LABEL - room - 2
    lines = [_spot_line(row, is_chosen, room, width, paint, today, covered=covered)]
    since = _since(row, today, width)
    if is_chosen and cells_of(spot.text) > text_room - (cells_of(since) + 2 if since else 0):
        lines += [[(INDENT + line, paint.style("text"))] for line in wrap(spot.text, max(width - len(INDENT) - 1, 1))]
    if spot.sort == MEET and row.state is SpotState.OPEN and not covered:
        words = wrap(asked_words(row), max(width - len(INDENT) - 1, 1))
        lines += [[(INDENT + line, paint.style("muted", italic=True))] for line in words]
    return lines


def _since(row: SpotRow, today: date, width: int) -> str:
    if width < WITH_SINCE or row.state is SpotState.LET_BE:
        return ""
    if row.state is SpotState.RESTS:
        return until_words(row.until, today) if row.until is not None else "rests with them"
    return "today" if row.state is SpotState.DONE else row.since


def _spot_line(
    row: SpotRow, is_chosen: bool, room: int, width: int, paint: Paint, today: date, *, covered: bool
) -> Line:
    glyphs, spot = paint.glyphs, row.spot
    on = "cursor_background" if is_chosen else "background"
    plain = paint.style("cursor_text" if is_chosen else "text", on)
    weak = paint.style("cursor_text" if is_chosen else "muted", on)
    mark, role = {
        SpotState.OPEN: (glyphs.todo, "accent"),
        SpotState.DONE: (glyphs.done, "kept"),
        SpotState.RESTS: (glyphs.snooze, "muted"),
    }.get(row.state, (" ", "muted"))
    name = covered_name(paint) if covered else names_in(spot)
    is_quiet = row.state in (SpotState.RESTS, SpotState.LET_BE, SpotState.DONE)
    kind_role = "cursor_text" if is_chosen else "muted" if is_quiet else paint.theme.role_of(spot.kind)
    left: Line = [
        (glyphs.cursor if is_chosen else " ", plain._replace(bold=True)),
        (f" {mark} ", paint.style("cursor_text" if is_chosen else role, on, bold=True)),
        (f"{LABELS[spot.sort]:<{LABEL}}", paint.style(kind_role, on)),
        (fit(name, room, glyphs.ellipsis), (weak if is_quiet else plain)._replace(bold=not is_quiet)),
        (f"  {spot.text}", weak if is_quiet else plain),
    ]
    return justify(left, [(f"{_since(row, today, width)} ", weak)], width, plain, glyphs.ellipsis)


def _door_line(door: Door, is_chosen: bool, width: int, paint: Paint, *, covered: bool) -> Line:
    on = "cursor_background" if is_chosen else "background"
    plain = paint.style("cursor_text" if is_chosen else "text", on)
    weak = paint.style("cursor_text" if is_chosen else "muted", on)
    sign = paint.glyphs.cursor if is_chosen else " "
    name = covered_name(paint) if covered else door.name
    line: Line = [(f"{sign}{INDENT} ", plain), (name, plain), (f", {door.line}" if door.line else "", weak)]
    return justify(shorten(line, width - 1, paint.glyphs.ellipsis), [], width, plain, paint.glyphs.ellipsis)
