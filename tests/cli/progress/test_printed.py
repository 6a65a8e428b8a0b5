"""The charts that `givequest stats` prints."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from givequest.application.deeds import log_deed
from givequest.cli.main import run_command_line
from givequest.domain.change_labels import ActLabel
from givequest.domain.records import RecordType
from givequest.domain.rules import SERIES_NAMES

from ...conftest import Clock
from ...fixtures.charts import TODAY, days_from, deed, record
from ...tui.conftest import OpenHome

Stats = Callable[..., str]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def stats(
    open_home: OpenHome, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Stats:
    """`givequest stats` on a home with two months of giving; returns what it prints."""
    home = open_home()
    records = [deed(day) for day in days_from(date(2026, 9, 20), 50)]
    records += [deed(day, "quiet") for day in days_from(date(2026, 11, 2), 9)]
    records += [record(RecordType.REST, date(2026, 11, 12)), record(RecordType.SLIP, date(2026, 11, 14))]
    home.game.save(ActLabel("records of a test"), puts=records)
    folder = str(Path(home.paths.ledger).parents[1])
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words: str, code: int = 0) -> str:
        assert run_command_line(["--home", folder, "stats", *words], clock) == code
        printed = capsys.readouterr()
        return printed.err if code else printed.out

    return run


def test_a_pipe_gets_the_month_without_colour_within_80_columns(stats: Stats) -> None:
    """Every series has its row, the legend is there, and no line is too long for a mail."""
    text = stats()
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80
    for word in (
        "November 2026",
        "Any giving",
        "Whole board",
        "Quiet",
        "kept",
        "grace day",
        "day off",
        "posted",
        "in October",
    ):
        assert word in text


def test_a_terminal_gets_the_same_month_in_colour(stats: Stats, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taking the colours away leaves what a pipe gets; NO_COLOR leaves no colour to take away."""
    plain = stats()
    from rich.text import Text

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    stats()
    coloured = terminal.getvalue()
    assert "\x1b[38;" in coloured
    assert [Text.from_ansi(line).plain.rstrip() for line in coloured.splitlines()] == plain.splitlines()
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    stats()
    assert "\x1b[38;" not in terminal.getvalue()


def test_the_figures_printed_are_those_of_the_document(stats: Stats) -> None:
    """Current, best and warmth of every series, on a day of the past as well as today."""
    for day in ("2026-10-05", "2026-11-10", TODAY.isoformat()):
        document = json.loads(stats("--as-of", day, "--json"))
        rows = stats("--as-of", day).splitlines()
        for name, series in document["series"].items():
            if series["total"]:
                row = next(line for line in rows if line.startswith(SERIES_NAMES.get(name, name.title())))
                assert row.split()[-3:] == [
                    str(series["current"] or "–"),
                    str(series["best"]),
                    f"{series['warmth']:.0%}",
                ]


@pytest.mark.parametrize("columns", [1, 20, 31, 40, 60, 79, 80, 200])
def test_a_narrow_terminal_gets_no_line_that_it_would_break(
    stats: Stats, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    """Names and figures give way before days do, older weeks before this one, and 80 columns are enough for all."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in ((), ("--year",), ("--month", "2026-10"), ("--year", "2026", "--series", "quiet")):
        text = stats(*words)
        if columns >= 31:
            assert max(map(len, text.splitlines())) <= min(columns, 80), words
    month, year = stats(), stats("--year")
    assert "MTWTFSS" in month
    assert "Nov" in year or columns < 31
    assert ("best" in month) == (columns >= 60)
    assert ("Jan" in year.splitlines()[1]) == (columns >= 60)


def test_rest_after_the_day_it_is_seen_from_is_in_neither_picture_nor_document(stats: Stats) -> None:
    """A day of the past knows of no rest that came later."""
    for day, rests in (("2026-11-11", 0), ("2026-11-12", 1), (TODAY.isoformat(), 1)):
        assert len(json.loads(stats("--as-of", day, "--json"))["rest"]) == rests
        giving = next(line for line in stats("--as-of", day).splitlines() if line.startswith("Any giving"))
        assert giving.removeprefix("Any giving").count("r") == rests


def test_the_legend_tells_of_every_mark_that_is_printed(stats: Stats, open_home: OpenHome) -> None:
    """In a year of quiet of the slip, and of a bonus of the days on which others had their turn."""
    assert "◦ posted" in stats("--year", "--series", "quiet")
    log_deed(open_home().game, "introduce", TODAY - timedelta(days=3))
    assert ": not its day" in stats("--year", "--series", "introduce")
    assert ": not its day" in stats()


def test_a_series_that_has_not_begun_is_told_without_noughts(stats: Stats) -> None:
    """In words, and without a figure in its row."""
    assert "Listen: no day yet." in stats("--plain").splitlines()
    assert not any(character.isdigit() for line in stats().splitlines() if "Listen" in line for character in line)


def test_a_year_of_a_series_has_its_heatmap_months_and_runs(stats: Stats) -> None:
    """All of it within 80 columns, for any series."""
    for series in ("giving", "board", "quiet"):
        text = stats("--year", "--series", series)
        assert max(map(len, text.splitlines())) <= 80
        assert f"{SERIES_NAMES.get(series, series.title())} in 2026" in text
        assert "November" in text
    assert "Longest streaks" in stats("--year", "2026")


def test_no_day_of_a_printed_year_carries_a_cursor(stats: Stats) -> None:
    """The sign of one is drawn on no day that has not come, nor on one of another year."""
    heat = stats("--year").splitlines()[2:9]
    assert len(heat) == 7
    assert not any("+" in line for line in heat)


def test_a_year_is_told_in_words_as_well(stats: Stats, open_home: OpenHome) -> None:
    """Its months, runs and kinds, in sentences without signs; without numbers there is no figure but dates."""
    told = stats("--year", "--plain")
    assert "Any giving in 2026, as of " in told
    assert "Kept on 50 days: September 11, October 31, November 8." in told
    assert "A long streak: 50 days, 20 September to 8 November." in told
    assert all(line.endswith(".") for line in told.splitlines())
    home = open_home()
    Path(home.paths.config_file).parent.mkdir(parents=True, exist_ok=True)
    Path(home.paths.config_file).write_text("numbers = false\n")
    told = stats("--year", "--plain")
    assert "Kept in September, October, November." in told
    assert "50" not in told


def test_a_status_bar_gets_one_line(stats: Stats) -> None:
    """With figures of giving and board."""
    line = stats("--short")
    assert line.count("\n") == 1
    assert line.startswith("giving ")


def test_without_numbers_the_shapes_stay_and_the_figures_go(stats: Stats, open_home: OpenHome) -> None:
    """No warmth, no run, no level; rows and legend as before."""
    home = open_home()
    Path(home.paths.config_file).parent.mkdir(parents=True, exist_ok=True)
    Path(home.paths.config_file).write_text("numbers = false\n")
    month, year, short = stats(), stats("--year"), stats("--short")
    assert "Any giving" in month
    assert "%" not in month + year + short
    assert "best" not in month
    assert "level" not in short
    assert not any(character.isdigit() for character in short)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--year", "20x"), "isn't a year"),
        (("--year", "--series", "hlp"), "No row is called hlp"),
        (("--year", "--json"), "can't go with that"),
        (("--json", "--short"), "not allowed with"),
        (("--month", "2026-13"), "2026-13"),
    ],
)
def test_a_slip_of_the_fingers_is_answered_in_one_sentence(stats: Stats, words: list[str], hint: str) -> None:
    """Exit code 2, and what is allowed."""
    answer = stats(*words, code=2)
    assert hint in answer
    assert answer.count("\n") == 1
