"""A terminal that tells what colour its ground is, and a theme that goes with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from .terminal import _ANSWERS, Terminal

QUESTION = b"\x1b]11;?\x1b\\"
MORNING, DARK = "faf6ee", b"48;2;28;27;31"
"""The ground of the light theme, and what writes that of the dark one."""


def test_the_answer_changes_the_theme_and_the_next_first_frame_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dark while nothing is known; light as soon as it is, and from the first cell on at the next launch."""
    config = tmp_path / "config"
    config.mkdir()
    (config / "config.toml").write_text('theme = "auto:hearth,morning"\nanimations = false\n')
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(tmp_path), "GIVEQUEST_HOME": str(tmp_path), "LANG": "C.UTF-8",
        "TERM": "xterm-256color", "COLORTERM": "truecolor",
    }  # fmt: skip
    monkeypatch.setitem(_ANSWERS, QUESTION, b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
    frames = []
    for _ in range(2):
        with Terminal([sys.executable, "-m", "givequest"], environment) as terminal:
            terminal.wait_for(lambda _: terminal.screen.buffer[5][3].bg == MORNING)
            frames.append(terminal.raw)
            terminal.press("q")
            assert terminal.wait() == 0
    assert [DARK in frame for frame in frames] == [True, False]
