"""Forest news: what came of an age overnight, and the deed that it began with."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.forest.grove import AGES, Grove
from givequest.domain.forest.landmarks import LANDMARKS
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.news import ForestNews, first_deed_of, grown_overnight, landscape_news
from givequest.domain.forest.planting import plantings_of
from givequest.domain.forest.visitors import Guests
from givequest.domain.records import Record, read_record
from givequest.presentation.forest.description import tell_news

from ...built_in import BUILT_IN, SPECIES
from ...design import block

FIRST = date(2026, 3, 4)


def deed(day: date, kind: str = "help", **fields: object) -> Record:
    """Return a deed of a day."""
    return read_record({"type": "deed", "day": day.isoformat(), "kind": kind, **fields})


def grove_of(*records: Record) -> Grove:
    """Return what some records have grown."""
    grove = Grove("seed", SPECIES)
    grove.plant(plantings_of(records))
    return grove


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from(sorted(BUILT_IN))), min_size=1, max_size=30))
def test_a_plant_comes_of_each_age_once_and_is_told_by_the_deed_it_began_with(deeds: list[tuple[int, str]]) -> None:
    """Whatever was planted there later: the news names a deed of the plant's first day."""
    records = [deed(FIRST + timedelta(days=day), kind, note=str(n)) for n, (day, kind) in enumerate(deeds)]
    grove = grove_of(*records)
    for step in range(0, 500, 7):
        day = FIRST.toordinal() + 61 + step
        if (grown := grown_overnight(grove, day)) is not None:
            plant, age = grown
            assert AGES.index(age) > AGES.index(plant.age(day - 1))
            first = first_deed_of(plant, grove, records)
            assert first is not None
            assert first.day.toordinal() == plant.born


def test_the_news_names_the_deed() -> None:
    """Where it stands, what has become of it, and how it began."""
    first = deed(FIRST, person="Dad", note="the gate")
    grove = grove_of(first)
    days = range(FIRST.toordinal() + 1, FIRST.toordinal() + 900)
    day, (plant, age) = next((day, found) for day in days if (found := grown_overnight(grove, day)))
    news = ForestNews(plant, age, first)
    words = tell_news(news, Moment(date.fromordinal(day)), BUILT_IN)
    assert words.startswith("The oak ")
    assert "It began when you helped Dad, in March" in words
    assert "Dad" not in tell_news(news, Moment(date.fromordinal(day)), BUILT_IN, may_name=lambda person: False)
    assert len(tell_news(news, Moment(date.fromordinal(day)), BUILT_IN, room=60)) <= 60


def test_the_land_has_news_of_its_own() -> None:
    """The fifth quiet day fills a pond, the hundred and fiftieth deed brings the woods up the hill."""
    quiet = [deed(FIRST + timedelta(days=day), "quiet") for day in range(5)]
    assert landscape_news(grove_of(*quiet[:4]), grove_of(*quiet)).has_pond
    assert not landscape_news(grove_of(*quiet), grove_of(*quiet)).has_pond
    many = [deed(FIRST, note=str(number)) for number in range(150)]
    assert landscape_news(grove_of(*many[:-1]), grove_of(*many)).woods == 1


def test_a_landmark_is_told_on_its_first_morning_and_never_again() -> None:
    """It comes with a day of giving; a second deed of that day brings nothing sooner."""
    days = [deed(FIRST + timedelta(days=day)) for day in range(LANDMARKS[0].days + 1)]
    at = LANDMARKS[0].days
    news = landscape_news(grove_of(*days[: at - 1]), grove_of(*days[:at]))
    assert news.landmark is LANDMARKS[0]
    assert tell_news(news, Moment(FIRST), BUILT_IN) == LANDMARKS[0].news
    assert landscape_news(grove_of(*days[:at]), grove_of(*days)).landmark is None
    twice = [*days[: at - 1], deed(days[0].day, "quiet")]
    assert landscape_news(grove_of(*days[: at - 1]), grove_of(*twice)).landmark is None


def test_landmarks_come_when_the_design_says() -> None:
    """The table of the design is the one that is played by."""
    told = [line.split() for line in block("landmarks").splitlines()]
    assert [(name, int(days)) for name, days in told] == [(landmark.id, landmark.days) for landmark in LANDMARKS]


def test_seasons_and_guests_are_told_where_nothing_else_is() -> None:
    """Nothing at all on most mornings; the seasons of the hemisphere."""
    told = {
        hemisphere: [
            words
            for step in range(365)
            if (words := tell_news(ForestNews(), Moment(FIRST + timedelta(days=step), hemisphere=hemisphere), {}))
        ]
        for hemisphere in ("north", "south")
    }
    assert len(told["north"]) == len(set(told["north"])) == 4
    assert sorted(told["north"]) == sorted(told["south"])
    assert told["north"] != told["south"]
    assert "nowhere" in tell_news(ForestNews(guests=Guests(bird=True)), Moment(FIRST), {})
    assert "fireflies" in tell_news(ForestNews(guests=Guests(fireflies=True)), Moment(FIRST), {})
