"""A TinyDB storage: `TinyDB(path, storage=AtomicStorage)` writes ledger files as this program does.

The program itself reads and writes whole tables and needs none of TinyDB's queries; importing them would cost every
launch and every `givequest log` 8 ms. Scripts have the use of them.
"""

from __future__ import annotations

from tinydb.storages import Storage

from givequest.storage.files.table_file import TableFile


class AtomicStorage(TableFile, Storage):
    """A TinyDB storage that replaces its file atomically."""
