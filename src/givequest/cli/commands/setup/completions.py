"""`givequest completions`: what a shell needs to complete our commands, their options and your kinds and themes."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from givequest.cli.output import print_data
from givequest.cli.parser import PATHS
from givequest.cli.registry import COMMANDS, CliCommand
from givequest.composition import Home

EXAMPLE = "completions bash"
_ZSH_VALUE = re.compile(r'"(--[a-z-]+)\[([^\]]*)\]:')
SHELLS = ("bash", "zsh", "fish")
HINTS = {
    "bash": 'bash: eval "$(givequest completions bash)" in ~/.bashrc',
    "zsh": "zsh: givequest completions zsh > FOLDER/_givequest, where FOLDER is one of $fpath",
    "fish": "fish: givequest completions fish > ~/.config/fish/completions/givequest.fish",
}


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=f"one of {', '.join(SHELLS)}")
    parser.epilog = "\n\n".join(HINTS.values())


def run(arguments: Namespace, home: Home) -> int:
    """Print the completions for a shell."""
    import shtab

    script = shtab.complete(whole_parser(home), arguments.shell).rstrip("\n")
    if arguments.shell == "zsh":
        script = _ZSH_VALUE.sub(r'"\1=[\2]:', script)  # as `--home=DIR` too, or nothing behind it is completed
    print_data([script])
    return 0


def whole_parser(home: Home) -> ArgumentParser:
    """Return one parser with every command in it, which knows the names that arguments can have."""

    parser = ArgumentParser(prog="givequest", description="A game of small good deeds.")
    parser.add_argument("--version", action="store_true", help="print the version")
    _add_home(parser)
    _add_commands(parser, COMMANDS, _known(home))
    return parser


def _add_commands(parser: ArgumentParser, commands: Sequence[CliCommand], known: Mapping[str, Sequence[str]]) -> None:
    import shtab

    subparsers = parser.add_subparsers()
    for command in commands:
        part = subparsers.add_parser(command.name.split()[-1], help=command.help, description=command.help)
        command.load().configure(part)
        _add_home(part)
        for action in part._actions:
            if action.dest in known and action.choices is None:
                action.choices = known[action.dest]
            elif action.metavar in PATHS:
                action.complete = shtab.FILE if action.metavar == "FILE" else shtab.DIRECTORY  # type: ignore[attr-defined]
        if command.parts:
            _forget_positionals(part)
            _add_commands(part, command.parts, known)


def _forget_positionals(parser: ArgumentParser) -> None:
    """Take away what may stand in the place of a command's parts, or zsh would complete that and no part.

    These are names of people, which no shell knows.
    """
    parser._actions[:] = [action for action in parser._actions if action.option_strings]


def _add_home(parser: ArgumentParser) -> None:
    """Add `--home DIR`, which may stand before a command and behind it."""
    import shtab

    action = parser.add_argument("--home", metavar="DIR", help="keep everything under one folder")
    action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]


def _known(home: Home) -> Mapping[str, Sequence[str]]:
    from givequest.appearance import load_themes

    kinds = list(home.settings.kinds)
    themes = list(load_themes(home.paths.themes)[0])
    return {
        "kind": kinds,
        "series": ["giving", "board", *kinds],
        "like": themes,
        "theme": themes,
        "day": ["today", "yesterday"],
        "as_of": ["today", "yesterday"],
    }
