"""Whatever happens while the board goes onto the screen, the terminal is left as it was found."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from .emulator import Emulator
from .launching import MOMENTS, RESIZED, TAKEN_OVER, WAS_RESIZED
from .terminal import Terminal

LEFT = b"\x1b[?1049l"
ENTERED = b"\x1b[?1049h"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A plain terminal's environment, with an empty home."""
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('day_start = "00:00"\nanimations = false\n')
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "GIVEQUEST_HOME": str(tmp_path / "home"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


SIZE = (100, 30)


def launch(moment: str, event: str, environment: Mapping[str, str], size: tuple[int, int] = SIZE) -> Terminal:
    """Launch the program, with an event at a moment."""
    return Terminal([sys.executable, "-m", "tests.e2e.launching", moment, event], environment, *size)


def modes_of(terminal: Terminal) -> list[Any]:
    """Return how the line of a terminal is set."""
    return termios.tcgetattr(terminal.descriptor)


def is_left_as_found(terminal: Terminal, found: list[Any]) -> bool:
    """Return whether the line is as it was, and the screen the one of before."""
    return modes_of(terminal) == found and terminal.raw.count(ENTERED) == terminal.raw.count(LEFT)


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGINT"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_signal_at_any_moment_of_the_launch_ends_it_in_good_order(
    moment: str, name: str, environment: dict[str, str]
) -> None:
    """It waits until the app listens, and then ends it with the code that shells know."""
    with launch(moment, name, environment) as terminal:
        found = modes_of(terminal)
        assert terminal.wait() == 128 + getattr(signal, name)
        assert is_left_as_found(terminal, found)


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_error_at_any_moment_of_the_launch_gives_the_terminal_back(moment: str, environment: dict[str, str]) -> None:
    """And is told in a sentence, without a traceback."""
    with launch(moment, "error", environment) as terminal:
        found = modes_of(terminal)
        assert terminal.wait() == 1
        assert is_left_as_found(terminal, found)
        assert b"unexpected happened" in terminal.raw
        assert b"Traceback" not in terminal.raw


def cells_after(raw: bytes, size: tuple[int, int]) -> list[list[tuple[object, ...]]]:
    """Return what a terminal shows that is resized where the program says so."""
    emulator = Emulator(*size)
    before, _, after = raw.partition(WAS_RESIZED.encode())
    emulator.feed(before)
    if after:
        emulator.screen.resize(RESIZED[1], RESIZED[0])
        emulator.feed(after)
    return emulator.cells


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_resize_at_any_moment_of_the_launch_is_followed(moment: str, environment: dict[str, str]) -> None:
    """What is there in the end is what a launch in that size shows."""
    with launch("", "", environment, RESIZED) as terminal:
        terminal.wait_for(lambda _: TAKEN_OVER.encode() in terminal.raw)
        expected = cells_after(terminal.raw, RESIZED)
    with launch(moment, "resize", environment) as terminal:
        terminal.wait_for(lambda _: TAKEN_OVER.encode() in terminal.raw)
        terminal.wait_for(lambda _: cells_after(terminal.raw, SIZE) == expected)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_stop_at_any_moment_of_the_launch_waits_for_the_app(moment: str, environment: dict[str, str]) -> None:
    """Where no shell could bring it back, the launch goes on."""
    with launch(moment, "SIGTSTP", environment) as terminal:
        terminal.wait_for(lambda _: TAKEN_OVER.encode() in terminal.raw)
        terminal.press("q")
        assert terminal.wait() == 0
