"""What programs read: the shapes of JSON, exactly as they are promised."""

from __future__ import annotations

import json
from typing import Any

from ..conftest import Clock
from ..exported import facts_in
from .conftest import Play

QUEST = {
    "kind": str,
    "card": str | None,
    "title": str,
    "prompt": str,
    "why": str,
    "effort": int,
    "core": bool,
    "done": bool,
    "person": (str, type(None)),
    "spot": (str, type(None)),
}
TODAY = {
    "day": str,
    "rest": bool,
    "quests": [QUEST],
    "beside": type(None),
    "streaks": {"*": {"current": int, "best": int}},
    "xp": int,
    "xp_today": int,
    "level": int,
    "title": str,
}
STATS = {
    "as_of": str,
    "month": str,
    "series": {"*": {"current": int, "best": int, "warmth": float, "total": int, "kept": [str]}},
    "rest": [str],
    "xp": int,
    "level": int,
    "title": str,
}
HEAD = {"type": str, "id": str, "day": str, "at": str}
DEED = {**HEAD, "kind": str, "person": str | None, "note": str | None, "effort": int, "card": str | None}
SHAPES: dict[str, dict[str, Any]] = {
    "deed": DEED,
    "slip": HEAD,
    "rest": HEAD,
    "release": HEAD,
    "entry": {**HEAD, "text": str},
    "gift": {**HEAD, "text": str},
    "redraw": {**HEAD, "kind": str},
}
SERIES = {"giving", "board", "congratulate", "help", "reconnect", "introduce", "listen", "quiet"}


def agrees(value: Any, shape: Any) -> bool:
    """Return whether a value has a shape, no key more or fewer; a bool is no int and an int no float."""
    if isinstance(shape, list):
        return isinstance(value, list) and all(agrees(item, shape[0]) for item in value)
    if isinstance(shape, dict) and "*" in shape:
        return isinstance(value, dict) and all(agrees(item, shape["*"]) for item in value.values())
    if isinstance(shape, dict):
        return (
            isinstance(value, dict) and value.keys() == shape.keys() and all(agrees(value[k], shape[k]) for k in shape)
        )
    return type(value) is shape if isinstance(shape, type) else isinstance(value, shape)


def live_a_little(play: Play) -> None:
    """Log one of everything."""
    for words in (
        ("log", "help", "Ana", "-m", "read her draft", "--effort", "2"),
        ("log", "quiet"),
        ("log", "congratulate", "--day", "yesterday"),
        ("slip", "--day", "2026-11-20"),
        ("rest", "2026-11-21"),
        ("journal", "a", "page"),
        ("gift", "a", "postcard"),
        ("release",),
    ):
        assert play(*words).code == 0, words


def test_a_shape_is_not_agreed_with_by_what_is_only_like_it() -> None:
    """So that the checks below can fail."""
    assert agrees({"current": 1, "best": 2}, {"current": int, "best": int})
    assert not agrees({"current": 1}, {"current": int, "best": int})
    assert not agrees({"current": 1, "best": 2, "more": 3}, {"current": int, "best": int})
    assert not agrees([True], [int])
    assert not agrees({"giving": 1}, {"*": float})


def test_today_prints_the_board_in_its_shape_before_and_after_a_day_is_lived(play: Play) -> None:
    """Four core quests, each with a card, and one bonus."""
    for _ in range(2):
        board = play("today", "--json").data
        assert agrees(board, TODAY)
        assert board["day"] == "2026-11-23"
        assert board["streaks"].keys() == SERIES
        assert [quest["kind"] for quest in board["quests"]][:4] == ["congratulate", "help", "reconnect", "quiet"]
        assert [quest["core"] for quest in board["quests"]] == [True] * 4 + [False]
        assert all(quest["card"] and quest["prompt"] for quest in board["quests"] if quest["core"])
        assert all(quest["effort"] in (1, 2, 3) for quest in board["quests"])
        live_a_little(play)
    assert [quest["done"] for quest in board["quests"]] == [False, True, False, True, False]
    assert board["xp_today"] == 20 + 10 + 15 + 10 + 5  # a deed, quiet, the first of each, a release
    assert board["xp"] == board["xp_today"] + 10 + 10


def test_stats_print_every_series_in_its_shape(play: Play) -> None:
    """Warmth lies between 0 and 1, days are ISO days of the month."""
    live_a_little(play)
    stats = play("stats", "--json").data
    assert agrees(stats, STATS)
    assert (stats["as_of"], stats["month"]) == ("2026-11-23", "2026-11")
    assert stats["series"].keys() == SERIES
    assert stats["series"]["giving"]["kept"] == ["2026-11-22", "2026-11-23"]
    assert stats["series"]["giving"]["total"] == stats["series"]["giving"]["current"] == 2
    assert stats["series"]["quiet"]["kept"] == ["2026-11-23"]
    assert abs(stats["series"]["help"]["warmth"] - 0.0519) < 0.0001
    assert stats["rest"] == ["2026-11-21"]


def test_stats_of_nothing_have_the_same_shape(play: Play) -> None:
    """A fresh home, and a month long before it."""
    for words in ((), ("--month", "1999-02"), ("--as-of", "2020-02-29")):
        stats = play("stats", "--json", *words).data
        assert agrees(stats, STATS)
        assert all(series["total"] == 0 and series["kept"] == [] for series in stats["series"].values())


def test_a_month_ahead_shows_its_planned_rest_and_no_kept_day(play: Play) -> None:
    """Rest can be planned; nothing else lies ahead."""
    live_a_little(play)
    play("rest", "2026-12-24..2026-12-26")
    stats = play("stats", "--json", "--month", "2026-12").data
    assert stats["month"] == "2026-12"
    assert stats["rest"] == ["2026-12-24", "2026-12-25", "2026-12-26"]
    assert stats["series"]["giving"]["kept"] == []
    assert stats["series"]["giving"]["current"] == 2


def test_log_prints_the_record_that_the_export_has(play: Play) -> None:
    """With every field of a deed, nulls too."""
    full = play("log", "help", "Ana", "-m", "read her draft", "--effort", "2", "--json").data
    plain = play("log", "quiet", "--json").data
    assert agrees(full, DEED)
    assert agrees(plain, DEED)
    assert {**full, "id": "?"} == {
        "type": "deed",
        "id": "?",
        "day": "2026-11-23",
        "at": "2026-11-23T08:00:00+01:00",
        "kind": "help",
        "person": "Ana",
        "note": "read her draft",
        "effort": 2,
        "card": None,
    }
    exported = facts_in(play("export").out)
    assert all(record.pop("seq") > 0 for record in exported)
    assert sorted(exported, key=lambda record: record["kind"]) == [full, plain]


def test_an_export_is_a_header_and_then_a_record_a_line_in_the_shape_of_its_type(play: Play, clock: Clock) -> None:
    """Days in order, whatever the order they were logged in."""
    live_a_little(play)
    clock.move(hours=1)
    exported = play("export").out
    header, rules, *_ = map(json.loads, exported.splitlines())
    assert header == {"format": "givequest", "version": 1}
    kinds = {kind: {"name": str, "giving": bool} for kind in rules["kinds"]}
    shape = {"type": str, "id": str, "day": str, "at": str, "core": [str], "kinds": kinds, "first_weekday": str}
    assert agrees(rules, {**shape, "seq": int})
    assert rules["type"] == "rules"
    records = facts_in(exported)
    assert len(records) == 8
    assert all(agrees(record, {**SHAPES[record["type"]], "seq": int}) for record in records)
    assert [record["day"] for record in records] == sorted(record["day"] for record in records)
