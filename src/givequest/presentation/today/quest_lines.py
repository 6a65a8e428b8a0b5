"""A quest of a day as lines: its title with the sign of how it stands, its words, and the deeds that say more."""

from __future__ import annotations

from givequest.application.board import Board, Quest
from givequest.domain.kinds import QUIET
from givequest.domain.records import Record
from givequest.presentation.lines import Line, cells_of, fit, justify, shorten, wrap
from givequest.presentation.paint import Paint
from givequest.presentation.today.folding import QuestHeights
from givequest.presentation.today.rows import Row, is_slipped, mark_of, named_in, prompt_role, told_prompt

NAME_CELLS = 14
"""Cells of the column of names, with the gap behind it: the longest built-in name fits."""
WIDEST_NAMES = 0.4
"""The share of the width that this column can grow to, for longer names and for how often."""
INDENT = "    "


class QuestLines:
    """Draws the quests of a board in some width; a line that was drawn before is not worked out again."""

    def __init__(self, board: Board, rows: list[Row], paint: Paint, width: int, *, with_numbers: bool) -> None:
        self.board = board
        self.rows = rows
        self.paint = paint
        self.width = width
        self.with_numbers = with_numbers
        # By the identity of a quest, which its rows keep alive: to hash one would take as long as to draw it.
        self._titles: dict[tuple[int, bool], Line] = {}
        self._texts: dict[tuple[int, bool], list[Line]] = {}
        self._heights: dict[int, QuestHeights] = {}

    def fits(self, board: Board, rows: list[Row], paint: Paint, width: int, *, with_numbers: bool) -> bool:
        """Return whether they are those of a board in some width."""
        return (
            self.board is board
            and self.rows is rows
            and self.paint is paint
            and (self.width, self.with_numbers) == (width, with_numbers)
        )

    def title(self, quest: Quest, *, is_chosen: bool) -> Line:
        """Return the line of a quest: its sign, its kind, its card and the effort."""
        key = id(quest), is_chosen
        if key not in self._titles:
            self._titles[key] = self._title(quest, is_chosen=is_chosen)
        return self._titles[key]

    def _title(self, quest: Quest, *, is_chosen: bool) -> Line:
        paint, glyphs = self.paint, self.paint.glyphs
        on = "cursor_background" if is_chosen else "background"
        glyph, role = mark_of(quest, self.board, paint)
        plain = "cursor_text" if is_chosen else "text"
        kind_role = paint.theme.role_of(quest.kind.id)
        left: Line = [
            (glyphs.cursor if is_chosen else " ", paint.style("accent" if not is_chosen else plain, on, bold=True)),
            (f" {glyph} ", paint.style(plain if is_chosen else role, on, bold=True)),
            (self._label(quest), paint.style(plain if is_chosen else kind_role, on, bold=True)),
            (quest.title if quest.card else "", paint.style(plain, on)),
        ]
        if not (quest.core or quest.is_beside) and quest.card is not None and self.width > 50:
            left.append(("  bonus", paint.style(plain if is_chosen else "muted", on, italic=True)))
        dots = " ".join(glyphs.effort * quest.effort) + " "
        right: Line = [(dots, paint.style(plain if is_chosen else "muted", on))]
        return justify(left, right, self.width, paint.style(plain, on), glyphs.ellipsis)

    def _title_room(self, quest: Quest) -> int:
        """Return the cells that a quest's line has for the title of its card."""
        dots = 2 * quest.effort
        return self.width - 4 - cells_of(self._label(quest)) - dots - 1

    def _label(self, quest: Quest) -> str:
        """Return a quest's name and how often it was done, as wide as the column of names."""
        name, times = quest.kind.name, self._times(quest)
        if quest.card is None:  # nothing stands behind it
            return name + times
        quests = [row.quest for row in self.rows if row.quest.card is not None]
        longest = max(cells_of(other.kind.name + self._times(other)) for other in quests)
        cells = max(NAME_CELLS, min(longest + 1, int(self.width * WIDEST_NAMES)))
        room = cells - 1 - cells_of(times)
        if cells_of(name) > room:
            name = fit(name, room, self.paint.glyphs.ellipsis)
        return fit(name + times, cells, "")

    def _times(self, quest: Quest) -> str:
        if len(quest.deeds) < 2 or not self.with_numbers:
            return ""
        return f" {self.paint.glyphs.times}{len(quest.deeds)}"

    def folded(self, quest: Quest, lines: int) -> list[Line]:
        """Return so many lines of what a quest asks for, an ellipsis where it goes on."""
        muted = self.paint.style("muted")
        style = self.paint.style("slip") if is_slipped(quest, self.board) else muted
        told = [[(text, style) for text, _ in line] for line in self.text(quest, with_why=False)]
        if 0 < lines < len(told):
            ellipsis = self.paint.glyphs.ellipsis
            gap = " " if told[lines - 1][-1][0].endswith(".") else ""
            told[lines - 1] = shorten([*told[lines - 1], (gap + ellipsis, muted)], self.width - 1, ellipsis)
        return told[:lines]

    def heights(self, quest: Quest) -> QuestHeights:
        """Return how many lines a quest takes below its title."""
        if id(quest) not in self._heights:
            self._heights[id(quest)] = self._heights_of(quest)
        return self._heights[id(quest)]

    def _heights_of(self, quest: Quest) -> QuestHeights:
        full, prompt = len(self.text(quest, with_why=True)), len(self.text(quest, with_why=False))
        if quest.kind.id != QUIET:
            return QuestHeights(full, prompt)
        return QuestHeights(full, prompt, len(wrap(told_prompt(quest, self.board)[0], self._room)))

    @property
    def _room(self) -> int:
        return self.width - len(INDENT) - 1

    def text(self, quest: Quest, *, with_why: bool) -> list[Line]:
        """Return what a quest asks for, and where it is told `with_why`, the whole of its title and the reason."""
        key = id(quest), with_why
        if key not in self._texts:
            self._texts[key] = self._text(quest, with_why=with_why)
        return self._texts[key]

    def _text(self, quest: Quest, *, with_why: bool) -> list[Line]:
        paint = self.paint
        room = self._room
        role = plain = prompt_role(quest, self.board)
        role = "slip" if is_slipped(quest, self.board) else role
        lines: list[Line] = []
        for words in told_prompt(quest, self.board):
            lines += [[(INDENT + line, paint.style(role))] for line in wrap(words, room)]
            role = plain
        if with_why and cells_of(quest.title) > self._title_room(quest):
            lines = [[(INDENT + line, paint.style("text", bold=True))] for line in wrap(quest.title, room)] + lines
        if with_why:
            lines += [[(INDENT + line, paint.style("muted", italic=True))] for line in wrap(quest.why, room)]
        return lines

    def deed(self, deed: Record, *, is_chosen: bool) -> Line:
        """Return the line of a deed: whom it was for, and its note."""
        paint, glyphs = self.paint, self.paint.glyphs
        on = "cursor_background" if is_chosen else "background"
        role = "cursor_text" if is_chosen else "kept"
        line: Line = [
            (f"{glyphs.cursor if is_chosen else ' '}   ", paint.style(role, on)),
            (named_in(deed), paint.style(role, on, bold=True)),
            (": " if deed.person and deed.note else "", paint.style(role, on)),
            (deed.note or "", paint.style("cursor_text" if is_chosen else "text", on)),
        ]
        line = shorten(line, self.width - 1, glyphs.ellipsis)
        return justify(line, [], self.width, paint.style(role, on), glyphs.ellipsis)
