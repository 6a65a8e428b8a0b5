"""Posts counted by whose party they were, and the sentence that says so."""

from __future__ import annotations

from datetime import date

import pytest

from givequest.domain.mirror.counts import PostCounts, month_sentence, month_totals
from givequest.domain.records import read_any_record, to_document
from givequest.domain.records.posts import PostsRecord, posts_id, read_posts
from givequest.errors import RecordError

OCTOBER = date(2026, 10, 1)
AT = "2026-11-25T08:00:00+01:00"
GOOD = {"type": "posts", "day": "2026-10-01", "at": AT, "source": "x", "to_others": 1, "passed_on": 0, "only_me": 23}


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (PostCounts(), "In October, not a post."),
        (PostCounts(0, 0, 0, 1), "In October, 1 post: a party for one."),
        (PostCounts(0, 0, 0, 84), "In October, 84 posts: a party for one."),
        (PostCounts(40, 11, 10, 23), "In October, 61 of 84: someone else was at the party too."),
        (PostCounts(2, 0, 0, 0), "In October, 2 posts, and someone else was at every one."),
    ],
)
def test_a_month_says_what_it_was_and_judges_nothing(counts: PostCounts, sentence: str) -> None:
    """No aim, no reproach."""
    assert month_sentence(OCTOBER, counts) == sentence


def test_months_of_all_sources_come_together() -> None:
    """Each number by itself."""
    records = [PostsRecord(posts_id(source, OCTOBER), OCTOBER, AT, source, 1, 2, 3, 4) for source in ("x", "mastodon")]
    assert month_totals(records) == {OCTOBER: PostCounts(2, 4, 6, 8)}


def test_a_record_is_read_as_it_was_written() -> None:
    """A number that is not there is none; the id is that of its source and month."""
    record = read_posts(GOOD)
    assert (record.id, record.names_someone, record.only_me) == ("posts.x.2026-10", 0, 23)
    assert read_any_record(to_document(record)) == record


@pytest.mark.parametrize(
    "change",
    [
        {"day": "2026-10-02"}, {"source": "X"}, {"source": None}, {"only_me": -1}, {"only_me": True},
        {"only_me": 10**9}, {"only_me": "3"}, {"id": "posts.x.2026-11"},
    ],
)  # fmt: skip
def test_what_is_no_count_is_refused(change: dict[str, object]) -> None:
    """With a sentence."""
    with pytest.raises(RecordError):
        read_posts({**GOOD, **change})
