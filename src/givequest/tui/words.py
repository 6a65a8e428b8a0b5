"""What the screen says: about what was given, never about what was gained or what is lacking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from givequest.application.board import Board
from givequest.domain.cards import GARDEN_CARD
from givequest.domain.experience import MOST_A_DAY
from givequest.domain.kinds import QUIET, Kind
from givequest.domain.records import Record

if TYPE_CHECKING:
    from givequest.application.surprises import Surprise

WELCOME = "Welcome. Choose one small thing, do it for somebody, then press space."
QUESTION = "Yesterday: was it a quiet day?"
NEW_DAY = "A new day has begun; here is its board."
SLIPPED = "Noted, and let go. Everybody tells a story about themselves now and then."
SLIP_STANDS = "A post about yourself is noted for this day; s takes that note back."
GARDEN = "You have been giving for a good while. A garden day would suit: x makes it a day off."
ENOUGH = "The forest has drunk enough today; this one is a gift."

_GIVEN = {
    "congratulate": (
        "A good word has gone out.",
        "Somebody's work was seen today.",
        "Praise, freely given.",
        "Somebody has heard what they did well.",
        "A small lamp in somebody's window.",
        "Somebody's good news has one more listener.",
        "Well seen, and said aloud.",
    ),
    "help": (
        "A little weight is off somebody.",
        "Somebody's afternoon got shorter.",
        "A hand, lent.",
        "One knot less in somebody's string.",
        "Somebody need not do that alone.",
        "Five minutes changed hands.",
        "A step was swept that was not yours.",
    ),
    "reconnect": (
        "A path was walked again.",
        "A thread was picked up.",
        "Somebody was remembered.",
        "Grass grew over it; it still leads there.",
        "An old door has been knocked at, softly.",
        "Somebody crossed your mind, and you said so.",
        "A hello that asks for nothing.",
    ),
    "introduce": (
        "Two people are a step closer.",
        "A door was held open.",
        "A bridge, and you beside it.",
        "Two names now know each other.",
        "A chair was moved to another table.",
        "They cross. You stay and wave.",
    ),
    "listen": (
        "Somebody was heard.",
        "An ear, given whole.",
        "Attention is a present too.",
        "Somebody got to finish the sentence.",
        "A story found its chair.",
        "The room was theirs for a while.",
    ),
    QUIET: (
        "A day left to the others.",
        "The stage is theirs today.",
        "Quiet, kept.",
        "The window is open, the stall is closed.",
        "More room at the table today.",
        "The party hums along, and it is good to hear.",
    ),
}
_OTHER = (
    "Something good was given.",
    "Given, and let go.",
    "A good deed, done.",
    "Somebody's day is a little wider.",
    "It is out of your hands now, and well there.",
)
_CLOSED = (
    "All of today's quests are given away. The rest of the day is yours.",
    "Every quest of the day is done. Let it be evening whenever it likes.",
    "The board is empty in the best way. Go and be a guest somewhere.",
    "All of it is out in the world now. Nothing more is asked.",
)
_BACK = (
    "The door was not locked. Good to see you; one small thing is plenty.",
    "Moss is also green. Pick whatever is lightest, or just look around.",
    "Others have gone quiet here before and come back. Begin anywhere.",
    "The bench is still warm from the sun. One hello would be a fine start.",
)
_PLANTS = {
    "congratulate": "flowers", "help": "oak", "reconnect": "pine", "introduce": "birches", "listen": "willow",
    QUIET: "moss",
}  # fmt: skip


def given(deed: Record, kind: Kind) -> str:
    """Return a line about what a deed gave; the same deed gets the same line, the next day another one."""
    lines = _GIVEN.get(kind.id, _OTHER)
    line = lines[(2 * deed.day.toordinal() + crc32(deed.id.encode()) % 2) % len(lines)]
    return f"{kind.name}, for {deed.person}. {line}" if deed.person and kind.giving else line


def closing(board: Board) -> str:
    """Return a line for a day on which every core quest is kept; nothing otherwise."""
    if board.day == board.today and is_closed(board):
        return _one_of(_CLOSED, board.day.isoformat())
    return ""


def is_closed(board: Board) -> bool:
    """Return whether every core quest of a day is kept."""
    core = [quest for quest in board.quests if quest.core]
    return bool(core) and all(quest.kept for quest in core)


def greeting(board: Board) -> str:
    """Return what stands on the board of a day: a word to whoever comes back, or gives without a pause.

    The latter goes with its card, which comes once in three weeks: more often would be nagging.
    """
    if board.comes_back:
        return _one_of(_BACK, board.day.isoformat())
    has_card = any(quest.card is not None and quest.card.id == GARDEN_CARD for quest in board.quests)
    return GARDEN if board.needs_garden and has_card else closing(board)


def new_kind(before: Board, after: Board) -> Kind | None:
    """Return the kind of the deed that one board of a day has and the other had not; None when there is none."""
    deeds = {quest.kind.id: len(quest.deeds) for quest in before.quests}
    return next((quest.kind for quest in after.quests if len(quest.deeds) > deeds.get(quest.kind.id, 0)), None)


def occasion(before: Board, after: Board, *, with_numbers: bool) -> str:
    """Return what was special about the deed between two boards of a day, in words; nothing about most deeds."""
    kind = new_kind(before, after)
    if kind is None or before.day != after.day:
        return ""
    if after.level > before.level:
        if after.title == before.title:
            return f"Level {after.level} begins." if with_numbers else ""
        named = f"level {after.level}, {after.title}" if with_numbers else after.title
        return f"From today on: {named}."
    if is_closed(after) and not is_closed(before):
        return _one_of(_CLOSED, after.day.isoformat())
    if before.is_new:
        return "Your forest has its first plant; 4 shows it."
    if before.streaks[kind.id].total == 0 and after.streaks[kind.id].total:
        return f"The first {_PLANTS.get(kind.id, 'poplar')} in your forest."
    if before.xp_of_day >= MOST_A_DAY and kind.giving:
        return ENOUGH
    return ""


def surprise(told: Sequence[Surprise]) -> str:
    """Return the line that tells what was earned; nothing when nothing was."""
    if len(told) > 1:
        return f"A surprise, or more: {', '.join(one.achievement.name for one in told)}. 4 and s show the shelf."
    return f"A surprise: {told[0].achievement.name}. {told[0].achievement.line}" if told else ""


def _one_of(lines: tuple[str, ...], key: str) -> str:
    return lines[crc32(key.encode()) % len(lines)]
