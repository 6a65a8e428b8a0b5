"""The numbers that the design writes down, read from `docs/design.md`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from givequest.domain.progress import experience
from givequest.domain.progress.day_facts import gather_facts
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.domain.progress.streaks import follow
from givequest.domain.records import Record, RecordType
from givequest.domain.rules import GIVING, Rules

from ..built_in import BUILT_IN, CORE
from ..design import block, rows, vectors

FIRST = date(2026, 11, 2)

STREAKS, QUOTAS = vectors("streaks"), vectors("quotas")
XP = {what: int(xp) for what, xp in rows(block("xp"))}
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def record(type_: RecordType, day: date, number: int = 0, **fields: object) -> Record:
    """Return a record with an id of its own."""
    return Record(type_, f"{day}:{type_}:{number}", day, f"{day}T09:00:00+01:00", **fields)  # type: ignore[arg-type]


def progress(records: Iterable[Record], today: date, grace: int = 1) -> ProgressState:
    """Return where these records leave a person today."""
    rules = Rules(BUILT_IN, CORE, grace=grace)
    return History(gather_facts(records, rules), rules).state_on(today, today=today)


def week(signs: str) -> list[Record]:
    """Return a deed for each K and a rest for each R, a day a sign."""
    types = {"K": RecordType.DEED, "R": RecordType.REST}
    return [
        record(types[sign], FIRST + timedelta(days=number), kind="help" if sign == "K" else None)
        for number, sign in enumerate(signs)
        if sign in types
    ]


@pytest.mark.parametrize(("options", "signs", "current", "best"), STREAKS)
def test_a_streak_forgives_as_many_empty_days_in_a_row_as_it_is_told_to(
    options: dict[str, int], signs: str, current: int, best: int
) -> None:
    """Of records, for a kind and for all giving together; a day with an `o` is none of the days of its schedule."""
    today = FIRST + timedelta(days=len(signs) - 1)
    kinds = dict(BUILT_IN)
    if "o" in signs:
        due = [weekday for sign, weekday in zip(signs, WEEKDAYS, strict=False) if sign != "o"]
        kinds["help"] = kinds["help"]._replace(schedule=f"FREQ=WEEKLY;BYDAY={','.join(due)}")
    rules = Rules(kinds, ("help",), options["grace"])
    found = History(gather_facts(week(signs), rules), rules).state_on(today, today=today)
    for series in ("help", *([GIVING] if "o" not in signs else [])):
        assert (found.streak(series).current, found.streak(series).best) == (current, best)


@pytest.mark.parametrize(("options", "signs", "current", "best"), QUOTAS)
@pytest.mark.parametrize("core", [("help",), ("congratulate",)])
def test_a_number_of_days_a_week_is_off_as_long_as_the_days_left_are_enough(
    core: tuple[str, ...], options: dict[str, int], signs: str, current: int, best: int
) -> None:
    """Of a core kind and of any other; a board of that kind alone stands where the kind does."""
    signs = signs.replace("|", "")
    kinds = {**BUILT_IN, "help": BUILT_IN["help"]._replace(times=options["times"])}
    rules = Rules(kinds, core, options["grace"])
    today = FIRST + timedelta(days=len(signs) - 1)
    found = History(gather_facts(week(signs), rules), rules).state_on(today, today=today)
    for series in ("help", *(["board"] if core == ("help",) else [])):
        assert (found.streak(series).current, found.streak(series).best) == (current, best), series
        assert found.streak(series).total == signs.count("K")


@pytest.mark.parametrize(
    ("signs", "boards"),
    [
        ("K.K.K..|K", "BBBBB--|B"),  # full from Saturday on; on a day on which it was done it stays
        ("KKKK...|.", "BBBB---|B"),
        ("......K|K", "BBBBBBB|B"),
        ("KKRRR..|.", "BBBBBBB|B"),
    ],
)
def test_a_number_of_days_a_week_is_on_the_board_until_it_is_reached(signs: str, boards: str) -> None:
    """A tick takes no quest away; the next week begins anew."""
    kinds = {**BUILT_IN, "help": BUILT_IN["help"]._replace(times=3)}
    rules = Rules(kinds, ("help", "quiet"))
    found = History(gather_facts(week(signs.replace("|", "")), rules), rules)
    for number, sign in enumerate(boards.replace("|", "")):
        assert ("help" in found.board_on(FIRST + timedelta(days=number))) == (sign == "B"), number
        assert "help" in found.cards_on(FIRST + timedelta(days=number)) or rules.deck.cards == ()


@pytest.mark.parametrize(("first_weekday", "current"), [(0, 4), (6, 3)])
def test_weeks_begin_with_the_weekday_of_the_rules(first_weekday: int, current: int) -> None:
    """Where a week ends with Sunday, two of its days are left after that Friday; where with Saturday, one."""
    kinds = {**BUILT_IN, "help": BUILT_IN["help"]._replace(times=3)}
    rules = Rules(kinds, ("help",), grace=0, first_weekday=first_weekday)
    lived = week("K....KKK")  # Monday to Monday
    found = History(gather_facts(lived, rules), rules).state_on(FIRST + timedelta(days=7), today=FIRST + timedelta(7))
    assert found.streak("help").current == current


@pytest.mark.parametrize(("signs", "current", "best"), [found[1:] for found in STREAKS if found[0]["grace"] == 1])
def test_a_run_of_signs_comes_to_the_same_streak_as_the_records_behind_it(signs: str, current: int, best: int) -> None:
    """The last sign is today's: an empty one is not over."""
    marks = {"K": DayMark.KEPT, "R": DayMark.REST, "o": DayMark.OFF, ".": DayMark.EMPTY}
    days = [marks[sign] for sign in signs[:-1]] + [DayMark.TODAY if signs[-1] == "." else marks[signs[-1]]]
    streak = follow(days)
    assert (streak.current, streak.best) == (current, best)
    assert streak.total == signs.count("K")


@pytest.mark.parametrize(("days", "percent"), rows(block("warmth")))
def test_warmth_is_that_of_a_daily_habit(days: str, percent: str) -> None:
    """In percent, after so many kept days in a row."""
    found = progress(week("K" * int(days)), FIRST + timedelta(days=int(days) - 1))
    assert f"{found.streak('help').warmth:.2%}" == f"{percent}%"


def test_warmth_halves_in_thirteen_empty_days_and_stays_through_a_rest() -> None:
    """Rest days leave it alone, and so does a today that is not over."""
    warm = progress(week("K" * 9), FIRST + timedelta(days=8)).streak("help").warmth
    cooled = progress(week("K" * 9 + "." * 13 + "."), FIRST + timedelta(days=22)).streak("help").warmth
    rested = progress(week("K" * 9 + "R" * 40), FIRST + timedelta(days=48)).streak("help").warmth
    assert cooled == pytest.approx(warm / 2)
    assert rested == warm


def day_xp(*done: Record, before: Iterable[Record] = ()) -> int:
    """Return the XP of the first day; `before` holds what was done already."""
    return progress([*before, *done], FIRST).xp_of_day


EVERYTHING_ONCE = [
    record(RecordType.DEED, FIRST - timedelta(days=days), number, kind=kind)
    for number, kind in enumerate(BUILT_IN)
    for days in (1, 2)
]
"""Every kind was done before, and giving went on until yesterday."""


@pytest.mark.parametrize("effort", [1, 2, 3])
def test_a_giving_deed_earns_by_its_effort(effort: int) -> None:
    """And nothing for a kind that is not new."""
    deed = record(RecordType.DEED, FIRST, kind="help", effort=effort)
    assert day_xp(deed, before=EVERYTHING_ONCE) == XP[f"deed of effort {effort}"]


def test_a_kept_vow_earns_fifteen_however_often_it_is_logged() -> None:
    """Its effort does not count, and a slip takes it away."""
    vows = [record(RecordType.DEED, FIRST, number, kind="quiet", effort=3) for number in (1, 2)]
    assert day_xp(*vows, before=EVERYTHING_ONCE) == XP["quiet kept"] == 15
    assert day_xp(*vows, record(RecordType.SLIP, FIRST), before=EVERYTHING_ONCE) == 0


@pytest.mark.parametrize(("words", "xp"), [(14, 0), (15, XP["entry of 15 words"]), (400, 5)])
def test_an_entry_of_fifteen_words_earns_five(words: int, xp: int) -> None:
    """Once a day, however many there are."""
    entry = record(RecordType.ENTRY, FIRST, 1, text="word " * words)
    again = record(RecordType.ENTRY, FIRST, 2, text="\n".join(["word"] * words))
    assert day_xp(entry, before=EVERYTHING_ONCE) == xp
    assert day_xp(entry, again, before=EVERYTHING_ONCE) == xp


def test_two_short_entries_are_not_one_long_one() -> None:
    """The fifteen words stand in one entry."""
    entries = [record(RecordType.ENTRY, FIRST, number, text="word " * 8) for number in (1, 2)]
    assert day_xp(*entries, before=EVERYTHING_ONCE) == 0


def test_a_release_earns_five_once_a_day_and_a_gift_earns_nothing() -> None:
    """What comes back is never counted."""
    releases = [record(RecordType.RELEASE, FIRST, number) for number in (1, 2, 3)]
    gift = record(RecordType.GIFT, FIRST, text="a postcard")
    assert day_xp(*releases, gift, before=EVERYTHING_ONCE) == XP["release"] == 5
    assert day_xp(gift, before=EVERYTHING_ONCE) == 0


def test_a_day_earns_sixty_at_most() -> None:
    """However much was done on it."""
    deeds = [record(RecordType.DEED, FIRST, number, kind="help", effort=3) for number in range(9)]
    assert day_xp(*deeds, before=EVERYTHING_ONCE) == XP["most a day"] == 60


def test_the_first_deed_ever_of_a_kind_earns_ten_more() -> None:
    """The vow's too, and each kind once."""
    help_, quiet = (record(RecordType.DEED, FIRST, kind=kind) for kind in ("help", "quiet"))
    assert day_xp(help_) == XP["deed of effort 1"] + XP["first deed of a kind"] == 10 + 10
    assert day_xp(quiet) == 15 + 10
    assert day_xp(help_, record(RecordType.DEED, FIRST, 2, kind="help"), quiet) == 10 + 10 + 15 + 10 + 10


def test_firsts_and_coming_back_are_beyond_what_a_day_earns_at_the_most() -> None:
    """A full day earns them as well; the first quiet deed counts on a day with a slip too."""
    full = [record(RecordType.DEED, FIRST, number, kind="help", effort=3) for number in (1, 2)]
    assert day_xp(*full) == 60 + 10
    later = FIRST + timedelta(days=9)
    back = [record(RecordType.DEED, later, number, kind="listen", effort=3) for number in (3, 4)]
    assert progress([*full, *back], later).xp_of_day == 60 + 10 + 10
    vow = record(RecordType.DEED, FIRST, kind="quiet")
    assert day_xp(vow, record(RecordType.SLIP, FIRST)) == 10


def giving_on(*days: int) -> list[Record]:
    """Return a deed on each of these days, counted from the first."""
    return [record(RecordType.DEED, FIRST + timedelta(days=day), kind="help") for day in days]


@pytest.mark.parametrize(
    ("days", "comebacks"),
    [
        ((0, 3), 0),  # two days between them
        ((0, 4), 1),
        ((0, 40), 1),
        ((0, 4, 8), 1),  # paid four days before
        ((0, 4, 10), 1),  # paid six days before
        ((0, 4, 11), 2),
        ((0, 4, 8, 12), 2),  # the second was not paid, so the third is
        ((4,), 0),  # nobody was away before the first
    ],
)
def test_coming_back_earns_ten_unless_it_did_so_within_six_days(days: tuple[int, ...], comebacks: int) -> None:
    """With at least three days between a giving day and the one before."""
    today = FIRST + timedelta(days=days[-1])
    assert progress(giving_on(*days), today).xp == 10 * len(days) + 10 + XP["coming back"] * comebacks


def test_a_vow_is_no_coming_back() -> None:
    """Only giving days are counted."""
    vow = record(RecordType.DEED, FIRST + timedelta(days=2), kind="quiet")
    with_vow = progress([*giving_on(0, 4), vow], FIRST + timedelta(days=4))
    assert with_vow.xp == 10 + 10 + (15 + 10) + 10 + 10


@pytest.mark.parametrize(("level", "xp"), [(int(level), int(xp)) for level, xp in rows(block("levels"))])
def test_a_level_begins_where_the_square_says(level: int, xp: int) -> None:
    """At 90 (n - 1)² XP, and not one before."""
    assert experience.level_start(level) == xp
    assert experience.level_of(xp) == level
    assert experience.level_of(xp - 1) == max(level - 1, 1)
    assert experience.level_progress(xp) == 0


def test_the_series_board_is_kept_when_every_core_kind_is() -> None:
    """Neither three of four, nor four on two days."""
    core = Rules(BUILT_IN, CORE).core
    deeds = [record(RecordType.DEED, FIRST, kind=kind) for kind in core]
    later = record(RecordType.DEED, FIRST + timedelta(days=1), kind=core[0])
    assert progress(deeds, FIRST).streak("board").current == 1
    assert progress([*deeds[1:], later], FIRST + timedelta(days=1)).streak("board").total == 0
    assert progress([*deeds, record(RecordType.SLIP, FIRST)], FIRST).streak("board").total == 0
