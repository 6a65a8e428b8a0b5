"""Run in a process of its own: the installed program, with something that happens at a moment of its launch.

`python -m tests.e2e.launching [MOMENT EVENT]`: the event is a signal's name, `resize`, `error` or nothing. Both
frames are followed by a mark, a string that terminals pay no heed to; between the marks is what the app wrote to
take the screen over.
"""

from __future__ import annotations

import fcntl
import os
import signal
import struct
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from givequest.cli.main import run_command_line
from givequest.composition import Home, local_now
from givequest.first_frame import launch

FIRST, TAKEN_OVER = "\x1b_first frame\x1b\\", "\x1b_taken over\x1b\\"
MOMENTS = ("before-drawing", "entered", "shown", "textual-loaded", "app-made", "mounted")
RESIZED, WAS_RESIZED = (90, 28), "\x1b_resized\x1b\\"


def happen(event: str) -> None:
    """Let something happen to this process."""
    if event == "resize":
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", RESIZED[1], RESIZED[0], 0, 0))
        os.write(1, WAS_RESIZED.encode())
    elif event == "error":
        raise RuntimeError("something unexpected")
    elif event:
        os.kill(os.getpid(), getattr(signal, event))


def before(function: Callable[..., Any], act: Callable[[], object]) -> Callable[..., Any]:
    """Return a function before which something is done."""

    def both(*given: Any, **named: Any) -> Any:
        act()
        return function(*given, **named)

    return both


def prepare(moment: str, event: str) -> None:
    """Have frames marked, and the event happen at its moment."""
    ours: Any = launch
    launched, write = ours.launched, ours.write_all

    def at(name: str) -> None:
        if name == moment:
            happen(event)

    @contextmanager
    def told(home: Home) -> Iterator[launch.Launch]:
        with launched(home) as begun:
            ours.write_all = write
            write(1, FIRST.encode())
            at("shown")
            from givequest.tui.app import GivequestApp

            at("textual-loaded")
            mark_app(GivequestApp, at)
            yield begun

    ours.draw_first_frame = before(ours.draw_first_frame, lambda: at("before-drawing"))
    ours.write_all = before(write, lambda: at("entered"))
    ours.launched = told


def mark_app(app: Any, at: Callable[[str], None]) -> None:
    """Have the app tell of its moments, and its first frame followed by a mark."""
    from givequest.tui.textual_internals import driver_of

    mount = app.on_mount

    def mounted(self: Any) -> None:  # Textual gives a handler as much as it takes
        at("mounted")
        mount(self)

    def settle(self: Any) -> None:
        driver = driver_of(self)
        assert driver is not None
        driver.write(TAKEN_OVER)

    app.run_on_terminal = before(app.run_on_terminal, lambda: at("app-made"))
    app.on_mount, app._settle = mounted, settle


if __name__ == "__main__":
    prepare(*(sys.argv[1:] or ["", ""]))
    sys.exit(run_command_line([], local_now))
