"""The design, read: the blocks of `docs/design.md` that tests hold the program to."""

from __future__ import annotations

import re
from pathlib import Path

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "design.md").read_text(encoding="utf-8")


def blocks(name: str) -> list[tuple[dict[str, int], str]]:
    """Return the fenced blocks of a name, each with what stands behind the name, like `grace=1`, and its text."""
    found = re.findall(rf"^```{name}\b([^\n]*)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    assert found, f"docs/design.md has no block called {name}"
    options = [dict(option.split("=") for option in words.split()) for words, _ in found]
    return [
        ({key: int(value) for key, value in chosen.items()}, text)
        for chosen, (_, text) in zip(options, found, strict=True)
    ]


def block(name: str) -> str:
    """Return the text of the one block of a name."""
    ((_, text),) = blocks(name)
    return text


def rows(text: str) -> list[tuple[str, str]]:
    """Return the lines of a block, each parted before its last word."""
    return [(left.strip(), right) for left, right in (line.rsplit(maxsplit=1) for line in text.splitlines())]


def vectors(name: str) -> list[tuple[dict[str, int], str, int, int]]:
    """Return the vectors of streaks: what holds for each, its signs, the current and the best run."""
    found = []
    for options, text in blocks(name):
        for signs, runs in rows(text):
            current, best = map(int, runs.split("/"))
            found.append((options, signs, current, best))
    return found
