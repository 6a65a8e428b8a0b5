"""Past changes: what was changed and when, each with an id by which it can be taken back or done again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from givequest.domain.change_labels import ActLabel, Turn
from givequest.errors import GivequestError
from givequest.named_tuple import NamedTuple

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
SHORTEST_ID = 4
"""Characters of an id that are shown, and more where that many are not enough to tell it from all others."""


class PastChange(NamedTuple):
    """A change that a ledger remembers."""

    seq: int
    """Its place in the order of all changes."""
    label: ActLabel
    """What was done; of one that turned another, what that one did."""
    made: int
    """When it was made, in microseconds since 1970."""
    in_force: bool
    """Whether what it did is done now, as far as no later change has changed it."""
    turn: Turn | None = None
    """Which way it turned another change; None for all others."""
    of: int = 0
    """The place of the change that it turned; 0 for all others."""

    @property
    def id(self) -> str:
        """Its id, whole."""
        return change_id(self.seq)

    @property
    def title(self) -> str:
        """What was done, as a line of a list has it."""
        label = self.label[:1].upper() + self.label[1:]
        return label if self.turn is None else self.turn.told(self.label)


def change_id(seq: int) -> str:
    """Return the id of the change at a place: its digits to the base of 36, the last one first.

    Two changes of one minute differ in the first of them, so that a few are enough to name one.
    """
    digits = ""
    while True:
        seq, digit = divmod(seq, 36)
        digits += _DIGITS[digit]
        if not seq:
            return digits


def shortest_ids(changes: Sequence[PastChange]) -> list[str]:
    """Return of each change as much of its id as it takes to name it among these."""
    ids = [change.id for change in changes]
    ordered = sorted(ids)
    shared: dict[str, int] = {}
    for one, other in pairwise(ordered):
        same = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
        shared[one] = max(shared.get(one, 0), same)
        shared[other] = max(shared.get(other, 0), same)
    return [identity[: max(shared.get(identity, 0) + 1, SHORTEST_ID)] for identity in ids]


def find_change(changes: Iterable[PastChange], word: str) -> PastChange:
    """Return the change whose id begins with a word. Raises `GivequestError` where that is none, or several."""
    wanted = word.strip().casefold()
    found = [change for change in changes if wanted and change.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    exact = [change for change in found if change.id == wanted]
    if exact:
        return exact[0]
    quoted = word.strip()[:40]
    if found:
        raise GivequestError(f"{len(found)} changes have an id that begins with '{quoted}'; give more of it.")
    raise GivequestError(f"No change is called '{quoted}'; 'givequest undo --list' shows the ones there are.")
