"""Sayings: the lines that a moment of a day is told in, some for each, so that none wears thin."""

from __future__ import annotations

from collections.abc import Mapping

GIVEN = (  # where a kind has no lines of its own
    "Something good was given.",
    "Given, and let go.",
    "A good deed, done.",
    "Something good, and no invoice.",
    "It's out of your hands now, and fine there.",
    "A small good thing, set down where it is needed.",
    "Something has left your hands today.",
    "That was kind.",
    "One good turn, on its way.",
)
BY_TAG: Mapping[str, tuple[str, ...]] = {
    "wall": ("Left in peace. You, too.", "A wall, wished well."),
    "receive": ("You let someone be useful. That was the gift.",),
    "anonymous": ("No one will ever know. Excellent.", "Nobody saw a thing."),
    "practice": ("Nothing sent, on purpose.", "In the drawer, where good things start."),
    "think": ("Nothing sent, on purpose.", "Thought through, and kept."),
    "release": ("Off the hook, both of you.", "Let go, without a ceremony."),
    "paper": ("On paper: slower than a like and better dressed.", "It made that noise in the letter box."),
    "amplify": ("Their name first. Yours nowhere.", "You held the megaphone the other way round."),
    "counters": ("Nobody's counting.", "Hat on the numbers."),
    "drawer": ("In the drawer, lamp off.", "It'll keep. It's a good drawer."),
    "memory": ("You remembered, and said so.", "An old day, taken out and dusted."),
    "question": ("You asked, and then you waited.", "A question, and room after it."),
    "out-loud": ("Said out loud, to a face.", "Out loud, and no rehearsal."),
    "network": ("Said online, as if it were a kitchen.", "One less thing for sale in there."),
}
"""What is said of a card that has no line of its own, by the first of these tags that it has."""
NUDGES = (  # one a day; read in passing, so each is short and asks for nothing
    "There's room for one small kindness today.",
    "A minute is enough for a kind word.",
    "Who could use a hello today?",
    "Something small for someone fits into today.",
    "Five minutes for someone else, whenever it suits you.",
    "The party is on; someone stands at the edge of it.",
    "Is there someone to be glad for today?",
)
ALL_GIVEN = (
    "All of today's quests are given away. The rest of the day is yours.",
    "Every quest of the day is done. Let it be evening whenever it likes.",
    "The board is empty in the best way. Go and be a guest somewhere.",
    "All of it's out in the world now. Nothing more is asked.",
    "That was the whole board. Put the kettle on.",
    "Everything here is given. The forest will see to the rest.",
    "The whole board, given. Hang up your coat and look around.",
)
KEPT_QUIET = (
    "Yesterday goes down as quiet.",
    "Good. The party never noticed.",
    "A quiet one. Lovely.",
    "The stall stayed shut.",
)
NOT_KEPT = (
    "Fine. Everyone gets the microphone sometimes.",
    "Down in the book, no harm done.",
    "It was probably a good post. New day.",
    "The party goes on.",
)
BACK = (
    "The door wasn't locked. Good to see you; one small thing is plenty.",
    "Things grew while you were out. Pick whatever's lightest.",
    "The bench is warm from the sun. One hello would be a fine start.",
    "There you are. Begin anywhere; nothing was waiting.",
    "The kettle's on. Take whatever's nearest to hand.",
    "You've been away. So has the postman. Begin anywhere.",
)
