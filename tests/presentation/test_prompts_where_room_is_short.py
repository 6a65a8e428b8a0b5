"""A board without room for every word has a line of each card's prompt before it has a blank one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.presentation.today.board import BoardView
from givequest.presentation.today.folding import QuestHeights, shared_lines
from givequest.presentation.today.rows import VOW, rows_of

from .test_reading_a_board import PAINT, boards

HEIGHTS = st.builds(
    lambda prompt, why, first: QuestHeights(prompt + why, prompt, min(first, prompt)),
    st.integers(0, 5),
    st.integers(0, 4),
    st.integers(0, 2),
)


def shown(width: int, height: int, cursor: int, board_number: int = 0) -> list[str]:
    """Return the lines of a board as text."""
    board = boards()[board_number]
    view = BoardView(board, rows_of(board), PAINT, str, cursor=cursor)
    return ["".join(text for text, _ in line) for line in view.lines(width, height)]


@pytest.mark.parametrize("board_number", range(0, 30, 3))
def test_beside_the_sidebar_of_eighty_columns_every_card_begins_to_say_what_it_asks(board_number: int) -> None:
    """Eighteen lines of 46 cells, all six kinds; no line is blank while a prompt goes on."""
    board = boards()[board_number]
    lines = shown(46, 18, 0, board_number)
    for quest in board.quests[1:]:
        first = quest.prompt if quest.kind.id != "quiet" else VOW
        assert any(line.startswith(f"    {first[:20]}") for line in lines), first
    assert all(line.strip() for line in lines) or not any(line.endswith("…") for line in lines)


def test_a_prompt_that_goes_on_ends_in_an_ellipsis_within_the_width() -> None:
    """And is whole where the cursor is."""
    cut = [line for line in shown(46, 18, 0) if line.endswith("…")]
    assert cut
    assert all(len(line) <= 46 for line in cut)


def test_moving_the_cursor_changes_no_other_quest() -> None:
    """Whatever was read of a card stays there while the cursor goes on to others."""
    board = boards()[0]
    titles = [quest.title for quest in board.quests]

    def told(cursor: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in shown(46, 18, cursor):
            title = next((title for title in titles if f" {title}" in line), None)
            found.setdefault(title or list(found)[-1], []).append(line[1:].strip())
        return found

    first, last = told(0), told(len(titles) - 1)
    assert all(first[title] == last[title] for title in titles[1:-1])


@given(st.lists(HEIGHTS, min_size=1, max_size=8), st.integers(0, 40))
def test_whichever_quest_is_chosen_has_room_for_every_word_of_it(quests: list[QuestHeights], room: int) -> None:
    """None where one hasn't; and no room is left that a first line could have had."""
    shares = shared_lines(quests, room)
    longest = max(quest.full for quest in quests)
    assert (shares is None) == (longest > room)
    if shares is None:
        return
    for chosen, quest in enumerate(quests):
        assert quest.full + sum(share for place, share in enumerate(shares) if place != chosen) <= room
    assert all(share <= quest.prompt for share, quest in zip(shares, quests, strict=True))
    if sum(quest.prompt for quest in quests) + longest <= room:
        assert shares == [quest.prompt for quest in quests]
    told = [share for share, quest in zip(shares, quests, strict=True) if quest.prompt and not quest.first]
    if any(share > 1 for share in told):
        assert all(told), "a second line before somebody else's first"
