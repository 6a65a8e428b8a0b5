"""Keys that are typed while the program starts do what they would do a second later."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ..exported import facts_in
from .terminal import Terminal
from .test_a_morning import GIVEQUEST, environment, home, run

__all__ = ["environment", "home"]

UNITS = (
    "j", "k", " ", " ", "x", "r", "s", "u", "[", "]", "t", "31", "41", "\x1b[B", "\x1b[A",
    "\rAna\r", "\rBo\tread her draft\r",
)  # fmt: skip
"""What is typed: whole acts, each of which comes back to the board.

Answers to a question are none of them, nor keys with which a line is edited: before there is a program to read
them, the terminal does that.
"""
MOMENTS = (b"", b"\x1b[?1049h", b"\x1b[?2026l", b"\x1b[?2004h")
"""What has been written when a part of it is typed: nothing, the other screen, the first frame, the app's wishes."""
FACTS = ("type", "day", "kind", "person", "note", "effort", "card")


def facts_of(environment: dict[str, str]) -> list[tuple[object, ...]]:
    """Return what the ledger says, but for when it was said, and so in what order of one second."""
    found = [tuple(record.get(name) for name in FACTS) for record in facts_in(run(environment, "export"))]
    return sorted(found, key=repr)


def shows(pattern: str) -> Callable[[str], bool]:
    """Return whether a text has what a pattern finds."""
    return lambda text: re.search(pattern, text) is not None


def wrote(terminal: Terminal, sequence: bytes) -> Callable[[str], bool]:
    """Return whether a sequence has been written to a terminal."""
    return lambda _: sequence in terminal.raw


def typed_at_rest(environment: dict[str, str], keys: str) -> list[tuple[object, ...]]:
    """Return what comes of keys that are typed when the app has long been listening."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        for key, quest in (("j", "Help"), ("k", "Congratulate")):
            terminal.press(key)
            terminal.wait_for(shows(f"▸ . {quest}"))
        terminal.press(keys)
        assert terminal.wait() == 0
    return facts_of(environment)


def typed_ahead(environment: dict[str, str], parts: list[str]) -> list[tuple[object, ...]]:
    """Return what comes of keys that are typed at each of the moments of the launch."""
    with Terminal([GIVEQUEST], environment) as terminal:
        for moment, part in zip(MOMENTS, parts, strict=True):
            terminal.wait_for(wrote(terminal, moment))
            terminal.press(part)
        assert terminal.wait() == 0
    return facts_of(environment)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_typed_while_it_starts_does_what_it_does_a_second_later(
    home: Path, environment: dict[str, str], tmp_path: Path, seed: int
) -> None:
    """Enter that was typed before the terminal was in raw mode is enter, and no key is dropped or comes twice."""
    chance = random.Random(seed)
    units = [chance.choice(UNITS) for _ in range(chance.randrange(4, 14))]
    places = sorted(chance.randrange(len(units) + 1) for _ in MOMENTS[1:])
    parts = ["".join(units[first:last]) for first, last in zip([0, *places], [*places, len(units)], strict=True)]
    parts[-1] += "q"
    run(environment, "log", "listen", "Cy", "--day", "yesterday")
    later = tmp_path / "later"
    shutil.copytree(home, later)
    ahead = typed_ahead(environment, parts)
    assert ahead == typed_at_rest(environment | {"GIVEQUEST_HOME": str(later)}, "".join(parts)), json.dumps(parts)


def test_what_was_typed_before_the_program_began_is_heard(environment: dict[str, str]) -> None:
    """All of it, in its order: the shell has not read it."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.press("j \rAna\rq")
        assert terminal.wait() == 0
    people = {record.get("person") for record in facts_in(run(environment, "export")) if record["kind"] == "help"}
    assert people == {None, "Ana"}
