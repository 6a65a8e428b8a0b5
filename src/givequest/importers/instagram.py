"""Instagram: the accounts you follow, as JSON in its three shapes, or as the web page that is the default download."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote

from givequest.importers.book_builder import NAMELESS, BookBuilder
from givequest.importers.fields.links import path_in
from givequest.importers.files.contents import Content
from givequest.importers.importer import Importer

KEY = "relationships_following"
_HREF = re.compile(r"""href\s*=\s*["'](https?://(?:www\.)?instagram\.com/[^"'<>\s]{1,200})["']""", re.IGNORECASE)
_HANDLE = re.compile(r"[\w.]{1,40}")
_HOST = "instagram.com"


def is_web_page(content: Content) -> bool:
    """Return whether a file is a page that leads to accounts of Instagram."""
    return content.head.startswith("<") and _HREF.search(content.text) is not None


def is_bare_list(content: Content) -> bool:
    """Return whether a file is a list of accounts that does not say whether they follow or are followed."""
    items = content.json
    return isinstance(items, list) and any(isinstance(item, dict) and "string_list_data" in item for item in items)


def _fits(content: Content) -> bool:
    if KEY in content.keys:
        return True
    return (is_bare_list(content) or is_web_page(content)) and content.file_name.startswith("following")


def _read(content: Content, builder: BookBuilder) -> None:
    if content.head.startswith("<"):
        line, seen = 1, 0
        for match in _HREF.finditer(content.text):
            line, seen = line + content.text.count("\n", seen, match.start()), match.start()
            _add(builder, line, handle_in(unescape(match[1])))
        return
    items = content.json.get(KEY) if isinstance(content.json, dict) else content.json
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        found = next(filter(None, _handles(item)), None)
        if found is None:
            builder.report(0, f"entry {number} names no account, so it's left out.")
        else:
            _add(builder, 0, found)


def _add(builder: BookBuilder, line: int, handle: str | None) -> None:
    builder.advance()
    if handle is None:
        builder.leave_out(line, NAMELESS)
    else:
        builder.add(line, f"@{handle}", handle.casefold(), links=[f"{_HOST}/{handle}"])


def _handles(item: Any) -> Iterator[str | None]:
    """Yield what an entry names an account by: the value, the link, the title."""
    if not isinstance(item, dict):
        return
    data = item.get("string_list_data")
    inner = data[0] if isinstance(data, list) and data and isinstance(data[0], dict) else {}
    yield _handle(inner.get("value"))
    href = inner.get("href")
    yield handle_in(href) if isinstance(href, str) else None
    yield _handle(item.get("title"))


def _handle(value: Any) -> str | None:
    return value if isinstance(value, str) and _HANDLE.fullmatch(value) else None


def handle_in(address: str) -> str | None:
    """Return the account that a link leads to, None where it leads to none."""
    path = path_in(address, _HOST)
    return None if path is None else _handle(unquote(path).removeprefix("_u/").partition("/")[0])


INSTAGRAM = Importer("instagram", "instagram", "Instagram accounts you follow", _fits, _read)
