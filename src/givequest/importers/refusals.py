"""Files that are known and not taken, each with the sentence that says why and what to bring instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Header
from givequest.importers.handles import is_list_of_addresses
from givequest.importers.instagram import is_bare_list, is_web_page
from givequest.named_tuple import NamedTuple

OF_OTHERS = "It's about what other people did or who you keep away, so givequest leaves it alone."
NOBODY = "It isn't an address book, so there's nobody in it."


class Refusal(NamedTuple):
    """One sort of file that is known and not taken."""

    what: str
    """What it is, as a sentence without a full stop, that goes on after the file's name."""
    why: str
    """Why nothing of it is taken, and what to bring instead."""
    fits: Callable[[Content], bool]

    def sentence(self, name: str) -> str:
        """Return the sentences that say so of a file."""
        return f"{name} {self.what}. {self.why}"


def _columns(*names: str) -> Header:
    return lambda columns: all(name in columns for name in names)


_MESSAGES = _columns("conversation id", "from", "to", "content")
_INVITATIONS = _columns("from", "to", "sent at", "direction")
_MASTODON = _columns("account address")
_HABITICA = _columns("task name", "task type", "value")
_LOOP = _columns("position", "name", "question")
_OLD_LOOP = _columns("name", "description", "numrepetitions", "interval")
REFUSED_HEADERS: tuple[Header, ...] = (_MESSAGES, _INVITATIONS, _MASTODON, _HABITICA, _LOOP, _OLD_LOOP)
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "is a picture", "Bring the file the other program exported."),
    (b"\xff\xd8\xff", "is a picture", "Bring the file the other program exported."),
    (b"GIF8", "is a picture", "Bring the file the other program exported."),
    (b"%PDF", "is a PDF", "Bring the contacts as vCard or CSV."),
    (b"!BDN", "is an Outlook mailbox", "Export the contacts from Outlook as CSV."),
    (b"\xd0\xcf\x11\xe0", "is an old Office file", "Save the contacts as CSV."),
    (b"\x1f\x8b", "is packed with gzip", "Unpack it first."),
    (b"7z\xbc\xaf", "is packed with 7-Zip", "Unpack it first."),
    (b"Rar!", "is packed with RAR", "Unpack it first."),
    (
        b"SQLite format 3\0",
        "is a database",
        "If it's a Loop Habits backup, it's a history of habits, so there's nobody in it.",
    ),
)
_HARSH = re.compile(r"\d{4}-\d\d-\d\d : .+ : [yns]\b|[^:\n]{1,60}: (.*: )?\d+(/\d+|[dwmy])?(: \d{4}-\d\d-\d\d)?$")
"""A line of harsh, of its log or of its list of habits."""
_JRNL = re.compile(r"\[\d{4}-\d\d-\d\d")
_YTD = re.compile(r"\s*window\.YTD\.([a-z_-]+)\.part", re.IGNORECASE)
_HEADING = re.compile(r"<(?:title|h1|h2)[^>]*>\s*([^<]{1,80})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def _begins(magic: bytes) -> Callable[[Content], bool]:
    return lambda content: content.data.startswith(magic)


def _ytd(*names: str) -> Callable[[Content], bool]:
    def fits(content: Content) -> bool:
        match = _YTD.match(content.head)
        return match is not None and (not names or match[1].lower() in names)

    return fits


def _has_header(header: Header) -> Callable[[Content], bool]:
    return lambda content: content.table is not None and header(content.table.columns)


def _keys(*names: str) -> Callable[[Content], bool]:
    return lambda content: not content.keys.isdisjoint(names)


def _is_relationship(content: Content) -> bool:
    return any(key.startswith("relationships_") and key != "relationships_following" for key in content.keys)


def _is_of_followers(content: Content) -> bool:
    heading = _HEADING.search(content.text) if is_web_page(content) else None
    name = heading[1].lower() if heading is not None else content.file_name
    return name.startswith("follower") and (is_bare_list(content) or is_web_page(content))


def _is_of_somebody(content: Content) -> bool:
    return is_bare_list(content) or is_web_page(content)


def _is_car(content: Content) -> bool:
    return b"eroots" in content.data[:40] and b"gversion" in content.data[:200]


def _is_diary(content: Content) -> bool:
    return {"tags", "entries"} <= content.keys or _JRNL.match(content.head) is not None


def _is_history(content: Content) -> bool:
    inner = next((content.json[key] for key in ("tasks", "data") if key in content.keys), None)
    if "habits" in content.keys or (isinstance(inner, dict) and ("dailys" in inner or "habits" in inner)):
        return True
    lines = [line for line in content.head.split("\n")[:100] if line.strip() and line[0] not in "#!"]
    return bool(lines) and 2 * sum(_HARSH.match(line) is not None for line in lines) >= len(lines)


def _is_no_text(content: Content) -> bool:
    return len(_CONTROLS.findall(content.head)) > len(content.head) // 50


BINARIES: tuple[Refusal, ...] = (
    *(Refusal(what, why, _begins(magic)) for magic, what, why in _MAGIC),
    Refusal(
        "is a Bluesky archive",
        "It has IDs instead of names, and only Bluesky can tell whose; a list of handles, one per line, works.",
        _is_car,
    ),
    Refusal("isn't a text file", "Bring the file the other program exported.", _is_no_text),
)
"""What is no text: told before anything is decoded."""
REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        "is your following list from X, with ID numbers instead of names",
        "So there's nobody to greet; a list of handles, one per line, works.",
        _ytd("following"),
    ),
    Refusal("is a file of messages", "givequest reads nobody's messages.", _ytd("direct_messages", "direct-messages")),
    Refusal("is a list from X", OF_OTHERS, _ytd()),
    Refusal("is a file of messages", "givequest reads nobody's messages.", _has_header(_MESSAGES)),
    Refusal("is a file of messages", "givequest reads nobody's messages.", _keys("participants", "messages")),
    Refusal("is a list of invitations", f"{OF_OTHERS} Connections.csv works.", _has_header(_INVITATIONS)),
    Refusal("is another Mastodon list", f"{OF_OTHERS} following_accounts.csv works.", _has_header(_MASTODON)),
    Refusal("is another Instagram list", f"{OF_OTHERS} following.json works.", _is_relationship),
    Refusal("is a list of followers", f"{OF_OTHERS} following.json works.", _is_of_followers),
    Refusal(
        "is a list of Instagram accounts, and doesn't say whether you follow them",
        "If you do, say --as instagram.",
        _is_of_somebody,
    ),
    Refusal(
        "is another Facebook list",
        f"{OF_OTHERS} your_friends.json works.",
        _keys(
            "deleted_friends_v2", "deleted_friends", "removed_friends_v2", "received_requests_v2", "sent_requests_v2",
            "rejected_requests_v2", "followers_v2", "following_v3", "blocked_users_v2",
        ),
    ),
    Refusal("is a history of habits", NOBODY, _has_header(_HABITICA)),
    Refusal("is a history of habits", NOBODY, _has_header(_LOOP)),
    Refusal("is a history of habits", NOBODY, _has_header(_OLD_LOOP)),
    Refusal("is a diary", NOBODY, _is_diary),
    Refusal("is a history of habits", NOBODY, _is_history),
    Refusal(
        "has an address like name@host on each line",
        "That could be Mastodon or mail; if they're who you follow on Mastodon, say --as mastodon.",
        is_list_of_addresses,
    ),
)  # fmt: skip
