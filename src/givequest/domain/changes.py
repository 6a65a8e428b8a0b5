"""Changes: what is put into a ledger and taken out of it in one go."""

from __future__ import annotations

from collections.abc import Mapping

from givequest.domain.change_labels import ActLabel, Turn
from givequest.domain.records import NOTHING, AnyRecord, home_of
from givequest.domain.records.partitions import is_year
from givequest.named_tuple import NamedTuple


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


class Applied(NamedTuple):
    """A change that is on the disk."""

    label: str
    """What it was, in words."""
    partitions: frozenset[int]
    """The partitions that it touched."""
    turn: Turn | None = None
    """Whether that was taken back or done again; None where it was done for the first time."""
    kept: tuple[AnyRecord, ...] = ()
    """Records that were changed again since, and so were left as they are."""

    @property
    def years(self) -> frozenset[int]:
        """The years among them."""
        return frozenset(filter(is_year, self.partitions))
