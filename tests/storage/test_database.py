"""The TinyDB storage: whatever TinyDB does over it is on the disk, or did not happen."""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import Query, TinyDB
from tinydb.operations import delete, increment

from givequest.errors import BrokenFile, StorageError
from givequest.storage.files.checksum import CHECKSUM, has_checksum_mismatch, has_whole_checksum
from givequest.storage.files.json_tables import encode_tables, parse_tables
from givequest.storage.files.tinydb_storage import AtomicStorage

from .failing import Disk

leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)
documents = st.dictionaries(st.text(), values, max_size=4)
tables = st.dictionaries(st.text(min_size=1), st.dictionaries(st.text(), documents, max_size=4), max_size=3)


def test_what_tinydb_does_is_on_the_disk_for_stock_tinydb(tmp_path: Path) -> None:
    """Insert, update, upsert, remove and drop, each read back by the other one."""
    path = str(tmp_path / "a.json")
    row = Query()
    with TinyDB(path, storage=AtomicStorage) as ours:
        table = ours.table("t")
        first, *_ = table.insert_multiple({"n": number, "text": "\u00e9\u4e2d\U0001f331\ud83d"} for number in range(5))
        table.update(increment("n"), row.n >= 3)
        table.update(delete("text"), row.n == 0)
        table.upsert({"n": 9}, row.n == 9)
        table.remove(row.n == 1)
        with TinyDB(path) as stock:
            assert [document["n"] for document in stock.table("t").all()] == [0, 2, 4, 5, 9]
            assert stock.table("t").get(doc_id=first) == {"n": 0}
            stock.table("t").insert({"n": 10})
        assert table.count(row.n == 10) == 1
        ours.drop_table("t")
    assert Path(path).read_bytes().strip() == b"{}"


def test_a_change_that_the_disk_refused_did_not_happen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an insert nor an update that TinyDB has made in memory already."""
    database = TinyDB(str(tmp_path / "a.json"), storage=AtomicStorage)
    database.insert({"n": 1})
    disk = Disk(tmp_path, monkeypatch)
    for act in (lambda: database.insert({"n": 2}), lambda: database.update({"n": 3}), database.truncate):
        with disk.failing(3, errno.ENOSPC, for_good=True), pytest.raises(StorageError):
            act()
        assert database.all() == [{"n": 1}]
    database.insert({"n": 4})
    assert database.all() == [{"n": 1}, {"n": 4}]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\0" * 512])
def test_an_empty_file_is_no_empty_database(tmp_path: Path, data: bytes) -> None:
    """Nor does anything that TinyDB does over it write there."""
    path = tmp_path / "a.json"
    path.write_bytes(data)
    database = TinyDB(str(path), storage=AtomicStorage)
    for act in (database.all, lambda: database.insert({"n": 1}), database.truncate):
        with pytest.raises(BrokenFile, match="it's empty"):
            act()
    assert path.read_bytes() == data


@given(tables)
def test_whatever_tables_there_are_come_back_as_they_went(found: dict[str, Any]) -> None:
    """Every text that JSON can hold as a name, a key or a value; half a character among them."""
    pieces, _ = encode_tables(found, {}, {})
    assert parse_tables(b"".join(pieces), "a.json") == found


@given(st.dictionaries(st.text(), documents, max_size=3), st.integers(0), st.integers(1, 255))
def test_a_sealed_file_shows_any_byte_that_was_changed(rows: dict[str, Any], place: int, change: int) -> None:
    """In the seal itself as well: then it is another one, or none."""
    pieces, _ = encode_tables({"schema": {"1": {"schema": 1, CHECKSUM: 0}}, "t": rows}, {}, {})
    data = b"".join(pieces)
    assert has_whole_checksum(data)
    assert not has_checksum_mismatch(data)
    place %= len(data) - 1
    harmed = data[:place] + bytes([data[place] ^ change]) + data[place + 1 :]
    if has_checksum_mismatch(harmed):
        return
    with suppress(BrokenFile, KeyError):
        assert parse_tables(harmed, "a.json")["t"] == rows
