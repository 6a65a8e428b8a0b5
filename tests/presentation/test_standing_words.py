"""What stands on the page of a day: the morning's line, the vow, and whatever there is to tell below."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.appearance import load_theme
from givequest.appearance.glyphs import UNICODE
from givequest.application.board import Board, Quest
from givequest.domain.deck.cards import Card
from givequest.domain.progress.streaks import Streak
from givequest.domain.records import Record, RecordType
from givequest.domain.rules import GIVING
from givequest.presentation import messages
from givequest.presentation.paint import Paint
from givequest.presentation.today.board import BoardView
from givequest.presentation.today.notice import LEAST_WITH_ABOVE, standing_words
from givequest.presentation.today.printed import board_page
from givequest.presentation.today.rows import KEPT, KEPT_THEN, POSTED, VOW, VOW_THEN, rows_of
from givequest.presentation.today.words import board_lines

from ..built_in import BUILT_IN

TODAY = date(2026, 11, 24)
MORNING = "Nobody has ever framed a like."
PAINT = Paint(load_theme("forest", "")[0], UNICODE)
CARDS = [Card(f"{kind}.one", kind, "A card", "Do the small thing.", "It is small.") for kind in BUILT_IN]
BOARD = Board(
    TODAY, TODAY, tuple(Quest(BUILT_IN[card.kind], True, card, card.prompt) for card in CARDS),
    False, False, {GIVING: Streak()}, 0, 0, 1, "Guest", 0.0, None, False, False,
)._replace(morning=MORNING)  # fmt: skip
DEED = Record(RecordType.DEED, "one", TODAY, "2026-11-24T08:00:00+01:00", kind="help")
DONE = BOARD._replace(morning="", quests=(BOARD.quests[0]._replace(deeds=(DEED,)), *BOARD.quests[1:]))


@given(height=st.integers(5, 80), earned=st.sampled_from(["", "A surprise."]), recalled=st.sampled_from(["", "Ana."]))
def test_the_line_of_the_morning_is_there_until_the_first_deed(height: int, earned: str, recalled: str) -> None:
    """In a place of its own where there is room for one, and else where nothing else is told."""
    words = standing_words(BOARD, "north", str, height, earned=earned, recalled=recalled)
    assert words.above == (MORNING if height >= LEAST_WITH_ABOVE else "")
    told = earned or recalled
    assert words.below == (told if told or words.above else MORNING)
    after = standing_words(DONE, "north", str, height, earned=earned, recalled=recalled)
    assert MORNING not in after
    assert recalled not in (after.above, after.below) or not recalled


def test_whoever_is_new_or_comes_back_is_greeted_below_the_line_of_the_morning() -> None:
    """On a screen with room for both; on a small one the greeting goes first."""
    for board in (BOARD._replace(is_new=True), BOARD._replace(comes_back=True)):
        words = standing_words(board, "north", str, LEAST_WITH_ABOVE)
        assert words.above == (messages.MEANWHILE if board.comes_back else MORNING)
        assert words.below not in ("", MORNING)
        assert standing_words(board, "north", str, 12).below == words.below


def test_a_day_of_which_everything_is_given_says_so_where_nothing_passing_comes() -> None:
    """All day long."""
    board = DONE._replace(quests=tuple(quest._replace(kept=True, deeds=(DEED,)) for quest in DONE.quests))
    words = standing_words(board, "north", str, 30)
    assert words.above
    assert words.below == ""


def test_the_board_in_words_has_the_line_of_the_morning_too() -> None:
    """For pipes and screen readers, and where it is drawn; after the first deed it is gone."""
    for board, is_there in ((BOARD, True), (DONE, False)):
        drawn = "\n".join(
            "".join(text for text, _ in line) for line in board_page(board, PAINT, 80, with_numbers=False)
        )
        assert (MORNING in board_lines(board, with_numbers=False)) is is_there
        assert (MORNING in drawn) is is_there


@pytest.mark.parametrize(
    ("days_ago", "kept", "slip", "told"),
    [
        (0, False, False, VOW),
        (0, True, False, KEPT),
        (0, False, True, POSTED),
        (1, False, False, VOW_THEN),
        (1, True, False, KEPT_THEN),
        (1, False, True, POSTED),
    ],
)
def test_every_quiet_quest_begins_with_what_ticking_it_means(days_ago: int, kept: bool, slip: bool, told: str) -> None:
    """On every screen that shows more than titles, in words, and drawn for a terminal."""
    quests = tuple(quest._replace(kept=kept) for quest in BOARD.quests)
    board = BOARD._replace(day=TODAY - timedelta(days=days_ago), slip=slip, quests=quests)
    quiet = next(number for number, quest in enumerate(quests) if quest.kind.id == "quiet")
    for width, height in ((48, 19), (48, 17), (68, 25), (140, 45), (38, 9)):
        for cursor in (0, quiet) if height > 12 else (quiet,):
            lines = BoardView(board, rows_of(board), PAINT, str, cursor=cursor).lines(width, height)
            shown = " ".join(" ".join("".join(text for text, _ in line) for line in lines).split())
            assert told in shown, (width, height, cursor)
    assert f"  {told}" in board_lines(board, with_numbers=False)
    drawn = " ".join("".join(text for text, _ in line) for line in board_page(board, PAINT, 80, with_numbers=False))
    assert told in drawn
    assert "And: Do the small thing." in drawn
