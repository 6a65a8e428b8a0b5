"""What the open board and the open forest do while nobody touches them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .rows import YEARS, Bench
from .session import Session, open_board, open_hello, sees_forest

FIRST = 15.0
"""Seconds before it counts as idle: the day's backup is taken then, and once what past years come to is worked out."""
_FILE_CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\(.*?\"(.*?)\"")


@dataclass(frozen=True)
class Idleness:
    """What a program did in `seconds` without a key."""

    name: str
    seconds: float
    processor: float
    """Share of one core, 0–1."""
    read: int
    """Bytes asked of files and other descriptors."""
    written: int
    """Bytes given to the disk cache to be written."""
    drawn: int
    """Bytes that came to the terminal."""


def measure_idle(bench: Bench, seconds: float = 60.0) -> list[Idleness]:
    """Leave the board with 20 years of history, then the forest, and then the plainest app alone for a time."""
    with bench.homes.copied(YEARS) as home:
        with open_board(bench.program, home) as session:
            board = _watch("givequest", session, seconds)
        with open_board(bench.program, home) as session:
            session.terminal.press("4", sees_forest)
            forest = _watch("the open forest, which moves", session, seconds)
        with open_hello(bench.program, home) as session:
            return [board, forest, _watch("hello world", session, seconds)]


def _watch(name: str, session: Session, seconds: float) -> Idleness:
    pid = session.terminal.pid
    session.terminal.watch(FIRST)
    processor, files = _processor_seconds(pid), _file_bytes(pid)
    drawn = session.terminal.watch(seconds)
    used = _processor_seconds(pid) - processor
    read, written = (after - before for after, before in zip(_file_bytes(pid), files, strict=True))
    return Idleness(name, seconds, used / seconds, read, written, drawn)


def _processor_seconds(pid: int) -> float:
    """Return the processor time of all threads: in nanoseconds where the kernel tells, else in ticks of 10 ms."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9
    except FileNotFoundError:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _file_bytes(pid: int) -> tuple[int, int]:
    fields = dict(line.split(": ") for line in Path(f"/proc/{pid}/io").read_text().splitlines())
    return int(fields["rchar"]), int(fields["write_bytes"])


def trace_files(bench: Bench, seconds: float = 10.0) -> dict[str, int] | None:
    """Return how often the idle board called the system about which file in so many seconds; `None` without strace."""
    if not shutil.which("strace"):
        return None
    with bench.homes.copied(YEARS) as home, tempfile.NamedTemporaryFile("r") as told:
        with open_board(bench.program, home) as session:
            session.terminal.watch(FIRST)
            command = ["strace", "-f", "-qq", "-e", "trace=%file,fsync,fdatasync", "-o", told.name]
            strace = subprocess.Popen([*command, "-p", str(session.terminal.pid)], stderr=subprocess.DEVNULL)
            session.terminal.watch(seconds)
            strace.terminate()
            strace.wait()
        calls: dict[str, int] = {}
        for line in told.read().splitlines():
            call = line.partition(" ")[2].lstrip()
            found = _FILE_CALL.match(call)
            name = f"{found[1]} {found[2]}" if found else call.partition("(")[0]
            name = name.replace(str(home), "HOME")
            calls[name] = calls.get(name, 0) + 1
        return calls
