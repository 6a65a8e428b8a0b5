"""Drafts as lines of an export: only where somebody asks for them, since they are no part of history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from givequest.application.desk.desk import Desk
from givequest.domain.desk.drafts import MessageDraft, draft_document, read_draft
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records.lines import parse_line
from givequest.errors import RecordError

DRAFT = "draft"
"""The type that such a line says."""
_MARK = f'"{DRAFT}"'


def draft_lines(desk: Desk) -> Iterator[str]:
    """Yield a line for each draft that is being written. Raises `StorageError`."""
    for draft in desk.open_drafts():
        document = {"type": DRAFT, **draft_document(draft)}
        line = json.dumps(document, ensure_ascii=False)
        yield line if line.isprintable() else json.dumps(document)


class LinesWithDrafts:
    """The lines of an export, read in two: what is history as it comes, and the drafts beside it."""

    def __init__(self, lines: Iterable[str], name: str) -> None:
        """`name` is what problems call the file."""
        self._lines = lines
        self._name = name
        self.drafts: list[MessageDraft] = []
        """The drafts of the lines that were read."""
        self.problems: list[Diagnostic] = []
        """What is wrong with lines that are drafts."""

    def history(self) -> Iterator[str]:
        """Yield every line, a blank one in the place of a draft, so that each keeps its number."""
        for number, line in enumerate(self._lines, 1):
            yield "" if number > 1 and self._takes(line, number) else line

    def _takes(self, line: str, number: int) -> bool:
        """Return whether a line is a draft, and keep it or what is wrong with it."""
        if _MARK not in line:
            return False
        try:
            document = parse_line(line)
        except RecordError:
            return False  # what is wrong with it is told with the others
        if document.get("type") != DRAFT:
            return False
        try:
            self.drafts.append(read_draft({key: value for key, value in document.items() if key != "type"}))
        except RecordError as error:
            self.problems.append(Diagnostic(f"{self._name}, line {number}", str(error)))
        return True
