"""A launch on a slower machine, as a person sees it: what stands on the screen at which moment."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .program import surroundings
from .rows import YEARS, Bench
from .session import sees_board, sees_cursor_moved, sees_hello
from .terminal import Seen, Terminal

MOMENTS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.8, 1.2, 2.0)
"""Seconds after the start at which the screen is looked at."""
SLICE = 0.01
"""Seconds in which a slowed program gets its share of one processor."""
_CONTROL_GROUPS = Path("/sys/fs/cgroup")
SlowDown = Callable[[int], AbstractContextManager[None]]
"""What slows a process down, by its id, for as long as the context lasts."""


@dataclass(frozen=True)
class Recording:
    """What was seen of a launch."""

    name: str
    screens: tuple[tuple[float, str], ...]
    """Seconds after the start, and the screen's text then."""
    readable: float
    """Seconds until the first whole frame."""
    heard: float | None
    """Seconds until a key was heard that was typed as soon as the frame was there; None where no key does anything."""


def record_slowed(bench: Bench, times: float = 4.0) -> list[Recording]:
    """Record a launch with 20 years of history and one of the plainest app, each with 1/`times` of one processor."""
    with bench.homes.copied(YEARS) as home:
        board = bench.program.board(home)
        _record("warm", board, home, 1.0, sees_board, None)
        return [
            _record("givequest", board, home, times, sees_board, sees_cursor_moved),
            _record("a Textual hello world", bench.program.hello, home, times, sees_hello, None),
        ]


def _record(name: str, command: Sequence[str], home: Path, times: float, seen: Seen, heard: Seen | None) -> Recording:
    with _slowed(command, times) as (slow_command, slow_down):
        terminal = Terminal(slow_command, surroundings(), home)
        try:
            with slow_down(terminal.pid):
                terminal.keep_screens(MOMENTS)
                readable = terminal.wait_until(seen) - terminal.started
                moment = None
                if heard is not None:
                    terminal.type_ahead("j")
                    moment = terminal.wait_until(heard) - terminal.started
                terminal.watch(max(0.0, MOMENTS[-1] + 0.1 - (time.perf_counter() - terminal.started)))
                screens = terminal.kept_screens()
            return Recording(name, screens, readable, moment)
        finally:
            terminal.close("\x11", "q")


@contextmanager
def _slowed(command: Sequence[str], times: float) -> Iterator[tuple[list[str], SlowDown]]:
    """Yield a command that runs slowed by the kernel where that's allowed, and what slows it down where not."""
    group = _make_group(times)
    if group is None:
        yield list(command), lambda pid: _stopped_by_turns(pid, times)
        return
    try:
        enter = f'echo $$ > "{group}/cgroup.procs" && exec "$@"'
        yield ["/bin/sh", "-c", enter, "sh", *command], _as_it_is
    finally:
        group.rmdir()


def _make_group(times: float) -> Path | None:
    """Return the folder of a new control group with that share of one processor; None where that isn't allowed."""
    period, quota = round(SLICE * 1e6), round(SLICE * 1e6 / times)
    limits = {
        _CONTROL_GROUPS: {"cpu.max": f"{quota} {period}"},
        _CONTROL_GROUPS / "cpu": {"cpu.cfs_period_us": str(period), "cpu.cfs_quota_us": str(quota)},
    }
    for folder, files in limits.items():
        group = folder / f"givequest-bench-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:
            continue
        try:
            for name, value in files.items():
                with (group / name).open("r+") as file:  # the kernel makes it, or it is no control group
                    file.write(value)
        except OSError:
            group.rmdir()
        else:
            return group
    return None


@contextmanager
def _as_it_is(pid: int) -> Iterator[None]:
    yield


@contextmanager
def _stopped_by_turns(pid: int, times: float) -> Iterator[None]:
    """Let a process run for its share of each slice, and stop it for the rest."""
    over = threading.Event()

    def take_turns() -> None:
        while not over.is_set():
            time.sleep(SLICE / times)
            os.kill(pid, signal.SIGSTOP)
            time.sleep(SLICE - SLICE / times)
            os.kill(pid, signal.SIGCONT)

    thread = threading.Thread(target=take_turns)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
