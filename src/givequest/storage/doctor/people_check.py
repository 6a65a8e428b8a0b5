"""People: two of one name, as two computers that added somebody each can leave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from givequest.domain.diagnostics import Diagnostic, warning
from givequest.domain.records import AnyRecord
from givequest.domain.text import name_key

MOST = 5
"""Names that are told one by one."""


def check_people(path: str, records: Iterable[AnyRecord]) -> Iterator[Diagnostic]:
    """Yield what is to be told of people who share a name, in the file at a path."""
    known: dict[str, dict[str, None]] = {}
    for record in records:
        if record.type == "person":
            for name in (getattr(record, "name", ""), *getattr(record, "also", ())):
                known.setdefault(name_key(name), {})[record.id] = None
    shared = [(key, list(ids)) for key, ids in known.items() if len(ids) > 1]
    for key, ids in shared[:MOST]:
        words = f"{len(ids)} people share the name '{key}', and it leads to one of them only."
        remedy = f"'givequest people join {' '.join(ids)}' makes one of them, or rename one of the two."
        yield warning("shared-name", path, words, remedy)
    if len(shared) > MOST:
        yield warning("shared-name", path, f"So do those of {len(shared) - MOST} more names.", "")
