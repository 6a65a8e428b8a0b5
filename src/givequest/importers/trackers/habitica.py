"""Habitica: userdata.json. Moments are milliseconds of UTC; a day there begins at the player's own hour and offset.

A history item says how often a habit was scored up, or whether a daily was completed. Older ones have neither, and then
only a rise of the task's value tells. The CSV of the history has a row either way and tells nothing, so it is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from givequest.importers.files.contents import Content
from givequest.importers.trackers.history_builder import HistoryBuilder
from givequest.importers.trackers.tracker import TrackerImporter

_EPOCH = datetime(1970, 1, 1)
_LAST_MOMENT = 253_402_300_799_000
"""The last millisecond of the year 9999."""


def _tasks(content: Content) -> Mapping[str, Any]:
    tasks = content.json.get("tasks") if "tasks" in content.keys else None
    return tasks if isinstance(tasks, dict) else {}


def _fits(content: Content) -> bool:
    return "dailys" in _tasks(content)


def _read(content: Content, builder: HistoryBuilder) -> None:
    preferences = content.json.get("preferences")
    offset, start = (_number(preferences, name) for name in ("timezoneOffset", "dayStart"))
    away = timedelta(minutes=-offset, hours=-start)
    for group, told in (("habits", "scoredUp"), ("dailys", "completed")):
        tasks = _tasks(content).get(group)
        for task in tasks if isinstance(tasks, list) else []:
            if not isinstance(task, dict):
                builder.report(0, f"one of its {group} isn't a task.")
                continue
            habit = builder.habit(str(task.get("text") or ""), str(task.get("_id") or task.get("id") or ""))
            _read_history(task.get("history"), told, away, habit, builder)


def _read_history(history: Any, told: str, away: timedelta, habit: int, builder: HistoryBuilder) -> None:
    before = 0.0  # what a task is worth when it is new
    for item in history if isinstance(history, list) else []:
        value = _number(item, "value", before)
        day = _day(item, away)
        if day is None:
            builder.report(0, "an item of its history has no moment.")
        elif bool(item[told]) if told in item else value > before:
            builder.done(habit, day)
        else:
            builder.advance()
        before = value


def _day(item: Any, away: timedelta) -> date | None:
    moment = item.get("date") if isinstance(item, dict) else None
    if isinstance(moment, str):  # as the oldest files have it
        try:
            found = datetime.fromisoformat(moment)
            utc = found.astimezone(UTC) if found.tzinfo else found
            return (utc.replace(tzinfo=None) + away).date()
        except (ValueError, OverflowError):
            return None
    if isinstance(moment, bool) or not isinstance(moment, int | float) or not 0 <= moment <= _LAST_MOMENT:
        return None
    try:
        return (_EPOCH + timedelta(milliseconds=moment) + away).date()
    except OverflowError:
        return None


def _number(item: Any, name: str, default: float = 0.0) -> float:
    value = item.get(name) if isinstance(item, dict) else None
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
    return float(value) if is_number and value is not None else default


HABITICA = TrackerImporter("habitica", "Habitica", _fits, _read)
