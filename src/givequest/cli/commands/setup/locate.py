"""`givequest locate`: where everything is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.cli.output import print_json, print_line, spell_out
from givequest.composition import Home

EXAMPLE = "locate --json"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print them as JSON")


def run(arguments: Namespace, home: Home) -> int:
    """Print the places."""
    paths = home.paths
    places = {
        "ledger": paths.ledger, "backups": paths.backups, "config": paths.config_file, "themes": paths.themes,
        "decks": paths.decks, "cache": paths.cache, "state": paths.state,
    }  # fmt: skip
    if arguments.json:
        print_json(places)
        return 0
    for name, path in places.items():
        print_line(f"{name:<8} {spell_out(path)}")
    return 0
