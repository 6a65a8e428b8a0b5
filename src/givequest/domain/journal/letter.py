"""The monthly letter: a month's own lines laid out, and a few kind sentences to who one was on its first day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import islice

from givequest.domain.days import days_in_month, next_month
from givequest.domain.journal.sorts import POCKET
from givequest.domain.kinds import Kind
from givequest.domain.records import Record, RecordType, order_of
from givequest.named_tuple import NamedTuple

EVENING = 17
"""The hour at which the last evening of a month begins."""
LAST_DAY = 7
"""Until this day of the next month the letter of a month is asked for."""
LINES = 3
LONGEST_LINE = 100
_RULES = " .!?\u2026-*#_="
"""Of these alone no sentence is made, but lines across a page are."""
SHORTEST_SENTENCE = 8
"""Characters below which a sentence takes the next one along: `Yes.` and `Dr.` say little by themselves."""
_END = re.compile("[.!?\u2026]+[\"')\u201d\u2019\u00bb]*(?=\\s|$)|[\u3002\uff01\uff1f]+")


class Letter(NamedTuple):
    """What is laid out before the letter of a month is written."""

    month: date
    """The first day of the month."""
    lines: tuple[str, ...]
    """Three of one's own lines."""
    kinds: tuple[str, ...]
    """The names of the kinds that were given."""
    gift: str = ""
    """Something that came unasked."""

    @property
    def day(self) -> date:
        """The day that the letter counts for: the last of its month."""
        return self.month.replace(day=days_in_month(self.month))


def month_of_letter(today: date, now: datetime) -> date | None:
    """Return the first day of the month whose letter can be written now; None on most days."""
    if today.day <= LAST_DAY:
        return next_month(today, -1)
    is_last = (today + timedelta(days=1)).day == 1
    is_evening = now.date() > today or now.hour >= EVENING
    return today.replace(day=1) if is_last and is_evening else None


def lay_out(month: date, records: Iterable[Record], kinds: Mapping[str, Kind]) -> Letter:
    """Return what the records of a month have to say; pocketed entries come first, hushed ones not at all."""
    of_month = sorted(
        (record for record in records if (record.day.year, record.day.month) == (month.year, month.month)),
        key=order_of,
    )
    entries = [r for r in of_month if r.type is RecordType.ENTRY and r.sort in (None, POCKET) and first_line(r.text)]
    given = {record.kind for record in of_month if record.type is RecordType.DEED}
    gifts = [line for r in of_month if r.type is RecordType.GIFT and (line := first_line(r.text))]
    return Letter(
        month=month,
        lines=_lines_of(_chosen(entries)),
        kinds=tuple(kind.name for kind in kinds.values() if kind.id in given),
        gift=gifts[-1] if gifts else "",
    )


def _chosen(entries: list[Record]) -> list[Record]:
    """Return three entries, those that were pocketed first, the others from all over the month; in their order."""
    kept = [entry for entry in entries if entry.sort == POCKET][-LINES:]
    others = [entry for entry in entries if entry.sort != POCKET]
    room = min(LINES - len(kept), len(others))
    kept += [others[(2 * number + 1) * len(others) // (2 * room)] for number in range(room)]
    return sorted(kept, key=order_of)


def _lines_of(entries: list[Record]) -> tuple[str, ...]:
    """Return the first sentence of each entry; of fewer than three entries further ones as well, in their order."""
    sentences = [list(islice(sentences_of(entry.text), LINES)) for entry in entries]
    in_turn = sorted((nth, number) for number, found in enumerate(sentences) for nth in range(len(found)))[:LINES]
    return tuple(sentences[number][nth] for number, nth in sorted((number, nth) for nth, number in in_turn))


def first_line(text: str | None) -> str:
    """Return the first sentence of a text, cut where it is very long; nothing where there are no words."""
    return next(sentences_of(text), "")


def sentences_of(text: str | None) -> Iterator[str]:
    """Yield the sentences of a text, each cut where it is very long."""
    for line in (text or "").splitlines():
        start = 0
        ends = [match.end() for match in _END.finditer(line)]
        for end in [*ends, len(line)]:
            sentence = line[start:end].strip()
            if end < len(line) and len(sentence) < SHORTEST_SENTENCE:
                continue
            start = end
            if sentence.strip(_RULES):
                yield _cut(sentence)


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST_LINE:
        return sentence
    kept = sentence[: LONGEST_LINE - 3]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[LONGEST_LINE // 2 :] else kept}..."
