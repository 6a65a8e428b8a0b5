"""The picture: the same for the same history, of the season and the hour, in pixels, signs and words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from rich.color import ColorSystem

from givequest.domain.forest.first_plants import FirstPlanting
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.planting import Planting, plantings_of
from givequest.domain.forest.species import ALL, POPLAR
from givequest.domain.forest.visitors import guests_of
from givequest.domain.kinds import Kind
from givequest.domain.records import read_record
from givequest.presentation.forest.description import EMPTY, describe, in_a_line
from givequest.presentation.forest.picture import paint_forest
from givequest.presentation.forest.plants.small_plants import SIZES, small_plant
from givequest.presentation.forest.plants.trees import is_tree, tree
from givequest.presentation.forest.raster import Raster
from givequest.presentation.forest.season import Season
from givequest.presentation.forest.svg import svg_of
from givequest.presentation.forest.text_art import GLOW, draw_signs, text_of
from givequest.tui.forest.pixels import strips_of

from ...built_in import ORIGINS, SPECIES
from ...fixtures.forest import FIRST

NOON = 12 * 60
SUMMER, WINTER = date(2026, 6, 21), date(2027, 1, 10)
Sow = Callable[..., list[Planting]]
Grow = Callable[..., Grove]


def light_of(colour: int) -> int:
    """Return how bright a colour is."""
    return (colour >> 16) + (colour >> 8 & 255) + (colour & 255)


def test_the_same_history_at_the_same_moment_is_the_same_picture(sow: Sow, grow: Grow) -> None:
    """A relaunch, another machine, another order of records: not a pixel differs."""
    plantings = sow(300, 200)
    one = paint_forest(grow(plantings), Moment(SUMMER), 100, 50)
    other = paint_forest(grow(plantings[::-1]), Moment(SUMMER), 100, 50)
    assert one.pixels == other.pixels


def test_two_histories_and_two_homes_do_not_look_alike(sow: Sow, grow: Grow) -> None:
    """After a year a forest is unlike anyone else's."""
    mine = paint_forest(grow(sow(900, 365)), Moment(SUMMER), 100, 50)
    yours = paint_forest(grow(sow(900, 365, seed=2)), Moment(SUMMER), 100, 50)
    elsewhere = paint_forest(grow(sow(900, 365), seed="another"), Moment(SUMMER), 100, 50)
    for other, share in ((yours, 0.2), (elsewhere, 0.6)):
        differing = sum(one != two for one, two in zip(mine.pixels, other.pixels, strict=True))
        assert differing > share * len(mine.pixels)


def test_every_deed_changes_the_picture_or_makes_something_stronger(grow: Grow) -> None:
    """A first deed is to be seen, on every kind's first day, in pixels and in signs."""
    day = date.fromordinal(FIRST)
    bare = paint_forest(grow([]), Moment(day), 80, 40)
    for kind in ("congratulate", "help", "reconnect", "introduce", "listen", "quiet"):
        grove = grow([Planting(FIRST, kind, 3000, 1)])
        seen = paint_forest(grove, Moment(day), 80, 40)
        assert sum(one != two for one, two in zip(bare.pixels, seen.pixels, strict=True)) >= 3
        assert text_of(draw_signs(grove, Moment(day), 80, 20)) != text_of(draw_signs(grow([]), Moment(day), 80, 20))


@pytest.mark.parametrize(("width", "height"), [(80, 40), (100, 52), (200, 92)])
def test_each_of_the_first_plants_is_large_enough_to_be_loved(grow: Grow, width: int, height: int) -> None:
    """On its very first day it's no dot: about a tenth of the picture's height, or as broad."""
    day = date.fromordinal(FIRST)
    for kind in ("congratulate", "help", "reconnect", "introduce", "listen", "quiet"):
        planting = Planting(FIRST, kind, 3000, 1)
        grove = Grove("seed", SPECIES, [FirstPlanting(datetime.fromtimestamp(0, UTC), "a", planting)])
        grove.plant([planting])
        without = grow([])
        without.counts |= grove.counts  # what it does to path, pond and hills is not what is looked at
        bare = paint_forest(without, Moment(day), width, height)
        seen = paint_forest(grove, Moment(day), width, height)
        changed = [at for at, (one, two) in enumerate(zip(bare.pixels, seen.pixels, strict=True)) if one != two]
        tall = (max(changed) - min(changed)) // width + 1
        broad = max(at % width for at in changed) - min(at % width for at in changed) + 1
        assert max(tall, broad) >= height * 0.09, kind
        assert len(changed) >= 7, kind
        assert max(changed) // width > height * 0.65, kind


def test_the_newest_plant_glows_in_pixels_and_in_signs_and_no_other_does(sow: Sow, grow: Grow) -> None:
    """Gold in every theme, and with sparks that can be seen without any colour."""
    grove = grow(sow(20, 20))
    glowing = grove.copy()
    glowing.newest = grove.plants()[-1].place.number
    day = Moment(date.fromordinal(FIRST + 20), NOON)
    plain, lit = paint_forest(grove, day, 80, 40), paint_forest(glowing, day, 80, 40)
    changed = sum(one != two for one, two in zip(plain.pixels, lit.pixels, strict=True))
    assert 8 < changed < 400
    signs = draw_signs(glowing, day, 80, 20)
    assert GLOW in {cell.role for row in signs for cell in row if cell.sign == "+"}
    assert "+" not in text_of(draw_signs(grove, day, 80, 20))


def test_winter_is_white_summer_green_and_night_dark(sow: Sow, grow: Grow) -> None:
    """The calendar and the clock colour the ground, whatever was done."""
    grove = grow(sow(5, 5))
    ground = {
        name: paint_forest(grove, moment, 80, 40).pixels[80 * 39]
        for name, moment in {
            "winter": Moment(WINTER, NOON),
            "summer": Moment(SUMMER, NOON),
            "night": Moment(SUMMER, 30),
            "south": Moment(date(2026, 7, 10), NOON, "south"),
        }.items()
    }
    assert light_of(ground["winter"]) > light_of(ground["summer"]) > light_of(ground["night"])
    assert ground["summer"] >> 8 & 255 > max(ground["summer"] >> 16, ground["summer"] & 255)
    assert light_of(ground["south"]) > light_of(ground["summer"])


@pytest.mark.parametrize(("month", "north", "south"), [(1, "winter", "summer"), (4, "spring", "autumn")])
def test_the_seasons_of_the_other_half_of_the_earth_are_the_other_ones(month: int, north: str, south: str) -> None:
    """The hemisphere is a setting."""
    assert Season(Moment(date(2026, month, 15))).name == north
    assert Season(Moment(date(2026, month, 15), NOON, "south")).name == south


def test_the_sun_is_up_at_noon_down_at_midnight_and_longest_in_summer() -> None:
    """Days are short in winter."""

    def minutes_of_sun(day: date) -> int:
        return sum(10 for minute in range(0, 1440, 10) if Season(Moment(day, minute)).sun > 0)

    for day in (SUMMER, WINTER):
        assert Season(Moment(day, NOON)).sun > 0.2
        assert Season(Moment(day, 30)).darkness == 1
    assert 6 * 60 < minutes_of_sun(WINTER) < 10 * 60 < 14 * 60 < minutes_of_sun(SUMMER) < 19 * 60


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2024, 2, 29), date(9999, 12, 31)])
def test_any_day_of_the_calendar_can_be_painted(sow: Sow, grow: Grow, day: date) -> None:
    """From the first day of records to the last that there is."""
    grove = grow([Planting(1, "help", 7, 1)])
    assert len(paint_forest(grove, Moment(day), 40, 20).pixels) == 800
    assert len(draw_signs(grove, Moment(day), 40, 10)) == 10


@pytest.mark.parametrize(("width", "height"), [(0, 0), (1, 2), (3, 4), (8, 6), (300, 10), (20, 160)])
def test_no_size_is_too_small_or_too_odd(sow: Sow, grow: Grow, width: int, height: int) -> None:
    """Every pixel is a colour, every row as wide as asked."""
    grove = grow(sow(400, 300))
    raster = paint_forest(grove, Moment(SUMMER), width, height)
    assert len(raster.pixels) == width * height
    assert all(0 <= pixel <= 0xFFFFFF for pixel in raster.pixels)
    rows = draw_signs(grove, Moment(SUMMER), width, height)
    assert [len(row) for row in rows] == [width] * height


def test_signs_are_ascii_and_every_species_has_its_own(sow: Sow, grow: Grow) -> None:
    """A plain text file of the forest can be read anywhere."""
    rows = draw_signs(grow(sow(600, 500)), Moment(SUMMER), 100, 30)
    assert text_of(rows).isascii()
    assert {"congratulate", "help", "reconnect", "introduce", "listen", "quiet"} <= {
        c.role for row in rows for c in row
    }


@pytest.mark.parametrize("species", [species.id for species in ALL])
def test_every_species_grows_through_at_least_four_sizes_that_never_get_lower(species: str) -> None:
    """Seedling, young, grown, old: each a drawing of its own that stands on the ground."""
    if is_tree(species):
        sprites = [tree(species, height, 1, 10) for height in (4, 7, 12, 20, 30)]
    else:
        sprites = [small_plant(species, size, 0) for size in range(SIZES)]
    heights = [-sprite.top for sprite in sprites]
    assert heights == sorted(heights)
    assert len({sprite.dots for sprite in sprites}) >= 4
    assert all(sprite.bottom == 0 for sprite in sprites)


def test_the_far_forest_only_spreads(grow: Grow) -> None:
    """With every deed the hills are wooded as far as before, or farther."""
    from givequest.presentation.forest.land.ridges import paint_hills

    season, before = Season(Moment(SUMMER, NOON)), None
    bare, grove = Raster(100, 50), grow([])
    paint_hills(bare, season, grove)
    for deeds in (10, 100, 1000, 10_000, 50_000):
        raster = Raster(100, 50)
        grove.counts |= {"help": deeds, "reconnect": deeds // 3}
        paint_hills(raster, season, grove)
        wooded = {at for at, (one, two) in enumerate(zip(bare.pixels, raster.pixels, strict=True)) if one != two}
        assert before is None or before <= wooded
        before = wooded
    assert len(before or ()) > 500


def test_the_svg_is_whole_and_holds_hostile_names_as_text(sow: Sow, grow: Grow) -> None:
    """A kind can be called anything; the file stays a picture."""
    raster = paint_forest(grow(sow(50, 50)), Moment(SUMMER), 40, 20)
    text = svg_of(raster, "<script>", ['A "kind" & <b>'])
    root = ElementTree.fromstring(text)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "<script>"
    assert root.findtext("{http://www.w3.org/2000/svg}desc") == 'A "kind" & <b>'
    assert "<script" not in text
    runs = [int(run) for path in root.iter() for run in re.findall(r"h(\d+)v1", path.get("d", ""))]
    assert sum(runs) == 40 * 20


def test_the_words_name_every_kind_that_has_grown_and_without_numbers_count_nothing(sow: Sow, grow: Grow) -> None:
    """The picture can be read."""
    grove, moment = grow(sow(300, 200)), Moment(date(2024, 10, 1))
    told = "\n".join(describe(grove, moment, ORIGINS))
    for word in ("good words", "helping", "back in touch", "brought together", "listening", "quiet days"):
        assert word in told
    assert "300 deeds" in in_a_line(grove, moment)
    plain = [*describe(grove, moment, ORIGINS, with_numbers=False)[1:], in_a_line(grove, moment, with_numbers=False)]
    assert not any(sign.isdigit() for line in plain for sign in line)


def test_a_single_plant_and_the_youngest_are_told_as_a_person_would() -> None:
    """No stone is called a seedling, and one plant is neither counted nor compared."""
    for kind, told, line in (
        ("help", "An oak seedling from helping, ", "One plant: an oak seedling."),
        ("quiet", "A new mossy stone from quiet days, ", "One plant: a new mossy stone."),
        ("introduce", "A new pair of birches from people brought together, ", "One plant: a new pair of birches."),
    ):
        grove, moment = Grove("seed", {kind: SPECIES[kind]}), Moment(date.fromordinal(FIRST))
        grove.plant([Planting(FIRST, kind, 9, 1)])
        for with_numbers in (True, False):
            assert describe(grove, moment, ORIGINS, with_numbers=with_numbers)[1].startswith(told)
            assert in_a_line(grove, moment, with_numbers=with_numbers) == line
    grove = Grove("seed", {"quiet": SPECIES["quiet"]})
    grove.plant([Planting(FIRST, "quiet", spot, 1) for spot in (9, 60_000)])
    assert describe(grove, Moment(date.fromordinal(FIRST)), ORIGINS)[1].startswith(
        "2 mossy stones from quiet days: all new; the nearest "
    )


def test_snow_is_told_where_it_is_to_be_seen(grow: Grow) -> None:
    """The first days of winter are bare in the picture, and so they are in words."""
    told = {day: describe(grow([]), Moment(date(2026, 12, day)), ORIGINS)[0] for day in (1, 24)}
    assert "there's snow on the hills" in told[1]
    assert "lies under snow" in told[24]


def test_an_empty_forest_says_how_it_begins(grow: Grow) -> None:
    """The first thing to read is what to do."""
    assert describe(grow([]), Moment(SUMMER), ORIGINS)[1] == EMPTY
    assert in_a_line(grow([]), Moment(SUMMER)) == ""


def test_a_kind_of_ones_own_is_told_by_its_name() -> None:
    """A mentor's deeds are poplars, and another kind's that are poplars too are told beside them."""
    grove = Grove("seed", {"mentor": POPLAR, "sponsor": POPLAR})
    grove.plant([Planting(FIRST, "mentor", 9, 1)])
    origins = {kind.id: kind.origin for kind in (Kind("mentor", "Mentor"), Kind("sponsor", "Sponsor"))}
    assert describe(grove, Moment(SUMMER), origins)[1].startswith("A grown poplar from Mentor, on the ")
    grove.plant([Planting(FIRST, "sponsor", 60_000, 1)])
    told = describe(grove, Moment(SUMMER), origins)
    assert told[1].startswith("2 poplars from Mentor and Sponsor: all grown; ")


def test_an_entry_brings_fireflies_in_the_evening_and_a_gift_a_bird_and_neither_is_counted(
    sow: Sow, grow: Grow
) -> None:
    """They come for one day; the forest of the next one is as if they had not."""
    entry = read_record({"type": "entry", "day": "2026-06-21", "text": "A line."})
    gift = read_record({"type": "gift", "day": "2026-06-21", "text": "A cake."})
    grove, evening = grow(sow(60, 60)), Moment(SUMMER, 22 * 60 + 30)
    plain = paint_forest(grove, evening, 80, 40)
    for records in ([entry], [gift]):
        guests = guests_of(records)
        assert paint_forest(grove, evening, 80, 40, guests).pixels != plain.pixels
        assert len(describe(grove, evening, ORIGINS, guests)) == len(describe(grove, evening, ORIGINS)) + 1
    assert guests_of([gift] * 1000) == guests_of([gift])
    assert plantings_of([entry, gift]) == []
    noon = Moment(SUMMER, NOON)
    assert paint_forest(grove, noon, 80, 40, guests_of([entry])).pixels == paint_forest(grove, noon, 80, 40).pixels


def test_with_256_colours_the_meadow_is_not_told_in_greys(sow: Sow, grow: Grow) -> None:
    """Rich takes pale colours for greys; ours are those of the terminal before it looks."""
    picture = paint_forest(grow(sow(300, 300)), Moment(date(2026, 11, 23)), 80, 40)
    strips = strips_of(picture, few_colours=True)
    assert [strip.cell_length for strip in strips] == [80] * 20
    told = {
        style.color.downgrade(ColorSystem.EIGHT_BIT).number
        for strip in strips[12:]
        for _, style, _ in strip
        if style is not None and style.color is not None
    }
    greys = {number for number in told if number is None or number >= 232 or (number - 16) % 43 == 0}
    assert len(greys) * 4 < len(told)
