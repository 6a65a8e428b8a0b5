"""The text of a schedule before dateutil reads it: its dates as days alone, its numbers within their ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping

EXAMPLE = "FREQ=WEEKLY;BYDAY=TU,TH"
LONGEST = 500
"""Characters of a schedule."""
OF_THE_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
_LIMITS: Mapping[str, tuple[int, int]] = {
    "INTERVAL": (1, 1000), "COUNT": (1, 1000),
    "BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "BYYEARDAY": (-366, 366), "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366), "BYEASTER": (-80, 250), "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 59),
}  # fmt: skip
"""The least and the greatest number of each part; Easter lies at least so far within its year."""
_FROM_THE_END = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
"""Parts that count from 1, or backwards from -1."""
_OF_THE_CALENDAR = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY", "BYWEEKDAY", "BYSETPOS")
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T[\d:]+(?:\.\d+)?Z?)?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_NUMBERED_WEEKDAY = re.compile(r"([+-]?\d+)[A-Z]{2}|[A-Z]{2}\(([+-]?\d+)\)", re.ASCII)

Parts = Mapping[str, str]
"""The parts of a rule by their names."""


class NoSchedule(ValueError):
    """A text is no schedule; a sentence without its end says why."""

    def __init__(self, text: str, reason: str = "") -> None:
        shown = repr(text if len(text) <= 60 else text[:59] + "…")
        super().__init__(f"{shown} {reason or f'is not a schedule; an example is {EXAMPLE}'}")


def checked_lines(text: str) -> tuple[list[str], list[Parts]]:
    """Return the lines of a schedule as dateutil reads them, and the parts of its rules.

    `NoSchedule` for what is finer than a day, for a number out of its range, and for a date that is not written as one.
    """
    if len(text) > LONGEST:
        raise NoSchedule(text, f"is longer than {LONGEST} characters")
    lines = [_with_days_alone(line, text) for line in text.upper().split()]
    rules = [_parts_of(line) for line in lines if _is_rule(line)]
    for parts in rules:
        _check(parts, text)
    return lines, rules


def _is_rule(line: str) -> bool:
    return ":" not in line or line.startswith(("RRULE", "EXRULE"))


def _parts_of(line: str) -> Parts:
    return {name: value for name, _, value in (pair.partition("=") for pair in line.rpartition(":")[2].split(";"))}


def _with_days_alone(line: str, text: str) -> str:
    if _is_rule(line):
        head, colon, rule = line.rpartition(":")
        pairs = [pair.partition("=") for pair in rule.split(";")]
        dated = (name + sign + (_day(value, text) if name == "UNTIL" else value) for name, sign, value in pairs)
        return head + colon + ";".join(dated)
    head, _, value = line.partition(":")
    return f"{head.partition(';')[0]}:{','.join(_day(part, text) for part in value.split(','))}"


def _day(value: str, text: str) -> str:
    match = _DATE.fullmatch(value)
    if match is None:
        raise NoSchedule(text, "has a date that isn't written like 20261130")
    return "".join(match.groups())


def _check(parts: Parts, text: str) -> None:
    frequency = parts.get("FREQ", "")
    if frequency in ("HOURLY", "MINUTELY", "SECONDLY") or any("," in parts.get(name, "") for name in OF_THE_DAY):
        raise NoSchedule(text, "repeats within a day; use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")
    for name, (least, most) in _LIMITS.items():
        for number in parts[name].split(",") if name in parts else ():
            if not _NUMBER.fullmatch(number):
                raise NoSchedule(text)
            counts_back = name in _FROM_THE_END
            if not least <= int(number) <= most or (counts_back and not int(number)):
                allowed = f"1 to {most}, or -1 to {least}" if counts_back else f"{least} to {most}"
                raise NoSchedule(text, f"has {name}={number}; it goes from {allowed}")
    if "BYEASTER" in parts and (frequency != "YEARLY" or any(name in parts for name in _OF_THE_CALENDAR)):
        raise NoSchedule(text, "has BYEASTER, which takes FREQ=YEARLY and no other BY beside it")
    most = {"MONTHLY": 5, "YEARLY": 5 if "BYMONTH" in parts else 53}.get(frequency, 0)
    for match in _NUMBERED_WEEKDAY.finditer(f"{parts.get('BYDAY', '')},{parts.get('BYWEEKDAY', '')}"):
        if not most:
            raise NoSchedule(text, f"has a numbered weekday, {match[0]}, which takes FREQ=MONTHLY or YEARLY")
        if not 1 <= abs(int((match[1] or match[2])[:9])) <= most:
            raise NoSchedule(text, f"has {match[0]}, and there are {most} at most")
