"""Looking for address books in folders, in a way that can be stopped between two files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from givequest.importers.finding import FoundFile, find_address_books


def list_files(folders: Sequence[str], note: Callable[[int, int], None]) -> list[FoundFile]:
    """Return the address books in some folders; whoever does not want to wait stops it between two files."""
    files = []
    for found in find_address_books(folders):
        files.append(found)
        note(len(files), 0)
    return files
