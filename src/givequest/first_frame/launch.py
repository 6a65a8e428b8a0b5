"""The way onto the screen: the first frame is written, and the terminal handed to the app as it is then."""

from __future__ import annotations

import os
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic

from givequest.composition import Home
from givequest.errors import GivequestError
from givequest.first_frame.frame import draw_first_frame
from givequest.first_frame.screen_style import ScreenStyle, screen_style
from givequest.named_tuple import NamedTuple
from givequest.presentation.today.question import SeenQuestion
from givequest.signals import held_back
from givequest.terminal.modes import TerminalModes
from givequest.terminal.writing import encoded, write_all

SYNCHRONISED = ("\x1b[?2026h", "\x1b[?2026l")
"""Between these, terminals that know them show nothing half drawn; the others pay no heed."""


class Launch(NamedTuple):
    """What the app begins with."""

    style: ScreenStyle
    modes: TerminalModes | None = None
    """The modes of a terminal on which the first frame is; None where the app is the first to draw."""
    question: SeenQuestion | None = None
    """What that frame asks."""


@contextmanager
def launched(home: Home) -> Iterator[Launch]:
    """Show the board at once, and leave the terminal as it was found if nobody takes it over.

    Signals wait until the app listens; one that stops the process waits as well, since nobody
    could give the terminal back before.
    """
    style = screen_style(home)
    with held_back():
        launch = _enter(home, style)
        try:
            yield launch
        finally:
            if launch.modes is not None and launch.modes.is_entered:
                _leave(launch.modes)


def _enter(home: Home, style: ScreenStyle) -> Launch:
    """Write the first frame; where that cannot be done, nothing was written."""
    assert sys.__stdin__ is not None
    assert sys.__stdout__ is not None
    output, encoding = sys.__stdout__.fileno(), sys.__stdout__.encoding
    try:
        columns, rows = os.get_terminal_size(output)
        frame = draw_first_frame(home, style, columns, rows)
    except (OSError, GivequestError):
        return Launch(style)  # the app says what is wrong
    if frame is None:
        return Launch(style)
    modes = TerminalModes(sys.__stdin__.fileno())
    begun: list[str] = []
    try:
        modes.enter_screen(begun.append)
        begin, end = SYNCHRONISED
        write_all(output, encoded("".join([*begun, begin, frame.text, end]), encoding))
        modes.note_typed()
    except (OSError, termios.error):
        _leave(modes)
        return Launch(style)
    except BaseException:
        _leave(modes)
        raise
    return Launch(style, modes, SeenQuestion(frame.asks_about, monotonic()) if frame.asks_about else None)


def _leave(modes: TerminalModes) -> None:
    assert sys.__stdout__ is not None
    ended: list[str] = []
    modes.leave_reports(ended.append)
    modes.leave_screen(ended.append)
    try:
        with suppress(OSError):
            write_all(sys.__stdout__.fileno(), "".join(ended).encode())
    finally:
        modes.leave_line()
