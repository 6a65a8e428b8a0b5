"""A day is one and the same to a series wherever it is shown: on Today, in the charts, in stats and in print."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.application.calendar import month_of
from givequest.application.charts import Charts
from givequest.application.game.game import Game
from givequest.application.stats import stats_of
from givequest.cli.main import run_command_line
from givequest.composition import open_home
from givequest.config.paths import find_paths
from givequest.domain.change_labels import ActLabel
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.records import Record, read_record

TODAY = date(2027, 1, 20)
"""Early in a year: runs, gaps and months reach over the New Year."""


def game_with(folder: str, records: list[Record]) -> Game:
    """Return the game of a home with these records."""
    now = datetime.combine(TODAY, time(9), timezone(timedelta(hours=1)))
    game = open_home(find_paths(folder), lambda: now).game
    game.save(ActLabel("records"), puts=records)
    return game


def record(type_: str, day: date, number: int = 0, **fields: object) -> Record:
    """Return a record of a day."""
    return read_record({"type": type_, "id": f"{type_}-{day}-{number}", "day": str(day), **fields})


def random_life(seed: int) -> list[Record]:
    """Return deeds, days off and slips of some months, with gaps of all lengths."""
    chance = Random(seed)
    diligence = chance.choice((0.15, 0.4, 0.6, 0.9))
    records = []
    for back in range(chance.randint(1, 80), -12, -1):
        day = TODAY - timedelta(days=back)
        if back >= 0:
            kinds = [kind for kind in ("help", "quiet", "listen", "introduce") if chance.random() < diligence]
            records += [record("deed", day, number, kind=kind) for number, kind in enumerate(kinds)]
            records += [record("slip", day)] if chance.random() < 0.1 else []
        records += [record("rest", day)] if chance.random() < 0.1 else []
    return records


@given(st.integers(0, 1 << 30))
@settings(max_examples=25)
def test_every_place_shows_a_day_as_the_same(seed: int) -> None:
    """All series through all months: the small calendar, the chart of the month, that of the year, and the stats."""
    with TemporaryDirectory() as folder:
        game = game_with(folder, random_life(seed))
        charts = game.derived(Charts)
        for month in (date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)):
            chart = charts.month(month)
            stats = stats_of(game, month=month)
            for name in game.rules.series:
                marks = [cell.mark for cell in chart.traces[name].cells]
                assert [*month_of(game, month, name).marks] == marks, (name, month)
                of_year = charts.year(month.year, name)
                assert [of_year.cell(name, day).mark for day in chart.days] == marks, (name, month)
                kept = [day for day, mark in zip(chart.days, marks, strict=True) if mark is DayMark.KEPT]
                assert [day.toordinal() for day in stats.series[name].kept] == kept, (name, month)


def test_an_empty_day_between_two_of_one_run_is_bridged_on_today_as_in_the_charts(tmp_path: Path) -> None:
    """Found in use: Today drew it empty beside a streak that went on."""
    days = [TODAY - timedelta(days=back) for back in (3, 1, 0)]
    game = game_with(str(tmp_path), [record("deed", day, kind="help") for day in days])
    marks = month_of(game, TODAY).marks
    assert marks[:16] == (DayMark.BEFORE,) * 16
    assert marks[16:20] == (DayMark.KEPT, DayMark.BRIDGED, DayMark.KEPT, DayMark.KEPT)
    assert set(marks[20:]) == {DayMark.AHEAD}


@pytest.mark.parametrize(
    ("lived", "marks"),
    [
        ("K.K", "K-K"),
        ("K..K", "K..K"),
        ("K.", "K?"),
        ("K..", "K.?"),
        (".", "?"),
        ("..K", ",,K"),
        ("RsK", "R,K"),  # a day off shows before the first kept day, a slip does not
        ("KsK", "KxK"),
        ("K.R.K", "K.R.K"),
        ("K.RK", "K-RK"),
        ("KR", "KR"),
        ("Ks", "Kx"),
    ],
)
def test_marks_of_short_lives(tmp_path: Path, lived: str, marks: str) -> None:
    """Of the vow, day by day up to today: K kept, s slip, R day off, `-` bridged, x slip, `,` before, ? today."""
    records = []
    for back, sign in enumerate(reversed(lived)):
        day = TODAY - timedelta(days=back)
        type_ = {"K": "deed", "R": "rest", "s": "slip"}.get(sign)
        if type_ is not None:
            records.append(record(type_, day, kind="quiet") if type_ == "deed" else record(type_, day))
    letters = dict(zip("KR,ox?-._", DayMark, strict=True))
    found = month_of(game_with(str(tmp_path), records), TODAY, "quiet").marks[: TODAY.day]
    assert found[-len(lived) :] == tuple(letters[sign] for sign in marks)
    assert set(found[: -len(lived)]) <= {DayMark.BEFORE}


def test_the_command_line_prints_the_same_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The row of the printed month is that of the screen."""
    days = [TODAY - timedelta(days=back) for back in (3, 1, 0)]
    game_with(str(tmp_path), [record("deed", day, kind="help") for day in days])
    now = datetime.combine(TODAY, time(9), timezone(timedelta(hours=1)))
    assert run_command_line(["--home", str(tmp_path), "stats"], lambda: now) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Help"))
    assert "━──━━3" in row  # the figure stands behind today
    assert run_command_line(["--home", str(tmp_path), "stats", "--json"], lambda: now) == 0
    kept = json.loads(capsys.readouterr().out)["series"]["help"]["kept"]
    assert kept == [day.isoformat() for day in days]
