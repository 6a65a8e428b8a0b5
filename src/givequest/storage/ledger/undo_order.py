"""Which change is taken back, or done again, next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

Change = Mapping[str, Any]
"""What a partition's file remembers of a change."""


class Turn(NamedTuple):
    """A change that is to be taken back, or done again."""

    parts: Mapping[int, Change]
    """What each partition remembers of it."""
    elsewhere: frozenset[int]
    """Partitions that it was in and that remember it no more: it is then left as it is."""


def next_turn(heads: Mapping[int, Collection[Change]], *, undone: bool) -> Turn:
    """Return the change to take back (`undone`: to do again) next, out of those that each partition remembers."""
    changes = [change for head in heads.values() for change in head]
    seq = seq_to_redo(changes) if undone else seq_to_undo(changes)
    parts = {part: change for part, head in heads.items() for change in head if change["seq"] == seq}
    together = {part for change in parts.values() for part in change.get("years", ())}
    return Turn(parts, frozenset(together - parts.keys()))


def seq_to_undo(changes: Iterable[Mapping[str, Any]]) -> int | None:
    """Return the number of the change to take back: the latest in force."""
    return max((change["seq"] for change in changes if not change["undone"]), default=None)


def seq_to_redo(changes: Collection[Mapping[str, Any]]) -> int | None:
    """Return the number of the change to do again: the earliest taken back, unless another was made since."""
    newest = max((change["seq"] for change in changes), default=0)
    in_force = seq_to_undo(changes) or 0
    return min(
        (
            change["seq"]
            for change in changes
            if change["undone"] and change["seq"] > in_force and change.get("undone_at", newest) >= newest
        ),
        default=None,
    )
