"""`givequest calendar`: the dates of people, read back with the library that calendar programs trust."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from ..conftest import Play


@pytest.fixture
def dated(play: Play) -> Play:
    """Return a command line on a home with dates of all sorts."""
    play("people", "add", "Ana Berg", "--date", "--12-03 birthday", "--date", "2011-07-18 wedding")
    play("people", "add", "Łukasz Śmiały", "--date", "1988-02-29 birthday")
    play("people", "add", "Leap, Year; Esq", "--date", "29 feb " + "a very long day " * 5)
    for name, tie in (("Old Piet", "wall"), ("Inés", "remembered"), ("Ex", "aside")):
        play("people", "add", name, "--tie", tie, "--date", "1 jan birthday")
    play("people", "add", "Tomasz", "--date", "2 jan birthday")
    play("people", "gentle", "Tomasz")
    return play


def events(play: Play, path: Path, *words: str) -> list[Any]:
    """Return the events of the file that a command line writes."""
    assert play("calendar", "-o", str(path), "--force", *words).code == 0
    return list(Calendar.from_ical(path.read_bytes().decode()).walk("VEVENT"))


def test_each_date_is_an_event_of_every_year(dated: Play, tmp_path: Path) -> None:
    """All day long, nobody's busy time, private, and on the last day of February in any year."""
    found = {str(event["summary"]): event for event in events(dated, tmp_path / "people.ics")}
    long_day = ("a very long day " * 5).strip()
    assert found.keys() == {
        "Ana Berg's birthday", "Ana Berg's wedding", "Łukasz Śmiały's birthday", f"Leap, Year; Esq, {long_day}",
    }  # fmt: skip
    starts = {summary: event["dtstart"].dt for summary, event in found.items()}
    assert starts["Ana Berg's birthday"] == date(2026, 12, 3)
    assert starts["Ana Berg's wedding"] == date(2011, 7, 18)
    assert starts["Łukasz Śmiały's birthday"] == date(1988, 2, 29)
    assert starts[f"Leap, Year; Esq, {long_day}"] == date(2026, 2, 28)
    for summary, event in found.items():
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert (event["transp"], event["class"]) == ("TRANSPARENT", "PRIVATE")
        leaps = summary.startswith(("Łukasz", "Leap"))
        rule = {"FREQ": ["YEARLY"]} | ({"BYMONTH": [2], "BYMONTHDAY": [-1]} if leaps else {})
        assert {key: [int(v) if key != "FREQ" else v for v in value] for key, value in event["rrule"].items()} == rule
    assert len({str(event["uid"]) for event in found.values()}) == 4


def test_the_file_is_laid_out_as_the_format_asks_for(dated: Play, tmp_path: Path) -> None:
    """Lines of at most 75 octets that end with a carriage return; the same people, the same bytes."""
    path = tmp_path / "people.ics"
    events(dated, path)
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events(dated, path)
    assert path.read_bytes() == data
    assert path.stat().st_mode & 0o777 == 0o600
    assert dated("calendar").out.encode().replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n")


@pytest.mark.parametrize(
    ("names", "summary"),
    [("first", "Ana's birthday"), ("initials", "A. B.'s birthday"), ("none", "A birthday")],
)
def test_names_stand_in_it_as_they_are_to(dated: Play, tmp_path: Path, names: str, summary: str) -> None:
    """Whole, the first of them, initials, or nobody's; the ids stay, so that one file replaces another."""
    whole = [str(event["uid"]) for event in events(dated, tmp_path / "whole.ics")]
    found = events(dated, tmp_path / "people.ics", "--names", names)
    assert summary in {str(event["summary"]) for event in found}
    assert [str(event["uid"]) for event in found] == whole
    assert "Berg" not in (tmp_path / "people.ics").read_text(encoding="utf-8")


def test_a_reminder_names_nobody_and_counts_nothing(dated: Play, tmp_path: Path) -> None:
    """Once a day, with an alarm that is shown."""
    (event,) = (one for one in events(dated, tmp_path / "people.ics", "--remind", "08:00") if "two" in one["uid"])
    assert str(event["summary"]) == "Two minutes for someone"
    assert event["dtstart"].dt.time() == time(8)
    assert event["rrule"]["FREQ"] == ["DAILY"]
    assert event["dtstamp"].dt == datetime(2026, 1, 1, tzinfo=UTC)
    (alarm,) = event.walk("VALARM")
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta())
    for words in ("8", "25:00", "noon", "08:00x"):
        assert dated("calendar", "--remind", words).code == 2


def test_an_empty_home_has_an_empty_calendar(play: Play, tmp_path: Path) -> None:
    """Which is one that can be read."""
    assert events(play, tmp_path / "people.ics") == []
