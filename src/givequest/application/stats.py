"""Stats: where every series stands on a day, and which days of a month it was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from givequest.application.game import Game
from givequest.domain import experience
from givequest.domain.days import days_in_month
from givequest.domain.standing import sign_of
from givequest.domain.streaks import Sign, Streak


@dataclass(frozen=True, slots=True)
class SeriesStats:
    """A series as it stands, and the days of the month on which it was kept."""

    streak: Streak
    kept: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """A month, seen from a day."""

    as_of: date
    month: date
    series: dict[str, SeriesStats]
    rest: tuple[date, ...]
    xp: int
    level: int
    title: str


def stats_of(game: Game, *, as_of: date | None = None, month: date | None = None) -> Stats:
    """Return the stats of a month (that of `as_of` when none is given); what came after `as_of` is ignored."""
    as_of = as_of or game.today()
    first = (month or as_of).replace(day=1)
    standing = game.standing(as_of, today=as_of)
    facts = game.yearbook.history(first.year).facts_of
    days = [first + timedelta(days=number) for number in range(days_in_month(first))]
    kept = {
        name: tuple(
            day for day in days if day <= as_of and sign_of(name, day.toordinal(), facts(day), game.rules) is Sign.KEPT
        )
        for name in game.rules.series
    }
    level = experience.level_of(standing.xp)
    return Stats(
        as_of=as_of,
        month=first,
        series={name: SeriesStats(standing.streak(name), kept[name]) for name in game.rules.series},
        rest=tuple(day for day in days if facts(day).rest),
        xp=standing.xp,
        level=level,
        title=game.titles.of(level),
    )


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
