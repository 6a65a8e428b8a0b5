"""The list of achievements; `givequest.domain.progress.achievement_rules` decides when each is earned.

None depends on what someone else did, on speed, on late hours or on more than a day allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Achievement(NamedTuple):
    """An achievement and its wording."""

    id: str
    name: str
    line: str


ACHIEVEMENTS = (
    Achievement("coat-off", "Coat off", "The first deed is done; you have arrived."),
    Achievement("six-doors", "Six doors", "Every kind of giving has been opened once."),
    Achievement("stall-closed", "The stall is closed", "Seven quiet days; the fish are back in the sea."),
    Achievement("string-cut", "One string cut", "Something was given and let go on the same day."),
    Achievement("eye-for-detail", "The eye for detail", "Praise that names what somebody really did, five times."),
    Achievement("their-name", "Nobody's name but theirs", "Three times their work was carried further."),
    Achievement("long-lost", "Long-lost", "Somebody who had not been written to for a year has been."),
    Achievement("three-far-ones", "The three far ones", "Three people from half a year away have been greeted."),
    Achievement("warm-up", "Warm-up counts", "A small hello led to a longer one."),
    Achievement("bridge-of-two", "Bridge of two", "Both were asked first, and then brought together."),
    Achievement("a-door", "A door for someone", "Somebody who looks for work has one more ear."),
    Achievement("five-lamps", "Five small lamps", "Five small helps, each a light in a room."),
    Achievement("half-done", "Arrived half done", "Twice help came with its sleeves rolled up."),
    Achievement("be-helped", "Let yourself be helped", "Somebody was allowed to be useful."),
    Achievement("without-me", "The whole party without me", "Three times the stage was left to others."),
    Achievement("empty-chair", "Empty chair", "The party went on, and you did not have to be there."),
    Achievement("the-drawer", "The drawer", "Two good sentences about yourself stayed unposted."),
    Achievement("first-leaf", "First leaf", "Something hoped for was let go."),
    Achievement("autumn-floor", "Autumn floor", "So many leaves on the ground make good soil."),
    Achievement("friend-of-walls", "In peace with a wall", "You knocked, and let it be a wall."),
    Achievement("second-question", "Second question", "Five questions that let others go on."),
    Achievement("moss-is-green", "Moss is green", "After a mossy week came a walked one."),
    Achievement("came-back", "Came back", "The door was not locked."),
    Achievement("four-seasons", "Four seasons", "Something was given in every quarter of the year."),
    Achievement("stones", "Stones on the path", "They lie in a long row now, deed beside deed."),
)
"""All achievements, in display order."""
BY_ID: Mapping[str, Achievement] = {achievement.id: achievement for achievement in ACHIEVEMENTS}
