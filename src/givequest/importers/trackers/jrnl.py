"""jrnl: its text and its JSON. Each entry becomes a part of that day's page of the journal, in the order of the file.

How a date is written is whatever the player's `timeformat` says, so every bracket that begins a line is tried; one that
is no date is text. Whether `03/04/2026` is in March or April only the other dates of the file can tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from givequest.domain.text import quoted_value
from givequest.errors import GivequestError
from givequest.importers.files.contents import Content
from givequest.importers.files.decoding import lines_of
from givequest.importers.trackers.history_builder import HistoryBuilder
from givequest.importers.trackers.tracker import TrackerImporter
from givequest.named_tuple import NamedTuple

_BRACKET = re.compile(r"\[([^\]\n]{6,40})\] ?(.*)")
_DATED = re.compile(r"(?=.*\d{4})(?=.*\d.*[^\d].*\d)")
"""What has a year of four digits and another number can be a date."""
_BY_NUMBERS = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}\b.*")
_ENCRYPTED = "gAAAAA"
"""What Fernet's tokens begin with."""
_STAR = re.compile(r"\s+\*$")


class _Head(NamedTuple):
    """A line that begins an entry."""

    line: int
    written: str
    title: str
    body: list[str]


def is_encrypted(content: Content) -> bool:
    """Return whether a file is a journal that jrnl has encrypted."""
    return content.head.startswith(_ENCRYPTED)


def _fits_text(content: Content) -> bool:
    match = _BRACKET.match(lines_of(content.head)[0])
    return match is not None and _moment(match[1], day_first=False) is not None


def _read_text(content: Content, builder: HistoryBuilder) -> None:
    heads: list[_Head] = []
    for number, line in enumerate(lines_of(content.text), 1):
        match = _BRACKET.fullmatch(line)
        if match is not None and _moment(match[1], day_first=False) is not None:
            heads.append(_Head(number, match[1], match[2], []))
        elif heads:
            heads[-1].body.append(line)
        elif line.strip():
            builder.report(number, "it's before the first entry.")
    builder.total = len(heads)
    day_first = _is_day_first(heads, builder.place)
    for head in heads:
        moment = _moment(head.written, day_first=day_first)
        if moment is None:
            builder.report_day(head.line, head.written)
            continue
        text = "\n".join([_STAR.sub("", head.title), *head.body])
        builder.entry(moment.date(), f"{moment:%H:%M}", text, head.line)


def _is_day_first(heads: Sequence[_Head], place: str) -> bool:
    """Return whether days come before months in a file's dates. Raises `GivequestError` where nothing tells."""
    numbered = [head for head in heads if _BY_NUMBERS.fullmatch(head.written)]
    if not numbered:
        return False
    possible = []
    for day_first in (True, False):
        moments = [_moment(head.written, day_first=day_first) for head in numbered]
        if all(moment is not None and _agrees(head.written, moment, day_first) for head, moment in zip(
            numbered, moments, strict=True
        )):  # fmt: skip
            possible.append((day_first, [moment for moment in moments if moment is not None]))
    in_order = [(day_first, moments) for day_first, moments in possible if moments == sorted(moments)]
    settled = possible if len(possible) == 1 else in_order
    days = {tuple(moments) for _, moments in possible}
    if len(settled) == 1 or (possible and len(days) == 1):
        return settled[0][0] if settled else possible[0][0]
    written = quoted_value(numbered[0].written, 40)
    raise GivequestError(
        f"{place} doesn't tell whether {written} has the day or the month first; 'jrnl --export json' does."
    )


def _agrees(written: str, moment: datetime, day_first: bool) -> bool:
    first, second = (int(number) for number in re.findall(r"\d+", written)[:2])
    return (moment.day, moment.month) == ((first, second) if day_first else (second, first))


def _moment(written: str, *, day_first: bool) -> datetime | None:
    """Return what a bracket says, where it is a whole date."""
    written = written.strip()
    if not _DATED.match(written):
        return None
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        pass
    from dateutil.parser import ParserError, parse

    try:
        # What is not written comes from the default: two that differ in all of it tell whether anything is missing.
        one, other = (parse(written, dayfirst=day_first, default=day, ignoretz=True) for day in _DEFAULTS)
    except (ParserError, OverflowError, ValueError, TypeError):
        return None
    return one if one.date() == other.date() else None


_DEFAULTS = (datetime(2001, 3, 5), datetime(2002, 6, 9))


def _fits_json(content: Content) -> bool:
    return {"tags", "entries"} <= content.keys and isinstance(content.json["entries"], list)


def _read_json(content: Content, builder: HistoryBuilder) -> None:
    entries: list[Any] = content.json["entries"]
    builder.total = len(entries)
    for number, entry in enumerate(entries, 1):
        get = entry.get if isinstance(entry, dict) else lambda _: None
        day, time = get("date"), get("time")
        try:
            moment = datetime.fromisoformat(f"{day} {time}" if time else f"{day}")
        except ValueError:
            builder.report(0, f"entry {number} has no date.")
            continue
        texts = (get("title"), get("body"))
        text = "\n".join(part for part in texts if isinstance(part, str) and part.strip())
        builder.entry(moment.date(), f"{moment:%H:%M}" if time else "", text)


JRNL_TEXT = TrackerImporter("jrnl", "jrnl", _fits_text, _read_text)
JRNL_JSON = TrackerImporter("jrnl", "jrnl", _fits_json, _read_json)
