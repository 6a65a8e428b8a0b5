"""The first plants: the ten logged first, each in a seat by the bench that nothing logged later takes from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.domain.forest.first_plants import (
    FIRST,
    FIRST_NUMBER,
    FirstPlanting,
    first_plantings,
    is_seat,
    seat_at,
    seats_of,
)
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.places import path_at
from givequest.domain.forest.planting import planting_of, plantings_of
from givequest.domain.records import Record, read_record

from ...built_in import BUILT_IN, SPECIES

DAY = date(2026, 3, 2)
LOGGED = datetime(2026, 3, 2, 8, tzinfo=UTC)


def deed(identity: str, minute: int, back: int, kind: str) -> Record:
    """Return a deed logged at a minute, for a day so many days before."""
    at, day = LOGGED + timedelta(minutes=minute), DAY - timedelta(days=back)
    return read_record({"type": "deed", "id": identity, "day": str(day), "at": at.isoformat(), "kind": kind})


DEEDS = st.lists(
    st.builds(
        deed,
        st.text("0123456789abcdef", min_size=12, max_size=12),
        st.integers(0, 5000),
        st.integers(0, 400),
        st.sampled_from(sorted(BUILT_IN)),
    ),
    min_size=1,
    max_size=24,
    unique_by=lambda record: record.id,
).map(lambda records: sorted(records, key=lambda record: (datetime.fromisoformat(record.at), record.id)))


def grove_of(records: Sequence[Record]) -> Grove:
    """Return what some records have grown."""
    firsts = first_plantings(records)
    grove = Grove("seed", SPECIES, firsts)
    grove.plant(plantings_of(records))
    return grove


def places(records: Sequence[Record]) -> dict[str, int | None]:
    """Return the number of the place of each deed."""
    grove = grove_of(records)
    return {record.id: grove.number_of(planting) for record in records if (planting := planting_of(record))}


@settings(max_examples=60, deadline=None)
@given(DEEDS)
def test_the_first_ten_logged_have_a_seat_each_and_no_others(records: list[Record]) -> None:
    """Whatever day they were logged for."""
    stand = places(records)
    seated = [number for record in records[:FIRST] if is_seat(number := stand[record.id] or 0)]
    assert len(set(seated)) == min(FIRST, len(records))
    assert not any(is_seat(stand[record.id] or 0) for record in records[FIRST:])
    assert {plant.place.number for plant in grove_of(records).plants() if plant.is_first} == set(seated)


@settings(max_examples=60, deadline=None)
@given(DEEDS, st.integers(0, 24), st.integers(0, 400))
def test_nothing_that_is_logged_later_moves_what_stands_whatever_day_it_is_for(
    records: list[Record], cut: int, back: int
) -> None:
    """Deeds one after the other, and a backdated one at the end; undo takes each of them back in turn."""
    before, after = places(records[: max(cut, 1)]), places([*records, deed("backdated", 9000, back, "help")])
    assert before.items() <= after.items()


@settings(max_examples=60, deadline=None)
@given(DEEDS, st.integers(0, 23))
def test_a_deed_that_is_taken_away_moves_none_that_was_logged_before_it(records: list[Record], gone: int) -> None:
    """Its seat is free for those after it, and the next in line comes forward."""
    gone %= len(records)
    left = records[:gone] + records[gone + 1 :]
    before, after = places(records), places(left)
    stays = [record.id for record in [*records[:gone], *records[max(FIRST, gone) + 1 :]]]
    assert all(after[identity] == before[identity] for identity in stays)
    moved = [record for record in left if after[record.id] != before[record.id]]
    assert all(is_seat(after[record.id] or 0) for record in moved)
    assert not moved or gone < FIRST


@settings(max_examples=60, deadline=None)
@given(DEEDS, st.integers(0, 9), st.sampled_from(sorted(BUILT_IN)))
def test_another_kind_for_a_deed_moves_no_other(records: list[Record], which: int, kind: str) -> None:
    """What is mended later stands in the same seat, as another plant."""
    which %= len(records)
    mended = [*records[:which], records[which]._replace(kind=kind), *records[which + 1 :]]
    before, after = places(records), places(mended)
    assert all(before[record.id] == after[record.id] for record in records if record.id != records[which].id)


def test_a_kind_that_rests_keeps_its_seat_free() -> None:
    """It's taken out of the config, and put back: nobody has moved."""
    records = [deed(f"{number}", number, 0, "help" if number % 2 else "quiet") for number in range(FIRST)]
    firsts = first_plantings(records)
    every, some = seats_of(firsts, SPECIES), seats_of(firsts, {"help": SPECIES["help"]})
    assert some.items() < every.items()


def test_the_land_is_that_of_the_deed_logged_first_whatever_day_it_is_for() -> None:
    """Writing down an older deed later moves no hill; the time zone it was logged in does not matter."""
    logged = [("b", "2026-03-02", "2026-03-02T08:00:00+01:00"), ("a", "2025-12-30", "2026-03-02T07:30:00+00:00")]
    records = [read_record({"type": "deed", "id": i, "day": day, "at": at, "kind": "help"}) for i, day, at in logged]
    entry = read_record({"type": "entry", "id": "c", "day": "2026-03-01", "at": "2026-03-01T08:00:00Z", "text": "x"})
    first, _ = found = first_plantings([*records, entry])
    assert first.id == "b"
    assert [FirstPlanting.read(one.document()) for one in found] == found
    assert first_plantings([entry]) == []


@pytest.mark.parametrize("seed", ["seed", "another", "a third"])
def test_seats_are_in_front_within_the_picture_and_beside_the_path(seed: str) -> None:
    """Trees stand a little back, so that they hide neither the bench nor the flowers."""
    seats = [seat_at(number, seed) for number in range(FIRST_NUMBER, FIRST_NUMBER + 200) if is_seat(number)]
    for place in seats:
        assert 0.55 < place.depth < 1
        assert 0 < place.x < 1
        assert abs(place.x - path_at(place.depth, seed)) > 0.05
    assert len({(place.species, place.x) for place in seats}) == len(seats)
    with pytest.raises(ValueError, match="no such seat"):
        seat_at(1, seed)


def test_a_grove_with_first_plants_comes_out_of_a_document_as_it_went_in() -> None:
    """Past years are kept in the cache."""
    records = [deed(f"{number}", number, 0, "help") for number in range(14)]
    grove = grove_of(records)
    again = Grove.read(grove.document(), "seed", SPECIES, first_plantings(records))
    assert again.plants() == grove.plants()
    assert again.number_of(plantings_of(records)[0]) == grove.number_of(plantings_of(records)[0])


def test_a_first_plant_becomes_ancient_by_its_years_alone() -> None:
    """It stands by itself, so that no other deed can make it strong."""
    (plant,) = grove_of([deed("a", 0, 0, "help")]).plants()
    told = [plant.age(plant.born + days) for days in (0, 20, 100, 400)]
    assert told == ["seedling", "young", "grown", "ancient"]
    heights = [plant.height(plant.born + days) for days in range(500)]
    assert heights == sorted(heights)


def test_the_first_three_plants_of_a_home_have_room_for_their_crowns() -> None:
    """In all but a few homes no two of them are in seats beside each other."""
    crowded = 0
    for home in range(300):
        records = [deed(f"{home}-{number}", number, 0, "help") for number in range(3)]
        numbers = list(seats_of(first_plantings(records), SPECIES).values())
        away = sorted(seat_at(number, "seed").x for number in numbers)
        crowded += any(right - left < 0.07 for left, right in pairwise(away))
    assert crowded <= 15
