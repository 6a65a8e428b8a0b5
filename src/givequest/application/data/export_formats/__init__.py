"""Export formats, one per file: every module in this folder has a `FORMAT`, chosen by the name of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from givequest.application.game.game import Game
from givequest.domain.diagnostics import Diagnostic
from givequest.named_tuple import NamedTuple

Problems = list[Diagnostic]
"""Collects what could not be read and is therefore missing from the lines."""


class Format(NamedTuple):
    """A format in which everything can be exported, for another program or for reading."""

    help: str
    """What it is good for, in a few words, for `--help`."""
    lines: Callable[[Game, Problems], Iterator[str]]
    """Yields the export line by line, without line ends; raises StorageError."""
    has_bom: bool = False
    """Whether it begins with a byte order mark, by which spreadsheets recognise UTF-8."""
    files: Callable[[Game, Problems], Iterator[tuple[str, list[str]]]] | None = None
    """Yields the name and the lines of each file of a folder; None for a format that is always one file."""
    lines_without_books: Callable[[Game, Problems], Iterator[str]] | None = None
    """Yields everything but the contacts of address books; None where those are in none of its lines."""
    file_endings: tuple[str, ...] = ()
    """File name endings that ask for one file instead of a folder."""

    def is_folder(self, path: str) -> bool:
        """Return whether a path given by the person means a folder of files rather than one file."""
        return self.files is not None and not path.endswith(self.file_endings)


def load_formats() -> Mapping[str, Format]:
    """Return every format by its name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: cast(Format, import_module(f"{__name__}.{name}").FORMAT) for name in names}
