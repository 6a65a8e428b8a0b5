"""Settings: what a person may choose, with a default and a check for all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from types import MappingProxyType
from typing import Any

from givequest.domain.days import DAY_START, WEEKDAYS
from givequest.domain.kinds import Kind, core_of
from givequest.domain.text import clean_line
from givequest.named_tuple import NamedTuple

LATEST_DAY_START = time(6, 0)
"""The latest time at which a new day may begin."""
MOST_GRACE = 7
MOST_FADE = 1200
"""Months, a hundred years of them."""
LONGEST_RULE_ID = 64
LONGEST_THEME = 160
"""Letters of a theme's name, or of two with `auto:` before them."""


class Settings(NamedTuple):
    """A person's choices, checked."""

    kinds: Mapping[str, Kind]
    """Every kind by its id, in the order that they are listed in."""
    core: tuple[str, ...]
    """The ids of the kinds that are on the board every day."""
    day_start: time = DAY_START
    """When a new day begins, at `LATEST_DAY_START` at the latest; what is done earlier counts for the day before."""
    first_weekday: int = 0
    """0 is Monday, 6 is Sunday."""
    grace: int = 1
    """Empty days in a row that never end a streak."""
    numbers: bool = True
    theme: str = ""
    """A theme's name, or `auto:DARK,LIGHT` for two that follow the terminal's ground; empty: the default one."""
    hemisphere: str = "north"
    animations: bool = True
    advance: bool = False
    """Whether the cursor goes on to the next open quest once a deed is logged."""
    mouse: bool = True
    """Whether the app hears of the mouse; otherwise the terminal selects text with it."""
    echoes: bool = True
    """Whether an older deed comes to mind on its day."""
    glyphs: str = "auto"
    """`unicode`, `ascii`, or `auto`: whichever the terminal can show."""
    hushed_hints: tuple[str, ...] = ()
    """The ids of the desk's rules that are never to speak again."""
    fade: int = 0
    """After how many months a name in a deed is shown as initials; 0: never."""
    keys: Mapping[str, str] = MappingProxyType({})
    """The keys (separated by commas) chosen for actions, by the action's id."""

    def as_written(self, name: str) -> str | int | bool:
        """Return one of the plain settings by its name, as the config file has it."""
        return PLAIN_SETTINGS[name].write(getattr(self, name))


def _as_it_is(value: Any) -> str | int | bool:
    written: str | int | bool = value
    return written


class PlainSetting(NamedTuple):
    """How a setting that is one word or number of the config file is read and written."""

    allowed: str
    """What may stand there, to follow "is not" in a sentence."""
    read: Callable[[Any], Any]
    """Returns the value of a TOML value; None for one that is not allowed."""
    write: Callable[[Any], str | int | bool] = _as_it_is
    """Returns the TOML value of a value."""


def _read_time(value: Any) -> time | None:
    found: time | None = value if isinstance(value, time) else None
    if isinstance(value, str):
        hours, colon, minutes = value.partition(":")
        plain = colon and (hours + minutes).isascii() and hours.isdigit() and minutes.isdigit()
        short = plain and max(len(hours), len(minutes)) <= 2
        found = time(int(hours), int(minutes)) if short and int(hours) < 24 and int(minutes) < 60 else None
    if found is None or found > LATEST_DAY_START:
        return None
    return found.replace(second=0, microsecond=0)


def _read_weekday(value: Any) -> int | None:
    is_known = isinstance(value, str) and value.lower() in WEEKDAYS
    return WEEKDAYS.index(value.lower()) if is_known else None


def _read_grace(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value <= MOST_GRACE else None


def _read_name(value: Any) -> str | None:
    is_name = isinstance(value, str) and value == clean_line(value) and len(value) <= LONGEST_THEME
    return value if is_name else None


def _read_ids(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, str):
        return None
    ids = tuple(dict.fromkeys(filter(None, (part.strip() for part in value.split(",")))))
    return ids if all(len(part) <= LONGEST_RULE_ID and part == clean_line(part) for part in ids) else None


def _one_of(*words: str) -> PlainSetting:
    return PlainSetting(" or ".join(words), lambda value: value if value in words else None)


_FLAG = PlainSetting("true or false", lambda value: value if isinstance(value, bool) else None)

PLAIN_SETTINGS: Mapping[str, PlainSetting] = {
    "day_start": PlainSetting(
        f'a time from "00:00" to "{LATEST_DAY_START:%H:%M}"', _read_time, lambda value: f"{value:%H:%M}"
    ),
    "first_weekday": PlainSetting("a weekday, like monday or sunday", _read_weekday, lambda value: WEEKDAYS[value]),
    "grace": PlainSetting(f"a whole number of days from 0 to {MOST_GRACE}", _read_grace),
    "numbers": _FLAG,
    "theme": PlainSetting("a name", _read_name),
    "hemisphere": _one_of("north", "south"),
    "animations": _FLAG,
    "advance": _FLAG,
    "mouse": _FLAG,
    "echoes": _FLAG,
    "glyphs": _one_of("auto", "unicode", "ascii"),
    "hushed_hints": PlainSetting("ids of rules, with commas between them", _read_ids, ", ".join),
}
"""The settings of which each is one word or number in the config file, by name."""


def default_settings(kinds: Mapping[str, Kind]) -> Settings:
    """Return the settings of whoever has changed none, with the kinds that there are."""
    return Settings(kinds, core_of(kinds))
