"""Records of rules: read strictly, written as they were read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.days import WEEKDAYS
from givequest.domain.records import OWN_TYPES, RulesRecord, home_of, read_any_record, to_document
from givequest.domain.records.partitions import RULES
from givequest.errors import RecordError

from ..design import block

GOOD: dict[str, Any] = {
    "type": "rules",
    "id": "rules.2026-11-25",
    "day": "2026-11-25",
    "at": "2026-11-25T08:00:00+01:00",
    "core": ["help", "quiet"],
    "kinds": {
        "help": {"name": "Help", "giving": True},
        "listen": {"name": "Listen", "giving": True, "times": 3},
        "quiet": {"name": "Quiet", "giving": False, "on": "FREQ=WEEKLY;BYDAY=TU,TH"},
    },
    "first_weekday": "monday",
}
words = st.from_regex(r"[a-z][a-z0-9-]{0,31}", fullmatch=True)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Return rules as they are stored, with fields of a later version here and there."""
    day = draw(st.dates(date(1970, 1, 1), date(9999, 12, 31))).isoformat()
    kinds: dict[str, Any] = {}
    for kind in draw(st.lists(words, min_size=1, max_size=6, unique=True)):
        kinds[kind] = {"name": draw(st.sampled_from(["Help", "Zuhören", "聞く"])), "giving": draw(st.booleans())}
        kinds[kind] |= draw(st.sampled_from([{}, {"on": "FREQ=DAILY;INTERVAL=2"}, {"times": 7}, {"times": 1}]))
        kinds[kind] |= draw(st.sampled_from([{}, {"later": [1, None]}]))
    core = draw(st.lists(st.sampled_from(sorted(kinds)), unique=True))
    head = {"type": "rules", "id": f"rules.{day}", "day": day, "at": f"{day}T08:00:00+01:00"}
    former = draw(st.lists(words.filter(lambda kind: kind not in kinds), max_size=3, unique=True))
    later: dict[str, Any] = dict(draw(st.sampled_from([{}, {"later": {"a": 1}}])))
    later |= {"former": {kind: {"name": "Mentor", "giving": False} for kind in former}} if former else {}
    return {**head, "core": core, "kinds": kinds, "first_weekday": draw(st.sampled_from(WEEKDAYS)), **later}


@given(documents())
def test_rules_are_written_as_they_were_read(document: dict[str, Any]) -> None:
    """Every field, in the order of the kinds, and what this version does not know."""
    record = read_any_record(document)
    assert isinstance(record, RulesRecord)
    assert to_document(record) == document
    assert list(record.kinds) == list(document["kinds"])
    assert read_any_record(to_document(record)) == record
    assert home_of(record) == RULES


def test_rules_need_no_id_and_no_time() -> None:
    """There is one a day."""
    document = {name: value for name, value in GOOD.items() if name not in ("id", "at")}
    record = read_any_record(document)
    assert record.id == "rules.2026-11-25"
    assert record.at.startswith("2026-11-25T12:00:00")


def without(name: str) -> dict[str, Any]:
    """Return good rules but for a field."""
    return {field: value for field, value in GOOD.items() if field != name}


def with_kind(**fields: Any) -> dict[str, Any]:
    """Return good rules but for what holds for one kind; a field that is None is left out."""
    kind = {name: value for name, value in {"name": "Help", "giving": True, **fields}.items() if value is not None}
    return {**GOOD, "kinds": {**GOOD["kinds"], "help": kind}}


@pytest.mark.parametrize(
    "document",
    [
        without("day"),
        without("core"),
        without("kinds"),
        without("first_weekday"),
        {**GOOD, "id": "rules.2026-11-24"},
        {**GOOD, "id": "x"},
        {**GOOD, "id": 5},
        {**GOOD, "day": "2026-11-24"},
        {**GOOD, "at": "yesterday"},
        {**GOOD, "core": "help"},
        {**GOOD, "core": ["mentor"]},
        {**GOOD, "core": ["help", "help"]},
        {**GOOD, "core": [["help"]]},
        {**GOOD, "kinds": []},
        {**GOOD, "kinds": {}, "core": []},
        {**GOOD, "kinds": {"Help!": {"name": "Help", "giving": True}}, "core": []},
        {**GOOD, "kinds": {f"k{number}": {"name": "K", "giving": True} for number in range(65)}, "core": []},
        {**GOOD, "kinds": {**GOOD["kinds"], "help": None}},
        {**GOOD, "former": ["mentor"]},
        {**GOOD, "former": {"mentor": {"name": "Mentor"}}},
        {**GOOD, "former": {f"k{number}": {"name": "K", "giving": True} for number in range(257)}},
        {**GOOD, "first_weekday": "Monday"},
        {**GOOD, "first_weekday": 0},
        {**GOOD, "first_weekday": ["monday"]},
        with_kind(name=""),
        with_kind(name="\x1b\x07"),
        with_kind(name="x" * 25),
        with_kind(name=5),
        with_kind(giving=1),
        {**GOOD, "kinds": {**GOOD["kinds"], "help": {"name": "Help"}}},
        with_kind(on=""),
        with_kind(on="FREQ=DAILY\x1b[2J"),
        with_kind(on="x" * 1001),
        with_kind(on=["FREQ=DAILY"]),
        with_kind(times=0),
        with_kind(times=8),
        with_kind(times=True),
        with_kind(times=2.0),
        with_kind(on="FREQ=DAILY", times=3),
    ],
)
def test_whatever_is_not_so_is_refused_with_a_sentence(document: dict[str, Any]) -> None:
    """What was due is never guessed."""
    with pytest.raises(RecordError) as refused:
        read_any_record(document)
    assert str(refused.value).endswith((".", "+01:00."))


def test_a_name_is_cleaned_of_what_a_terminal_would_obey() -> None:
    """It is shown."""
    record = read_any_record(with_kind(name=" H\x1be\u202elp\n"))
    assert isinstance(record, RulesRecord)
    assert record.kinds["help"].name == "Help"


@pytest.mark.parametrize("type_", ["people", "Rules", "", None, 5, ["rules"]])
def test_a_type_that_nobody_knows_is_refused(type_: Any) -> None:
    """And what is no mapping at all."""
    with pytest.raises(RecordError):
        read_any_record({**GOOD, "type": type_})
    with pytest.raises(RecordError):
        read_any_record([type_])  # type: ignore[arg-type]


@pytest.mark.parametrize("type_", sorted(OWN_TYPES))
def test_every_type_of_its_own_lives_in_a_partition_of_its_own(type_: str) -> None:
    """No year is below 1970, and no such type is in one."""
    lines = [json.loads(line) for line in block("jsonl").splitlines()]
    (document,) = [line for line in lines if line.get("type") == type_]
    record = read_any_record(document)
    assert OWN_TYPES[type_].home(record) == home_of(record) < 1970
    assert to_document(record) == document
