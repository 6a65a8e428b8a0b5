"""Two computers that have not heard of each other: a merge is the union of both, with the later of each record."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.records import AnyRecord, Record, is_same, seq_of
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.schema import RECORDS, SUFFIX

from ..storage.keeping import deed, service_at

DAYS = (date(2025, 6, 1), date(2026, 6, 1))
ACTS = ["log", "log", "edit", "edit", "move", "delete", "undo", "redo"]
Documents = dict[str, dict[str, object]]
steps = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=9)


def play(folder: Path, acts: list[tuple[str, int]], side: str, clock_us: int) -> None:
    """Do some things to a ledger, by a clock of its own that stands still."""
    ledger = Ledger(str(folder / "ledger"), now_us=lambda: clock_us)
    for number, (act, choice) in enumerate(acts):
        there = sorted(ledger.records(ledger.years()), key=lambda record: record.id)
        day, old = DAYS[choice % 2], there[choice % len(there)] if there else None
        puts: tuple[AnyRecord, ...] = ()
        drops: tuple[AnyRecord, ...] = ()
        if act in ("undo", "redo"):
            ledger.undo() if act == "undo" else ledger.redo()
            continue
        if old is None or act == "log":
            puts = (deed(f"{side}{number}", day),)
        elif act == "edit":
            puts = (old.edited(note=f"{side} {number}"),)
        elif act == "move":
            new = old._replace(day=DAYS[old.day.year == DAYS[0].year])
            puts, drops = (new,), (old,)
        else:
            drops = (old,)
        ledger.commit(Change(ActLabel(act), puts, drops))


def documents(folder: Path) -> Documents:
    """Return every record of a ledger as it stands in its files."""
    ledger = Ledger(str(folder / "ledger"))
    rows = (row for year in ledger.years() for row in ledger.page(year).tables[RECORDS].values())
    return {row["id"]: row for row in rows}


def bring(there: Path, here: Path) -> None:
    """Do what a sync folder does: keep both files of a name, the other's under another one."""
    for path in (there / "ledger").glob(f"20*{SUFFIX}"):
        copy = here / "ledger" / path.name.replace(SUFFIX, f".sync-conflict-20261101-120000-ABCDEFG{SUFFIX}")
        shutil.copy(path, copy)


def later_of_each(mine: Documents, theirs: Documents) -> Documents:
    """Return the union of two ledgers, with the version of the larger number where both have a record."""
    union = {**theirs, **mine}
    for identity in mine.keys() & theirs.keys():
        if seq_of(theirs[identity]) > seq_of(mine[identity]):
            union[identity] = theirs[identity]
    return union


@settings(max_examples=40, deadline=None)
@given(steps, steps, steps, st.sampled_from([0, 10_000_000_000, -10_000_000_000]))
def test_a_merge_of_two_ledgers_is_their_union_with_the_later_of_each(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, int]],
    mine: list[tuple[str, int]],
    theirs: list[tuple[str, int]],
    ahead_us: int,
) -> None:
    """Whichever clock is ahead; both computers come to the same, and merging once more changes nothing."""
    root = tmp_path_factory.mktemp("two")
    here, there = root / "here", root / "there"
    (here / "ledger").mkdir(parents=True)
    play(here, before, "b", 1_700_000_000_000_000)
    shutil.copytree(here, there)
    play(here, mine, "m", 1_800_000_000_000_000)
    play(there, theirs, "t", 1_800_000_000_000_000 + ahead_us + 1_000)
    ours, others = documents(here), documents(there)
    equal = {key for key in ours.keys() & others.keys() if seq_of(ours[key]) == seq_of(others[key])}
    assert all(is_same(ours[key], others[key]) for key in equal), "no two changes have one number here"
    shutil.copytree(here, root / "mine")
    bring(there, here)
    bring(root / "mine", there)
    for folder in (here, there):
        if service_at(folder).is_apart():
            service_at(folder).merge()
        assert not service_at(folder).is_apart()
    expected = later_of_each(ours, others)
    merged = documents(here)
    assert merged.keys() == expected.keys()
    assert all(is_same(merged[key], expected[key]) for key in expected)
    assert all(seq_of(merged[key]) == seq_of(expected[key]) for key in expected), "a merge is no edit"
    assert documents(there) == merged
    assert set(read(here)) == set(merged)


def read(folder: Path) -> dict[str, Record]:
    """Return every record by id as commands read them, each once."""
    ledger = Ledger(str(folder / "ledger"))
    found = ledger.records(ledger.years())
    assert len({record.id for record in found}) == len(found)
    return {record.id: record for record in found}
