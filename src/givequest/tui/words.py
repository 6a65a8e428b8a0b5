"""What the screen says: about what was given, never about what was gained or what is lacking."""

from __future__ import annotations

from zlib import crc32

from givequest.application.board import Board
from givequest.domain.kinds import QUIET, Kind
from givequest.domain.records import Record

WELCOME = "Welcome. Choose one small thing, do it for somebody, then press space."
QUESTION = "Yesterday: was it a quiet day?"
NEW_DAY = "A new day has begun; here is its board."
SLIPPED = "Noted, and let go. Everybody tells a story about themselves now and then."

_GIVEN = {
    "congratulate": ("A good word has gone out.", "Somebody's work was seen today.", "Praise, freely given."),
    "help": ("A little weight is off somebody.", "Somebody's afternoon got shorter.", "A hand, lent."),
    "reconnect": ("A path was walked again.", "A thread was picked up.", "Somebody was remembered."),
    "introduce": ("Two people are a step closer.", "A door was held open.", "A bridge, and you beside it."),
    "listen": ("Somebody was heard.", "An ear, given whole.", "Attention is a present too."),
    QUIET: ("A day left to the others.", "The stage is theirs today.", "Quiet, kept."),
}
_OTHER = ("Something good was given.", "Given, and let go.", "A good deed, done.")


def given(deed: Record, kind: Kind) -> str:
    """Return a line about what a deed gave; the same deed gets the same line."""
    lines = _GIVEN.get(kind.id, _OTHER)
    line = lines[crc32(deed.id.encode()) % len(lines)]
    return f"{kind.name}, for {deed.person}. {line}" if deed.person and kind.giving else line


def closing(board: Board) -> str:
    """Return a line for a day on which every core quest is kept; nothing otherwise."""
    core = [quest for quest in board.quests if quest.core]
    if board.day == board.today and core and all(quest.kept for quest in core):
        return "All of today's quests are given away. The rest of the day is yours."
    return ""
