"""The quests of a day as lines: as much of each as there is room for, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from givequest.application.board import Board, Quest
from givequest.domain.kinds import QUIET
from givequest.domain.records import Record
from givequest.presentation.lines import Line, cells_of, fit, justify, shorten, wrap
from givequest.presentation.paint import Paint

NAME_CELLS = 14
"""Cells of the column of names, with the gap behind it: the longest built-in name fits."""
WIDEST_NAMES = 0.4
"""The share of the width that this column can grow to, for longer names and for how often."""
INDENT = "    "
MOST_FOLDED = 3
"""Lines of the chosen quest, its title among them, that are shown at the least where it is cut."""
ROOMY = 12
"""Lines from which on hints keep their place below what is recorded for a day ahead."""
SPREADS = ("all and reasons", "all, apart", "all", "chosen, apart", "chosen")
"""What is shown in full, from the roomiest to the tightest."""


class Row(NamedTuple):
    """Something that the cursor can be on: a quest, or one deed of it."""

    quest: Quest
    deed: Record | None = None


def rows_of(board: Board) -> list[Row]:
    """Return what the cursor goes over: each quest, then those of its deeds that say more than that they were done."""
    rows = []
    for quest in board.quests:
        rows.append(Row(quest))
        rows += [Row(quest, deed) for deed in quest.deeds if deed.person or deed.note]
    return rows


class BoardView:
    """A board with a cursor on it, drawn into any room."""

    def __init__(
        self,
        board: Board,
        rows: list[Row],
        paint: Paint,
        with_keys: Callable[[str], str],
        *,
        with_numbers: bool = True,
        cursor: int = 0,
        top: int = 0,
    ) -> None:
        """Draw a board.

        `with_keys` puts the keys in force in the place of {ids of commands}; `cursor` is the number of the row
        that is chosen, and `top` the first line that is shown where they do not all fit: `lines` moves it along.
        """
        self.board = board
        self.rows = rows
        self.paint = paint
        self.with_keys = with_keys
        self.with_numbers = with_numbers
        self.cursor = cursor
        self.top = top

    def title(self) -> str:
        """Return which day's board it is."""
        board = self.board
        name = "Today" if board.day == board.today else "Ahead" if board.day > board.today else "That day"
        if (board.today - board.day).days == 1:
            name = "Yesterday"
        return f"{name}, a day off" if board.rest else name

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the quests: as much of each as there is room for, and the chosen one in full."""
        if self.board.day > self.board.today:
            return self._ahead(width, height)
        for spread in SPREADS:
            blocks = self._blocks(width, spread)
            lines = [line for _, block in blocks for line in block]
            if len(lines) + self._growth(width, spread) <= height:
                return lines
        blocks = [(position, self._cut(position, block, height)) for position, block in blocks]
        lines = [line for _, block in blocks for line in block]
        return self._scrolled(blocks, lines, height)

    def _growth(self, width: int, spread: str) -> int:
        """Return how many lines more it could take with the cursor on another quest: moving on shifts nothing."""
        if spread in ("all and reasons", SPREADS[-1]):
            return 0

        def folded(quest: Quest) -> int:
            full = len(self._text(quest, width, with_why=True))
            return full - len(self._text(quest, width, with_why=False)) if spread.startswith("all") else full

        chosen = self.rows[self.cursor]
        most = max(folded(row.quest) for row in self.rows if row.deed is None)
        return most - (folded(chosen.quest) if chosen.deed is None else 0)

    def _cut(self, position: int, block: list[Line], height: int) -> list[Line]:
        """Return the chosen quest's lines, as many as leave every other one its title where that can be."""
        room = height - len(self.rows) + 1
        if room < MOST_FOLDED:  # the others have to scroll in any case
            room = height
        if position != self.cursor or len(block) <= room:
            return block
        return [*block[: room - 1], [*block[room - 1], (self.paint.glyphs.ellipsis, self.paint.style("muted"))]]

    def _scrolled(self, blocks: list[tuple[int, list[Line]]], lines: list[Line], height: int) -> list[Line]:
        """Return the part of the lines in which the cursor is."""
        start = 0
        for position, block in blocks:
            end = start + len(block)
            if position == self.cursor:
                self.top = max(self.top, end - height)
                self.top = min(self.top, start)
                break
            start = end
        self.top = max(0, min(self.top, len(lines) - height))
        return lines[self.top : self.top + height]

    def _blocks(self, width: int, spread: str) -> list[tuple[int, list[Line]]]:
        """Return the lines of each row, with the row's position."""
        blocks: list[tuple[int, list[Line]]] = []
        for position, row in enumerate(self.rows):
            is_chosen = position == self.cursor
            if row.deed is not None:
                blocks.append((position, [self._deed_line(row.deed, width, is_chosen)]))
                continue
            block = [self._title_line(row.quest, width, is_chosen)]
            if is_chosen or spread.startswith("all"):
                block += self._text(row.quest, width, with_why=is_chosen or spread == "all and reasons")
            if position and spread in ("all and reasons", "all, apart", "chosen, apart"):
                block.insert(0, [])
            blocks.append((position, block))
        return blocks

    def _title_line(self, quest: Quest, width: int, is_chosen: bool) -> Line:
        paint, glyphs = self.paint, self.paint.glyphs
        on = "cursor_background" if is_chosen else "background"
        glyph, role = mark_of(quest, self.board, paint)
        plain = "cursor_text" if is_chosen else "text"
        kind_role = paint.theme.role_of(quest.kind.id)
        left: Line = [
            (glyphs.cursor if is_chosen else " ", paint.style("accent" if not is_chosen else plain, on, bold=True)),
            (f" {glyph} ", paint.style(plain if is_chosen else role, on, bold=True)),
            (self._label(quest, width), paint.style(plain if is_chosen else kind_role, on, bold=True)),
            (quest.title if quest.card else "", paint.style(plain, on)),
        ]
        if not quest.core and quest.card is not None and width > 50:
            left.append(("  bonus", paint.style(plain if is_chosen else "muted", on, italic=True)))
        dots = " ".join(glyphs.effort * quest.effort) + " "
        right: Line = [(dots, paint.style(plain if is_chosen else "muted", on))]
        return justify(left, right, width, paint.style(plain, on), glyphs.ellipsis)

    def _label(self, quest: Quest, width: int) -> str:
        """Return a quest's name and how often it was done, as wide as the column of names."""
        name, times = quest.kind.name, self._times(quest)
        if quest.card is None:  # nothing stands behind it
            return name + times
        quests = [row.quest for row in self.rows if row.quest.card is not None]
        longest = max(cells_of(other.kind.name + self._times(other)) for other in quests)
        cells = max(NAME_CELLS, min(longest + 1, int(width * WIDEST_NAMES)))
        room = cells - 1 - cells_of(times)
        if cells_of(name) > room:
            name = fit(name, room, self.paint.glyphs.ellipsis)
        return fit(name + times, cells, "")

    def _times(self, quest: Quest) -> str:
        if len(quest.deeds) < 2 or not self.with_numbers:
            return ""
        return f" {self.paint.glyphs.times}{len(quest.deeds)}"

    def _text(self, quest: Quest, width: int, *, with_why: bool) -> list[Line]:
        paint = self.paint
        room = width - len(INDENT) - 1
        lines: list[Line] = [[(INDENT + line, paint.style("text"))] for line in wrap(quest.prompt, room)]
        if with_why:
            lines += [[(INDENT + line, paint.style("muted", italic=True))] for line in wrap(quest.why, room)]
        if quest.kind.id == QUIET and self.board.slip:
            lines.append([(INDENT + "You posted about yourself; noted, and let go.", paint.style("slip"))])
        return lines

    def _deed_line(self, deed: Record, width: int, is_chosen: bool) -> Line:
        paint, glyphs = self.paint, self.paint.glyphs
        on = "cursor_background" if is_chosen else "background"
        role = "cursor_text" if is_chosen else "kept"
        line: Line = [
            (f"{glyphs.cursor if is_chosen else ' '}   ", paint.style(role, on)),
            (deed.person or "", paint.style(role, on, bold=True)),
            (": " if deed.person and deed.note else "", paint.style(role, on)),
            (deed.note or "", paint.style("cursor_text" if is_chosen else "text", on)),
        ]
        return justify(shorten(line, width - 1, glyphs.ellipsis), [], width, paint.style(role, on), glyphs.ellipsis)

    def _ahead(self, width: int, height: int) -> list[Line]:
        paint, board = self.paint, self.board
        words = "You're taking this day off." if board.rest else "This day hasn't come yet."
        rest = "makes it a day like any other" if board.rest else "plans a day off"
        hints = [f"{{day.rest}} {rest}, {{day.today}} goes back to today."]
        if board.logged:
            words = f"{words} This is recorded for it; a clock may have been ahead:"
            hints.insert(0, "{deed.delete} takes the chosen one away, {change.undo} brings it back.")
        told = [[(line, paint.style("text"))] for line in wrap(words, width)]
        below = [[(line, paint.style("muted"))] for hint in hints for line in wrap(self.with_keys(hint), width)]
        rows = [self._logged_line(number, width) for number in range(len(board.logged))]
        kept_free = len(below) + 1 if height >= ROOMY else 0
        room = max(min(height - len(told) - 2 - kept_free, len(rows)), 1)
        self.top = max(min(self.top, self.cursor, len(rows) - room), self.cursor - room + 1, 0)
        return [[], *told, *([[]] if rows else []), *rows[self.top : self.top + room], [], *below]

    def _logged_line(self, number: int, width: int) -> Line:
        paint, glyphs, logged = self.paint, self.paint.glyphs, self.board.logged[number]
        is_chosen = number == self.cursor
        role, on = ("cursor_text", "cursor_background") if is_chosen else ("text", "background")
        line: Line = [
            (f"{glyphs.cursor if is_chosen else ' '} ", paint.style(role, on)),
            (logged.what[:1].upper() + logged.what[1:], paint.style(role, on, bold=True)),
            (f"  {logged.words}" if logged.words else "", paint.style("cursor_text" if is_chosen else "muted", on)),
        ]
        return justify(shorten(line, width - 1, glyphs.ellipsis), [], width, paint.style(role, on), glyphs.ellipsis)


def mark_of(quest: Quest, board: Board, paint: Paint) -> tuple[str, str]:
    """Return the glyph and the role that say how a quest stands."""
    glyphs = paint.glyphs
    if quest.kept:
        return glyphs.done, "kept"
    if quest.kind.id == QUIET and board.slip:
        return glyphs.slip, "slip"
    return (glyphs.todo, "muted") if quest.core else (glyphs.bonus, "bonus")
