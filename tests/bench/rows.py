"""The rows of the table: each is measured by a function of its own, which returns what it found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from .disk import durable_write, sqlite_commit
from .homes import Homes
from .measure import Finding, take_turns
from .program import Program, time_run
from .session import open_board, open_hello

YEARS = 20
HELLO = "hello world"
EMPTY = "empty ledger"
WRITES_A_RUN, MOVES_A_RUN, TICKS_A_RUN = 10, 12, 6


@dataclass(frozen=True)
class Bench:
    """What every row needs: the program, homes for it, and how many paired runs to measure."""

    program: Program
    homes: Homes
    runs: int = 9

    def launch(self, home: Path) -> float:
        """Open the board on a home, quit it, and return the seconds to its first complete frame."""
        with open_board(self.program, home) as session:
            return session.launched

    def launch_hello(self) -> float:
        """Do the same with the plainest app."""
        with open_hello(self.program, self.homes.folder) as session:
            return session.launched


def measure_launch(bench: Bench) -> list[Finding]:
    """Launch until the first complete board: empty, with 20 years of history, and the plainest app."""
    with bench.homes.copied(0) as empty, bench.homes.copied(YEARS) as long:
        times = take_turns(
            {HELLO: bench.launch_hello, EMPTY: lambda: bench.launch(empty), "long": lambda: bench.launch(long)},
            bench.runs,
        )
    return [
        Finding("launch", "launch to the first complete board", times[EMPTY], "ms", 1.5, HELLO, times[HELLO]),
        Finding("launch", f"the same, {YEARS} years", times["long"], "ms", 1.15, EMPTY, times[EMPTY]),
    ]


def measure_log(bench: Bench) -> list[Finding]:
    """Log a deed from the command line, as a whole process."""
    tinydb = [str(bench.program.python), "-c", "import tinydb"]
    with bench.homes.copied(0) as empty, bench.homes.copied(YEARS) as long:
        log_empty = bench.program.command(empty, "log", "help", "Ana")
        log_long = bench.program.command(long, "log", "help", "Ana")
        times = take_turns(
            {
                "tinydb": lambda: time_run(tinydb),
                EMPTY: lambda: time_run(log_empty),
                "long": lambda: time_run(log_long),
            },
            bench.runs * 2,
        )
    what = f"givequest log, {YEARS} years"
    return [
        Finding("log", what, times["long"], "ms", 2.0, "import tinydb", times["tinydb"]),
        Finding("log", what, times["long"], "ms", 1.1, EMPTY, times[EMPTY]),
    ]


def measure_write(bench: Bench) -> list[Finding]:
    """Write one deed durably at the end of a full year, with and without years behind it, and commit to SQLite."""
    with ExitStack() as stack:
        trials = {}
        for name, behind in (("long", YEARS), ("alone", 0)):
            home = stack.enter_context(bench.homes.copied_full_year(behind))
            trials[name] = stack.enter_context(durable_write(home, bench.homes.last_full_day))
            folder = home.parent
        year = bench.homes.last_full_day.year
        trials["sqlite"] = stack.enter_context(sqlite_commit(folder, year))
        times = take_turns(trials, bench.runs * WRITES_A_RUN)
    what = f"one durable write, full year, {YEARS} behind it"
    return [
        Finding("write", what, times["long"], "ms", 10.0, "SQLite commit", times["sqlite"]),
        Finding("write", what, times["long"], "ms", 1.1, "nothing behind", times["alone"]),
    ]


def measure_keys(bench: Bench) -> list[Finding]:
    """Press the keys that move and tick, and wait for the last byte of what they draw."""
    with bench.homes.copied(YEARS) as home, open_board(bench.program, home) as session:
        session.move(MOVES_A_RUN)
        moves = session.move(MOVES_A_RUN * bench.runs)
        session.tick(1)
        ticks, undos = session.tick(TICKS_A_RUN * bench.runs)
    return [
        Finding("keys", f"key to finished frame: move, {YEARS} years (p95)", moves, "ms", 16.0, share=0.95),
        Finding("keys", f"key to finished frame: tick, {YEARS} years (p95)", ticks, "ms", 16.0, share=0.95),
        Finding("keys", f"key to finished frame: undo, {YEARS} years (p95)", undos, "ms", share=0.95),
    ]


def measure_charts(bench: Bench) -> list[Finding]:
    """Open the month chart and the year chart, each for the first time in its process and once more."""
    first: list[tuple[float, float]] = []
    again: list[tuple[float, float]] = []
    with bench.homes.copied(YEARS) as home:
        for turn in range(-1, bench.runs):
            with open_board(bench.program, home) as session:
                times, times_again = session.open_charts(), session.open_charts()
            if turn >= 0:
                first.append(times)
                again.append(times_again)
    return [
        Finding("charts", f"month chart opened, {YEARS} years", [month for month, _ in first], "ms", 50.0),
        Finding("charts", f"year chart opened, {YEARS} years", [year for _, year in first], "ms", 100.0),
        Finding("charts", "month chart, a second time", [month for month, _ in again], "ms"),
        Finding("charts", "year chart, a second time", [year for _, year in again], "ms"),
    ]


def measure_memory(bench: Bench) -> list[Finding]:
    """Hold the memory of the open board against that of the plainest app."""
    now: dict[str, list[float]] = {"board": [], "hello": []}
    peak: dict[str, list[float]] = {"board": [], "hello": []}
    with bench.homes.copied(YEARS) as home:
        for turn in range(-1, bench.runs):
            with open_board(bench.program, home) as board, open_hello(bench.program, home) as hello:
                for name, session in (("board", board), ("hello", hello)):
                    held, most = session.memory()
                    if turn >= 0:
                        now[name].append(held)
                        peak[name].append(most)
    return [
        Finding("memory", f"memory of the open board, {YEARS} years", now["board"], "MB", 1.3, HELLO, now["hello"]),
        Finding("memory", "the same at its peak", peak["board"], "MB", None, HELLO, peak["hello"]),
    ]


ROWS: dict[str, Callable[[Bench], list[Finding]]] = {
    "launch": measure_launch,
    "log": measure_log,
    "write": measure_write,
    "keys": measure_keys,
    "charts": measure_charts,
    "memory": measure_memory,
}
