"""What more years cost: the same sitting on homes of different ages, in turns."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from .program import time_run
from .rows import Bench
from .session import open_board

AGES = (1, 5, 20, 50)
Observations = dict[str, list[float]]
A_REST, A_PAST_YEAR = 4.0, 0.5
"""Seconds of the first sitting in which no key is pressed, and those for each year behind."""
COLUMNS = {
    "launch": 0.5, "log": 0.5, "move": 0.95, "tick": 0.95, "undo": 0.95,
    "month": 0.5, "year": 0.5, "search": 0.95, "all found": 0.5, "memory": 0.5,
}  # fmt: skip
"""What is observed, and the percentile that is told of it."""


def measure_growth(bench: Bench, ages: tuple[int, ...] = AGES) -> dict[int, Observations]:
    """Return what was observed at each age in years: seconds (memory: bytes), every single value."""
    found: dict[int, Observations] = {age: {column: [] for column in COLUMNS} for age in ages}
    with ExitStack() as stack:
        homes = {age: stack.enter_context(bench.homes.copied(age)) for age in ages}
        for age, home in homes.items():
            with open_board(bench.program, home) as session:  # what past years come to is worked out once, at rest
                session.terminal.watch(A_REST + A_PAST_YEAR * age)
        for turn in range(-1, bench.runs):
            for age in ages if turn % 2 == 0 else reversed(ages):
                seen = _observe(bench, homes[age])
                for column, values in seen.items() if turn >= 0 else ():
                    found[age][column].extend(values)
    return found


def _observe(bench: Bench, home: Path) -> Observations:
    log = time_run(bench.program.command(home, "log", "help", "Ana"))
    with open_board(bench.program, home) as session:
        memory, _ = session.memory()
        moves = session.move(12)
        ticks, undos = session.tick(6)
        month, year = session.open_charts()
        search, found = session.search()
    return {
        "launch": [session.launched], "log": [log], "move": moves, "tick": ticks, "undo": undos,
        "month": [month], "year": [year], "search": search, "all found": [found], "memory": [memory],
    }  # fmt: skip
