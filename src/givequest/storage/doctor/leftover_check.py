"""The check for leftovers of interrupted writes, restores and merges."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from givequest.domain.diagnostics import Diagnostic, note
from givequest.storage.doctor.folder_check import files_below
from givequest.storage.files.atomic_files import TEMP_SUFFIX
from givequest.storage.merge.conflict_copies import MERGED

_PART = re.compile(rf"(.+)\.\d+{re.escape(TEMP_SUFFIX)}", re.DOTALL)
"""What a file that is being written is called: its name, the number of the process, and an ending."""


def check_leftovers(data: str, others: Sequence[str] = ()) -> Iterator[Diagnostic]:
    """Yield diagnostics about leftovers in the data folder, beside the targets of its links, and in other folders."""
    for path in files_below(data):
        name = os.path.basename(path)
        if name.endswith(TEMP_SUFFIX):
            yield _part(path, "It goes with the next change, or the next backup.")
        elif ".json.broken-" in name or name.startswith(MERGED):
            words = "It's kept from an earlier restore or merge; it can be removed once you don't need it any more."
            yield note("set-aside", path, words)
    for target in _targets_of_links(data):
        yield from _beside(target)
    for folder in others:
        for path in files_below(folder):
            if _PART.fullmatch(os.path.basename(path)):
                yield _part(path, "It can be removed while no givequest is running.")


def _targets_of_links(data: str) -> list[str]:
    """Return the files outside of the data folder that files in it are links to: those are written where they are."""
    return sorted({os.path.realpath(path) for path in files_below(data) if os.path.islink(path)})


def _beside(target: str) -> Iterator[Diagnostic]:
    """Tell of whole private copies beside a file: they hold what is in it, and may lie in a folder that is shared."""
    try:
        names = sorted(os.listdir(os.path.dirname(target)))
    except OSError:
        return
    for name in names:
        match = _PART.fullmatch(name)
        if match is not None and match[1] == os.path.basename(target):
            yield _part(os.path.join(os.path.dirname(target), name), "It goes with the next change of that year.")


def _part(path: str, remedy: str) -> Diagnostic:
    words = "Left over from an interrupted write (or one still running). Harmless, and not counted."
    return note("scrap", path, words, remedy)
