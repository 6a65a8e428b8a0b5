"""Reading of address books: from paths to contacts, all of it or a sentence that says why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from givequest.domain.address_books.imported import ImportedBook
from givequest.errors import GivequestError
from givequest.importers.book_builder import BookBuilder, Progress, no_progress, shortened
from givequest.importers.files.containers import Found, Unreadable, files_at, latest_first
from givequest.importers.files.contents import Content
from givequest.importers.recogniser import NotKnown, Refused, named_importer, recognise
from givequest.importers.registry import HEADERS

_LONGEST_PLACE = 80


def read_address_books(
    paths: Sequence[str], *, form: str | None = None, progress: Progress = no_progress
) -> tuple[ImportedBook, ...]:
    """Return what files, folders and zips hold, a book each of what they are from; nothing is saved.

    Args:
        paths: Where to look. Of two files that say something of one contact, the later counts.
        form: What they are, as the command line calls it; None: that is told by what is in them.
        progress: Called now and then with how much of how much is read. What it raises ends the reading.

    Raises:
        GivequestError: A file cannot be used; the sentence says which, why, and what to bring instead.

    """
    builders: dict[str, BookBuilder] = {}
    for path in latest_first(paths):
        passed_over: list[GivequestError] = []
        taken = 0
        for found in _contents_at(path):
            if isinstance(found, GivequestError):
                passed_over.append(found)
                continue
            try:
                importer = recognise(found) if form is None else named_importer(form, found)
            except Refused as refused:
                passed_over.append(refused)
                continue
            builder = builders.setdefault(importer.book, BookBuilder(importer.book, importer.title, progress))
            builder.begin(found.name)
            importer.read(found, builder)
            taken += 1
        if not taken:
            raise _most_telling(path, passed_over)
        for error in filter(lambda error: isinstance(error, Unreadable), passed_over):
            next(iter(builders.values())).report_file(str(error))
    books = tuple(builder.build() for builder in builders.values())
    if not any(book.contacts or book.left_out or book.problems for book in books):
        name = ", ".join(place for book in books for place in book.places)
        raise GivequestError(f"{shortened(name, 200)} has nobody in it.")
    return books


def _contents_at(path: str) -> Iterator[Content | GivequestError]:
    for found in files_at(path):
        if isinstance(found, Found):
            yield Content(shortened(found.name, _LONGEST_PLACE), found.file_name, found.data, HEADERS)
        else:
            yield found


def _most_telling(path: str, errors: Sequence[GivequestError]) -> GivequestError:
    """Return the error that says best why nothing is taken of what is at a path."""
    if not errors:
        return GivequestError(f"{path} has nothing in it that could be an address book.")
    known = [error for error in errors if not isinstance(error, NotKnown)]
    return (known or list(errors))[0]
