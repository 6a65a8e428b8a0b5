"""A lifelike history: years of deeds, vows, rests and journal, the same for the same seed.

A person's life is not a constant: weeks are full or thin, there are holidays that are
marked as rest, gaps in which nothing is logged, and seasons. All of it comes out as the
records of JSON Lines, about 2,500 a year.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from .words import invent_people, pick_person, write_note, write_text

SEED = 20261101
KINDS = {"congratulate": 1.4, "help": 1.6, "reconnect": 0.9, "introduce": 0.45, "listen": 0.95}
"""How many deeds of each kind an ordinary day has, on average."""
CARDS = 14
"""Cards of each kind that deeds are done from."""
HEADER = {"format": "givequest", "version": 1}


def write_history(years: int, until: date, seed: int = SEED) -> Iterator[str]:
    """Yield the lines of a file for `givequest import`: `years` years that end with the day `until`.

    The last years of a long history are those of a short one with the same seed, so that
    a ledger with much behind it differs from one with little in nothing but what is behind it.
    """
    yield json.dumps(HEADER)
    for back in range(years, 0, -1):
        yield from _write_year(until - timedelta(days=365 * back - 1), 365, seed * 1000 + back, seed)


def write_calendar_years(first: int, last: int, seed: int = SEED) -> Iterator[str]:
    """Yield such lines for whole calendar years, each the same whatever lies before it."""
    yield json.dumps(HEADER)
    for year in range(first, last + 1):
        days = (date(year, 12, 31) - date(year, 1, 1)).days + 1
        yield from _write_year(date(year, 1, 1), days, seed * 1000 + year, seed)


def _write_year(first: date, days: int, year_seed: int, seed: int) -> Iterator[str]:
    chance = random.Random(year_seed)
    people = invent_people(random.Random(seed))
    mood = chance.uniform(0.9, 1.2)
    pauses = _lay_out_pauses(chance)
    for number in range(days):
        day = first + timedelta(days=number)
        pause = pauses.get(number)
        if pause == "gap":
            continue
        if pause == "rest" or (day.weekday() == 6 and chance.random() < 0.2):
            yield _line(chance, day, "rest")
            if chance.random() < 0.85:
                continue
        season = 1 + 0.25 * math.cos((day.timetuple().tm_yday - 15) / 365 * math.tau)
        yield from _write_day(chance, day, mood * season, people)


def _lay_out_pauses(chance: random.Random) -> dict[int, str]:
    """Return what kept a person away, by the number of the day in the year: two holidays, some gaps."""
    pauses: dict[int, str] = {}
    for holiday in (chance.randrange(180, 240), chance.randrange(345, 355)):
        pauses |= dict.fromkeys(range(holiday, holiday + chance.randrange(7, 15)), "rest")
    for _ in range(chance.randrange(2, 6)):
        begin = chance.randrange(365)
        pauses |= dict.fromkeys(range(begin, begin + chance.choice((1, 1, 2, 3, 5, 9))), "gap")
    return pauses


def _write_day(chance: random.Random, day: date, pace: float, people: list[str]) -> Iterator[str]:
    for kind, usual in KINDS.items():
        whole, part = divmod(usual * pace * chance.uniform(0.4, 1.6), 1)
        for _ in range(int(whole) + (chance.random() < part)):
            yield _line(chance, day, "deed", **_write_deed(chance, kind, people))
    if chance.random() < 0.75:
        vow = {"kind": "quiet", "person": None, "note": None, "effort": 1, "card": _card(chance, "quiet")}
        yield _line(chance, day, "deed", **vow)
    elif chance.random() < 0.5:
        yield _line(chance, day, "slip")
    if chance.random() < 0.7:
        yield _line(chance, day, "entry", text=write_text(chance, chance.randint(20, 110)))
    if chance.random() < 0.15:
        yield _line(chance, day, "release")
    if chance.random() < 0.2:
        yield _line(chance, day, "gift", text=write_text(chance, chance.randint(3, 15)))


def _write_deed(chance: random.Random, kind: str, people: list[str]) -> dict[str, Any]:
    return {
        "kind": kind,
        "person": pick_person(chance, people) if chance.random() < 0.7 else None,
        "note": write_note(chance) if chance.random() < 0.45 else None,
        "effort": chance.choices((1, 2, 3), (6, 3, 1))[0],
        "card": _card(chance, kind) if chance.random() < 0.7 else None,
    }


def _card(chance: random.Random, kind: str) -> str:
    return f"{kind}.bench-{chance.randrange(CARDS):02d}"


def _line(chance: random.Random, day: date, record_type: str, **fields: Any) -> str:
    """Return a record as a line; one in thirty was logged after midnight, before the next day began."""
    late = chance.random() < 1 / 30
    hour = chance.randrange(0, 3) if late else chance.randrange(6, 24)
    offset = timezone(timedelta(hours=2 if 4 <= day.month <= 10 else 1))
    moment = time(hour, chance.randrange(60), chance.randrange(60), tzinfo=offset)
    at = datetime.combine(day + timedelta(days=late), moment)
    identity = f"{chance.getrandbits(64):016x}"
    record = {"type": record_type, "id": identity, "day": day.isoformat(), "at": at.isoformat(), **fields}
    return json.dumps(record, ensure_ascii=False)
