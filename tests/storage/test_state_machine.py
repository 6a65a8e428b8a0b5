"""Any sequence of changes, by any of several processes: the ledger is what the plainest model of it is."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tinydb import Query, TinyDB
from tinydb.storages import MemoryStorage

from givequest.application.game.histories import Histories
from givequest.application.game.years import Years
from givequest.config.paths import find_paths
from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.progress.day_facts import gather_facts
from givequest.domain.progress.history import History
from givequest.domain.records import Record, read_record, to_document
from givequest.domain.rules import Rules
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.undo_store import LARGEST_INSIDE
from givequest.storage.year_cache import YearCacheFiles

from ..built_in import BUILT_IN, CORE
from ..conftest import deck_of
from .homes import deed

RULES = Rules(BUILT_IN, CORE, deck=deck_of(5), seed="a seed")
DAYS = ("2024-02-29", "2024-12-31", "2025-01-01", "2025-06-01", "2026-01-01", "2026-11-23")
TODAY = date(2026, 11, 24)
days = st.sampled_from(DAYS)
notes = st.sampled_from([None, "thanks", "a line, with \\ and \u00e9\u4e2d\U0001f331"])


class TwoProcesses(RuleBasedStateMachine):
    """Two ledgers over one folder beside a TinyDB in memory, with a list of what it was before each change."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="givequest-")
        self.paths = find_paths(self.folder)
        self.model = TinyDB(storage=MemoryStorage)
        self.before: list[list[dict[str, Any]]] = []
        self.after: list[list[dict[str, Any]]] = []
        self.number = 0
        self.ledgers = [Ledger(self.paths.ledger), Ledger(self.paths.ledger)]
        self.histories = [self._histories(ledger) for ledger in self.ledgers]

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder)

    def _histories(self, ledger: Ledger) -> Histories:
        return Histories(Years(ledger), YearCacheFiles(self.paths.cache), lambda: TODAY.year, lambda: RULES)

    def _rows(self) -> list[dict[str, Any]]:
        return [dict(row) for row in self.model.all()]

    def _change(self, who: int, puts: list[Record], drops: list[Record]) -> None:
        self.before.append(self._rows())
        self.after.clear()
        self.model.remove(Query().id.one_of([record.id for record in (*puts, *drops)]))
        self.model.insert_multiple([to_document(record) for record in puts])
        self.ledgers[who].commit(Change(ActLabel(f"Change {len(self.before)}"), tuple(puts), tuple(drops)))

    def _new(self, day: str, **fields: Any) -> Record:
        self.number += 1
        return deed(f"r{self.number}", day, **fields)

    @rule(who=st.integers(0, 1), day=days, note=notes)
    def log(self, who: int, day: str, note: str | None) -> None:
        """Log a deed."""
        self._change(who, [self._new(day, note=note)], [])

    @rule(who=st.integers(0, 1), chosen=st.lists(days, min_size=2, max_size=4))
    def log_many(self, who: int, chosen: list[str]) -> None:
        """Log deeds of several years in one change."""
        self._change(who, [self._new(day) for day in chosen], [])

    @rule(who=st.integers(0, 1), day=days)
    def import_many(self, who: int, day: str) -> None:
        """Make a big change."""
        self._change(who, [self._new(day) for _ in range(LARGEST_INSIDE + 1)], [])

    @precondition(lambda self: len(self.model) > 0)
    @rule(who=st.integers(0, 1), place=st.integers(0, 1000), note=notes)
    def edit(self, who: int, place: int, note: str | None) -> None:
        """Change what a record says."""
        rows = self._rows()
        record = read_record(rows[place % len(rows)])
        self._change(who, [record.edited(note=note, effort=record.effort % 3 + 1)], [])

    @precondition(lambda self: len(self.model) > 0)
    @rule(who=st.integers(0, 1), place=st.integers(0, 1000), more=st.integers(1, 3))
    def delete(self, who: int, place: int, more: int) -> None:
        """Take some records out."""
        rows = self._rows()
        chosen = [read_record(rows[(place + 7 * step) % len(rows)]) for step in range(more)]
        self._change(who, [], list({record.id: record for record in chosen}.values()))

    @rule(who=st.integers(0, 1))
    def undo(self, who: int) -> None:
        """Take the latest change back."""
        assert (self.ledgers[who].undo() is not None) == bool(self.before)
        if self.before:
            self.after.append(self._rows())
            self._set(self.before.pop())

    @rule(who=st.integers(0, 1))
    def redo(self, who: int) -> None:
        """Redo what you undid."""
        assert (self.ledgers[who].redo() is not None) == bool(self.after)
        if self.after:
            self.before.append(self._rows())
            self._set(self.after.pop())

    def _set(self, rows: list[dict[str, Any]]) -> None:
        self.model.truncate()
        self.model.insert_multiple(rows)

    @rule(who=st.integers(0, 1))
    def reopen(self, who: int) -> None:
        """Go on in a new process."""
        self.ledgers[who] = Ledger(self.paths.ledger)
        self.histories[who] = self._histories(self.ledgers[who])

    @rule(who=st.integers(0, 1))
    def look(self, who: int) -> None:
        """Look at the board, as one does now and then: all states, and the checkpoints, are of what is there."""
        self.histories[who].years.refresh()
        seen = self.histories[who].history(TODAY.year).state_on(TODAY, today=TODAY)
        whole = History(gather_facts(map(read_record, self._rows()), RULES), RULES)
        assert seen == whole.state_on(TODAY, today=TODAY)

    @rule()
    def lose_the_cache(self) -> None:
        """Lose all that was worked out before."""
        shutil.rmtree(self.paths.cache, ignore_errors=True)

    @rule(text=st.sampled_from([b"", b"{}", b"null", b'{"made_from": 1}']), year=st.integers(2024, 2026))
    def break_a_checkpoint(self, text: bytes, year: int) -> None:
        """Find nonsense in a checkpoint."""
        path = Path(self.paths.cache, "progress", f"{year}.json")
        if path.exists():
            path.write_bytes(text)

    @invariant()
    def both_see_what_the_model_holds(self) -> None:
        """Every record, in every year, in both processes."""
        rows = {row["id"]: row for row in self._rows()}
        for ledger in self.ledgers:
            assert {record.id: to_document(record) for record in ledger.records(ledger.years())} == rows


TestTwoProcesses = TwoProcesses.TestCase
TestTwoProcesses.settings = settings(max_examples=50, stateful_step_count=20)
