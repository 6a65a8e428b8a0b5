"""Results computed from the records year by year, kept in memory and in the cache as long as they hold.

`YearlyFold` carries a state on from the end of one year to the end of the next; `YearlyValues` works each year out by
itself. Both are asked, never notified: with every question they first forget what a change of the records or of the
rules has made untrue, so that nobody who asks can be shown something stale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from givequest.application.game.years import Years

if TYPE_CHECKING:
    from givequest.application.ports import YearCache

T = TypeVar("T")
_BAD_DOCUMENT = (KeyError, TypeError, ValueError, AttributeError)
"""What reading a document raises that was not written by us."""


class _Yearly(Generic[T]):
    """Values by year. Subclasses say what a value is made by, and how it is read from the cache and written to it."""

    name = ""
    """Its folder in the cache; empty: nothing of it is kept there."""

    def __init__(self, years: Years, cache: YearCache, this_year: Callable[[], int]) -> None:
        """`this_year` returns the present year: only years that are over are put into the cache."""
        self.years = years
        self._cache = cache
        self._this_year = this_year
        self._values: dict[int, T] = {}
        self._version = years.version
        self._made_by: Any = None

    def made_by(self) -> Any:
        """Return what values depend on besides the records, as plain JSON values; another means that all are untrue."""
        raise NotImplementedError

    def write(self, value: T, year: int) -> Mapping[str, Any]:
        """Return a value as plain JSON values."""
        raise NotImplementedError

    def read(self, document: Mapping[str, Any], year: int) -> T:
        """Return the value that `write` has made a document of; KeyError, TypeError or ValueError where it has not."""
        raise NotImplementedError

    def is_known(self, year: int) -> bool:
        """Return whether the value of a year is in memory or in the cache, so that it costs no reading of records."""
        self.forget_untrue()
        return year in self._values or self._load(year)

    def forget_untrue(self) -> None:
        """Forget what is no longer so."""
        made_by = self.made_by()
        if made_by != self._made_by:
            self._made_by, self._version = made_by, self.years.version
            self._forget_all()
        elif self._version != self.years.version:
            changed = self.years.changed_since(self._version)
            self._version = self.years.version
            if changed:
                self._forget(changed)

    def _forget_all(self) -> None:
        self._values.clear()

    def _forget(self, changed: set[int]) -> None:
        raise NotImplementedError

    def _first_stamped(self, year: int) -> int:
        """Return the first of the years that the value of a year depends on."""
        raise NotImplementedError

    def _made_from(self, year: int) -> Any:
        return [self._made_by, self.years.stamp(self._first_stamped(year), year)]

    def _load(self, year: int) -> bool:
        """Take a past year's value from the cache; return whether it was there, made by these rules of these files."""
        if not self.name or year >= self._this_year():
            return False
        document = self._cache.load(self.name, year, self._made_from(year))
        if document is None:
            return False
        try:
            self._values[year] = self.read(document, year)
        except _BAD_DOCUMENT:
            return False
        return True

    def _keep(self, year: int, value: T) -> T:
        self._values[year] = value
        if self.name and year < self._this_year() and not self.years.broken:
            self._cache.save(self.name, year, self._made_from(year), self.write(value, year))
        return value


class YearlyFold(_Yearly[T]):
    """A left fold over the years: the state at the end of each, continuing from the year before."""

    def start(self) -> T:
        """Return the state before the first record."""
        raise NotImplementedError

    def carry_on(self, state: T, year: int) -> T:
        """Return the state at the end of a year that began with `state`, which is not changed."""
        raise NotImplementedError

    def closing(self, year: int) -> T:
        """Return the state at the end of a year. Not to be changed by the caller."""
        self.forget_untrue()
        first = min(self.years.known, default=year + 1)
        latest = next((known for known in range(year, first - 1, -1) if known in self._values or self._load(known)), 0)
        state = self._values[latest] if latest else self.start()
        for past in range(latest + 1 if latest else first, year + 1):
            state = self._keep(past, self.carry_on(state, past))
        return state

    def _first_stamped(self, year: int) -> int:
        return 0

    def _forget(self, changed: set[int]) -> None:
        first = min(changed)
        self._values = {year: value for year, value in self._values.items() if year < first}


class YearlyValues(_Yearly[T]):
    """A result for each year that depends on that year alone."""

    def __init__(self, years: Years, cache: YearCache, this_year: Callable[[], int]) -> None:
        super().__init__(years, cache, this_year)
        self._stale: dict[int, T] = {}

    def work_out(self, year: int, before: T | None) -> T:
        """Return the value of a year; `before` is its value before its records changed, if known."""
        raise NotImplementedError

    def of(self, year: int) -> T:
        """Return the value of a year; the last known one if the year can no longer be read."""
        self.forget_untrue()
        if year not in self._values and not self._load(year):
            before = self._stale.pop(year, None)
            value = self.work_out(year, before)
            self._keep(year, before if before is not None and year in self.years.broken else value)
        return self._values[year]

    def _first_stamped(self, year: int) -> int:
        return year

    def _forget(self, changed: set[int]) -> None:
        for year in changed & self._values.keys():
            self._stale[year] = self._values.pop(year)

    def _forget_all(self) -> None:
        super()._forget_all()
        self._stale.clear()
