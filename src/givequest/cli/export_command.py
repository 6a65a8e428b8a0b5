"""`givequest export`: everything, in a form that outlives this program."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from givequest.application.exchange import all_records, export_lines
from givequest.cli.output import complain, print_line
from givequest.domain.problems import Problem
from givequest.errors import GivequestError
from givequest.opening import Home
from givequest.storage.files import make_folder, replace_file


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
    """Write the export."""
    problems: list[Problem] = []
    lines = _lines(arguments.format, home, problems)
    if not arguments.output:
        for line in lines:
            print_line(line)
        _complain_of(problems)
        return 0
    path = os.path.abspath(os.path.expanduser(arguments.output))
    if arguments.format == "markdown" and not path.endswith((".md", ".markdown", ".txt")):
        _write_months(path, home, problems, force=arguments.force)
        return 0
    if os.path.lexists(path) and not arguments.force:
        raise GivequestError(f"{path} is there already; choose another name, or --force to replace it.")
    if os.path.exists(path) and not os.path.isfile(path):  # to replace a device or a pipe would take it from everybody
        raise GivequestError(f"{path} is no file that can be replaced; choose another name, or leave out -o.")
    replace_file(path, "".join(f"{line}\n" for line in lines).encode("utf-8"))
    complain(f"everything is in {path}." if not problems else f"what can be read is in {path}.")
    _complain_of(problems)
    return 0


def _write_months(folder: str, home: Home, problems: list[Problem], *, force: bool) -> None:
    from givequest.cli.export_formats import markdown_months

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
    complain(f"every month is in {folder}, in a file of its own.")
    _complain_of(problems)


def _complain_of(problems: Iterable[Problem]) -> None:
    for problem in problems:
        complain(str(problem))


def _lines(name: str, home: Home, problems: list[Problem]) -> Iterable[str]:
    if name == "jsonl":
        return export_lines(home.game, problems)
    from givequest.cli import export_formats

    records = all_records(home.game, problems)
    return (
        export_formats.csv_lines(records) if name == "csv" else export_formats.markdown_lines(records, home.game.rules)
    )
