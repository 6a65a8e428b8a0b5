"""What an import would do, or has done, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from givequest.application.address_books.import_books import ImportPreview
from givequest.domain.address_books.comparison import BookComparison
from givequest.domain.change_labels import count_words
from givequest.domain.records.contact import ContactRecord

_ONE = {"companies": "company", "groups": "group"}
MOST_PROBLEMS = 12
"""What cannot be read is told line by line up to so many; of more, how many."""


def counted_lines(preview: ImportPreview, *, is_done: bool) -> list[str]:
    """Return for each book how many contacts are new, changed, the same and gone, and what is left out and why."""
    return [line for each in preview.comparisons for line in _of_book(each, preview.replaces, is_done=is_done)]


def row_line(contact: ContactRecord) -> str:
    """Return a contact on one line: `Ana Berg, Head of Design, Nordlicht`."""
    return ", ".join(filter(None, (contact.name, contact.line)))


def problem_lines(preview: ImportPreview, most: int = MOST_PROBLEMS) -> list[str]:
    """Return what cannot be read, with file, line and reason; beyond `most`, how many more there are."""
    problems = preview.problems
    lines = [str(problem) for problem in problems[:most]]
    more = len(problems) - len(lines)
    return [*lines, f"And {more:,} more like that."] if more else lines


def preview_document(preview: ImportPreview, *, is_done: bool) -> dict[str, Any]:
    """Return what an import would do, or has done, as plain JSON values."""
    return {
        "saved": is_done and preview.changes_anything,
        "books": [
            {
                "book": each.book.book,
                "title": each.book.title,
                "files": list(each.book.places),
                "new": len(each.new),
                "changed": len(each.changed),
                "same": each.same,
                "gone": len(each.gone),
                "left_out": dict(each.book.reasons()),
                "problems": [str(problem) for problem in each.book.problems],
            }
            for each in preview.comparisons
        ],
        "rows": [{"name": contact.name, "line": contact.line, "since": _iso(contact)} for contact in preview.rows],
    }


def _of_book(each: BookComparison, replaces: bool, *, is_done: bool) -> Iterator[str]:
    counts = [f"{len(each.new):,} new"] if each.new else []
    counts += [f"{len(each.changed):,} changed"] if each.changed else []
    counts += [f"{each.same:,} the same"] if each.same else []
    yield f"{each.book.title}: {_joined(counts) or 'nobody'}."
    if each.gone:
        them, missing = ("they", "aren't") if len(each.gone) > 1 else ("it", "isn't")
        fate = (
            f"{them} {'went' if is_done else 'would go'}" if replaces else f"{them} stay{'' if them == 'they' else 's'}"
        )
        yield f"{count_words(len(each.gone), 'contact')} {missing} in this file any more; {fate}."
    reasons = each.book.reasons()
    if reasons:
        left_out = [f"{number:,} {_ONE.get(reason, reason) if number == 1 else reason}" for reason, number in reasons]
        yield f"Left out: {_joined(left_out)}."


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(parts)


def _iso(contact: ContactRecord) -> str | None:
    return None if contact.since is None else contact.since.isoformat()
