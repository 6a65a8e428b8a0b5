"""Changes: what is put into a ledger and taken out of it in one go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from givequest.domain.change_labels import ActLabel
from givequest.domain.records import NOTHING, AnyRecord, home_of
from givequest.domain.records.partitions import is_year


class Change(NamedTuple):
    """Records to put (new ones, or new versions by id) and records to drop, all or nothing."""

    label: ActLabel
    """What it was, in words a person knows it by again: `Help, Ana`."""
    puts: tuple[AnyRecord, ...] = ()
    drops: tuple[AnyRecord, ...] = ()
    expects: tuple[AnyRecord, ...] = ()
    """Records that must still be there exactly like this, or nothing is changed."""
    coalescing: str = ""
    """A key: changes that follow one another and have the same key are undone as one. Empty: none."""

    seqs: Mapping[str, int] = NOTHING
    """The change that a record was from elsewhere, where it comes with that (by id); any other is from this one."""

    @property
    def partitions(self) -> frozenset[int]:
        """The partitions whose records it touches."""
        return frozenset(map(home_of, (*self.puts, *self.drops)))

    @property
    def years(self) -> frozenset[int]:
        """Those of them that are years."""
        return frozenset(filter(is_year, self.partitions))
