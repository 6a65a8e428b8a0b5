"""Paired measurements: what is compared runs in turns, and is compared turn by turn."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Trial = Callable[[], float]
WARM_UPS = 2


def take_turns(trials: Mapping[str, Trial], runs: int, warm_ups: int = WARM_UPS) -> dict[str, list[float]]:
    """Run every trial `runs` times in turns (A B C, C B A, A B C …), after uncounted warm-ups.

    The n-th values of two trials were taken within the same moments, so that what else
    happens on the machine falls on both; the order turns, so that neither is always first.
    """
    names = list(trials)
    values: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(-warm_ups, runs):
        for name in names if turn % 2 == 0 else reversed(names):
            value = trials[name]()
            if turn >= 0:
                values[name].append(value)
    return values


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


@dataclass(frozen=True)
class Finding:
    """What came out for one line of the table: values in seconds or bytes, and what they are held against."""

    row: str
    what: str
    values: list[float]
    unit: str
    """`ms` (values in seconds), `MB` (values in bytes) or `%`."""
    reach: float | None = None
    """As a ratio where there is something to compare with, else in the unit; none: only told."""
    against: str = ""
    others: list[float] = field(default_factory=list)
    """The values of what it is compared with, turn by turn."""
    share: float = 0.5
    """Which percentile counts: 0.5 the median, 0.95 p95."""

    @property
    def ratios(self) -> list[float]:
        """Each turn's value over the other's of the same turn."""
        return [value / other for value, other in zip(self.values, self.others, strict=True)] if self.others else []

    @property
    def figure(self) -> float:
        """The number that the reach is about."""
        if self.others:
            return percentile(self.ratios, self.share) if self.share != 0.5 else statistics.median(self.ratios)
        return self.scaled(percentile(self.values, self.share))

    @property
    def met(self) -> bool | None:
        """Whether the reach is reached; `None` where there is none."""
        return None if self.reach is None else self.figure <= self.reach

    def scaled(self, value: float) -> float:
        """Return a value in the unit that is printed."""
        return value * {"ms": 1e3, "MB": 1e-6}.get(self.unit, 1)
