"""What importers of trackers put together: habits with their days, entries, and all that was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records import FIRST_YEAR
from givequest.domain.text import clean_text, quoted_value
from givequest.domain.trackers.imported import HabitDay, ImportedEntry, ImportedHabit, ImportedHistory
from givequest.errors import GivequestError
from givequest.importers.book_builder import shortened

Progress = Callable[[int, int], object]
"""Called now and then with how much of how much is read; what it raises ends the reading."""
LONGEST_NAME, LONGEST_NOTE, LONGEST_KEY = 80, 2_000, 300
MOST_HABITS, MOST_DAYS, MOST_PROBLEMS = 500, 200_000, 200
LONGEST_PAGE = 500_000
"""Characters of a day's diary."""
SKIPPED, NOT_BY_HAND, DELETED = "days skipped", "days ticked by the program itself", "deleted habits"
_EVERY = 500


def no_progress(_: int, __: int) -> None:
    """Tell nobody how far it is."""


class _Habit:
    __slots__ = ("days", "key", "name")

    def __init__(self, key: str, name: str) -> None:
        self.key = key
        self.name = name
        self.days: dict[date, HabitDay] = {}

    def built(self) -> ImportedHabit:
        days = sorted(self.days.values())
        return ImportedHabit(self.key, self.name, tuple(days))


class HistoryBuilder:
    """The habits and entries of one source, as they are read."""

    def __init__(self, place: str, progress: Progress = no_progress) -> None:
        self.place = place
        self._progress = progress
        self._habits: list[_Habit] = []
        self._pages: dict[date, tuple[str, list[str]]] = {}
        self._left_out: Counter[str] = Counter()
        self._problems: list[Diagnostic] = []
        self._unsaid = 0
        self._count = 0
        self.total = 0
        """How many lines or items there are, as far as is known."""

    def advance(self) -> None:
        """Count one more line or item. Raises `GivequestError` where there are more than anybody has done."""
        self._count += 1
        if self._count > MOST_DAYS:
            raise GivequestError(f"{self.place} has more than {MOST_DAYS:,} days in it; no history is that long.")
        if self._count % _EVERY == 0:
            self._progress(self._count, max(self.total, self._count))

    def habit(self, name: str, key: str = "") -> int:
        """Add a habit and return its number; `key` is what the source knows it by, else its name is.

        Raises `GivequestError` where there are more than anybody has.
        """
        if len(self._habits) >= MOST_HABITS:
            raise GivequestError(f"{self.place} has more than {MOST_HABITS} habits; nobody has that many.")
        shown = shortened(name, LONGEST_NAME) or f"Habit {len(self._habits) + 1}"
        same = sum(habit.name == shown or habit.name.startswith(f"{shown} (") for habit in self._habits)
        shown = f"{shown} ({same + 1})" if same else shown
        self._habits.append(_Habit(shortened(key, LONGEST_KEY) or shown, shown))
        return len(self._habits) - 1

    def done(self, habit: int, day: date, note: str = "", line: int = 0) -> None:
        """Note that a habit was done on a day; the later of two notes of one day counts."""
        self.advance()
        if day.year < FIRST_YEAR:
            self.report(line, f"{day.isoformat()} is before {FIRST_YEAR}, so it's left out.")
            return
        self._habits[habit].days[day] = HabitDay(day, shortened(note, LONGEST_NOTE))

    def undone(self, habit: int, day: date) -> None:
        """Take back that a habit was done on a day: a later line says so."""
        self._habits[habit].days.pop(day, None)

    def entry(self, day: date, time: str, text: str, line: int = 0) -> None:
        """Add what was written at a time of a day, behind what was written on it before."""
        self.advance()
        text = clean_text(text).strip()
        if not text:
            return
        if day.year < FIRST_YEAR:
            self.report(line, f"{day.isoformat()} is before {FIRST_YEAR}, so it's left out.")
            return
        first, texts = self._pages.setdefault(day, (time, []))
        if sum(map(len, texts)) + len(text) > LONGEST_PAGE:
            self.report(line, f"{day.isoformat()} has more than {LONGEST_PAGE:,} characters; the rest is left out.")
            return
        texts.append(text)
        self._pages[day] = (min(filter(None, (first, time)), default=""), texts)

    def leave_out(self, reason: str) -> None:
        """Leave out something that can be read, and was not done."""
        self._left_out[reason] += 1

    def report(self, line: int, message: str) -> None:
        """Say what cannot be read in a line; 0 stands for no line in particular."""
        if len(self._problems) >= MOST_PROBLEMS:
            self._unsaid += 1
            return
        self._problems.append(Diagnostic(f"{self.place}, line {line}" if line else self.place, message))

    def report_day(self, line: int, value: object) -> None:
        """Say that something is no day."""
        self.report(line, f"{quoted_value(value, 40)} isn't a day.")

    def build(self, source: str, title: str) -> ImportedHistory:
        """Return the history."""
        habits = tuple(habit.built() for habit in self._habits)
        pages = sorted(self._pages.items())
        entries = tuple(ImportedEntry(day, time, "\n\n".join(texts)) for day, (time, texts) in pages)
        problems = list(self._problems)
        if self._unsaid:
            problems.append(Diagnostic(self.place, f"{self._unsaid:,} more lines can't be read."))
        return ImportedHistory(source, title, self.place, habits, entries, dict(self._left_out), tuple(problems))
