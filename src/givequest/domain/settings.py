"""Settings: what a person may choose, with a default for all of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from types import MappingProxyType
from typing import NamedTuple

from givequest.domain.days import DAY_START, WEEKDAYS
from givequest.domain.kinds import Kind, core_of

LATEST_DAY_START = time(6, 0)
"""The latest time at which a new day may begin."""


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
    """A theme's name; empty: the default one."""
    hemisphere: str = "north"
    animations: bool = True
    glyphs: str = "auto"
    """`unicode`, `ascii`, or `auto`: whichever the terminal can show."""
    keys: Mapping[str, str] = MappingProxyType({})
    """The keys (separated by commas) chosen for actions, by the action's id."""

    def as_written(self, name: str) -> str | int | bool:
        """Return one of the plain settings by its name, as the config file has it."""
        if name == "day_start":
            return f"{self.day_start:%H:%M}"
        if name == "first_weekday":
            return WEEKDAYS[self.first_weekday]
        value: str | int | bool = getattr(self, name)
        return value


PLAIN_SETTINGS = tuple(name for name in Settings._fields if name not in ("kinds", "core", "keys"))
"""The names of those that are one word in the config file."""


def default_settings(kinds: Mapping[str, Kind]) -> Settings:
    """Return the settings of whoever has changed none, with the kinds that there are."""
    return Settings(kinds, core_of(kinds))
