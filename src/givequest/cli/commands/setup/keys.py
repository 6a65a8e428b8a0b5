"""`givequest keys`: every key of the full-screen app, with what a person changed."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from givequest.appearance import choose_glyphs
from givequest.cli.output import complain, print_line
from givequest.composition import Home

EXAMPLE = "keys"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none."""


def run(arguments: Namespace, home: Home) -> int:
    """List the keys in force."""
    from givequest.commands.keymap import keys_of, read_keymap
    from givequest.commands.registry import COMMANDS, shown_keys

    keymap, problems = read_keymap(home.settings.keys)
    for problem in problems:
        complain(str(problem))
    theme, _ = home.worn_theme()
    glyphs = choose_glyphs(theme, getattr(sys.stdout, "encoding", None), os.environ, home.settings.glyphs)
    rows = [
        (command.id, command.page, shown_keys(keys_of(command, keymap), in_ascii=glyphs.name == "ascii"), command.help)
        for command in COMMANDS
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for row in rows:
        print_line("  ".join([*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[-1]]))
    return 0
