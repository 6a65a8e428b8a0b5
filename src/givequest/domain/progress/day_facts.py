"""Day facts: what was done on one day, independent of the order of its records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from givequest.domain.kinds import QUIET
from givequest.domain.noticeboard.steps import is_spot_card, key_of_step
from givequest.domain.records import Record, RecordType, order_of
from givequest.domain.rules import Rules
from givequest.domain.text import name_key
from givequest.domain.word_count import number_of_words

_DEED = RecordType.DEED
Named: TypeAlias = tuple[Record, str]
"""A deed, and a name in it as it was written."""
WORDS_OF_AN_ENTRY = 15
"""A journal entry of at least this many words earns XP, once a day."""


class DayFacts:
    """What was done on one day. Built by `gather_facts` and never changed afterwards."""

    __slots__ = (
        "cards", "deeds", "efforts", "passed", "people", "redraws", "release", "rest", "slip", "steps", "wrote",
    )  # fmt: skip

    def __init__(
        self,
        deeds: dict[str, int] | None = None,
        efforts: list[int] | None = None,
        people: dict[str, Named] | None = None,
        cards: set[str] | None = None,
        redraws: dict[str, int] | None = None,
        steps: set[str] | None = None,
        passed: set[str] | None = None,
        *,
        slip: bool = False,
        rest: bool = False,
        release: bool = False,
        wrote: bool = False,
    ) -> None:
        """Take how many deeds there were of each kind, and the efforts (1 to 3) of the giving ones.

        `people` are those that deeds were for, by the keys of their names (`text.name_key`), with the latest of these;
        `steps` are what was done of what was noticed (`noticeboard.steps`), `passed` the cards of that kind that were
        exchanged: `cards` and `redraws` are of the deck alone. `wrote` is whether an entry of at least
        `WORDS_OF_AN_ENTRY` words was written.
        """
        self.deeds = {} if deeds is None else deeds
        self.efforts = [] if efforts is None else efforts
        self.people = {} if people is None else people
        self.cards = set() if cards is None else cards
        self.redraws = {} if redraws is None else redraws
        self.steps = set() if steps is None else steps
        self.passed = set() if passed is None else passed
        self.slip = slip
        self.rest = rest
        self.release = release
        self.wrote = wrote

    @property
    def giving(self) -> bool:
        """Whether there is a giving deed."""
        return bool(self.efforts)

    def keeps(self, kind: str) -> bool:
        """Return whether a kind is kept: a deed of it, and for the quiet vow no slip."""
        return kind in self.deeds and not (kind == QUIET and self.slip)


NOTHING_DONE = DayFacts()


def gather_facts(records: Iterable[Record], rules: Rules) -> dict[int, DayFacts]:
    """Return the facts of each day that has a record, by ordinal. Gifts are ignored.

    The rules of its day decide whether a deed is giving; a deed of an unknown kind is ignored.
    """
    days: dict[int, DayFacts] = {}
    for record in records:
        if record.type is RecordType.GIFT:
            continue
        ordinal = record.day.toordinal()
        facts = days.get(ordinal)
        if facts is None:
            facts = days[ordinal] = DayFacts()
        _add(facts, record, ordinal, rules)
    return days


def _add(facts: DayFacts, record: Record, ordinal: int, rules: Rules) -> None:
    type_ = record.type
    if type_ is _DEED:
        known = rules.kind_on(record.kind or "", ordinal)
        if known is not None:
            facts.deeds[known.id] = facts.deeds.get(known.id, 0) + 1
            if known.giving:
                facts.efforts.append(record.effort)
        if record.kind != QUIET:
            for name in (record.person, record.other):
                if name:
                    key = name_key(name)
                    before = facts.people.get(key)
                    if before is None or order_of(before[0]) <= order_of(record):
                        facts.people[key] = record, name
        if record.card and is_spot_card(record.card):
            facts.steps.add(key_of_step(record.card, record.person))
        elif record.card:
            facts.cards.add(record.card)
    elif type_ is RecordType.REDRAW:
        if record.card:
            facts.passed.add(record.card)
            return
        kind = record.kind or ""
        facts.redraws[kind] = facts.redraws.get(kind, 0) + 1
    elif type_ is RecordType.SLIP:
        facts.slip = True
    elif type_ is RecordType.REST:
        facts.rest = True
    elif type_ is RecordType.RELEASE:
        facts.release = True
    elif type_ is RecordType.ENTRY and not facts.wrote:
        facts.wrote = number_of_words(record.text or "") >= WORDS_OF_AN_ENTRY
