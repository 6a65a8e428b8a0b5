"""The words for how long ago the last word to a person was: soft on purpose, and never a number of days."""

from __future__ import annotations

from bisect import bisect_right

NOT_YET = "not yet"
_FROM = (0, 1, 2, 7, 14, 42, 76, 151, 271, 451)
"""The first day, counted back from today, of each of the words."""
WORDS = (
    "today", "yesterday", "some days ago", "about a week ago", "some weeks ago", "a month or two ago",
    "some months ago", "half a year ago", "about a year ago", "years ago",
)  # fmt: skip
LONGEST = max(map(len, WORDS))
"""Letters of the longest of them."""


def last_word(last: int | None, today: int) -> str:
    """Return how long ago a day was, in words.

    Args:
        last: The ordinal of the last day on which a deed names the person; None where no deed does.
        today: The ordinal of today; a day after it counts as today.

    """
    return NOT_YET if last is None else WORDS[bisect_right(_FROM, max(today - last, 0)) - 1]
