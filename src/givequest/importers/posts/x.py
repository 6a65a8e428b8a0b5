"""X: tweets.js and its parts, scripts that give a list a name; account.js says who one is.

All numbers are text and nothing is sorted. A retweet is only known by how its text begins, and a quote by an address.
What was deleted, what was for a circle, and long texts that stand in tweets.js as well are in files of their own, which
are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from givequest.domain.mirror.counts import NAMES_SOMEONE, ONLY_ME, PASSED_ON, TO_OTHERS
from givequest.importers.posts.json_stream import stream_items
from givequest.importers.posts.mentions import names_another
from givequest.importers.posts.post_files import PostFile
from givequest.importers.posts.post_source import PostSource, Roles
from givequest.importers.posts.tally import PostTally, iso_moment
from givequest.named_tuple import NamedTuple

_GLOBAL = re.compile(r"window\.YTD\.(tweets?|account)\.part\d+\s*=")
_PASSED_ON = re.compile(r"RT @(\w{1,20}):")
_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w{1,20})/status/(\d{1,20})(?:[/?].*)?", re.I)
_WRITTEN = "%a %b %d %H:%M:%S %z %Y"


class _Own(NamedTuple):
    """Who one is."""

    account: str
    handle: str


def _role_of(file: PostFile) -> str | None:
    match = _GLOBAL.match(file.head)
    return None if match is None else "account" if match[1] == "account" else "posts"


def _count(roles: Roles, tally: PostTally) -> None:
    own = _read_account(roles, tally)
    if not own.account:
        place = roles["posts"][0].name
        tally.report(place, "account.js isn't beside it, so an answer to yourself may count as one to someone else.")
    # Whether somebody was answered that one is oneself may only be known once all of one's own posts are.
    ids = {_text(tweet, "id_str") for tweet in _tweets(roles, tally)} if not own.account else set()
    for tweet in _tweets(roles, tally):
        if tally.is_new(_text(tweet, "id_str") or repr(tweet)):
            tally.add(_moment(tweet.get("created_at")), _label(tweet, own, ids))


def _tweets(roles: Roles, tally: PostTally) -> Iterator[dict[str, Any]]:
    for file in roles["posts"]:
        for _, item in stream_items(file, ("",), tally):
            tweet = item.get("tweet", item) if isinstance(item, dict) else None
            if isinstance(tweet, dict) and ("full_text" in tweet or "text" in tweet or "created_at" in tweet):
                yield tweet
            else:
                tally.leave_out("that aren't posts")


def _read_account(roles: Roles, tally: PostTally) -> _Own:
    for file in roles.get("account", ()):
        for _, item in stream_items(file, ("",), tally):
            account = item.get("account") if isinstance(item, dict) else None
            if isinstance(account, dict):
                return _Own(_text(account, "accountId"), _text(account, "username").lower())
    return _Own("", "")


def _label(tweet: dict[str, Any], own: _Own, ids: set[str]) -> int:
    text = _text(tweet, "full_text") or _text(tweet, "text")
    status, user = _text(tweet, "in_reply_to_status_id_str"), _text(tweet, "in_reply_to_user_id_str")
    if status and not (user == own.account if user and own.account else status in ids):
        return TO_OTHERS
    if (passed_on := _PASSED_ON.match(text)) is not None:
        return ONLY_ME if passed_on[1].lower() == own.handle else PASSED_ON
    if _quotes_another(tweet, own, ids):
        return PASSED_ON
    entities = tweet.get("entities")
    mentions = entities.get("user_mentions") if isinstance(entities, dict) else None
    named = [mention for mention in mentions if isinstance(mention, dict)] if isinstance(mentions, list) else []
    others = [mention for mention in named if not _is_own(mention, own)]
    is_to_somebody = bool(user) and user != own.account
    return NAMES_SOMEONE if others or is_to_somebody or names_another(text, own.handle) else ONLY_ME


def _quotes_another(tweet: dict[str, Any], own: _Own, ids: set[str]) -> bool:
    quoted = _text(tweet, "quoted_status_id_str")
    entities = tweet.get("entities")
    urls = entities.get("urls") if isinstance(entities, dict) else None
    for url in urls if isinstance(urls, list) else []:
        match = _STATUS.fullmatch(_text(url, "expanded_url"))
        if match is not None:
            return match[1].lower() != own.handle and match[2] not in ids
    return bool(quoted) and quoted not in ids


def _is_own(mention: dict[str, Any], own: _Own) -> bool:
    account, handle = _text(mention, "id_str") or _text(mention, "id"), _text(mention, "screen_name").lower()
    return bool((own.account and account == own.account) or (own.handle and handle == own.handle))


def _moment(written: Any) -> datetime | None:
    if not isinstance(written, str):
        return None
    try:
        return datetime.strptime(written, _WRITTEN)
    except ValueError:
        return iso_moment(written)


def _text(item: Any, name: str) -> str:
    value = item.get(name) if isinstance(item, dict) else None
    return value if isinstance(value, str) else ""


X_POSTS = PostSource("x", "X", _role_of, _count)
