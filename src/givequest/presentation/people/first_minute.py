"""The first minutes: no names yet, names that nobody has placed, and who might like a word after an import."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, cells_of, fit, shorten, wrap
from givequest.presentation.paint import Paint
from givequest.presentation.people.words import FIRST_NAME

PLACING = (("c", "close"), ("f", "faded"), ("e", "edge"), ("w", "wall"), ("a", "aside"), ("space", "later"))
"""The keys that place a name, and what each does."""
WHY = (
    ("close", "whoever is there anyway"),
    ("faded", "once near; a word may find them again"),
    ("edge", "hardly known, and worth knowing"),
    ("wall", "no way through for now, and left in peace"),
)
"""What the ties mean, for somebody who meets them for the first time."""


class Suggested(NamedTuple):
    """Somebody who might like a word, and the true reason; none where none is claimed."""

    name: str
    reason: str = ""
    said: str = ""
    """What became of it: on today's board, not them."""


def no_names(width: int, height: int, paint: Paint, keys: Sequence[tuple[str, str]]) -> list[Line]:
    """Return the page on which there is nobody yet: one question, and the keys that answer it."""
    lines: list[Line] = [[], [("  " + FIRST_NAME, paint.style("text", bold=True))], []]
    wide = max((len(key) for key, _ in keys), default=0)
    for key, words in keys:
        lines.append([(f"  {key:<{wide}}  ", paint.style("accent", bold=True)), (words, paint.style("muted"))])
    return [shorten(line, width, paint.glyphs.ellipsis) for line in lines[:height]]


def placing_lines(
    name: str, more: str, left: Sequence[str], width: int, height: int, paint: Paint, *, words: str = ""
) -> list[Line]:
    """Return the screen on which names are placed, one key each: the one whose turn it is, and who comes after.

    `words` says how somebody comes to be asked; `more` is what is known of the name.
    """
    muted, ellipsis = paint.style("muted"), paint.glyphs.ellipsis
    lines: list[Line] = [[]]
    lines += [[("  " + line, paint.style("text"))] for line in wrap(words, max(width - 4, 1))] if words else []
    lines += [[]] if words else []
    shown = fit(name, min(max(cells_of(name), 16), max(width - 4, 8)), ellipsis)
    lines.append(
        [(f"  {paint.glyphs.cursor} ", paint.style("accent", bold=True)), (shown, paint.style("text", bold=True))]
    )
    if more:
        lines.append([("    " + more, muted)])
    lines += [[], _keys_line(PLACING, width, paint), []]
    room = height - len(lines)
    if left and room > 2:
        lines.append([("  then  ", muted), (f" {paint.glyphs.bullet} ".join(left[:6]), muted)])
        lines.append([])
    if height - len(lines) > len(WHY):
        lines += [[(f"    {tie:<7}", paint.style("text")), (why, muted)] for tie, why in WHY]
    return [shorten(line, width, ellipsis) for line in lines[:height]]


def _keys_line(keys: Sequence[tuple[str, str]], width: int, paint: Paint) -> Line:
    gap = "   " if sum(len(key) + len(words) + 4 for key, words in keys) + 2 <= width else "  "
    line: Line = [("    ", paint.style())]
    for key, words in keys:
        line += [(key, paint.style("accent", bold=True)), (f" {words}{gap}", paint.style("muted"))]
    return line


class ThreeView(NamedTuple):
    """Lines of names, and whose each of them is."""

    lines: list[Line]
    names: dict[int, int]
    """The number of the name that a line is of."""


def three_lines(
    names: Sequence[Suggested], cursor: int, width: int, height: int, paint: Paint, *, brought: str = ""
) -> ThreeView:
    """Return the screen after an import: who might like a word, each with a true reason, and what the keys do."""
    places: dict[int, int] = {}
    muted, ellipsis = paint.style("muted"), paint.glyphs.ellipsis
    lines: list[Line] = [[]]
    lines += [[(" " + line, paint.style("text"))] for line in wrap(brought, max(width - 2, 1))] if brought else []
    lines += [
        [],
        [(" Three who might like a word today:" if len(names) > 1 else " Who might like a word today:", muted)],
        [],
    ]
    wide = min(max((cells_of(one.name) for one in names), default=0), max(width // 3, 8))
    for number, one in enumerate(names):
        here = number == cursor
        sign = paint.glyphs.cursor if here else " "
        name = fit(one.name, wide, ellipsis)
        told = wrap(one.said or one.reason, max(width - wide - 5, 8), 3) or [""]
        role = "kept" if one.said else "muted"
        for at, words in enumerate(told):
            lead = f" {sign} " if not at else "   "
            shown = name if not at else " " * wide
            places[len(lines)] = number
            lines.append(
                [
                    (lead, paint.style("accent", bold=True)),
                    (shown + "  ", paint.style("text", bold=here and not at)),
                    (words, paint.style(role)),
                ]
            )
    if brought:
        lines += [[], [(" u takes the last thing back, and in the end the whole import.", muted)]]
    return ThreeView([shorten(line, width, ellipsis) for line in lines[:height]], places)
