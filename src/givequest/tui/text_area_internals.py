"""The private names of Textual's text area that givequest uses, and rows that are drawn without the rest of their line.

`tests/tui/test_textual_internals.py` names each, with those of `textual_internals.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, ClassVar

from rich.style import Style
from rich.text import Text
from textual._wrap import compute_wrap_offsets
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

MOST_ROWS = 400
"""Rows that are kept as they were drawn; a screen has fewer."""
ROWS_BEFORE = 3
"""Rows before an edit that are wrapped anew with it: a word can move up into the one before."""
TAB = 4
"""Cells of a tab; what is wrapped here holds none."""
Span = tuple[int, int, Style]
"""Where in a line a style begins and ends."""


def type_into(area: TextArea, text: str) -> tuple[int, int] | None:
    """Put a text in the place of what is selected, as if it were typed; return its end, None where nothing changed."""
    result = area._replace_via_keyboard(text, *area.selection)
    return result.end_location if result is not None else None


class CursorKept:
    """A text area whose cursor is drawn where it can be."""

    def _recompute_cursor_offset(self: TextArea) -> None:  # type: ignore[misc] # mixed into one
        """Work out where the cursor is drawn.

        Undo makes a page shorter before it puts the cursor back; Textual would look for
        the line it was on, and not find it.
        """
        area: TextArea = self
        place = area.wrapped_document.location_to_offset(area.clamp_visitable(area.cursor_location))
        area._cursor_offset = place


class ProseDocument(WrappedDocument):
    """A document in which the rest of a paragraph is not wrapped anew for a letter at its end."""

    def get_sections(self, line_index: int) -> list[str]:
        """Return the rows of a line."""
        text, offsets = self.document.get_line(line_index), self._wrap_offsets[line_index]
        return [text[start:end] for start, end in pairwise([0, *offsets, len(text)])]

    def wrap_range(self, start: tuple[int, int], old_end: tuple[int, int], new_end: tuple[int, int]) -> None:
        """Wrap what an edit has changed: within one line from a few rows before it on, as they hold no tab."""
        row = start[0]
        text = self.document.get_line(row) if row < self.document.line_count else "\t"
        is_within = row == old_end[0] == new_end[0] and row < len(self._wrap_offsets)
        if not (is_within and self._width) or "\t" in text or any(self._tab_width_cache[row]):
            super().wrap_range(start, old_end, new_end)
            return
        before, column = self._wrap_offsets[row], min(start[1], old_end[1], new_end[1])
        offsets = wrapped_anew(text, before, self._width, column)
        first = self._line_index_to_offsets[row][0]
        rows = range(first, first + len(offsets) + 1)
        self._offset_to_line_info[first : first + len(before) + 1] = [(row, at) for at in range(len(rows))]
        self._line_index_to_offsets[row] = list(rows)
        self._tab_width_cache[row] = [0] if text else []
        self._wrap_offsets[row] = offsets
        if shift := len(offsets) - len(before):
            for later in range(row + 1, len(self._line_index_to_offsets)):
                self._line_index_to_offsets[later] = [at + shift for at in self._line_index_to_offsets[later]]


def wrapped_anew(text: str, before: list[int], width: int, column: int) -> list[int]:
    """Return where a line is broken after an edit.

    Args:
        text: The line as it is now, without a tab.
        before: Where it was broken before.
        width: Of the rows, in cells.
        column: The first place that the edit has changed.

    """
    kept = bisect_right(before, column) - ROWS_BEFORE
    while kept > 0 and not all(text[at - 1].isspace() for at in before[kept - 1 : kept + 1]):
        kept -= 1  # within a word that has no room on one row
    if kept <= 0:
        return compute_wrap_offsets(text, width, TAB)
    start = before[kept - 1]
    return [*before[:kept], *(start + offset for offset in compute_wrap_offsets(text[start:], width, TAB))]


class ProseArea(CursorKept, TextArea):
    """A text area for prose: a row of a long paragraph is drawn by itself, and only where it has changed.

    Textual takes the whole of a wrapped line apart for each of its rows, at every key: a paragraph of two thousand
    words took 25 ms.
    """

    UNDERLINED: ClassVar[Style] = Style(underline=True)

    def __init__(self, **options: Any) -> None:
        self._rows: dict[Any, Strip] = {}
        self._shown: tuple[Any, list[Strip]] | None = None
        """What it looks like, and its rows, as they are on the screen or are about to be."""
        super().__init__(**options)

    @property
    def wrapped_document(self) -> ProseDocument:
        """The document as it is wrapped."""
        return self._wrapped

    @wrapped_document.setter
    def wrapped_document(self, wrapped: WrappedDocument) -> None:
        self._wrapped = ProseDocument(wrapped.document, tab_width=self.indent_width)

    def underlined(self, line_index: int) -> Iterable[tuple[int, int]]:
        """Return the stretches of a line that are underlined."""
        return ()

    def get_line(self, line_index: int) -> Text:
        """Return a line with what is underlined on it."""
        line = super().get_line(line_index)
        for start, end in self.underlined(line_index):
            line.stylize(self.UNDERLINED, start, end)
        return line

    def notify_style_update(self) -> None:
        """Draw all of it anew, in whatever style it has now."""
        self._shown = None
        super().notify_style_update()

    def _set_dirty(self, *regions: Region) -> None:
        """Draw again what has changed: the rows that are others now, and the lower border with what it tells."""
        look = (self.outer_size, self.size, self.scroll_offset, self.has_focus, self.app.theme, str(self.border_title))
        subtitle, rows = str(self.border_subtitle), [self.render_line(y) for y in range(self.size.height)]
        before, self._shown = self._shown, ((look, subtitle), rows)
        if regions or before is None or before[0][0] != look:
            super()._set_dirty(*regions)
            return
        changed = [
            Region(0, y, self.size.width, 1)
            for y, (row, old) in enumerate(zip(rows, before[1], strict=True))
            if row is not old and row != old
        ]
        if before[0][1] != subtitle:
            left, top = self.content_offset
            changed.append(Region(-left, self.outer_size.height - 1 - top, self.outer_size.width, 1))
        if changed:
            super()._set_dirty(*changed)

    def render_line(self, y: int) -> Strip:
        """Return a row; Textual would keep it by where the cursor is, and not by what is underlined."""
        return super().render_line(y) if not self.text and self.placeholder else self._render_line(y)

    def _render_line(self, y: int) -> Strip:
        theme, info, place = self._theme, self.wrapped_document._offset_to_line_info, y + self.scroll_offset.y
        if theme is None or not self.soft_wrap or not 0 <= place < len(info):
            return super()._render_line(y)
        line_index, section = info[place]
        text = self.document.get_line(line_index)
        if "\t" in text or self._is_odd(line_index, text):
            return super()._render_line(y)
        offsets = self.wrapped_document.get_offsets(line_index)
        start = offsets[section - 1] if section else 0
        is_last = section >= len(offsets)
        end = len(text) + 1 if is_last else offsets[section]
        part = f"{text[start:]} " if is_last else text[start:end]  # with a place for the cursor behind the last word
        spans = tuple(
            (max(first, start) - start, min(last, end) - start, style)
            for first, last, style in self._spans_of(line_index, text)
            if first < end and last > start
        )
        base = theme.base_style if theme.base_style is not None else self.rich_style
        return self._drawn(part, spans, self.scrollable_content_region.width, theme.base_style, base)

    def _is_odd(self, line_index: int, text: str) -> bool:
        """Return whether a line has what only Textual draws: a suggestion, numbers, brackets, an empty line chosen."""
        selection = self.selection
        top, bottom = sorted((selection.start[0], selection.end[0]))
        is_chosen = not text and not selection.is_empty and top <= line_index <= bottom
        is_offered = bool(self.suggestion) and selection.end[0] == line_index
        return is_chosen or is_offered or self.show_line_numbers or self.highlight_cursor_line or self.read_only

    def _spans_of(self, line_index: int, text: str) -> Iterable[Span]:
        """Yield what is underlined, chosen, and under the cursor of a line."""
        theme, (start, end) = self._theme, self.selection
        yield from ((first, last, self.UNDERLINED) for first, last in self.underlined(line_index))
        (top_row, top), (bottom_row, bottom) = sorted((start, end))
        if start != end and top_row <= line_index <= bottom_row and theme is not None and theme.selection_style:
            first = top if line_index == top_row else 0
            yield first, bottom if line_index == bottom_row else len(text), theme.selection_style
        if end[0] == line_index and self._draw_cursor and theme is not None and theme.cursor_style:
            yield end[1], end[1] + 1, theme.cursor_style

    def _drawn(self, part: str, spans: tuple[Span, ...], width: int, fill: Style | None, base: Style) -> Strip:
        """Return a row, as it was drawn before if it was."""
        key = (part, spans, width, fill, base)
        strip = self._rows.get(key)
        if strip is None:
            row = Text(part, end="", no_wrap=True)
            for first, last, style in spans:
                row.stylize(style, first, last)
            strip = Strip(row.render(self.app.console), cell_length=row.cell_len)
            strip = strip.extend_cell_length(width, fill).apply_style(base)
            if len(self._rows) >= MOST_ROWS:
                self._rows.clear()
            self._rows[key] = strip
        return strip
