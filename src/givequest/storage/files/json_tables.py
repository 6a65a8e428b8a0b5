"""Tables as JSON that stock `TinyDB(path)` opens, one document per line, so that unchanged lines need no encoding.

The standard library's `json` is fast enough for that, and is loaded by TinyDB already.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Collection, Iterable, Mapping
from math import isfinite
from typing import Any, NoReturn

from givequest.errors import BrokenFile, StorageError
from givequest.storage.files.checksum import fill_checksum, read_checksum
from givequest.storage.files.os_errors import refusal

Tables = dict[str, dict[str, Any]]
Lines = dict[str, bytes]
"""The lines of a table, by document id."""
Touched = Mapping[str, Collection[str]]
"""By table: the ids of the documents that are new, other than they were, or gone."""

END = b"}\n"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, allow_nan=False).encode
_encode_ascii = json.JSONEncoder(separators=(",", ":"), check_circular=False, allow_nan=False).encode


def encode_document(document: Any) -> bytes:
    """Return a document as one line of JSON. Raises `StorageError` for an infinite number or NaN."""
    try:
        return _encode(document).encode("utf-8")
    except UnicodeEncodeError:  # half a character, in a field that this version only carries along
        return _encode_ascii(document).encode("ascii")
    except ValueError:
        raise StorageError(
            "A record holds a number without an end, so nothing was saved; put it right first."
        ) from None


def encode_tables(tables: Tables, known: Mapping[str, Lines], touched: Touched) -> tuple[list[bytes], dict[str, Lines]]:
    """Return a whole file, in pieces, and its lines; documents that are known and untouched are not encoded again.

    The checksum is filled in if the first table has a field for it. Raises `StorageError` as `encode_document` does.
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
    head = fill_checksum(tables[first], lambda: b"".join(encoded(first)), rest[1:] if others else [])
    return [b"{", head, *rest], lines


def encode_table(name: str, documents: Mapping[str, Any]) -> list[bytes]:
    """Return one table as it is written to a file, in pieces. Raises `StorageError` as `encode_document` does."""
    return _frame(name, [_encode_line(key, document) for key, document in documents.items()])


def _encode_line(key: str, document: Any) -> bytes:
    return b"%b:%b" % (_encode_ascii(str(key)).encode(), encode_document(document))


def _frame(name: str, lines: Iterable[bytes]) -> list[bytes]:
    return [b"%b:{\n" % _encode_ascii(name).encode(), b",\n".join(lines), b"\n}"]


def read_lines(data: bytes, tables: Tables) -> dict[str, Lines]:
    """Return the lines of each table that has the layout of `encode_tables`; none for other tables."""
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
    """Return whether a line of a file ends a table."""
    return row in (b"},", b"}}", b"}")


def parse_tables(data: bytes, path: str, *, has_whole_checksum: bool | None = None) -> Tables:
    """Parse the tables of a database file. Raises `BrokenFile` if it is not one, `StorageError` without memory.

    `has_whole_checksum` says that the checksum is right: this program wrote the file, and no name is in it twice.
    """
    if not data.strip(b"\0 \n\r\t"):
        raise broken(path, "it's empty")
    once = None if has_whole_checksum or read_checksum(data).is_whole else _refuse_doubles
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")  # editors of Windows begin a file with a byte order mark
        tables = json.loads(text, parse_constant=_refuse_constant, parse_float=_parse_finite, object_pairs_hook=once)
    except UnicodeDecodeError as error:
        raise broken(path, f"it isn't UTF-8 text (byte {error.start:,})") from None
    except json.JSONDecodeError as error:
        raise broken(path, f"it's cut short or isn't JSON (line {error.lineno}, column {error.colno})") from None
    except _Doubled as error:
        raise broken(path, f"{error} appears twice in the same object, so one of the two would be dropped") from None
    except (ValueError, RecursionError):
        raise broken(path, "it isn't JSON that this program could have written") from None
    except MemoryError:  # no word about the file, which may be whole
        raise refusal(OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)), path, "read") from None
    if not isinstance(tables, dict) or not all(
        isinstance(documents, dict) and all(isinstance(document, dict) for document in documents.values())
        for documents in tables.values()
    ):
        raise broken(path, "it's JSON, but not a TinyDB database")
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


def _parse_finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError
    return number


def broken(path: str, reason: str) -> BrokenFile:
    """Return the error for a file that cannot be parsed and so must not be overwritten."""
    return BrokenFile(
        f"{path} can't be used: {reason}. It was left alone; "
        "'givequest doctor' tells you more, and 'givequest restore' brings back a good copy."
    )
