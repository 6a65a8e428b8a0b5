"""Search in what was written: every word, whatever its case and accents, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from givequest.domain.records import Record, RecordType
from givequest.domain.text import fold_text
from givequest.named_tuple import NamedTuple


class Query(NamedTuple):
    """What is looked for: words that must all be there, folded; one with a # begins a tag."""

    words: tuple[str, ...] = ()

    def finds(self, folded: str) -> bool:
        """Return whether a folded text holds every word."""
        return all(word in folded and (word[0] != "#" or _begins_tag(word, folded)) for word in self.words)


class Found(NamedTuple):
    """A record whose words can be searched: folded once, when it is read."""

    record: Record
    folded: str


def read_query(text: str) -> Query:
    """Return what a person looks for."""
    return Query(tuple(dict.fromkeys(word for word in fold_text(text).split() if word.strip("#"))))


def words_of(record: Record) -> str:
    """Return what somebody wrote in a record: the text of a page or gift; of a deed who it was for, and the note."""
    if record.type is RecordType.DEED:
        return ": ".join(part for part in (record.person, record.note) if part)
    return record.text or ""


def fold_record(record: Record) -> Found:
    """Return a record with its words made ready to be searched."""
    return Found(record, fold_quickly(words_of(record)))


def search(texts: Iterable[Found], query: Query) -> list[Found]:
    """Return the texts that hold every word, in the order they came in."""
    if len(query.words) == 1 and query.words[0][0] != "#":  # most often by far
        word = query.words[0]
        return [text for text in texts if word in text.folded]
    return [text for text in texts if query.finds(text.folded)]


def fold_quickly(text: str) -> str:
    """Return what `fold_text` returns; plain ASCII takes a hundredth of the time."""
    return text.lower() if text.isascii() else fold_text(text)


def find_marks(text: str, query: Query) -> list[tuple[int, int]]:
    """Return where the words stand in a text, as (start, end) in characters, in order and joined where they meet."""
    if not query.words:
        return []
    folded, origin = _fold_with_origin(text)
    spans = []
    for word in query.words:
        start = folded.find(word)
        while start >= 0:
            end = start + len(word)
            spans.append((origin[start], origin[end - 1] + 1))
            start = folded.find(word, end)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return [(start, _with_marks(text, end)) for start, end in joined]


def _fold_with_origin(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, and for each character of that the one it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    parts, origin = [], []
    for position, character in enumerate(text):
        part = character.lower() if character.isascii() else fold_text(character)
        parts.append(part)
        origin.extend([position] * len(part))
    return "".join(parts), origin


def _with_marks(text: str, end: int) -> int:
    """Return the end of a span with the combining marks that belong to its last character."""
    while end < len(text) and not text[end].isascii() and not fold_text(text[end]):
        end += 1
    return end


def _begins_tag(word: str, folded: str) -> bool:
    return re.search(rf"(?<![\w#&/]){re.escape(word)}", folded) is not None
