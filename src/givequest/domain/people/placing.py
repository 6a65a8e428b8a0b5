"""Names to be placed, a key each: whose turn it is, and who comes after."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from givequest.named_tuple import NamedTuple


class ToPlace(NamedTuple):
    """A name, and what is known of it."""

    name: str
    more: str = ""


class Placing:
    """A queue of names; who is placed leaves it, and comes back when that is taken back."""

    def __init__(self, names: Sequence[ToPlace], is_placed: Callable[[str], bool]) -> None:
        """Take names in their order; `is_placed` says whether one of them is placed by now."""
        self._names = list(names)
        self._is_placed = is_placed
        self._later: list[str] = []

    @property
    def _open(self) -> list[ToPlace]:
        return [one for one in self._names if one.name not in self._later and not self._is_placed(one.name)]

    @property
    def current(self) -> ToPlace | None:
        """Whose turn it is; None when nobody is left."""
        return next(iter(self._open), None)

    @property
    def next_names(self) -> list[str]:
        """Who comes after."""
        return [one.name for one in self._open[1:]]

    def postpone(self) -> None:
        """Leave the one whose turn it is for another time."""
        if self.current is not None:
            self._later.append(self.current.name)
