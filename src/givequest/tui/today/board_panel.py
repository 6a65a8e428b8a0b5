"""The board: one widget with a cursor of its own over the quests and the deeds below them."""

from __future__ import annotations

from textual import events
from textual.message import Message

from givequest.application.board import Board
from givequest.domain.records import Record
from givequest.presentation.lines import Line
from givequest.presentation.today.board import BoardView
from givequest.presentation.today.day_frame import foot_line, frame_role
from givequest.presentation.today.rows import Row, next_open, rows_of
from givequest.tui.widgets.canvas import Panel, has_frame

MARK_CELLS = range(1, 4)
"""Cells of a quest's line in which its mark is."""


class BoardPanel(Panel, can_focus=True):
    """The quests of a day."""

    border_role = "border_focus"

    class Clicked(Message):
        """A quest or a deed was clicked; it's chosen now."""

        def __init__(self, *, again: bool) -> None:
            super().__init__()
            self.again = again
            """Whether it was chosen before, or its mark was clicked: then it's to be done."""

    class Scrolled(Message):
        """The wheel was turned over the board."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self) -> None:
        super().__init__(id="board")
        self._board: Board | None = None
        self._rows: list[Row] = []
        self._foot = ""
        """What stands in the lower border."""
        self._cursor = 0
        self._top = 0
        self._read: int | None = None
        """How many lines of the chosen quest were read; None where it is cut short."""
        self._drawn: BoardView | None = None
        """What is on the screen."""
        self._clicked_first: int | None = None
        """The row that the last click chose by its title: choosing may have moved it from under the pointer."""

    def show(self, board: Board) -> None:
        """Show a board; the cursor stays on the quest or deed it was on."""
        chosen = self.chosen
        self._board, self._rows, self.border_role = board, rows_of(board), frame_role(board)
        if chosen is not None:
            self._cursor = self._find(chosen)
        self._cursor = self._within(self._cursor)
        if chosen is None or self.chosen is None or chosen.place != self.chosen.place:
            self._read = None
        self.redraw()

    def _within(self, cursor: int) -> int:
        board = self._board
        last = len(board.logged if board is not None and board.logged else self._rows) - 1
        return max(0, min(cursor, last))

    @property
    def chosen_record(self) -> Record | None:
        """The deed that the cursor is on, or the last one of the quest; on a day ahead whatever record it is on."""
        if self._board is not None and self._board.logged:
            return self._board.logged[self._cursor].record
        row = self.chosen
        if row is None:
            return None
        return row.deed or (row.quest.deeds[-1] if row.quest.deeds else None)

    @property
    def chosen(self) -> Row | None:
        """What the cursor is on."""
        return self._rows[self._cursor] if self._cursor < len(self._rows) else None

    def move(self, steps: int) -> None:
        """Move the cursor by 1 or -1; it stops at the ends. What of the chosen quest has no room is read on the way."""
        if self._board is None:
            return
        drawn = self._drawn
        if drawn is None or drawn.rows is not self._rows or (drawn.cursor, drawn.read) != (self._cursor, self._read):
            drawn = self._view()  # nobody has seen yet how much of the quest has room
        self._cursor, self._read = drawn.moved(steps)
        self.redraw()

    def go_on(self) -> str | None:
        """Move the cursor to the next quest that can still be done; return its kind, None where none is left."""
        place = next_open(self._rows, self._cursor, self._board) if self._board is not None else None
        if place is None:
            return None
        self._cursor, self._read = place, None
        self.redraw()
        return self._rows[place].quest.kind.id

    def _find(self, row: Row) -> int:
        def same(other: Row) -> tuple[bool, bool]:
            deed = row.deed is not None and other.deed is not None and other.deed.id == row.deed.id
            return deed or (row.deed is None and other.deed is None), other.place == row.place

        matches = [(all(same(other)), same(other)[1] and other.deed is None) for other in self._rows]
        for wanted in (0, 1):
            for position, match in enumerate(matches):
                if match[wanted]:
                    return position
        return self._cursor

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; once more, or on its mark, means to do it."""
        event.stop()
        if event.chain > 1:  # a double click logs once, whether its first half chose or logged
            again = event.chain == 2 and self._clicked_first == self._cursor
            self.post_message(self.Clicked(again=again and self._rows[self._cursor].deed is None))
            return
        frame = has_frame(*self.size)
        found = self._drawn.row_at(event.y - frame) if self._drawn is not None and self._rows else None
        self._clicked_first = None
        if found is None:
            return
        row, has_mark = found
        is_mark = has_mark and event.x - 2 * frame in MARK_CELLS
        again = (row == self._cursor and has_mark) or is_mark
        if has_mark and not again:
            self._clicked_first = row
        if row != self._cursor:
            self._cursor, self._read = row, None
            self.redraw()
        self.post_message(self.Clicked(again=again and self._rows[row].deed is None))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell that the wheel was turned."""
        event.stop()
        self.post_message(self.Scrolled(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell that the wheel was turned."""
        event.stop()
        self.post_message(self.Scrolled(-1))

    def title(self) -> str:
        """Return which day's board it is."""
        return self._view().title() if self._board is not None else ""

    def stand(self, words: str) -> None:
        """Show words in the lower border for as long as they are so."""
        if self._foot != words:
            self._foot = words
            self.redraw()

    def foot(self, width: int) -> Line:
        """Return what stands in the lower border."""
        return foot_line(self._foot, width, self.paint)

    def content(self, width: int, height: int) -> list[Line]:
        """Return the quests; the lines scroll as far as the cursor needs."""
        if self._board is None:
            return []
        view = self._view()
        lines = view.lines(width, height)
        self._top, self._drawn = view.top, view
        return lines

    def place(self) -> str:
        """Return which of how many quests is chosen, where not everything has room."""
        return self._drawn.place() if self._drawn is not None else ""

    def _view(self) -> BoardView:
        assert self._board is not None
        app = self.givequest
        return BoardView(
            self._board,
            self._rows,
            self.paint,
            app.with_keys,
            with_numbers=app.settings.numbers,
            cursor=self._cursor,
            top=self._top,
            read=self._read,
            before=self._drawn,
        )
