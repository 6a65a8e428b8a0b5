"""The screens of an import as lines, up to the moment in which something is saved."""

from __future__ import annotations

from collections.abc import Sequence

from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, fit, shorten, wrap
from givequest.presentation.paint import Paint

LOOKING = "Looking for address books in {places}."
NOTHING = (
    "No address book was found in {places}.",
    "LinkedIn: Settings, Data privacy, Get a copy of your data, Connections.",
    "Phone and mail: export all contacts as vCard or CSV.",
    "Then open this again, or type where the file lies.",
)
FOUND = "Whose names would you like to have at hand? Nobody gets on a list by it."
NOTHING_NEW = "You have everybody in it already. Nothing to bring."


class FileRow(NamedTuple):
    """A file that may be an address book."""

    title: str
    """What it seems to be: `LinkedIn connections`."""
    people: str
    """How many, in words; nothing where nobody knows yet."""
    name: str
    """Its name and folder."""
    size: str


class Preview(NamedTuple):
    """What an import would bring."""

    head: str
    """From where: `LinkedIn connections, from Connections.csv`."""
    counts: tuple[tuple[str, str], ...]
    """How many, and of what: (`842`, `new`)."""
    left_out: tuple[tuple[str, str], ...] = ()
    """How many were left out, and why."""
    rows: tuple[tuple[str, str], ...] = ()
    """A few of the names, with what the file says of them."""
    problems: tuple[str, ...] = ()
    """What cannot be read, with its line."""
    changed: tuple[str, ...] = ()
    """Sentences about lines that read otherwise now."""
    is_empty: bool = False
    """Whether it would bring nothing."""


def files_lines(files: Sequence[FileRow], cursor: int, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the files to choose from, in an area of cells."""
    muted, ellipsis = paint.style("muted"), paint.glyphs.ellipsis
    lines: list[Line] = [[], *_told(FOUND, width, paint), []]
    wide = max((len(one.title) for one in files), default=0)
    room = max((height - len(lines)) // 2, 1)
    first = max(0, min(cursor - room // 2, len(files) - room))
    for at in range(first, min(first + room, len(files))):
        one, here = files[at], at == cursor
        sign = f"{paint.glyphs.cursor if here else ' '} "
        people = f"  {one.people}" if one.people else ""
        lines.append(
            [
                (sign, paint.style("accent", bold=True)),
                (fit(one.title, wide, ellipsis), paint.style("text", bold=here)),
                (people, paint.style("text")),
            ]
        )
        lines.append([(f"    {one.name}, {one.size}", muted)])
    return [shorten(line, width, ellipsis) for line in lines[:height]]


def nothing_lines(places: str, width: int, height: int, paint: Paint) -> list[Line]:
    """Return what to do where no file was found."""
    first, *more = NOTHING
    lines: list[Line] = [[], *_told(first.format(places=places), width, paint), []]
    lines += [line for words in more for line in _told(words, width, paint, "muted")]
    return lines[:height]


def looking_lines(places: str, width: int, height: int, paint: Paint) -> list[Line]:
    """Return what stands there while files are looked for."""
    return [[], *_told(LOOKING.format(places=places), width, paint, "muted")][:height]


def reading_lines(name: str, share: float | None, told: str, width: int, height: int, paint: Paint) -> list[Line]:
    """Return how far a file is read; `share` goes from 0 to 1, None where nobody knows."""
    lines: list[Line] = [[], *_told(name, width, paint), []]
    if share is not None:
        lines.append([("  ", paint.style()), *paint.gauge(share, max(min(width - 6, 50), 4), "accent")])
    lines += [[], *_told(told, width, paint, "muted")]
    return lines[:height]


def preview_lines(preview: Preview, width: int, height: int, paint: Paint) -> list[Line]:
    """Return what an import would bring, in an area of cells."""
    muted, ellipsis = paint.style("muted"), paint.glyphs.ellipsis
    lines: list[Line] = [[], *_told(preview.head, width, paint), []]
    if preview.is_empty:
        lines += [*_told(NOTHING_NEW, width, paint, "muted"), []]
    wide = max((len(count) for count, _ in (*preview.counts, *preview.left_out)), default=0)
    lines += [
        [(f"  {count:>{wide}}  ", paint.style("text", bold=True)), (what, muted)] for count, what in preview.counts
    ]
    if preview.left_out:
        lines += [[], *_told("Left out:", width, paint, "muted")]
        lines += [[(f"  {count:>{wide}}  ", paint.style("text")), (why, muted)] for count, why in preview.left_out[:5]]
    if preview.rows:
        lines.append([])
        names = max(min(max(len(name) for name, _ in preview.rows), width // 3), 1)
        for name, line in preview.rows:
            lines.append([("  ", muted), (fit(name, names, ellipsis), paint.style("text")), (f"  {line}", muted)])
    for sentences, role in ((preview.changed, "text"), (preview.problems, "slip")):
        if sentences:
            lines.append([])
            lines += [line for words in sentences for line in _told(words, width, paint, role)]
    return [shorten(line, width, ellipsis) for line in lines[:height]]


def _told(words: str, width: int, paint: Paint, role: str = "text") -> list[Line]:
    return [[("  " + line, paint.style(role))] for line in wrap(words, max(width - 4, 1))]
