"""What the README says of keys, commands and files is so."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from givequest.cli.commands import COMMANDS

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


def test_its_two_commands_are_there_as_written() -> None:
    """One runs the app, one passes the tests."""
    assert "pip install . && givequest\n" in TEXT
    assert 'pip install ".[test]" && pytest\n' in TEXT
