"""What all readers of the config share: checks of single values, and problems in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from givequest.domain.diagnostics import Diagnostic, Severity
from givequest.domain.text import clean_line, nearest, quoted_value

LONGEST_NAME = 24
RULES = ("board", "quests", "first_weekday")
"""What of the config says what is due."""
UNCLEAR = "unclear-rules"
"""The code of a problem that leaves open what was meant to be due."""
RULES_STAY = "What's on the board stays as it was until that's fixed."


class TableReader:
    """Reads values out of a config's tables; what is wrong with them is kept as problems."""

    def __init__(self, name: str) -> None:
        """`name` is what problems call the file."""
        self.name = name
        self.problems: list[Diagnostic] = []

    def complain(self, key: str, message: str, *, is_unclear: bool = False) -> None:
        """Add a problem with a key; `is_unclear` where it leaves open what was meant to be due."""
        code = UNCLEAR if is_unclear or key.partition(".")[0] in RULES else ""
        self.problems.append(Diagnostic(f"{self.name}, {key}", message, "", Severity.WARNING, code))

    def refuse(self, key: str, value: Any, allowed: str) -> None:
        """Add the problem that a value is not what is allowed there."""
        instead = RULES_STAY if key.partition(".")[0] in RULES else "Using the default."
        self.complain(key, f"{quoted_value(value, 60)} isn't {allowed}. {instead}")

    def unknown(self, key: str, known: list[str], prefix: str = "", *, is_table: bool = False) -> None:
        """Add the problem that there is no such key, with the nearest that there is."""
        near = nearest(key, known)
        hint = f"did you mean {prefix}{near}?" if near else f"known are {', '.join(known)}."
        table = "keys" if "." in key else "board" if key == "core" else ""
        if table and not prefix:  # a line of the commented file put to use without the one above it
            hint = f"it goes below the line [{table}]."
        is_unclear = not prefix and (is_table or key == "core" or near == "first_weekday")
        self.complain(f"{prefix}{clean_line(key)[:60]}", f"No such key; {hint}", is_unclear=is_unclear)

    def table(self, key: str, document: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a table of a document; none where there is none, or something else in its place."""
        value = document.get(key, {})
        if isinstance(value, dict):
            return value
        self.refuse(key, value, f"a table, written [{key}]")
        return {}

    def flag(self, key: str, value: Any) -> bool | None:
        """Return a value that is true or false; None where it is neither."""
        if isinstance(value, bool):
            return value
        self.refuse(key, value, "true or false")
        return None

    def name_of(self, key: str, value: Any) -> str | None:
        """Return a name as it is shown, cleaned; None where it is none."""
        if isinstance(value, str) and 0 < len(clean_line(value)) <= LONGEST_NAME:
            return clean_line(value)
        self.refuse(key, value, f"a name of 1 to {LONGEST_NAME} characters")
        return None
