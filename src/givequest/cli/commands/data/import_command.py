"""`givequest import`: what an export wrote, all of it or nothing; or the history of another tracker."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from givequest.application.data.backups import BEFORE_IMPORT
from givequest.application.data.import_export import count_facts, read_import, save_import
from givequest.application.desk.draft_lines import LinesWithDrafts
from givequest.cli.commands.data.history_import import find_history, import_history
from givequest.cli.output import complain, complain_of, print_line
from givequest.composition import Home, open_backups, open_desk
from givequest.domain.desk.drafts import MessageDraft
from givequest.errors import GivequestError
from givequest.storage.files.reading import read_file

EXAMPLE = "import all.jsonl --dry-run"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "file", metavar="FILE",
        help="an export in JSON Lines (- reads stdin); or what Loop, harsh, jrnl, Habitica, Beaver Habits or "
        "HabitTrove keep: file, folder or zip",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="say what would be imported, and change nothing")
    parser.add_argument(
        "--map", dest="maps", metavar="HABIT=KIND[:NAME]", action="append", default=[],
        help="what a habit of another tracker becomes; KIND is - for nothing",
    )  # fmt: skip


def run(arguments: Namespace, home: Home) -> int:
    """Import the file."""
    if arguments.file != "-" and (history := find_history(arguments.file, is_asked=bool(arguments.maps))) is not None:
        return import_history(home, history, arguments.maps, is_dry=arguments.dry_run)
    name = "stdin" if arguments.file == "-" else arguments.file
    lines = LinesWithDrafts(_lines(arguments.file), name)
    incoming = read_import(home.game, lines.history(), name)
    problems = [*incoming.problems, *lines.problems]
    if problems:
        for problem in problems:
            complain(str(problem))
        count = len(problems)
        what, them = ("1 line", "it") if count == 1 else (f"{count} lines", "them")
        raise GivequestError(f"Nothing was imported: {what} of {name} can't be read. Fix {them} and import again.")
    if not arguments.dry_run:
        if incoming.new or incoming.changed:
            before = open_backups(home).take(home.game.now(), BEFORE_IMPORT)
            complain_of(before.left_out if before is not None else ())
        save_import(home.game, incoming)
    new, changed, known = count_facts(incoming.new), count_facts(incoming.changed), incoming.known
    verb = "would be" if arguments.dry_run else "was" if new == 1 else "were"
    there = "is" if known == 1 else "are"
    print_line(f"{new} record{'' if new == 1 else 's'} {verb} added, {changed} changed; {known} {there} here already.")
    if lines.drafts:
        print_line(_bring_drafts(home, lines.drafts, is_dry=arguments.dry_run))
    if incoming.ahead:
        print_line(_told_ahead(incoming.ahead))
    if (since := incoming.rules_since) is not None:
        print_line(
            f"What's on the board from {since} on doesn't change here; the file's rules for those days are left out."
        )
    return 0


def _bring_drafts(home: Home, drafts: Sequence[MessageDraft], *, is_dry: bool) -> str:
    """Put the drafts of a file on the desk, and return a sentence that says how many there were."""
    desk = open_desk(home)
    count = len(desk.new_among(drafts)) if is_dry else desk.bring(drafts)
    verb = "would be" if is_dry else "is" if count == 1 else "are"
    return f"{count} draft{'' if count == 1 else 's'} of {len(drafts)} {verb} new on the desk; undo leaves them there."


def _told_ahead(count: int) -> str:
    """Return how many records lie ahead, and what becomes of them."""
    them = "1 of them is for a day that hasn't" if count == 1 else f"{count} of them are for days that haven't"
    counts = "It counts" if count == 1 else "They count"
    return f"{them} come yet. {counts} from then on; givequest doctor names such days."


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        data = sys.stdin.buffer.read() if sys.stdin is not None else b""
    elif os.path.isdir(file):
        raise GivequestError(f"{file} is a folder; name a file in it.")
    else:
        found = read_file(file)
        if found is None:
            raise GivequestError(f"No such file: {file}. Check the name.")
        data = found[0]
    # Not splitlines: a text may hold line separators that JSON leaves as they are.
    yield from data.decode("utf-8", "surrogateescape").removesuffix("\n").split("\n")
