"""One person as lines: what you know of them, what is written down, and the words that have gone out."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, fit, shorten, wrap
from givequest.presentation.paint import Paint

INDENT = "  "


class PersonDetail(NamedTuple):
    """All that is shown of one person."""

    name: str
    head: tuple[str, ...] = ()
    """Tie and tags; of somebody in an address book that book."""
    facts: tuple[str, ...] = ()
    """A sentence each."""
    links: tuple[tuple[str, str], ...] = ()
    """What each is, and the address that enter copies."""
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What has gone out, the latest first, under how long ago that was."""
    board: str = ""
    """Whether this day's board names them."""
    keys: tuple[tuple[str, str], ...] = ()
    """Keys and what they do, for whoever has not read the help."""


class DetailView(NamedTuple):
    """Lines of a person, and which of them hold links."""

    lines: list[Line]
    links: dict[int, int]
    """The number of the link that begins on each such line."""


def detail_lines(
    detail: PersonDetail, width: int, height: int, paint: Paint, *, link: int | None = None, is_open: bool = False
) -> DetailView:
    """Return a person as lines of a width in cells; `link` is the number of the one that the cursor is on.

    The keys are told where there is room for all of them within the height.
    """
    text, muted, accent = paint.style("text"), paint.style("muted"), paint.style("accent")
    lines: list[Line] = []
    links: dict[int, int] = {}

    def tell(words: str, ink_of: str = "text", indent: str = "") -> None:
        hanging = indent
        for row in wrap(words, max(width - len(indent), 1)):
            lines.append([(hanging + row, paint.style(ink_of))])

    def space() -> None:
        if lines and lines[-1]:
            lines.append([])

    if detail.head:
        tell(f" {paint.glyphs.bullet} ".join(detail.head), "accent")
    for fact in detail.facts:
        tell(fact)
    if detail.links:
        space()
    for number, (label, value) in enumerate(detail.links):
        links[len(lines)] = number
        here = number == link
        shown = f"{paint.glyphs.cursor if here else ' '} " if is_open else ""
        line: Line = [(f"{shown}{label}: ", accent if here else muted), (value, paint.style("text", bold=here))]
        lines.append(shorten(line, width, paint.glyphs.ellipsis))
    for heading, told in detail.words:
        space() if heading == detail.words[0][0] else None
        lines.append([(heading, muted)])
        for words in told:
            lines.append([(fit(INDENT + words, width, paint.glyphs.ellipsis).rstrip(), text)])
    if detail.board:
        space()
        tell(detail.board, "muted")
    if detail.keys and len(lines) + 1 + len(detail.keys) <= height:
        space()
        wide = max(len(key) for key, _ in detail.keys)
        lines += [
            [(f"{key:<{wide}}  ", paint.style("accent", bold=True)), (words, muted)] for key, words in detail.keys
        ]
    return DetailView(lines, links)


def scrolled(lines: Sequence[Line], top: int, height: int, paint: Paint, width: int) -> list[Line]:
    """Return some of the lines from one of them on, the last an ellipsis where there is more."""
    shown = list(lines[top : top + height])
    if top + height < len(lines) and shown:
        shown[-1] = [(paint.glyphs.ellipsis, paint.style("muted"))]
    return [shorten(line, width, paint.glyphs.ellipsis) for line in shown]
