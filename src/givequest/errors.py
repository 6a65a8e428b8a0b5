"""What can go wrong, each told to a person in one sentence: what, where, and what to do."""

from __future__ import annotations

NO_MEMORY = "There isn't enough memory for this; what was saved is safe. Close other programs and try again."


class GivequestError(Exception):
    """Something could not be done; the message is a sentence for the person (exit code 1)."""

    exit_code = 1

    def __str__(self) -> str:
        """Return the sentence; what a file's name in it could make a terminal do is taken out, wherever it is shown."""
        return "".join(filter(str.isprintable, super().__str__()))


class UsageError(GivequestError):
    """What was asked for cannot be understood (exit code 2)."""

    exit_code = 2


class RecordError(GivequestError):
    """A mapping that does not describe a record."""


class StorageError(GivequestError):
    """The disk, or a file on it, refused."""


class BrokenFile(StorageError):
    """A file can be read, and cannot be understood."""


class ChangedElsewhere(StorageError):
    """A record is not what it was thought to be: somebody else has changed it."""


class LockReplaced(StorageError):
    """The lock that was held is not the one that others find any more: what was begun has to begin again."""


class LedgerLocked(StorageError):
    """Another process has held the ledger for longer than anyone should wait."""
