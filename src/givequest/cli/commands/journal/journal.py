"""`givequest journal`: a page written, from words, stdin or an editor; or pages listed and searched."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from typing import TYPE_CHECKING

from givequest.application.journal import write_entry
from givequest.application.journal.edited_page import SavedPage
from givequest.cli.arguments import named_day
from givequest.cli.input import read_text
from givequest.cli.output import complain, is_terminal, print_json, print_line
from givequest.composition import Home
from givequest.domain.days import format_day
from givequest.domain.journal.search import words_of
from givequest.domain.journal.sorts import label_of
from givequest.domain.records import Record
from givequest.errors import UsageError

if TYPE_CHECKING:
    from givequest.domain.journal.search import Query

EXAMPLE = 'journal "A long walk by the river." --on friday'
LONGEST_EXCERPT = 72


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "text", metavar="TEXT|-", nargs="*", help="the page; - reads it from stdin; without it $EDITOR opens"
    )
    parser.add_argument("--on", "--day", dest="day", metavar="DAY", help="the day it's for, or the day to list")
    parser.add_argument("--list", action="store_true", help="list what you wrote, newest first")
    parser.add_argument(
        "--search", metavar="WORDS", help="list what you wrote, deeds too, with all of these words or #tags"
    )
    parser.add_argument("--limit", metavar="N", type=int, default=0, help="list no more than N")
    parser.add_argument("--json", action="store_true", help="print whole records")


def run(arguments: Namespace, home: Home) -> int:
    """Write the page, or list."""
    day = named_day(arguments.day, home.game)
    if arguments.list or arguments.search is not None:
        if arguments.text:
            raise UsageError("Either write a page or list pages, not both at once.")
        return _list(arguments, home, day)
    from givequest.cli.editing import edit_page, take_in_left_pages
    from givequest.terminal.own_editor import chosen_editor

    editor = chosen_editor()
    is_asked = not arguments.text and is_terminal(sys.stdin)
    pages = take_in_left_pages(home, editor, may_ask=is_asked)
    if pages:
        pass
    elif is_asked and editor:
        pages = [edit_page(home, editor, day or home.game.today())]
    else:
        text = read_text(arguments.text, "What would you like to write down?")
        pages = [SavedPage(write_entry(home.game, text, day))]
    if arguments.json:
        _print_records([page.entry for page in pages if page is not None and page.entry is not None])
        return 0
    for page in pages:
        print_line(_told(page, home))
    return 0


def _told(page: SavedPage | None, home: Home) -> str:
    """Return what became of a page, in a sentence."""
    if page is None:
        return "Nothing was written."
    if page.entry is None:
        return "The page is empty now, so it's out of the journal; 'givequest undo' brings it back."
    return f"Written down for {format_day(page.entry.day, home.game.today())}."


def _list(arguments: Namespace, home: Home, day: date | None) -> int:
    from givequest.application.journal.archive import JournalArchive
    from givequest.domain.journal.search import read_query

    query = read_query(arguments.search or "")
    archive = home.game.derived(JournalArchive)
    while archive.read_on() or (query.words and archive.read_deeds_on()):
        pass
    found = [text.record for text in archive.search(query)]
    if day is not None:
        found = [record for record in found if record.day == day]
    if arguments.limit > 0:
        found = found[: arguments.limit]
    if arguments.json:
        _print_records(found)
    else:
        for record in found:
            label = label_of(record, home.game.kinds)
            _print_whole(record, label) if day is not None else print_line(_excerpt(record, label, query))
    for message in archive.broken.values():
        complain(message)
    return 0


def _print_records(records: list[Record]) -> None:
    from givequest.application.data.import_export import export_document

    print_json([export_document(record) for record in records])


def _print_whole(record: Record, label: str) -> None:
    print_line(f"{format_day(record.day)} {record.day.year}{f', {label}' if label else ''}")
    print_line()
    print_line(words_of(record))
    print_line()


def _excerpt(record: Record, label: str, query: Query) -> str:
    """Return a record's words on a line: the first of them, or those around what was searched for."""
    from givequest.domain.journal.search import find_marks

    label = f"{label}: " if label else ""
    room = LONGEST_EXCERPT - len(label)
    text = words_of(record)
    hit, end = next(iter(find_marks(text, query)), (0, 0))
    start = max(hit - max(room - (end - hit), 0) // 2, 0) if end > room - 3 else 0
    start = next((at + 1 for at in range(start, hit) if text[at].isspace()), hit) if start else 0
    words = " ".join(text[start : start + 4 * LONGEST_EXCERPT].split())
    words = f"...{words}" if start else words
    return f"{record.day}  {label}{words if len(words) <= room else words[: room - 3].rstrip() + '...'}"
