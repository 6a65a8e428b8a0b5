"""The rows of the table: each is measured by a function of its own, which returns what it found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .disk import durable_write, sqlite_commit
from .homes import Homes
from .measure import Finding, take_turns
from .program import Program, time_run
from .session import open_board, open_hello

YEARS = 20


@dataclass(frozen=True)
class Bench:
    """What every row needs: the program, homes for it, and how often to measure."""

    program: Program
    homes: Homes
    runs: int = 9
    """Paired runs, warm-ups not counted."""


def measure_launch(bench: Bench) -> list[Finding]:
    """Launch until the first complete board: empty, with 20 years behind it, and the plainest app."""
    with _copies(bench, 0, YEARS) as (empty, long):
        times = take_turns(
            {
                "hello": lambda: _launch_hello(bench),
                "empty": lambda: _launch(bench, empty),
                "long": lambda: _launch(bench, long),
            },
            bench.runs,
        )
    return [
        Finding("launch", "launch, empty ledger", times["empty"], "ms", 1.5, "hello world", times["hello"]),
        Finding("launch", f"launch, {YEARS} years", times["long"], "ms", 1.15, "empty ledger", times["empty"]),
    ]


ROWS: dict[str, Callable[[Bench], list[Finding]]] = {"launch": measure_launch}
