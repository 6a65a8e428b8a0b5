"""Three years of a made-up life, imported, and every number of them beside the rules' second derivation."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from givequest.cli.main import run_command_line
from givequest.domain.kinds import Kind
from givequest.domain.records import Record, read_record
from givequest.domain.rules import Rules

from ..built_in import BUILT_IN, CORE
from ..conftest import Clock
from ..design import vectors
from ..domain.naive import Life
from .conftest import Play, jsonl

FIRST, TODAY = date(2023, 11, 24), date(2026, 11, 23)
VECTORS = [found[1:] for found in vectors("streaks") if found[0]["grace"] == 1 and "o" not in found[1]]
CONFIG = """
grace = 0
[board]
core = ["help", "mentor", "quiet"]
[quests.mentor]
name = "Mentor"
on = "FREQ=WEEKLY;BYDAY=TU,TH"
[quests.introduce]
on = "FREQ=DAILY;INTERVAL=3"
[quests.no-scroll]
giving = false
"""
OWN = {
    **BUILT_IN,
    "mentor": Kind("mentor", "Mentor", schedule="FREQ=WEEKLY;BYDAY=TU,TH"),
    "introduce": Kind("introduce", "Introduce", schedule="FREQ=DAILY;INTERVAL=3"),
    "no-scroll": Kind("no-scroll", "No scroll", giving=False),
}
AS_OF = (
    FIRST - timedelta(days=3), FIRST, date(2023, 12, 31), date(2024, 2, 29), date(2025, 1, 1), date(2025, 6, 15),
    date(2026, 3, 1), TODAY - timedelta(days=1), TODAY,
)  # fmt: skip


class IndexedLife(Life):
    """The same rules; only the records of a day are found without looking through all of them."""

    def __init__(self, records: list[Record], *rest: Any) -> None:
        super().__init__(records, *rest)
        self._index: dict[tuple[date, str], list[Record]] = defaultdict(list)
        for record in self.records:
            self._index[record.day, str(record.type)].append(record)

    def on(self, day: date, type_: str) -> list[Record]:
        """Return the records of one type on a day."""
        return self._index.get((day, type_), [])


def documents_of_a_life(seed: int, kinds: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return what someone logs in three years: eager weeks, lazy weeks, weeks away and days off; in no order."""
    chance = random.Random(seed)
    logged: list[dict[str, Any]] = []

    def add(type_: str, day: date, **fields: Any) -> None:
        document = {"type": type_, "day": day.isoformat(), **fields}
        if chance.random() < 0.5:
            document["id"] = f"{type_}-{len(logged)}"
            document["at"] = f"{day}T{chance.randrange(24):02}:{chance.randrange(60):02}:00+01:00"
        logged.append(document)

    diligence = 0.8
    for number in range((TODAY - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        if number % 7 == 0:
            diligence = chance.choice((0.0, 0.1, 0.4, 0.8, 0.8, 0.95))
        for kind in kinds:
            while chance.random() < diligence * 0.9:
                add("deed", day, kind=kind, effort=chance.randint(1, 3), person=chance.choice((None, "Ana", "Bo")))
                diligence *= chance.choice((1, 1, 1, 0.97))
        for type_, often in (("slip", 0.05), ("rest", 0.06), ("release", 0.03)):
            if chance.random() < often:
                add(type_, day)
        if chance.random() < 0.1:
            add("entry", day, text="word " * chance.choice((3, 14, 15, 40)))
        if chance.random() < 0.02:
            add("gift", day, text="a postcard")
    for ahead in (1, 2, 30):
        add("rest", TODAY + timedelta(days=ahead))
    chance.shuffle(logged)
    return logged


class Lived(NamedTuple):
    """A home into which a life was imported, and that life."""

    home: str
    records: list[Record]
    rules: Rules


@pytest.fixture(scope="module", params=["as-it-comes", "with-a-config"])
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """Two lives: one with the settings as they come, one with kinds, days off and a grace of one's own."""
    home = tmp_path_factory.mktemp("home")
    kinds, core, grace = BUILT_IN, CORE, 1
    if request.param == "with-a-config":
        kinds, core, grace = OWN, ("help", "mentor", "quiet"), 0
        (home / "config").mkdir()
        (home / "config" / "config.toml").write_text(CONFIG)
    starts = {"introduce": TODAY.toordinal()}  # what nobody said the first day of is in step with the day it was set up
    rules = Rules(kinds, core, grace, starts=starts)
    documents = documents_of_a_life(len(kinds), tuple(kinds))
    file = home / "life.jsonl"
    file.write_text(jsonl(*documents))
    clock = Clock(datetime.combine(TODAY, datetime.min.time().replace(hour=8), timezone(timedelta(hours=1))))
    assert run_command_line(["--home", str(home), "import", str(file)], clock) == 0
    return Lived(str(home), [read_record(document) for document in documents], rules)


@pytest.mark.parametrize("as_of", AS_OF, ids=str)
def test_stats_of_an_imported_life_agree_with_the_rules(play: Play, lived: Lived, as_of: date) -> None:
    """Every streak, warmth, total, kept day, rest and level, as of a day in the past or today."""
    stats = play("stats", "--as-of", as_of.isoformat(), "--json", "--home", lived.home).data
    life = IndexedLife(lived.records, lived.rules, as_of)
    month = [as_of.replace(day=number + 1) for number in range(31) if _is_day(as_of, number + 1)]
    assert (stats["as_of"], stats["month"]) == (as_of.isoformat(), as_of.isoformat()[:7])
    assert stats["series"].keys() == {"giving", "board", *lived.rules.kinds}
    for name, found in stats["series"].items():
        expected = life.series(name)
        assert (found["current"], found["best"], found["total"]) == (expected.current, expected.best, expected.total)
        assert found["warmth"] == pytest.approx(expected.warmth, abs=1e-9)
        assert found["kept"] == [day.isoformat() for day in month if _kept(life, name, day)]
    resting = {record.day for record in lived.records if record.type == "rest"}
    known = resting if as_of == TODAY else {day for day in resting if day <= as_of}
    assert stats["rest"] == [day.isoformat() for day in month if day in known]
    xp, _ = life.xp()
    assert stats["xp"] == xp
    assert stats["level"] == math.isqrt(xp // 90) + 1


def _is_day(of_month: date, number: int) -> bool:
    return (of_month.replace(day=1) + timedelta(days=number - 1)).month == of_month.month


def _kept(life: Life, name: str, day: date) -> bool:
    if day > life.today:
        return False
    if name == "giving":
        return life.gives(day)
    if name == "board":
        due = life.due(day)
        return bool(due) and all(life.keeps(kind, day) for kind in due)
    return life.keeps(name, day)


def test_another_month_is_seen_from_the_same_day(play: Play, lived: Lived) -> None:
    """Its days are that month's, its numbers still those of today."""
    now = play("stats", "--json", "--home", lived.home).data
    then = play("stats", "--json", "--month", "2024-02", "--home", lived.home).data
    life = IndexedLife(lived.records, lived.rules, TODAY)
    february = [date(2024, 2, number) for number in range(1, 30)]
    for name, series in then["series"].items():
        assert series["kept"] == [day.isoformat() for day in february if _kept(life, name, day)]
        assert {**series, "kept": 0} == {**now["series"][name], "kept": 0}
    assert (then["xp"], then["level"], then["title"]) == (now["xp"], now["level"], now["title"])


@pytest.mark.parametrize(("signs", "current", "best"), VECTORS)
def test_each_vector_of_the_rules_holds_from_import_to_stats(
    play: Play, tmp_path: Path, signs: str, current: int, best: int
) -> None:
    """K kept, R rest, a dot neither; the last sign is the day that the stats are of."""
    first = date(2025, 12, 26)  # across a New Year
    days = [(first + timedelta(days=number), sign) for number, sign in enumerate(signs)]
    documents = [
        {"type": "deed", "day": day.isoformat(), "kind": "help"} if sign == "K" else {"type": "rest", "day": str(day)}
        for day, sign in days
        if sign != "."
    ]
    file = tmp_path / "vector.jsonl"
    file.write_text(jsonl(*documents))
    assert play("import", str(file)).code == 0
    series = play("stats", "--as-of", str(days[-1][0]), "--json").data["series"]
    for name in ("help", "giving"):
        assert (series[name]["current"], series[name]["best"]) == (current, best)
        assert series[name]["total"] == signs.count("K")
    assert series["quiet"]["total"] == series["board"]["total"] == 0


@pytest.mark.parametrize(("days", "percent"), [(1, 5.19), (2, 10.11), (13, 50.0)])
def test_warmth_grows_as_the_rules_write_it_down(play: Play, tmp_path: Path, days: int, percent: float) -> None:
    """Day after day of one kind."""
    file = tmp_path / "warm.jsonl"
    file.write_text(
        jsonl(*({"type": "deed", "day": f"2026-11-{day:02}", "kind": "help"} for day in range(1, days + 1)))
    )
    assert play("import", str(file)).code == 0
    series = play("stats", "--as-of", f"2026-11-{days:02}", "--json").data["series"]
    assert round(series["help"]["warmth"] * 100, 2) == round(series["giving"]["warmth"] * 100, 2) == percent
