"""Surprises: each earned by a small history, and by nothing less."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from givequest.domain.progress.achievement_list import ACHIEVEMENTS, BY_ID
from givequest.domain.progress.achievement_rules import _SIX_DOORS, AchievementTracker
from givequest.domain.records import Record, read_record
from givequest.domain.text import name_key

MONDAY = date(2026, 3, 2)
TAGS = {
    "congratulate.how": ("specific",), "help.door": ("jobs",), "help.half": ("concrete",), "help.ask": ("receive",),
    "congratulate.song": ("amplify",), "quiet.drawer": ("drawer",), "quiet.away": ("abstain",),
    "congratulate.more": ("question",), "reconnect.warm-up": ("practice",), "reconnect.wall": ("wall",),
}  # fmt: skip


def done(kind: str, day: int = 0, **fields: Any) -> Record:
    """Return a deed so many days after a Monday."""
    return read_record({"type": "deed", "kind": kind, "day": on(day), **fields})


def other(type_: str, day: int = 0) -> Record:
    """Return a record of another type."""
    return read_record({"type": type_, "day": on(day)})


def on(day: int) -> str:
    """Return a day so many days after a Monday."""
    return (MONDAY + timedelta(days=day)).isoformat()


def tracker_of(records: list[Record]) -> AchievementTracker:
    """Return the tracker of some records."""
    tracker = AchievementTracker()
    tracker.take(records, lambda card: TAGS.get(card, ()))
    return tracker


def tagged(card: str, times: int) -> list[Record]:
    """Return deeds from one card on as many days."""
    return [done(card.partition(".")[0], day, card=card) for day in range(times)]


HISTORIES: dict[str, list[Record]] = {
    "coat-off": [done("quiet")],
    "six-doors": [done(kind, number) for number, kind in enumerate(sorted(_SIX_DOORS))],
    "stall-closed": [done("quiet", day * 9) for day in range(7)],
    "string-cut": [other("release", 3), done("help", 3)],
    "eye-for-detail": tagged("congratulate.how", 5),
    "their-name": tagged("congratulate.song", 3),
    "long-lost": [done("help", 0, person="Ana"), done("reconnect", 365, person="Ana")],
    "three-far-ones": [
        *(done("listen", 0, person=person) for person in ("Ana", "Ben", "Cem")),
        *(done("reconnect", 180 + day, person=person) for day, person in enumerate(("Ana", "Ben", "Cem"))),
    ],
    "warm-up": [done("reconnect", 0, card="reconnect.warm-up"), done("reconnect", 3, effort=2)],
    "bridge-of-two": [
        done("introduce", 0, card="introduce.ask-first"),
        done("introduce", 21, card="introduce.hand-over"),
    ],
    "a-door": tagged("help.door", 1),
    "five-lamps": [done("help", day) for day in range(5)],
    "half-done": tagged("help.half", 2),
    "be-helped": tagged("help.ask", 1),
    "without-me": [done("quiet", day, card="quiet.away") for day in (0, 10, 29)],
    "empty-chair": [done("quiet", 0, card="quiet.dont-show-up")],
    "the-drawer": tagged("quiet.drawer", 2),
    "first-leaf": [other("release")],
    "autumn-floor": [other("release", day) for day in range(20)],
    "friend-of-walls": [done("reconnect", 0, card="reconnect.wall"), other("release", 0)],
    "second-question": tagged("congratulate.more", 5),
    "moss-is-green": [done("help", 0), *(done("help", 7 + day) for day in range(5))],
    "came-back": [done("help", 0), done("help", 4)],
    "four-seasons": [done("help", 92 * quarter + day) for quarter in range(4) for day in range(8)],
    "stones": [done("help", day) for day in range(66)],
}


@pytest.mark.parametrize("identity", [achievement.id for achievement in ACHIEVEMENTS])
def test_each_is_earned_by_its_history_on_the_day_of_its_last_deed_and_not_a_deed_sooner(identity: str) -> None:
    """Exactly what the words say, and no less."""
    records = HISTORIES[identity]
    earned = tracker_of(records).earned
    last = max(records, key=lambda record: record.day)
    assert earned[identity].day == last.day.toordinal()
    assert identity not in tracker_of(records[:-1]).earned


@pytest.mark.parametrize(
    ("identity", "records"),
    [
        ("long-lost", [done("help", 0, person="Ana"), done("reconnect", 364, person="Ana")]),
        ("long-lost", [done("help", 0, person="Ana"), done("help", 400, person="Ana")]),
        ("warm-up", [done("reconnect", 0, card="reconnect.warm-up"), done("reconnect", 4, effort=2)]),
        ("warm-up", [done("reconnect", 0, card="reconnect.warm-up"), done("reconnect", 2, effort=1)]),
        ("without-me", [done("quiet", day, card="quiet.away") for day in (0, 10, 30)]),
        ("came-back", [done("help", 0), done("help", 3)]),
        ("stall-closed", [done("quiet", 0) for _ in range(7)]),
        ("stall-closed", [*(done("quiet", day) for day in range(7)), other("slip", 3)]),
        ("empty-chair", [done("quiet", 0, card="quiet.dont-show-up"), other("slip", 0)]),
        ("string-cut", [done("help", 0), other("release", 1)]),
        ("moss-is-green", [done("help", day) for day in range(5)]),
        (
            "bridge-of-two",
            [done("introduce", 0, card="introduce.ask-first"), done("introduce", 22, card="introduce.hand-over")],
        ),
    ],
)
def test_what_is_not_quite_it_earns_nothing(identity: str, records: list[Record]) -> None:
    """The nearest miss of each."""
    assert identity not in tracker_of(records).earned


def test_gifts_entries_slips_and_rests_earn_nothing() -> None:
    """What comes back is never counted, and neither is what is written or rested."""
    gift = read_record({"type": "gift", "day": on(0), "text": "A cake"})
    entry = read_record({"type": "entry", "day": on(1), "text": "word " * 30})
    records = [gift, entry, other("slip", 2), other("rest", 3)] * 30
    assert tracker_of(records).earned == {}


def test_a_person_is_the_same_however_the_name_is_spelt() -> None:
    """Long-lost, and three far ones, are about people and not about spellings."""
    spelt = [done("help", 0, person="Zoë Miller"), done("reconnect", 400, person="zoe miller")]
    assert "long-lost" in tracker_of(spelt).earned
    one = [
        done("listen", 0, person="Ana"),
        *(done("reconnect", 200 + day, person=name) for day, name in enumerate(("ana", "Ana", "ANA"))),
    ]
    assert "three-far-ones" not in tracker_of(one).earned


def test_a_shelf_goes_on_from_where_it_was_kept() -> None:
    """Years are taken in one after the other, and what was kept between them changes nothing."""
    records = [record for history in HISTORIES.values() for record in history]
    records.sort(key=lambda record: (record.day, record.at, record.id))
    for cut in (1, 40, 150, len(records) - 1):
        day = records[cut].day
        before = [record for record in records if record.day < day]
        after = [record for record in records if record.day >= day]
        kept = AchievementTracker.read(tracker_of(before).document())
        kept.take(after, lambda card: TAGS.get(card, ()))
        assert kept.document() == tracker_of(records).document()


def test_going_on_with_a_copy_leaves_the_shelf_as_it_was() -> None:
    """The tracker at a New Year is kept while today's is made from it."""
    tracker = tracker_of(HISTORIES["stones"])
    before = tracker.document()
    tracker.copy().take(HISTORIES["four-seasons"], lambda card: ())
    assert tracker.document() == before


def test_every_surprise_has_words_that_fit_a_line_and_ask_for_nothing() -> None:
    """The words are told in one line, and shame nobody."""
    assert len(ACHIEVEMENTS) == len(BY_ID) == 25
    assert set(HISTORIES) == set(BY_ID)
    for achievement in ACHIEVEMENTS:
        told = f"{achievement.name}: {achievement.line}"
        assert len(told) <= 78
        assert not any(word in told.lower() for word in ("must", "should", "missed", "failed", "streak", "!"))


def test_a_bridge_of_two_is_asking_and_introducing_two_who_should_meet() -> None:
    """Of one spot, within three weeks; of two different ones it is none."""
    ask = [done("introduce", 0, person="Ana", card="spot.x.ask"), done("introduce", 5, person="Ben", card="spot.x.ask")]
    assert "bridge-of-two" not in tracker_of(ask).earned
    assert "bridge-of-two" in tracker_of([*ask, done("introduce", 26, card="spot.x.meet")]).earned
    assert "bridge-of-two" not in tracker_of([*ask, done("introduce", 27, card="spot.x.meet")]).earned
    assert "bridge-of-two" not in tracker_of([*ask, done("introduce", 6, card="spot.y.meet")]).earned
    assert "bridge-of-two" not in tracker_of([done("introduce", 6, card="spot.x.meet")]).earned


def test_long_lost_is_whoever_it_is_under_whichever_name() -> None:
    """What was earned by the name as it is written stays; the second of two has been named as well."""
    records = [done("introduce", 0, person="Bo", other="Ana"), done("reconnect", 400, person="Ana Berg")]
    whose = {"ana": "ana berg"}
    for person_of, earned in ((name_key, False), (lambda name: whose.get(name_key(name), name_key(name)), True)):
        tracker = AchievementTracker()
        tracker.take(records, lambda card: (), person_of)
        assert ("long-lost" in tracker.earned) is earned
        assert AchievementTracker.read(json.loads(json.dumps(tracker.document()))) == tracker
