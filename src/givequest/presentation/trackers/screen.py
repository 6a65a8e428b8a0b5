"""The screens on which a history is brought along, as lines: the habits with what each becomes, and what would come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from givequest.domain.kinds import Kind
from givequest.domain.text import end_sentence
from givequest.domain.trackers.imported import ImportedHistory
from givequest.domain.trackers.mapping import HabitMapping
from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, fit, shorten, wrap
from givequest.presentation.paint import Paint
from givequest.presentation.trackers.preview import days_words

LOOKING = "Looking for another tracker's history, and for archives of your own posts, in {places}."
FOUND = "What would you like to bring? Nothing is saved before you've seen it."
NOTHING = (
    "Nothing was found in {places}.",
    "Loop: Settings, Export as CSV. Habitica: Settings, Site Data, JSON. harsh and jrnl: their own file.",
    "Your posts: ask Mastodon, X, LinkedIn, Bluesky, Threads, Instagram or Facebook for your archive.",
    "Then open this again, or type where the file lies.",
)
ASKED = "What does each habit become? The others stay out."
NOTHING_MAPPED = "Choose a kind for a habit first, with the arrow keys: nothing would come in as it is."
STAYS_OUT = "nothing"
LEAST_NAME, MOST_NAME = 8, 30
Places = dict[int, int]
"""Which row stands in which line, for whoever clicks."""


ROOM_FOR_DAYS = 62
"""Columns beside a habit's name from which on its first and last day are told."""


class HabitChoice(NamedTuple):
    """A habit, and what somebody has said that it becomes."""

    name: str
    days: str
    mapping: HabitMapping | None


class ArchiveRow(NamedTuple):
    """A file that can be brought."""

    title: str
    what: str
    """How much is in it, in words; nothing where nobody knows yet."""
    name: str
    """Its name and folder."""
    size: str


def choices_of(history: ImportedHistory, mappings: Mapping[str, HabitMapping]) -> list[HabitChoice]:
    """Return the habits of a history with what each becomes."""
    return [HabitChoice(each.name, days_words(each), mappings.get(each.name)) for each in history.habits]


def habits_lines(
    title: str,
    choices: Sequence[HabitChoice],
    cursor: int,
    kinds: Mapping[str, Kind],
    width: int,
    height: int,
    paint: Paint,
) -> tuple[list[Line], Places]:
    """Return each habit on a line with its days and its kind, in an area of cells, and which stands where."""
    muted, ellipsis = paint.style("muted"), paint.glyphs.ellipsis
    lines: list[Line] = [[], *told_lines(f"{end_sentence(title)} {ASKED}", width, paint), []]
    names = max(min(max((len(each.name) for each in choices), default=0), MOST_NAME, width // 3), LEAST_NAME)
    told = [each.days if width >= names + ROOM_FOR_DAYS else each.days.partition(",")[0] for each in choices]
    days = max(map(len, told), default=0)
    room = max(height - len(lines), 1)
    first = max(0, min(cursor - room // 2, len(choices) - room))
    places: Places = {}
    for at in range(first, min(first + room, len(choices))):
        each, here = choices[at], at == cursor
        sign = f"{paint.glyphs.cursor if here else ' '} "
        line: Line = [
            (sign, paint.style("accent", bold=True)),
            (fit(each.name, names, ellipsis), paint.style("text", bold=here)),
        ]
        line.append((f"  {told[at]:<{days}}", muted))
        places[len(lines)] = at
        line += [("  ", muted), *_becomes(each.mapping, kinds, paint, here=here)]
        lines.append(shorten(line, width, ellipsis))
    return lines[:height], places


def _becomes(mapping: HabitMapping | None, kinds: Mapping[str, Kind], paint: Paint, *, here: bool) -> Line:
    left, right = paint.glyphs.arrow_left, paint.glyphs.arrow_right
    kind = kinds.get(mapping.kind) if mapping is not None else None
    word = STAYS_OUT if mapping is None else kind.name if kind is not None else mapping.kind
    role = "muted" if mapping is None else paint.theme.role_of(mapping.kind, "kept")
    signs = (f"{left} ", f" {right}") if here else ("  ", "  ")
    accent = paint.style("accent")
    line: Line = [(signs[0], accent), (word, paint.style(role, bold=here)), (signs[1], accent)]
    return [*line, (f" {mapping.person}", paint.style("text"))] if mapping is not None and mapping.person else line


def archive_lines(
    rows: Sequence[ArchiveRow], cursor: int, width: int, height: int, paint: Paint
) -> tuple[list[Line], Places]:
    """Return the files to choose from, in an area of cells, and which stands where."""
    muted, ellipsis = paint.style("muted"), paint.glyphs.ellipsis
    lines: list[Line] = [[], *told_lines(FOUND, width, paint), []]
    wide = max((len(row.title) for row in rows), default=0)
    room = max((height - len(lines)) // 2, 1)
    first = max(0, min(cursor - room // 2, len(rows) - room))
    places: Places = {}
    for at in range(first, min(first + room, len(rows))):
        row, here = rows[at], at == cursor
        places |= {len(lines): at, len(lines) + 1: at}
        lines.append(
            [
                (f"{paint.glyphs.cursor if here else ' '} ", paint.style("accent", bold=True)),
                (fit(row.title, wide, ellipsis), paint.style("text", bold=here)),
                (f"  {row.what}" if row.what else "", paint.style("text")),
            ]
        )
        lines.append([(f"    {row.name}, {row.size}", muted)])
    return [shorten(line, width, ellipsis) for line in lines[:height]], places


def sentences_lines(
    head: str, sentences: Sequence[str], problems: Sequence[str], width: int, height: int, paint: Paint
) -> list[Line]:
    """Return what would come in, a sentence a line, and what cannot be read."""
    lines: list[Line] = [[], *told_lines(head, width, paint), []]
    lines += [line for words in sentences for line in told_lines(words, width, paint)]
    if problems:
        lines.append([])
        lines += [line for words in problems for line in told_lines(words, width, paint, "slip")]
    return lines[:height]


def told_lines(words: str, width: int, paint: Paint, role: str = "text") -> list[Line]:
    """Return a sentence, wrapped."""
    return [[("  " + line, paint.style(role))] for line in wrap(words, max(width - 4, 1))]
