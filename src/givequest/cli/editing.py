"""A page written in a person's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from datetime import date

from givequest.application.journal.drafts import Draft, page_of
from givequest.cli.output import complain
from givequest.composition import Home
from givequest.domain.records import Record
from givequest.errors import GivequestError
from givequest.storage.files.atomic_files import make_folder, remove_file, replace_file


def edit_page(home: Home, editor: str, day: date) -> Record | None:
    """Open the page of a day in an editor and save what comes of it; None when nothing did.

    The file in between is in the state folder, readable by its owner alone, and is
    taken away when the page is saved.
    """
    draft = Draft(home.game, day, page_of(home.game, day))
    path = os.path.join(home.paths.state, f"page-{day.isoformat()}-{os.getpid()}.md")
    make_folder(home.paths.state)
    replace_file(path, draft.text.encode("utf-8"))
    try:
        code = subprocess.run([*shlex.split(editor), path], check=False).returncode
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "replace")
    except (OSError, ValueError) as error:
        remove_file(path)
        raise GivequestError(f"The editor '{editor}' could not be used ({error}); set EDITOR to another.") from None
    if code != 0 and text == draft.text:
        remove_file(path)
        complain(f"the editor ended with code {code}; nothing was changed.")
        return None
    if code != 0:
        complain(f"the editor ended with code {code}; nothing was changed. What was typed is in {path}.")
        return None
    if not draft.text and not text.strip():
        remove_file(path)
        return None
    try:
        # Editors end a file with a line end that nobody typed.
        parted = draft.save(text if draft.text.endswith("\n") else text.removesuffix("\n"))
    except GivequestError as error:
        raise GivequestError(f"{error} What was typed is in {path}.") from None
    remove_file(path)
    if parted:
        complain("this page was changed elsewhere as well; both are kept, each as a page of its own.")
    return draft.entry
