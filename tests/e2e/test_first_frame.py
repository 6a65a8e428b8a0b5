"""The board is there before Textual is, and nothing on it changes when Textual takes it over."""

from __future__ import annotations

import json
import os
import random
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from .emulator import Emulator
from .launching import FIRST, TAKEN_OVER
from .terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
THEMES = sorted(path.stem for path in (ROOT / "themes").glob("*.toml"))
DEPTHS: dict[str, dict[str, str]] = {
    "truecolor": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "256": {"TERM": "xterm-256color"},
    "256 by its kind": {"TERM": "alacritty"},
    "16": {"TERM": "xterm"},
    "none": {"TERM": "xterm-256color", "NO_COLOR": "1"},
    "ascii": {"TERM": "xterm-256color", "LC_ALL": "C"},
}
NAMES = ("Ana", "Zoë Müller", "李小龍", "[bold]x[/]", "")
SLICE = 48
"""Bytes after which it is looked whether a cell has changed."""


def pieces(data: bytes) -> Iterator[bytes]:
    """Yield what a program wrote in small pieces, none of which ends within an escape sequence."""
    parts = data.split(b"\x1b")
    held = parts[0]
    for part in parts[1:]:
        if len(held) >= SLICE:
            yield held
            held = b""
        held += b"\x1b" + part
    yield held


def write_home(folder: Path, seed: int, theme: str) -> None:
    """Write a home with some random days, and a config with a theme."""
    chance = random.Random(seed)
    config = folder / "config"
    config.mkdir(parents=True)
    settings = [f'theme = "{theme}"', 'day_start = "00:00"', "animations = false"]
    settings += [f"numbers = {chance.choice(('true', 'false'))}", f'first_weekday = "{chance.choice(DAYS)}"']
    settings += ["no_such_key = 1"] if chance.random() < 0.3 else []
    (config / "config.toml").write_text("\n".join(settings) + "\n")
    today = datetime.now().astimezone().date()
    records = [record for ago in range(chance.randrange(0, 60)) for record in day_of(chance, today - timedelta(ago))]
    lines = [json.dumps({"format": "givequest", "version": 1}), *(json.dumps(record) for record in records)]
    (folder / "history.jsonl").write_text("\n".join(lines) + "\n")


DAYS = ("monday", "sunday", "saturday")


def day_of(chance: random.Random, day: date) -> list[dict[str, object]]:
    """Return the records of a random day."""
    kinds = [kind for kind in ("congratulate", "help", "reconnect", "quiet", "listen") if chance.random() < 0.5]
    records: list[dict[str, object]] = [
        {"type": "deed", "day": day.isoformat(), "kind": kind, "person": chance.choice(NAMES), "note": "the ladder"}
        for kind in kinds
    ]
    if chance.random() < 0.1:
        records.append({"type": "rest", "day": day.isoformat()})
    if chance.random() < 0.1:
        records.append({"type": "slip", "day": day.isoformat()})
    return records


def launch(tmp_path: Path, size: tuple[int, int], depth: str, *, seed: int, theme: str) -> tuple[bytes, bytes]:
    """Return what was written up to the end of the first frame, and from there to the end of Textual's."""
    home = tmp_path / "home"
    write_home(home, seed, theme)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "GIVEQUEST_HOME": str(home),
        "LANG": "C.UTF-8",
        **DEPTHS[depth],
    }
    program = [sys.executable, "-m", "givequest"]
    with Terminal([*program, "import", str(home / "history.jsonl")], environment) as importing:
        assert importing.wait() == 0
    with Terminal([sys.executable, "-m", "tests.e2e.launching"], environment, *size) as terminal:
        terminal.wait_for(lambda _: TAKEN_OVER.encode() in terminal.raw)
        before, _, rest = terminal.raw.partition(FIRST.encode())
        return before, rest.partition(TAKEN_OVER.encode())[0]


def cases() -> Iterator[object]:
    """Yield sizes, depths, themes and histories, each theme and each depth more than once."""
    chance = random.Random(20261126)
    sizes = [(20, 6), (40, 12), (71, 24), (80, 24), (100, 30), (109, 40), (110, 30), (120, 40), (200, 60)]
    for number, theme in enumerate(THEMES):
        depth = list(DEPTHS)[number % len(DEPTHS)]
        size = (
            sizes[number % len(sizes)] if number < len(sizes) else (chance.randrange(20, 201), chance.randrange(6, 61))
        )
        yield pytest.param(size, depth, number, theme, id=f"{theme}-{size[0]}x{size[1]}-{depth}")
    for depth in ("truecolor", "256", "16"):
        yield pytest.param((100, 30), depth, 1, "terminal", id=f"terminal-100x30-{depth}")


@pytest.mark.parametrize(("size", "depth", "seed", "theme"), cases())
def test_nothing_changes_when_textual_takes_the_screen_over(
    tmp_path: Path, size: tuple[int, int], depth: str, seed: int, theme: str
) -> None:
    """Cell for cell with colours, from the first frame to Textual's, and at no moment in between."""
    before, taking_over = launch(tmp_path, size, depth, seed=seed, theme=theme)
    emulator = Emulator(*size)
    emulator.feed(before)
    frame = emulator.cells
    assert any(cell[0] not in (" ", "") for row in frame for cell in row), "there is no first frame"
    assert len(taking_over) > size[0] * size[1], "Textual has not drawn its frame yet"
    assert b"\x1b[?1049h" not in taking_over
    assert b"\x1b[2J" not in taking_over
    for piece in pieces(taking_over):
        emulator.feed(piece)
        assert emulator.cells == frame


def test_the_first_frame_has_the_colours_of_the_theme() -> None:
    """So that the comparison above is one of colours as well."""
    colours = tomllib.loads((ROOT / "themes" / "hearth.toml").read_text("utf-8"))["colours"]
    emulator = Emulator(10, 2)
    emulator.feed(
        f"\x1b[48;2;{';'.join(str(int(colours['background'][at : at + 2], 16)) for at in (1, 3, 5))}mx".encode()
    )
    assert emulator.cells[0][0][2] == colours["background"].lstrip("#")
