"""An import in words, for the screen on which it is looked at before it is saved."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from givequest.application.address_books.import_books import ImportPreview
from givequest.domain.address_books.titles import listed
from givequest.presentation.address_books.import_screen import FileRow, Preview
from givequest.presentation.address_books.preview import problem_lines

if TYPE_CHECKING:
    from givequest.importers.finding import FoundFile

MOST_PROBLEMS = 3
"""Sentences about what cannot be read that are told at the most."""


def file_rows(files: Sequence[FoundFile], *, with_numbers: bool) -> list[FileRow]:
    """Return files as rows to choose from."""
    return [
        FileRow(
            one.title,
            f"{one.contacts:,} {'person' if one.contacts == 1 else 'people'}" if with_numbers else "",
            short_path(one.path),
            told_size(one.size),
        )
        for one in files
    ]


def short_path(path: str) -> str:
    """Return a path as people write it, with ~ for their own folder."""
    home = os.path.expanduser("~")
    return "~" + path.removeprefix(home) if path.startswith(home + os.sep) else path


def told_size(size: int) -> str:
    """Return the size of a file in words; `size` in bytes."""
    if size < 1024:
        return f"{size} bytes"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def places_words(folders: Sequence[str]) -> str:
    """Return some folders in a sentence."""
    home = os.path.expanduser("~")
    return " and ".join("your home folder" if folder == home else short_path(folder) for folder in folders)


def told_preview(preview: ImportPreview, changed: Sequence[str] = ()) -> Preview:
    """Return what an import would bring, in words; `changed` are the sentences about lines that read otherwise now."""
    counts = [(len(preview.new), "new"), (len(preview.changed), "changed"), (preview.same, "there already")]
    files = listed([short_path(place) for each in preview.comparisons for place in each.book.places])
    gone = len(preview.gone)
    if gone and not preview.replaces:
        counts.append((gone, "not in this file any more; they stay in the book"))
    return Preview(
        head=f"{preview.titles}, from {files}.",
        counts=tuple((f"{count:,}", words) for count, words in counts if count),
        left_out=tuple((f"{count:,}", reason) for reason, count in preview.left_out),
        rows=tuple((contact.name, contact.line or "") for contact in preview.rows),
        problems=tuple(problem_lines(preview, MOST_PROBLEMS)),
        changed=tuple(changed),
        is_empty=not preview.changes_anything,
    )


def brought_words(preview: ImportPreview, title: str, *, with_numbers: bool) -> str:
    """Return what has come, in a sentence: nobody is on a list by it."""
    count = len(preview.new) or len(preview.changed)
    lie = "lies" if count == 1 else "lie"
    if not with_numbers:
        return f"The people from {title} lie in an address book now. Nobody is on a list."
    people = f"{count:,} {'person' if count == 1 else 'people'}"
    return f"{people} from {title} {lie} in an address book now. Nobody is on a list."
