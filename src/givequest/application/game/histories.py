"""Histories: each year folded day by day, starting from the state at the end of the year before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from givequest.application.game.recent_days import RecentDays, first_kept, read_recent, write_recent
from givequest.application.game.yearly import YearlyFold
from givequest.application.game.years import Years
from givequest.domain.progress import experience
from givequest.domain.progress.day_facts import NOTHING_DONE, gather_facts
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.domain.records import Record
from givequest.domain.rules import Rules

if TYPE_CHECKING:
    from givequest.application.ports import YearCache

VERSION = 10
"""Raise this when the same records lead to a different state, or a state holds something new."""
RECENT = "recent"
"""The folder of the last weeks in the cache."""
MANY = 31
"""If more days than this changed, the year is folded again as a whole."""


class Histories(YearlyFold[ProgressState]):
    """The history of each year. A year that becomes unreadable keeps the history it had."""

    name = "progress"

    def __init__(
        self, years: Years, cache: YearCache, this_year: Callable[[], int], rules: Callable[[], Rules]
    ) -> None:
        """`rules` returns the current rules; everything is folded again when they change."""
        super().__init__(years, cache, this_year)
        self._rules = rules
        self._histories: dict[int, History] = {}
        self._records: dict[int, Mapping[str, Record]] = {}  # what each history was made from
        self._changed: set[int] = set()
        self._recent: dict[int, RecentDays | None] = {}
        self._used: Rules | None = None

    def forget_untrue(self) -> None:
        """Forget the years that changed records, rules or cards have made outdated."""
        super().forget_untrue()
        rules = self._rules()
        if rules is not self._used:
            self._used = rules
            self._forget_histories()

    def made_by(self) -> Any:
        """Return what a cached state depends on: the version of the fold and the rules."""
        return [VERSION, experience.FINGERPRINT, self._rules().fingerprint]

    def _made_from(self, year: int) -> Any:
        rules = self._rules().fingerprint_until(date(year, 12, 31).toordinal())
        return [VERSION, experience.FINGERPRINT, rules, self.years.stamp(self._first_stamped(year), year)]

    def start(self) -> ProgressState:
        """Return the state before the first record."""
        return ProgressState()

    def carry_on(self, state: ProgressState, year: int) -> ProgressState:
        """Return the state at the end of a year."""
        facts = gather_facts(self.years.records(year, keep=False).values(), self._rules())
        return History(facts, self._rules(), state).state_before(date(year + 1, 1, 1))

    def write(self, value: ProgressState, year: int) -> Mapping[str, Any]:
        """Return a state as plain JSON values."""
        return value.document()

    def read(self, document: Mapping[str, Any], year: int) -> ProgressState:
        """Return the state that `write` made a document of."""
        return ProgressState.read(document)

    def history(self, year: int) -> History:
        """Return the history of a year. Not to be changed by the caller."""
        self.forget_untrue()
        if year in self._changed:
            self._changed.discard(year)
            self._take_in(year)
        history = self._histories.get(year)
        if history is None:
            records = self.years.records(year)
            facts = gather_facts(records.values(), self._rules())
            history = self._histories[year] = History(facts, self._rules(), self.closing(year - 1))
            self._records[year] = records
            if (recent := self._recent.get(year)) is not None:
                history.take_over(recent.history)
        return history

    def recent(self, day: date) -> History:
        """Return a history that knows a day: where the cache has them, that of the last weeks, without the others.

        Not to be changed by the caller.
        """
        self.forget_untrue()
        year = day.year
        if year not in self._histories:
            recent = self._recent_of(year)
            if recent is not None and day.toordinal() >= recent.first:
                return recent.history
        return self.history(year)

    def keep_recent(self, today: date) -> None:
        """Put the last weeks into the cache, unless they are there as they are today."""
        year, history, recent = today.year, self.recent(today), self._recent_of(today.year)
        if recent is not None and recent.kept_on == today.toordinal():
            return
        first, records = first_kept(today), recent.records if recent is not None else ()
        if recent is None or year in self._histories or first.toordinal() < recent.first:
            history, records = self.history(year), tuple(self.years.records(year).values())
            if self.years.problems() or self.years.broken:
                return  # it is told with the whole of the year, at the next launch too
        document = write_recent(history, records, today)
        self._cache.save(RECENT, year, self._recent_made_from(year), document)
        self._recent[year] = RecentDays(first.toordinal(), history, records, today.toordinal())

    def _recent_of(self, year: int) -> RecentDays | None:
        """Return the last weeks of this year, from the cache if need be; None where it does not have them."""
        if year not in self._recent:
            document = None
            if year == self._this_year():
                document = self._cache.load(RECENT, year, self._recent_made_from(year))
            recent = self._recent[year] = None if document is None else read_recent(document, self._rules())
            if recent is not None:
                self.years.lend(year, recent.first, recent.records)
        return self._recent[year]

    def _recent_made_from(self, year: int) -> Any:
        return [*self.made_by(), self.years.stamp(0, year)]

    def _take_in(self, year: int) -> None:
        """Fold the days of a year on which something is not what it was."""
        old, new = self._records[year], self.years.records(year)
        if year in self.years.broken:
            return  # what was read before is shown still, and the trouble is told
        gone, come = _missing(old, new), _missing(new, old)
        changed = {record.day for record in (*gone, *come)}
        if len(changed) > MANY:
            del self._histories[year]
            return
        facts = gather_facts((record for record in new.values() if record.day in changed), self._rules())
        for day in map(date.toordinal, changed):
            self._histories[year] = self._histories[year].with_facts(day, facts.get(day, NOTHING_DONE))
        self._records[year] = new

    def _forget(self, changed: set[int]) -> None:
        super()._forget(changed)
        first = min(changed)
        self._histories = {year: history for year, history in self._histories.items() if year <= first}
        self._records = {year: records for year, records in self._records.items() if year <= first}
        self._changed = {year for year in (*self._changed, first) if year in self._histories}
        self._recent = {year: recent for year, recent in self._recent.items() if year < first}

    def _forget_all(self) -> None:
        super()._forget_all()
        self._forget_histories()

    def _forget_histories(self) -> None:
        self._histories.clear()
        self._records.clear()
        self._changed.clear()
        self._recent.clear()


def _missing(some: Mapping[str, Record], others: Mapping[str, Record]) -> list[Record]:
    """Return the records of `some` that `others` do not hold as they are; most are the very same object in both."""
    get = others.get
    return [record for identity, record in some.items() if get(identity) is not record and get(identity) != record]
