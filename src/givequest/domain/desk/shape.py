"""The measures of a message's shape: its length, its first step, and whether it calls anyone by name."""

from __future__ import annotations

import re

from givequest.domain.desk.hint_rules import HintRule
from givequest.domain.desk.message import Message, Span, words_of
from givequest.domain.text import fold_text

_GREETING = re.compile(
    r"\A\W*(?:(?:dear|hi|hello|hey|hej|good (?:morning|evening|afternoon))\b[^,.!?\n]{0,40}[,.!?\n]"
    r"|[^\W\d_][\w'-]*,)\s*",
    re.IGNORECASE,
)
_FIRST_PERSON = frozenset({"i", "i'm", "i've", "i'll", "i'd", "my", "we", "we're", "we've", "we'll", "our"})
_SECOND_PERSON = re.compile(r"\byou(?:r|rs|'re|'ve|'ll|'d)?\b", re.IGNORECASE)


def measure_span(rule: HintRule, message: Message) -> Span | None:
    """Return the stretch of `message.text` that a rule's measure speaks of, None where it has nothing to say."""
    match rule.measure:
        case "words":
            return _whole(message) if _is_out(rule, message, len(message.words)) else None
        case "longest-paragraph":
            longest = max(message.paragraphs, key=len, default="")
            if not _is_out(rule, message, len(words_of(longest))):
                return None
            start = message.text.find(longest)
            return Span(start, start + len(longest))
        case "opens-with-i":
            return _first_step(message)
        case "no-name":
            return _whole(message) if message.words and message.person and not has_name(message) else None
    return None


def has_name(message: Message) -> bool:
    """Return whether the message calls its reader by any part of their name that is a name."""
    text = f" {' '.join(words_of(fold_text(message.text)))} "
    names = [name for name in words_of(fold_text(message.person)) if len(name) > 1]
    return any(f" {name} " in text or f" {name}'s " in text for name in names)


def _whole(message: Message) -> Span:
    return Span(0, len(message.text))


def _is_out(rule: HintRule, message: Message, number: int) -> bool:
    below, above = rule.limits
    above = dict(rule.kind_limits).get(message.kind, above)
    return 0 < number < below or bool(above and number > above)


def _first_step(message: Message) -> Span | None:
    """Return the first sentence after the greeting where it starts with the writer and has nothing of the reader."""
    greeting = _GREETING.match(message.text)
    start = greeting.end() if greeting else 0
    match = re.compile(r"[^.!?\n]+[.!?]*").search(message.text, start)
    if match is None:
        return None
    words = words_of(match[0])
    if not words or words[0] not in _FIRST_PERSON or _SECOND_PERSON.search(match[0]):
        return None
    named = Message(match[0], message.kind, message.person)
    return None if message.person and has_name(named) else Span(*match.span())
