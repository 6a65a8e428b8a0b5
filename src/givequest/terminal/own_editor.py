"""A text written in a person's own editor: the file in between is theirs alone, and gone afterwards."""

from __future__ import annotations

import os
import shlex
import subprocess
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from givequest.domain.text import clean_text
from givequest.errors import GivequestError
from givequest.storage.files.atomic_files import make_folder, remove_file, replace_file


def chosen_editor() -> str:
    """Return the command of the editor that the person set; empty where there is none."""
    return next((word for name in ("VISUAL", "EDITOR") if (word := os.environ.get(name, "").strip())), "")


def edit_in_own_editor(text: str, folder: str, given_up: AbstractContextManager[object]) -> str:
    """Return a text as it comes back from the person's own editor.

    Args:
        text: What to begin with.
        folder: Where the file in between is.
        given_up: Entered while the editor has the terminal.

    Raises `GivequestError` where there is no editor, it can't be started, or the file can't be read; what was typed
    stays in the file then, whose path is in the sentence.

    """
    editor = chosen_editor()
    if not editor:
        raise GivequestError("EDITOR isn't set, so there's no editor of yours to open.")
    make_folder(folder)
    path = os.path.join(folder, f"message-{os.urandom(4).hex()}.md")
    whole = text if not text or text.endswith("\n") else f"{text}\n"  # as editors end the last line
    replace_file(path, whole.encode("utf-8", "replace"))
    try:
        with given_up:
            subprocess.run([*shlex.split(editor), path], check=False)
    except (OSError, ValueError) as error:
        remove_file(path)
        raise GivequestError(f"The editor '{editor}' wouldn't start ({error}); set EDITOR to one that does.") from None
    try:
        changed = clean_text(Path(path).read_text("utf-8-sig")).removesuffix("\n")
    except (OSError, UnicodeDecodeError):
        raise GivequestError(f"What the editor left in {path} can't be read; it stays there.") from None
    if changed == text.removesuffix("\n"):
        changed = text
    with suppress(GivequestError):
        remove_file(path)
    return changed
