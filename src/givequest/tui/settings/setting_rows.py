"""What the settings page offers: each setting in words, and the values it can have."""

from __future__ import annotations

from givequest.domain.days import WEEKDAYS
from givequest.domain.settings import LATEST_DAY_START, MOST_GRACE, Settings
from givequest.named_tuple import NamedTuple

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
        "Numbers",
        "Show streaks, levels and percentages, or let the deeds speak for themselves.",
        ((True, "shown"), (False, "hidden")),
    ),
    Choice(
        "grace",
        "Grace",
        "How many empty days in a row a streak forgives.",
        tuple(
            (days, "no empty day" if not days else f"{days} empty day{'s' * (days > 1)}")
            for days in range(MOST_GRACE + 1)
        ),
    ),
    Choice(
        "day_start",
        "Day start",
        "Anything earlier counts for the day before. Days already logged stay put.",
        tuple((f"{hour:02}:00", f"at {hour:02}:00") for hour in range(LATEST_DAY_START.hour + 1)),
    ),
    Choice(
        "first_weekday",
        "First weekday",
        "The first column of calendars.",
        tuple((name, f"on {name.capitalize()}") for name in WEEKDAYS),
    ),
    Choice(
        "hemisphere",
        "Hemisphere",
        "Where you live: it decides which season a month is in.",
        (("north", "northern"), ("south", "southern")),
    ),
    Choice("animations", "Animations", "Whether things move by themselves.", ((True, "on"), (False, "off"))),
    Choice(
        "advance",
        "Advance",
        "Whether logging a quest moves the cursor to the next open one.",
        ((False, "off"), (True, "on")),
    ),
    Choice(
        "mouse",
        "Mouse",
        "Whether clicks do anything here, or are your terminal's, to select text with.",
        ((True, "on"), (False, "off")),
    ),
    Choice(
        "echoes",
        "Echoes",
        "Whether an older deed of yours comes to mind on its day.",
        ((True, "on"), (False, "off")),
    ),
    Choice(
        "glyphs",
        "Glyphs",
        "The characters used for drawing. Choose ASCII if boxes look broken.",
        (("auto", "whatever the terminal can show"), ("unicode", "Unicode"), ("ascii", "ASCII")),
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
