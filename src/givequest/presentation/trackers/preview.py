"""What an import of a history would do, or has done, in a few lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from givequest.application.trackers.import_history import HabitPreview, HistoryPreview
from givequest.domain.change_labels import count_words
from givequest.domain.days import MONTHS
from givequest.domain.kinds import Kind
from givequest.domain.trackers.imported import ImportedHabit, ImportedHistory

NOTHING_NAMED = (
    "Nothing was imported: say what a habit becomes, like --map '{habit}={kind}' or --map '{habit}={kind}:Mum'; "
    "the others stay out."
)
MOST_PROBLEMS = 12
"""What cannot be read is told line by line up to so many; of more, how many."""
_ONE = {
    "days skipped": "day skipped",
    "days ticked by the program itself": "day ticked by the program itself",
    "deleted habits": "deleted habit",
}


def title_line(history: ImportedHistory) -> str:
    """Return what a history is, on one line: `Loop Habit Tracker: 3 habits.`"""
    counted = [count_words(len(history.habits), "habit")] if history.habits else []
    counted += [count_words(len(history.entries), "day") + " of diary"] if history.entries else []
    return f"{history.title}: {' and '.join(counted) or 'nothing in it'}."


def days_words(habit: ImportedHabit) -> str:
    """Return how often a habit was done and when: `312 days, 3 Jan 2024 to 24 Nov 2026`."""
    if not habit.days:
        return "no day"
    first, last = habit.days[0].day, habit.days[-1].day
    when = _short(first) if first == last else f"{_short(first)} to {_short(last)}"
    return f"{count_words(len(habit.days), 'day')}, {when}"


def mapping_words(each: HabitPreview, kinds: Mapping[str, Kind]) -> str:
    """Return what a habit becomes: `Reconnect, Mum`, or `nothing`."""
    if each.mapping is None:
        return "nothing"
    name = kinds[each.mapping.kind].name if each.mapping.kind in kinds else each.mapping.kind
    return ", ".join(filter(None, (name, each.mapping.person)))


def habit_lines(preview: HistoryPreview, kinds: Mapping[str, Kind]) -> list[str]:
    """Return each habit on a line, with its days and what it becomes."""
    rows = [(each.habit.name, days_words(each.habit), mapping_words(each, kinds)) for each in preview.habits]
    width = max((len(name) for name, _, _ in rows), default=0)
    middle = max((len(days) for _, days, _ in rows), default=0)
    return [f"  {name:<{width}}  {days:<{middle}}  {becomes}" for name, days, becomes in rows]


def counted_lines(preview: HistoryPreview, *, is_done: bool) -> list[str]:
    """Return what is added, what is here already, and what is left out and why."""
    new, changed = len(preview.incoming.new) - preview.new_pages, len(preview.incoming.changed)
    counted = ((new, "deed"), (preview.new_pages, "journal page"))
    added = [count_words(count, what) for count, what in counted if count]
    one = new + preview.new_pages == 1
    verb = "would be" if not is_done else "was" if one else "were"
    lines = [f"{' and '.join(added)} {verb} added." if added else "There's nothing new in it."]
    if changed:
        lines.append(f"{changed:,} {'changed' if is_done else 'would change'}.")
    if preview.incoming.known:
        lines.append(f"{preview.incoming.known:,} {'is' if preview.incoming.known == 1 else 'are'} here already.")
    if preview.kept:
        pages = count_words(preview.kept, "page")
        lines.append(f"{pages} of yours {'says' if preview.kept == 1 else 'say'} something else here, and stays so.")
    left_out = [
        f"{count:,} {_ONE.get(reason, reason) if count == 1 else reason}"
        for reason, count in sorted(preview.history.left_out.items())
    ]
    if preview.ahead:
        left_out.append(f"{count_words(preview.ahead, 'day')} still to come")
    if left_out:
        lines.append(f"Left out: {', '.join(left_out)}.")
    return lines


def problem_lines(preview: HistoryPreview) -> list[str]:
    """Return what cannot be read, with file, line and reason; of many, how many more there are."""
    problems = [str(problem) for problem in preview.history.problems]
    more = len(problems) - MOST_PROBLEMS
    return [*problems[:MOST_PROBLEMS], f"And {more:,} more like that."] if more > 0 else problems


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
