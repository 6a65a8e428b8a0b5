"""The forest in words: for whoever cannot see the picture, and for whoever likes to read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from givequest.domain.days import MONTHS, format_day
from givequest.domain.forest.grove import AGES, Grove, Plant
from givequest.domain.forest.landmarks import landmarks_of
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.news import ForestNews
from givequest.domain.forest.species import RELEASE, Species
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.domain.kinds import QUIET, Kind
from givequest.domain.records import Record, RecordType
from givequest.domain.text import end_sentence
from givequest.presentation.forest.guests import tell_guests
from givequest.presentation.forest.season import Season

EMPTY = "Nothing planted yet. Your first deed will be the first plant."
_GROUND = {
    "winter": "The meadow lies under snow, and the pines keep their green.",
    "spring": "The grass is fresh and the buds are opening.",
    "summer": "The meadow is deep and everything has its leaves.",
    "autumn": "The leaves have turned, and some have let go.",
}
_LITTLE_SNOW = "The branches are bare, and there's snow on the hills."
_MEADOW_WHITE = 0.45
"""How much snow it takes for the picture to show a white meadow."""
_LET_GO = "from what was let go"
_NEW = {"moss": "new", "blossom": "freshly sown", "fern": "new", "birch": "new"}
"""What the youngest are called of what nobody calls a seedling."""
_SEASONS = {
    "winter": "First snow on the hills. All you planted is under there, perfectly well.",
    "spring": "The buds are out. You don't have to do anything about it.",
    "summer": "Everything has its leaves. There's shade now, and it's nobody's.",
    "autumn": "The leaves have begun to turn. They know what they're doing.",
}
_WOODS = ("", "The woods have started up the near hill.", "The woods are over the hills and out of sight.")
_POND = "There's enough quiet in the ground for a pond."
_BIRD = "A bird came over last night. It's counted nowhere."
_FIREFLIES = "Somebody was reading by fireflies last night. It was you."
_COMES = {
    "grown": "is full grown",
    "old": "is old now, and fine",
    "ancient": "is ancient, and has nowhere to be",
}


def describe(
    grove: Grove, moment: Moment, origins: Mapping[str, str], guests: Guests = NOBODY, *, with_numbers: bool = True
) -> list[str]:
    """Return the picture of a grove in sentences, a paragraph each; `origins` says what a kind's are from."""
    season = Season(moment)
    day = f"{format_day(moment.day)} {moment.day.year}, {_hour(season)}."
    plants = grove.plants()
    is_bare = season.name == "winter" and season.snow < _MEADOW_WHITE
    lines = [f"{day} {_LITTLE_SNOW if is_bare else _GROUND[season.name]}"]
    if not plants:
        return [*lines, EMPTY]
    by_species: dict[Species, list[Plant]] = {}
    for plant in plants:
        by_species.setdefault(plant.place.species, []).append(plant)
    sources: dict[Species, list[str]] = {}
    for kind, species in grove.species.items():
        if grove.counts[kind]:
            sources.setdefault(species, []).append(_LET_GO if kind == RELEASE else origins.get(kind, f"from {kind}"))
    for species, words in sources.items():
        lines.append(_tell(species, by_species[species], _joined(words), moment, with_numbers=with_numbers))
    lines += _landscape(grove)
    return [*lines, *filter(None, [tell_guests(guests)])]


def in_a_line(grove: Grove, moment: Moment, width: int = 200, *, with_numbers: bool = True) -> str:
    """Return the shortest description: how much stands there, and how old, if that fits into so many characters."""
    plants = grove.plants()
    if not plants:
        return ""
    oldest = max(
        plants, key=lambda plant: (plant.height(moment.day.toordinal()) * plant.place.species.height, -plant.born)
    )
    tallest = _aged(oldest.age(moment.day.toordinal()), oldest.place.species)
    if len(plants) == 1:
        return f"One plant: {tallest}."
    much = f"{_count(len(plants), 'plant', 'plants')} from {_count(grove.deeds, 'deed', 'deeds')}"
    if not with_numbers:
        much = f"{_some(len(plants)).capitalize()} plants"
    whole = f"{much}, the tallest {tallest}."
    return whole if len(whole) <= width else f"{much}."


def _aged(age: str, species: Species) -> str:
    if age == AGES[0] and species.id not in _NEW:
        return _article(f"{species.singular} seedling")
    return _article(f"{_NEW[species.id] if age == AGES[0] else age} {species.singular}")


def _tell(species: Species, plants: list[Plant], source: str, moment: Moment, *, with_numbers: bool) -> str:
    ages = Counter(plant.age(moment.day.toordinal()) for plant in plants)
    number = len(plants)
    nearest = max(plants, key=lambda plant: plant.place.depth)
    where = "on the left" if nearest.place.x < 0.36 else "on the right" if nearest.place.x > 0.64 else "in the middle"
    if number == 1:
        return _sentence(f"{_aged(next(iter(ages)), species)} {source}, {where}.")
    if with_numbers:
        name = _count(number, species.singular, species.plural)
        new = _NEW.get(species.id) or ("seedlings" if ages[AGES[0]] > 1 else "seedling")
        parts = [f"{ages[age]} {new if age == AGES[0] else age}" for age in AGES if ages[age]]
    else:
        name = f"{_some(number)} {species.plural}"
        parts = [age if age != AGES[0] else _NEW.get(species.id, "only just planted") for age in AGES if ages[age]]
    *most, last = parts
    told = f"{', '.join(most)} and {last}" if most else f"all {last.removeprefix(f'{number} ')}"
    return _sentence(f"{name} {source}: {told}; the nearest {where}.")


def _joined(sources: list[str]) -> str:
    """Return where plants come from in one: "from Mentor and Sponsor"."""
    first, *others = sources
    return " and ".join([first, *(words.removeprefix("from ") for words in others)])


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _landscape(grove: Grove) -> list[str]:
    parts = ["A path winds from the front to the hills, with a bench and a lantern beside it."]
    if grove.counts.get("quiet", 0) >= 5:
        parts.append("Quiet days have filled a pond.")
    deeds = grove.deeds
    if deeds >= 150:
        parts.append("The woods climb the near hill." if deeds < 1500 else "Woods cover the hills behind.")
    parts += [landmark.told for landmark in landmarks_of(grove.days)]
    return [" ".join(parts)]


def _hour(season: Season) -> str:
    morning = season.moment.minute < 12 * 60
    if season.darkness > 0.7:
        return "by night"
    if season.sun < 0.1:
        return "at dawn" if morning else "at dusk"
    return "in the morning" if morning else "in the afternoon"


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number:,} {singular if number == 1 else plural}"


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _some(number: int) -> str:
    return "a few" if number < 6 else "some" if number < 16 else "many"


def tell_news(
    news: ForestNews,
    moment: Moment,
    kinds: Mapping[str, Kind],
    room: int = 200,
    may_name: Callable[[str], bool] = lambda person: True,
) -> str:
    """Return what is new in a sentence or two of at most `room` characters; nothing on most mornings.

    The deed is named where there is room for it and its person may be named.
    """
    told = [_POND] if news.has_pond else []
    told += [_WOODS[news.woods]] if news.woods else []
    told += [news.landmark.news] if news.landmark else []
    if news.plant is not None:
        grown = _tell_grown(news.plant, news.age)
        began = _tell_deed(news.deed, moment.day, kinds, may_name) if news.deed else ""
        planted = f"You planted it {_when(news.deed, moment.day)}." if news.deed else ""
        told += [f"{grown} {began}".rstrip(), f"{grown} {planted}".rstrip(), grown]
    told += [_SEASONS[Season(moment).name]] if _is_new_season(moment) else []
    told += [_BIRD] if news.guests.bird else []
    told += [_FIREFLIES] if news.guests.fireflies else []
    return next((words for words in told if len(words) <= room), "")


def _is_new_season(moment: Moment) -> bool:
    before = moment._replace(day=moment.day - timedelta(days=1))
    return Season(before).name != Season(moment).name


def _tell_grown(plant: Plant, age: str) -> str:
    where = "on the left" if plant.place.x < 0.36 else "on the right" if plant.place.x > 0.64 else "by the path"
    species = plant.place.species
    return f"The {species.singular} {where} {_COMES[age]}."


def _tell_deed(deed: Record, today: date, kinds: Mapping[str, Kind], may_name: Callable[[str], bool]) -> str:
    when = _when(deed, today)
    if deed.type is RecordType.RELEASE:
        return f"It grew from something you let go {when}."
    kind = kinds.get(deed.kind or "")
    if deed.kind == QUIET:
        return f"It began as a quiet day {when}."
    if deed.person and kind is not None and kind.past and may_name(deed.person):
        return f"It began when you {kind.past} {deed.person}, {when}."
    if deed.note and not deed.person:
        return end_sentence(f"It began {when}: {deed.note}")
    return f"You planted it {when}."


def _when(deed: Record, today: date) -> str:
    months = (today.year - deed.day.year) * 12 + today.month - deed.day.month
    if not months:
        return "this month"
    return f"in {MONTHS[deed.day.month - 1]}" + (f" {deed.day.year}" if months >= 12 else "")
