"""What an invented person writes: names, notes and journal texts, from a seeded generator."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def invent_people(chance: random.Random, count: int = 120) -> list[str]:
    """Return `count` different names, those that come up most first."""
    given = _WORDS["given"]
    everyone = [
        *given,
        *_WORDS["elsewhere"],
        *(f"{first} {last}" for last in _WORDS["family"] for first in given),
    ]
    favourites, others = everyone[:24], everyone[24:]
    chance.shuffle(favourites)
    chance.shuffle(others)
    return (favourites + others)[:count]


def pick_person(chance: random.Random, people: list[str]) -> str:
    """Return a name: a few come up often, many hardly ever."""
    return people[min(int(4 * chance.paretovariate(1.1)) - 4, len(people) - 1)]


def write_note(chance: random.Random) -> str:
    """Return one line of 2 to 16 words."""
    note = chance.choice(_WORDS["tasks"])
    return f"{note} about {chance.choice(_WORDS['objects'])}" if chance.random() < 0.5 else note


def write_text(chance: random.Random, words: int) -> str:
    """Return a text of about `words` words in sentences and, when it is long, two paragraphs."""
    sentences: list[str] = []
    written = 0
    while written < words:
        if chance.random() < 0.6:
            parts = (
                chance.choice(_WORDS["subjects"]),
                chance.choice(_WORDS["verbs"]),
                chance.choice(_WORDS["objects"]),
            )
            sentence = " ".join(parts).capitalize() + "."
        else:
            sentence = chance.choice(_WORDS["remarks"])
        sentences.append(sentence)
        written += len(sentence.split())
    half = len(sentences) // 2 if words > 60 else 0
    paragraphs = [sentences[:half], sentences[half:]] if half else [sentences]
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
