"""Records of days that have not come, which a clock that was ahead has left: seen, and taken away, on their day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from givequest.application.board import board_of
from givequest.application.days.day_walk import next_day, planned_until, previous_day
from givequest.domain.change_labels import ActLabel
from givequest.domain.progress import state
from givequest.domain.records import Record, RecordType, read_record

from .conftest import MONDAY_MORNING, OpenHome, PlayApp, saved, screen_text

TODAY = MONDAY_MORNING.date()
SOON, FAR = TODAY + timedelta(days=2), date(9999, 12, 31)


def row(type_: str, day: date, **fields: object) -> Record:
    """Return a record of a day."""
    return read_record({"type": type_, "id": f"{type_}-{day}", "day": str(day), **fields})


def leave(open_home: OpenHome, *records: Record) -> None:
    """Put records into the ledger as a clock that was ahead would have."""
    open_home().game.save(ActLabel("a clock that was ahead"), puts=records)


async def test_what_is_recorded_for_a_day_to_come_is_shown_on_it_and_taken_away_there(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Of whatever type it is; undo brings it back."""
    leave(
        open_home, row("deed", SOON, kind="help", person="Ana", note="early"), row("entry", SOON, text="a page\nof it")
    )
    leave(open_home, row("slip", SOON), row("release", SOON), row("gift", SOON, text="a postcard"))
    async with play() as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
        text = screen_text(pilot)
        for words in ("Help, Ana", "early", "a page of it", "a postcard", "d deletes the chosen one"):
            assert words in text
        await pilot.press("space", "enter", "n", "e")
        assert len(saved(open_home())) == 5
        for left in (4, 3, 2, 1, 0):
            await pilot.press("down", "d")
            await pilot.pause()
            assert len(saved(open_home())) == left
        assert "d deletes" not in screen_text(pilot)
        await pilot.press("u")
        assert len(saved(open_home())) == 1


async def test_the_last_record_is_reached_however_far_it_lies(play: PlayApp, open_home: OpenHome) -> None:
    """One day at a time as far as days off can be planned, then from record to record; and back the same way."""
    leave(open_home, row("deed", FAR, kind="help"), row("deed", date(2031, 5, 5), kind="listen"))
    game = open_home().game
    walked = [planned_until(game)]
    while (day := next_day(game, walked[-1])) != walked[-1]:
        walked.append(day)
    assert walked == [TODAY + timedelta(days=366), date(2031, 5, 5), FAR]
    assert [previous_day(game, day) for day in walked[1:]] == walked[:-1]
    async with play() as pilot:
        page = pilot.app.screen
        page.go_to(planned_until(game))  # type: ignore[attr-defined]
        await pilot.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert "Fri 31 Dec 9999" in screen_text(pilot)
        assert "Help" in screen_text(pilot)
        await pilot.press("d", "left_square_bracket")
        assert "2031" in screen_text(pilot)
        assert [record.day.year for record in saved(open_home())] == [2031]


async def test_charts_turn_to_it_as_well_and_back(play: PlayApp, open_home: OpenHome) -> None:
    """Twelve months ahead, then the months of what is recorded."""
    leave(open_home, row("deed", FAR, kind="help"), row("deed", TODAY, kind="help"))
    async with play() as pilot:
        await pilot.press("3", *["right_square_bracket"] * 14)
        await pilot.pause()
        assert "December 9999" in screen_text(pilot)
        await pilot.press("y", "y", "left_square_bracket")
        await pilot.pause()
        assert "November 2027" in screen_text(pilot)


def test_a_board_of_a_day_to_come_folds_no_day_up_to_it(open_home: OpenHome, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight thousand years of days would take minutes."""
    leave(open_home, row("deed", TODAY, kind="help"), row("deed", FAR, kind="help"))
    game = open_home().game
    board_of(game)
    days: list[int] = []
    advance = state._advance

    def watched(*given: Any, **named: Any) -> None:
        days.append(1)
        advance(*given, **named)

    monkeypatch.setattr(state, "_advance", watched)
    board = board_of(game, FAR)
    assert [logged.record.type for logged in board.logged] == [RecordType.DEED]
    assert len(days) <= 2
    assert board.streaks == board_of(game).streaks
