"""The game: an open home with its clock, settings, rules and records."""

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
    """What every use case gets: the store, the clock, the settings and the rules.

    It owns the only instance of everything derived from the records, so that a change made anywhere shows
    everywhere. Everything is created on first use: logging a deed needs neither rules nor histories.
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
        """Whether anything was saved through this game."""
        self._rules = rules
        self._derived: dict[Any, Any] = {}

    def use(self, settings: Settings, rules: Rules, titles: Titles) -> None:
        """Replace settings, rules and titles. Derived values that depend on them are recomputed when next used."""
        self.settings, self._rules, self.titles = settings, rules, titles

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind of deed by its id."""
        return self.settings.kinds

    @property
    def rules(self) -> Rules:
        """The rules that records are read with."""
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
        """The folded history of each year."""
        from givequest.application.histories import Histories

        return Histories(self.years, self.cache, self.this_year, lambda: self.rules)

    def derived(self, make: Callable[[Game], T]) -> T:
        """Return this game's only instance of `make` (a class such as `Charts`), created on first use."""
        if make not in self._derived:
            self._derived[make] = make(self)
        found: T = self._derived[make]
        return found

    def problems(self) -> list[Diagnostic]:
        """Return what could not be read in the years used so far."""
        return self.years.problems() if "years" in self.__dict__ else []

    def now(self) -> datetime:
        """Return the local time with its UTC offset."""
        return self.clock()

    def today(self) -> date:
        """Return the current giving day: before `day_start` it is still yesterday."""
        return giving_day(self.now(), self.settings.day_start)

    def this_year(self) -> int:
        """Return the year of `today`."""
        return self.today().year

    def progress(self, day: date, *, today: date | None = None) -> ProgressState:
        """Return the state on a day as seen from `today` (default: now); later records are ignored."""
        seen_from = today or self.today()
        day = min(day, seen_from)
        return self.histories.history(day.year).state_on(day, today=seen_from)

    def new_record(self, type_: RecordType, day: date, **fields: object) -> Record:
        """Return a record logged now for a day, with its fields checked and cleaned. Raises RecordError."""
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
        coalescing: str = "",
        seqs: Mapping[str, int] = NOTHING,
    ) -> None:
        """Save a change and take it in; raises `StorageError`, and then nothing has changed."""
        change = Change(label, tuple(puts), tuple(drops), tuple(expects), coalescing, seqs)
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
