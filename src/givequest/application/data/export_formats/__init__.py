"""The formats of an export, one a file: whatever has a `FORMAT` in this folder can be chosen by its file's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, cast

from givequest.application.game.game import Game
from givequest.domain.diagnostics import Diagnostic

Problems = list[Diagnostic]
"""Where a format puts what of the ledger can't be read, and so isn't in its lines."""


class Format(NamedTuple):
    """A form in which everything can be written for another program, or for a person to read."""

    help: str
    """What it is good for, in a few words."""
    lines: Callable[[Game, Problems], Iterator[str]]
    """Yields everything in lines without line ends."""
    has_bom: bool = False
    """Whether it begins with the byte order mark by which spreadsheets know UTF-8."""
    files: Callable[[Game, Problems], Iterator[tuple[str, list[str]]]] | None = None
    """Yields the name and the lines of each file of a folder; None where it is always one file."""
    lines_without_books: Callable[[Game, Problems], Iterator[str]] | None = None
    """Yields everything but the contacts of address books; None where those are in none of its lines."""
    file_endings: tuple[str, ...] = ()
    """Endings of a name that asks for one file, where there can be a folder of files."""

    def is_folder(self, path: str) -> bool:
        """Return whether a path that someone wrote names a folder of files, and not one file."""
        return self.files is not None and not path.endswith(self.file_endings)


def load_formats() -> Mapping[str, Format]:
    """Return every format by its name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: cast(Format, import_module(f"{__name__}.{name}").FORMAT) for name in names}
