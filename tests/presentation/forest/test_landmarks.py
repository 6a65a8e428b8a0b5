"""Landmarks: what a forest goes on with after its first year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.landmarks import LANDMARKS, Landmark, landmarks_of
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.planting import Planting
from givequest.presentation.forest.description import describe
from givequest.presentation.forest.land.landmarks import ANIMALS, ON_THE_HILL, balloons_of, pixels_of, site_of
from givequest.presentation.forest.picture import paint_forest
from givequest.presentation.forest.text_art import draw_signs, text_of

from ...built_in import ORIGINS, SPECIES
from ...fixtures.forest import FIRST

Sow = Callable[..., list[Planting]]
Grow = Callable[..., Grove]
DAY = date.fromordinal(FIRST) + timedelta(days=20 * 365)


def given_for(days: int, seed: str = "seed") -> Grove:
    """Return a grove of one plant that something was given to on so many days."""
    grove = Grove(seed, SPECIES)
    grove.plant(Planting(FIRST + day, "help", 3, 1) for day in range(days))
    grove.counts["help"] = 20_000  # the same woods for all
    return grove


@pytest.mark.parametrize(("width", "height"), [(80, 42), (100, 56), (200, 92)])
@pytest.mark.parametrize("landmark", LANDMARKS, ids=lambda landmark: landmark.id)
def test_each_landmark_is_seen_read_and_drawn_in_signs_from_its_day_on(
    landmark: Landmark, width: int, height: int
) -> None:
    """And not on the day before it; the lamps, which are too slim for signs, are in pixels and words."""
    before, after = given_for(landmark.days - 1), given_for(landmark.days)
    moment = Moment(DAY)
    pixels = [paint_forest(grove, moment, width, height).pixels for grove in (before, after)]
    assert sum(one != two for one, two in zip(*pixels, strict=True)) >= 8
    words = [" ".join(describe(grove, moment, ORIGINS)) for grove in (before, after)]
    assert words[1] != words[0] == words[1].replace(f" {landmark.told}", "")
    signs = [text_of(draw_signs(grove, moment, width, height // 2)) for grove in (before, after)]
    assert signs[1].isascii()
    assert signs[0] != signs[1] or landmark.id == "lamps"


def test_years_two_five_ten_and_twenty_differ_at_a_glance(sow: Sow, grow: Grow) -> None:
    """By what has come, and not by the woods alone."""
    pictures = []
    for years in (1, 2, 5, 10, 20):
        grove = grow(sow(2000, 365))
        grove.plant(Planting(FIRST + day, "help", 3, 1) for day in range(years * 365) if day % 7)
        grove.counts["help"] = 20_000  # the same woods for all
        pictures.append(paint_forest(grove, Moment(DAY, 12 * 60), 80, 44).pixels)
    for one, two in pairwise(pictures):
        assert sum(a != b for a, b in zip(one, two, strict=True)) >= 35


def test_what_has_come_never_goes() -> None:
    """With every day of giving there is as much, or more."""
    before: tuple[object, ...] = ()
    for days in range(0, 6000, 10):
        assert landmarks_of(days)[: len(before)] == before
        before = landmarks_of(days)
    assert before == LANDMARKS


@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_what_is_on_the_hill_has_room_of_its_own_and_another_home_another_order(seed: str) -> None:
    """No house stands on another one."""
    columns = sorted(site_of(name, 120, 60, seed).x for name in ON_THE_HILL)
    assert all(right - left >= 15 for left, right in pairwise(columns))
    orders = {tuple(site_of(name, 120, 60, other).x for name in ON_THE_HILL) for other in "abcdef"}
    assert len(orders) > 3


@pytest.mark.parametrize(("width", "height"), [(1, 4), (3, 4), (8, 6), (300, 10), (20, 160), (40, 20)])
def test_no_size_is_too_small_for_twenty_years(width: int, height: int) -> None:
    """Whatever does not fit is not drawn."""
    grove = given_for(6000)
    assert len(paint_forest(grove, Moment(DAY), width, height).pixels) == width * height
    assert [len(row) for row in draw_signs(grove, Moment(DAY), width, height)] == [width] * height


@pytest.mark.parametrize("seed", list("abcdefgh"))
@pytest.mark.parametrize(("width", "height"), [(52, 52), (100, 56), (200, 92)])
def test_no_animal_is_hidden_and_none_hides_another(seed: str, width: int, height: int) -> None:
    """However many flowers grow about it: its colours are there in the full forest, as many as it has pixels."""
    few, many = (Grove(seed, SPECIES) for _ in range(2))
    for number in range(1600):
        kind = ("help", "congratulate", "reconnect", "listen")[number % 4]
        many.plant([Planting(FIRST + number, kind, number * 41 % 65536, 2)])
    few.plant([Planting(FIRST + number, "help", 3, 1) for number in range(1600)])
    moment = Moment(DAY, 12 * 60)
    pictures = [paint_forest(grove, moment, width, height).pixels for grove in (few, many)]
    for name in ANIMALS:
        site = site_of(name, width, height, seed)
        at = {y * width + x for x, y, _ in pixels_of(name, site) if 0 <= x < width and 0 <= y < height}
        assert at
        assert all(pictures[0][place] == pictures[1][place] for place in at), name


@pytest.mark.parametrize("seed", list("abcdefgh"))
@pytest.mark.parametrize(("width", "height"), [(100, 56), (120, 72), (200, 92)])
def test_a_balloon_hides_no_building(seed: str, width: int, height: int) -> None:
    """Nor another balloon, on any day of a month; where the sky is lower than that, as little as can be."""
    buildings = [pixels_of(name, site_of(name, width, height, seed)) for name in ("castle", "hut", "hamlet", "mill")]
    built = {(x, y) for building in buildings for x, y, _ in building}
    for day in range(FIRST, FIRST + 30):
        balloons = [
            {(x, y) for x, y, _ in pixels_of("balloon", site)} for site in balloons_of(width, height, seed, day)
        ]
        assert not any(balloon & built for balloon in balloons)
        assert len(set.union(*balloons)) == sum(map(len, balloons))
        assert all(y >= 0 for balloon in balloons for _, y in balloon)
