"""The mirror: whose party one's posts were, month by month, beside the deeds of the same months."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from givequest.application.game.game import Game
from givequest.domain.charts.calendar import month_span
from givequest.domain.mirror.counts import LABELS, NO_POSTS, PostCounts, counts_of, month_totals
from givequest.domain.records.partitions import POSTS
from givequest.domain.records.posts import PostsRecord
from givequest.named_tuple import NamedTuple


class MirrorMonth(NamedTuple):
    """A month of posts and deeds."""

    month: date
    """Its first day."""
    counts: PostCounts
    deeds: int
    """Giving deeds that were logged for its days."""
    sources: Mapping[str, PostCounts]
    """The posts of each source."""


class MirrorYear(NamedTuple):
    """A year of posts and deeds."""

    year: int
    months: tuple[MirrorMonth, ...]
    """January to December."""
    sources: tuple[str, ...]
    """Where the posts are from, in the order of the alphabet."""

    @property
    def most_posts(self) -> int:
        """The posts of the month with the most."""
        return max(month.counts.total for month in self.months)

    @property
    def most_deeds(self) -> int:
        """The deeds of the month with the most."""
        return max(month.deeds for month in self.months)


def posts_in(game: Game) -> dict[str, PostsRecord]:
    """Return all counted months by their ids. Raises `StorageError`."""
    if POSTS not in game.store.partitions():
        return {}
    records = game.store.page(POSTS).stored.items()
    return {identity: record for identity, record in records if isinstance(record, PostsRecord)}


def posted_years(game: Game) -> list[int]:
    """Return the years of which posts were counted, the earliest first. Raises `StorageError`."""
    return sorted({record.day.year for record in posts_in(game).values()})


def mirror_year(game: Game, year: int) -> MirrorYear:
    """Return a year of the mirror. Raises `StorageError`."""
    records = [record for record in posts_in(game).values() if record.day.year == year]
    totals = month_totals(records)
    months = tuple(
        MirrorMonth(
            month,
            totals.get(month, NO_POSTS),
            _deeds_in(game, month),
            {record.source: counts_of(record) for record in records if record.day == month},
        )
        for month in (date(year, number, 1) for number in range(1, 13))
    )
    return MirrorYear(year, months, tuple(sorted({record.source for record in records})))


def _deeds_in(game: Game, month: date) -> int:
    if game.years.first() is None or month > game.today():
        return 0
    facts, kinds = game.histories.history(month.year).facts, game.kinds
    first, last = month_span(month)
    return sum(
        number
        for day in range(first, last + 1)
        if day in facts
        for kind, number in facts[day].deeds.items()
        if kind in kinds and kinds[kind].giving
    )


def mirror_document(game: Game, year: int | None = None) -> dict[str, Any]:
    """Return the counted months, all or those of a year, as plain JSON values. Raises `StorageError`."""
    records = sorted(posts_in(game).values(), key=lambda record: (record.day, record.source))
    months: dict[str, Any] = {}
    for month, counts in month_totals(records).items():
        if year in (None, month.year):
            months[f"{month:%Y-%m}"] = {**_numbers(counts), "sources": {}}
    for record in records:
        if (of_month := months.get(f"{record.day:%Y-%m}")) is not None:
            of_month["sources"][record.source] = _numbers(counts_of(record))
    return {"months": months}


def _numbers(counts: PostCounts) -> dict[str, int]:
    return dict(zip(LABELS, counts, strict=True))
