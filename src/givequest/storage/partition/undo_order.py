"""The order of undo: which change is taken back next, or done again, and which changes are in force.

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
    """A change that is to be taken back, or done again."""

    parts: Parts
    """What each partition remembers of it."""
    elsewhere: frozenset[int]
    """Partitions that it was in and that remember it no more: it is then left as it is."""


def next_turn(heads: Mapping[int, Collection[Change]], *, undone: bool) -> NextTurn:
    """Return the change to take back (`undone`: to do again) next, out of those that each partition remembers."""
    changes = [change for head in heads.values() for change in head]
    acting = {change["seq"] for change in changes if does_something(change)}
    seq = (seq_to_redo if undone else seq_to_undo)(changes, acting)
    parts = {part: change for part, head in heads.items() for change in head if change["seq"] == seq}
    return NextTurn(parts, missing_from(parts))


def missing_from(parts: Parts) -> frozenset[int]:
    """Return the partitions that a change was in and that remember it no more."""
    together = {part for change in parts.values() for part in change.get("years", ())}
    return frozenset(together - parts.keys())


def seq_to_undo(changes: Iterable[Change], acting: Collection[int]) -> int | None:
    """Return the number of the change to take back: the latest in force, of those that did something."""
    return max((change["seq"] for change in changes if not change["undone"] and change["seq"] in acting), default=None)


def does_something(change: Change) -> bool:
    """Return whether there is a way back from a change: one that marks a repaired file, or a page that was begun and
    emptied again, has changed no record, and to take it back would be to say so of nothing.
    """
    return any(change.get(name) for name in ("aside", LOGGED_IN, "put", "drop"))


def seq_to_redo(changes: Collection[Change], acting: Collection[int]) -> int | None:
    """Return the number of the change to do again: the earliest taken back, unless another was made since."""
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
    """All changes that a ledger remembers, and what has become of each."""

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
        """Return which way a change has turned another; None of one that has turned none."""
        turn = self._any_part(seq).get("turn")
        return None if turn is None else Turn(turn)

    def turned_by(self, seq: int) -> int:
        """Return the number of the change that a change has turned; its own where it has turned none."""
        return int(self._any_part(seq).get("of", seq))

    def last_turn(self, seq: int) -> int:
        """Return the number of the change that has turned one last; its own where none in force has."""
        return self._turned.get(seq, seq)

    def is_in_force(self, seq: int) -> bool:
        """Return whether what a change did is done: of one that has turned another, whether that is so by it."""
        if self.turn_of(seq) is not None:
            return self._turned.get(self.turned_by(seq)) == seq
        last = self.last_turn(seq)
        return not self._any_part(seq)["undone"] if last == seq else self.turn_of(last) is Turn.AGAIN

    def label(self, seq: int) -> str:
        """Return what a change did, in words; of one that has turned another, what that one did."""
        label, turn = str(self._any_part(seq).get("label", "")), self.turn_of(seq)
        return label if turn is None else turn.label_of(label)

    def made(self, seq: int) -> int:
        """Return when a change was made, in microseconds since 1970: its number, where the clock was right."""
        return int(self._any_part(seq).get("made", seq))
