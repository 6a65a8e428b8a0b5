"""The tally of one source: posts by month and by whose party they were, each once, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.mirror.counts import LABELS, PostCounts
from givequest.domain.mirror.imported import ImportedPosts
from givequest.domain.records import FIRST_YEAR
from givequest.domain.records.posts import MOST_POSTS
from givequest.errors import GivequestError
from givequest.importers.posts.post_files import PostFile

Progress = Callable[[int, int], object]
"""Called now and then with how much of how much is read; what it raises ends the reading."""
MOST_IN_ALL = 3_000_000
UNDATED, OF_OTHERS, TWICE = "without a date", "by someone else", "there twice"


def no_progress(_: int, __: int) -> None:
    """Tell nobody how far it is."""


class PostTally:
    """What was counted of one source."""

    def __init__(self, progress: Progress = no_progress) -> None:
        self._progress = progress
        self._months: dict[date, list[int]] = {}
        self._seen: set[int] = set()
        self._left_out: Counter[str] = Counter()
        self._problems: list[Diagnostic] = []
        self._places: list[str] = []
        self._count = 0
        self._done = 0
        self.total = 0
        """Bytes of all files of the source."""

    def reading(self, file: PostFile) -> Callable[[int], None]:
        """Begin with a file; what is returned is to be told how many bytes of it were read."""
        before = self._done
        if file.name not in self._places:
            self._places.append(file.name)

        def note(count: int) -> None:
            self._done = before + count
            self._progress(self._done, max(self.total, self._done))

        return note

    def is_new(self, key: object) -> bool:
        """Return whether something that is told apart by a key comes for the first time; else it is left out."""
        # What a broken file has in the place of a moment need not be hashable; and text takes ten times as much memory.
        mark = hash(repr(key))
        if mark in self._seen:
            self._left_out[TWICE] += 1
            return False
        self._seen.add(mark)
        return True

    def add(self, moment: datetime | None, label: int) -> None:
        """Count a post in the UTC month of its moment; one without is left out. Raises `GivequestError`."""
        self._count += 1
        if self._count > MOST_IN_ALL:
            raise GivequestError(f"{self._places[-1]} has more than {MOST_IN_ALL:,} posts in it; nobody has as many.")
        if moment is None or not FIRST_YEAR < moment.year < date.max.year:
            self._left_out[UNDATED] += 1
            return
        utc = moment.astimezone(UTC) if moment.tzinfo else moment
        numbers = self._months.setdefault(date(utc.year, utc.month, 1), [0] * len(LABELS))
        if sum(numbers) >= MOST_POSTS:
            raise GivequestError(f"{self._places[-1]} has more than {MOST_POSTS:,} posts in a month; nobody has.")
        numbers[label] += 1

    def leave_out(self, reason: str) -> None:
        """Leave out what can be read and is not counted."""
        self._left_out[reason] += 1

    def report(self, place: str, message: str) -> None:
        """Say what cannot be read, or what follows from something that is missing."""
        self._problems.append(Diagnostic(place, message))

    def build(self, source: str, title: str) -> ImportedPosts:
        """Return what was counted."""
        months = {month: PostCounts(*numbers) for month, numbers in sorted(self._months.items())}
        return ImportedPosts(source, title, tuple(self._places), months, dict(self._left_out), tuple(self._problems))


def moment_of(seconds: object) -> datetime | None:
    """Return the moment of Unix seconds; None where it is none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def iso_moment(text: object) -> datetime | None:
    """Return the moment of an ISO timestamp, one without an offset being UTC; None where it is none."""
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)
