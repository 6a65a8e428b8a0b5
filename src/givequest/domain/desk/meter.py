"""The meter: how much of a message is about its reader, and how much about its writer.

It stands beside the text and decides nothing: talk in the first person is no sign of vanity
(Carey et al. 2015: r = .01, N = 4,811), and the loveliest notes are full of it.
"""

from __future__ import annotations

from enum import StrEnum

from givequest.domain.desk.message import Message, words_of
from givequest.domain.text import fold_text
from givequest.named_tuple import NamedTuple

FEWEST = 3
"""Pronouns below which nothing can be told."""
MOSTLY_YOURS, MOSTLY_THEIRS = 0.45, 0.70
SHARED = 0.6
"""How much a sentence that has both counts for the reader."""
_THEIR_WORDS = """
you your yours yourself you're you've you'll you'd he him his she her hers they them their theirs
he's she's they're they've they'll he'll she'll he'd she'd they'd
"""
_YOUR_WORDS = "i me my mine myself i'm i've i'll i'd we us our ours ourselves we're we've we'll we'd"
_THEIRS, _YOURS = frozenset(_THEIR_WORDS.split()), frozenset(_YOUR_WORDS.split())


class Leaning(StrEnum):
    """Whose message it is, for the most part."""

    THEIRS = "theirs"
    BALANCED = "balanced"
    YOURS = "yours"
    SHORT = "short"
    """Too short to tell."""


class Meter(NamedTuple):
    """What was counted."""

    theirs: int
    """Words for the reader, or for someone else than the writer."""
    yours: int
    """Words for the writer."""
    share: float
    """The reader's part, from 0 to 1."""

    @property
    def leaning(self) -> Leaning:
        """Whose message it is."""
        if self.theirs + self.yours < FEWEST:
            return Leaning.SHORT
        if self.share < MOSTLY_YOURS:
            return Leaning.YOURS
        return Leaning.THEIRS if self.share >= MOSTLY_THEIRS else Leaning.BALANCED


def measure(message: Message) -> Meter:
    """Return the meter of a message: the average of its sentences' share and of its pronouns'."""
    names = {name for name in words_of(fold_text(message.person)) if len(name) > 1}
    theirs = yours = only_theirs = shared = only_yours = 0
    for sentence in message.sentences:
        words = words_of(sentence)
        of_theirs = sum(word in _THEIRS or fold_text(word) in names for word in words)
        of_yours = sum(word in _YOURS for word in words)
        theirs, yours = theirs + of_theirs, yours + of_yours
        only_theirs += bool(of_theirs and not of_yours)
        shared += bool(of_theirs and of_yours)
        only_yours += bool(of_yours and not of_theirs)
    sentences, pronouns = only_theirs + shared + only_yours, theirs + yours
    if not pronouns:
        return Meter(0, 0, 0.5)
    return Meter(theirs, yours, ((only_theirs + SHARED * shared) / sentences + theirs / pronouns) / 2)
