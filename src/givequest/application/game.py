"""The game: one home opened, with its clock, its settings and what its records come to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from givequest.application.ports import CheckpointStore, Clock, Store
from givequest.domain.acts import ActLabel
from givequest.domain.changes import Change
from givequest.domain.days import giving_day
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import Kind
from givequest.domain.progress.titles import Titles
from givequest.domain.records import AnyRecord, Record, RecordType, read_record
from givequest.domain.settings import Settings

if TYPE_CHECKING:
    from givequest.application.histories import Histories
    from givequest.domain.progress.state import ProgressState
    from givequest.domain.rules import Rules


class Game:
    """What every use case is given: where records are kept, what time it is, and the rules.

    To log a deed takes neither rules nor history, so both are made when first asked for.
    """

    def __init__(
        self,
        store: Store,
        checkpoints: CheckpointStore,
        clock: Clock,
        *,
        settings: Settings,
        rules: Rules | None = None,
        titles: Titles | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.settings = settings
        self.titles = titles or Titles()
        self.has_saved = False
        """Whether anything was changed through it."""
        self._checkpoints = checkpoints
        self._given_rules = rules

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind of deed by its id."""
        return self.settings.kinds

    @cached_property
    def rules(self) -> Rules:
        """What a history is read with."""
        if self._given_rules is not None:
            return self._given_rules
        from givequest.domain.rules import Rules

        return Rules(self.settings.kinds, self.settings.core, self.settings.grace)

    @cached_property
    def histories(self) -> Histories:
        """The histories of the years."""
        from givequest.application.histories import Histories

        return Histories(self.store, self._checkpoints, self.rules)

    def problems(self) -> list[Diagnostic]:
        """Return what could not be read in the years that were looked at so far."""
        return self.histories.problems() if "histories" in self.__dict__ else []

    def with_settings(self, settings: Settings) -> Game:
        """Return the same game played by other settings; kinds and cards stay."""
        from dataclasses import replace

        rules = replace(self.rules, grace=settings.grace)
        return Game(self.store, self._checkpoints, self.clock, rules=rules, settings=settings, titles=self.titles)

    def now(self) -> datetime:
        """Return the local time with its UTC offset."""
        return self.clock()

    def today(self) -> date:
        """Return the giving day that it is now."""
        return giving_day(self.now(), self.settings.day_start)

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
    ) -> None:
        """Save a change and take it in; raises `StorageError`, and then nothing has changed."""
        change = Change(label, tuple(puts), tuple(drops), tuple(expects), sitting)
        if not (change.puts or change.drops):
            return
        try:
            self.store.commit(change)
        except BaseException:
            if "histories" in self.__dict__:
                self.histories.update(change.years)  # what is true is what the disk says
            raise
        self.take_in(change.years)

    def take_in(self, years: Iterable[int]) -> None:
        """Take in a change of some years that is saved."""
        self.has_saved = True
        if "histories" in self.__dict__:
            self.histories.update(years)


def new_id() -> str:
    """Return an id that no other record has."""
    return os.urandom(7).hex()
