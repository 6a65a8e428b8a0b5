"""The lines of an export: a header, then a record a line, each a JSON object."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

from givequest.errors import RecordError

HEADER = {"format": "givequest", "version": 1}
DEEPEST = 20
"""Levels of a record's fields in one another: a ledger that is nested without end could not be read again."""


def check_header(line: str) -> None:
    """Raise `RecordError` where a line is not the first one of an export that this version can read."""
    header = parse_line(line)
    if header.get("format") != HEADER["format"]:
        raise RecordError('This is no givequest export. The first line of one: {"format": "givequest", "version": 1}.')
    version = header.get("version")
    if type(version) is not int or version < 1:
        raise RecordError("Its first line has no version number.")
    if version > HEADER["version"]:  # type: ignore[operator]
        raise RecordError(f"It was written by a newer givequest (version {version}); update givequest to import it.")


def parse_line(line: str) -> dict[str, Any]:
    """Return the JSON object that a line holds; `RecordError` when it is none, or goes deeper than any record does."""
    if not line.isascii():
        try:
            line.encode()
        except UnicodeEncodeError:  # bytes that could not be decoded stand in it as lone surrogates
            raise RecordError("it isn't UTF-8 text.") from None
    try:
        document = json.loads(line, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        raise RecordError("it isn't JSON.") from None
    if not isinstance(document, dict):
        raise RecordError("it isn't a JSON object.")
    if not _is_flat(document):
        raise RecordError(f"its fields lie more than {DEEPEST} deep in one another.")
    return document


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(f"{text} is too large")
    return number


def _is_flat(value: object, levels: int = DEEPEST) -> bool:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels > 0 and all(_is_flat(part, levels - 1) for part in parts)
