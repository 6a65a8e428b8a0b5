"""The way in: `givequest` and `python -m givequest`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run what the command line asks for, and return the exit code of the process."""
    os.umask(0o077)
    gc.disable()  # a command is over before garbage could matter; the full screen turns it on again
    from givequest.cli.main import run_command_line

    return run_command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
