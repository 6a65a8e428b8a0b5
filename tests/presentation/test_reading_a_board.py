"""A board on a small screen: it says that there is more, and every card can be read to its last word."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import cycle, islice

import pytest

from givequest.appearance import load_theme
from givequest.appearance.glyphs import UNICODE
from givequest.application.board import Board, Quest
from givequest.config.decks import load_library
from givequest.domain.deck.cards import Card
from givequest.presentation.paint import Paint
from givequest.presentation.today.board import BoardView
from givequest.presentation.today.rows import rows_of

from ..built_in import BUILT_IN

PAINT = Paint(load_theme("forest", "")[0], UNICODE)
INNER = [(36, 7), (36, 6), (76, 19), (42, 19), (16, 7), (36, 3), (116, 35)]
"""Columns and lines inside the frame: at 40×12, there with a question, 80×24, there with the sidebar, and odd ones."""


def board_with(cards: list[Card]) -> Board:
    """Return a day on which these are the cards."""
    day = date(2026, 11, 23)
    quests = tuple(Quest(BUILT_IN[card.kind], True, card, card.prompt) for card in cards)
    return Board(day, day, quests, False, False, {}, 0, 0, 1, "Guest", 0.0, None, False, False)


@cache
def boards() -> list[Board]:
    """Return boards that hold every card of the wheel."""
    library, _ = load_library("", BUILT_IN)
    kinds = {kind: [card for card in library.deck.cards if card.kind == kind] for kind in BUILT_IN}
    most = max(map(len, kinds.values()))
    hands = zip(*(islice(cycle(cards), most) for cards in kinds.values()), strict=True)
    return [board_with(list(hand)) for hand in hands]


def walk(board: Board, width: int, height: int) -> list[tuple[int, str, str]]:
    """Return what is seen on the way down: the row that is chosen, the screen, and the place in the border."""
    rows = rows_of(board)
    cursor, read, top = 0, None, 0
    seen: list[tuple[int, str, str]] = []
    for _ in range(200):
        view = BoardView(board, rows, PAINT, str, cursor=cursor, top=top, read=read)
        lines = view.lines(width, height)
        assert len(lines) <= height
        seen.append((cursor, "\n".join("".join(text for text, _ in line) for line in lines), view.place()))
        after = view.moved(1)
        if after == (cursor, read):
            return seen
        (cursor, read), top = after, view.top
    raise AssertionError("the end of the board is never reached")


def words_of(text: str) -> list[str]:
    """Return the words of a text, however it is broken into lines."""
    return re.findall(r"[^\s…•▸·+]+", text)


@pytest.mark.parametrize("size", INNER, ids=str)
def test_every_card_is_read_to_its_last_word_on_the_way_down(size: tuple[int, int]) -> None:
    """Title, what to do and why."""
    for board in boards()[:: 1 if size == INNER[0] else 8]:  # every card where it is narrowest, some elsewhere
        seen = walk(board, *size)
        for position, quest in enumerate(board.quests):
            shown = "".join("".join(words_of(text)) for cursor, text, _ in seen if cursor == position)
            for part in (quest.title, quest.prompt, quest.why):
                missing = [word for word in words_of(part) if word not in shown]
                assert missing == [], f"{quest.card}: {part}"


@pytest.mark.parametrize("size", INNER, ids=str)
def test_a_board_that_has_more_than_it_shows_says_where_one_is(size: tuple[int, int]) -> None:
    """And one that shows everything says nothing."""
    for board in boards()[::8]:
        for cursor, text, place in walk(board, *size):
            chosen = board.quests[cursor]
            is_whole = all(quest.kind.name[:5] in text for quest in board.quests)
            is_whole &= chosen.why.split()[-1][-8:] in text.replace("\n", " ")
            assert place == ("" if is_whole and not place else f"{cursor + 1}/{len(board.quests)}")


def test_a_quest_that_has_room_is_whole_beside_others_that_have_not() -> None:
    """Where the longest would have to be read in two parts, a short one shows all titles and says nothing of more."""
    for board in boards():
        views = [BoardView(board, rows_of(board), PAINT, str, cursor=cursor) for cursor in range(len(board.quests))]
        for view, lines in [(view, view.lines(36, 10)) for view in views]:
            text = " ".join(words_of(" ".join("".join(part for part, _ in line) for line in lines)))
            is_whole = " ".join(words_of(board.quests[view.cursor].why)) in text
            assert (view.place() == "") == (is_whole and all(quest.kind.name[:5] in text for quest in board.quests))


def test_up_goes_back_the_way_that_was_read() -> None:
    """First to the beginning of the quest, then to the one before."""
    board = boards()[0]
    view = BoardView(board, rows_of(board), PAINT, str, cursor=1)
    view.lines(36, 5)
    assert view.moved(1) == (1, 0)
    reading = BoardView(board, rows_of(board), PAINT, str, cursor=1, read=4)
    reading.lines(36, 5)
    assert reading.moved(-1) == (1, 0)
    begun = BoardView(board, rows_of(board), PAINT, str, cursor=1, read=0)
    begun.lines(36, 5)
    assert begun.moved(-1) == (1, None)
    assert view.moved(-1) == (0, None)


@pytest.mark.parametrize(("width", "height"), INNER)
def test_a_view_that_knows_what_was_drawn_draws_the_same(width: int, height: int) -> None:
    """Whatever was drawn before it: the cursor elsewhere, another width, or another board."""
    before = None
    for board in boards()[:3]:
        rows = rows_of(board)
        for cursor in (0, 1, len(rows) - 1, 0):
            for columns in (width, width + 20, width):
                alone = BoardView(board, rows, PAINT, str, cursor=cursor)
                before = BoardView(board, rows, PAINT, str, cursor=cursor, before=before)
                assert before.lines(columns, height) == alone.lines(columns, height)
                assert before.place() == alone.place()
                assert before.moved(1) == alone.moved(1)
