"""What was logged on one day is in the order of its instants everywhere, wherever in the world it was logged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from givequest.application.board import board_of
from givequest.application.charts import Charts
from givequest.application.data.import_export import export_lines
from givequest.application.game.game import Game
from givequest.application.journal.archive import JournalArchive
from givequest.application.journal.drafts import page_of
from givequest.composition import open_home
from givequest.config.paths import find_paths
from givequest.domain.change_labels import ActLabel
from givequest.domain.journal.letter import lay_out
from givequest.domain.records import Record, read_record

DAY = date(2026, 10, 25)
"""The day on which summer time ends in Europe: the hour from two to three comes twice."""
TRAVEL = ("2026-10-25T20:00:00+09:00", "2026-10-25T09:00:00-08:00")
SUMMER_TIME = ("2026-10-25T02:40:00+02:00", "2026-10-25T02:30:00+01:00")
NEITHER = ("2026-10-25T12:00:00+14:00", "2026-10-24T23:30:00-12:00", "2026-10-25T12:00:00Z")


def logged(moments: Sequence[str]) -> list[Record]:
    """Return a deed and an entry for each of some moments, numbered in the order of the instants."""
    ordered = sorted(moments, key=datetime.fromisoformat)
    rows = [
        {"type": type_, "id": f"{type_}-{9 - number}", "day": str(DAY), "at": at, **fields}
        for number, at in enumerate(ordered)
        for type_, fields in (
            ("deed", {"kind": "help", "note": f"the {number}th"}),
            ("entry", {"text": f"This page is the {number}th."}),
        )
    ]
    return [read_record(row) for row in sorted(rows, key=lambda row: str(row["id"]))]


def numbers(texts: Sequence[str | None]) -> list[int]:
    """Return the numbers in some texts."""
    return [int("".join(filter(str.isdigit, text or "")) or -1) for text in texts]


def assert_ordered(game: Game, count: int) -> None:
    """Check every place that shows or hands out what was logged on a day."""
    expected = list(range(count))
    board = board_of(game, DAY)
    (deeds,) = [quest.deeds for quest in board.quests if quest.kind.id == "help"]
    assert numbers([deed.note for deed in deeds]) == expected
    lines = game.derived(Charts).day(DAY).lines
    assert numbers([line.words for line in lines if line.what == "Help"]) == expected
    archive = game.derived(JournalArchive)
    while archive.read_on():
        pass
    assert numbers([text.record.text for text in archive.texts]) == expected[::-1]
    assert numbers([getattr(page_of(game, DAY), "text", "")]) == expected[-1:]
    exported = [json.loads(line) for line in export_lines(game)][1:]
    assert numbers([row["text"] for row in exported if row["type"] == "entry"]) == expected
    assert numbers([row["note"] for row in exported if row["type"] == "deed"]) == expected
    letter = lay_out(DAY.replace(day=1), game.years.records(2026).values(), game.kinds)
    assert numbers(letter.lines) == sorted(numbers(letter.lines))


def game_with(folder: str, moments: Sequence[str]) -> Game:
    """Return the game of a home in which this was logged."""
    now = datetime(2026, 11, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))
    game = open_home(find_paths(folder), lambda: now).game
    game.save(ActLabel("a day"), puts=logged(moments))
    return game


@pytest.mark.parametrize("moments", [TRAVEL, SUMMER_TIME, NEITHER])
def test_a_day_of_travel_or_of_two_hours_of_one_name_is_in_the_order_it_was_lived(
    tmp_path: Path, moments: tuple[str, ...]
) -> None:
    """Found in use: a page in Tokyo at eight in the evening is older than one in Los Angeles at nine that morning."""
    assert_ordered(game_with(str(tmp_path), moments), len(moments))


@given(
    st.lists(
        st.builds(
            lambda minute, offset: (
                (datetime(2026, 10, 25, tzinfo=UTC) + timedelta(minutes=minute))
                .astimezone(timezone(timedelta(minutes=15 * offset)))
                .isoformat()
            ),
            st.integers(0, 1439),
            st.integers(-48, 56),
        ),
        min_size=2,
        max_size=5,
        unique_by=datetime.fromisoformat,
    )
)
@settings(max_examples=20)
@example(["2026-10-25T09:00:00+00:00", "2026-10-25T09:00:00.500+00:00", "2026-10-25T10:00:00.250+01:00"])
def test_every_place_has_the_order_of_the_instants(moments: list[str]) -> None:
    """Whatever the offsets are."""
    with TemporaryDirectory() as folder:
        assert_ordered(game_with(folder, moments), len(moments))
