"""What stands in the forest: a sum of deeds in which nothing withers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.domain.forest.grove import AGES, Grove, Plant
from givequest.domain.forest.places import SPOTS, numbers_for, path_at, places_of
from givequest.domain.forest.planting import Planting, pack, plantings_of, unpack
from givequest.domain.forest.species import ALL, POPLAR, species_of
from givequest.domain.kinds import Kind
from givequest.domain.records import read_record

from ...built_in import BUILT_IN, SPECIES

DAY = date(2025, 1, 1).toordinal()
PLANTINGS = st.lists(
    st.builds(
        Planting,
        st.integers(DAY, DAY + 800),
        st.sampled_from(list(BUILT_IN)),
        st.integers(0, SPOTS - 1),
        st.integers(1, 3),
    ),
    max_size=40,
)


def grove_of(plantings: list[Planting]) -> Grove:
    """Return a grove of plantings."""
    grove = Grove("seed", SPECIES)
    grove.plant(plantings)
    return grove


def by_place(grove: Grove) -> dict[int, Plant]:
    """Return the plants by the number of their place."""
    return {plant.place.number: plant for plant in grove.plants()}


@settings(max_examples=60, deadline=None)
@given(PLANTINGS, PLANTINGS)
def test_another_deed_takes_no_plant_away_and_makes_none_smaller(some: list[Planting], more: list[Planting]) -> None:
    """Whatever is added, on whatever day: what stood still stands, at least as tall."""
    before, after = by_place(grove_of(some)), by_place(grove_of(some + more))
    for number, plant in before.items():
        assert after[number].height(DAY + 900) >= plant.height(DAY + 900)


@settings(max_examples=60, deadline=None)
@given(PLANTINGS, st.randoms(use_true_random=False), st.integers(0, 40))
def test_the_order_and_the_portions_of_planting_do_not_matter(some: list[Planting], chance: object, cut: int) -> None:
    """Years are planted one after the other, late additions later: the sum is the same."""
    shuffled = list(some)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    in_two = grove_of(shuffled[:cut]).copy()
    in_two.plant(shuffled[cut:])
    assert in_two.plants() == grove_of(some).plants()
    assert in_two.counts == grove_of(some).counts
    assert in_two.days == grove_of(some).days == len({planting.day for planting in some})


@settings(max_examples=60, deadline=None)
@given(PLANTINGS.filter(bool))
def test_nothing_gets_smaller_from_one_day_to_the_next(some: list[Planting]) -> None:
    """Days without a deed take nothing away."""
    for plant in grove_of(some).plants():
        heights = [plant.height(day) for day in range(plant.born, plant.born + 500, 7)]
        assert heights == sorted(heights)
        assert 0 < heights[0] <= heights[-1] <= 1


def test_a_copy_can_be_planted_on_without_changing_the_grove(sow: Callable[..., list[Planting]]) -> None:
    """Milestones are kept: planting on from one must leave it as it was."""
    grove = grove_of(sow(20, 30))
    before = grove.plants()
    grove.copy().plant(sow(50, 30, seed=2))
    assert grove.plants() == before


def test_every_kind_has_a_species_and_a_kind_of_ones_own_is_a_poplar() -> None:
    """No kind goes without a plant."""
    assert all(species_of(kind).id == kind.plant for kind in BUILT_IN.values())
    assert species_of(Kind("mentor", "Mentor")) is POPLAR


def test_a_kind_that_is_not_known_now_plants_nothing() -> None:
    """A kind taken out of the config rests until it is put back."""
    grove = grove_of([Planting(DAY, "mentor", 5, 1)])
    assert grove.plants() == []
    assert grove.deeds == 0


def test_places_are_apart_within_the_picture_and_never_on_the_path() -> None:
    """No plant stands on another one's foot, and the old path stays open."""
    places = [place for found in places_of("somebody").values() for place in found]
    assert {place.species for place in places} == set(ALL)
    for place in places:
        assert 0 <= place.depth < 1
        assert abs(place.x - path_at(place.depth, "somebody")) > 0.02
    spots = {(round(place.x, 4), round(place.depth, 4)) for place in places}
    assert len(spots) == len(places)


def test_the_landscape_of_another_home_is_another_one() -> None:
    """Two homes do not look alike."""
    one, other = places_of("one"), places_of("other")
    assert [place.x for place in one["oak"]] != [place.x for place in other["oak"]]


def test_every_place_can_be_planted_and_the_near_ones_sooner() -> None:
    """The first deeds are to be seen."""
    oaks = places_of("seed")["oak"]
    numbers = numbers_for("oak", "seed")
    assert set(numbers) == {place.number for place in oaks}
    assert numbers.count(oaks[0].number) > 2 * numbers.count(oaks[-1].number)


def test_ages_are_told_in_the_order_of_growing() -> None:
    """A single deed is a seedling, and with years and more deeds an ancient plant."""
    plant = grove_of([Planting(DAY, "help", 3, 1)]).plants()[0]
    strong = grove_of([Planting(DAY, "help", 3, 3)] * 20).plants()[0]
    told = [plant.age(DAY), plant.age(DAY + 20), plant.age(DAY + 400), strong.age(DAY + 500)]
    assert [AGES.index(age) for age in told] == sorted(AGES.index(age) for age in told)
    assert told[0] == "seedling"
    assert told[-1] == "ancient"


def test_deeds_and_releases_are_planted_by_their_own_ids_and_other_records_are_not() -> None:
    """What a deed becomes does not depend on what else was logged."""
    deed = {"type": "deed", "id": "a1", "day": "2026-03-01", "kind": "help", "effort": 2}
    records = [read_record({"type": kind, "day": "2026-03-02"}) for kind in ("rest", "slip", "release")]
    records += [read_record({"type": "gift", "day": "2026-03-02", "text": "A cake"}), read_record(deed)]
    found = plantings_of(records)
    assert [(planting.kind, planting.effort) for planting in found] == [("help", 2), ("release", 1)]
    assert found[0] == plantings_of([read_record(deed)])[0]


def test_plantings_of_a_year_come_out_of_the_cache_as_they_went_in(sow: Callable[..., list[Planting]]) -> None:
    """Packing loses nothing."""
    first = date(2024, 1, 1).toordinal()
    plantings = sow(200, 300)
    assert unpack(pack(plantings, first), first) == plantings


@pytest.mark.parametrize("numbers", [[0], [-1], [400 << 18 | 1], ["x"]])
def test_numbers_that_are_no_plantings_are_refused(numbers: list[object]) -> None:
    """A cache file somebody wrote into is not believed."""
    with pytest.raises((ValueError, TypeError)):
        unpack({"help": numbers}, DAY)  # type: ignore[dict-item]


def test_a_day_is_never_planted_twice_by_looking_again(grow: Callable[..., Grove]) -> None:
    """The same history and the same day give the same plants."""
    plantings = [Planting(DAY + number, "help", number * 999 % SPOTS, 1) for number in range(30)]
    assert grow(plantings).plants() == grow(plantings).plants()


def test_a_plant_of_a_day_to_come_is_a_seedling() -> None:
    """A clock that was set back breaks nothing."""
    plant = grove_of([Planting(DAY, "help", 3, 1)]).plants()[0]
    assert plant.height(DAY - 400) == plant.height(DAY)
