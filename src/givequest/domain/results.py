"""Results: what changes, restores and merges say that they have done."""

from __future__ import annotations

from typing import NamedTuple

from givequest.domain.records.partitions import is_year


class Applied(NamedTuple):
    """A change that is on the disk."""

    label: str
    """What it was, in words."""
    partitions: frozenset[int]
    """The partitions that it touched."""

    @property
    def years(self) -> frozenset[int]:
        """The years among them."""
        return frozenset(filter(is_year, self.partitions))


class Repaired(NamedTuple):
    """A file that could not be used, or was gone."""

    path: str
    """Where the good copy is now, if there is one."""
    kept_as: str | None
    """Where the broken file is now; None when there was none."""


class Restored(NamedTuple):
    """What a restore or a repair has done."""

    name: str
    """The backup it was done from; of a repair, the newest that was needed (empty: none)."""
    before: str | None
    """The backup that was taken first; None when there was nothing to keep."""
    repaired: tuple[Repaired, ...] = ()
    """The files that could not be used."""
    put: int = 0
    """Records that are back, or as they were."""
    dropped: int = 0
    """Records that are not in that backup."""


class Merged(NamedTuple):
    """What a merge of conflict copies has done."""

    added: int
    """Records that were only in the copies."""
    changed: int
    """Records that were changed later in a copy than here."""
    kept_as: tuple[str, ...]
    """Where the copies are now."""
    left: tuple[str, ...]
    """Why each copy that could not be read is left where it was, as sentences."""
