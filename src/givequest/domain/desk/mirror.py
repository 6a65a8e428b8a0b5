"""The mirror: a message held against every rule, and what its writer is shown of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

from givequest.domain.desk.hint_rules import CATEGORIES, HEAVIEST, HintRule, HintRules
from givequest.domain.desk.language import is_english
from givequest.domain.desk.message import Message, Span
from givequest.domain.desk.meter import Leaning, Meter, measure
from givequest.domain.desk.shape import measure_span
from givequest.named_tuple import NamedTuple

MOST_SHOWN = 3
MOST_SPANS = 100
"""Of one rule: a text of question marks only has no use for more."""
HEAVIEST_CATEGORY = 6
"""What one category can weigh at most."""
REWORK, POLISH = 6, 3
SIGNS_OF_A_GIFT = 2
LIGHT = frozenset({"generic", "shape"})
"""The categories of which one weight is let go where there is a good sign, and nothing else."""
OF_ONESELF = frozenset({"reconnect", "thanks", "help", "introduce"})
"""The kinds of message in which talk of oneself weighs nothing."""
SPECIFIC = frozenset({"sun.you-did", "sun.because", "sun.detail", "sun.memory"})
"""The good signs of which one alone shows that the words couldn't go to just anyone."""


class State(StrEnum):
    """How quiet the mirror is about a message. It's no verdict, and never shown as one."""

    REWORK = "rework"
    POLISH = "polish"
    CLEAR = "clear"
    """It says nothing."""
    GIFT = "gift"
    """Only the good signs are shown."""


class Finding(NamedTuple):
    """What one rule found in a message."""

    rule: HintRule
    spans: tuple[Span, ...]
    """Where, in the text as it was written."""


class Reflection(NamedTuple):
    """All that can be said of a message."""

    hints: tuple[Finding, ...]
    signs: tuple[Finding, ...]
    """The good ones."""
    meter: Meter
    load: int
    state: State
    is_english: bool = True

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The hints that are shown: three at most, one a category, the heaviest category first."""
        if self.state in (State.CLEAR, State.GIFT) and all(finding.rule.weight < 2 for finding in self.hints):
            return ()
        weights = category_weights(self.hints)
        order = sorted(weights, key=lambda category: (-weights[category], CATEGORIES.index(category)))
        heaviest = (max(_of(self.hints, category), key=lambda finding: finding.rule.weight) for category in order)
        return tuple(heaviest)[:MOST_SHOWN]


def reflect(message: Message, rules: HintRules) -> Reflection:
    """Return all that the rules have to say of a message; of one that isn't in English, nothing."""
    *_, last = reflect_in_steps(message, rules)
    assert last is not None
    return last


def reflect_in_steps(message: Message, rules: HintRules) -> Iterator[Reflection | None]:
    """Yield None after each rule, so that a key can be answered between any two, and at last the reflection."""
    meter = measure(message)
    if not is_english(message):
        yield Reflection((), (), meter, 0, State.CLEAR, is_english=False)
        return
    found: list[Finding] = []
    for rule in rules.rules:
        if rule.is_for(message.kind) and (finding := find(rule, message)) is not None:
            found.append(finding)
        yield None
    yield weigh(message, found, meter)


def find(rule: HintRule, message: Message) -> Finding | None:
    """Return what one rule finds in a message, None where it finds nothing."""
    if rule.measure:
        span = measure_span(rule, message)
        spans = [span] if span else []
    else:
        assert rule.pattern is not None
        spans = _spans(rule.pattern, message.text)
        if rule.beside and spans:
            others = [there for pattern in rule.beside if (there := _spans(pattern, message.text))]
            spans = sorted({*spans}.union(*others)) if len(others) >= rule.at_least else []
    if len(spans) <= rule.more_than or (rule.unless is not None and rule.unless.search(message.text)):
        return None
    return Finding(rule, tuple(message.written_span(*span) for span in spans))


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    found = (Span(*match.span()) for match in pattern.finditer(text) if match[0])
    return list(islice(found, MOST_SPANS))


def weigh(message: Message, found: list[Finding], meter: Meter) -> Reflection:
    """Return the reflection of a message of which everything that is in it was found."""
    signs = tuple(finding for finding in found if finding.rule.is_good)
    is_specific = any(finding.rule.id in SPECIFIC for finding in signs)
    hints = tuple(
        finding for finding in found if not finding.rule.is_good and not (finding.rule.unless_specific and is_specific)
    )
    weights = category_weights(hints)
    load = sum(weights.values())
    if load and signs and weights.keys() <= LIGHT:
        load -= 1
    if meter.leaning is Leaning.YOURS and message.kind not in OF_ONESELF:
        load += 1
    return Reflection(hints, signs, meter, load, _state(load, hints, signs))


def category_weights(hints: tuple[Finding, ...]) -> dict[str, int]:
    """Return what each category weighs in a message."""
    weights: dict[str, int] = {}
    for finding in hints:
        weights[finding.rule.category] = weights.get(finding.rule.category, 0) + finding.rule.weight
    return {category: min(weight, HEAVIEST_CATEGORY) for category, weight in weights.items()}


def _of(hints: tuple[Finding, ...], category: str) -> list[Finding]:
    return [finding for finding in hints if finding.rule.category == category]


def _state(load: int, hints: tuple[Finding, ...], signs: tuple[Finding, ...]) -> State:
    if load >= REWORK:
        return State.REWORK
    if load >= POLISH or any(finding.rule.weight == HEAVIEST for finding in hints):
        return State.POLISH
    return State.GIFT if not load and len(signs) >= SIGNS_OF_A_GIFT else State.CLEAR
