"""A source of posts: how its files are told among those of an archive, and how they are counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from givequest.importers.posts.post_files import PostFile
from givequest.importers.posts.tally import PostTally
from givequest.named_tuple import NamedTuple

Roles = Mapping[str, Sequence[PostFile]]
"""The files of a source by what they are in it: `posts`, `comments`, `account`."""


class PostSource(NamedTuple):
    """One place where people post."""

    source: str
    """Its name in records and on the command line."""
    title: str
    """Its name in a sentence."""
    role_of: Callable[[PostFile], str | None]
    """Returns what a file is to it, by what is in it; None where it is nothing to it."""
    tally: Callable[[Roles, PostTally], None]
    """Counts the posts in its files; raises `GivequestError`, and then nothing is counted."""
    counted: frozenset[str] = frozenset(("posts", "comments"))
    """The roles of files in which posts are; the others only help to read them."""
