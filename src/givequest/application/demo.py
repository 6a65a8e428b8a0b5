"""Two invented years of history for `givequest demo`: the same for the same day and seed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Any

from givequest.application.demo_people import invent_people, invent_spots
from givequest.application.game.game import Game
from givequest.domain.change_labels import Act, name_record
from givequest.domain.days import days_in_month
from givequest.domain.deck.cards import Card
from givequest.domain.kinds import QUIET, Kind
from givequest.domain.records import Record, order_of, read_record
from givequest.named_tuple import NamedTuple

DAYS = 730
"""How long the invented history is."""
LAST_STEPS = 8
"""Records that are saved one by one, so that undo has something to take back."""


class Habit(NamedTuple):
    """How often an invented person does a kind of deed, and for whom."""

    often: float = 0.3
    """How likely a deed of it is on an ordinary day of the second year."""
    people: Sequence[str] = ("work", "family", "near", "far")
    """The circles that it is for, those that it is more often for more than once."""
    notes: Mapping[str, list[str]] = MappingProxyType({})
    """What is noted, by circle."""


def play_demo(game: Game, habits: Mapping[str, Mapping[str, Any]], seed: int = 1) -> int:
    """Save an invented history that ends today, and return how many records it has. Raises StorageError.

    `habits` has the fields of a `Habit` by kind; a kind without any gets the default habit.
    """
    chosen = [(kind, Habit(**habits.get(kind.id, {}))) for kind in game.kinds.values()]
    records = invent(game.now(), game.today(), game.rules.deck.cards, chosen, seed)
    cut = max(len(records) - LAST_STEPS, 0)
    people = invent_people(_words()["person"], game.now(), game.today())
    spots = invent_spots(_words()["spot"], game.now(), game.today())
    game.save(Act.INVENT.label(), puts=[*people, *spots, *records[:cut]])
    for record in records[cut:]:
        game.save(Act.ADD.label(name_record(record, game.kinds)), puts=[record])
    return len(records)


def invent(
    now: datetime, today: date, cards: Iterable[Card], habits: Sequence[tuple[Kind, Habit]], seed: int = 1
) -> list[Record]:
    """Return the records of an invented history, in the order in which they were logged."""
    life = _Life(Random(seed), cards, habits, now)
    pauses = _pauses(life.chance)
    records: list[Record] = []
    for number in range(DAYS):
        records += life.live(today - timedelta(days=DAYS - 1 - number), number, pauses.get(number, ""))
    return sorted(records, key=lambda record: order_of(record)[1:])


def _words() -> Mapping[str, Any]:
    import tomllib

    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _pauses(chance: Random) -> dict[int, str]:
    """Return the holidays, the colds and the busy weeks, by the number of the day."""
    pauses: dict[int, str] = {}
    for around in (150, 335, 515, 640):
        first = around + chance.randrange(-10, 10)
        pauses |= dict.fromkeys(range(first, first + chance.randrange(6, 12)), "rest")
    for around, days in ((64, 4), (118, 3), (255, 6), (402, 3), (470, 2), (650, 3)):
        first = around + chance.randrange(-12, 12)
        pauses |= dict.fromkeys(range(first, first + days), "away")
    return pauses


class _Life:
    """Somebody's days."""

    def __init__(
        self, chance: Random, cards: Iterable[Card], habits: Sequence[tuple[Kind, Habit]], now: datetime
    ) -> None:
        self.chance, self._now = chance, now
        self._giving = {kind.id: habit for kind, habit in habits if kind.giving}
        self._vows = {kind.id: habit.often for kind, habit in habits if not kind.giving}
        self._words = _words()
        self._cards: dict[str, list[Card]] = {}
        for card in cards:
            self._cards.setdefault(card.kind, []).append(card)
        self._decks: dict[str, list[str]] = {}

    def live(self, day: date, number: int, pause: str) -> Iterator[Record]:
        """Yield the records of a day."""
        chance = self.chance
        back = DAYS - 1 - number
        if pause == "away":
            return
        if pause == "rest" or (day.weekday() == 6 and back > 2 and chance.random() < 0.18):
            yield self._record("rest", day, 8)
            if chance.random() < 0.85:
                return
        zeal = 0.5 + 0.5 * min(number / 330, 1) + 0.08 * math.sin(number / 29)
        zeal = 1.05 if back < 24 else zeal
        if back == 0:
            yield from self._this_morning(day)
            return
        if back > 3 and chance.random() < 0.055:  # a day like others, with nothing to tell of it
            return
        for kind, habit in self._giving.items():
            yield from (self._deed(day, kind) for _ in range(int(habit.often * zeal + chance.random())))
        for vow, often in self._vows.items():
            if chance.random() < often * zeal:
                yield self._record("deed", day, 21, kind=vow, card=self._card(vow, 1))
            elif vow == QUIET and chance.random() < 0.4:
                yield self._record("slip", day, 20)
        yield from self._write(day)

    def _this_morning(self, day: date) -> Iterator[Record]:
        yield from (self._deed(day, kind) for kind in list(self._giving)[:2])
        yield self._record("entry", day, 7, text=self._page(), sort=None)

    def _deed(self, day: date, kind: str) -> Record:
        chance, habit = self.chance, self._giving[kind]
        circle = chance.choice([name for name in habit.people if name in habit.notes or not habit.notes])
        person, effort = chance.choice(self._words["people"][circle]), chance.choices((1, 2, 3), (6, 3, 1))[0]
        notes = habit.notes.get(circle)
        note = self._next(f"notes.{kind}.{circle}", notes) if chance.random() < 0.7 and notes else None
        fields = {"kind": kind, "person": person, "note": note, "effort": effort, "card": self._card(kind, effort)}
        return self._record("deed", day, chance.choice((7, 8, 9, 12, 13, 17, 18, 19, 20)), **fields)

    def _write(self, day: date) -> Iterator[Record]:
        chance, words = self.chance, self._words["journal"]
        if day.day == days_in_month(day) and chance.random() < 0.7:
            yield self._record("entry", day, 21, text=self._next("letters", words["letters"]), sort="letter")
        elif chance.random() < 0.36:
            yield self._record("entry", day, 21, text=self._page(), sort=None)
        if chance.random() < 0.09:
            yield self._record("entry", day, 12, text=self._say("pockets"), sort="pocket")
        if chance.random() < 0.09:
            yield self._record("release", day, 22)
        if chance.random() < 0.05:
            yield self._record("gift", day, 18, text=self._say("gifts"))

    def _page(self) -> str:
        parts = [self._say("openings"), self._say("turns")]
        if self.chance.random() < 0.35:
            parts.append(self._say("turns"))
        if self.chance.random() < 0.5:
            parts.append(self._say("endings"))
        return " ".join(parts)

    def _say(self, name: str) -> str:
        people = {circle: self.chance.choice(names) for circle, names in self._words["people"].items()}
        text = str(self._next(name, self._words["journal"][name])).format(**people)
        return text[:1].upper() + text[1:]

    def _card(self, kind: str, effort: int) -> str | None:
        fitting = [card.id for card in self._cards.get(kind, ()) if card.tier == effort]
        return self._next(f"{kind}.{effort}", fitting) if fitting and self.chance.random() < 0.9 else None

    def _next(self, name: str, choices: list[str]) -> str:
        """Return the next of some choices: all of them come before any comes again."""
        left = self._decks.get(name)
        if not left:
            left = self._decks[name] = self.chance.sample(choices, len(choices))
        return left.pop()

    def _record(self, type_: str, day: date, hour: int, **fields: Any) -> Record:
        moment = time(hour, self.chance.randrange(60), self.chance.randrange(60), tzinfo=self._now.tzinfo)
        at = min(datetime.combine(day, moment), self._now).isoformat(timespec="seconds")
        identity = f"{self.chance.getrandbits(56):014x}"
        return read_record({"type": type_, "id": identity, "day": day.isoformat(), "at": at, **fields})
