"""The TinyDB storage of the ledger: plain JSON that stock `TinyDB(path)` opens, replaced whole and atomically.

A document is a line of the file, and a line that did not change is not encoded again: a
write costs what the bytes of one file cost. The standard library's `json` is fast enough
for that, and is loaded by TinyDB already.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NoReturn, cast

from tinydb.storages import Storage

from givequest.errors import BrokenFile
from givequest.storage.files.atomic_files import Signature, check_absence, read_file, replace_file, told
from givequest.storage.files.checksum import HEAD, is_meddled, is_sealed, seal

Tables = dict[str, dict[str, Any]]
Lines = dict[str, bytes]
"""The lines of a table, by document id."""
Touched = Mapping[str, Collection[str]]
"""By table: the ids of the documents that are new, other than they were, or gone."""

END = b"}\n"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_encode_ascii = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class AtomicStorage(Storage):
    """A TinyDB storage whose file is whole at any moment.

    Unlike stock `JSONStorage` it never reads an empty, cut or foreign file as an empty
    database: that is a `StorageError`, and the file is left as it is.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._seen: tuple[Signature, bytes] | None = None
        self._tables: Tables | None = None
        self._data: bytes | None = None
        self._lines: dict[str, Lines] = {}
        self.meddled = False
        """Whether something that keeps to our lines, an editor or the disk, has changed what `current` read last."""

    def read(self) -> Tables | None:
        """Return the tables as they are on the disk, the caller's to change; None when there is no file."""
        found = read_file(self.path)
        return None if found is None else parse_tables(found[0], self.path)

    def read_unharmed(self) -> Tables | None:
        """Return the tables as `read` does, of a file that nobody but this program writes."""
        found = read_file(self.path)
        if found is not None and is_meddled(found[0]):
            raise broken(self.path, "its checksum is not that of its contents")
        return None if found is None else parse_tables(found[0], self.path)

    def current(self) -> Tables | None:
        """Return the tables on the disk without reading an unchanged file again; nobody's to change in place.

        A file is unchanged when it looks the same from outside and begins with the same
        revision: inode, size and time alone can repeat within a tick of the disk's clock.
        """
        seen = self._look()
        if seen is None or seen != self._seen:
            self.forget()
            found = read_file(self.path)
            if found is not None:
                data, signature = found
                self._tables = parse_tables(data, self.path)
                self._data, self.meddled = data, is_meddled(data)
                self._seen = signature, data[:HEAD]
        return self._tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the file; afterwards `data` is on the disk, or `StorageError` is raised and it is not."""
        self.forget()  # no line of it need be as it was
        self.exchange(cast(Tables, data), {})

    def exchange(self, tables: Tables, touched: Touched) -> None:
        """Replace the file as `write` does; what is not touched is as it was when `current` was called last."""
        if self._data is not None:
            self._lines, self._data = read_lines(self._data, self._tables or {}), None
        encoded, lines = encode_tables(tables, self._lines, touched)
        try:
            signature = replace_file(self.path, encoded)
        except BaseException:
            self.forget()  # what is true now is on the disk, not here
            raise
        head = b"".join(piece[:HEAD] for piece in encoded)[:HEAD]
        self._seen, self._tables, self._lines = (signature, head), tables, lines
        self.meddled = False

    def forget(self) -> None:
        """Read the file anew the next time, whatever it looks like from outside."""
        self._seen = self._tables = self._data = None
        self._lines = {}
        self.meddled = False

    def _look(self) -> tuple[Signature, bytes] | None:
        try:
            descriptor = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            check_absence(self.path)
            return None
        except OSError as error:
            with told(self.path, "read"):
                raise error
        with told(self.path, "read"):
            try:
                status = os.fstat(descriptor)
                head = os.read(descriptor, HEAD)
            finally:
                os.close(descriptor)
        return Signature(status.st_ino, status.st_size, status.st_mtime_ns), head


def encode_document(document: Any) -> bytes:
    """Return a document as one line of JSON."""
    try:
        return _encode(document).encode("utf-8")
    except UnicodeEncodeError:  # half a character, in a field that this version only carries along
        return _encode_ascii(document).encode("ascii")


def encode_tables(tables: Tables, known: Mapping[str, Lines], touched: Touched) -> tuple[list[bytes], dict[str, Lines]]:
    """Return a whole file, in pieces, and its lines; a document that is known and was not touched is not encoded again.

    Where the first table has a field for the checksum, it is filled in.
    """
    lines: dict[str, Lines] = {}

    def encoded(name: str) -> list[bytes]:
        documents = tables[name]
        table = lines[name] = dict(known.get(name, ()))
        for key in touched.get(name, ()) if table else documents:
            if key in documents:
                table[key] = _encode_line(key, documents[key])
            else:
                table.pop(key, None)
        return _frame(name, table.values())

    first, *others = tables or [""]
    if not tables:
        return [b"{", END], lines
    rest = [piece for name in others for piece in (b",\n", *encoded(name))]
    rest.append(END)
    head = seal(tables[first], lambda: b"".join(encoded(first)), rest[1:] if others else [])
    return [b"{", head, *rest], lines


def encode_table(name: str, documents: Mapping[str, Any]) -> list[bytes]:
    """Return one table as it stands in a file, in pieces."""
    return _frame(name, [_encode_line(key, document) for key, document in documents.items()])


def _encode_line(key: str, document: Any) -> bytes:
    return b"%b:%b" % (_encode_ascii(str(key)).encode(), encode_document(document))


def _frame(name: str, lines: Iterable[bytes]) -> list[bytes]:
    return [b"%b:{\n" % _encode_ascii(name).encode(), b",\n".join(lines), b"\n}"]


def read_lines(data: bytes, tables: Tables) -> dict[str, Lines]:
    """Return the lines of a file that was written as `encode_tables` does; none of a table that was not."""
    rows = data.split(b"\n")
    lines: dict[str, Lines] = {}
    position = 0
    for name, documents in tables.items():
        position += 1  # the table's opening line
        table: Lines = {}
        for key, row in zip(documents, rows[position : position + len(documents)], strict=False):
            if not row.startswith(b'"%b":{' % key.encode()):
                return lines
            table[key] = row.removesuffix(b",")
        position += len(documents)
        if len(table) != len(documents) or position >= len(rows) or not row_closes(rows[position]):
            return lines
        position += 1
        lines[name] = table
    return lines


def row_closes(row: bytes) -> bool:
    """Return whether a row of a file is the end of a table."""
    return row in (b"},", b"}}", b"}")


def parse_tables(data: bytes, path: str) -> Tables:
    """Return the tables that a database file holds; `StorageError` when it is not such a file."""
    if not data.strip(b"\0 \n\r\t"):
        raise broken(path, "it is empty")
    once = None if is_sealed(data) else _refuse_doubles
    try:
        tables = json.loads(data.decode("utf-8"), parse_constant=_refuse_constant, object_pairs_hook=once)
    except UnicodeDecodeError as error:
        raise broken(path, f"it is not UTF-8 text (byte {error.start:,})") from None
    except json.JSONDecodeError as error:
        raise broken(path, f"it is cut short or not JSON (line {error.lineno}, column {error.colno})") from None
    except _Doubled as error:
        raise broken(path, f"{error} stands in it twice in one place, and one would swallow the other") from None
    except (ValueError, RecursionError):
        raise broken(path, "it is not JSON that this program could have written") from None
    if not isinstance(tables, dict) or not all(
        isinstance(documents, dict) and all(isinstance(document, dict) for document in documents.values())
        for documents in tables.values()
    ):
        raise broken(path, "it is JSON, but not a TinyDB database")
    return tables


class _Doubled(ValueError):
    """A name that an object holds twice."""


def _refuse_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Doubled(repr(next(name for name in found if names.count(name) > 1))[:40])
    return found


def _refuse_constant(_: str) -> NoReturn:
    raise ValueError


def broken(path: str, reason: str) -> BrokenFile:
    """Return the error for a file that cannot be understood, which therefore nobody may overwrite."""
    return BrokenFile(
        f"{path} cannot be used: {reason}. It is left as it is; "
        "'givequest doctor' tells more, and 'givequest restore' brings back a good copy."
    )
