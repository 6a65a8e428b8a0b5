"""Run in a process of its own: the installed program, which says where its first frames end.

The marks are strings that terminals pay no heed to; between them is what the app wrote to take the screen over.
"""

from __future__ import annotations

import os
import sys

from givequest.cli.main import run_command_line
from givequest.composition import Home, local_now
from givequest.first_frame import launch
from givequest.first_frame.screen_style import ScreenStyle
from givequest.terminal.modes import TerminalModes

FIRST, TAKEN_OVER = "\x1b_first frame\x1b\\", "\x1b_taken over\x1b\\"


def mark_frames() -> None:
    """Have both frames followed by a mark."""
    enter = launch._enter

    def marked(home: Home, style: ScreenStyle) -> TerminalModes | None:
        modes = enter(home, style)
        os.write(1, FIRST.encode())
        from givequest.tui.app import GivequestApp
        from givequest.tui.textual_internals import driver_of

        def settle(self: GivequestApp) -> None:
            driver = driver_of(self)
            assert driver is not None
            driver.write(TAKEN_OVER)

        GivequestApp._settle = settle  # type: ignore[method-assign]
        return modes

    launch._enter = marked


if __name__ == "__main__":
    mark_frames()
    sys.exit(run_command_line(sys.argv[1:], local_now))
