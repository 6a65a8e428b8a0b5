"""The fields of a person as options of a command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from typing import Any

from givequest.domain.people.quick_entry import read_date_of
from givequest.domain.people.ties import TIES

LISTS = {"tag": "tags", "date": "dates", "also": "also", "link": "links"}
"""Options that can be given more than once, and the fields that they add to."""


def add_field_options(parser: ArgumentParser) -> None:
    """Add an option for each field."""
    parser.add_argument("--tie", metavar="TIE", help=f"how near they are: {', '.join(TIES)}")
    parser.add_argument(
        "--tag", metavar="TAG", action="append", default=[], help="a word of yours; more than once if need be"
    )
    parser.add_argument("--date", metavar="DATE", action="append", default=[], help='a day of theirs: "3 dec birthday"')
    parser.add_argument("--also", metavar="NAME", action="append", default=[], help="another name of theirs")
    parser.add_argument("--link", metavar="LINK", action="append", default=[], help="an address; it's never opened")
    parser.add_argument("--met", metavar="WORDS", help="where and when you met")
    parser.add_argument("--note", metavar="WORDS", help="a line about them")


def lists_of(arguments: Namespace, today: date) -> dict[str, Sequence[str]]:
    """Return what the options add to each list. Raises `UsageError` for a date that cannot be read."""
    given: dict[str, Any] = {field: getattr(arguments, option) for option, field in LISTS.items()}
    return {**given, "dates": [read_date_of(text, today) for text in arguments.date]}
