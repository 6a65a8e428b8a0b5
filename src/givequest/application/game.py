"""The game: one home opened, with its clock, its settings and what its records come to."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from givequest.application.ports import Clock, Store, YearCache
from givequest.domain.acts import ActLabel
from givequest.domain.changes import Change
from givequest.domain.days import giving_day
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import Kind
from givequest.domain.progress.titles import Titles
from givequest.domain.records import NOTHING, AnyRecord, Record, RecordType, read_record
from givequest.domain.settings import Settings

if TYPE_CHECKING:
    from givequest.application.histories import Histories
    from givequest.application.years import Years
    from givequest.domain.progress.state import ProgressState
    from givequest.domain.rules import Rules

T = TypeVar("T")


class Game:
    """What every use case is given: where records are kept, what time it is, and the rules.

    It owns the one instance of everything that is worked out from the records, so that what is changed
    anywhere is seen everywhere. To log a deed takes neither rules nor history: all is made when it is asked for.
    """

    def __init__(
        self,
        store: Store,
        cache: YearCache,
        clock: Clock,
        *,
        settings: Settings,
        rules: Rules | None = None,
        titles: Titles | None = None,
    ) -> None:
        self.store = store
        self.cache = cache
        self.clock = clock
        self.settings = settings
        self.titles = titles or Titles()
        self.saved_years: set[int] = set()
        """The years in which anything was changed through it."""
        self.has_saved = False
        """Whether anything was changed through it."""
        self._rules = rules
        self._derived: dict[Any, Any] = {}

    def use(self, settings: Settings, rules: Rules, titles: Titles) -> None:
        """Play by other settings and rules from now on; whatever they make untrue is worked out anew when asked for."""
        self.settings, self._rules, self.titles = settings, rules, titles

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind of deed by its id."""
        return self.settings.kinds

    @property
    def rules(self) -> Rules:
        """What a history is read with."""
        if self._rules is None:
            from givequest.domain.rules import Rules

            self._rules = Rules(self.settings.kinds, self.settings.core, self.settings.grace)
        return self._rules

    @cached_property
    def years(self) -> Years:
        """The records, year by year."""
        from givequest.application.years import Years

        return Years(self.store)

    @cached_property
    def histories(self) -> Histories:
        """What the records come to, year by year."""
        from givequest.application.histories import Histories

        return Histories(self.years, self.cache, self.this_year, lambda: self.rules)

    def derived(self, make: Callable[[Game], T]) -> T:
        """Return the one thing that `make` makes of this game (a class, like `Charts`); made at the first asking."""
        if make not in self._derived:
            self._derived[make] = make(self)
        found: T = self._derived[make]
        return found

    def problems(self) -> list[Diagnostic]:
        """Return what could not be read in the years that were looked at so far."""
        return self.years.problems() if "years" in self.__dict__ else []

    def now(self) -> datetime:
        """Return the local time with its UTC offset."""
        return self.clock()

    def today(self) -> date:
        """Return the giving day that it is now."""
        return giving_day(self.now(), self.settings.day_start)

    def this_year(self) -> int:
        """Return the year that it is now."""
        return self.today().year

    def progress(self, day: date, *, today: date | None = None) -> ProgressState:
        """Return the state on a day, seen from today."""
        seen_from = today or self.today()
        day = min(day, seen_from)
        return self.histories.history(day.year).state_on(day, today=seen_from)

    def new_record(self, type_: RecordType, day: date, **fields: object) -> Record:
        """Return a record of now for a day, checked and cleaned; raises `RecordError`."""
        now = self.now()
        document = {
            "type": type_.value,
            "id": new_id(),
            "day": day.isoformat(),
            "at": now.isoformat(timespec="seconds"),
            **fields,
        }
        return read_record(document)

    def save(
        self,
        label: ActLabel,
        puts: Iterable[AnyRecord] = (),
        drops: Iterable[AnyRecord] = (),
        *,
        expects: Iterable[AnyRecord] = (),
        sitting: str = "",
        seqs: Mapping[str, int] = NOTHING,
    ) -> None:
        """Save a change and take it in; raises `StorageError`, and then nothing has changed."""
        change = Change(label, tuple(puts), tuple(drops), tuple(expects), sitting, seqs)
        if not (change.puts or change.drops):
            return
        try:
            self.store.commit(change)
        except BaseException:
            if "years" in self.__dict__:
                self.years.update(change.years)  # what is true is what the disk says
            raise
        self.take_in(change.years)

    def take_in(self, years: Collection[int]) -> None:
        """Take in a change of some years that is saved."""
        self.has_saved = True
        self.saved_years |= {*years}
        if "years" in self.__dict__:
            self.years.update(years)


def new_id() -> str:
    """Return an id that no other record has."""
    return os.urandom(7).hex()
