"""What a habit of another tracker becomes: deeds of a kind, for somebody perhaps, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from givequest.domain.text import clean_line, fold_text, nearest
from givequest.errors import UsageError
from givequest.named_tuple import NamedTuple

NOTHING = "-"
"""What stands for no kind."""
_KIND = re.compile(r"(.*)=([^=]*)", re.DOTALL)


class HabitMapping(NamedTuple):
    """The kind that the days of a habit become deeds of."""

    kind: str
    person: str | None = None
    """Whom the habit is about: `Mum`, where it is to call her."""


def read_mapping(text: str) -> tuple[str, HabitMapping | None]:
    """Return the habit of a text like `Call family=reconnect:Mum`, and what it becomes; None for `Gym=-`.

    The last `=` counts: a habit's name may hold others. Raises `UsageError` where there is none.
    """
    match = _KIND.fullmatch(text)
    habit, target = (clean_line(match[1]), match[2].strip()) if match else ("", "")
    if not habit or not target:
        raise UsageError(f"{clean_line(text)} isn't a habit and what it becomes, like 'Call family=reconnect:Mum'.")
    if target == NOTHING:
        return habit, None
    kind, _, person = target.partition(":")
    return habit, HabitMapping(kind.strip().lower(), clean_line(person) or None)


def match_habits(
    mappings: Iterable[tuple[str, HabitMapping | None]], names: Iterable[str], kinds: Iterable[str]
) -> Mapping[str, HabitMapping]:
    """Return what each habit becomes by its name as the source has it; those that become nothing are left out.

    Args:
        mappings: Habits as somebody wrote them, capitals and accents aside.
        names: The habits that there are.
        kinds: The kinds that deeds can be of.

    Raises:
        UsageError: There is no such habit, or no such kind, or a habit is said to become two things.

    """
    known = {fold_text(name): name for name in names}
    kinds = list(kinds)
    found: dict[str, HabitMapping | None] = {}
    for habit, mapping in mappings:
        name = known.get(fold_text(habit))
        if name is None:
            raise UsageError(f"There's no habit called {habit} in it.{_guess(nearest(habit, known.values()))}")
        if found.setdefault(name, mapping) != mapping:
            raise UsageError(f"The habit {name} is given twice, and can't become both.")
        if mapping is not None and mapping.kind not in kinds:
            guess = _guess(nearest(mapping.kind, kinds))
            raise UsageError(f"No kind is called {mapping.kind}; there are {', '.join(kinds)}.{guess}")
    return {name: mapping for name, mapping in found.items() if mapping is not None}


def _guess(near: str | None) -> str:
    return f" Did you mean {near}?" if near else ""
