"""`givequest keys`: every key of the full-screen app, with what a person changed."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from givequest.cli.output import complain, print_line
from givequest.opening import Home


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none."""


def run(arguments: Namespace, home: Home) -> int:
    """List the keys in force."""
    from givequest.tui.commands import COMMANDS, shown_keys
    from givequest.tui.keymap import keys_of, read_keymap

    keymap, problems = read_keymap(home.settings.keys)
    for problem in problems:
        complain(str(problem))
    plain = "utf" not in (getattr(sys.stdout, "encoding", None) or "").lower()
    for command in COMMANDS:
        keys = shown_keys(keys_of(command, keymap), in_ascii=plain)
        print_line(f"{command.id:<14} {command.page:<11} {keys:<14} {command.help}")
    return 0
