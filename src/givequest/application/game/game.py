"""The game: an open home with its clock, settings, rules and records."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from givequest.application.game.current_rules import CurrentRules, Opinion
from givequest.application.game.texts import GameTexts
from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.days import giving_day
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import Kind
from givequest.domain.records import NOTHING, AnyRecord, Record, RecordType, kinds_of, read_record
from givequest.domain.records.partitions import PEOPLE, RULES, is_year
from givequest.domain.rule_history import NO_CHANGE, RulesChange
from givequest.domain.settings import Settings

if TYPE_CHECKING:
    from givequest.application.game.directory import Directory
    from givequest.application.game.histories import Histories
    from givequest.application.game.years import Years
    from givequest.application.ports import Clock, Store, YearCache
    from givequest.domain.morning.lines import Mornings
    from givequest.domain.morning.stories import Stories
    from givequest.domain.noticeboard.spot_cards import SpotTexts
    from givequest.domain.progress.state import ProgressState
    from givequest.domain.progress.titles import Titles
    from givequest.domain.rules import Rules

T = TypeVar("T")


class Game(GameTexts):
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
        opinion: Opinion = Opinion.CLEAR,
        built_in: Mapping[str, Kind] | None = None,
        rules: Rules | None = None,
        titles: Titles | None = None,
    ) -> None:
        """`settings` are as the config has them, `opinion` what it has to say about what is due.

        `built_in` are the kinds that there are without a config; of `rules` the grace, the deck and the seed count.
        """
        self.store = store
        self.cache = cache
        self.clock = clock
        self.use_texts(titles)
        self.saved_partitions: set[int] = set()
        """The partitions in which anything was changed through it."""
        self.has_saved = False
        """Whether anything was saved through this game."""
        self.look_at_config: Callable[[], object] = lambda: None
        """Called before anything is saved, so that it is saved by the config as it is now."""
        self.current_rules = CurrentRules(store, settings, opinion, settings.kinds if built_in is None else built_in)
        self.current_rules.use(settings, opinion, rules)
        self._derived: dict[Any, Any] = {}

    def use(
        self,
        settings: Settings,
        opinion: Opinion,
        rules: Rules | None = None,
        titles: Titles | None = None,
        mornings: Mornings | None = None,
        stories: Stories | None = None,
        spots: SpotTexts | None = None,
    ) -> None:
        """Replace settings, rules and texts; what depends on them is computed when next used."""
        self.current_rules.use(settings, opinion, rules)
        self.use_texts(titles, mornings, stories, spots)

    @property
    def settings(self) -> Settings:
        """The settings in force: the config's, with what is due as the ledger has it where the config does not say."""
        return self.current_rules.on(self.today()).settings

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind of deed by its id, retired ones included."""
        return self.current_rules.on(self.today()).kinds

    @property
    def rules(self) -> Rules:
        """The rules that records are read with."""
        return self.current_rules.on(self.today()).rules

    @cached_property
    def years(self) -> Years:
        """The records, year by year."""
        from givequest.application.game.years import Years

        return Years(self.store)

    @cached_property
    def histories(self) -> Histories:
        """The folded history of each year."""
        from givequest.application.game.histories import Histories

        return Histories(self.years, self.cache, self.this_year, lambda: self.rules)

    @cached_property
    def people(self) -> Directory:
        """The people that somebody has chosen to keep in mind."""
        from givequest.application.game.directory import Directory

        return Directory(self.store, self.cache)

    def derived(self, make: Callable[[Game], T]) -> T:
        """Return this game's only instance of `make` (a class such as `Charts`), created on first use."""
        if make not in self._derived:
            self._derived[make] = make(self)
        found: T = self._derived[make]
        return found

    def problems(self) -> list[Diagnostic]:
        """Return what could not be read in the rules and in the years used so far."""
        of_years = self.years.problems() if "years" in self.__dict__ else []
        of_people = self.people.problems() if "people" in self.__dict__ else []
        return [*of_years, *self.current_rules.problems(), *of_people]

    def refresh(self) -> bool:
        """Check the ledger for changes made elsewhere; return whether there are any. Raises StorageError."""
        has_new_rules = self.current_rules.refresh()
        has_new_people = "people" in self.__dict__ and self.people.refresh()
        return ("years" in self.__dict__ and self.years.refresh()) or has_new_rules or has_new_people

    def now(self) -> datetime:
        """Return the local time with its UTC offset."""
        return self.clock()

    def today(self) -> date:
        """Return the current giving day: before `day_start` it is still yesterday."""
        return giving_day(self.now(), self.current_rules.configured.day_start)

    def this_year(self) -> int:
        """Return the year of `today`."""
        return self.today().year

    def progress(self, day: date, *, today: date | None = None) -> ProgressState:
        """Return the state on a day as seen from `today` (default: now); later records are ignored."""
        seen_from = today or self.today()
        day = min(day, seen_from)
        return self.histories.recent(day).state_on(day, today=seen_from)

    def keep_recent(self) -> None:
        """Keep the last weeks for the next launch, if what was shown came from them."""
        if "histories" in self.__dict__:
            self.histories.keep_recent(self.today())

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
        stores_rules: bool = True,
    ) -> None:
        """Save a change and update what depends on it.

        Raises StorageError, and then nothing was saved; ChangedElsewhere when one of `expects` is no longer as given.

        The rules in force are stored with it if the ledger does not have them, unless `stores_rules` is False.
        """
        puts, drops = tuple(puts), tuple(drops)
        if not (puts or drops):
            return
        self.look_at_config()
        rules = self._change_of_rules(puts) if stores_rules else NO_CHANGE
        change = Change(label, puts + rules.puts, drops + rules.drops, tuple(expects), coalescing, seqs)
        try:
            self.store.commit(change)
        except BaseException:
            if "years" in self.__dict__:
                self.years.update(change.years)  # what is true is what the disk says
            if "people" in self.__dict__:
                self.people.refresh()
            raise
        if RULES in change.partitions:
            self.current_rules.refresh()
        self.take_in(change.partitions)

    def _change_of_rules(self, puts: tuple[AnyRecord, ...]) -> RulesChange:
        at = self.now().isoformat(timespec="seconds")
        return self.current_rules.change(self.today(), at, lambda: self._first_day(puts), kinds_of(puts))

    def _first_day(self, puts: tuple[AnyRecord, ...]) -> date | None:
        """Return the first day that anything is recorded of, with what is about to be; of a broken year, New Year."""
        days = [record.day for record in puts if isinstance(record, Record)]
        if (year := self.years.first()) is not None:
            recorded = [record.day for record in self.years.records(year, keep=False).values()]
            days += recorded or [date(year, 1, 1)]
        return min(days, default=None)

    def take_in(self, partitions: Collection[int]) -> None:
        """Update after a saved change of some partitions."""
        self.has_saved = True
        self.saved_partitions |= {*partitions} - {RULES}
        if PEOPLE in partitions and "people" in self.__dict__:
            self.people.refresh()
        if "years" in self.__dict__:
            self.years.update(filter(is_year, partitions))


def new_id() -> str:
    """Return a new random id."""
    return os.urandom(7).hex()
