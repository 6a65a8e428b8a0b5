"""A process that logs without pause, says what was saved, and dies where it is told to."""

from __future__ import annotations

import itertools
import os
import signal
from pathlib import Path
from typing import Any

from givequest.storage.partition.undo_store import LARGEST_INSIDE

from .homes import deed, open_ledger, put


class Logger:
    """A child process at a ledger of its own. It dies before its n-th call of a name, or is killed."""

    def __init__(self, home: Path, call: str = "", countdown: int = 0) -> None:
        reader, writer = os.pipe()
        self.number = os.fork()
        if self.number == 0:
            try:
                if call:
                    _aim(call, countdown)
                _log_without_pause(home, writer)
            finally:
                os._exit(70)
        os.close(writer)
        self.said = open(reader, "rb")  # noqa: SIM115 - closed by `end`

    def kill(self) -> None:
        """Kill it as the system would: it is told nothing."""
        os.kill(self.number, signal.SIGKILL)

    def end(self) -> list[str]:
        """Return the whole lines that it still said, once it is dead of a kill and of nothing else."""
        rest = self.said.read()
        self.said.close()
        _, status = os.waitpid(self.number, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        return [line.decode() for line in rest.splitlines(keepends=True) if line.endswith(b"\n")]


def ids_of(number: int) -> set[str]:
    """Return the ids of the records of one change: some are of two years, some are big and taken back."""
    names = {f"n{number}"}
    if number % 3 == 2:
        names.add(f"far{number}")
    if number % 7 == 6:
        names.update(f"big{number}.{more}" for more in range(LARGEST_INSIDE + 1))
    return names


def _log_without_pause(home: Path, said: int) -> None:
    ledger = open_ledger(home)
    write = os.write
    for number in itertools.count():
        names = sorted(ids_of(number))
        records = [deed(name, "2025-05-05" if name.startswith("far") else "2026-05-05") for name in names]
        ledger = ledger if number % 2 else open_ledger(home)
        ledger.commit(put(*records))
        write(said, b"%d\n" % number)
        if number % 7 == 6:
            ledger.undo()
            write(said, b"undone %d\n" % number)


def _aim(name: str, countdown: int) -> None:
    real = getattr(os, name)
    left = countdown

    def aimed(*arguments: Any, **options: Any) -> Any:
        nonlocal left
        if name == "write" and not isinstance(arguments[1], memoryview):
            return real(*arguments, **options)  # what it says
        left -= 1
        if left == 0:
            if name == "write":
                real(arguments[0], arguments[1][: len(arguments[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)

    setattr(os, name, aimed)
