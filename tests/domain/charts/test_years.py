"""The year chart: its grid, its scale, its runs and its months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from givequest.application.charts import Charts
from givequest.domain.charts.calendar import is_weekend, weeks_of, year_span
from givequest.domain.charts.year import levels_of, scale_of
from givequest.domain.progress.day_facts import NOTHING_DONE, gather_facts
from givequest.domain.records import RecordType
from givequest.domain.rules import BOARD, GIVING, Rules
from givequest.presentation.charts.captions import tell_run

from ...built_in import BUILT_IN, CORE, DEFAULTS
from ...fixtures.charts import TODAY, MakeGame, days_from, deed, record


@pytest.mark.parametrize(
    ("year", "first_weekday", "columns"), [(2026, 0, 53), (2024, 0, 53), (2026, 6, 53), (2000, 6, 54), (2012, 6, 53)]
)
def test_a_year_has_as_many_columns_as_it_has_weeks(year: int, first_weekday: int, columns: int) -> None:
    """53 as a rule; 54 for a leap year that begins on the last day of a week."""
    weeks = weeks_of(*year_span(year), first_weekday)
    assert len(weeks) == columns
    days = [day for week in weeks for day in week if day]
    assert days == list(range(year_span(year)[0], year_span(year)[1] + 1))
    for week in weeks:
        for column, day in enumerate(week):
            assert not day or date.fromordinal(day).weekday() == (first_weekday + column) % 7


def test_saturday_and_sunday_are_the_weekend() -> None:
    """Whatever the first weekday is."""
    assert [is_weekend(date(2026, 11, day).toordinal()) for day in range(16, 23)] == [False] * 5 + [True] * 2


def test_the_scale_of_giving_is_effort(make_game: MakeGame) -> None:
    """Efforts of a day are added up, and the quiet vow is none of them."""
    day = date(2026, 3, 4)
    efforts = {0: [1], 1: [2], 2: [3, 1], 3: [3, 3, 1]}
    records = [
        deed(day + timedelta(days=offset), "listen", number, effort=effort)
        for offset, chosen in efforts.items()
        for number, effort in enumerate(chosen)
    ]
    records.append(deed(day + timedelta(days=5), "quiet"))
    chart = Charts(make_game(records)).year(2026, GIVING)
    start = day.toordinal() - chart.days[0]
    assert chart.levels[start : start + 6] == (1, 2, 3, 4, 0, 0)
    assert chart.scale.steps == ("1", "2-3", "4-6", "7+")


def test_one_deed_of_a_kind_is_the_whole_scale_and_a_vow_is_kept_or_not() -> None:
    """More on a day make it no fuller."""
    day = date(2026, 3, 4)
    records = [deed(day, "help", number) for number in range(6)] + [deed(day + timedelta(days=1))]
    records += [deed(day, "quiet"), deed(day + timedelta(days=1), "quiet")]
    records.append(record(RecordType.SLIP, day + timedelta(days=1)))
    rules = Rules(BUILT_IN, CORE)
    facts = gather_facts(records, rules)
    days = range(day.toordinal(), day.toordinal() + 3)

    def levels(series: str, today: int = days[-1]) -> tuple[int, ...]:
        return levels_of(series, days, today, lambda ordinal: facts.get(ordinal, NOTHING_DONE), rules)

    assert levels("help") == (4, 4, 0)
    assert levels("quiet") == (4, 0, 0)
    assert levels("help", days[0]) == (4, 0, 0)
    assert scale_of("quiet").steps == scale_of("help").steps == ("kept",)


def test_the_scale_of_the_board_is_the_share_of_the_core_that_was_kept() -> None:
    """All of it is the last step, and only all of it."""
    day = date(2026, 3, 4)
    core = ("help", "listen", "reconnect", "congratulate", "introduce")
    records = [deed(day + timedelta(days=offset), kind) for offset in range(6) for kind in core[:offset]]
    rules = Rules(BUILT_IN, core)
    facts = gather_facts(records, rules)
    days = range(day.toordinal(), day.toordinal() + 6)
    levels = levels_of(BOARD, days, days[-1], lambda ordinal: facts.get(ordinal, NOTHING_DONE), rules)
    assert levels == (0, 1, 2, 3, 3, 4)


def test_a_run_over_the_new_year_is_the_same_in_both_years(make_game: MakeGame) -> None:
    """Its length is whole and its days are the true ones, whichever year is looked at; grace counts across too."""
    days = [*days_from(date(2025, 12, 20), 12), *days_from(date(2026, 1, 2), 8)]
    charts = Charts(make_game([deed(day) for day in days]))
    found = []
    for chart in (charts.year(2025, GIVING), charts.year(2026, GIVING)):
        (run,) = chart.longest_runs()
        found.append((chart, run))
        assert (run.length, run.goes_on) == (20, False)
        assert (run.first, run.last) == (date(2025, 12, 20).toordinal(), date(2026, 1, 9).toordinal())
    assert [tell_run(run, chart) for chart, run in found] == [
        "20 December to 9 January 2026",
        "20 December 2025 to 9 January",
    ]


def test_a_run_of_years_is_told_as_far_as_the_years_next_to_it_reach(make_game: MakeGame) -> None:
    """Nothing further is read for it: it came from before, and goes on into a later year or to today."""
    charts = Charts(make_game([deed(day) for day in days_from(date(2022, 6, 1), 1637)]))
    told = {year: [tell_run(run, charts.year(year, GIVING)) for run in charts.year(year, GIVING).runs]
            for year in range(2022, 2027)}  # fmt: skip
    assert told == {
        2022: ["1 June into 2024"],
        2023: ["1 June 2022 into 2025"],
        2024: ["from before 2023 into 2026"],
        2025: ["from before 2024 to now"],
        2026: ["from before 2025 to now"],
    }
    assert [charts.year(year, GIVING).runs[0].length for year in (2022, 2026)] == [579, 1637]


def test_a_run_that_ended_with_its_year_goes_nowhere(make_game: MakeGame) -> None:
    """Nor does one whose next day was left empty twice."""
    charts = Charts(make_game([deed(day) for day in [*days_from(date(2025, 12, 27), 5), date(2026, 1, 3)]]))
    (run,) = charts.year(2025, GIVING).runs
    assert (run.length, run.last, run.goes_on) == (5, date(2025, 12, 31).toordinal(), False)


def test_a_run_that_stands_today_goes_on(make_game: MakeGame) -> None:
    """Within the grace as well; a run that has ended does not."""
    charts = Charts(make_game([deed(day) for day in [*days_from(date(2026, 3, 1), 5), TODAY - timedelta(days=2)]]))
    runs = charts.year(2026, GIVING).longest_runs()
    assert [(run.length, run.goes_on) for run in runs] == [(5, False), (1, True)]


def test_the_longest_runs_come_first_and_the_later_of_equals(make_game: MakeGame) -> None:
    """At most as many as asked for."""
    days = [*days_from(date(2026, 2, 1), 3), *days_from(date(2026, 4, 1), 9), *days_from(date(2026, 6, 1), 3)]
    runs = Charts(make_game([deed(day) for day in days])).year(2026, "help").longest_runs(2)
    assert [(run.length, date.fromordinal(run.last)) for run in runs] == [(9, date(2026, 4, 9)), (3, date(2026, 6, 3))]


def test_twelve_bars_add_up_to_the_year(make_game: MakeGame) -> None:
    """Each month has its kept days."""
    records = [deed(day) for day in days_from(date(2024, 1, 15), 60)]
    chart = Charts(make_game(records)).year(2024, "help")
    assert chart.kept_by_month() == [17, 29, 14, *[0] * 9]
    assert chart.trace.kept == 60


def test_a_year_begins_with_the_chosen_weekday(make_game: MakeGame) -> None:
    """The rows of the map are the weekdays in the person's order."""
    chart = Charts(make_game(settings=DEFAULTS._replace(first_weekday=6))).year(2026, GIVING)
    assert [bool(day) for day in chart.weeks()[0]] == [False] * 4 + [True] * 3


@pytest.mark.parametrize("year", [1, 1969, 2027, 9999])
def test_a_year_without_records_is_a_year(make_game: MakeGame, year: int) -> None:
    """Before the first record, and after today."""
    chart = Charts(make_game([deed(TODAY)])).year(year, "quiet")
    assert chart.is_empty
    assert len(chart.levels) == len(chart.days)
    assert chart.longest_runs() == []


def test_the_deeds_of_a_month_are_counted_by_kind(make_game: MakeGame) -> None:
    """Those of every giving kind on the board, and nothing of which was done last."""
    records = [deed(date(2026, 10, 3), "reconnect"), deed(date(2026, 10, 9), "listen"), deed(TODAY)]
    charts = Charts(make_game(records))
    deeds = charts.month(TODAY).balance.deeds
    assert dict(deeds) == {kind.id: int(kind.id == "help") for kind in BUILT_IN.values() if kind.giving}
    assert Charts(make_game()).month(date(2026, 10, 9)).balance.total == 2


def test_a_day_tells_what_was_done(make_game: MakeGame) -> None:
    """Deeds with who and note, then the first line of what was written."""
    records = [
        record(RecordType.ENTRY, TODAY, text="\n  A first line.\nA second."),
        deed(TODAY, "help", 2, person="Ana", note="five minutes"),
        deed(TODAY, "listen", 1),
        record(RecordType.REDRAW, TODAY, kind="help"),
        record(RecordType.SLIP, TODAY),
        record(RecordType.RELEASE, TODAY),
    ]
    details = Charts(make_game(records)).day(TODAY)
    assert [(line.what, line.who, line.words) for line in details.lines] == [
        ("Listen", "", ""),
        ("Help", "Ana", "five minutes"),
        ("Posted about myself", "", ""),
        ("Journal", "", "A first line."),
        ("Let an expectation go", "", ""),
    ]
