"""Logging, editing, deleting, undo, redo, backup, restore and loss of a file, in any order, beside a model."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.domain.records import Record

from .keeping import NOW, deed, service_at, take

DAYS = [date(2024, 12, 31), date(2025, 6, 1), date(2026, 11, 24)]
State = dict[str, Record]


class Keeping(RuleBasedStateMachine):
    """What must be true of a ledger with backups: it is what the model says, in whatever process looks."""

    @initialize()
    def begin(self) -> None:
        """Begin with nothing."""
        self.folder = Path(tempfile.mkdtemp())
        self.now = NOW
        self.state: State = {}
        self.past: list[State] = []
        self.future: list[State] = []
        self.kept: dict[str, State] = {}
        self.number = 0

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def change(self, new: State) -> None:
        """Note that the ledger holds something else now."""
        self.past.append(self.state)
        self.future.clear()
        self.state = new

    @rule(days=st.lists(st.sampled_from(DAYS), min_size=1, max_size=3), many=st.sampled_from([1, 1, 1, 45]))
    def log(self, days: list[date], many: int) -> None:
        """Log in one or several years at once; so much that the way back stands aside, now and then."""
        records = []
        for day in days * many:
            self.number += 1
            records.append(deed(f"r{self.number}", day))
        service_at(self.folder).ledger.commit(Change(ActLabel("Help"), tuple(records)))
        self.change({**self.state, **{record.id: record for record in records}})

    @precondition(lambda self: self.state)
    @rule(choice=st.randoms(use_true_random=False), delete=st.booleans())
    def edit_or_delete(self, choice: object, delete: bool) -> None:
        """Change one record, or take it out."""
        old = choice.choice(sorted(self.state.values()))  # type: ignore[attr-defined]
        self.number += 1
        new = old.edited(note=f"note {self.number}")
        change = Change(ActLabel("Help"), drops=(old,)) if delete else Change(ActLabel("Help"), (new,))
        service_at(self.folder).ledger.commit(change)
        rest = {identity: record for identity, record in self.state.items() if identity != old.id}
        self.change(rest if delete else {**rest, new.id: new})

    @rule(again=st.booleans())
    def turn_back(self, again: bool) -> None:
        """Undo or redo."""
        ledger = service_at(self.folder).ledger
        source, target = (self.future, self.past) if again else (self.past, self.future)
        applied = ledger.redo() if again else ledger.undo()
        assert (applied is not None) == bool(source)
        if source:
            target.append(self.state)
            self.state = source.pop()

    @rule()
    def back_up(self) -> None:
        """Take a backup."""
        self.now += timedelta(hours=1)
        name = take(service_at(self.folder), self.now)
        if name is not None:
            self.kept[name] = self.state

    @precondition(lambda self: self.kept)
    @rule(choice=st.randoms(use_true_random=False))
    def restore(self, choice: object) -> None:
        """Go back to any backup that still stands."""
        service = service_at(self.folder)
        standing = sorted(self.kept.keys() & set(service.names()))
        name = choice.choice(standing)  # type: ignore[attr-defined]
        self.now += timedelta(hours=1)
        before = service.restore(name, self.now).before
        assert before is not None
        self.kept[before.name] = self.state
        if self.kept[name] != self.state:
            self.change(self.kept[name])

    @invariant()
    def the_ledger_is_what_the_model_says(self) -> None:
        """As another process sees it."""
        ledger = service_at(self.folder).ledger
        found = {record.id: record for record in ledger.records(ledger.years())}
        assert found == self.state


Keeping.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
test_whatever_is_done_in_whatever_order_the_ledger_is_what_it_should_be = Keeping.TestCase
