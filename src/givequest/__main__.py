"""The way in: `givequest` and `python -m givequest`."""

from __future__ import annotations

import gc
import os
import sys

INTERRUPTED = 130
"""The exit code of a program that ctrl+c has ended, as shells give it."""


def main() -> int:
    """Run what the command line asks for, and return the exit code of the process."""
    try:  # most of a short command's time is importing, and ctrl+c comes then as well as later
        code = _run()
        from _signal import SIG_IGN, SIGINT, signal  # type: ignore[import-not-found]  # `signal` makes enumerations of them all, for 1 ms

        signal(SIGINT, SIG_IGN)  # all is done: the interpreter's own end would print a traceback
        gc.freeze()  # the last collection, of all that there is, would find nothing that the end of it does not free
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run() -> int:
    os.umask(0o077)
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _fill_standard_streams()
    gc.disable()  # a command is over before garbage could matter; the full screen turns it on again
    from givequest.cli.main import run_command_line

    return run_command_line(sys.argv[1:])


def _fill_standard_streams() -> None:
    """Put nothing where a standard stream was closed: else the next file, the ledger perhaps, would get its number."""
    while os.open(os.devnull, os.O_RDWR) <= 2:
        pass


if __name__ == "__main__":
    sys.exit(main())
