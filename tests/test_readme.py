"""What the README says of keys, commands and files is so."""

from __future__ import annotations

import os
import plistlib
import re
import runpy
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.cli.main import run_command_line
from givequest.cli.registry import COMMANDS, find_command
from givequest.config.decks import load_library
from givequest.config.reading import read_settings
from givequest.presentation.sayings import NUDGES

from .built_in import DEFAULTS

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_table_of_keys_is_the_list_of_commands() -> None:
    """`python scripts/keys_table.py` writes it anew."""
    with_table = runpy.run_path(str(ROOT / "scripts" / "keys_table.py"))["with_table"]
    assert with_table(TEXT) == TEXT


def test_every_command_is_named() -> None:
    """In a line of its own among the commands, or in the text."""
    for command in COMMANDS:
        assert re.search(rf"givequest {command.name}\b", TEXT), command.name


def test_every_file_and_picture_it_links_to_is_there() -> None:
    """Links of the project, not those into the world."""
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert any(link.endswith(".svg") for link in links)
    for link in links:
        assert link.startswith("https://") or (ROOT / link).is_file(), link


def test_its_two_commands_each_work_alone_and_ci_runs_what_stands_there() -> None:
    """Each makes an environment of its own and needs no other line; `.ci/run` takes them from here."""
    commands = re.findall(r"```sh\n(.*?)\n```", TEXT, re.DOTALL)
    assert len(commands) == 2
    for command in commands:
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
        assert "\n" not in command
        assert all(part.strip().startswith(("python3 -m venv", ".venv/bin/")) for part in command.split("&&"))
    assert [command.split("/")[-1] for command in commands] == ["givequest", "pytest"]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (taken,) = re.findall(r"awk '([^']+)' README.md", script)
    taken_by_ci = subprocess.run(["awk", taken, "README.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert taken_by_ci.stdout.splitlines() == commands


def test_its_settings_and_its_card_can_be_used_as_they_stand(tmp_path: Path) -> None:
    """Whoever copies them has a kind and a card of their own."""
    settings_text, card_text = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    (tmp_path / "config.toml").write_text(settings_text)
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "mentor.toml").write_text(card_text)
    settings, problems = read_settings(str(tmp_path / "config.toml"), DEFAULTS)
    library, card_problems = load_library(str(tmp_path / "decks"), settings.kinds)
    assert problems + card_problems == []
    assert not settings.numbers
    (card,) = library.deck.by_kind["mentor"]
    assert card.prompt_for("Ana") == "Ask Ana what they haven't dared to ask yet."


@pytest.fixture
def remind(tmp_path: Path) -> Callable[[str], str]:
    """Return what runs a line of a shell where desktops tell things, and what they were told."""
    told, folder = tmp_path / "told", tmp_path / "bin"
    folder.mkdir()
    for name in ("notify-send", "osascript"):
        (folder / name).write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {shlex.quote(str(told))}\n')
    (folder / "givequest").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m givequest "$@"\n')
    for file in folder.iterdir():
        file.chmod(0o755)
    environment = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "HOME": str(tmp_path),
        "GIVEQUEST_HOME": str(tmp_path / "home"),
    }

    def run(line: str) -> str:
        subprocess.run(["/bin/sh", "-c", line], env=environment, check=True, timeout=60)
        return told.read_text() if told.exists() else ""

    return run


def test_its_reminders_say_the_sentence_and_then_nothing(remind: Callable[[str], str]) -> None:
    """The timer of systemd and the agent of launchd, as they stand there."""
    (unit,) = re.findall(r"ExecStart=/bin/sh -c '(.*)'\n", TEXT)
    (agent,) = re.findall(r"<plist .*?</plist>", TEXT, re.DOTALL)
    shell, option, line = plistlib.loads(agent.encode())["ProgramArguments"]
    assert (shell, option) == ("/bin/sh", "-c")
    first = remind(unit.replace("$$", "$"))
    assert first.startswith("givequest\n")
    words = first.splitlines()[1]
    assert words in NUDGES
    assert remind(line).endswith(f'-e\ndisplay notification "{words}" with title "givequest"\n')
    told = remind("givequest log help > /dev/null")
    assert remind(unit.replace("$$", "$")) == remind(line) == told


def test_no_nudge_has_a_sign_in_it_that_a_shell_or_a_script_would_take_for_its_own() -> None:
    """They are handed on in quotation marks."""
    assert not {sign for words in NUDGES for sign in words} & set('"\\\\`$#%<>&\n')


def test_every_option_it_names_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Of the command in whose line it stands."""
    (block,) = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)
    named = 0
    for line in block.splitlines():
        words = shlex.split(line.replace("'", ""))[1:3]
        name = next((known for known in (" ".join(words), *words[:1]) if find_command(known)), "")
        options = re.findall(r"(?<!\S)--?[a-z][a-z-]*", line)
        if name and options:
            assert run_command_line([*name.split(), "--help"]) == 0
            told = set(re.findall(r"--?[a-z][a-z-]*", capsys.readouterr().out))
            assert set(options) <= told, line
            named += len(options)
    assert named > 20
