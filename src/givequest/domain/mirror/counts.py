"""Posts by whose party they were, counted; and the one sentence that says so of a month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from givequest.domain.days import MONTHS
from givequest.domain.records.posts import PostsRecord
from givequest.named_tuple import NamedTuple

TO_OTHERS, PASSED_ON, NAMES_SOMEONE, ONLY_ME = range(4)
"""What a post is; of several that fit the first counts."""
LABELS = ("to_others", "passed_on", "names_someone", "only_me")
"""Their names in records and JSON."""


class PostCounts(NamedTuple):
    """How many posts of each sort there were."""

    to_others: int = 0
    passed_on: int = 0
    names_someone: int = 0
    only_me: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def with_others(self) -> int:
        """Those in which somebody else was at the party."""
        return self.total - self.only_me

    def plus(self, other: Iterable[int]) -> PostCounts:
        """Return both together."""
        return PostCounts(*(one + two for one, two in zip(self, other, strict=True)))


NO_POSTS = PostCounts()
Months = Mapping[date, PostCounts]
"""Counts by the first day of their month."""


def counts_of(record: PostsRecord) -> PostCounts:
    """Return what a record counts."""
    return PostCounts(record.to_others, record.passed_on, record.names_someone, record.only_me)


def month_totals(records: Iterable[PostsRecord]) -> dict[date, PostCounts]:
    """Return what all sources come to, month by month, the earliest first."""
    months: dict[date, PostCounts] = {}
    for record in records:
        months[record.day] = months.get(record.day, NO_POSTS).plus(counts_of(record))
    return dict(sorted(months.items()))


def month_sentence(month: date, counts: PostCounts) -> str:
    """Return what a month says, without a judgement: `In October, 61 of 84: someone else was at the party too.`"""
    name = MONTHS[month.month - 1]
    if not counts.total:
        return f"In {name}, not a post."
    if not counts.with_others:
        return f"In {name}, {_posts(counts.total)}: a party for one."
    if not counts.only_me:
        return f"In {name}, {_posts(counts.total)}, and someone else was at every one."
    return f"In {name}, {counts.with_others:,} of {counts.total:,}: someone else was at the party too."


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count:,} posts"
