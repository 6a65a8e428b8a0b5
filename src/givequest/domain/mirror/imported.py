"""What importers make of an archive of one's own posts: four numbers a month, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.mirror.counts import PostCounts
from givequest.named_tuple import NamedTuple


class ImportedPosts(NamedTuple):
    """The posts of one source, counted."""

    source: str
    """Its name in records: `mastodon`."""
    title: str
    """What it is called in a sentence: `Mastodon`."""
    places: tuple[str, ...]
    """The files that were counted, as sentences call them."""
    months: Mapping[date, PostCounts]
    """By the first day of their month in UTC, the earliest first."""
    left_out: Mapping[str, int] = {}
    """Why something that can be read is not counted, with the number of it: `without a date`."""
    problems: tuple[Diagnostic, ...] = ()
    """What cannot be read, with its file."""

    @property
    def total(self) -> int:
        """How many posts there are."""
        return sum(counts.total for counts in self.months.values())
