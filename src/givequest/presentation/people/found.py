"""What is found while a name is typed, as lines."""

from __future__ import annotations

from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, shorten
from givequest.presentation.paint import Paint
from givequest.presentation.people.rows import NameRow, row_line, seen_rows

NEAR = "Did you mean"
HOW = "enter opens; there space logs a word"
HOW_BOOKS = "enter opens; there space logs a word, + takes them out of the book"
NEW = "A new name: enter makes a person of it."
NEW_PERSON = "a new person"


class Finds(NamedTuple):
    """What was found for what is typed."""

    typed: str
    rows: tuple[NameRow, ...] = ()
    near: tuple[NameRow, ...] = ()
    where: str = ""
    """Where was looked, in words."""
    has_books: bool = False
    """Whether that was among address books as well."""

    @property
    def is_new(self) -> bool:
        """Whether a name is typed that nobody has."""
        return bool(self.typed.strip()) and not self.rows

    @property
    def choices(self) -> int:
        """How many rows the cursor can be on: a name that nobody has is one."""
        return len(self.rows) + len(self.near) + self.is_new


class FoundView(NamedTuple):
    """Lines of what was found, and which row each of them shows."""

    lines: list[Line]
    rows: dict[int, int]
    """The number of the row that a line shows, by the number of the line."""


def found_lines(
    finds: Finds, cursor: int, width: int, height: int, paint: Paint, *, covered: bool = False
) -> FoundView:
    """Return what was found, in an area of cells: first what holds what is typed, then what nearly does."""
    muted, ellipsis = paint.style("muted"), paint.glyphs.ellipsis
    foot = _foot(finds, height, paint)
    rows = [*([_new_line(finds.typed, cursor == 0, width, paint)] if finds.is_new else [])]
    rows += [
        row_line(row, width, paint, here=at == cursor, covered=covered)
        for at, row in enumerate([*finds.rows, *finds.near], len(rows))
    ]
    before_near = len(rows) - len(finds.near)
    room = max(height - len(foot) - 1 - 2 * bool(finds.near), 1)
    lines: list[Line] = [[]]
    places: dict[int, int] = {}
    for at in seen_rows(cursor, len(rows), room):
        if at == before_near and finds.near:
            lines += [[], [("  " + NEAR, muted)]]
        places[len(lines)] = at
        lines.append(rows[at])
    lines = [*lines[: max(height - len(foot), 1)], *foot]
    return FoundView([shorten(line, width, ellipsis) for line in lines], places)


def _new_line(typed: str, here: bool, width: int, paint: Paint) -> Line:
    sign = paint.glyphs.cursor if here else " "
    return [
        (f"{sign} ", paint.style("accent", bold=True)),
        (" ".join(typed.split()), paint.style("text", bold=here)),
        (f"  {NEW_PERSON}", paint.style("muted")),
    ]


def _foot(finds: Finds, height: int, paint: Paint) -> list[Line]:
    if height < 10:
        return []
    told = [finds.where, HOW_BOOKS if finds.has_books else HOW]
    return [line for words in told if words for line in ([], [("  " + words, paint.style("muted"))])]


def where_words(people: int, contacts: int, found: int, *, with_numbers: bool) -> str:
    """Return where was looked: how many of how many, or in words where numbers are off."""
    if not with_numbers:
        return "Looked among people and address books." if contacts else "Looked among people."
    among = f"{people:,} {'person' if people == 1 else 'people'}"
    books = f" and {contacts:,} in address books" if contacts else ""
    return f"{found:,} found among {among}{books}"
