"""Lists of handles: one a line, or what programs that use Bluesky's interface save."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from givequest.domain.text import clean_line
from givequest.importers.book_builder import NAMELESS, BookBuilder
from givequest.importers.fields.links import is_host
from givequest.importers.fields.names import is_nameless, joined_name
from givequest.importers.files.contents import Content
from givequest.importers.files.limits import MOST_ROWS
from givequest.importers.importer import Importer

_AT_NAME = re.compile(r"@[\w.-]{2,64}")
_ADDRESS = re.compile(r"@?[\w.+-]{1,64}@[\w.-]{1,190}\.[\w-]{1,60}")
_COMMENT = "#"
_LONGEST = 300


def lines_of(content: Content) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold anything but a comment, with their numbers."""
    for number, line in enumerate(content.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        word = clean_line(line)
        if word and not word.startswith(_COMMENT):
            yield number, word


def is_list_of_addresses(content: Content) -> bool:
    """Return whether each line is `name@host`: a handle of Mastodon or a mail address, nobody can tell."""
    return _is_list(content) and all(_ADDRESS.fullmatch(word) for _, word in lines_of(content))


def _is_list(content: Content) -> bool:
    """Return whether a file may be a list of words, one a line."""
    is_other = content.head[:1] in ("{", "[", "<", "") or content.text.count("\n") > MOST_ROWS
    return not is_other and len(content.head.partition("\n")[0]) <= _LONGEST and any(True for _ in lines_of(content))


def _is_handle(word: str) -> bool:
    return is_host(word.removeprefix("@")) or _AT_NAME.fullmatch(word) is not None


def _fits(content: Content) -> bool:
    follows = content.json.get("follows") if "follows" in content.keys else None
    if isinstance(follows, list):
        return any(isinstance(item, dict) and isinstance(item.get("handle"), str) for item in follows)
    return _is_list(content) and all(_is_handle(word) for _, word in lines_of(content))


def _read(content: Content, builder: BookBuilder) -> None:
    follows = content.json.get("follows") if "follows" in content.keys else None
    if isinstance(follows, list):
        for number, item in enumerate(follows, 1):
            _read_item(number, item, builder)
        return
    for line, word in lines_of(content):
        builder.advance()
        if _is_handle(word) or _ADDRESS.fullmatch(word):
            handle = word.removeprefix("@")
            builder.add(line, f"@{handle}", handle.casefold())
        else:
            builder.leave_out(line, NAMELESS)


def _read_item(number: int, item: Any, builder: BookBuilder) -> None:
    builder.advance()
    handle = item.get("handle") if isinstance(item, dict) else None
    if not isinstance(handle, str) or not _is_handle(clean_line(handle)):
        builder.report(0, f"entry {number} names no account, so it's left out.")
        return
    handle = clean_line(handle).removeprefix("@")
    shown = item.get("displayName")
    name = joined_name(shown) if isinstance(shown, str) else ""
    name = f"@{handle}" if is_nameless(name) else name
    builder.add(0, name, handle.casefold(), also=[f"@{handle}"])


HANDLES = Importer("list", "list", "list of handles", _fits, _read)
