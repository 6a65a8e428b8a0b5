"""The third column of a wide page of a day: the forest, this day in earlier years, the last word in the journal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from givequest.domain.days import format_day
from givequest.named_tuple import NamedTuple
from givequest.presentation.frame import SMALLEST_FRAME, framed
from givequest.presentation.lines import Ink, Line, wrap
from givequest.presentation.paint import Paint

if TYPE_CHECKING:
    from givequest.application.days.looking_back import LookBack

NO_ECHO = "A year from now, today can be read here."
NO_WORD = "Nothing written yet."
FOREST, EARLIER, WORD = "Forest", "This day", "Last written"
LOWEST, SHORTEST, LONGEST_WORD = 5, 4, 13
"""Lines of the forest at the least, of a panel of words that has none yet, and of the journal at the most."""
LEAST_FOR_TWO = 11
"""Lines from which on earlier years and the journal both have room."""


class Heights(NamedTuple):
    """The lines of the three panels; 0 for one that has no room."""

    forest: int
    earlier: int
    word: int


def heights_of(found: LookBack | None, width: int, height: int, paint: Paint, *, has_words: bool) -> Heights:
    """Return how many lines of a column each panel takes; `has_words` where old things may come to mind.

    Those of words are closed behind their words, and the forest has what they leave, until it is as high as wide.
    """
    least, most = min(max(height * 2 // 5, LOWEST), height), min(width // 2, height)
    rest = height - least
    if not has_words or rest < SMALLEST_FRAME[1]:
        return Heights(max(least, most), 0, 0)
    word = min(rest // 2, LONGEST_WORD) if rest >= LEAST_FOR_TWO else 0
    earlier = rest - word
    if word:
        word = min(word, len(_word(found, width - 4, word - 2, paint)) + 2)
        earlier = min(rest - word, len(_earlier(found, width - 4, rest - word - 2, paint)) + 2)
    return Heights(max(least, min(most, height - earlier - word)), earlier, word)


def look_back_lines(found: LookBack | None, width: int, height: int, paint: Paint, *, has_words: bool) -> list[Line]:
    """Return the column; its panels are empty for as long as nothing was looked for."""
    heights, inner = heights_of(found, width, height, paint, has_words=has_words), width - 4
    lines = framed(FOREST, _forest(found, inner, heights.forest - 2, paint), width, heights.forest, paint)
    if heights.earlier:
        lines += framed(EARLIER, _earlier(found, inner, heights.earlier - 2, paint), width, heights.earlier, paint)
    if heights.word:
        lines += framed(WORD, _word(found, inner, heights.word - 2, paint), width, heights.word, paint)
    return lines


def day_told_at(found: LookBack, width: int, height: int, line: int, paint: Paint) -> date | None:
    """Return the earlier day that is told in a line of the panel about it; None where there is none."""
    told = [day for day, block in _days(found, width - 4, height - 2, paint) for _ in block]
    return told[line - 1] if 0 < line <= len(told) else None


def _earlier(found: LookBack | None, width: int, height: int, paint: Paint) -> list[Line]:
    if found is None:
        return [[]] * (SHORTEST - 2)
    if not found.echoes:
        return [[(row, paint.style("muted", italic=True))] for row in wrap(NO_ECHO, width)]
    return [line for _, block in _days(found, width, height, paint) for line in block]


def _days(found: LookBack, width: int, height: int, paint: Paint) -> list[tuple[date, list[Line]]]:
    """Return the lines of each earlier day, as many days as have room, with a blank line between."""
    blocks: list[tuple[date, list[Line]]] = []
    room = height
    for echo in found.echoes:
        head = format_day(echo.deed.day, found.day)
        block: list[Line] = [[], [(head, paint.style("muted"))]] if blocks else [[(head, paint.style("muted"))]]
        block += [[(row, paint.style())] for row in wrap(echo.plain_words, width)]
        if len(block) > room and blocks:
            break
        blocks.append((echo.deed.day, _cut(block, room, paint)))
        room -= len(block)
    return blocks


def _word(found: LookBack | None, width: int, height: int, paint: Paint) -> list[Line]:
    if found is None:
        return [[]] * (SHORTEST - 2)
    page = found.last_word
    if page is None:
        return [[(row, paint.style("muted", italic=True))] for row in wrap(NO_WORD, width)]
    head: Line = [(format_day(page.day, found.day), paint.style("muted"))]
    words = " ".join((page.text or "").split())
    rows = wrap(words, width, max(height, 1))
    return _cut([head, *([(row, paint.style(italic=True))] for row in rows)], height, paint)


def _cut(lines: list[Line], height: int, paint: Paint) -> list[Line]:
    """Return as many lines as have room, an ellipsis behind the last where there are more."""
    if len(lines) <= height or height < 1:
        return lines
    return [*lines[: height - 1], [*lines[height - 1][:1], (f" {paint.glyphs.ellipsis}", paint.style("muted"))]]


def _forest(found: LookBack | None, width: int, height: int, paint: Paint) -> list[Line]:
    if found is None or width < 1 or height < 2:
        return []
    if paint.without_colour or paint.has_sixteen or paint.glyphs.name == "ascii":
        from givequest.presentation.forest.text_art import draw_signs

        rows = draw_signs(found.grove, found.moment, width, height)
        return [[(sign, paint.style(role)) for sign, role in row] for row in rows]
    from givequest.presentation.forest.picture import paint_forest
    from givequest.presentation.forest.toning import toning_of

    toning = toning_of(paint.theme)
    picture = paint_forest(found.grove, found.moment, width, 2 * height, found.guests, toning)
    return [[("\u2580", Ink(f"#{above:06x}", f"#{below:06x}")) for above, below in line] for line in picture.cells()]
