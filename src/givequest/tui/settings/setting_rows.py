"""What the settings page offers: each setting in words, and the values it can have."""

from __future__ import annotations

from typing import NamedTuple

from givequest.domain.days import WEEKDAYS
from givequest.domain.settings import LATEST_DAY_START, MOST_GRACE, Settings

Value = str | int | bool


class Choice(NamedTuple):
    """A setting of the config file."""

    key: str
    """Its name in the file."""
    label: str
    help: str
    values: tuple[tuple[Value, str], ...]
    """Each value as the file has it, and in words; none: it has a page of its own."""


CHOICES: tuple[Choice, ...] = (
    Choice("theme", "Theme", "How everything looks. Enter opens the list of themes.", ()),
    Choice(
        "numbers",
        "Figures",
        "Streaks, levels and percentages; hidden, the deeds speak for themselves.",
        ((True, "shown"), (False, "hidden")),
    ),
    Choice(
        "grace",
        "Grace",
        "Empty days in a row that never end a streak.",
        tuple(
            (days, "no empty day" if not days else f"{days} empty day{'s' * (days > 1)}")
            for days in range(MOST_GRACE + 1)
        ),
    ),
    Choice(
        "day_start",
        "A day begins",
        "What is done earlier counts for the day before. Days that are logged stay as they are.",
        tuple((f"{hour:02}:00", f"at {hour:02}:00") for hour in range(LATEST_DAY_START.hour + 1)),
    ),
    Choice(
        "first_weekday",
        "A week begins",
        "The first column of calendars.",
        tuple((name, f"on {name.capitalize()}") for name in WEEKDAYS),
    ),
    Choice(
        "hemisphere",
        "Seasons",
        "Which season a month is in.",
        (("north", "of the north"), ("south", "of the south")),
    ),
    Choice("animations", "Motion", "Whether anything moves by itself.", ((True, "some"), (False, "none"))),
    Choice(
        "echoes",
        "Echoes",
        "Whether an older deed of yours comes to mind on its day.",
        ((True, "on"), (False, "off")),
    ),
    Choice(
        "glyphs",
        "Signs",
        "The signs that are drawn with; ASCII is for terminals and fonts that have no others.",
        (("auto", "as the terminal can"), ("unicode", "Unicode"), ("ascii", "ASCII")),
    ),
)


def value_of(choice: Choice, settings: Settings) -> Value:
    """Return the value of a setting as the config file would have it."""
    return settings.as_written(choice.key)


def words_of(choice: Choice, value: Value) -> str:
    """Return a value in words; one that is not among those offered as it is."""
    return next((words for offered, words in choice.values if offered == value), str(value))


def beside(choice: Choice, value: Value, step: int) -> Value:
    """Return the value a step on from another, around the ends."""
    values = [offered for offered, _ in choice.values]
    if value in values:
        return values[(values.index(value) + step) % len(values)]
    return values[0 if step > 0 else -1]
