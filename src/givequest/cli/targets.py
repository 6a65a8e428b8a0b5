"""Files that a person names to be written: checked before anything is put in the place of what is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from givequest.cli.output import spell_out
from givequest.config.paths import Paths, expand_path
from givequest.errors import GivequestError


def check_target(path: str, paths: Paths, *, force: bool) -> None:
    """Raise `GivequestError` where a file can't be written at a whole path without taking away what is there.

    `force` lets a file be replaced, though never one of the program's own: not by another of
    its names either.
    """
    shown = spell_out(path)
    if _is_own(path, paths):
        raise GivequestError(f"{shown} is where givequest keeps its own files; choose another folder.")
    if os.path.lexists(path) and not force:
        raise GivequestError(f"{shown} already exists; choose another name, or --force to replace it.")
    if os.path.exists(path) and not os.path.isfile(path):  # to replace a device or a pipe would take it from everyone
        raise GivequestError(f"{shown} isn't a file that can be replaced; choose another name, or leave out -o.")


def named_path(words: str) -> str:
    """Return the whole path of a file that a person named to be written. Raises `GivequestError`."""
    return expand_path(words, "--output")


def _is_own(path: str, paths: Paths) -> bool:
    """Return whether a path leads into one of our folders, or to a file that a link in them leads to."""
    own = {identity for folder in paths if (identity := _identity(folder))}
    place = os.path.realpath(path)
    if any(place.startswith(os.path.join(os.path.realpath(folder), "")) for folder in paths):
        return True
    if not own.isdisjoint(identity for parent in _with_parents(place) if (identity := _identity(parent))):
        return True
    identity = _identity(place)
    return identity is not None and any(identity == _identity(file) for file in _files_in(paths))


def _with_parents(path: str) -> Iterator[str]:
    while True:
        yield path
        path, name = os.path.split(path)
        if not name:
            return


def _files_in(paths: Paths) -> Iterator[str]:
    for folder in paths:
        for root, _, names in os.walk(folder):
            yield from (os.path.join(root, name) for name in names)


def _identity(path: str) -> tuple[int, int] | None:
    """Return what tells a file from every other, by whatever name; None where there is none."""
    with suppress(OSError):
        status = os.stat(path)
        return status.st_dev, status.st_ino
    return None
