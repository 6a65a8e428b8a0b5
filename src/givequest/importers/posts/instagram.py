"""Instagram: posts_1.json and post_comments_1.json with what follows them.

A post's text is beside its pictures, or with the first of them. The names of a comment's fields are in the language of
whoever asked for the archive, so they go by their order: the comment, whose post it is under, the time.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from givequest.domain.mirror.counts import NAMES_SOMEONE, ONLY_ME, TO_OTHERS
from givequest.importers.posts.json_stream import stream_items
from givequest.importers.posts.mentions import names_another, unmangled
from givequest.importers.posts.meta_archive import is_list, key_at_top, own_handle, text_of
from givequest.importers.posts.post_files import PostFile
from givequest.importers.posts.post_source import PostSource, Roles
from givequest.importers.posts.tally import PostTally, moment_of

_COMMENTS = ("comments_media_comments", "comments_reels_comments")


def _role_of(file: PostFile) -> str | None:
    head = file.head
    if any(key_at_top(file, key) for key in _COMMENTS):
        return "comments"
    if not is_list(file):
        return None
    if '"string_map_data"' in head or '"string_list_data"' in head:
        return "comments" if "comment" in file.file_name else None
    return "posts" if '"media"' in head and '"creation_timestamp"' in head and '"uri"' in head else None


def _count(roles: Roles, tally: PostTally) -> None:
    for file in roles.get("posts", ()):
        for _, item in stream_items(file, ("",), tally):
            media = item.get("media") if isinstance(item, dict) else None
            first = media[0] if isinstance(media, list) and media and isinstance(media[0], dict) else {}
            text = unmangled(text_of(item, "title") or text_of(first, "title"))
            seconds = (
                item.get("creation_timestamp", first.get("creation_timestamp")) if isinstance(item, dict) else None
            )
            if tally.is_new(("post", seconds, text, text_of(first, "uri"))):
                tally.add(moment_of(seconds), NAMES_SOMEONE if names_another(text, own_handle(file)) else ONLY_ME)
    for file in roles.get("comments", ()):
        for _, item in stream_items(file, ("", *_COMMENTS), tally):
            text, whose, moment = _comment(item)
            if moment is None and not text and not whose:
                tally.leave_out("that aren't posts")
            elif tally.is_new(("comment", moment, whose, text)):
                own = own_handle(file)
                tally.add(moment, ONLY_ME if own and whose == own else TO_OTHERS)


def _comment(item: Any) -> tuple[str, str, datetime | None]:
    """Return what a comment says, whose post it is under, and when it was written."""
    fields = item.get("string_map_data") if isinstance(item, dict) else None
    if isinstance(fields, dict):
        values = [each for each in fields.values() if isinstance(each, dict)]
        said = [text_of(each, "value") for each in values if "value" in each and "timestamp" not in each]
        seconds = next((each["timestamp"] for each in values if "timestamp" in each), None)
        text, whose = (*said, "", "")[:2]
        return unmangled(text), whose.lower(), moment_of(seconds)
    listed = item.get("string_list_data") if isinstance(item, dict) else None
    first = listed[0] if isinstance(listed, list) and listed and isinstance(listed[0], dict) else {}
    return unmangled(text_of(first, "value")), text_of(item, "title").lower(), moment_of(first.get("timestamp"))


INSTAGRAM_POSTS = PostSource("instagram", "Instagram", _role_of, _count)
