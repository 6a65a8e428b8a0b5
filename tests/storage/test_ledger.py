"""The ledger: changes of one or more years, taken back and done again, beside others who change it as well."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tinydb import Query, TinyDB

from givequest.domain.change_labels import ActLabel, Turn
from givequest.domain.changes import Change
from givequest.domain.records.partitions import RULES
from givequest.storage.partition.undo_store import LARGEST_INSIDE
from givequest.storage.partition.year_file import MOST_IN_HEAD

from .homes import deed, ids, open_ledger, put
from .parts import rules


def test_what_was_saved_is_there_for_the_next_process(tmp_path: Path) -> None:
    """Records of two years, in one change and in several."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), deed("b", "2025-12-31")))
    ledger.commit(put(deed("c")))
    again = open_ledger(tmp_path)
    assert again.years() == [2025, 2026]
    assert ids(again) == ids(ledger) == {"a", "b", "c"}
    assert again.page(2026).records["a"] == deed("a")
    assert not (tmp_path / "data" / "ledger" / "pending.json").exists()


def test_reading_and_looking_write_nothing_at_all(tmp_path: Path) -> None:
    """Not a file, not a folder, not a lock: not even a time of modification."""
    fresh = open_ledger(tmp_path)
    assert fresh.years() == []
    assert fresh.page(2026).records == {}
    assert fresh.undo() is None
    assert fresh.signature() == {}
    assert os.listdir(tmp_path) == []

    fresh.commit(put(deed("a"), deed("b", "2025-12-31")))
    folder = tmp_path / "data"
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")} | {folder: folder.stat().st_mtime_ns}
    reader = open_ledger(tmp_path)
    assert ids(reader) == {"a", "b"}
    reader.signature()
    assert times == {path: path.stat().st_mtime_ns for path in folder.rglob("*")} | {folder: folder.stat().st_mtime_ns}


def test_changes_are_taken_back_one_by_one_and_done_again_in_their_order(tmp_path: Path) -> None:
    """New, edited and dropped records, by whichever process."""
    states: list[set[str]] = [set()]
    first = open_ledger(tmp_path)
    for change in (
        put(deed("a")),
        put(deed("b"), deed("c", "2025-03-01")),
        put(deed("a", note="edited")),
        put(deed("d", "2024-02-29"), drops=(deed("c", "2025-03-01"), deed("b"))),
    ):
        first.commit(change)
        states.append(set(map(str, first.records(first.years()))))
    for state in reversed(states[:-1]):
        ledger = open_ledger(tmp_path)
        assert ledger.undo() is not None
        assert set(map(str, ledger.records(ledger.years()))) == state
    assert first.undo() is None
    for state in states[1:]:
        ledger = open_ledger(tmp_path)
        assert ledger.redo() is not None
        assert set(map(str, ledger.records(ledger.years()))) == state
    assert first.redo() is None
    assert set(map(str, first.records(first.years()))) == states[-1]


def test_a_new_change_ends_what_could_be_done_again(tmp_path: Path) -> None:
    """As everywhere."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    ledger.commit(put(deed("b")))
    ledger.undo()
    ledger.commit(put(deed("c")))
    assert ledger.redo() is None
    assert ids(ledger) == {"a", "c"}


def test_what_was_taken_back_before_a_change_is_not_done_again_when_that_is_taken_back_too(tmp_path: Path) -> None:
    """Only what was taken back last comes back, in this year and in another."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), deed("b", "2025-01-01")))
    ledger.undo()
    open_ledger(tmp_path).commit(put(deed("c", "2024-01-01")))
    ledger.undo()
    assert open_ledger(tmp_path).redo() is not None
    assert ids(ledger) == {"c"}
    assert ledger.redo() is None


@pytest.mark.parametrize("size", [LARGEST_INSIDE, LARGEST_INSIDE + 1, 3 * LARGEST_INSIDE])
def test_a_big_change_is_taken_back_and_done_again_as_a_small_one_is(tmp_path: Path, size: int) -> None:
    """The way back of a big one lies in a file of its own."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("before")))
    ledger.commit(put(*(deed(f"n{number}") for number in range(size))))
    whole = ids(ledger)
    for _ in range(3):
        assert open_ledger(tmp_path).undo() is not None
        assert ids(ledger) == {"before"}
        assert open_ledger(tmp_path).redo() is not None
        assert ids(ledger) == whole


def test_what_a_file_has_no_room_for_can_be_taken_back_all_the_same(tmp_path: Path) -> None:
    """One by one, also of several years at once, and all of it done again in its order; big ones leave no file."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(*(deed(f"n{number}") for number in range(LARGEST_INSIDE + 1)), label="big"))
    ledger.commit(put(deed("a"), deed("b", "2025-12-31"), label="of two years"))
    for number in range(2 * MOST_IN_HEAD):
        ledger.commit(put(deed(f"later{number}"), label=f"later {number}"))
    assert os.listdir(tmp_path / "data" / "ledger" / "undo") == []
    whole = ids(ledger)
    taken_back = []
    while (undone := open_ledger(tmp_path).undo()) is not None:
        taken_back.append(undone.label)
    assert taken_back == [*(f"later {number}" for number in reversed(range(2 * MOST_IN_HEAD))), "of two years", "big"]
    assert ids(ledger) == set()
    for label in reversed(taken_back):
        redone = open_ledger(tmp_path).redo()
        assert redone is not None
        assert redone.label == label
    assert ledger.redo() is None
    assert ids(ledger) == whole


def test_a_file_remembers_no_more_changes_than_it_has_room_for(tmp_path: Path) -> None:
    """It is written with every deed."""
    for number in range(3 * MOST_IN_HEAD):
        open_ledger(tmp_path).commit(put(deed(f"n{number}")))
        assert len(open_ledger(tmp_path).page(2026).changes) <= MOST_IN_HEAD


def test_a_change_of_several_years_is_never_taken_back_in_one_of_them_alone(tmp_path: Path) -> None:
    """When what one year remembers of it is gone, it cannot be taken back any more."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), deed("b", "2025-12-31")))
    for number in range(MOST_IN_HEAD):
        ledger.commit(put(deed(f"later{number}")))
    shutil.rmtree(tmp_path / "data" / "ledger" / "changes")
    while ledger.undo() is not None:
        pass
    assert {"a", "b"} <= ids(ledger)


@pytest.mark.parametrize("moved", [-400 * 86_400_000_000, 5 * 365 * 86_400_000_000])
def test_undo_takes_back_what_was_done_last_whatever_the_clock_showed(tmp_path: Path, moved: int) -> None:
    """A clock that was years ahead, or goes back, and changes of different years by different processes."""
    noon = 1_795_000_000_000_000
    open_ledger(tmp_path, now_us=lambda: noon).commit(put(deed("a")))
    open_ledger(tmp_path, now_us=lambda: noon + moved).commit(put(deed("b", "2025-06-01")))
    open_ledger(tmp_path, now_us=lambda: noon).commit(put(deed("c", "2024-06-01")))
    for left in ({"a", "b"}, {"a"}, set()):
        open_ledger(tmp_path).undo()
        assert ids(open_ledger(tmp_path)) == left


def test_undo_leaves_what_another_hand_has_changed_since_and_names_it(tmp_path: Path) -> None:
    """An editor, or a script with stock TinyDB: what the ledger did not do it does not overwrite."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), deed("b")))
    with TinyDB(ledger.path_of(2026)) as database:
        database.table("records").update({"person": "Ana"}, Query().id == "b")
    applied = open_ledger(tmp_path).undo()
    assert applied is not None
    assert [record.id for record in applied.kept] == ["b"]
    assert {record.id: record.person for record in open_ledger(tmp_path).records([2026])} == {"b": "Ana"}
    redone = open_ledger(tmp_path).redo()
    assert redone is not None
    assert redone.kept == ()
    assert ids(open_ledger(tmp_path)) == {"a", "b"}


def test_a_change_says_when_it_was_made_by_the_clock_whatever_its_number(tmp_path: Path) -> None:
    """A clock that was years ahead once moves the numbers, and not the times of what is done later."""
    noon, ahead = 1_795_000_000_000_000, 1_950_000_000_000_000
    for number, now in enumerate((noon, ahead, noon + 1, noon + 2)):
        open_ledger(tmp_path, now_us=lambda now=now: now).commit(put(deed(f"n{number}")))
    open_ledger(tmp_path, now_us=lambda: noon + 3).undo()
    changes, _ = open_ledger(tmp_path).changes()
    assert [change.made for change in changes] == [noon + 2, noon + 1, ahead, noon]
    assert [change.in_force for change in changes] == [False, True, True, True]


def test_rules_that_were_written_with_a_change_stay_when_that_is_turned_by_its_number(tmp_path: Path) -> None:
    """As they do when it is undone in its place."""
    ledger = open_ledger(tmp_path)
    ledger.commit(Change(ActLabel("deed"), (deed("a"), rules())))
    ledger.commit(put(deed("b")))
    first = ledger.changes()[0][-1]
    for turn in (Turn.BACK, Turn.AGAIN, Turn.BACK):
        assert open_ledger(tmp_path).turn(first.seq, turn).partitions == {2026}
        assert list(open_ledger(tmp_path).page(RULES).stored) == [rules().id]
    assert ids(ledger) == {"b"}
    assert [change.label for change in ledger.changes()[0]] == ["deed", "deed", "deed", "A change", "deed"]


def test_what_changed_nothing_is_neither_listed_nor_taken_back(tmp_path: Path) -> None:
    """A repair that only marks a file, a page that was begun and emptied in one sitting."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), label="deed"))
    ledger.commit_built(ActLabel("repair"), lambda: {2026: ((), ())})
    ledger.commit(put(deed("page"), coalescing="s", label="page"))
    ledger.commit(put(drops=(deed("page"),), coalescing="s", label="page"))
    assert [change.label for change in ledger.changes()[0]] == ["deed"]
    undone = open_ledger(tmp_path).undo()
    assert undone is not None
    assert undone.label == "deed"
    assert open_ledger(tmp_path).undo() is None
    redone = open_ledger(tmp_path).redo()
    assert redone is not None
    assert redone.label == "deed"
    assert open_ledger(tmp_path).redo() is None
    assert ids(ledger) == {"a"}
