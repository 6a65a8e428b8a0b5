"""The order of undo: which change is undone or redone next, and which are in force.

Undo and redo turn a change in its place. A change that is turned by its name stays as it is, and another is
made that turns it: that one says so, and is taken back like any other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from givequest.domain.change_labels import Turn
from givequest.named_tuple import NamedTuple

Change = Mapping[str, Any]
"""What a partition remembers of a change."""
LOGGED_IN = "logged_in"
"""The field by which a change that was read from the log, and nothing on the disk, names its file."""
Parts = Mapping[int, Change]
"""What each partition remembers of one change."""


class NextTurn(NamedTuple):
    """The change to undo or redo next."""

    parts: Parts
    """What each partition remembers of it."""
    elsewhere: frozenset[int]
    """Partitions that it was in and that remember it no more: it is then left as it is."""


def next_turn(heads: Mapping[int, Collection[Change]], *, undone: bool) -> NextTurn:
    """Return the change to undo next (with `undone`: to redo), out of those that each partition remembers."""
    changes = [change for head in heads.values() for change in head]
    acting = {change["seq"] for change in changes if does_something(change)}
    seq = (seq_to_redo if undone else seq_to_undo)(changes, acting)
    parts = {part: change for part, head in heads.items() for change in head if change["seq"] == seq}
    return NextTurn(parts, missing_from(parts))


def missing_from(parts: Parts) -> frozenset[int]:
    """Return the partitions that a change was in but that no longer remember it."""
    together = {part for change in parts.values() for part in change.get("years", ())}
    return frozenset(together - parts.keys())


def seq_to_undo(changes: Iterable[Change], acting: Collection[int]) -> int | None:
    """Return the number of the change to undo: the latest one in force that did something."""
    return max((change["seq"] for change in changes if not change["undone"] and change["seq"] in acting), default=None)


def does_something(change: Change) -> bool:
    """Return whether a change has changed any record: one that marks a repaired file, or an entry that was begun and
    emptied again, has not, and undo skips it.
    """
    return any(change.get(name) for name in ("aside", LOGGED_IN, "put", "drop"))


def seq_to_redo(changes: Collection[Change], acting: Collection[int]) -> int | None:
    """Return the number of the change to redo: the earliest undone one, unless another was made since."""
    newest = max((change["seq"] for change in changes), default=0)
    turned = [change for change in changes if change["seq"] in acting]
    in_force = seq_to_undo(turned, acting) or 0
    return min(
        (
            change["seq"]
            for change in turned
            if change["undone"] and change["seq"] > in_force and change.get("undone_at", newest) >= newest
        ),
        default=None,
    )


class Order:
    """All changes that a ledger remembers, and whether each is in force."""

    def __init__(self, past: Mapping[int, Iterable[Change]]) -> None:
        found: dict[int, dict[int, Change]] = {}
        for partition, changes in past.items():
            for change in changes:
                found.setdefault(change["seq"], {})[partition] = change
        found = {seq: parts for seq, parts in found.items() if any(map(does_something, parts.values()))}
        self.parts: Mapping[int, Parts] = found
        """What each partition remembers of each change that did something, by its number."""
        self._turned: dict[int, int] = {}
        for seq in sorted(found):
            change = self._any_part(seq)
            if "turn" in change and not change["undone"]:
                self._turned[change["of"]] = seq

    def _any_part(self, seq: int) -> Change:
        return next(iter(self.parts[seq].values()))

    def turn_of(self, seq: int) -> Turn | None:
        """Return which way a change turned another one; None if it turned none."""
        turn = self._any_part(seq).get("turn")
        return None if turn is None else Turn(turn)

    def turned_by(self, seq: int) -> int:
        """Return the number of the change that a change turned; its own if it turned none."""
        return int(self._any_part(seq).get("of", seq))

    def last_turn(self, seq: int) -> int:
        """Return the number of the change in force that turned a change last; its own if none did."""
        return self._turned.get(seq, seq)

    def is_in_force(self, seq: int) -> bool:
        """Return whether the effect of a change stands."""
        if self.turn_of(seq) is not None:
            return self._turned.get(self.turned_by(seq)) == seq
        last = self.last_turn(seq)
        return not self._any_part(seq)["undone"] if last == seq else self.turn_of(last) is Turn.AGAIN

    def label(self, seq: int) -> str:
        """Return the label of a change; of one that turned another, the label of that one."""
        label, turn = str(self._any_part(seq).get("label", "")), self.turn_of(seq)
        return label if turn is None else turn.label_of(label)

    def made(self, seq: int) -> int:
        """Return when a change was made, in microseconds since 1970; this is its number if the clock was right."""
        return int(self._any_part(seq).get("made", seq))
