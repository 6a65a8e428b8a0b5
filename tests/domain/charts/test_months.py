"""The month chart: lengths, borders of years, the first record, days to come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from givequest.application import deeds
from givequest.application.charts import Charts
from givequest.application.undo import undo
from givequest.domain.charts.month import Comparison
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.state import ProgressState, fold
from givequest.domain.records import RecordType
from givequest.domain.rules import BOARD, GIVING, Rules
from givequest.presentation.charts.captions import compare

from ...built_in import BUILT_IN, CORE, DEFAULTS
from ...fixtures.charts import TODAY, MakeGame, days_from, deed, record


def signs(charts: Charts, month: date, series: str = GIVING) -> str:
    """Return a month's marks, a letter each."""
    letters = dict(zip(DayMark, "KR,ox?-._", strict=True))
    return "".join(letters[cell.mark] for cell in charts.month(month).traces[series].cells)


@pytest.mark.parametrize(
    ("month", "days"), [(date(2026, 2, 1), 28), (date(2024, 2, 1), 29), (date(2026, 4, 1), 30), (date(2026, 7, 1), 31)]
)
def test_a_month_has_a_cell_for_each_of_its_days(make_game: MakeGame, month: date, days: int) -> None:
    """Months of 28, 29, 30 and 31 days are whole, and the last day counts."""
    last = month.replace(day=days)
    charts = Charts(make_game([deed(last)]))
    chart = charts.month(last)
    assert len(chart.days) == days
    for trace in chart.traces.values():
        assert [cell.ordinal for cell in trace.cells] == list(chart.days)
    assert chart.traces["help"].cells[-1].mark is DayMark.KEPT
    assert chart.traces["help"].after.current == 1
    assert sum(map(len, ([day for day in week if day] for week in chart.weeks()))) == days
    assert sum(chart.kept_by_week("help")) == 1


def test_rows_come_in_the_order_of_the_rules(make_game: MakeGame) -> None:
    """Giving, board, then the kinds, core kinds first."""
    game = make_game([deed(TODAY)])
    assert tuple(Charts(game).month(TODAY).traces) == game.rules.series


def test_the_end_of_a_row_is_where_the_series_stood_at_the_end_of_the_month(make_game: MakeGame) -> None:
    """Streak and warmth are those of the month's last day, or of today in a month that is running."""
    game = make_game([deed(day) for day in days_from(date(2026, 8, 20), 90)])
    charts = Charts(game)
    for month in (date(2026, 9, 1), date(2026, 11, 1)):
        last = min(date(month.year, month.month, 30), TODAY)
        expected = game.progress(last, today=TODAY)
        for name, trace in charts.month(month).traces.items():
            assert trace.after == expected.streak(name), name


def test_nothing_before_the_first_record_is_an_empty_day(make_game: MakeGame) -> None:
    """In the month of the first record the days before it were not asked for."""
    charts = Charts(make_game([deed(date(2026, 11, 10)), deed(date(2026, 11, 11))]))
    assert signs(charts, date(2026, 11, 1)) == ",,,,,,,,,KK...........?_______"
    assert set(signs(charts, date(2026, 10, 1))) == {","}
    assert set(signs(charts, date(2019, 10, 1))) == {","}


def test_a_month_without_a_record_is_empty_and_still_a_month(make_game: MakeGame) -> None:
    """A month in which nothing was logged has empty days, and counts as empty."""
    charts = Charts(make_game([deed(date(2026, 8, 31)), deed(date(2026, 10, 2))]))
    chart = charts.month(date(2026, 9, 1))
    assert chart.is_empty
    assert signs(charts, date(2026, 9, 1)) == "." * 30
    assert chart.balance.total == 0
    assert not charts.month(date(2026, 10, 1)).is_empty


def test_an_empty_home_has_a_chart_of_which_only_today_is_open(make_game: MakeGame) -> None:
    """Before anything was logged every past day is before the beginning."""
    charts = Charts(make_game())
    assert signs(charts, TODAY) == "," * 22 + "?" + "_" * 7
    assert charts.month(TODAY).is_empty
    assert charts.months() == (date(2026, 11, 1), date(2027, 11, 1))


def test_a_month_to_come_shows_what_is_planned(make_game: MakeGame) -> None:
    """Days off are shown ahead; whatever else the ledger holds of days to come is not counted."""
    ahead = date(2027, 2, 3)
    game = make_game([deed(TODAY), deed(ahead), record(RecordType.REST, ahead + timedelta(days=1))])
    chart = Charts(game).month(ahead)
    trace = chart.traces[GIVING]
    assert [cell.mark for cell in trace.cells[1:5]] == [DayMark.AHEAD, DayMark.AHEAD, DayMark.REST, DayMark.AHEAD]
    assert trace.after == game.progress(TODAY).streak(GIVING)
    assert chart.comparisons == {}


def test_what_came_after_a_day_of_the_past_is_not_seen_from_it(make_game: MakeGame) -> None:
    """Rest of later days is left out with the deeds of later days; seen from today, planned rest is there."""
    records = [deed(date(2026, 10, 5)), deed(date(2026, 10, 12))]
    records += [record(RecordType.REST, day) for day in (date(2026, 10, 8), date(2026, 10, 14), date(2026, 11, 28))]
    charts = Charts(make_game(records))

    def rests(month: date, today: date | None) -> list[int]:
        cells = charts.month(month, today).traces[GIVING].cells
        return [number for number, cell in enumerate(cells, 1) if cell.mark is DayMark.REST]

    assert rests(date(2026, 10, 1), date(2026, 10, 10)) == [8]
    assert rests(date(2026, 11, 1), date(2026, 10, 10)) == []
    assert rests(date(2026, 10, 1), None) == [8, 14]
    assert rests(date(2026, 11, 1), None) == [28]
    seen = charts.year(2026, GIVING, date(2026, 10, 10))
    assert [date.fromordinal(cell.ordinal).day for cell in seen.trace.cells if cell.mark is DayMark.REST] == [8]


@pytest.mark.parametrize(
    ("days", "month", "told", "in_words"),
    [
        ([*range(1, 6)], 11, "5 days so far, in the month it all began.", ""),
        ([*range(-30, -20), *range(1, 14)], 11, "13 days so far, 3 more than in October by the 23rd.", "More"),
        ([*range(-30, -20), *range(1, 11)], 11, "10 days so far, as many as in October by the 23rd.", "As many"),
        ([*range(-30, -20), 1], 11, "1 day so far; 10 in October.", ""),
        ([*range(-30, -20)], 11, "no days so far; 10 in October.", ""),
        ([-40, -30, -29], 10, "2 days, 1 more than in September.", "More"),
        ([-90], 11, "", ""),
        ([*range(-30, -20), *range(1, 14)], 12, "", ""),
    ],
)
def test_a_month_beside_the_one_before_in_words(
    make_game: MakeGame, days: list[int], month: int, told: str, in_words: str
) -> None:
    """More is said as more, less is only put beside it, and two months of nothing are left unsaid."""
    charts = Charts(make_game([deed(date(2026, 11, 1) + timedelta(days=day - 1)) for day in days]))
    chart = charts.month(date(2026, month, 1))
    assert compare(chart, "help") == told
    assert compare(chart, "help", with_numbers=False).startswith(in_words)
    assert bool(compare(chart, "help", with_numbers=False)) == bool(in_words)


def test_months_of_different_length_are_compared_by_the_day_they_both_have(make_game: MakeGame) -> None:
    """On 31 March the whole of February lies behind it."""
    days = [date(2026, 2, 28), *days_from(date(2026, 3, 30), 2)]
    charts = Charts(make_game([deed(day) for day in days], today=date(2026, 3, 31)))
    assert compare(charts.month(date(2026, 3, 1)), "help") == "2 days so far, 1 more than in February by the 28th."


def test_a_gap_at_the_end_of_a_month_is_bridged_when_the_run_goes_on_in_the_next(make_game: MakeGame) -> None:
    """The days after the month decide, across the new year too."""
    december = days_from(date(2025, 12, 20), 11)
    charts = Charts(make_game([deed(day) for day in [*december, date(2026, 1, 1)]]))
    assert signs(charts, date(2025, 12, 1)).endswith("KKKKKKKKKKK-")
    later = Charts(make_game([deed(date(2026, 1, 1))], today=date(2025, 12, 31)))
    assert signs(later, date(2025, 12, 1)).endswith("KKKKKKKKKKK?")


def test_a_gap_before_an_open_today_is_not_bridged_yet(make_game: MakeGame) -> None:
    """Yesterday is an empty day until today is kept."""
    records = [deed(TODAY - timedelta(days=2)), deed(TODAY - timedelta(days=3))]
    game = make_game(records)
    charts = Charts(game)
    assert signs(charts, TODAY)[19:23] == "KK.?"
    deeds.log_deed(game, "help")
    assert signs(charts, TODAY)[19:23] == "KK-K"


def test_a_year_before_changes_when_the_day_that_decides_its_last_gap_does(make_game: MakeGame) -> None:
    """What was traced is traced anew when a later year it depends on has changed."""
    game = make_game([deed(date(2025, 12, 30)), deed(TODAY)])
    charts = Charts(game)
    assert signs(charts, date(2025, 12, 1)).endswith("K.")
    deeds.log_deed(game, "help", date(2026, 1, 1))
    assert signs(charts, date(2025, 12, 1)).endswith("K-")
    undo(game)
    assert signs(charts, date(2025, 12, 1)).endswith("K.")


def test_rest_off_and_slip_have_signs_of_their_own(make_game: MakeGame) -> None:
    """A day off, a day that nothing was due, and a vow let go are told apart."""
    first = date(2026, 11, 2)  # a Monday
    kinds = {**BUILT_IN, "help": type(BUILT_IN["help"])("help", "Help", schedule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH")}
    settings = DEFAULTS._replace(kinds=kinds)
    records = [deed(day) for day in days_from(first, 4)]
    records += [record(RecordType.REST, first + timedelta(days=7)), record(RecordType.SLIP, first + timedelta(days=1))]
    records += [deed(day, "quiet") for day in days_from(first, 3)]
    charts = Charts(make_game(records, settings=settings))
    assert signs(charts, first, "help")[1:10] == "KKKKoooR."
    assert signs(charts, first, "quiet")[1:5] == "KxK."
    assert signs(charts, first, BOARD)[8] == "R"


def test_a_month_is_compared_with_the_one_before(make_game: MakeGame) -> None:
    """Kept days of both, and of the same stretch of the month before while this one runs."""
    days = [*days_from(date(2026, 10, 1), 5), *days_from(date(2026, 10, 27), 2), *days_from(date(2026, 11, 1), 8)]
    charts = Charts(make_game([deed(day) for day in days]))
    assert charts.month(TODAY).comparisons["help"] == Comparison(8, 7, 5, is_running=True, has_before=True)
    october = charts.month(date(2026, 10, 1)).comparisons["help"]
    assert october == Comparison(7, 0, 0, is_running=False, has_before=False)


def test_january_is_compared_with_december(make_game: MakeGame) -> None:
    """The month before may lie in another year."""
    charts = Charts(make_game([deed(day) for day in days_from(date(2025, 12, 25), 10)]))
    january = charts.month(date(2026, 1, 1)).comparisons["help"]
    assert january == Comparison(3, 7, 7, is_running=False, has_before=True)


def test_weeks_begin_on_the_chosen_weekday(make_game: MakeGame) -> None:
    """November 2026 begins on a Sunday: alone in its week, or the first of one."""
    records = [deed(day) for day in days_from(date(2026, 11, 1), 3)]
    monday = Charts(make_game(records)).month(TODAY)
    assert [sum(map(bool, week)) for week in monday.weeks()] == [1, 7, 7, 7, 7, 1]
    assert monday.kept_by_week("help") == [1, 2, 0, 0, 0, 0]
    sunday = Charts(make_game(settings=DEFAULTS._replace(first_weekday=6))).month(TODAY)
    assert [sum(map(bool, week)) for week in sunday.weeks()] == [7, 7, 7, 7, 2]
    assert sunday.kept_by_week("help") == [3, 0, 0, 0, 0]


def test_charts_never_deal_cards_or_fold_old_years_again(make_game: MakeGame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stepping through a year whose eve is known follows streaks, and nothing else."""
    game = make_game([deed(day) for day in days_from(date(2026, 1, 1), 300)])
    game.histories.history(2026)

    folded: list[object] = []

    def noted(*given: Any, **named: Any) -> ProgressState:
        folded.append(given)
        return fold(*given, **named)

    monkeypatch.setattr("givequest.domain.progress.history.fold", noted)
    charts = Charts(game)
    for month in range(1, 13):
        charts.month(date(2026, month, 1))
    assert folded == []
    game.histories.history(2026).state_on(date(2026, 6, 1), today=TODAY)
    assert folded  # so that the law above can fail


@pytest.mark.parametrize("month", [date(1, 1, 1), date(1969, 7, 1), date(9999, 12, 1)])
def test_a_month_at_the_end_of_time_is_a_month(make_game: MakeGame, month: date) -> None:
    """No month that can be written makes a chart stumble."""
    chart = Charts(make_game([deed(TODAY)])).month(month)
    assert len(chart.traces[GIVING].cells) == 31
    assert chart.is_empty


def test_rules_with_other_kinds_have_their_rows(make_game: MakeGame) -> None:
    """A kind of one's own has a row, a place in the balance, and keeps the series giving."""
    kinds = {**BUILT_IN, "mentor": type(BUILT_IN["help"])("mentor", "Mentor")}
    game = make_game([deed(TODAY, "mentor")], rules=Rules(kinds, CORE), settings=DEFAULTS._replace(kinds=kinds))
    chart = Charts(game).month(TODAY)
    assert chart.traces["mentor"].kept == chart.traces[GIVING].kept == 1
    assert chart.balance.deeds["mentor"] == 1
