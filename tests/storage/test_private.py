"""Private: for their owner's eyes alone, whatever the umask; and nobody's words in what a crash prints."""

from __future__ import annotations

import asyncio
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from givequest.application.game.game import Game
from givequest.cli.main import run_command_line
from givequest.composition import open_home
from givequest.config.paths import find_paths
from givequest.tui.app import GivequestApp

from ..conftest import Clock
from .homes import deed, ids, open_ledger, put

CLOCK = Clock(datetime(2026, 11, 23, 8, tzinfo=UTC))
SECRETS = ("Annabel", "the letter about her father", "what-nobody-should-read")
LIFE = (
    ["today"],
    ["log", "help", "Annabel", "-m", "the letter about her father"],
    ["log", "reconnect", "--day", "2025-12-31"],
    ["slip"],
    ["rest", "2026-12-24..2027-01-06"],
    ["journal", "what-nobody-should-read"],
    ["release"],
    ["stats"],
    ["today"],
    ["undo"],
    ["export", "-o", "{home}/all.jsonl"],
    ["export", "--format", "csv", "-o", "{home}/all.csv"],
    ["import", "{home}/many.jsonl"],
    ["backup"],
    ["doctor"],
    ["undo"],
    ["restore", "--help"],
)


@pytest.fixture(params=[0, 0o022], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """A umask that would let others read."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def _live(home: Path) -> None:
    home.mkdir(mode=0o700)
    many = [f'{{"type": "deed", "kind": "help", "day": "202{n % 3 + 4}-02-0{n % 8 + 1}"}}' for n in range(150)]
    (home / "many.jsonl").write_text('{"format": "givequest", "version": 1}\n' + "\n".join(many) + "\n")
    (home / "many.jsonl").chmod(0o600)
    for words in LIFE:
        code = run_command_line(["--home", str(home), *(word.format(home=home) for word in words)], CLOCK)
        assert code == 0 or words[0] == "doctor", words


def _open_to_others(home: Path) -> list[str]:
    return [
        f"{path.relative_to(home)} {stat.S_IMODE(path.stat().st_mode):o}"
        for path in home.rglob("*")
        if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)
    ]


@pytest.mark.usefixtures("umask")
def test_every_folder_and_file_of_a_whole_life_is_its_owners_alone(tmp_path: Path) -> None:
    """Ledger, lock, undo, backups, cache, state and exports, without any help of the umask that `main` sets."""
    home = tmp_path / "home"
    _live(home)
    assert _open_to_others(home) == []
    found = {str(path.relative_to(home)) for path in home.rglob("*")}
    assert {"data/ledger/.lock", "data/ledger/undo", "data/install.json", "all.jsonl", "all.csv"} <= found
    assert any(name.startswith("data/backups/") for name in found)
    assert any(name.startswith("cache/") for name in found)


@pytest.mark.usefixtures("umask")
def test_every_file_is_private_from_its_first_moment_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporary files are looked at as soon as they are there, before a byte is in them."""
    home = tmp_path / "home"
    modes: dict[str, int] = {}
    real_open, real_mkdir = os.open, os.mkdir

    def look_after_open(path: Any, *rest: Any, **options: Any) -> int:
        descriptor = real_open(path, *rest, **options)
        if str(path).startswith(f"{home}/") and os.path.isfile(path):
            modes[str(path)] = modes.get(str(path), 0) | stat.S_IMODE(os.fstat(descriptor).st_mode)
        return descriptor

    def look_after_mkdir(path: Any, *rest: Any, **options: Any) -> None:
        real_mkdir(path, *rest, **options)
        assert stat.S_IMODE(os.stat(path).st_mode) & 0o077 == 0, path

    monkeypatch.setattr(os, "open", look_after_open)
    monkeypatch.setattr(os, "mkdir", look_after_mkdir)
    _live(home)
    assert {path: oct(mode) for path, mode in modes.items() if mode & 0o077} == {}
    assert sum(path.endswith(".part") for path in modes) > 8


def test_data_that_is_linked_to_from_elsewhere_stays_linked(tmp_path: Path) -> None:
    """Whole folders, and single files, by every way in which they are written."""
    elsewhere = tmp_path / "dotfiles"
    open_ledger(elsewhere).commit(put(deed("a"), deed("b", "2025-12-31")))
    home = tmp_path / "home"
    (home / "data" / "ledger").mkdir(parents=True)
    names = ["install.json", "ledger/2026.json", "ledger/2025.json"]
    for name in names:
        (home / "data" / name).symlink_to(elsewhere / "data" / name)
    for change in (put(deed("c")), put(deed("a", note="x")), put(deed("d"), deed("e", "2025-12-30"))):
        open_ledger(home).commit(change)
    open_ledger(home).undo()
    assert all((home / "data" / name).is_symlink() for name in names)
    assert ids(open_ledger(home)) == ids(open_ledger(elsewhere)) == {"a", "b", "c"}
    assert not list(tmp_path.rglob("*.part"))

    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "data").symlink_to(elsewhere / "data")
    open_ledger(linked).commit(put(deed("f")))
    assert (linked / "data").is_symlink()
    assert "f" in ids(open_ledger(elsewhere))


def test_an_export_replaces_no_folder_pipe_or_device(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As `-o /dev/null` would, for whoever may write there."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for target in (pipe, tmp_path):
        assert run_command_line(["--home", str(tmp_path), "export", "--force", "-o", str(target)], CLOCK) == 1
        assert f"{target} isn't a file" in capsys.readouterr().err
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_what_nobody_foresaw_is_told_without_anybodys_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error whose message, and whose local variables, hold a name and a note."""

    def explode(*_: Any, person: str | None = None, note: str | None = None, **__: Any) -> None:
        raise RuntimeError(f"{person}: {note}")

    monkeypatch.setattr(Game, "save", lambda _, label, **__: explode(person=label, note=SECRETS[2]))
    words = ["--home", str(tmp_path), "log", "help", SECRETS[0], "-m", SECRETS[1]]
    assert run_command_line(words, CLOCK) == 1
    said = capsys.readouterr()
    assert "RuntimeError in test_private.py" in said.err
    assert "Traceback" not in said.err
    assert not any(secret in said.out + said.err for secret in SECRETS)


def test_a_crash_of_the_whole_program_prints_no_traceback(tmp_path: Path) -> None:
    """As a process of its own, with a ledger module that breaks while a deed is saved."""
    program = (
        "import sys, givequest.storage.ledger.ledger as ledger\n"
        "def explode(self, change): note = str(change); raise RuntimeError(note)\n"
        "ledger.Ledger.commit = explode\n"
        "from givequest.__main__ import main\n"
        f"sys.argv = ['givequest', '--home', {str(tmp_path)!r}, 'log', 'help', {SECRETS[0]!r}, '-m', {SECRETS[1]!r}]\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "What was saved is safe" in done.stderr or "what was saved is safe" in done.stderr
    assert not any(secret in done.stdout + done.stderr for secret in SECRETS)


def test_a_crash_of_the_full_screen_prints_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Textual's own would show the local variables of every frame."""
    app = GivequestApp(open_home(find_paths(str(tmp_path)), CLOCK))

    async def crash() -> None:
        async with app.run_test():
            note = SECRETS[1]
            nothing: dict[str, str] = {}
            app.call_later(lambda: nothing[note])

    with pytest.raises(KeyError):
        asyncio.run(crash())
    said = capsys.readouterr()
    assert "givequest had to close" in said.err
    assert "KeyError in test_private.py" in " ".join(said.err.split())
    assert not any(secret in said.out + said.err for secret in SECRETS)
