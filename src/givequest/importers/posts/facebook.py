"""Facebook: one's posts, and comments.json, in which friends' comments may stand as well.

What a post is stands only in a title in the language of its owner, so no title is read: a link to somewhere else was
passed on, and a name is known by a tag or by `@[number:…:Name]` in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from givequest.domain.mirror.counts import NAMES_SOMEONE, ONLY_ME, PASSED_ON, TO_OTHERS
from givequest.importers.posts.json_stream import stream_items
from givequest.importers.posts.mentions import unmangled
from givequest.importers.posts.meta_archive import is_list, key_at_top, text_of
from givequest.importers.posts.post_files import PostFile
from givequest.importers.posts.post_source import PostSource, Roles
from givequest.importers.posts.tally import OF_OTHERS, PostTally, moment_of

_COMMENTS = ("comments_v2", "comments")
_MENTION = re.compile(r"@\[\d{1,20}:\d{1,9}:[^\]]{1,200}\]")


def _role_of(file: PostFile) -> str | None:
    if any(key_at_top(file, key) for key in _COMMENTS):
        return "comments"
    head = file.head
    is_posts = is_list(file) and '"timestamp"' in head and ('"data"' in head or '"attachments"' in head)
    return "posts" if is_posts and '"label_values"' not in head and '"string_map_data"' not in head else None


def _count(roles: Roles, tally: PostTally) -> None:
    for file in roles.get("posts", ()):
        for _, item in stream_items(file, ("",), tally):
            seconds = item.get("timestamp") if isinstance(item, dict) else None
            text = unmangled(" ".join(text_of(each, "post") for each in _list(item, "data")))
            if tally.is_new(("post", seconds, text, text_of(item, "title"))):
                tally.add(moment_of(seconds), _label(item, text))
    _count_comments(roles, tally)


def _label(item: Any, text: str) -> int:
    for attachment in _list(item, "attachments"):
        if any("external_context" in each for each in _list(attachment, "data")):
            return PASSED_ON
    return NAMES_SOMEONE if _list(item, "tags") or _MENTION.search(text) else ONLY_ME


def _count_comments(roles: Roles, tally: PostTally) -> None:
    found: list[tuple[str, Any, str]] = []
    for file in roles.get("comments", ()):
        for _, item in stream_items(file, _COMMENTS, tally):
            inner: dict[str, Any] = next(
                (each["comment"] for each in _list(item, "data") if isinstance(each.get("comment"), dict)), {}
            )
            seconds = inner.get("timestamp", item.get("timestamp") if isinstance(item, dict) else None)
            found.append((text_of(inner, "author"), seconds, text_of(inner, "comment")))
    authors = Counter(author for author, _, _ in found if author)
    owner = authors.most_common(1)[0][0] if authors else ""
    for author, seconds, text in found:
        if author and author != owner:
            tally.leave_out(OF_OTHERS)
        elif tally.is_new(("comment", seconds, text)):
            tally.add(moment_of(seconds), TO_OTHERS)


def _list(item: Any, name: str) -> list[dict[str, Any]]:
    value = item.get(name) if isinstance(item, dict) else None
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


FACEBOOK_POSTS = PostSource("facebook", "Facebook", _role_of, _count)
