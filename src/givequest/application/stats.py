"""Stats: the state of every series on a day, and the days of a month on which it was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from givequest.application.game.game import Game
from givequest.domain.days import days_in_month
from givequest.domain.progress import experience
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.state import ProgressState
from givequest.domain.progress.streaks import Streak
from givequest.domain.records import RecordType
from givequest.domain.rules import Rules
from givequest.errors import UsageError


@dataclass(frozen=True, slots=True)
class SeriesStats:
    """The streak of a series, and the days of the month on which it was kept."""

    streak: Streak
    kept: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """A month as seen from a day."""

    as_of: date
    month: date
    series: dict[str, SeriesStats]
    rest: tuple[date, ...]
    xp: int
    level: int
    title: str


def seen_from(game: Game, day: date | None) -> date:
    """Return the day to compute stats for (default: today). Raises UsageError for a future day."""
    today = game.today()
    if day is not None and day > today:
        raise UsageError(f"{day.isoformat()} is in the future. Ask for today or an earlier day.")
    return day or today


def stats_of(game: Game, *, as_of: date | None = None, month: date | None = None) -> Stats:
    """Return the stats of a month (default: that of `as_of`), ignoring everything after `as_of`.

    If `as_of` is today, planned days off are included. Raises UsageError for a future `as_of`.
    """
    today, as_of = game.today(), seen_from(game, as_of)
    first = (month or as_of).replace(day=1)
    days = [first + timedelta(days=number) for number in range(days_in_month(first))]
    lived = [day for day in days if day <= as_of]
    # A month that lies ahead is not asked of the histories: it would fold every day until then.
    history = game.histories.history(first.year) if lived else None
    resting = {record.day for record in game.years.records(first.year).values() if record.type is RecordType.REST}
    kept = {
        name: tuple(day for day in lived if history and history.own_mark(name, day, today=as_of) is DayMark.KEPT)
        for name in game.rules.series
    }
    state = game.progress(as_of, today=as_of)
    level = experience.level_of(state.xp)
    return Stats(
        as_of=as_of,
        month=first,
        series={
            name: SeriesStats(_streak_of(name, state, game.rules, as_of), kept[name]) for name in game.rules.series
        },
        rest=tuple(day for day in (days if as_of == today else lived) if day in resting),
        xp=state.xp,
        level=level,
        title=game.titles.of(level),
    )


def _streak_of(series: str, state: ProgressState, rules: Rules, day: date) -> Streak:
    """Return where a series stands on a day; the runs of a kind that is not in the rules by then are all over."""
    streak = state.streak(series)
    is_over = series in rules.known and series not in rules.on(day.toordinal()).kinds
    return streak._replace(current=0) if is_over else streak


def stats_document(stats: Stats) -> dict[str, Any]:
    """Return stats as `givequest stats --json` prints them."""
    return {
        "as_of": stats.as_of.isoformat(),
        "month": f"{stats.month:%Y-%m}",
        "series": {
            name: {
                "current": series.streak.current,
                "best": series.streak.best,
                "warmth": series.streak.warmth,
                "total": series.streak.total,
                "kept": [day.isoformat() for day in series.kept],
            }
            for name, series in stats.series.items()
        },
        "rest": [day.isoformat() for day in stats.rest],
        "xp": stats.xp,
        "level": stats.level,
        "title": stats.title,
    }
