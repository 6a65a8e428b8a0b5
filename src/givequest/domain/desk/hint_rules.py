"""Rules for the desk: what each looks for in a message, and what it says where it finds it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from givequest.domain.text import clean_line
from givequest.named_tuple import NamedTuple

CATEGORIES = (
    "me_lens",
    "fish_market",
    "needy",
    "hidden_agenda",
    "too_strong",
    "spam",
    "generic",
    "shape",
)
"""In the order in which they are named first where two weigh the same."""
MEASURES = ("words", "longest-paragraph", "opens-with-i", "no-name")
"""What `domain/desk/shape.py` can measure."""
HINT_WIDTH = 90
LONGEST_PATTERN = 2_000
MOST_BESIDE = 12
HEAVIEST = 3
_RULE_ID = re.compile(r"[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9-]*")


class HintRule(NamedTuple):
    """Something that a message can hold, and the hint that its writer gets then."""

    id: str
    category: str
    """One of `CATEGORIES`; empty for a good sign."""
    weight: int
    """1 a whisper, 2 a nudge, 3 a strong nudge; 0 for a good sign."""
    hint: str
    pattern: re.Pattern[str] | None = None
    beside: tuple[re.Pattern[str], ...] = ()
    """What has to stand in the same message as well, before or after."""
    at_least: int = 1
    """How many of `beside` have to."""
    unless: re.Pattern[str] | None = None
    """What makes the rule silent where it stands in the same message."""
    measure: str = ""
    """Instead of a pattern: one of `MEASURES`."""
    limits: tuple[int, int] = (0, 0)
    """Of a measure: it speaks below the first and, where that isn't 0, above the second."""
    kind_limits: tuple[tuple[str, int], ...] = ()
    """The second of `limits` for kinds that have another."""
    only: frozenset[str] = frozenset()
    """The kinds of message it is for; empty: all."""
    never: frozenset[str] = frozenset()
    """The kinds of message it isn't for."""
    more_than: int = 0
    """It speaks where more than so many are found."""
    unless_specific: bool = False
    """It is silent in a message that names something only someone who looked could know."""

    @property
    def is_good(self) -> bool:
        """Whether it is a good sign, which is shown in green and asks nothing."""
        return not self.category

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """All that a message is searched for."""
        return (*filter(None, (self.pattern, self.unless)), *self.beside)

    def is_for(self, kind: str) -> bool:
        """Return whether the rule looks at messages of a kind."""
        return kind not in self.never and (not self.only or kind in self.only)


class HintRules:
    """All rules that a message is held against, in a fixed order."""

    def __init__(self, rules: tuple[HintRule, ...] = ()) -> None:
        self.rules = rules

    @cached_property
    def by_id(self) -> Mapping[str, HintRule]:
        """Each rule by its id."""
        return {rule.id: rule for rule in self.rules}

    def joined(self, rules: tuple[HintRule, ...]) -> HintRules:
        """Return rules with more of them; one with an id that is there already takes its place."""
        return HintRules(tuple((dict(self.by_id) | {rule.id: rule for rule in rules}).values()))

    def without(self, ids: frozenset[str]) -> HintRules:
        """Return the rules that nobody has hushed."""
        return HintRules(tuple(rule for rule in self.rules if rule.id not in ids))


_FIELDS = frozenset(
    {
        "id",
        "category",
        "weight",
        "hint",
        "pattern",
        "beside",
        "at_least",
        "unless",
        "measure",
        "below",
        "above",
        "above_for",
        "only",
        "except",
        "count_over",
        "unless_specific",
        "case_sensitive",
    }
)


def read_hint_rule(document: Mapping[str, Any], *, good: bool = False) -> HintRule:
    """Return the rule that a table of a rule file describes.

    Args:
        document: The table: `[[rule]]`, or `[[good]]` for a good sign.
        good: Whether it is a good sign; it has neither category nor weight then.

    Raises `ValueError` saying what is wrong with it, as the end of a sentence.

    """
    unknown = document.keys() - _FIELDS
    if unknown:
        raise ValueError(f"it has a field that rules don't have: {clean_line(sorted(unknown)[0])[:40]!r}")
    identity = document.get("id")
    if not (isinstance(identity, str) and _RULE_ID.fullmatch(identity)):
        raise ValueError("its id isn't of the form group.some-words")
    category, weight = document.get("category", ""), document.get("weight", 0)
    if not good and category not in CATEGORIES:
        raise ValueError(f"its category is none of {', '.join(CATEGORIES)}")
    if not good and (type(weight) is not int or weight not in range(1, HEAVIEST + 1)):
        raise ValueError(f"its weight isn't a whole number from 1 to {HEAVIEST}")
    measure = document.get("measure", "")
    if bool(measure) == ("pattern" in document):
        raise ValueError("it needs either a pattern or a measure")
    if measure and measure not in MEASURES:
        raise ValueError(f"its measure is none of {', '.join(MEASURES)}")
    is_cased = document.get("case_sensitive") is True
    beside = _read_beside(document, is_cased)
    return HintRule(
        id=identity,
        category="" if good else category,
        weight=0 if good else weight,
        hint=_read_hint(document),
        pattern=_read_pattern(document, "pattern", is_cased) if not measure else None,
        beside=beside,
        at_least=_read_at_least(document, len(beside)),
        unless=_read_pattern(document, "unless", is_cased) if "unless" in document else None,
        measure=measure,
        limits=(_read_count(document, "below"), _read_count(document, "above")),
        kind_limits=_read_counts(document, "above_for"),
        only=_read_kinds(document, "only"),
        never=_read_kinds(document, "except"),
        more_than=_read_count(document, "count_over"),
        unless_specific=document.get("unless_specific") is True,
    )


def _read_hint(document: Mapping[str, Any]) -> str:
    hint = clean_line(value) if isinstance(value := document.get("hint"), str) else ""
    if not hint:
        raise ValueError("it has no hint")
    if len(hint) > HINT_WIDTH:
        raise ValueError(f"its hint is {len(hint)} characters long; at most {HINT_WIDTH} fit")
    return hint


def _read_beside(document: Mapping[str, Any], is_cased: bool) -> tuple[re.Pattern[str], ...]:
    values = document.get("beside", [])
    if not isinstance(values, list):
        return (_read_pattern(document, "beside", is_cased),)
    if len(values) > MOST_BESIDE:
        raise ValueError(f"its beside has {len(values)} patterns; at most {MOST_BESIDE} are read")
    return tuple(_compile(value, f"beside, number {number},", is_cased) for number, value in enumerate(values, 1))


def _read_at_least(document: Mapping[str, Any], most: int) -> int:
    if "at_least" not in document:
        return 1
    if (value := _read_count(document, "at_least")) not in range(1, most + 1):
        raise ValueError(f"its at_least asks for {value} of the {most} patterns in its beside")
    return value


def _read_pattern(document: Mapping[str, Any], name: str, is_cased: bool) -> re.Pattern[str]:
    return _compile(document.get(name), name, is_cased)


def _compile(value: object, name: str, is_cased: bool) -> re.Pattern[str]:
    if not isinstance(value, str) or not value:
        raise ValueError(f"its {name} isn't text")
    if len(value) > LONGEST_PATTERN:
        raise ValueError(f"its {name} is {len(value):,} characters long; at most {LONGEST_PATTERN:,} are read")
    try:
        return re.compile(value, re.MULTILINE | (0 if is_cased else re.IGNORECASE))
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"its {name} isn't a regular expression ({clean_line(str(error))[:80]})") from None


def _read_count(document: Mapping[str, Any], name: str) -> int:
    value = document.get(name, 0)
    if type(value) is not int or value not in range(10_000):
        raise ValueError(f"its {name} isn't a whole number")
    return value


def _read_counts(document: Mapping[str, Any], name: str) -> tuple[tuple[str, int], ...]:
    value = document.get(name, {})
    if not isinstance(value, dict):
        raise ValueError(f"its {name} isn't a table of kinds and numbers")
    return tuple((kind, _read_count(value, kind)) for kind in value)


def _read_kinds(document: Mapping[str, Any], name: str) -> frozenset[str]:
    value = document.get(name, [])
    if not isinstance(value, list) or any(not isinstance(kind, str) for kind in value):
        raise ValueError(f"its {name} isn't a list of kinds")
    return frozenset(value)
