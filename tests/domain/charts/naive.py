"""A second derivation of chart cells, straight from the words of the rules: slow, plain, and its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Life:
    """A series' past in four sets of day numbers, and the day that it is seen from."""

    kept: frozenset[int]
    rest: frozenset[int]
    off: frozenset[int]
    slips: frozenset[int]
    today: int
    grace: int

    def is_empty(self, day: int) -> bool:
        """Return whether a day counts against the grace."""
        return day < self.today and day not in self.kept and day not in self.rest and day not in self.off

    def empties(self, first: int, last: int) -> int:
        """Return how many days from one to another count against the grace."""
        return sum(self.is_empty(day) for day in range(first, last + 1))

    def runs(self) -> list[list[int]]:
        """Return the kept days up to today, those of a run together."""
        runs: list[list[int]] = []
        for day in sorted(day for day in self.kept if day <= self.today):
            if runs and self.empties(runs[-1][-1] + 1, day - 1) <= self.grace:
                runs[-1].append(day)
            else:
                runs.append([day])
        return runs

    def current(self, day: int) -> int:
        """Return the run that stands at the end of a day."""
        for run in self.runs():
            past = [kept for kept in run if kept <= day]
            if past and (past[-1] == day or self.empties(past[-1] + 1, day) <= self.grace):
                if any(kept <= day for other in self.runs() if other[0] > run[0] for kept in other):
                    continue
                return len(past)
        return 0

    def best(self, day: int) -> int:
        """Return the longest run up to a day."""
        return max((sum(kept <= day for kept in run) for run in self.runs()), default=0)

    def warmth(self, day: int) -> float:
        """Return the warmth at the end of a day."""
        kept = sorted(self.kept)
        if not kept:
            return 0.0
        memory, warmth = 0.5 ** (1 / 13), 0.0
        for each in range(kept[0], min(day, self.today) + 1):
            if each in self.kept:
                warmth = 1 - (1 - warmth) * memory
            elif self.is_empty(each):
                warmth *= memory
        return warmth

    def mark(self, day: int) -> str:
        """Return the sign that a chart should show."""
        if day > self.today:
            return "rest" if day in self.rest else "ahead"
        if day in self.kept:
            return "kept"
        if day in self.rest:
            return "rest"
        if day < min((kept for kept in self.kept if kept <= self.today), default=self.today):
            return "before"
        if day in self.off:
            return "off"
        if day in self.slips:
            return "slip"
        if day == self.today:
            return "today"
        return "bridged" if self.is_inside(day) else "empty"

    def is_inside(self, day: int) -> bool:
        """Return whether a day lies between the first and the last kept day of one run."""
        return any(run[0] < day < run[-1] for run in self.runs())


def life_of(series: str, days: range, today: int, grace: int, kept: Callable[[int], bool],
            rest: Callable[[int], bool], off: Callable[[int], bool], slip: Callable[[int], bool]) -> Life:  # fmt: skip
    """Return the life of a series from questions that are asked of each day."""
    chosen = {
        name: frozenset(day for day in days if ask(day))
        for name, ask in (("kept", kept), ("rest", rest), ("off", off), ("slips", slip))
    }
    if series != "quiet":
        chosen["slips"] = frozenset()
    return Life(today=today, grace=grace, **chosen)
