"""HabitTrove: habits.json, with the instant of each completion; a day is done once there are as many as it asks for."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

from givequest.importers.files.contents import Content
from givequest.importers.trackers.beaverhabits import habits_in
from givequest.importers.trackers.history_builder import HistoryBuilder
from givequest.importers.trackers.tracker import TrackerImporter


def _fits(content: Content) -> bool:
    return any("completions" in habit for habit in habits_in(content))


def _read(content: Content, builder: HistoryBuilder) -> None:
    for habit in habits_in(content):
        number = builder.habit(str(habit.get("name") or ""), str(habit.get("id") or ""))
        completions, target = habit.get("completions"), habit.get("targetCompletions")
        needed = target if isinstance(target, int) and target > 0 else 1
        times: Counter[date] = Counter()
        for moment in completions if isinstance(completions, list) else []:
            day = _local_day(moment)
            if day is None:
                builder.report_day(0, moment)
                continue
            times[day] += 1
            if times[day] == needed:
                builder.done(number, day)
            else:
                builder.advance()


def _local_day(moment: Any) -> date | None:
    """Return the day, where the player is, on which an instant of UTC lies."""
    try:
        found = datetime.fromisoformat(moment)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone().date()
    except (TypeError, ValueError, OverflowError, OSError):
        return None


HABITTROVE = TrackerImporter("habittrove", "HabitTrove", _fits, _read)
