"""The manual is what the parsers say, is in the wheel, and is read by man without a complaint."""

from __future__ import annotations

import runpy
import shutil
import subprocess
import tomllib

import pytest

from givequest.cli.registry import COMMANDS

from .docs_pages import ROOT

PAGE = ROOT / "share" / "man" / "man1" / "givequest.1"


def test_it_is_what_would_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python scripts/man_page.py` writes it anew."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    assert runpy.run_path(str(ROOT / "scripts" / "man_page.py"))["manual"]() == PAGE.read_text(encoding="utf-8")


def test_every_command_has_a_section() -> None:
    """Those of two words as well."""
    sections = {line.removeprefix(".SS ").replace("\\-", "-") for line in PAGE.read_text().splitlines()}
    assert {each.name for command in COMMANDS for each in (command, *command.parts)} <= sections


@pytest.mark.parametrize(
    "reader", [("groff", "-man", "-Tutf8", "-ww", "-z"), ("mandoc", "-T", "lint", "-W", "warning")]
)
def test_it_is_read_without_a_warning(reader: tuple[str, ...]) -> None:
    """By those that are here."""
    if shutil.which(reader[0]) is None:
        pytest.skip(f"{reader[0]} is not installed here")
    read = subprocess.run([*reader, str(PAGE)], capture_output=True, text=True, check=False, timeout=30)
    complaints = [line for line in read.stdout.splitlines() + read.stderr.splitlines() if "missing date" not in line]
    assert complaints == []


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed here")
def test_it_shows_words_as_they_are_typed() -> None:
    """Dashes, quotation marks and dots are those that a shell takes."""
    command = ["groff", "-man", "-Tascii", "-P-c", "-P-b", "-P-u", "-rLL=200n", str(PAGE)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout
    assert "--effort 1|2|3" in shown
    assert 'givequest log help Ana -m "read her draft" --day yesterday' in shown
    assert 'bash: eval "$(givequest completions bash)" in ~/.bashrc' in shown


def test_the_wheel_takes_it_along() -> None:
    """To where `man` looks, below wherever the program is installed."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert build["wheel"]["shared-data"] == {"share/man": "share/man"}
    assert "share" in build["sdist"]["include"]
