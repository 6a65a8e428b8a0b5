"""Any sequence of changes, by any of several processes: the ledger is what the plainest model of it is."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tinydb import Query, TinyDB
from tinydb.storages import MemoryStorage

from givequest.application.game.histories import Histories
from givequest.application.game.years import Years
from givequest.config.paths import find_paths
from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.deck.cards import Deck
from givequest.domain.progress.day_facts import gather_facts
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.domain.records import Record, read_record, to_document
from givequest.domain.rules import Rules
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.undo_store import LARGEST_INSIDE
from givequest.storage.year_cache import YearCacheFiles

from ..built_in import BUILT_IN, CORE
from ..conftest import deck_of
from .homes import deed

DECK = Deck(tuple(card for card in deck_of(5).cards if card.kind == "help"))
"""Cards of one kind: dealing is most of what a day's state takes, and other tests hold it."""
RULES = Rules(BUILT_IN, CORE, deck=DECK, seed="a seed")
DAYS = ("2024-12-30", "2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", "2026-01-02")
TODAY = date(2026, 1, 3)
CHECKPOINTS = (2024, 2025)
"""The years that are over, and so have one."""
processes = st.integers(0, 1)
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
        self.expected: tuple[list[dict[str, Any]], ProgressState] | None = None
        """What was in the model when somebody looked last, and the state that follows from it."""
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
        had_more, self.after = bool(self.after), []
        self.model.remove(Query().id.one_of([record.id for record in (*puts, *drops)]))
        self.model.insert_multiple([to_document(record) for record in puts])
        self.ledgers[who].commit(Change(ActLabel(f"Change {len(self.before)}"), tuple(puts), tuple(drops)))
        if had_more:  # what was taken back before is gone for good, for the other process too
            assert self.ledgers[1 - who].redo() is None

    def _new(self, day: str, **fields: Any) -> Record:
        self.number += 1
        return deed(f"r{self.number}", day, **fields)

    @initialize(order=st.permutations(DAYS), note=notes)
    def begin(self, order: list[str], note: str | None) -> None:
        """Begin with a change for each day, made by turns, and with the states of all years worked out."""
        assert self.ledgers[0].undo() is None
        assert self.ledgers[1].redo() is None
        for number, day in enumerate(order):
            self._change(number % 2, [self._new(day, note=note)], [])
        self._look(0)

    @rule(who=processes, chosen=st.lists(days, min_size=1, max_size=4), note=notes)
    def log(self, who: int, chosen: list[str], note: str | None) -> None:
        """Log deeds, of one year or of several, in one change."""
        self._change(who, [self._new(day, note=note) for day in chosen], [])

    @rule(who=processes, day=days)
    def import_many(self, who: int, day: str) -> None:
        """Make a big change."""
        self._change(who, [self._new(day) for _ in range(LARGEST_INSIDE + 1)], [])

    @precondition(lambda self: len(self.model) > 0)
    @rule(who=processes, place=st.integers(0, 1000), note=notes)
    def edit(self, who: int, place: int, note: str | None) -> None:
        """Change what a record says."""
        rows = self._rows()
        record = read_record(rows[place % len(rows)])
        self._change(who, [record.edited(note=note, effort=record.effort % 3 + 1)], [])

    @precondition(lambda self: len(self.model) > 0)
    @rule(who=processes, place=st.integers(0, 1000), more=st.integers(1, 3))
    def delete(self, who: int, place: int, more: int) -> None:
        """Take some records out."""
        rows = self._rows()
        chosen = [read_record(rows[(place + 7 * step) % len(rows)]) for step in range(more)]
        self._change(who, [], list({record.id: record for record in chosen}.values()))

    @rule(who=processes, back=st.integers(1, 4), other=processes, again=st.integers(0, 4))
    def undo_and_redo(self, who: int, back: int, other: int, again: int) -> None:
        """Take changes back, and do some of them again, which may be another's turn; what is not there is not done."""
        for _ in range(back):
            assert (self.ledgers[who].undo() is not None) == bool(self.before)
            if self.before:
                self.after.append(self._rows())
                self._set(self.before.pop())
        for _ in range(again):
            assert (self.ledgers[other].redo() is not None) == bool(self.after)
            if self.after:
                self.before.append(self._rows())
                self._set(self.after.pop())

    def _set(self, rows: list[dict[str, Any]]) -> None:
        self.model.truncate()
        self.model.insert_multiple(rows)

    def _look(self, who: int) -> None:
        """Look at the board: its state is what follows from all that is there."""
        self.histories[who].years.refresh()
        seen = self.histories[who].history(TODAY.year).state_on(TODAY, today=TODAY)
        rows = self._rows()
        if self.expected is None or self.expected[0] != rows:
            whole = History(gather_facts(map(read_record, rows), RULES), RULES)
            self.expected = rows, whole.state_on(TODAY, today=TODAY)
        assert seen == self.expected[1]

    def _reopen(self, who: int) -> None:
        self.ledgers[who] = Ledger(self.paths.ledger)
        self.histories[who] = self._histories(self.ledgers[who])

    @rule(who=processes, is_new=st.booleans())
    def look(self, who: int, is_new: bool) -> None:
        """Look at what the other has done meanwhile, or what there is for a new process: by its checkpoints."""
        if is_new:
            self._reopen(who)
        self._look(who)

    @rule(who=processes)
    def lose_the_cache(self, who: int) -> None:
        """Lose all that was worked out before, in a process that goes on."""
        shutil.rmtree(self.paths.cache, ignore_errors=True)
        self._look(who)

    @rule(
        who=processes,
        text=st.sampled_from([b"", b"{}", b"null", b'{"made_from": 1}']),
        year=st.sampled_from(CHECKPOINTS),
    )
    def break_a_checkpoint(self, who: int, text: bytes, year: int) -> None:
        """Find nonsense in a checkpoint, in a new process."""
        path = Path(self.paths.cache, "progress", f"{year}.json")
        if path.exists():
            path.write_bytes(text)
        self._reopen(who)
        self._look(who)

    @invariant()
    def both_see_what_the_model_holds(self) -> None:
        """Every record, in every year, in both processes."""
        rows = {row["id"]: row for row in self._rows()}
        for ledger in self.ledgers:
            assert {record.id: to_document(record) for record in ledger.records(ledger.years())} == rows


TestTwoProcesses = TwoProcesses.TestCase
TestTwoProcesses.settings = settings(max_examples=25, stateful_step_count=14)
