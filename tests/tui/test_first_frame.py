"""What is drawn before Textual is, cell for cell, what Textual draws first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.calendar import month_of
from givequest.commands.keymap import strip_keys, tabs_of
from givequest.commands.registry import TODAY, commands_of
from givequest.presentation.today.board import BoardView
from givequest.presentation.today.notice import standing_words
from givequest.presentation.today.page import TodayPage, page_lines
from givequest.presentation.today.rows import rows_of
from givequest.tui.theming.styles import style_of
from givequest.tui.today.look_back_panel import LookBackPanel
from givequest.tui.today.question_line import QuestionLine
from givequest.tui.widgets.notice_line import NoticeLine

from .conftest import OpenHome, PlayApp, app_of, board_shown

SIZES = [(20, 6), (40, 12), (71, 20), (72, 20), (80, 24), (100, 30), (109, 31), (110, 30), (120, 40), (200, 60)]


def cells_drawn(pilot: Pilot[None]) -> list[list[tuple[str, object]]]:
    """Return every cell on the screen with its style."""
    return [
        [(letter, segment.style) for segment in strip for letter in segment.text]
        for strip in pilot.app.screen._compositor.render_strips()
    ]


@pytest.mark.parametrize("is_asked", [False, True], ids=["", "asked"])
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_page_drawn_apart_from_textual_is_the_one_that_textual_draws(
    play: PlayApp, open_home: OpenHome, size: tuple[int, int], is_asked: bool
) -> None:
    """On any size, letter and colour; with the question about yesterday and without."""
    game = open_home().game
    deeds.log_deed(game, "help", game.today() - timedelta(days=2 * is_asked), person="Zoë", note="the ladder")
    async with play(size) as pilot:
        app = app_of(pilot)
        board = board_shown(pilot)
        view = BoardView(board, rows_of(board), app.paint, app.with_keys, with_numbers=app.settings.numbers)
        keys = strip_keys([c for c in commands_of(TODAY) if c.in_strip], app.keymap, in_ascii=False)
        tabs = tabs_of(TODAY, app.keymap, in_ascii=False)
        words = standing_words(board, app.settings.hemisphere, app.with_keys, size[1])
        assert app.screen.query_one(NoticeLine).standing == words.below
        question = app.screen.query_one(QuestionLine).keys if board.question else None
        page = TodayPage(view, month_of(app.game, board.day), app.settings, question, words, keys, tabs)
        page = page._replace(look_back=app.screen.query_one(LookBackPanel).found)  # nothing, in the first frame
        drawn = [
            [(letter, style_of(ink, app.paint)) for text, ink in line for letter in text]
            for line in page_lines(page, *size, app.paint)
        ]
        assert drawn == cells_drawn(pilot)
