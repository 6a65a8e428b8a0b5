"""`givequest write` without a terminal, and in one's own editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.cli.commands.desk import write
from givequest.composition import open_desk, open_home
from givequest.config.paths import Paths

from ...conftest import Clock
from ..conftest import Play


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that adds a sentence, on a terminal as far as the command can see."""
    path = tmp_path / "editor.sh"
    path.write_text("#!/bin/sh\necho 'Dear Ana, check out my course.' >> \"$1\"\n", "utf-8")
    path.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(path))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(write, "is_terminal", lambda stream: True)
    return path


def test_without_a_terminal_it_says_what_can_be_done(play: Play) -> None:
    """Wrong usage, and nothing is begun."""
    ran = play("write", "Ana")
    assert (ran.code, ran.out) == (2, "")
    assert "givequest check" in ran.err


def test_in_ones_own_editor_the_hints_follow_and_the_draft_stays(
    play: Play, editor: Path, paths: Paths, clock: Clock
) -> None:
    """The second time it goes on with the same draft; the file in between is gone."""
    first = play("write", "Ana", "--editor")
    assert first.code == 0
    assert "check out my" in first.out
    play("write", "ana", "--editor")
    (draft,) = open_desk(open_home(paths, clock)).open_drafts()
    assert draft.text == "Dear Ana, check out my course.\nDear Ana, check out my course."
    assert (draft.person, draft.kind) == ("Ana", "reconnect")
    assert list((Path(paths.state) / "editor").iterdir()) == []


def test_an_editor_that_cannot_be_started_is_named(
    play: Play, editor: Path, monkeypatch: pytest.MonkeyPatch, paths: Paths
) -> None:
    """One sentence, and no file left behind."""
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    ran = play("write", "Ana", "--editor")
    assert ran.code == 1
    assert "no-such-editor-anywhere" in ran.err
    assert list((Path(paths.state) / "editor").iterdir()) == []


def test_an_unknown_kind_is_wrong_usage(play: Play, editor: Path) -> None:
    """As with log."""
    ran = play("write", "Ana", "--kind", "praise")
    assert ran.code == 2
    assert "praise" in ran.err


def test_forgetting_someone_takes_their_drafts_along(play: Play, editor: Path, paths: Paths, clock: Clock) -> None:
    """Whatever the spelling; it says how many, and those to others stay."""
    for name in ("Ana Berg", "Ben"):
        play("write", name, "--editor")
    play("log", "help", "Ana Berg")
    ran = play("people", "forget", "ana berg")
    assert ran.code == 0
    assert "1 draft to them is gone as well" in ran.out
    assert [draft.person for draft in open_desk(open_home(paths, clock)).open_drafts()] == ["Ben"]
