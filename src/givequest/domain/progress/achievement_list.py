"""The list of achievements; `givequest.domain.progress.achievement_rules` decides when each is earned.

None depends on what someone else did, on speed, on late hours or on more than a day allows.
"""

from __future__ import annotations

from collections.abc import Mapping

from givequest.named_tuple import NamedTuple


class Achievement(NamedTuple):
    """An achievement and its wording."""

    id: str
    name: str
    line: str


ACHIEVEMENTS = (
    Achievement("coat-off", "Coat off", "First deed done. You've arrived."),
    Achievement("six-doors", "Six doors", "All six kinds, each at least once."),
    Achievement("stall-closed", "The stall is closed", "Seven quiet days. The fish are back in the sea."),
    Achievement("string-cut", "One string cut", "You gave something and let something go, on one day."),
    Achievement("eye-for-detail", "The eye for detail", "Five times you said exactly what they did well."),
    Achievement("their-name", "Nobody's name but theirs", "Three times you shared their work, not yours."),
    Achievement("long-lost", "Long-lost", "A year since you last wrote to them. You did."),
    Achievement("three-far-ones", "The three far ones", "Three hellos across half a year each."),
    Achievement("warm-up", "Warm-up counts", "A small hello first, then a longer one."),
    Achievement("bridge-of-two", "Bridge of two", "You asked them both first, then left them to it."),
    Achievement("a-door", "A door for someone", "Somebody looking for work has you asking around."),
    Achievement("five-lamps", "Five small lamps", "Five small favours, five lit windows."),
    Achievement("half-done", "Arrived half done", "Twice you turned up with half of it done."),
    Achievement("be-helped", "Let yourself be helped", "You let somebody be useful. That was the gift."),
    Achievement("without-me", "The whole party without me", "Three times you left the stage to others."),
    Achievement("empty-chair", "Empty chair", "The party went on, and you didn't have to be there."),
    Achievement("the-drawer", "The drawer", "Two good posts about yourself are still in the drawer, and warm."),
    Achievement("first-leaf", "First leaf", "You let something go that you'd hoped for."),
    Achievement("autumn-floor", "Autumn floor", "So many leaves on the ground make good soil."),
    Achievement("friend-of-walls", "In peace with a wall", "You knocked once, and let it be a wall."),
    Achievement("second-question", "Second question", "Five times you asked one question more."),
    Achievement("moss-is-green", "Moss is green", "A thin week, then a full one. Moss is green as well."),
    Achievement("came-back", "Came back", "The door wasn't locked."),
    Achievement("four-seasons", "Four seasons", "You gave something in every quarter of a year."),
    Achievement("stones", "Stones on the path", "Deed beside deed, laid end to end. It's a path."),
)
"""All achievements, in display order."""
BY_ID: Mapping[str, Achievement] = {achievement.id: achievement for achievement in ACHIEVEMENTS}
