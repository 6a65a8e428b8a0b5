"""The rules in force in one home, decided between the config and the rules stored in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import Kind
from givequest.domain.records import RulesRecord
from givequest.domain.records.partitions import RULES, name_of
from givequest.domain.rule_history import (
    NO_CHANGE,
    DatedSet,
    RulesChange,
    are_in_turns,
    change_of,
    knowing,
    known_kinds,
    rule_set_of,
    sets_in_force,
)
from givequest.domain.rule_sets import RuleSet
from givequest.domain.settings import Settings
from givequest.errors import StorageError
from givequest.named_tuple import NamedTuple

if TYPE_CHECKING:
    from givequest.application.ports import Store
    from givequest.domain.rules import Rules


class Opinion(StrEnum):
    """Whether a config says what is due, and whether it can be trusted."""

    CLEAR = "clear"
    """It says it, if by leaving everything as it comes."""
    NONE = "none"
    """There is no config."""
    UNCLEAR = "unclear"
    """Something in it cannot be used; nobody knows what was meant."""


class _Found(NamedTuple):
    """What the ledger holds at one moment."""

    records: tuple[RulesRecord, ...] = ()
    is_changeable: bool = True
    problems: tuple[Diagnostic, ...] = ()


class CurrentRules:
    """The rules in force. They depend on the day, as the rules of the config hold from today on.

    The ledger is read on first use, and again with `refresh`.
    """

    def __init__(self, store: Store, settings: Settings, opinion: Opinion, built_in: Mapping[str, Kind]) -> None:
        """`built_in` are the kinds that there are without a config."""
        self._store = store
        self._built_in = built_in
        self._made: tuple[date, InForce] | None = None
        self.use(settings, opinion)

    def use(self, settings: Settings, opinion: Opinion, rules: Rules | None = None) -> None:
        """Use another config from now on; `rules` has its grace, deck and seed."""
        self._settings = settings
        self._opinion = opinion
        self._template = rules
        self._made = None

    def on(self, today: date) -> InForce:
        """Return what is in force on the day `today`."""
        if self._made is None or self._made[0] != today:
            self._made = today, InForce(self, today)
        return self._made[1]

    @property
    def configured(self) -> Settings:
        """The settings as the config has them."""
        return self._settings

    @property
    def template(self) -> Rules:
        """Rules with the grace, the deck and the seed."""
        if self._template is None:
            from givequest.domain.rules import Rules

            settings = self._settings
            self._template = Rules(settings.kinds, settings.core, settings.grace)
        return self._template

    @cached_property
    def _found(self) -> _Found:
        try:
            page = self._store.page(RULES)
            records = [record for record in page.stored.values() if isinstance(record, RulesRecord)]
        except StorageError as error:
            return _Found(is_changeable=False, problems=(Diagnostic(name_of(RULES), str(error)),))
        records.sort(key=lambda record: record.day)
        return _Found(tuple(records), not page.is_newer, tuple(page.problems))

    @property
    def records(self) -> tuple[RulesRecord, ...]:
        """The rules stored in the ledger, in order of their days; none while it cannot be read."""
        return self._found.records

    @cached_property
    def stored(self) -> list[DatedSet]:
        """The stored rules as rule sets, each with the day from which it holds."""
        return [(record.day, rule_set_of(record, self._built_in)) for record in self.records]

    def problems(self) -> tuple[Diagnostic, ...]:
        """Return what could not be read so far."""
        return self._found.problems if "_found" in self.__dict__ else ()

    def refresh(self) -> bool:
        """Read the ledger again; return whether its rules have changed."""
        if "_found" not in self.__dict__:
            return False
        before = self._found
        del self.__dict__["_found"]
        if self._found == before:
            return False
        self.__dict__.pop("stored", None)
        self._made = None
        return True

    @property
    def wanted(self) -> RuleSet:
        """The rules that the config asks for, whether or not they are in force."""
        settings = self._settings
        return RuleSet(settings.kinds, settings.core, settings.first_weekday)

    def counts(self, today: date) -> bool:
        """Return whether the rules of the config are in force from today on, rather than the last stored ones.

        Of a config that says nothing, or nothing that can be trusted, it is where the ledger holds nothing; and never
        is a schedule that is new and will not come any more.
        """
        if not self.records:
            return True
        if self._opinion is not Opinion.CLEAR:
            return False
        last, kinds = self._last, self._settings.kinds
        return all(last.get(kind) == kinds[kind].schedule for kind in self.ended(today))

    @property
    def _last(self) -> Mapping[str, str | None]:
        """The schedules that the ledger held last, by kind."""
        return {kind: rules.on for kind, rules in self.records[-1].kinds.items()} if self.records else {}

    def ended(self, today: date) -> list[str]:
        """Return the kinds of the config whose schedules have ended."""
        scheduled = {kind.id: kind.schedule for kind in self._settings.kinds.values() if kind.schedule is not None}
        if not scheduled:
            return []
        from givequest.domain.schedule import comes_from

        now, weekday = today.toordinal(), self._settings.first_weekday
        starts = self.stored[-1][1].starts if self.stored else {}
        last = self._last
        return [
            kind
            for kind, text in scheduled.items()
            if not comes_from(text, now, starts.get(kind, now) if last.get(kind) == text else now, weekday)
        ]

    def change(self, today: date, at: str, earliest: Callable[[], date | None], logged: Iterable[str]) -> RulesChange:
        """Return what an act of today stores of the rules, see `change_of`; `logged` are the kinds that it is of."""
        if not self._found.is_changeable:
            return NO_CHANGE
        if self._opinion is Opinion.UNCLEAR or not self.counts(today):
            return RulesChange(knowing(self.records, logged, lambda: self.on(today).kinds))
        return change_of(self.records, self.wanted, self._built_in, today=today, at=at, earliest=earliest)

    def unwritten(self, today: date) -> RuleSet | None:
        """Return the rules in force if no config states them and they differ from the built-in ones; else None."""
        if self._opinion is not Opinion.NONE:
            return None
        rules = self.on(today).rule_set
        return None if rules.terms == self.wanted.terms else rules

    def are_in_turns(self) -> bool:
        """Return whether two computers with different configs seem to write to this ledger."""
        return are_in_turns(self.records, self._built_in)

    @property
    def built_in(self) -> Mapping[str, Kind]:
        """The built-in kinds."""
        return self._built_in


class InForce:
    """What is in force on a certain day."""

    def __init__(self, current: CurrentRules, today: date) -> None:
        self._current = current
        wanted = current.wanted if current.counts(today) else None
        self._sets = sets_in_force(current.stored, wanted, today)
        self._latest = wanted or self._sets[-1][1]

    @property
    def rule_set(self) -> RuleSet:
        """What is due from today on."""
        return self._latest

    @cached_property
    def retired(self) -> Mapping[str, date]:
        """The retired kinds, each with the first day on which it was no longer in the rules."""
        found: dict[str, date] = dict.fromkeys(self._sets[0][1].former, self._sets[0][0])
        for (_, rules), (day, after) in pairwise(self._sets):
            found |= {kind: day for kind in (*after.former, *rules.kinds) if kind not in after.kinds}
        return {kind: day for kind, day in found.items() if kind not in self._latest.kinds}

    @cached_property
    def settings(self) -> Settings:
        """The settings, with what is due."""
        latest = self._latest
        return self._current.configured._replace(
            kinds=latest.kinds, core=latest.core, first_weekday=latest.first_weekday
        )

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind by its id: those in force, the retired ones, and any others that the config names."""
        retired = known_kinds(rules for _, rules in self._sets)
        found = dict(self._latest.kinds)
        for kinds in (retired, self._current.built_in, self._current.configured.kinds):
            found |= {identity: kind for identity, kind in kinds.items() if identity not in found}
        return found

    @cached_property
    def rules(self) -> Rules:
        """The rules to fold a history with."""
        since, now = self._sets[-1]
        return self._current.template._replace(
            kinds=self._latest.kinds,
            core=now.core,
            first_weekday=now.first_weekday,
            since=since.toordinal(),
            starts=now.starts,
            former=now.former,
            earlier=tuple((day.toordinal(), rules) for day, rules in self._sets[:-1]),
            others={**self._current.built_in, **self._current.configured.kinds},
        )
