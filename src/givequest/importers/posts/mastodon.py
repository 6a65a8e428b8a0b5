"""Mastodon: outbox.json. A Create is one's own post or answer, an Announce passes somebody's on.

Whatever lies below the address of the actor who wrote the activity is their own: a thread, or a post of theirs that
they passed on again. Direct messages and posts for followers are counted like others; nothing of them is shown.
"""

from __future__ import annotations

from typing import Any

from givequest.domain.mirror.counts import NAMES_SOMEONE, ONLY_ME, PASSED_ON, TO_OTHERS
from givequest.importers.posts.json_stream import stream_items
from givequest.importers.posts.post_files import PostFile
from givequest.importers.posts.post_source import PostSource, Roles
from givequest.importers.posts.tally import PostTally, iso_moment

_ITEMS = "orderedItems"
_QUOTES = ("quote", "quoteUri", "quoteUrl", "_misskey_quote")


def _role_of(file: PostFile) -> str | None:
    head = file.head
    is_outbox = head.startswith("{") and (f'"{_ITEMS}"' in head or '"OrderedCollection' in head)
    return "posts" if is_outbox and file.file_name not in ("likes.json", "bookmarks.json") else None


def _count(roles: Roles, tally: PostTally) -> None:
    for file in roles["posts"]:
        for _, item in stream_items(file, (_ITEMS,), tally):
            if not isinstance(item, dict) or item.get("type") not in ("Create", "Announce"):
                tally.leave_out("that aren't posts")
            elif tally.is_new(item.get("id") or repr(item)):
                tally.add(iso_moment(item.get("published")), _label(item))


def _label(item: dict[str, Any]) -> int:
    actor, posted = str(item.get("actor") or ""), item.get("object")
    if item["type"] == "Announce":
        whose = posted if isinstance(posted, str) else _text(posted, "id")
        return ONLY_ME if _is_own(whose, actor) else PASSED_ON
    answered = _text(posted, "inReplyTo")
    if answered and not _is_own(answered, actor):
        return TO_OTHERS
    quoted = next((found for name in _QUOTES if (found := _text(posted, name))), "")
    if quoted and not _is_own(quoted, actor):
        return PASSED_ON
    tags = posted.get("tag") if isinstance(posted, dict) else None
    mentions = (tag for tag in tags if isinstance(tag, dict)) if isinstance(tags, list) else ()
    named = any(tag.get("type") == "Mention" and tag.get("href") != actor for tag in mentions)
    return NAMES_SOMEONE if named else ONLY_ME


def _text(posted: Any, name: str) -> str:
    value = posted.get(name) if isinstance(posted, dict) else None
    return value if isinstance(value, str) else ""


def _is_own(address: str, actor: str) -> bool:
    return bool(actor) and (address == actor or address.startswith(f"{actor}/"))


MASTODON_POSTS = PostSource("mastodon", "Mastodon", _role_of, _count)
