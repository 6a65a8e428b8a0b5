"""`givequest people export`: people for other programs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.people.export_people import FORMATS
from givequest.cli.output import complain, print_data, spell_out
from givequest.cli.targets import check_target, named_path
from givequest.composition import Home
from givequest.storage.files.atomic_files import replace_file

EXAMPLE = "people export --format vcard -o people.vcf"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--format", choices=tuple(FORMATS), default="vcard", help="cards for an address book; a table")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")
    parser.add_argument("--force", action="store_true", help="replace the file if it already exists")
    parser.description = (
        f"{parser.description} Neither is lossless: 'givequest export' writes everything, and can be read back."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Write them, and say once whose data that is."""
    lines = FORMATS[arguments.format](home.game)
    if not arguments.output:
        print_data(lines)
    else:
        path = named_path(arguments.output)
        check_target(path, home.paths, force=arguments.force)
        replace_file(path, ["".join(f"{line}\n" for line in lines).encode()])
        complain(f"your people are in {spell_out(path)}.")
    complain("It holds what you wrote about other people, so mind who reads it.")
    return 0
