"""The way in: `givequest` and `python -m givequest`."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run what the command line asks for, and return the exit code of the process."""
    os.umask(0o077)
    from givequest.cli.main import run_command_line

    return run_command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
