"""Files that stock TinyDB and other versions have written in, and years that refuse a change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tinydb import TinyDB

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.errors import StorageError

from .homes import contents, deed, ids, open_ledger, put


def test_stock_tinydb_opens_every_file(tmp_path: Path) -> None:
    """Plain JSON, a table of records, nothing that needs this program."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a", note="thanks"), deed("b", "2025-12-31")))
    with TinyDB(ledger.path_of(2026)) as database:
        assert [row["note"] for row in database.table("records").all()] == ["thanks"]
        assert database.table("schema").all()[0]["schema"] == 1
    with TinyDB(ledger.install.path) as database:
        assert database.table("install").all()[0]["seed"] == ledger.install.seed()


def test_what_stock_tinydb_changed_is_noticed_and_kept(tmp_path: Path) -> None:
    """By an open ledger and by one that only adds, and nobody complains: it is the person's own file."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    assert ids(ledger) == {"a"}
    with TinyDB(ledger.path_of(2026)) as database:
        database.table("records").insert({"type": "entry", "id": "theirs", "day": "2026-01-05", "text": "Hello"})
    assert ids(ledger) == {"a", "theirs"}
    open_ledger(tmp_path).commit(put(deed("b")))
    assert ids(ledger) == {"a", "b", "theirs"}
    with TinyDB(ledger.path_of(2026)) as database:
        database.table("records").remove(lambda row: row["id"] == "a")
    ledger.commit(put(deed("c")))
    assert ids(open_ledger(tmp_path)) == {"b", "c", "theirs"}
    assert ledger.page(2026).problems == ()


def test_a_script_that_keeps_a_year_open_writes_into_a_file_that_is_gone(tmp_path: Path) -> None:
    """As docs/data.md says: what it wrote before our change is kept, what comes after is gone; nothing of ours is."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    with TinyDB(ledger.path_of(2026)) as kept_open:
        kept_open.table("records").insert({"type": "slip", "id": "before", "day": "2026-01-05"})
        ledger.commit(put(deed("b")))
        ledger.commit(put(ledger.page(2026).records["b"].edited(note="and another")))
        kept_open.table("records").insert({"type": "slip", "id": "after", "day": "2026-01-06"})
    assert ids(open_ledger(tmp_path)) == {"a", "b", "before"}
    assert open_ledger(tmp_path).page(2026).problems == ()


def test_what_this_version_does_not_know_is_carried_along(tmp_path: Path) -> None:
    """Fields of a record, of the schema table, and whole tables; half a character among them."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a", mood="\ud83d", nested={"x": [1, {"y": None}]})))
    with TinyDB(ledger.path_of(2026)) as database:
        database.table("later").insert({"what": "ever"})
        database.table("schema").update({"future": [1, 2]})
        database.table("records").insert({"type": "poem", "id": "p", "day": "2026-01-01"})
    for change in (put(deed("b")), put(deed("a2", note="x"))):
        open_ledger(tmp_path).commit(change)
    edited = open_ledger(tmp_path)
    edited.commit(put(edited.page(2026).records["a"].edited(note="edited")))
    open_ledger(tmp_path).undo()
    with TinyDB(ledger.path_of(2026)) as database:
        assert database.table("later").all() == [{"what": "ever"}]
        assert database.table("schema").all()[0]["future"] == [1, 2]
        rows = {row["id"]: row for row in database.table("records").all()}
    assert rows["p"]["type"] == "poem"
    assert rows["a"]["nested"] == {"x": [1, {"y": None}]}
    assert rows["a"]["mood"] == "\ud83d"
    [problem] = edited.page(2026).problems
    assert "kept, but not counted" in str(problem)


def test_changes_that_somebody_edited_are_taken_back_in_their_order(tmp_path: Path) -> None:
    """Those that cannot be read any more are left out; the others stand in the file once each."""
    ledger = open_ledger(tmp_path)
    for name in "abcd":
        ledger.commit(put(deed(name)))
    path = tmp_path / "data" / "ledger" / "2026.json"
    path.write_bytes(path.read_bytes().replace(b'"drop":["b"]', b'"dr0p":["b"]').replace(b'"drop":["c"]', b'"":["c"]'))
    ledger.commit(put(deed("e")))
    assert [change["drop"] for change in open_ledger(tmp_path).page(2026).changes] == [["a"], ["d"], ["e"]]
    for left in ("abcd", "abc", "bc"):
        assert ledger.undo() is not None
        assert ids(open_ledger(tmp_path)) == set(left)
    assert ledger.undo() is None


def test_a_change_that_one_of_its_years_refuses_is_not_begun_in_the_others(tmp_path: Path) -> None:
    """And keeps nobody from changing the others afterwards."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), deed("b", "2025-12-31")))
    path = tmp_path / "data" / "ledger" / "2025.json"
    path.write_bytes(path.read_bytes()[:-40])  # its records; how it began can still be read
    before = contents(tmp_path)
    for refused in (
        put(deed("c"), deed("d", "2025-06-01")),
        Change(ActLabel("x"), (), (deed("a"), deed("b", "2025-12-31"))),
    ):
        with pytest.raises(StorageError, match=r"2025\.json"):
            open_ledger(tmp_path).commit(refused)
        assert contents(tmp_path) == before
    with pytest.raises(StorageError, match=r"2025\.json"):
        open_ledger(tmp_path).undo()
    assert contents(tmp_path) == before
    open_ledger(tmp_path).commit(put(deed("e")))
    assert set(open_ledger(tmp_path).page(2026).records) == {"a", "e"}


def test_a_change_that_looks_like_none_from_outside_is_noticed_by_its_revision(tmp_path: Path) -> None:
    """Two writes within a tick of the disk's clock, a file number given out again, and one size."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a", note="aaaa")))
    assert ledger.page(2026).records["a"].note == "aaaa"
    path = Path(ledger.path_of(2026))
    before = path.stat()
    data = path.read_bytes()
    newer = data.replace(b'"revision":1,', b'"revision":2,').replace(b'"aaaa"', b'"bbbb"')
    assert len(newer) == len(data)
    path.write_bytes(newer)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (before.st_ino, before.st_size, before.st_mtime_ns) == (after.st_ino, after.st_size, after.st_mtime_ns)
    assert ledger.page(2026).records["a"].note == "bbbb"
