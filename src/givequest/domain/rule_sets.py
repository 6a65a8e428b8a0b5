"""One set of rules: what is due, apart from the days from which on it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from givequest.domain.kinds import Kind
from givequest.named_tuple import NamedTuple


class RuleSet(NamedTuple):
    """Kinds, which of them are core, and the day that weeks begin with."""

    kinds: Mapping[str, Kind]
    """In order: the built-in ones, then a person's own."""
    core: tuple[str, ...]
    first_weekday: int = 0
    """0 is Monday, 6 is Sunday."""
    starts: Mapping[str, int] = MappingProxyType({})
    """The days (ordinals) that schedules are in step with, where they are written down."""
    former: Mapping[str, Kind] = MappingProxyType({})
    """Kinds that left the rules and that no day's rules may have: known for the deeds of them, and never due."""

    @property
    def known(self) -> Mapping[str, Kind]:
        """The kinds that are known by them: its own, and the former ones."""
        return {**self.former, **self.kinds} if self.former else self.kinds

    @property
    def terms(self) -> Any:
        """All that two sets of rules can want differently."""
        kinds = [(kind.id, kind.name, kind.giving, kind.schedule, kind.times) for kind in self.kinds.values()]
        return kinds, self.core, self.first_weekday
