"""Changes: what is put into a ledger and taken out of it in one go."""

from __future__ import annotations

from typing import NamedTuple

from givequest.domain.acts import ActLabel
from givequest.domain.records import Record


class Change(NamedTuple):
    """Records to put (new ones, or new versions by id) and records to drop, all or nothing."""

    label: ActLabel
    """What it was, in words a person knows it by again: `Help, Ana`."""
    puts: tuple[Record, ...] = ()
    drops: tuple[Record, ...] = ()
    expects: tuple[Record, ...] = ()
    """Records that must still be there exactly like this, or nothing is changed."""
    sitting: str = ""
    """Changes of one sitting that follow one another are taken back as one."""

    @property
    def years(self) -> frozenset[int]:
        """The years whose records it touches."""
        return frozenset(record.day.year for record in (*self.puts, *self.drops))
