"""What the README says of keys, commands and files is so."""

from __future__ import annotations

import re
import runpy
import shlex
import subprocess
from pathlib import Path

import pytest

from givequest.cli.main import run_command_line
from givequest.cli.registry import COMMANDS
from givequest.config.decks import load_library
from givequest.config.reading import read_settings

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
    assert card.prompt_for("Ana") == "Ask Ana what they have not dared to ask yet."


def test_every_option_it_names_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Of the command in whose line it stands."""
    (block,) = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)
    named = 0
    for line in block.splitlines():
        name = (shlex.split(line.replace("'", ""))[1:2] or [""])[0]
        options = re.findall(r"(?<!\S)--?[a-z][a-z-]*", line)
        if name in {command.name for command in COMMANDS} and options:
            assert run_command_line([name, "--help"]) == 0
            told = set(re.findall(r"--?[a-z][a-z-]*", capsys.readouterr().out))
            assert set(options) <= told, line
            named += len(options)
    assert named > 20
