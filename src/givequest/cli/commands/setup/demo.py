"""`givequest demo`: a tour of the app on two invented years, which are gone when it is left."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from givequest.cli.output import complain, is_terminal, print_line
from givequest.composition import Home, open_home
from givequest.config.paths import expand_path, find_paths
from givequest.errors import StorageError, UsageError
from givequest.signals import held_back

EXAMPLE = "demo --theme forest"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--seed", type=int, default=1, metavar="NUMBER", help="a number that makes up different years")
    parser.add_argument("--theme", metavar="NAME", help="the theme to show them in")
    parser.add_argument("--keep", metavar="DIR", help="write them into a new folder instead of opening the app")


def run(arguments: Namespace, home: Home) -> int:
    """Open the app on an invented history in a folder of its own, or keep one."""
    if arguments.keep:
        return _keep(expand_path(arguments.keep, "--keep"), arguments, home)
    if not (is_terminal(sys.stdout) and is_terminal(sys.stdin)) or os.environ.get("TERM", "") in ("", "dumb"):
        raise UsageError("The demo needs a terminal to open in; 'givequest demo --keep DIR' writes it into a folder.")
    from tempfile import TemporaryDirectory

    # What would end us waits: the app hears of it as soon as it listens, and then the folder goes.
    with held_back(), TemporaryDirectory(prefix="givequest-demo-", ignore_cleanup_errors=True) as folder:
        demo = _made(folder, arguments, home)
        from givequest.tui.app import run as run_app

        code = run_app(demo, tour=True)
    complain("Those two years were made up, and they're gone. Type givequest to begin your own.")
    return code


def _keep(folder: str, arguments: Namespace, home: Home) -> int:
    if os.path.lexists(folder):
        raise StorageError(f"{folder} already exists and was left alone; name a new folder.")
    _made(folder, arguments, home)
    print_line(folder)
    complain(f"'givequest --home {folder}' opens it.")
    return 0


def _made(folder: str, arguments: Namespace, home: Home) -> Home:
    from givequest.application.demo import play_demo
    from givequest.config.kinds import load_habits
    from givequest.preferences import save_preference

    paths, clock = find_paths(folder), home.game.clock
    theme = arguments.theme or home.settings.theme
    if theme:
        save_preference(paths, "theme", theme)
    demo = open_home(paths, clock)
    play_demo(demo.game, load_habits(), arguments.seed)
    return open_home(paths, clock)
