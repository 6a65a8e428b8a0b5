"""What a launch costs, in things that can be counted: it does not grow with the years."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from givequest.application.board import board_of
from givequest.application.calendar import month_of
from givequest.application.game import histories
from givequest.domain.progress import state
from givequest.domain.progress.day_facts import DayFacts, gather_facts

from ..tui.conftest import OpenHome
from .conftest import Watched

YEARS = 20
"""As many as the bench measures with."""
LAUNCH = """
import sys
from givequest.cli import main
from givequest.application.board import board_of
from givequest.tui import app

def run(home, launch):
    app.GivequestApp(home, launch)
    board_of(home.game)
    print("\\n".join(sys.modules))
    return 0

app.run, main.is_terminal = run, lambda stream: True
sys.exit(main.run_command_line(["--home", sys.argv[1]]))
"""
LATER = (
    "dateutil", "tomlkit", "shtab", "zipfile", "argparse", "givequest.cli.parser", "givequest.cli.commands.deeds.today",
    "givequest.storage.backup.backups",
    "givequest.tui.charts.screen", "givequest.tui.journal.screen", "givequest.tui.forest.screen",
    "givequest.tui.today.log_dialog", "givequest.tui.help.screen", "givequest.domain.forest",
    "givequest.presentation.forest", "givequest.domain.charts", "givequest.presentation.charts",
    "givequest.application.demo", "textual.widgets._text_area",
    "rich.traceback", "rich.markdown",
)  # fmt: skip
"""What only some of the pages and commands need."""


FIRST_FRAME = """
import builtins
import os
import sys

compile = builtins.compile
compiled = []

def watched(source, *given, **named):
    if isinstance(source, str):  # what is imported comes as bytes, where nobody may write what it was compiled to
        compiled.append(f"compiled.{source[:40]}")
    return compile(source, *given, **named)

builtins.compile = watched

from givequest.cli import main
from givequest.first_frame import launch

draw = launch.draw_first_frame

def drawn(*given):
    assert draw(*given)
    print("\\n".join([*sys.modules, *compiled]))
    sys.exit()

os.get_terminal_size = lambda descriptor: os.terminal_size((int((sys.argv[2:] or ["100"])[0]), 40))
launch.draw_first_frame, main.is_terminal = drawn, lambda stream: True
main.run_command_line(["--home", sys.argv[1]])
"""
TODAY_MODULES = """
import sys
import givequest.cli.output as output
from givequest.cli.main import run_command_line

output.is_terminal = lambda stream: True
run_command_line(["--home", sys.argv[1], "today"])
print("\\n".join(f"module {name}" for name in sys.modules))
"""
NOT_FOR_A_BOARD = (
    "textual", "asyncio", "rich.console", "rich.style", "rich.cells", "tinydb", "argparse", "dateutil", "difflib",
    "dataclasses", "inspect", "threading", "locale", "calendar", "platformdirs", "zipfile", "shutil", "subprocess",
    "tempfile", "uuid", "givequest.tui", "givequest.storage.backup", "givequest.application.days.looking_back",
    "givequest.domain.forest", "givequest.presentation.forest", "givequest.domain.morning.deed_echo",
)  # fmt: skip
"""What the way to the first frame has no time for."""


@pytest.mark.parametrize("columns", [100, 160])
def test_the_first_frame_needs_neither_textual_nor_anything_like_it(
    fill: Callable[[int], None], tmp_path: Path, columns: int
) -> None:
    """On a home with some history: rules, ledger and deck, and what draws them; the theme is in the cache by then."""
    fill(1)
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-c", FIRST_FRAME, str(tmp_path), str(columns)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "TERM": "xterm-256color"},
        )
    modules = set(ran.stdout.split())
    assert "givequest.presentation.today.page" in modules
    assert not [name for name in modules if name.startswith("compiled.")], "a class of typing compiles its annotations"
    early = {name for name in modules for slow in NOT_FOR_A_BOARD if name == slow or name.startswith(f"{slow}.")}
    assert early == set()


def test_a_launch_loads_nothing_that_only_a_later_key_needs(tmp_path: Path) -> None:
    """Every other page, dialog and library is loaded when it is first asked for."""
    ran = subprocess.run(
        [sys.executable, "-c", LAUNCH, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    modules = set(ran.stdout.split())
    assert "givequest.tui.today.screen" in modules
    early = {name for name in modules for later in LATER if name == later or name.startswith(f"{later}.")}
    assert not early


@pytest.fixture
def launched(
    fill: Callable[[int], None], open_home: OpenHome, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., dict[str, int]]:
    """Return a function that opens the board on some years of history and counts what it took.

    With `kept` it was open before, and left.
    """

    def launch(years: int, *, kept: bool = False) -> dict[str, int]:
        fill(years)
        if kept:
            home = open_home()
            board_of(home.game)
            home.game.keep_recent()
        parsed: list[int] = []
        days: list[int] = []
        advance = state._advance

        def gathered(*given: Any) -> Mapping[int, DayFacts]:
            parsed.append(1)
            return gather_facts(*given)

        def advanced(*given: Any, **named: Any) -> None:
            days.append(1)
            advance(*given, **named)

        monkeypatch.setattr(histories, "gather_facts", gathered)
        monkeypatch.setattr(state, "_advance", advanced)
        watched.opened.clear()
        watched.syncs = watched.written = 0
        home = open_home()
        month_of(home.game, board_of(home.game).day)
        return {
            "years read": len(parsed),
            "days folded": len(days),
            "ledger files opened": sum(path.endswith(".json") and "ledger" in path for path in watched.opened),
            "files written": watched.written,
            "syncs": watched.syncs,
        }

    return launch


def test_a_launch_reads_one_year_and_folds_no_day_of_another(launched: Callable[..., dict[str, int]]) -> None:
    """However many there are; of the others it looks at the first bytes, to see whether they were changed."""
    counts = launched(YEARS)
    assert counts["years read"] == 1
    assert counts["days folded"] <= 366
    assert counts["ledger files opened"] <= YEARS + 3
    assert (counts["files written"], counts["syncs"]) == (0, 0)


def test_a_launch_in_the_first_year_reads_that_year(launched: Callable[..., dict[str, int]]) -> None:
    """And as many days are folded as with years behind it."""
    counts = launched(1)
    assert counts["years read"] <= 2
    assert counts["days folded"] <= 366


@pytest.mark.parametrize("years", [0, YEARS])
def test_a_launch_with_nothing_changed_reads_no_year_and_folds_no_day_but_today(
    launched: Callable[..., dict[str, int]], years: int
) -> None:
    """Whether there is nothing behind it, or twenty years: only `rules.json` is opened, and what may be pending."""
    counts = launched(years, kept=True)
    assert (counts["years read"], counts["files written"]) == (0, 0)
    assert counts["days folded"] <= 1
    assert counts["ledger files opened"] <= 3


def test_the_board_on_a_terminal_needs_no_more_than_the_first_frame(tmp_path: Path) -> None:
    """`givequest today` takes no longer than the whole screen does to be read."""
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-c", TODAY_MODULES, str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "TERM": "xterm-256color"},
        )
    modules = {line.removeprefix("module ") for line in ran.stdout.splitlines() if line.startswith("module ")}
    assert "givequest.presentation.today.printed" in modules
    assert {
        name for name in modules for slow in NOT_FOR_A_BOARD if name == slow or name.startswith(f"{slow}.")
    } == set()
