"""Where prose is written: every row is drawn, and every line broken, as Textual would; only sooner."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from givequest.tui.text_area_internals import ProseArea, ProseDocument
from givequest.tui.widgets.prose_editor import ProseEditor

LONG = "supercalifragilisticexpialidocious" * 2
PARTS = ("a", "boat", "and", "kites.", "李小龍", "é", "", LONG, "\U0001f469\u200d\U0001f680", "\t")
words = st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join)
texts = st.lists(words, min_size=1, max_size=4).map("\n".join)
places = st.tuples(st.integers(0, 5), st.integers(0, 300))


def clamped(document: Document, place: tuple[int, int]) -> tuple[int, int]:
    """Return a place that a document has."""
    row = min(place[0], document.line_count - 1)
    return row, min(place[1], len(document[row]))


def state(wrapped: WrappedDocument) -> dict[str, Any]:
    """Return all that is known of how a document is broken into rows."""
    sections = [wrapped.get_sections(row) for row in range(wrapped.document.line_count)]
    return {name: value for name, value in vars(wrapped).items() if name != "document"} | {"sections": sections}


@given(texts, st.integers(1, 30), st.lists(st.tuples(places, places, words), max_size=6))
def test_after_any_edits_lines_are_broken_as_from_the_beginning(
    text: str, width: int, edits: list[tuple[tuple[int, int], tuple[int, int], str]]
) -> None:
    """Letters, words, line ends, taken out or put in, anywhere."""
    document = Document(text)
    wrapped = ProseDocument(document, width)
    for first, second, new in edits:
        start, end = sorted((clamped(document, first), clamped(document, second)))
        result = document.replace_range(start, end, new)
        wrapped.wrap_range(start, end, result.end_location)
        assert state(wrapped) == state(WrappedDocument(document, width))


class Plain(TextArea):
    """Textual's own, with the same look."""

    def __init__(self) -> None:
        super().__init__(
            id="plain", soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False, tab_behavior="focus"
        )


class Both(App[None]):
    """One of ours and one of Textual's."""

    CSS = "TextArea { width: 32; height: 12; }"

    def compose(self) -> ComposeResult:
        """Yield both."""
        yield ProseEditor("ours")
        yield Plain()


TEXT = (
    "One boat and another boat, and the kites of Lund that nobody flew.\n\n"
    "\tA tab before it, and 李小龍 with wide letters.\n" + "a long paragraph of words " * 20
)


@pytest.mark.parametrize("focus", [True, False])
async def test_every_row_is_drawn_as_textual_draws_it(focus: bool) -> None:
    """With the cursor anywhere, with any stretch chosen, scrolled or not."""
    app = Both()
    async with app.run_test(size=(70, 26)) as pilot:
        ours, theirs = app.query_one("#ours", ProseArea), app.query_one("#plain", TextArea)
        for area in (ours, theirs):
            area.cursor_blink = False
            area.load_text(TEXT)
        ends = [(0, 0), (0, 31), (0, 66), (1, 0), (2, 0), (2, 9), (3, 40), (3, 519), (3, 520)]
        for start in (None, (0, 3), (1, 0), (3, 100)):
            for end in ends:
                drawn = []
                for area in (ours, theirs):
                    app.set_focus(area if focus else None)
                    area.selection = Selection(start or end, end)
                    area.scroll_to(0, end[1] // 40, animate=False)
                    await pilot.pause()
                    rows = [area.render_line(y) for y in range(area.size.height)]
                    drawn.append([(row.text, [segment for segment in row.simplify() if segment.text]) for row in rows])
                assert drawn[0] == drawn[1], (start, end)


async def test_typing_goes_where_the_cursor_is() -> None:
    """At the end, in the middle, over what is chosen; undo takes it back; the arrows go by rows."""
    app = Both()
    async with app.run_test(size=(70, 26)) as pilot:
        ours = app.query_one("#ours", ProseArea)
        ours.load_text("word " * 60)
        app.set_focus(ours)
        ours.move_cursor((0, 150))
        await pilot.press(*"xyz")
        assert ours.text == "word " * 30 + "xyz" + "word " * 30
        ours.selection = Selection((0, 0), (0, 150))
        await pilot.press("b")
        assert ours.text == "bxyz" + "word " * 30
        ours.undo()
        assert ours.text == "word " * 30 + "xyz" + "word " * 30
        plain = app.query_one("#plain", TextArea)
        plain.load_text(ours.text)
        plain.selection = ours.selection
        for key in ("up", "end", "down", "home", "up", "left", "pageup", "down", "end", "right", "pagedown"):
            for area in (ours, plain):
                app.set_focus(area)
                await pilot.press(key)
            assert ours.cursor_location == plain.cursor_location


async def test_what_is_on_the_screen_is_what_would_be_drawn_anew() -> None:
    """After every key: where only some rows are drawn, the others are as they should be."""
    app = Both()
    async with app.run_test(size=(70, 26)) as pilot:
        ours = app.query_one("#ours", ProseEditor)
        ours.load_text("word " * 60 + "\n\n" + "kites and boats " * 30)
        app.set_focus(ours)
        keys = (
            "a",
            "enter",
            "up",
            "b",
            "pageup",
            "c",
            "delete",
            "shift+right",
            "shift+down",
            "x",
            "ctrl+z",
            "end",
            "tab",
        )
        for number, key in enumerate(keys * 2):
            ours.tell(("saving", "saved")[number % 2])
            await pilot.press(key)
            await pilot.pause()
            region = ours.region
            shown = ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
            app.screen._compositor_refresh()
            ours.notify_style_update()
            ours.refresh()
            await pilot.pause()
            anew = ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
            assert shown[region.y : region.bottom] == anew[region.y : region.bottom], key
