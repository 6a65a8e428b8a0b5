"""A year that something else has written: to the same values, whatever its layout, nothing is ever lost of it."""

from __future__ import annotations

import json
import random
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from givequest.errors import BrokenFile, StorageError
from givequest.storage.backup.validation import check_database
from givequest.storage.files.checksum import read_checksum
from givequest.storage.files.json_tables import parse_tables
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.year_file import YearFile
from givequest.storage.partition.year_view import YearView

from .homes import deed, ids, open_ledger, put
from .keeping import NOW, service_at

NOTES = ("thanks", "a line, with \\ and \u00e9\u4e2d\U0001f331", '"quoted" {braces}, [and] more: "1":{')
Layout = Callable[[bytes, random.Random], bytes]


def _blanks_after_commas(data: bytes, chance: random.Random) -> bytes:
    return re.sub(rb",\n", lambda _: b"," + chance.choice([b" ", b"\t", b"\r", b"  ", b""]) + b"\n", data)


def _a_blank_behind_a_comma(data: bytes, chance: random.Random) -> bytes:
    commas = [found.start() + len(b"},") for found in re.finditer(rb'\},\n(?=")', data)]
    place = chance.choice(commas or [len(data)])
    return data[:place] + chance.choice([b" ", b"\t", b"\r"]) + data[place:]


def _blanks_before_commas(data: bytes, chance: random.Random) -> bytes:
    return re.sub(rb"\},\n", lambda _: b"}" + chance.choice([b" ", b"\t", b""]) + b",\n", data)


def _blanks_at_some_end(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    lines[chance.randrange(len(lines))] += chance.choice([b" ", b"\t", b"\r"])
    return b"\n".join(lines)


def _windows_lines(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"\n", b"\r\n")


def _no_line_end(data: bytes, _: random.Random) -> bytes:
    return data.rstrip(b"\n")


def _blank_lines(data: bytes, chance: random.Random) -> bytes:
    return re.sub(rb"\n", lambda _: b"\n" * chance.randint(1, 2), data)


def _byte_order_mark(data: bytes, _: random.Random) -> bytes:
    return b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf")


def _formatted(data: bytes, chance: random.Random) -> bytes:
    tables = json.loads(data)
    indent = chance.choice([None, 0, 2, "\t"])
    ascii_only, sort = chance.random() < 0.5, chance.random() < 0.5
    return json.dumps(tables, indent=indent, ensure_ascii=ascii_only, sort_keys=sort).encode()


def _in_another_order(data: bytes, chance: random.Random) -> bytes:
    tables = [*json.loads(data).items()]
    shuffled = {
        name: dict(chance.sample([*rows.items()], len(rows))) for name, rows in chance.sample(tables, len(tables))
    }
    return json.dumps(dict(shuffled)).encode()


def _escaped(data: bytes, chance: random.Random) -> bytes:
    letters = re.sub(rb'(?<=note":")[a-z]', lambda found: b"\\u00%02x" % found[0][0], data)
    return letters if chance.random() < 0.5 else data.replace(b"/", b"\\/")


LAYOUTS: tuple[Layout, ...] = (
    _a_blank_behind_a_comma,
    _blanks_after_commas,
    _blanks_before_commas,
    _blanks_at_some_end,
    _windows_lines,
    _no_line_end,
    _blank_lines,
    _byte_order_mark,
    _formatted,
    _in_another_order,
    _escaped,
)


def _log(ledger: Ledger) -> object:
    return ledger.commit(put(deed("new", note="after")))


def _edit(ledger: Ledger) -> object:
    return ledger.commit(put(deed("r1", note="edited")))


def _delete(ledger: Ledger) -> object:
    return ledger.commit(put(drops=(deed("r1"),)))


def _move(ledger: Ledger) -> object:
    return ledger.commit(put(deed("r1", "2025-03-03"), drops=(deed("r1"),)))


def _undo(ledger: Ledger) -> object:
    return ledger.undo()


def _back_up(ledger: Ledger) -> object:
    return service_at(Path(ledger.folder).parent).take(NOW)


COMMANDS = (_log, _edit, _delete, _move, _undo, _back_up)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_deed_after_a_year_was_written_in_another_layout_loses_nothing(layout: Layout, seed: int) -> None:
    """Each layout alone; those of an editor that was at one line show what is carried over as bytes."""
    _compare([layout], [_log, _edit, _log], seed, again=seed % 2 == 1)


@settings(max_examples=40)
@given(
    layouts=st.lists(st.sampled_from(LAYOUTS), min_size=1, max_size=3),
    commands=st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=4),
    seed=st.integers(0, 2**16),
    again=st.booleans(),
)
def test_a_year_written_to_the_same_values_in_any_layout_loses_nothing_to_any_command(
    layouts: list[Layout], commands: list[Callable[[Ledger], object]], seed: int, again: bool
) -> None:
    """By an editor or a formatter, with an open board or a fresh process."""
    _compare(layouts, commands, seed, again=again)


def _compare(layouts: list[Layout], commands: list[Callable[[Ledger], object]], seed: int, *, again: bool) -> None:
    folder = tempfile.mkdtemp(prefix="givequest-")
    try:
        homes = [Path(folder, name) for name in ("foreign", "ours")]
        for home in homes:
            ledger = open_ledger(home, now_us=iter(range(1, 10**6)).__next__)
            ledger.commit(put(*(deed(f"r{number}", note=note) for number, note in enumerate(NOTES * 4))))
            ledger.commit(put(deed("r2", note="edited once")))
        foreign = Path(homes[0], "data", "ledger", "2026.json")
        values = json.loads(foreign.read_bytes())
        chance = random.Random(seed)
        opened = open_ledger(homes[0])
        opened.page(2026)
        data = foreign.read_bytes()
        for layout in layouts:
            data = layout(data, chance)
            assert json.loads(data.decode("utf-8-sig")) == values
        foreign.write_bytes(data)
        states = []
        for home in homes:
            for command in commands:
                command(opened if again and home == homes[0] else open_ledger(home))
            for path in Path(home, "data", "ledger").glob("*.json"):
                parse_tables(path.read_bytes(), str(path))
            fresh = open_ledger(home)
            states.append({str(record) for record in fresh.records(fresh.years())})
            assert not [problem for year in fresh.years() for problem in fresh.page(year).problems if home == homes[1]]
        assert states[0] == states[1]
        if any(command in (_log, _edit, _delete) for command in commands):
            assert read_checksum(foreign.read_bytes()).is_verified
    finally:
        shutil.rmtree(folder)


def _as_earlier_versions_sealed(path: Path, damage: Callable[[bytes], bytes]) -> None:
    """Write a year as an earlier version did that carried damaged lines over: whole by its checksum, and no JSON."""
    head, _, rest = damage(path.read_bytes()).partition(b"\n},\n")
    head = re.sub(rb',"verified":\d+', b"", re.sub(rb'"crc32":\d+', b'"crc32":0', head))
    from zlib import crc32

    total = crc32(rest, crc32(head[1:] + b"\n}"))
    path.write_bytes(re.sub(rb'"crc32":0', b'"crc32":%d' % total, head) + b"\n},\n" + rest)


def test_nothing_is_appended_to_a_year_that_an_earlier_version_has_damaged(tmp_path: Path) -> None:
    """That version carried over what it had not read, and sealed it: it is told, kept, and counts as broken."""
    ledger = open_ledger(tmp_path)
    for name in "abc":
        ledger.commit(put(deed(name)))
    path = Path(ledger.path_of(2026))
    _as_earlier_versions_sealed(path, lambda data: data.replace(b"},\n", b"}, ,\n", 1).replace(b"}, ,\n", b"},\n", 1))
    assert read_checksum(path.read_bytes()) == (True, False)
    ledger.commit(put(deed("d")))
    assert read_checksum(path.read_bytes()) == (True, True)
    assert ids(open_ledger(tmp_path)) == set("abcd")

    records = path.read_bytes().index(b'"records"')
    _as_earlier_versions_sealed(path, lambda data: data[:records] + data[records:].replace(b"},\n", b"}, ,\n", 1))
    before = path.read_bytes()
    assert read_checksum(before).is_whole
    for act in (_log, _edit, lambda opened: opened.page(2026), _undo):
        with pytest.raises(BrokenFile, match=r"2026\.json"):
            act(open_ledger(tmp_path))
    with pytest.raises(BrokenFile):
        check_database(before, str(path))
    assert path.read_bytes() == before


def test_a_year_is_parsed_once_for_each_change_by_a_foreign_hand_and_not_for_each_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first deed after an editor's save reads the year; those after it are put at its end unseen."""
    open_ledger(tmp_path).commit(put(deed("a")))
    parsed: list[int] = []
    page = YearFile.page

    def counted(file: YearFile) -> YearView:
        parsed.append(file.partition)
        return page(file)

    monkeypatch.setattr(YearFile, "page", counted)
    open_ledger(tmp_path).commit(put(deed("b")))
    assert parsed == []
    path = Path(open_ledger(tmp_path).path_of(2026))
    path.write_bytes(path.read_bytes().replace(b"},\n", b"}, \n"))
    open_ledger(tmp_path).commit(put(deed("c")))
    assert parsed
    parsed.clear()
    for name in "de":
        open_ledger(tmp_path).commit(put(deed(name)))
    assert parsed == []
    assert ids(open_ledger(tmp_path)) == set("abcde")


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity", "-Infinity"])
def test_a_number_without_an_end_is_refused_on_reading(tmp_path: Path, number: str) -> None:
    """JSON has no sign for it, so that no other program could read what was written."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    path = Path(ledger.path_of(2026))
    path.write_text(path.read_text().replace('"effort":1', f'"effort":1,"mood":{number}'))
    before = path.read_bytes()
    with pytest.raises(BrokenFile):
        open_ledger(tmp_path).commit(put(deed("b")))
    assert path.read_bytes() == before


def test_a_number_without_an_end_is_refused_on_writing(tmp_path: Path) -> None:
    """And nothing is changed."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    before = Path(ledger.path_of(2026)).read_bytes()
    for opened in (ledger, open_ledger(tmp_path)):
        with pytest.raises(StorageError, match="without an end"):
            opened.commit(put(deed("b", mood=float("inf"))))
    assert Path(ledger.path_of(2026)).read_bytes() == before
    ledger.commit(put(deed("c", mood=1.5)))
    assert ids(open_ledger(tmp_path)) == {"a", "c"}


def _insert(ledger: Ledger, *documents: dict[str, Any]) -> None:
    """Do what a script with stock TinyDB does."""
    with TinyDB(ledger.path_of(2026)) as database:
        for document in documents:
            database.table("records").insert(document)


BARE = {"type": "deed", "day": "2026-11-23", "kind": "help", "at": "2026-11-23T08:00:00+01:00", "note": "by a script"}


def test_records_without_an_id_are_each_one_record_everywhere(tmp_path: Path) -> None:
    """Equal ones are several; they are taken away, edited, taken back and done again like any other."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    _insert(ledger, BARE, BARE, {**BARE, "note": "another"}, BARE, {**BARE, "id": None})
    found = open_ledger(tmp_path).page(2026)
    assert len(found.records) == 6
    assert found.problems == ()
    first, *rest = [record for record in found.records.values() if record.id != "a"]
    open_ledger(tmp_path).commit(put(drops=(first,)))
    assert open_ledger(tmp_path).page(2026).records.keys() == {"a", *(record.id for record in rest)}
    open_ledger(tmp_path).commit(put(rest[0].edited(note="edited")))
    assert len(open_ledger(tmp_path).page(2026).records) == 5
    assert open_ledger(tmp_path).undo() is not None
    assert open_ledger(tmp_path).undo() is not None
    assert open_ledger(tmp_path).page(2026).records == found.records
    assert all("id" in row for row in parse_tables(Path(ledger.path_of(2026)).read_bytes(), "")["records"].values())


def test_the_id_of_a_record_without_one_stays_when_others_like_it_come(tmp_path: Path) -> None:
    """It is kept once a write touches the year, and no later one of the same content takes it."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    _insert(ledger, BARE)
    before = set(open_ledger(tmp_path).page(2026).records)
    open_ledger(tmp_path).commit(put(deed("b")))
    _insert(ledger, BARE)
    after = set(open_ledger(tmp_path).page(2026).records)
    assert before < after
    assert len(after - before) == 2


def test_a_backup_and_a_conflict_copy_hold_records_without_an_id_under_the_same_ids(tmp_path: Path) -> None:
    """So that restore and merge change nothing where nothing was changed."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    _insert(ledger, BARE, BARE)
    whole = open_ledger(tmp_path).page(2026).records
    service = service_at(tmp_path / "data")
    taken = service.take(NOW)
    assert taken is not None
    copy = Path(ledger.folder, "2026.sync-conflict-20261101-120000-ABCDEFG.json")
    copy.write_bytes(Path(ledger.path_of(2026)).read_bytes())
    merged = service.merge()
    assert (merged.added, merged.changed) == (0, 0)
    restored = service.restore(taken.name, NOW)
    assert (restored.put, restored.dropped) == (0, 0)
    assert open_ledger(tmp_path).page(2026).records == whole


def _seqs(ledger: Ledger) -> dict[str, int]:
    return {name: seq for part in ledger.partitions() for name, seq in ledger.page(part).seqs.items()}


def test_every_record_says_which_change_it_is_from_and_the_latest_is_the_largest(tmp_path: Path) -> None:
    """Also after an undo, a redo, a clock that went back, and a change by a process that knows nothing yet."""
    now = 2_000_000_000_000_000
    acts: list[tuple[Callable[[Ledger], object], set[str]]] = [
        (lambda ledger: ledger.commit(put(deed("a"), deed("b", "2025-05-05"))), {"a", "b"}),
        (lambda ledger: ledger.commit(put(deed("a", note="edited"))), {"a"}),
        (lambda ledger: ledger.commit(put(deed("c", "2024-05-05"), drops=(deed("b", "2025-05-05"),))), {"c"}),
        (lambda ledger: ledger.undo(), {"b"}),
        (lambda ledger: ledger.undo(), {"a"}),
        (lambda ledger: ledger.redo(), {"a"}),
        (lambda ledger: ledger.commit(put(deed("b", "2025-05-05", note="edited"))), {"b"}),
    ]
    largest = 0
    for day, (act, changed) in enumerate(acts):
        before = _seqs(open_ledger(tmp_path))
        act(open_ledger(tmp_path, now_us=iter(range(now - day * 86_400_000_000, 2 * now)).__next__))
        after = _seqs(open_ledger(tmp_path))
        assert {name: seq for name, seq in after.items() if name not in changed} == {
            name: seq for name, seq in before.items() if name in after and name not in changed
        }
        assert all(after[name] > largest for name in changed)
        largest = max(after.values())


def test_a_record_that_comes_from_elsewhere_with_its_change_stays_from_that_and_the_next_is_later(
    tmp_path: Path,
) -> None:
    """A clock that was ahead elsewhere does not make what is changed here afterwards the earlier one."""
    ahead = 2**55
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), deed("b"))._replace(seqs={"a": ahead}))
    assert _seqs(ledger)["a"] == ahead
    assert _seqs(ledger)["b"] > 0
    for _ in range(60):  # more than the changes that a year remembers
        open_ledger(tmp_path).commit(put(deed("other")))
    open_ledger(tmp_path).commit(put(deed("a", note="edited here")))
    assert _seqs(open_ledger(tmp_path))["a"] > ahead
