"""The pages that people read, as text: the README, what it links to, and how to work on it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PAGES = (
    README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "tests" / "bench" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
)


def text_of(name: str) -> str:
    """Return the text of a page of `docs`."""
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def without_code(text: str) -> str:
    """Return a page without its blocks of code, whose `#` and `[…](…)` are none of the page's."""
    return re.sub(r"^ *```.*?^ *```$", "", text, flags=re.DOTALL | re.MULTILINE)


def anchors_of(page: Path) -> set[str]:
    """Return what a link can point to on a page: its headings, as code hosts make anchors of them."""
    told, anchors = Counter[str](), set()
    for heading in re.findall(r"^#+ (.+)$", without_code(page.read_text(encoding="utf-8")), re.MULTILINE):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        anchors.add(f"{anchor}-{told[anchor]}" if told[anchor] else anchor)
        told[anchor] += 1
    return anchors


def links_of(page: Path) -> list[str]:
    """Return where a page's links and pictures lead."""
    text = re.sub(r"`[^`\n]*`", "", without_code(page.read_text(encoding="utf-8")))
    return re.findall(r"\]\(([^)\s]+)\)", text)


def dead_links(page: Path) -> list[str]:
    """Return the links of a page into the project that lead to no file, or to no heading of it."""
    dead = []
    for link in links_of(page):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.is_relative_to(ROOT) or not target.exists() or (anchor and anchor not in anchors_of(target)):
            dead.append(link)
    return dead


def calls_in(text: str) -> list[str]:
    """Return the calls of the program on a page, which stand in blocks of code and between backticks."""
    blocks = re.findall(r"^ *```\w*\n(.*?)^ *```$", text, flags=re.DOTALL | re.MULTILINE)
    spans = re.findall(r"`([^`\n]+)`", without_code(text))
    called = re.findall(r"(?:^|(?<=[ ('\"$]))givequest [a-z][^)\n]*", "\n".join((*blocks, *spans)), re.MULTILINE)
    return [re.split(r" ?(?:\| [a-z]|&&|;|> )", call)[0] for call in called]
