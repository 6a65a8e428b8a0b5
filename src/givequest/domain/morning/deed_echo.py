"""Deed echoes: one of a person's own deeds comes to mind on its day, at most one a day.

Nothing is asked, nothing is compared with today, and nobody is named who is not to be named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from givequest.domain.days import is_leap_year
from givequest.domain.kinds import Kind
from givequest.domain.morning.lines import years_in_words
from givequest.domain.records import Record, RecordType, order_of
from givequest.domain.text import end_sentence
from givequest.named_tuple import NamedTuple

HUNDRED = 100
"""Days after which a deed comes to mind where no year is round."""
JOINED = ("and ", "to ")
"""What a note begins with that goes on after a name without a comma: "introduced Samir and Lena"."""
LEADING = (
    "about", "after", "as", "at", "because", "before", "by", "during", "for", "from", "in", "of", "on", "over",
    "until", "when", "while", "who", "with", "without",
)  # fmt: skip
"""What a note begins with that goes on after a comma: "congratulated Ana, for how she ran the retro"."""


class DeedEcho(NamedTuple):
    """A deed that comes to mind."""

    deed: Record
    distance: str
    """How long ago it was: "A year ago today"."""
    past: str = ""
    """What was done, as the kind says it: "congratulated"; empty where it does not."""

    def words(self, room: int = 200) -> str:
        """Return it as a sentence of at most `room` characters, the note left out or cut where there is no room."""
        whole = self._sentence(self.deed.note or "")
        if len(whole) <= room:
            return whole
        if self.deed.person and len(brief := self._sentence("")) <= room:
            return brief
        return f"{whole[: max(room - 3, 0)].rstrip(' ,.:;')}..."

    @property
    def plain_words(self) -> str:
        """It as a sentence that doesn't say how long ago it was."""
        words = self._replace(distance="")._sentence(self.deed.note or "").lstrip(" :,")
        return words[:1].upper() + words[1:]

    def _sentence(self, note: str) -> str:
        person = self.deed.person or ("someone" if _joint(note) == ", " and self.past else "")
        if not person:
            return end_sentence(f"{self.distance}: {note}")
        done = f" you {self.past} {person}" if self.past else f", for {person}"
        joint = (_joint(note) if self.past else ": ") if note else ""
        return end_sentence(f"{self.distance}{done}{joint}{note}")


def _is_half(record: Record) -> bool:
    """Return whether a note goes on from a name that is not there."""
    return not record.person and (record.note or "").startswith(JOINED)


def _joint(note: str) -> str:
    if note.startswith(JOINED):
        return " "
    return ", " if note.split(" ", 1)[0] in LEADING else ": "


def deed_echo_days(today: date, first_year: int) -> list[tuple[date, str]]:
    """Return the days that a day looks back on, with the words for the distance: round years, the nearest first."""
    days = []
    for years in range(1, today.year - first_year + 1):
        if (today.month, today.day) == (2, 29) and not is_leap_year(today.year - years):
            continue
        days.append((today.replace(year=today.year - years), f"{years_in_words(years)} ago today"))
    hundred = today.toordinal() - HUNDRED
    if hundred > 0 and (day := date.fromordinal(hundred)).year >= first_year:
        days.append((day, "A hundred days ago"))
    return days


def find_deed_echo(
    today: date,
    first_year: int,
    records_on: Callable[[date], Iterable[Record]],
    kinds: Mapping[str, Kind],
    may_name: Callable[[str], bool] = lambda person: True,
) -> DeedEcho | None:
    """Return the deed that a day brings back, the same all day long; None where there is none.

    Only giving deeds with a person or a note; of a person who is not to be named nothing comes back. The greatest
    effort comes first, then the oldest; what is a hundred days old only where nothing is of a round year, and where it
    has both: whoever gives daily would have one every day.
    """
    found = find_deed_echoes(today, first_year, records_on, kinds, may_name)
    return min(found, key=_rank, default=None)


def find_deed_echoes(
    today: date,
    first_year: int,
    records_on: Callable[[date], Iterable[Record]],
    kinds: Mapping[str, Kind],
    may_name: Callable[[str], bool] = lambda person: True,
) -> list[DeedEcho]:
    """Return the deed that each of the days brings back that a day looks back on, the nearest first."""
    found: list[DeedEcho] = []
    for day, distance in deed_echo_days(today, first_year):
        if found and day.month != today.month:
            break
        told: list[DeedEcho] = []
        for record in records_on(day):
            kind = kinds.get(record.kind or "")
            is_told = record.type is RecordType.DEED and kind is not None and kind.giving
            if kind is None or not is_told or not (record.person or record.note):
                continue
            if record.person and not may_name(record.person):
                continue
            is_hundred = today.toordinal() - day.toordinal() == HUNDRED
            if (is_hundred and not (record.person and record.note)) or _is_half(record):
                continue
            told.append(DeedEcho(record, distance, kind.past))
        found += [min(told, key=_rank)] if told else []
    return found


def _rank(echo: DeedEcho) -> tuple[int, date, object]:
    return -echo.deed.effort, echo.deed.day, order_of(echo.deed)
