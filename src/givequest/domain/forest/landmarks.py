"""Landmarks: what comes to a forest with the years, after the places for plants are taken.

They come with days of giving, days that have a planting, and never go: a second deed of a day brings none sooner.
"""

from __future__ import annotations

from givequest.named_tuple import NamedTuple


class Landmark(NamedTuple):
    """Something that is there from so many days of giving on."""

    id: str
    days: int
    told: str
    """Where it stands, in a sentence."""
    news: str
    """What is said of it on its first morning."""


LANDMARKS = (
    Landmark("rabbit", 60, "A rabbit sits by the path.", "A rabbit has moved in by the path."),
    Landmark("hut", 400, "There's a hut in a clearing on the hill.", "Smoke on the hill: someone's built a hut."),
    Landmark("deer", 480, "A deer stands among the flowers.", "A deer has come out of the trees. It stays."),
    Landmark("lamps", 560, "Lamps light the path.", "The path has lamps now, all the way back."),
    Landmark("fields", 900, "Fields lie on the hill.", "There are fields on the hill, and someone to eat from them."),
    Landmark("hamlet", 1200, "A hamlet has grown up there.", "The hill has a hamlet now. They've put up a tower."),
    Landmark("fox", 1500, "A fox comes by.", "A fox has moved in. It gets on with the rabbit."),
    Landmark("mill", 1900, "A windmill turns on the hill.", "There's a windmill on the hill."),
    Landmark("falls", 2300, "Water falls from the mountain into a lake.", "The valley behind the hill has a lake."),
    Landmark("bridge", 2900, "A bridge crosses the valley.", "The valley has a bridge. It took them years."),
    Landmark("castle", 3700, "A castle stands on the mountain.", "The mountain has a castle. Nobody rules there."),
    Landmark("balloons", 4700, "Balloons drift over it all.", "Balloons over the hills: they've come to see."),
)
"""The first to come first."""


def landmarks_of(days: int) -> tuple[Landmark, ...]:
    """Return what so many days of giving have brought."""
    return tuple(landmark for landmark in LANDMARKS if landmark.days <= days)
