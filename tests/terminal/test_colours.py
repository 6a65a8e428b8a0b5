"""How many colours a terminal has, by what it is called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from givequest.presentation.escapes import Depth
from givequest.terminal.colours import colour_depth


@pytest.mark.parametrize(
    ("term", "depth"),
    [
        ("alacritty", Depth.PALETTE),
        ("alacritty-direct", Depth.PALETTE),
        ("ghostty", Depth.PALETTE),
        ("xterm-ghostty", Depth.PALETTE),
        ("xterm-direct", Depth.PALETTE),
        ("foot", Depth.PALETTE),
        ("foot-extra", Depth.PALETTE),
        ("xterm", Depth.SIXTEEN),
        ("screen", Depth.SIXTEEN),
        ("linux", Depth.SIXTEEN),
        ("vt220", Depth.SIXTEEN),
        ("nobody-knows-it", Depth.SIXTEEN),
        ("", Depth.SIXTEEN),
    ],
)
def test_terminals_that_say_nothing_in_colorterm_are_known_by_their_kind(term: str, depth: Depth) -> None:
    """Whether this system's terminfo has them or not."""
    assert colour_depth({"TERM": term}) is depth


def test_what_the_variables_say_comes_first() -> None:
    """COLORTERM, and NO_COLOR where it is not empty."""
    assert colour_depth({"TERM": "alacritty", "COLORTERM": "truecolor"}) is Depth.TRUE
    assert colour_depth({"TERM": "alacritty", "NO_COLOR": "1"}) is Depth.NONE
    assert colour_depth({"TERM": "alacritty", "NO_COLOR": ""}) is Depth.PALETTE


@pytest.mark.skipif(shutil.which("tic") is None, reason="compiles an entry of terminfo")
@pytest.mark.parametrize(("name", "colours", "depth"), [("lantern", 256, "PALETTE"), ("alacritty-few", 8, "SIXTEEN")])
def test_terminfo_knows_better_than_a_name(tmp_path: Path, name: str, colours: int, depth: str) -> None:
    """An entry on this system is believed."""
    entry = tmp_path / "entry"
    entry.write_text(f"{name}|a terminal of a test,\n\tam, cols#80, lines#24, colors#{colours}, bel=^G,\n")
    subprocess.run(["tic", "-o", str(tmp_path / "terminfo"), str(entry)], check=True, capture_output=True)
    code = "import os; from givequest.terminal.colours import colour_depth; print(colour_depth(os.environ).name)"
    environment = {"PATH": os.environ["PATH"], "TERM": name, "TERMINFO": str(tmp_path / "terminfo")}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == depth
