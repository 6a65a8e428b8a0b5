"""A file of tables: plain JSON that stock `TinyDB(path)` opens, replaced atomically.

A document is a line of the file, and a line that did not change is not encoded again: a
write costs what the bytes of one file cost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from givequest.storage.files.atomic_files import allow_always, replace_file
from givequest.storage.files.checksum import HEAD, has_checksum_mismatch, read_checksum, shows_mismatch
from givequest.storage.files.json_tables import (
    Lines,
    Tables,
    Touched,
    broken,
    encode_tables,
    parse_tables,
    read_lines,
)
from givequest.storage.files.reading import Appearance, read_file, read_unless


class TableFile:
    """A file of tables that is only ever replaced as a whole.

    Unlike TinyDB's `JSONStorage` it never reads an empty, truncated or foreign file as an empty
    database: that raises `StorageError`, and the file is left as it is.
    """

    def __init__(self, path: str, check: Callable[[], object] = allow_always) -> None:
        self.path = path
        self._check = check
        """Called last before each write: it may raise what keeps that from being done."""
        self._seen: Appearance | None = None
        self._tables: Tables | None = None
        self._data: bytes | None = None
        self._lines: dict[str, Lines] = {}
        self.checksum_mismatch = False
        """Whether something that keeps to our lines, an editor or the disk, has changed what `current` read last."""

    def read(self) -> Tables | None:
        """Read the tables from the disk, for the caller to change; None if there is no file. Raises `StorageError`."""
        found = read_file(self.path)
        return None if found is None else parse_tables(found[0], self.path)

    def read_unharmed(self) -> Tables | None:
        """Read the tables of a file that only this program writes, checksum included. Raises `StorageError`."""
        found = read_file(self.path)
        if found is not None and has_checksum_mismatch(found[0]):
            raise broken(self.path, "its checksum doesn't match its contents")
        return None if found is None else parse_tables(found[0], self.path)

    def current(self) -> Tables | None:
        """Return the tables without reading an unchanged file again; not to be changed. Raises `StorageError`.

        A file is unchanged if its signature and its first bytes are: inode, size and time alone can repeat within a
        tick of the disk's clock.
        """
        seen, data = read_unless(self.path, self._seen, HEAD)
        if seen is None:
            self.forget()
        elif data is not None:
            self.forget()
            state = read_checksum(data)
            self._tables = parse_tables(data, self.path, has_whole_checksum=state.is_whole)
            # Lines of a file that others wrote, if only a blank of it, are not carried over: all is encoded anew.
            self._data = data if state.is_verified else None
            self.checksum_mismatch = shows_mismatch(data, state.is_whole)
            self._seen = seen
        return self._tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the file durably. Raises `StorageError`, and then the file is as it was."""
        self.forget()  # no line of it need be as it was
        self.write_tables(cast(Tables, data), {})

    def write_tables(self, tables: Tables, touched: Touched) -> None:
        """Replace the file as `write` does, encoding only `touched` documents. Raises `StorageError`."""
        if self._data is not None:
            self._lines, self._data = read_lines(self._data, self._tables or {}), None
        encoded, lines = encode_tables(tables, self._lines, touched)
        try:
            signature = replace_file(self.path, encoded, check=self._check)
        except BaseException:
            self.forget()  # what is true now is on the disk, not here
            raise
        head = b"".join(piece[:HEAD] for piece in encoded)[:HEAD]
        self._seen, self._tables, self._lines = Appearance(signature, head), tables, lines
        self.checksum_mismatch = False

    def forget(self) -> None:
        """Make the next `current` read the file again."""
        self._seen = self._tables = self._data = None
        self._lines = {}
        self.checksum_mismatch = False
