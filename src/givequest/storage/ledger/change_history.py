"""The history of changes: those a ledger remembers, and the steps that undo or redo one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Protocol

from givequest.domain.change_labels import Turn, read_label
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.past_changes import PastChange
from givequest.domain.records.partitions import RULES, name_of
from givequest.domain.text import end_sentence
from givequest.errors import BrokenFile, GivequestError
from givequest.named_tuple import NamedTuple
from givequest.storage.partition.change_log import ChangeLog
from givequest.storage.partition.schema import RECORDS
from givequest.storage.partition.undo_order import (
    LOGGED_IN,
    Change,
    Order,
    Parts,
    does_something,
    missing_from,
    next_turn,
)
from givequest.storage.partition.undo_store import UndoStore
from givequest.storage.partition.ways import Document, Way, identities_of, remainder_of
from givequest.storage.partition.year_file import YearFile
from givequest.storage.partition.year_view import Step

Heads = dict[int, tuple[Change, ...]]
"""The latest changes of each partition, those that its file holds."""


class Turning(NamedTuple):
    """A change to undo or redo, with what each partition remembers of it."""

    turn: Turn
    label: str
    """What the change did, in words."""
    parts: Parts
    of: int = 0
    """The number of the change that a new one is to turn; 0 where it is turned in its place."""


Found = tuple[Turning | None, Iterable[Change]]
"""What is to be turned, if anything is, and all changes that are remembered."""


class FileOf(Protocol):
    """Returns the database of a partition."""

    def __call__(self, partition: int, *, keep: bool = True) -> YearFile:
        """With `keep=False` nothing of it stays in memory for the next time."""


class ChangeHistory:
    """The changes in the heads of a ledger's partitions and in the change log. Records of rules are not undone."""

    def __init__(
        self,
        partitions: Callable[[], Iterable[int]],
        file_of: FileOf,
        undo_store: UndoStore,
        log: ChangeLog,
    ) -> None:
        self._partitions = partitions
        self._file_of = file_of
        self._undo_store = undo_store
        self._log = log

    def listed(self) -> tuple[list[PastChange], list[Diagnostic]]:
        """Return all remembered changes, latest first, and problems with unreadable ones. Raises `StorageError`."""
        heads, refused = self._heads()
        logged, problems = self._log.changes()
        told = [Diagnostic(name_of(part), str(error)) for part, error in refused.items()]
        order = Order(_merged(heads, logged))
        changes = [
            PastChange(
                seq,
                read_label(order.label(seq)),
                order.made(seq),
                order.is_in_force(seq),
                order.turn_of(seq),
                order.turned_by(seq) if order.turn_of(seq) else 0,
            )
            for seq in sorted(order.parts, reverse=True)
        ]
        return changes, [*told, *problems]

    def next_turning(self, turn: Turn) -> Found:
        """Return the next change to turn and all remembered ones; None if there is nothing to turn.

        Raises `StorageError` when a partition that could hold part of it cannot be used.
        """
        heads, refused = self._heads()
        past: Mapping[int, Collection[Change]] = heads
        found = next_turn(heads, undone=turn is Turn.AGAIN)
        if turn is Turn.BACK and _is_used_up(heads):
            past = _merged(heads, self._log.changes()[0])
            found = next_turn(past, undone=False)
        for partition in found.elsewhere & refused.keys():
            raise refused[partition]  # says why it cannot be used
        if refused and not found.parts:
            raise next(iter(refused.values()))
        changes = [change for part in past.values() for change in part]
        if found.elsewhere or not found.parts:
            return None, changes
        order = Order({part: [change] for part, change in found.parts.items()})
        (seq,) = order.parts
        return Turning(_meant(turn, order.turn_of(seq)), order.label(seq), found.parts), changes

    def turning_of(self, seq: int, turn: Turn) -> Found:
        """Return the change with a number, ready to be turned, and all remembered ones.

        Raises `GivequestError` when it is turned that way already or not wholly remembered, and `StorageError` when
        a partition that it needs cannot be used.
        """
        heads, refused = self._heads()
        past = _merged(heads, self._log.changes()[0])
        order = Order(past)
        if seq not in order.parts:
            if refused:
                raise next(iter(refused.values()))
            raise GivequestError("That change isn't remembered any more; you can restore a backup from before it.")
        base, label = order.turned_by(seq), order.label(seq)
        wanted = _meant(turn, order.turn_of(seq))
        last = order.last_turn(base)
        if last in order.parts and order.is_in_force(base if base in order.parts else last) == (wanted is Turn.AGAIN):
            raise GivequestError(wanted.already(label))
        parts = order.parts.get(last, {})
        for partition in missing_from(parts) & refused.keys():
            raise refused[partition]
        if not parts or missing_from(parts):
            raise GivequestError(
                f"Only a part of this is remembered: {end_sentence(label)} You can restore a backup from before."
            )
        return Turning(wanted, label, parts, base), [change for part in past.values() for change in part]

    def steps(self, turning: Turning, order: int, made: int) -> tuple[dict[int, Step], list[Document]]:
        """Return the step for each partition that turns a change, and the records that stay as they are.

        Records that were changed again since stay as they are. There are no steps if nothing else is left of a change
        that is turned by its number. Raises `StorageError`.
        """
        steps: dict[int, Step] = {}
        kept: list[Document] = []
        for partition, change in turning.parts.items():
            way = self._way_of(partition, change)
            records = self._file_of(partition).page().tables.get(RECORDS, {}).values()
            documents = {str(document.get("id")): document for document in records}
            suspects = self._touched_after(partition, change) if turning.of and "left" not in way else ()
            rest = remainder_of(way, documents, suspects)
            kept += rest.kept
            if not turning.of:
                step = _flipped(change)._replace(put=rest.put, drop=rest.drop, at=order)
                steps[partition] = step.stamped(order)
            elif rest.put or rest.drop:
                label = turning.turn.label(read_label(turning.label))
                step = Step(order, label, rest.put, rest.drop, made=made, turn=turning.turn.value, of=turning.of)
                steps[partition] = step.stamped(order)
        return steps, kept

    def _heads(self) -> tuple[Heads, dict[int, BrokenFile]]:
        """Return the heads, and why those that cannot be used cannot: they hide nothing of the others."""
        heads: Heads = {}
        refused: dict[int, BrokenFile] = {}
        for partition in self._partitions():
            if partition != RULES:
                try:
                    heads[partition] = tuple(self._file_of(partition, keep=False).changes())
                except BrokenFile as error:
                    refused[partition] = error
        return heads, refused

    def _way_of(self, partition: int, change: Change) -> Way:
        return (self._log if LOGGED_IN in change else self._undo_store).fetch(partition, change)

    def _touched_after(self, partition: int, change: Change) -> set[str]:
        """Return the ids of the records that a partition's later changes were about, whatever became of those."""
        heads, _ = self._heads()
        later = _merged(heads, self._log.changes()[0]).get(partition, ())
        ways = (self._way_of(partition, other) for other in later if other["seq"] > change["seq"])
        return {identity for way in ways for identity in identities_of(way)}


def _meant(turn: Turn, own: Turn | None) -> Turn:
    """Return which way a change goes when a change that has turned it is turned itself."""
    if own is None:
        return turn
    return own.opposite if turn is Turn.BACK else own


def _is_used_up(heads: Heads) -> bool:
    """Return whether a partition's latest changes are all taken back, so that earlier ones are next."""
    return any(all(change["undone"] or not does_something(change) for change in head) for head in heads.values())


def _merged(heads: Heads, logged: Mapping[int, Iterable[Change]]) -> dict[int, list[Change]]:
    """Return the changes of each partition, the earliest first; what is in a head is newer than its like in the log."""
    past = {}
    for partition in heads.keys() | logged.keys():
        found = {change["seq"]: change for change in (*logged.get(partition, ()), *heads.get(partition, ()))}
        past[partition] = [found[seq] for seq in sorted(found)]
    return past


def _flipped(change: Mapping[str, Any]) -> Step:
    return Step(
        change["seq"],
        str(change.get("label", "")),
        undone=not change["undone"],
        made=change.get("made", 0),
        turn=change.get("turn", ""),
        of=change.get("of", 0),
    )
