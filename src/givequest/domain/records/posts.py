"""Records of posts: how many of one's own there were in a month, and whose party they were. Never a word of any."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from givequest.domain.records.head import HEAD, NOTHING, SEQ, read_at, read_day, read_id, unknown_fields
from givequest.domain.records.own_fields import POSTS_FIELDS
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

TYPE = "posts"
MOST_POSTS = 1_000_000
"""Posts of a month: one every three seconds, day and night."""
_SOURCE = re.compile(r"[a-z][a-z0-9-]{0,31}")
_KNOWN = frozenset((*HEAD, SEQ, *POSTS_FIELDS))


class PostsRecord(NamedTuple):
    """The posts of one month in one place, counted."""

    id: str
    """`posts.`, the source and the month: `posts.mastodon.2026-10`. There is one of each."""
    day: date
    """The first day of the month, which is that of UTC."""
    at: str
    source: str
    """Where they were posted: `mastodon`."""
    to_others: int = 0
    """Answers to somebody else."""
    passed_on: int = 0
    """What somebody else has made, shared."""
    names_someone: int = 0
    """One's own, and somebody else is named in it."""
    only_me: int = 0
    """One's own, and nobody else is."""
    extra: Mapping[str, Any] = NOTHING
    """Fields that this version does not know: carried along, never read."""

    @property
    def type(self) -> str:
        """The type that it is stored under."""
        return TYPE

    def to_document(self) -> dict[str, Any]:
        """Return it as plain JSON values; every number is there, none left out."""
        document: dict[str, Any] = {"type": TYPE, "id": self.id, "day": self.day.isoformat(), "at": self.at}
        document.update({name: getattr(self, name) for name in POSTS_FIELDS})
        return {**self.extra, **document}


def posts_id(source: str, month: date) -> str:
    """Return the id of the posts of a source in the month of a day."""
    return f"{TYPE}.{source}.{month:%Y-%m}"


def read_posts(document: Mapping[str, Any]) -> PostsRecord:
    """Return the posts that a mapping describes; `RecordError` says in words what is wrong with it."""
    get = document.get
    day, source = read_day(get("day")), get("source")
    if day.day != 1:
        raise RecordError("its day isn't the first of a month.")
    if not (isinstance(source, str) and _SOURCE.fullmatch(source)):
        raise RecordError("its source isn't a word of small letters, like mastodon.")
    identity = read_id({"id": posts_id(source, day), **document})
    if identity != posts_id(source, day):
        raise RecordError(f"its id isn't {posts_id(source, day)}, as its source and month would have it.")
    numbers = {name: _read_number(get(name, 0), name) for name in POSTS_FIELDS[1:]}
    return PostsRecord(
        identity, day, read_at(get("at"), day), source, **numbers, extra=unknown_fields(document, _KNOWN)
    )


def _read_number(value: Any, field: str) -> int:
    if type(value) is int and 0 <= value <= MOST_POSTS:
        return value
    raise RecordError(f"its {field} isn't a number from 0 to {MOST_POSTS:,}.")
