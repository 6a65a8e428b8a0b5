"""Results: what changes, restores and merges say that they have done."""

from __future__ import annotations

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records import AnyRecord
from givequest.named_tuple import NamedTuple


class BackupTaken(NamedTuple):
    """A backup that is on the disk, and was read back."""

    name: str
    left_out: tuple[Diagnostic, ...] = ()
    """The files that were there and are not in it."""


class Repaired(NamedTuple):
    """A file that could not be used, or was gone."""

    path: str
    """Where the good copy is now, if there is one."""
    kept_as: str | None
    """Where the broken file is now; None when there was none."""
    source: str | None
    """The backup that the good copy is from; None when there is no copy."""


class Restored(NamedTuple):
    """What a restore or a repair has done."""

    name: str
    """The backup it was done from; of a repair, the newest that was needed (empty: none)."""
    before: BackupTaken | None
    """The backup that was taken first; None when there was nothing to keep."""
    repaired: tuple[Repaired, ...] = ()
    """The files that could not be used."""
    put: int = 0
    """Records that are back, or as they were."""
    dropped: int = 0
    """Records that are not in that backup."""
    left_alone: tuple[Diagnostic, ...] = ()
    """What was not touched, since the backup does not hold it though it was there, or does not say whether it was."""


class Doubled(NamedTuple):
    """A version of a record that is kept beside another one, as nobody can say which is the later."""

    record: AnyRecord
    """The copy's version, under an id of its own."""
    beside: str
    """The id that it had, and that the other one has."""


class Merged(NamedTuple):
    """What a merge of conflict copies, or of a backup, has done."""

    added: int
    """Records that were only in the copies."""
    changed: int
    """Records that were changed later in a copy than here."""
    repeated: int = 0
    """Records that stood in two years, and stand in one now."""
    doubled: tuple[Doubled, ...] = ()
    """Versions that are there twice now, under two ids."""
    returned: tuple[AnyRecord, ...] = ()
    """Of the added records, those that had been deleted here."""
    adopted: tuple[str, ...] = ()
    """Files that were gone, in whose place the newest copy is now."""
    kept_as: tuple[str, ...] = ()
    """Where the copies are now."""
    left: tuple[str, ...] = ()
    """Why each copy that could not be read is left where it was, as sentences."""
    source: str | None = None
    """The backup that was merged, if it was one."""
    locks: int = 0
    """Conflict copies of lock files that were removed."""
    before: BackupTaken | None = None
    """The backup that was taken first; None when there was nothing to keep."""
