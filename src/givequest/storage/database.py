"""The TinyDB storage of the ledger: plain JSON that stock `TinyDB(path)` opens, replaced whole and atomically.

A record is a line of the file, and a line that did not change is not encoded again: a
write costs what the bytes of one year cost.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import orjson
from tinydb.storages import Storage

from givequest.errors import StorageError
from givequest.storage.files import Signature, read_file, replace_file, signature_of

Tables = dict[str, dict[str, Any]]


class AtomicStorage(Storage):
    """A TinyDB storage whose file is whole at any moment.

    Unlike stock `JSONStorage` it never reads an empty, cut or foreign file as an empty
    database: that is a `StorageError`, and the file is left as it is.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._signature: Signature | None = None
        self._tables: Tables | None = None
        self._lines: dict[str, dict[str, tuple[Any, bytes]]] = {}

    def read(self) -> Tables | None:
        """Return the tables as they are on the disk, the caller's to change; None when there is no file."""
        found = read_file(self.path)
        if found is None:
            return None
        return parse_tables(found[0], self.path)

    def current(self) -> Tables | None:
        """Return the tables on the disk without reading an unchanged file again; nobody's to change in place."""
        signature = signature_of(self.path)
        if signature is None or signature != self._signature:
            self.forget()
            found = read_file(self.path)
            if found is not None:
                self._tables, self._signature = parse_tables(found[0], self.path), found[1]
        return self._tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the file; afterwards `data` is on the disk, or `StorageError` is raised and it is not."""
        tables = cast(Tables, data)
        encoded, lines = self._encode(tables)
        try:
            signature = replace_file(self.path, encoded)
        except BaseException:
            self.forget()  # what is true now is on the disk, not here
            raise
        self._signature, self._tables, self._lines = signature, tables, lines

    def forget(self) -> None:
        """Read the file anew the next time, whatever it looks like from outside."""
        self._signature = self._tables = None
        self._lines = {}

    def _encode(self, tables: Tables) -> tuple[bytes, dict[str, dict[str, tuple[Any, bytes]]]]:
        lines: dict[str, dict[str, tuple[Any, bytes]]] = {}
        parts = []
        for name, documents in tables.items():
            known = self._lines.get(name, {})
            fresh: dict[str, tuple[Any, bytes]] = {}
            for key, document in documents.items():
                line = known.get(key)
                if line is None or line[0] is not document:
                    line = document, b"%b:%b" % (orjson.dumps(str(key)), orjson.dumps(document))
                fresh[key] = line
            lines[name] = fresh
            body = b",\n".join([line for _, line in fresh.values()])
            parts.append(b"%b:{\n%b\n}" % (orjson.dumps(name), body) if body else b"%b:{}" % orjson.dumps(name))
        return b"{" + b",\n".join(parts) + b"}\n", lines


def parse_tables(data: bytes, path: str) -> Tables:
    """Return the tables that a database file holds; `StorageError` when it is not such a file."""
    if not data.strip(b"\0 \n\r\t"):
        raise broken(path, "it is empty")
    try:
        tables = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise broken(path, f"it is cut short or not JSON (line {error.lineno}, column {error.colno})") from None
    if not isinstance(tables, dict) or not all(
        isinstance(documents, dict) and all(isinstance(document, dict) for document in documents.values())
        for documents in tables.values()
    ):
        raise broken(path, "it is JSON, but not a TinyDB database")
    return tables


def broken(path: str, reason: str) -> StorageError:
    """Return the error for a file that cannot be understood, which therefore nobody may overwrite."""
    return StorageError(
        f"{path} cannot be used: {reason}. It is left as it is; "
        "'givequest doctor' tells more, and 'givequest restore' brings back a good copy."
    )
