"""A page written in one's own editor: saved when the editor waits, and kept where it lies when it doesn't."""

from __future__ import annotations

import io
import os
import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from givequest.application.journal.edited_page import save_edited_page
from givequest.composition import open_home
from givequest.config.paths import Paths
from givequest.storage.editor_sessions import IDLE, EditorSession, EditorSessions

from ..conftest import Clock
from .conftest import Play

NAMELESS_EDITOR = "no-such-editor-anywhere"


class Teletype(io.StringIO):
    """A stdin that says it is a terminal."""

    def isatty(self) -> bool:
        """Return that it is."""
        return True


class Editor:
    """An editor that does what a few lines of Python do with `path`."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._script = folder / "editor.py"
        monkeypatch.setenv("EDITOR", f"{sys.executable} {self._script}")
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setattr("sys.stdin", Teletype())

    def does(self, code: str) -> None:
        """Let it do this when it is opened."""
        self._script.write_text(f"import os, sys\npath = sys.argv[1]\n{code}\n", "utf-8")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Return the editor that the person has set."""
    return Editor(tmp_path, monkeypatch)


def lying(paths: Paths) -> list[Path]:
    """Return the pages that lie in the state folder."""
    return sorted(Path(paths.state).rglob("page-*.md"))


def texts(play: Play) -> list[str]:
    """Return what is in the journal, the newest first."""
    return [page["text"] for page in play("journal", "--list", "--json").data]


def test_an_editor_opens_the_page_of_the_day_and_what_it_saves_is_the_page(
    play: Play, paths: Paths, editor: Editor
) -> None:
    """The page is gone on with, and nothing is left behind: none of the editor's backups either."""
    play("journal", "morning")
    editor.does(
        "open(path, 'a', encoding='utf-8').write(', and évening\\n')\n"
        "for name in (path + '~', os.path.join(os.path.dirname(path), '.page.swp')): open(name, 'w').write('morning')"
    )
    assert play("journal") == (0, "Written down for Monday 23 November.\n", "")
    assert texts(play) == ["morning, and évening"]
    assert [*Path(paths.state, "editor").rglob("*")] == []


def test_the_page_in_the_editor_is_ones_own(play: Play, paths: Paths, editor: Editor) -> None:
    """Nobody else can read it while it is written."""
    editor.does("print(file=open(path, 'w')); open(path, 'w').write(oct(os.stat(path).st_mode & 0o777))")
    play("journal")
    assert texts(play) == ["0o600"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in (Path(paths.state), Path(paths.state) / "editor")} == {0o700}


def test_an_editor_that_returns_at_once_loses_nothing_that_is_saved_later(
    play: Play, paths: Paths, editor: Editor
) -> None:
    """The file stays, the person is told where it is, and doctor and the next journal know what was typed there."""
    editor.does("")
    ran = play("journal")
    (page,) = lying(paths)
    assert ran.out == "Nothing was written.\n"
    assert str(page) in ran.err
    assert "givequest journal" in ran.err
    assert "unsaved-page" not in {finding["kind"] for finding in play("doctor", "--json").data["findings"]}
    page.write_text("typed in a window that was still open\n", "utf-8")
    told = play("doctor")
    assert told.code == 1
    assert str(page) in told.out
    assert "isn't in the journal yet" in play("journal", "--on", "yesterday", "other words").err


def test_an_editor_that_is_known_not_to_wait_is_told_how_to(play: Play, tmp_path: Path, editor: Editor) -> None:
    """By its own option."""
    code = tmp_path / "code"
    code.write_text("#!/bin/sh\n")
    code.chmod(0o755)
    os.environ["EDITOR"] = str(code)
    assert "EDITOR='code --wait'" in play("journal").err


def test_a_page_left_for_long_with_nothing_typed_is_an_answer(
    play: Play, paths: Paths, clock: Clock, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told of windows after looking at a page for a while; a week later the untouched copy goes."""

    def run(*_: object, **__: object) -> _Ended:
        clock.move(minutes=1)
        return _Ended()

    monkeypatch.setattr("subprocess.run", run)
    assert play("journal").err == ""
    (page,) = lying(paths)
    old = clock.now - IDLE - timedelta(hours=1)
    os.utime(page.parent, (old.timestamp(), old.timestamp()))
    play("journal")
    assert page not in lying(paths)


class _Ended:
    returncode = 0


def test_an_editor_that_fails_changes_nothing_and_loses_nothing(play: Play, paths: Paths, editor: Editor) -> None:
    """What was typed stays in its file, and the file is named, now and by doctor."""
    editor.does("open(path, 'w').write('half'); sys.exit(3)")
    ran = play("journal")
    assert texts(play) == []
    (page,) = lying(paths)
    assert str(page) in ran.err
    assert page.read_text() == "half"
    assert str(page) in play("doctor").out


def test_a_crash_that_leaves_the_editors_own_rescue_file_is_told(play: Play, paths: Paths, editor: Editor) -> None:
    """As nano's .save and vim's .swp, beside a page that looks as if nothing had been typed."""
    editor.does("open(path + '.save', 'w').write('half'); sys.exit(1)")
    assert ".md.save" in play("journal").err
    assert ".md.save" in play("doctor").out


def test_an_editor_left_without_a_change_leaves_no_copy_behind(play: Play, paths: Paths, editor: Editor) -> None:
    """As with :cq."""
    play("journal", "morning")
    editor.does("sys.exit(1)")
    ran = play("journal")
    assert "nothing was changed" in ran.err
    assert "Nothing was written." in ran.out
    assert lying(paths) == []


@pytest.mark.parametrize("command", [NAMELESS_EDITOR, "vi 'unclosed", "/"])
def test_an_editor_that_is_none_is_told_of(
    play: Play, paths: Paths, editor: Editor, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """In one sentence, and nothing is left."""
    monkeypatch.setenv("VISUAL", command)
    ran = play("journal")
    assert ran.code == 1
    assert command in ran.err
    assert "unexpected happened" not in ran.err
    assert lying(paths) == []


def test_a_page_that_is_no_utf_8_stays_where_it_is(play: Play, paths: Paths, editor: Editor) -> None:
    """No letter is exchanged for a question mark."""
    editor.does("open(path, 'wb').write('Zoë'.encode('latin-1'))")
    ran = play("journal")
    assert ran.code == 1
    assert "UTF-8" in ran.err
    assert texts(play) == []
    assert [page.read_bytes() for page in lying(paths)] == ["Zoë".encode("latin-1")]


def test_a_page_that_was_emptied_is_taken_out_and_that_is_said(play: Play, editor: Editor) -> None:
    """And undo brings it back."""
    play("journal", "morning")
    editor.does("open(path, 'w').close()")
    assert "out of the journal" in play("journal").out
    assert texts(play) == []
    play("undo")
    assert texts(play) == ["morning"]


def test_a_page_that_is_open_in_an_editor_is_no_page_that_was_left(play: Play, paths: Paths, editor: Editor) -> None:
    """Doctor, run while it is, says nothing of it."""
    doctor = f"[sys.executable, '-m', 'givequest', '--home', {os.path.dirname(paths.data)!r}, 'doctor', '--json']"
    editor.does(
        "import subprocess; open(path, 'w').write('while open')\n"
        f"found = subprocess.run({doctor}, capture_output=True, text=True).stdout\n"
        "open(path, 'w').write('unsaved-page' if 'unsaved-page' in found else 'nothing of it')"
    )
    play("journal")
    assert texts(play) == ["nothing of it"]


def test_a_page_that_an_earlier_version_left_is_told_as_well(play: Play, paths: Paths) -> None:
    """Those lay in the state folder itself."""
    left = Path(paths.state) / "page-2026-11-20-4194400.md"
    left.parent.mkdir(parents=True)
    left.write_text("from before", "utf-8")
    assert str(left) in play("doctor").out


@pytest.mark.parametrize("details", ["", "[]", "{", '{"day": 3, "entry": {"type": "x"}, "text": 5}', None])
def test_details_that_cannot_be_read_hide_no_page(
    play: Play, paths: Paths, editor: Editor, details: str | None
) -> None:
    """The page's own name says of which day it is."""
    editor.does("open(path, 'w').write('half'); sys.exit(3)")
    play("journal")
    (page,) = lying(paths)
    beside = page.parent / ".session.json"
    beside.unlink() if details is None else beside.write_text(details)
    assert str(page) in play("doctor").out


def test_a_page_that_was_saved_just_before_the_end_is_not_taken_in_twice(
    play: Play, paths: Paths, clock: Clock, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill between the two steps leaves a file whose words are in the journal."""
    with monkeypatch.context() as killed:
        killed.setattr(EditorSession, "remove", lambda _: None)
        editor.does("open(path, 'w').write('once')")
        play("journal")
    (left,) = EditorSessions(paths.editor_texts).left()
    save_edited_page(open_home(paths, clock).game, left.day, left.text, left.entry, left.before)
    assert texts(play) == ["once"]
