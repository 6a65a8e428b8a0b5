"""`givequest export`: everything, in a form that outlives this program."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from givequest.application.data.export_formats import Format, Problems, load_formats
from givequest.application.data.import_export import UNREADABLE_YEAR
from givequest.application.game.game import Game
from givequest.cli.output import complain, print_data, spell_out
from givequest.cli.targets import check_target, named_path
from givequest.composition import Home, open_desk
from givequest.errors import GivequestError, UsageError
from givequest.storage.files.atomic_files import make_folder, replace_file

EXAMPLE = "export --format markdown -o pages"
LOSSLESS = "jsonl"
BOM = "\ufeff"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    formats = load_formats()
    parser.add_argument(
        "--format",
        choices=tuple(formats),
        default="jsonl",
        help="; ".join(f"{name}: {format_.help}" for name, format_ in formats.items()),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to a file (readable by you alone), not to stdout; markdown to a folder: a file a month",
    )
    parser.add_argument("--without-books", action="store_true", help="leave the contacts of address books out")
    parser.add_argument("--with-drafts", action="store_true", help="the messages you're writing as well (jsonl)")
    parser.add_argument("--force", action="store_true", help="replace the file if it already exists")


def run(arguments: Namespace, home: Home) -> int:
    """Write the export; with a year that cannot be read the others are in it, and the exit code is 1."""
    format_ = load_formats()[arguments.format]
    if arguments.without_books and format_.lines_without_books is not None:
        format_ = format_._replace(lines=format_.lines_without_books)
    if arguments.with_drafts:
        format_ = _with_drafts(format_, arguments.format, home)
    problems: Problems = []
    if not arguments.output:
        print_data(format_.lines(home.game, problems), first=BOM if format_.has_bom else "")
        return _complain_of(problems)
    path = named_path(arguments.output)
    if format_.is_folder(path):
        return _write_files(path, format_, home, problems, force=arguments.force)
    check_target(path, home.paths, force=arguments.force)
    lines = [*format_.lines(home.game, problems)]
    _spare(path, problems)
    replace_file(path, _bytes_of(lines, format_))
    complain(f"{'what can be read' if problems else 'everything'} is in {spell_out(path)}.")
    return _complain_of(problems)


def _with_drafts(format_: Format, name: str, home: Home) -> Format:
    """Return a format with the drafts behind everything else; `UsageError` for one that could not be read back."""
    if name != LOSSLESS:
        raise UsageError(f"Drafts are only written as {LOSSLESS}; leave out --with-drafts or --format {name}.")
    from givequest.application.desk.draft_lines import draft_lines

    def lines(game: Game, problems: Problems) -> Iterator[str]:
        yield from format_.lines(game, problems)
        yield from draft_lines(open_desk(home))

    return format_._replace(lines=lines)


def _write_files(folder: str, format_: Format, home: Home, problems: Problems, *, force: bool) -> int:
    """Write a folder of files, or none where one of them may not be written."""
    assert format_.files is not None
    files = [(os.path.join(folder, name), lines) for name, lines in format_.files(home.game, problems)]
    for path, _ in files:
        check_target(path, home.paths, force=force)
    make_folder(folder)
    for path, lines in files:
        replace_file(path, _bytes_of(lines, format_))
    what = "every month that can be read" if problems else "every month"
    complain(f"{what} is in {spell_out(folder)}, in a file of its own.")
    return _complain_of(problems)


def _bytes_of(lines: list[str], format_: Format) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8-sig" if format_.has_bom else "utf-8")


def _spare(path: str, problems: Problems) -> None:
    """Raise `GivequestError` rather than put less in the place of an earlier export."""
    left_out = [problem for problem in problems if problem.code == UNREADABLE_YEAR]
    if left_out and os.path.lexists(path):
        raise GivequestError(
            f"{spell_out(path)} was left alone: it may hold records that can't be read at the moment. "
            f"{left_out[0].message}"
        )


def _complain_of(problems: Problems) -> int:
    for problem in sorted(problems, key=lambda problem: problem.code != UNREADABLE_YEAR):
        complain(str(problem))
    return 1 if any(problem.code == UNREADABLE_YEAR for problem in problems) else 0
