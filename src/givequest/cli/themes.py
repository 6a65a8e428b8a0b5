"""`givequest themes`: what there is to look at."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.appearance import load_themes
from givequest.cli.output import complain, print_line
from givequest.opening import Home


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none."""


def run(arguments: Namespace, home: Home) -> int:
    """List the themes, and say what is wrong with any."""
    themes, problems = load_themes(home.paths.themes)
    for theme in themes.values():
        print_line(f"{theme.name:<16} {theme.title}, {'dark' if theme.dark else 'light'}, by {theme.author}")
    for problem in problems:
        complain(f"{problem.file}, {problem.field}: {problem.message}")
    return 1 if problems else 0
