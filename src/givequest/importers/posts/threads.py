"""Threads: threads_and_replies.json, within Instagram's archive. A word says that a post is an answer, not to whom."""

from __future__ import annotations

from typing import Any

from givequest.domain.mirror.counts import NAMES_SOMEONE, ONLY_ME, TO_OTHERS
from givequest.importers.posts.json_stream import stream_items
from givequest.importers.posts.mentions import names_another, unmangled
from givequest.importers.posts.meta_archive import key_at_top, own_handle, text_of
from givequest.importers.posts.post_files import PostFile
from givequest.importers.posts.post_source import PostSource, Roles
from givequest.importers.posts.tally import PostTally, moment_of

_POSTS = "text_post_app_text_posts"


def _role_of(file: PostFile) -> str | None:
    return "posts" if key_at_top(file, _POSTS) else None


def _count(roles: Roles, tally: PostTally) -> None:
    for file in roles["posts"]:
        own = own_handle(file)
        for _, item in stream_items(file, (_POSTS,), tally):
            media = item.get("media") if isinstance(item, dict) else None
            first = media[0] if isinstance(media, list) and media and isinstance(media[0], dict) else None
            if first is None:
                tally.leave_out("that aren't posts")
                continue
            text = unmangled(text_of(first, "title") or text_of(item, "title"))
            moment = moment_of(first.get("creation_timestamp", item.get("creation_timestamp")))
            if tally.is_new((moment, text)):
                tally.add(moment, _label(first, text, own))


def _label(post: dict[str, Any], text: str, own: str) -> int:
    about = post.get("text_app_post")
    if isinstance(about, dict) and about.get("is_reply") is True:
        return TO_OTHERS
    return NAMES_SOMEONE if names_another(text, own) else ONLY_ME


THREADS_POSTS = PostSource("threads", "Threads", _role_of, _count)
