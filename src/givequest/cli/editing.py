"""A page written in a person's own editor, and pages that an editor left behind."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from givequest.application.journal.drafts import page_of
from givequest.application.journal.edited_page import SavedPage, save_edited_page
from givequest.cli.input import read_key
from givequest.cli.output import complain, is_terminal, spell_out
from givequest.composition import Home
from givequest.domain.days import format_day
from givequest.domain.diagnostics import Diagnostic, warning
from givequest.domain.text import clean_line
from givequest.errors import GivequestError
from givequest.storage.editor_sessions import EditorSession, EditorSessions

AT_ONCE = timedelta(seconds=3)
"""An editor that comes back sooner, with nothing typed, has probably opened a window and left it open."""
_WAITING = {
    "atom": "--wait", "code": "--wait", "code-insiders": "--wait", "codium": "--wait", "cursor": "--wait",
    "gedit": "--wait", "gnome-text-editor": "--standalone", "gvim": "-f", "kate": "--block", "mate": "--wait",
    "mvim": "-f", "subl": "--wait", "zed": "--wait",
}  # fmt: skip
"""Editors that open a window and return, and the option that makes them wait until it is closed."""
_LONGEST_EXCERPT = 50


def edit_page(home: Home, editor: str, day: date) -> SavedPage | None:
    """Open the page of a day in an editor and save what comes of it; None when nothing did.

    The file in between is below the state folder, readable by its owner alone. It stays
    there until what was typed is saved: an editor that returns before its window is
    closed, or ends with an error, loses nothing.
    """
    session = EditorSessions(home.paths.editor_texts).begin(day, page_of(home.game, day))
    return _edit(home, editor, session)


def take_in_left_pages(home: Home, editor: str, *, may_ask: bool) -> list[SavedPage | None]:
    """Ask about each page that an editor left behind, and return what those that were taken in or reopened became.

    Where nobody can be asked, only say that they are there.
    """
    sessions = EditorSessions(home.paths.editor_texts)
    sessions.sweep(home.game.now())
    pages: list[SavedPage | None] = []
    for session in sessions.left():
        if may_ask and is_terminal(sys.stderr):
            pages += _ask_about(home, editor, session)
        else:
            complain(f"{session.path}: {_told(session)} {_REMEDY}")
    return pages


def left_pages(home: Home) -> list[Diagnostic]:
    """Return what the doctor says of pages that an editor left behind."""
    return [
        warning("unsaved-page", session.path, _told(session), _REMEDY)
        for session in EditorSessions(home.paths.editor_texts).left()
    ]


_REMEDY = "'givequest journal' takes it in with one key."


def _told(session: EditorSession) -> str:
    """Return what lies there, in a sentence."""
    day = f"{format_day(session.day)} {session.day.year}"
    if session.has_changed:
        return f"A page of {day} was typed in an editor, and isn't in the journal yet."
    return f"An editor had a page of {day} open, and left {_rescued(session)} beside it."


def _rescued(session: EditorSession) -> str:
    """Return the names of the files that an editor left beside a page."""
    return ", ".join(spell_out(os.path.basename(path)) for path in session.recovery_files())


def _ask_about(home: Home, editor: str, session: EditorSession) -> Iterator[SavedPage | None]:
    lines, choices = [_told(session)], ["any other key leaves it there for now"]
    if editor:
        choices.insert(0, "o opens it again")
    if session.has_changed:
        choices.insert(0, "t takes it in")
        lines.append(f"  {_beginning(session)}")
    lines += [f"It's in {spell_out(session.path)}", f"{', '.join(choices)}."]
    key = read_key("\n".join(lines)).lower()
    if key == "t" and session.has_changed:
        yield _take_in(home, session)
    elif key == "o" and editor:
        yield _edit(home, editor, session)


def _beginning(session: EditorSession) -> str:
    """Return the first words of a page, or why it can't be read."""
    try:
        words = clean_line(session.text)
    except GivequestError as error:
        return str(error)
    return words if len(words) <= _LONGEST_EXCERPT else f"{words[:_LONGEST_EXCERPT].rstrip()}..."


def _edit(home: Home, editor: str, session: EditorSession) -> SavedPage | None:
    began = home.game.now()
    with session.held():
        try:
            with _interrupts_left_to_the_editor():
                code = subprocess.run([*shlex.split(editor), session.path], check=False).returncode
        except (OSError, ValueError) as error:
            if not session.has_changed:
                session.remove()
            raise GivequestError(
                f"The editor '{editor}' wouldn't start ({error}); set EDITOR to one that does."
            ) from None
        has_left = session.has_changed or bool(session.recovery_files())
        if code and has_left:
            complain(f"the editor ended with code {code}, so nothing was saved yet. {_where(session)}")
        elif code:
            session.remove()
            complain(f"the editor ended with code {code}; nothing was changed.")
        elif session.has_changed:
            return _take_in(home, session)
        elif has_left:
            complain(_where(session))
        elif home.game.now() - began < AT_ONCE:
            complain(f"the editor came back at once, with nothing typed. {_waiting_hint(editor)}{_where(session)}")
        return None


def _where(session: EditorSession) -> str:
    path = spell_out(session.path)
    if session.has_changed:
        return f"What was typed is in {path}; 'givequest journal' takes it in."
    if left := _rescued(session):
        return f"The editor left {left} beside {path}; 'givequest journal' opens that again."
    return f"The page is {path}; the next 'givequest journal' takes in what you save there."


def _waiting_hint(editor: str) -> str:
    words = shlex.split(editor)
    option = _WAITING.get(os.path.basename(words[0]))
    if option and option not in words:
        return f"EDITOR='{os.path.basename(words[0])} {option}' makes it wait for you. "
    return ""


def _take_in(home: Home, session: EditorSession) -> SavedPage:
    """Save a page and remove its folder. Raises `GivequestError`, and the page then stays where it is."""
    try:
        saved = save_edited_page(home.game, session.day, session.text, session.entry, session.before)
    except GivequestError as error:
        raise GivequestError(f"{error} {_where(session)}") from None
    session.remove()
    if saved.is_copy:
        complain("this page was changed elsewhere, too. Both versions are kept.")
    return saved


@contextmanager
def _interrupts_left_to_the_editor() -> Iterator[None]:
    """Leave ctrl+c and ctrl+\\ to the editor: they reach both of us, and must not end it from here."""
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
