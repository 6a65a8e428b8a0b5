"""`givequest export`: everything, in a form that outlives this program."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from givequest.application.import_export import UNREADABLE_YEAR, all_records, export_lines
from givequest.cli.output import complain, print_line
from givequest.composition import Home
from givequest.config.paths import expand_path
from givequest.domain.diagnostics import Diagnostic
from givequest.errors import GivequestError
from givequest.storage.files.atomic_files import make_folder, replace_file


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--format",
        choices=("jsonl", "csv", "markdown"),
        default="jsonl",
        help="jsonl is lossless and can be imported; csv is for spreadsheets, markdown for reading",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to a file (readable by you alone), not to stdout; markdown to a folder: a file a month",
    )
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(arguments: Namespace, home: Home) -> int:
    """Write the export; with a year that cannot be read the others are in it, and the exit code is 1."""
    problems: list[Diagnostic] = []
    lines = _lines(arguments.format, home, problems)
    if not arguments.output:
        for line in lines:
            print_line(line)
        return _complain_of(problems)
    path = expand_path(arguments.output, "--output")
    if arguments.format == "markdown" and not path.endswith((".md", ".markdown", ".txt")):
        return _write_months(path, home, problems, force=arguments.force)
    if os.path.lexists(path) and not arguments.force:
        raise GivequestError(f"{path} is there already; choose another name, or --force to replace it.")
    if os.path.exists(path) and not os.path.isfile(path):  # to replace a device or a pipe would take it from everybody
        raise GivequestError(f"{path} is no file that can be replaced; choose another name, or leave out -o.")
    data = "".join(f"{line}\n" for line in lines).encode("utf-8")
    _spare(path, problems)
    replace_file(path, data)
    complain(f"everything is in {path}." if not problems else f"what can be read is in {path}.")
    return _complain_of(problems)


def _write_months(folder: str, home: Home, problems: list[Diagnostic], *, force: bool) -> int:
    from givequest.application.export_formats import markdown_months

    months = [
        (os.path.join(folder, name), lines)
        for name, lines in markdown_months(all_records(home.game, problems), home.game.rules)
    ]
    there = next((path for path, _ in months if os.path.lexists(path)), None)
    if there is not None and not force:
        raise GivequestError(f"{there} is there already; choose another folder, or --force to replace its months.")
    make_folder(folder)
    for path, lines in months:
        replace_file(path, "".join(f"{line}\n" for line in lines).encode("utf-8"))
    what = "every month" if not problems else "every month that can be read"
    complain(f"{what} is in {folder}, in a file of its own.")
    return _complain_of(problems)


def _spare(path: str, problems: list[Diagnostic]) -> None:
    """Raise `GivequestError` rather than put less in the place of an earlier export."""
    left_out = [problem for problem in problems if problem.code == UNREADABLE_YEAR]
    if left_out and os.path.lexists(path):
        raise GivequestError(f"{path} is left as it is, for it may hold what cannot be read now. {left_out[0].message}")


def _complain_of(problems: list[Diagnostic]) -> int:
    for problem in sorted(problems, key=lambda problem: problem.code != UNREADABLE_YEAR):
        complain(str(problem))
    return 1 if any(problem.code == UNREADABLE_YEAR for problem in problems) else 0


def _lines(name: str, home: Home, problems: list[Diagnostic]) -> Iterable[str]:
    if name == "jsonl":
        return export_lines(home.game, problems)
    from givequest.application import export_formats

    records = all_records(home.game, problems)
    return (
        export_formats.csv_lines(records) if name == "csv" else export_formats.markdown_lines(records, home.game.rules)
    )
