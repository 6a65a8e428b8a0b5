"""The rows of the table: each is measured by a function of its own, which returns what it found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from .disk import durable_write, sqlite_commit
from .homes import Homes
from .measure import Finding, percentile, take_turns
from .people import CONTACTS, PEOPLE
from .program import Program, time_run
from .session import open_board, open_hello, open_probe, sees_forest, sees_journal, sees_people

YEARS = 20
HELLO, PROBE = "hello world", "the probe's key"
EMPTY = "empty ledger"
PAGE, FOREST = 12.0, 40.0
"""How many keys of the probe a page may take that is opened for the first time, and the forest with its picture."""
WRITES_A_RUN, MOVES_A_RUN, TICKS_A_RUN = 10, 12, 6
WORDS = 2_000
"""Words of the message at the desk."""


@dataclass(frozen=True)
class Bench:
    """What every row needs: the program, homes for it, and how many paired runs to measure."""

    program: Program
    homes: Homes
    runs: int = 9

    def launch(self, home: Path, heard: list[float]) -> float:
        """Open the board on a home, and quit it.

        Returns the seconds to its first readable frame; those to the answer to a key are added to `heard`.
        """
        with open_board(self.program, home) as session:
            heard.append(session.heard)
            return session.launched

    def launch_hello(self) -> float:
        """Do the same with the plainest app."""
        with open_hello(self.program, self.homes.folder) as session:
            return session.launched


def measure_launch(bench: Bench) -> list[Finding]:
    """Launch until the board can be read, and until it takes keys: empty, with 20 years, and the plainest app."""
    heard: dict[str, list[float]] = {EMPTY: [], "long": []}
    with bench.homes.copied(0) as empty, bench.homes.copied(YEARS) as long:
        times = take_turns(
            {
                HELLO: bench.launch_hello,
                EMPTY: lambda: bench.launch(empty, heard[EMPTY]),
                "long": lambda: bench.launch(long, heard["long"]),
            },
            bench.runs,
        )
    heard = {name: values[-bench.runs :] for name, values in heard.items()}
    years = f"the same, {YEARS} years, {PEOPLE} people, {CONTACTS:,} contacts"
    return [
        Finding("launch", "launch to the first readable board", times[EMPTY], "ms", 0.5, HELLO, times[HELLO]),
        Finding("launch", years, times["long"], "ms", 1.1, EMPTY, times[EMPTY]),
        Finding("launch", "launch to the board that takes keys", heard[EMPTY], "ms", 1.45, HELLO, times[HELLO]),
        Finding("launch", years, heard["long"], "ms", 1.1, EMPTY, heard[EMPTY]),
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
        Finding("log", what, times["long"], "ms", 1.6, "import tinydb", times["tinydb"]),
        Finding("log", what, times["long"], "ms", 1.05, EMPTY, times[EMPTY]),
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
        Finding("write", what, times["long"], "ms", 8.0, "SQLite commit", times["sqlite"]),
        Finding("write", what, times["long"], "ms", 1.1, "nothing behind", times["alone"]),
    ]


def measure_keys(bench: Bench) -> list[Finding]:
    """Press the keys that move and tick, and the probe's, in turns, and wait for the last byte of what they draw."""
    with (
        bench.homes.copied(YEARS) as home,
        open_board(bench.program, home) as session,
        open_probe(bench.program, bench.homes.folder) as probe,
    ):
        session.move(MOVES_A_RUN)
        probe.move(MOVES_A_RUN)
        session.tick(1)
        plain: list[float] = []
        moves: list[float] = []
        ticks: list[float] = []
        undos: list[float] = []
        letters: list[float] = []
        written: list[float] = []
        for _ in range(bench.runs):
            plain += probe.move(MOVES_A_RUN)
            moves += session.move(MOVES_A_RUN)
            ticked, undone = session.tick(TICKS_A_RUN)
            ticks += ticked
            undos += undone
            letters += session.find()
            written += session.write(WORDS)
    what = f"key to finished frame, {{}}, {YEARS} years (p95)"
    return [
        key_finding("keys", what.format("move"), moves, plain, 2.0),
        key_finding("keys", what.format("tick"), ticks, plain, 4.0),
        key_finding("keys", what.format("undo"), undos, plain, None),
        key_finding("keys", what.format(f"a letter in find, {CONTACTS:,} contacts"), letters, plain, 4.0),
        key_finding("keys", what.format(f"a letter at the desk, {WORDS:,} words"), written, plain, 4.0),
    ]


def key_finding(row: str, what: str, values: list[float], plain: list[float], reach: float | None) -> Finding:
    """Return a finding about keys: their 95th percentile over that of the probe's."""
    probe = percentile(plain, 0.95)
    return Finding(row, what, values, "ms", reach, PROBE, [probe] * len(values), share=0.95)


def measure_pages(bench: Bench) -> list[Finding]:
    """Open each page for the first time in its process, and hold it against a key of the probe."""
    opened: dict[str, list[float]] = {name: [] for name in ("month chart", "year chart", "journal", "people", "forest")}
    plain: list[float] = []
    with bench.homes.copied(YEARS) as home:
        for turn in range(-1, bench.runs):
            with open_board(bench.program, home) as session, open_probe(bench.program, bench.homes.folder) as probe:
                keys = probe.move(MOVES_A_RUN)
                month, year = session.open_charts()
                found = {
                    "month chart": month,
                    "year chart": year,
                    "journal": session.open_page("2", sees_journal),
                    "people": session.open_page("5", sees_people),
                    "forest": session.open_page("4", sees_forest),
                }
            if turn >= 0:
                plain += keys
                for name, seconds in found.items():
                    opened[name].append(seconds)
    key = percentile(plain, 0.5)
    findings = []
    for name, values in opened.items():
        reach = FOREST if name == "forest" else PAGE
        what = f"{name} opened first, {YEARS} years"
        findings.append(Finding("pages", what, values, "ms", reach, PROBE, [key] * len(values)))
    return findings


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
        Finding("memory", f"memory of the open board, {YEARS} years", now["board"], "MB", 1.25, HELLO, now["hello"]),
        Finding("memory", "the same at its peak", peak["board"], "MB", None, HELLO, peak["hello"]),
    ]


ROWS: dict[str, Callable[[Bench], list[Finding]]] = {
    "launch": measure_launch,
    "log": measure_log,
    "write": measure_write,
    "keys": measure_keys,
    "pages": measure_pages,
    "memory": measure_memory,
}
