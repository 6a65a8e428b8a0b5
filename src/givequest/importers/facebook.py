"""Facebook: the list of friends as JSON, whose letters are written as the bytes of UTF-8."""

from __future__ import annotations

from typing import Any

from givequest.domain.text import name_key
from givequest.importers.book_builder import NAMELESS, BookBuilder
from givequest.importers.fields.dates import day_of_timestamp
from givequest.importers.fields.names import is_nameless, joined_name
from givequest.importers.files.contents import Content
from givequest.importers.importer import Importer

_KEYS = ("friends_v2", "friends")


def _items(content: Content) -> list[Any] | None:
    found = next((content.json[key] for key in _KEYS if key in content.keys), None)
    return found if isinstance(found, list) else None


def _fits(content: Content) -> bool:
    items = _items(content)
    return bool(items) and any(isinstance(item, dict) and isinstance(item.get("name"), str) for item in items or ())


def _read(content: Content, builder: BookBuilder) -> None:
    items = _items(content) or []
    builder.total += len(items)
    for number, item in enumerate(items, 1):
        builder.advance()
        name = item.get("name") if isinstance(item, dict) else None
        if not isinstance(name, str):
            builder.report(0, f"entry {number} has no name, so it's left out.")
            continue
        name = joined_name(repaired(name))
        if is_nameless(name):
            builder.leave_out(0, NAMELESS)
            continue
        stamp = item.get("timestamp")
        key = f"{name_key(name)}|{stamp if type(stamp) is int else ''}"
        builder.add(0, name, key, since=day_of_timestamp(stamp))


def repaired(text: str) -> str:
    """Return text whose letters are the bytes of UTF-8 as it was meant; any other as it is."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


FACEBOOK = Importer("facebook", "facebook", "Facebook friends", _fits, _read)
