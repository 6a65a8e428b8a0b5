"""The quests of a day as lines: as much of each as there is room for, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from givequest.application.board import Board
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint
from givequest.presentation.today.ahead import ahead_lines
from givequest.presentation.today.day_frame import frame_title
from givequest.presentation.today.folding import QuestHeights, shared_lines
from givequest.presentation.today.quest_lines import QuestLines
from givequest.presentation.today.rows import Row, told_deed

MOST_FOLDED = 3
"""Lines of the chosen quest, its title among them, that are shown at the least where it is cut."""


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
        before: BoardView | None = None,
    ) -> None:
        """Draw a board.

        `with_keys` puts the keys in force in the place of {ids of commands}; `cursor` is the number of the row
        that is chosen, and `top` the first line that is shown where they do not all fit: `lines` moves it along.
        `read` is how many lines of a chosen quest that is too long were read; None where it is cut short, so that
        the others are seen. `before` is what was drawn last: where that is the same board, only what the cursor
        changes is worked out anew.
        """
        self.board = board
        self.rows = rows
        self.paint = paint
        self.with_keys = with_keys
        self.with_numbers = with_numbers
        self.cursor = cursor
        self.top = top
        self.read = read
        self._draw: QuestLines | None = before._draw if before is not None else None
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
        draw = self._quest_lines(width)
        lines = self._laid_out(self._roomy(draw, with_why=True))
        if len(lines) <= height:
            return lines
        heights = [draw.heights(row.quest) for row in self.rows if row.deed is None]
        lines = self._laid_out(self._roomy(draw, with_why=False))
        if len(lines) + self._growth(heights) <= height:
            return lines
        shares = shared_lines(heights, height - len(self.rows))
        blocks = self._folded(draw, shares or [0] * len(heights))
        lines = self._laid_out(blocks)
        if len(lines) <= height:
            return lines
        self.has_more, self._page = True, max(height - 1, 1)
        if self.read is None:
            blocks = [(position, self._cut(position, block, height)) for position, block in blocks]
        lines = self._scrolled(blocks, self._laid_out(blocks), height)
        self._places = self._places[self.top : self.top + height]
        return lines

    def _quest_lines(self, width: int) -> QuestLines:
        known, numbers = self._draw, self.with_numbers
        if known is None or not known.fits(self.board, self.rows, self.paint, width, with_numbers=numbers):
            known = self._draw = QuestLines(self.board, self.rows, self.paint, width, with_numbers=numbers)
        return known

    def _laid_out(self, blocks: list[tuple[int, list[Line]]]) -> list[Line]:
        """Return the lines of all blocks, and remember whose each is."""
        self._places = [
            (position, line is next(filter(None, block), None)) for position, block in blocks for line in block
        ]
        return [line for _, block in blocks for line in block]

    def row_at(self, line: int) -> tuple[int, bool] | None:
        """Return which row was drawn in a line, and whether that has its mark; None where there is none."""
        return self._places[line] if 0 <= line < len(self._places) else None

    def _growth(self, heights: Sequence[QuestHeights]) -> int:
        """Return how many lines more it could take with the cursor on another quest: moving on shifts nothing."""
        grown = [full - prompt for full, prompt, _ in heights]
        chosen = self.rows[self.cursor]
        places = [row.place for row in self.rows if row.deed is None]
        return max(grown) - (grown[places.index(chosen.place)] if chosen.deed is None else 0)

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

    def _roomy(self, draw: QuestLines, *, with_why: bool) -> list[tuple[int, list[Line]]]:
        """Return the lines of each row, with the row's position: what every quest asks for, a blank line between."""
        blocks: list[tuple[int, list[Line]]] = []
        for position, row in enumerate(self.rows):
            block, is_chosen = self._head(draw, position), position == self.cursor
            if row.deed is None:
                block += draw.text(row.quest, with_why=with_why or is_chosen)
            if position and row.deed is None:
                block.insert(0, [])
            blocks.append((position, block))
        return blocks

    def _folded(self, draw: QuestLines, shares: Sequence[int]) -> list[tuple[int, list[Line]]]:
        """Return the lines of each row, with the row's position: so many of what each quest asks for."""
        blocks: list[tuple[int, list[Line]]] = []
        share = iter(shares)
        for position, row in enumerate(self.rows):
            block = self._head(draw, position)
            if row.deed is None:
                lines = next(share)
                is_chosen = position == self.cursor
                block += draw.text(row.quest, with_why=True) if is_chosen else draw.folded(row.quest, lines)
            blocks.append((position, block))
        return blocks

    def _head(self, draw: QuestLines, position: int) -> list[Line]:
        row, is_chosen = self.rows[position], position == self.cursor
        if row.deed is not None:
            return [draw.deed(told_deed(row.quest, row.deed), is_chosen=is_chosen)]
        return [draw.title(row.quest, is_chosen=is_chosen)]
