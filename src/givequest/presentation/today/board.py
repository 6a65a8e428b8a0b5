"""The quests of a day as lines: as much of each as there is room for, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Callable

from givequest.application.board import Board, Quest
from givequest.domain.kinds import QUIET
from givequest.domain.records import Record
from givequest.presentation.lines import Line, cells_of, fit, justify, shorten, wrap
from givequest.presentation.paint import Paint
from givequest.presentation.today.ahead import ahead_lines
from givequest.presentation.today.day_frame import frame_title
from givequest.presentation.today.rows import Row, is_slipped, mark_of, named_in, prompt_role, told_deed, told_prompt

NAME_CELLS = 14
"""Cells of the column of names, with the gap behind it: the longest built-in name fits."""
WIDEST_NAMES = 0.4
"""The share of the width that this column can grow to, for longer names and for how often."""
INDENT = "    "
MOST_FOLDED = 3
"""Lines of the chosen quest, its title among them, that are shown at the least where it is cut."""
SPREADS = ("all and reasons", "all, apart", "all", "chosen, apart", "chosen")
"""What is shown in full, from the roomiest to the tightest."""


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
        read: int | None = None,
    ) -> None:
        """Draw a board.

        `with_keys` puts the keys in force in the place of {ids of commands}; `cursor` is the number of the row
        that is chosen, and `top` the first line that is shown where they do not all fit: `lines` moves it along.
        `read` is how many lines of a chosen quest that is too long were read; None where it is cut short, so that
        the others are seen.
        """
        self.board = board
        self.rows = rows
        self.paint = paint
        self.with_keys = with_keys
        self.with_numbers = with_numbers
        self.cursor = cursor
        self.top = top
        self.read = read
        self.has_more = False
        """Whether something of the board has no room; `lines` says so."""
        self.goes_on = False
        """Whether the chosen quest does, below what is shown of it; `lines` says so."""
        self._page = 1  # lines to read on by
        self._places: list[tuple[int, bool]] = []

    def moved(self, steps: int) -> tuple[int, int | None]:
        """Return the cursor and what is read of its quest after a move, which is 1 or -1; it stops at the ends.

        What of the chosen quest had no room when its lines were drawn is read on the way.
        """
        if steps > 0 and self.goes_on:
            return self.cursor, 0 if self.read is None else self.read + self._page
        if steps < 0 and self.read is not None:
            return self.cursor, max(self.read - self._page, 0) if self.read else None
        last = len(self.board.logged or self.rows) - 1
        moved = max(0, min(self.cursor + steps, last))
        return moved, self.read if moved == self.cursor else None

    def place(self) -> str:
        """Return which of how many quests is chosen, where not everything has room."""
        if not self.has_more:
            return ""
        quests = [row.place for row in self.rows if row.deed is None]
        return f"{quests.index(self.rows[self.cursor].place) + 1}/{len(quests)}"

    def title(self) -> str:
        """Return which day's board it is, and whether it's done."""
        return frame_title(self.board, self.paint, with_numbers=self.with_numbers)

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the quests: as much of each as there is room for, and the chosen one in full."""
        if self.board.day > self.board.today:
            lines, self.top = ahead_lines(
                self.board, self.paint, self.with_keys, width, height, cursor=self.cursor, top=self.top
            )
            return lines
        for spread in SPREADS:
            blocks = self._blocks(width, spread)
            lines = self._laid_out(blocks)
            if len(lines) + self._growth(width, spread) <= height:
                return lines
        self.has_more, self._page = True, max(height - 1, 1)
        if self.read is None:
            blocks = [(position, self._cut(position, block, height)) for position, block in blocks]
        lines = self._scrolled(blocks, self._laid_out(blocks), height)
        self._places = self._places[self.top : self.top + height]
        return lines

    def _laid_out(self, blocks: list[tuple[int, list[Line]]]) -> list[Line]:
        """Return the lines of all blocks, and remember whose each is."""
        self._places = [
            (position, line is next(filter(None, block), None)) for position, block in blocks for line in block
        ]
        return [line for _, block in blocks for line in block]

    def row_at(self, line: int) -> tuple[int, bool] | None:
        """Return which row was drawn in a line, and whether that has its mark; None where there is none."""
        return self._places[line] if 0 <= line < len(self._places) else None

    def _growth(self, width: int, spread: str) -> int:
        """Return how many lines more it could take with the cursor on another quest: moving on shifts nothing."""
        if spread in ("all and reasons", SPREADS[-1]):
            return 0

        def folded(quest: Quest) -> int:
            full = len(self._text(quest, width, with_why=True))
            if spread.startswith("all"):
                return full - len(self._text(quest, width, with_why=False))
            return full - len(self._vow(quest, width)) if spread == "chosen, apart" else full

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
        self.goes_on = True
        return [*block[: room - 1], [*block[room - 1], (self.paint.glyphs.ellipsis, self.paint.style("muted"))]]

    def _scrolled(self, blocks: list[tuple[int, list[Line]]], lines: list[Line], height: int) -> list[Line]:
        """Return the part of the lines in which the cursor is."""
        start = 0
        for position, block in blocks:
            end = start + len(block)
            if position == self.cursor:
                self.top = min(max(self.top, end - height), start) if self.read is None else start + self.read
                self.goes_on |= end > self.top + height
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
                blocks.append((position, [self._deed_line(told_deed(row.quest, row.deed), width, is_chosen)]))
                continue
            block = [self._title_line(row.quest, width, is_chosen)]
            if is_chosen or spread.startswith("all"):
                block += self._text(row.quest, width, with_why=is_chosen or spread == "all and reasons")
            elif spread == "chosen, apart":
                block += self._vow(row.quest, width)
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
        if not (quest.core or quest.is_beside) and quest.card is not None and width > 50:
            left.append(("  bonus", paint.style(plain if is_chosen else "muted", on, italic=True)))
        dots = " ".join(glyphs.effort * quest.effort) + " "
        right: Line = [(dots, paint.style(plain if is_chosen else "muted", on))]
        return justify(left, right, width, paint.style(plain, on), glyphs.ellipsis)

    def _title_room(self, quest: Quest, width: int) -> int:
        """Return the cells that a quest's line has for the title of its card."""
        dots = 2 * quest.effort
        return width - 4 - cells_of(self._label(quest, width)) - dots - 1

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

    def _vow(self, quest: Quest, width: int) -> list[Line]:
        """Return what ticking the quiet vow means, which is told even where no prompt is; nothing of other quests."""
        if quest.kind.id != QUIET:
            return []
        style = self.paint.style("slip" if is_slipped(quest, self.board) else "muted")
        words = told_prompt(quest, self.board)[0]
        return [[(INDENT + line, style)] for line in wrap(words, width - len(INDENT) - 1)]

    def _text(self, quest: Quest, width: int, *, with_why: bool) -> list[Line]:
        paint = self.paint
        room = width - len(INDENT) - 1
        role = plain = prompt_role(quest, self.board)
        role = "slip" if is_slipped(quest, self.board) else role
        lines: list[Line] = []
        for words in told_prompt(quest, self.board):
            lines += [[(INDENT + line, paint.style(role))] for line in wrap(words, room)]
            role = plain
        if with_why and cells_of(quest.title) > self._title_room(quest, width):
            lines = [[(INDENT + line, paint.style("text", bold=True))] for line in wrap(quest.title, room)] + lines
        if with_why:
            lines += [[(INDENT + line, paint.style("muted", italic=True))] for line in wrap(quest.why, room)]
        return lines

    def _deed_line(self, deed: Record, width: int, is_chosen: bool) -> Line:
        paint, glyphs = self.paint, self.paint.glyphs
        on = "cursor_background" if is_chosen else "background"
        role = "cursor_text" if is_chosen else "kept"
        line: Line = [
            (f"{glyphs.cursor if is_chosen else ' '}   ", paint.style(role, on)),
            (named_in(deed), paint.style(role, on, bold=True)),
            (": " if deed.person and deed.note else "", paint.style(role, on)),
            (deed.note or "", paint.style("cursor_text" if is_chosen else "text", on)),
        ]
        return justify(shorten(line, width - 1, glyphs.ellipsis), [], width, paint.style(role, on), glyphs.ellipsis)
