"""The recording of the README is made of screens: what stays the same is in it once."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from typing import Any

import pytest

from givequest.presentation.pictures.cells import Row, placed

from .docs_pages import ROOT

GROUND = "#111111"


@pytest.fixture
def film() -> Callable[..., str]:
    """Return what makes a film of screens, each of some rows and with its seconds."""
    made: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "film.py"))

    def run(*frames: tuple[list[Row], float]) -> str:
        return str(made["film"]([made["Frame"](tuple(rows), seconds) for rows, seconds in frames], GROUND, "title"))

    return run


def row(text: str, colour: str = "#eeeeee", ground: str = GROUND) -> Row:
    """Return a row of one run."""
    return placed([(text, colour, ground, False, False)])


def test_a_row_that_stays_is_drawn_once_and_does_not_move(film: Callable[..., str]) -> None:
    """And one that comes back is where it was."""
    picture = film(
        ([row("stays"), row("one  ")], 1), ([row("stays"), row("other")], 2), ([row("stays"), row("one  ")], 1)
    )
    assert [picture.count(f">{text}<") for text in ("stays", "one", "other")] == [1, 1, 1]
    assert "@keyframes r0" not in picture
    assert "animation:4.00s step-end infinite" in picture
    stops = re.findall(r"([\d.]+)%\{transform:translateX\((-?\d+)px\)\}", picture)
    assert [at for at, _ in stops] == ["0.00", "25.00", "75.00"]
    assert stops[0][1] == stops[2][1] == "0"
    assert stops[1][1] != "0"


def test_pixels_are_whole_pictures_of_which_each_colour_is_written_once(film: Callable[..., str]) -> None:
    """The commonest is a rectangle below; the others are lines on top of it, half a cell high."""
    picture = film(([row("▀▀▀▀", "#ff0000", "#00f000"), row("▀▀▀▀", "#00f000", "#00f000")], 1))
    assert re.findall(r'<rect x="0" y="0" width="4" height="4" fill="(#\w+)"', picture) == ["#00f000"]
    assert re.findall(r'<path stroke="(#\w+)" d="([^"]*)"', picture) == [("#ff0000", "m0 0h4")]
    assert "▀" not in picture


def test_words_keep_their_look(film: Callable[..., str]) -> None:
    """Which is written down once, in the style."""
    picture = film(
        ([placed([("bold", "#abcdef", GROUND, True, False), (" thin", "#abcdef", GROUND, False, False)])], 1)
    )
    looks = dict(re.findall(r"\.(t\d+)\{([^}]*)\}", picture))
    assert [looks[name] for name in re.findall(r'class="(t\d+)"', picture)] == [
        "font-weight:700;fill:#abcdef",
        "fill:#abcdef",
    ]
