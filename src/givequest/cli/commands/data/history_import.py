"""`givequest import` of another tracker's history: what each habit becomes, and what that brings."""

from __future__ import annotations

import os
from collections.abc import Sequence

from givequest.application.data.backups import BEFORE_IMPORT
from givequest.application.trackers.import_history import preview_history, save_history
from givequest.cli.output import complain, complain_of, print_line, show_passing
from givequest.composition import Home, open_backups
from givequest.domain.trackers.imported import ImportedHistory
from givequest.domain.trackers.mapping import match_habits, read_mapping
from givequest.errors import UsageError
from givequest.importers.trackers.reading import NotAHistory, read_history
from givequest.presentation.trackers.preview import (
    NOTHING_NAMED,
    counted_lines,
    habit_lines,
    problem_lines,
    title_line,
)

_EXPORT = b'{"format"'
"""What an export of givequest's begins with."""


def find_history(path: str, *, is_asked: bool) -> ImportedHistory | None:
    """Return the history in a file, folder or zip; None for an export of givequest's, or a file of nobody's.

    Raises `GivequestError` for what is known and cannot be taken, and for a file of nobody's where `is_asked`.
    """
    if _is_export(path):
        return None
    try:
        return read_history(path, _show_progress)
    except NotAHistory:
        if is_asked:
            raise
        return None
    finally:
        show_passing("")


def import_history(home: Home, history: ImportedHistory, maps: Sequence[str], *, is_dry: bool) -> int:
    """Import what the habits become, and the pages; return the exit code.

    Raises `UsageError` where nothing is said of any habit and there is nothing else in it.
    """
    names = [habit.name for habit in history.habits]
    mappings = match_habits(map(read_mapping, maps), names, home.game.kinds)
    preview = preview_history(home.game, history, mappings)
    for line in problem_lines(preview):
        complain(line)
    print_line(title_line(history))
    for line in habit_lines(preview, home.game.kinds):
        print_line(line)
    if history.habits and not mappings and not history.entries and not is_dry:
        raise UsageError(NOTHING_NAMED.format(habit=names[0], kind=next(iter(home.game.settings.kinds))))
    if not is_dry and preview.changes_anything:
        before = open_backups(home).take(home.game.now(), BEFORE_IMPORT)
        complain_of(before.left_out if before is not None else ())
        save_history(home.game, preview)
    for line in counted_lines(preview, is_done=not is_dry):
        print_line(line)
    if is_dry:
        print_line("That was a dry run; nothing was imported.")
    elif preview.changes_anything:
        print_line("'givequest undo' undoes all of it.")
    return 0


def _is_export(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            head = file.read(200)
    except OSError:  # a folder, or what the import says in its own words
        return not os.path.isdir(path)
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_EXPORT)


def _show_progress(done: int, total: int) -> None:
    show_passing(f"{100 * done // max(total, 1)} % read; ctrl+c stops, and nothing changes.")
