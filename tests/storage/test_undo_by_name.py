"""Undo and redo of any change by its number, in any order among other changes: the ledger is what the model is."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.config.paths import find_paths
from givequest.domain.change_labels import ActLabel, Turn
from givequest.domain.changes import Change
from givequest.domain.records import Record, read_record, to_document
from givequest.errors import GivequestError
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition import year_file
from givequest.storage.partition.undo_store import LARGEST_INSIDE

from .homes import deed

DAYS = ("2025-12-31", "2026-01-01", "2026-11-23")
days = st.sampled_from(DAYS)
some_days = st.lists(days, min_size=1, max_size=3)
places = st.integers(0, 1000)
many = st.sampled_from([1, 2, 5, 12])
acts = st.one_of(
    st.tuples(st.just("log"), some_days, many),
    st.tuples(st.just("edit"), places),
    st.tuples(st.just("delete"), places),
    st.tuples(st.just("import_many"), days),
    st.tuples(st.just("undo_and_redo"), many, many),
    st.tuples(st.just("undo_and_redo"), many, st.just(0)),
    st.tuples(st.just("turn"), places, st.sampled_from(Turn)),
    st.tuples(st.just("turn"), places, st.sampled_from(Turn)),
)
Rows = dict[str, dict[str, Any] | None]
"""Documents by id; None where there is none."""


@dataclass
class Made:
    """A change of the model: what it found, what it made of that, and whether that stands."""

    label: str
    before: Rows
    after: Rows
    done: bool = True
    turn: Turn | None = None
    of: int = -1


class Model:
    """What undo by name means, over a dictionary: no files, no years, no numbers."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.changes: list[Made] = []
        self.taken_back: list[Made] = []

    def make(self, label: str, after: Rows, turn: Turn | None = None, of: int = -1) -> None:
        """Make a change."""
        self.changes.append(Made(label, {key: self.rows.get(key) for key in after}, after, True, turn, of))
        self._set(after)
        self.taken_back.clear()

    def undo(self) -> Made | None:
        """Take back the latest change that is done."""
        change = next((change for change in reversed(self.changes) if change.done), None)
        if change is not None:
            assert all(self.rows.get(key) == row for key, row in change.after.items())
            self._set(change.before)
            change.done = False
            self.taken_back.append(change)
        return change

    def redo(self) -> Made | None:
        """Do again what was taken back last, unless a change was made since."""
        if not self.taken_back:
            return None
        change = self.taken_back.pop()
        self._set(change.after)
        change.done = True
        return change

    def mover(self, place: int) -> int:
        """Return the place of the last change that has turned one and is done; its own where there is none."""
        turns = [number for number, change in enumerate(self.changes) if change.of == place and change.done]
        return turns[-1] if turns else place

    def stands(self, place: int) -> bool:
        """Return whether what a change did is done."""
        change = self.changes[place]
        if change.turn is not None:
            return change.done and self.mover(change.of) == place
        mover = self.mover(place)
        return change.done if mover == place else self.changes[mover].turn is Turn.AGAIN

    def turn(self, place: int, turn: Turn) -> set[str] | None:
        """Turn a change by name, and return the ids of what was left as it is; None where it is so already."""
        change = self.changes[place]
        base = place if change.turn is None else change.of
        wanted = turn if change.turn is None else change.turn.opposite if turn is Turn.BACK else change.turn
        if self.stands(base) == (wanted is Turn.AGAIN):
            return None
        mover = self.changes[self.mover(base)]
        now, then = (mover.after, mover.before) if mover.done else (mover.before, mover.after)
        open_ = {key for key in then if self.rows.get(key) != then[key]}
        free = {key for key in open_ if self.rows.get(key) == now[key]}
        if free:
            self.make(self.changes[base].label, {key: then[key] for key in free}, wanted, base)
        return open_ - free

    def _set(self, rows: Rows) -> None:
        for key, row in rows.items():
            self.rows.pop(key, None)
            if row is not None:
                self.rows[key] = row


class Trial:
    """Two processes over one folder, whose files remember three changes at the most, beside the model."""

    def __init__(self, folder: str) -> None:
        self.paths = find_paths(folder)
        self.model = Model()
        self.number = 0
        self.ledgers = [Ledger(self.paths.ledger), Ledger(self.paths.ledger)]

    def step(self, who: int, act: str, *given: Any) -> None:
        """Do one act, in one of the processes or in a new one."""
        if who > 1:
            self.ledgers[who % 2] = Ledger(self.paths.ledger)
        self.ledger, self.other = self.ledgers[who % 2], self.ledgers[1 - who % 2]
        getattr(self, act)(*given)
        self.check()

    def _change(self, puts: list[Record], drops: list[Record]) -> None:
        label = f"change {len(self.model.changes)}"
        after: Rows = {record.id: None for record in drops} | {record.id: to_document(record) for record in puts}
        self.model.make(label, after)
        self.ledger.commit(Change(ActLabel(label), tuple(puts), tuple(drops)))

    def _new(self, day: str) -> Record:
        self.number += 1
        return deed(f"r{self.number}", day)

    def _chosen(self, place: int) -> list[Record]:
        rows = list(self.model.rows.values())
        return [read_record(rows[place % len(rows)])] if rows else []

    def log(self, chosen: list[str], times: int) -> None:
        """Log deeds, of both years perhaps, some times in a row."""
        for _ in range(times):
            self._change([self._new(day) for day in chosen], [])

    def import_many(self, day: str) -> None:
        """Make a big change."""
        self._change([self._new(day) for _ in range(LARGEST_INSIDE + 1)], [])

    def edit(self, place: int) -> None:
        """Change what a record says."""
        for record in self._chosen(place):
            self._change([record.edited(note=f"note {place % 3}", effort=record.effort % 3 + 1)], [])

    def delete(self, place: int) -> None:
        """Take two records out."""
        chosen = {record.id: record for record in (*self._chosen(place), *self._chosen(place // 2))}
        if chosen:
            self._change([], list(chosen.values()))

    def undo_and_redo(self, back: int, again: int) -> None:
        """Take back the latest changes, do some of them again, and be told which way that went."""
        for _ in range(back):
            self._check_turn(self.model.undo(), self.ledger.undo(), Turn.BACK)
        for _ in range(again):
            self._check_turn(self.model.redo(), self.other.redo(), Turn.AGAIN)

    def _check_turn(self, change: Made | None, applied: Any, turn: Turn) -> None:
        assert (applied is None) == (change is None)
        if change is not None:
            assert (applied.label, applied.kept) == (change.label, ())
            own = change.turn
            assert applied.turn is (turn if own is None else own if turn is Turn.AGAIN else own.opposite)

    def turn(self, place: int, turn: Turn) -> None:
        """Turn any change by its name."""
        if not self.model.changes:
            return
        place %= len(self.model.changes)
        listed, _ = self.other.changes()
        seq = listed[-1 - place].seq
        count = len(self.model.changes)
        kept = self.model.turn(place, turn)
        if kept is None:
            with pytest.raises(GivequestError, match="already"):
                self.ledger.turn(seq, turn)
            return
        applied = self.ledger.turn(seq, turn)
        assert {record.id for record in applied.kept} == kept
        assert bool(applied.partitions) == (len(self.model.changes) > count)

    def check(self) -> None:
        """Every record, and every change with what has become of it, is seen in both processes."""
        expected = [
            (change.label, self.model.stands(place), change.turn) for place, change in enumerate(self.model.changes)
        ]
        for ledger in self.ledgers:
            found = {record.id: to_document(record) for record in ledger.records(ledger.years())}
            assert found == self.model.rows
            listed, problems = ledger.changes()
            assert problems == []
            assert [(change.label, change.in_force, change.turn) for change in reversed(listed)] == expected


@settings(max_examples=60)
@given(acts=st.lists(st.tuples(st.integers(0, 3), acts), min_size=4, max_size=14))
def test_any_change_can_be_turned_by_its_name_among_any_others(acts: list[tuple[int, tuple[Any, ...]]]) -> None:
    """What it did is gone, or there again, but for records that were changed since; and undo goes on from there."""
    with (
        tempfile.TemporaryDirectory(prefix="givequest-") as folder,
        mock.patch.multiple(year_file, MOST_IN_HEAD=3, LEFT_IN_HEAD=2),
    ):
        trial = Trial(folder)
        for who, act in acts:
            trial.step(who, *act)
