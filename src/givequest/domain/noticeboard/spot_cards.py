"""Cards of spots: the player's own line, and a sentence behind it that presumes nothing of whoever it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from givequest.domain.deck.cards import DONE_WIDTH, PERSON, TITLE_WIDTH, WHY_WIDTH, Card
from givequest.domain.noticeboard.introductions import Introducing
from givequest.domain.noticeboard.spots import HELLO, MEET, SEEKER, WIN, Spot
from givequest.domain.noticeboard.steps import ASK, card_of
from givequest.domain.text import clean_line, end_sentence
from givequest.named_tuple import NamedTuple

SENTENCES = 6
"""So many there are for each sort and step."""
LONGEST = 90
"""Characters of one."""
SORTS = (WIN, "need", SEEKER, HELLO, ASK, MEET)
"""What there are words for: the sorts, and the two steps of an introduction."""
_EFFORT = {SEEKER: 2, MEET: 2}
_MINUTES = {1: 5, 2: 10}
_VERBS = frozenset(
    (
        "is", "was", "has", "had", "got", "won", "made", "gave", "ran", "wrote", "began", "became", "built", "did",
        "found", "held", "kept", "left", "met", "said", "sang", "sent", "set", "sold", "spoke", "stood", "swam",
        "taught", "told", "took", "went", "needs", "wants", "could", "can't", "will", "hasn't", "isn't", "just",
    )
)  # fmt: skip
"""Words that go on behind a name: `Priya won a prize`; other lines stand behind a colon."""


class SpotText(NamedTuple):
    """The words for the cards of one sort."""

    title: str
    why: str
    done: str
    sentences: tuple[str, ...]


SpotTexts = Mapping[str, SpotText]
"""The words of each of `SORTS`."""
NO_SPOT_TEXTS: SpotTexts = {}


def spot_card(spot: Spot, ordinal: int, texts: SpotTexts) -> Card:
    """Return the card of a spot on a day."""
    told = f"{PERSON} is looking for work: {spot.text}" if spot.sort == SEEKER else behind(PERSON, spot.text)
    return _card(card_of(spot.id), spot, spot.sort, told, ordinal, texts)


def step_card(step: Introducing, ordinal: int, texts: SpotTexts) -> Card:
    """Return the card of a step of an introduction on a day."""
    reason = f": {step.spot.text}" if step.spot.text else ""
    if step.step == ASK:
        told = f"Ask {PERSON} about meeting {step.other}{reason}"
    else:
        told = f"If it's a yes from both, {PERSON} and {step.other} can meet{reason}"
    return _card(step.card, step.spot, step.step, told, ordinal, texts)


def _card(identity: str, spot: Spot, sort: str, told: str, ordinal: int, texts: SpotTexts) -> Card:
    text, effort = texts[sort], _EFFORT.get(sort, 1)
    sentence = text.sentences[(crc32(spot.id.encode()) + ordinal) % len(text.sentences)]
    prompt = f"{end_sentence(told)} {sentence}"
    return Card(
        identity,
        spot.kind,
        text.title,
        prompt,
        text.why,
        person_prompt=prompt,
        minutes=_MINUTES[effort],
        tier=effort,
        done=text.done,
    )


def behind(name: str, text: str) -> str:
    """Return a line behind a name: as one sentence where it reads on, after a full stop where it is one of its own."""
    if not text:
        return name
    first = text.split(maxsplit=1)[0].casefold()
    if text[0].islower() and (first in _VERBS or (first.endswith("ed") and len(first) > 3)):
        return f"{name} {text}"
    return f"{end_sentence(name)} {text}" if text[0].isupper() and text == end_sentence(text) else f"{name}: {text}"


def read_spot_texts(document: Mapping[str, Any]) -> SpotTexts:
    """Return the words of a packaged document; `ValueError`, `KeyError` or `TypeError` where it does not hold them."""
    return {sort: _read(document[sort]) for sort in SORTS}


def _read(table: Mapping[str, Any]) -> SpotText:
    text = SpotText(
        clean_line(table["title"]),
        clean_line(table["why"]),
        clean_line(table["done"]),
        tuple(map(clean_line, table["sentences"])),
    )
    longest = max(map(len, text.sentences))
    if len(text.title) > TITLE_WIDTH or len(text.why) > WHY_WIDTH or len(text.done) > DONE_WIDTH or longest > LONGEST:
        raise ValueError(f"the words of {text.title} are too long")
    if len(set(text.sentences)) != SENTENCES:
        raise ValueError(f"{text.title} needs {SENTENCES} sentences")
    return text
