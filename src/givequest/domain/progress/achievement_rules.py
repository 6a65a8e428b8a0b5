"""The rules of achievements: a left fold over all records, day by day.

An achievement is lost only when the records that earned it are deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from givequest.domain.kinds import QUIET
from givequest.domain.noticeboard.steps import ASK, MEET, card_of, is_spot_card, spot_of_card
from givequest.domain.progress.experience import COMEBACK_PAUSE
from givequest.domain.records import Record, RecordType, order_of
from givequest.domain.text import name_key
from givequest.named_tuple import NamedTuple

_TAGGED = (
    ("amplify", 3, "their-name"), ("jobs", 1, "a-door"), ("concrete", 2, "half-done"), ("receive", 1, "be-helped"),
    ("drawer", 2, "the-drawer"), ("question", 5, "second-question"),
)  # fmt: skip
"""The tag of a card, how many deeds with such cards are needed, and the achievement they earn."""
_SIX_DOORS = frozenset({"congratulate", "help", "reconnect", "introduce", "listen", QUIET})
"""The kinds of which a deed each opens the six doors; a kind that is added later closes none."""
_WEEK_WALKED, _WEEK_MOSSY = 5, 2
"""Days of a week with giving or rest: at least so many in a 'walked' week, at most so many in a 'mossy' one."""
TagsOf = Callable[[str], tuple[str, ...]]
"""Returns the tags of a card by its id; an empty tuple for an unknown card."""
PersonOf = Callable[[str], str]
"""Returns the key of the person whose name it is; of a name that is nobody's, its own."""
BRIDGE_DAYS = 21
"""Days between asking the first of two and introducing them at the most."""
VERSION = 5
"""Raise this when the same records would earn an achievement that they did not, or not that day."""


class AchievementSource(NamedTuple):
    """The deed or release that earned an achievement."""

    day: int
    """An ordinal."""
    kind: str | None
    """The kind of the deed; None for a release."""
    person: str | None
    card: str | None = None
    """The id of the card of the deed, if it had one."""


@dataclass
class AchievementTracker:
    """The achievements earned by a day, and the counters needed to find the next ones."""

    earned: dict[str, AchievementSource] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    """Counters of deeds and releases, by name."""
    kinds: list[str] = field(default_factory=list)
    people: dict[str, int] = field(default_factory=dict)
    """The last day on which each person was named, by the key of their name."""
    far: list[str] = field(default_factory=list)
    """The people from far away who were written to, by the keys of their names."""
    quarters: list[int] = field(default_factory=list)
    abstained: list[int] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    """Ordinal of the latest event, by name: release, giving, quiet, wall, asked, practice-day."""
    week: int = 0
    week_days: list[int] = field(default_factory=list)
    was_mossy: bool = False
    month: int = 0
    month_deeds: int = 0
    asked: dict[str, int] = field(default_factory=dict)
    """The last day on which one of two who should meet was asked, by the spot."""
    heard: dict[str, int] = field(default_factory=dict)
    """The last day on which each person was named, whichever of their names it was and on either side."""
    far_people: list[str] = field(default_factory=list)
    """`far`, by the keys of people."""

    def copy(self) -> AchievementTracker:
        """Return an independent copy."""
        return AchievementTracker.read(self.document())

    def take(self, records: Iterable[Record], tags_of: TagsOf, person_of: PersonOf = name_key) -> None:
        """Add the records of later days; all records of one day must come in the same call."""
        records = sorted(records, key=order_of)
        slips = {record.day for record in records if record.type is RecordType.SLIP}
        for record in records:
            if record.type is RecordType.DEED:
                tags = tags_of(record.card) if record.card else ()
                self._take_deed(record, tags, person_of, is_kept=record.kind != QUIET or record.day not in slips)
            elif record.type is RecordType.RELEASE:
                self._take_release(record)
            elif record.type is RecordType.REST:
                self._mark_day(record)

    def _earn(self, identity: str, record: Record) -> None:
        if identity not in self.earned:
            self.earned[identity] = AchievementSource(record.day.toordinal(), record.kind, record.person, record.card)

    def _count(self, name: str) -> int:
        self.counts[name] = count = self.counts.get(name, 0) + 1
        return count

    def _since(self, name: str, day: int) -> int:
        return day - self.last[name] if name in self.last else 1_000_000

    def _take_deed(self, record: Record, tags: tuple[str, ...], person_of: PersonOf, *, is_kept: bool) -> None:
        day, kind = record.day.toordinal(), record.kind or ""
        self._earn("coat-off", record)
        if self._count("deeds") >= 66:
            self._earn("stones", record)
        if kind not in self.kinds:
            self.kinds.append(kind)
            if _SIX_DOORS.issubset(self.kinds):
                self._earn("six-doors", record)
        for tag, number, identity in _TAGGED:
            if tag in tags and self._count(tag) >= number:
                self._earn(identity, record)
        if kind == "congratulate" and "specific" in tags and self._count("detail") >= 5:
            self._earn("eye-for-detail", record)
        if kind == "help" and record.effort == 1 and self._count("lamps") >= 5:
            self._earn("five-lamps", record)
        if self._since("release", day) == 0:
            self._earn("string-cut", record)
        self._look_at_the_wall(record, tags, day)
        self._look_for_bridges(record, tags, day)
        if kind == "reconnect":
            self._look_for_the_far(record, day, person_of)
        if record.person:
            self.people[name_key(record.person)] = day
        for name in filter(None, (record.person, record.other)):
            self.heard[person_of(name)] = day
        if kind != QUIET:
            self._give(record, day)
        elif is_kept:
            self._keep_quiet(record, tags, day)

    def _keep_quiet(self, record: Record, tags: tuple[str, ...], day: int) -> None:
        if self._since("quiet", day) and self._count("quiet days") >= 7:
            self._earn("stall-closed", record)
        self.last["quiet"] = day
        if record.card == "quiet.dont-show-up":
            self._earn("empty-chair", record)
        if "abstain" in tags:
            self.abstained = [*self.abstained[-2:], day]
            if len(self.abstained) == 3 and day - self.abstained[0] < 30:
                self._earn("without-me", record)

    def _give(self, record: Record, day: int) -> None:
        """Look at when something was given, and when before."""
        if COMEBACK_PAUSE < self._since("giving", day) < 1_000_000:
            self._earn("came-back", record)
        self.last["giving"] = day
        self._mark_day(record)
        month = record.day.year * 12 + record.day.month
        self.month_deeds = self.month_deeds + 1 if month == self.month else 1
        self.month = month
        quarter = (record.day.month - 1) // 3
        if self.month_deeds >= 8 and quarter not in self.quarters:
            self.quarters.append(quarter)
            if len(self.quarters) == 4:
                self._earn("four-seasons", record)

    def _mark_day(self, record: Record) -> None:
        """Look at the weeks, from Monday to Sunday, and at the days of them that were given or rested."""
        day = record.day.toordinal()
        week = (day - 1) // 7
        if week != self.week:
            is_next = week == self.week + 1
            self.was_mossy = bool(self.week) and (not is_next or len(self.week_days) <= _WEEK_MOSSY)
            self.week, self.week_days = week, []
        if day not in self.week_days:
            self.week_days.append(day)
        if self.was_mossy and len(self.week_days) >= _WEEK_WALKED and record.type is RecordType.DEED:
            self._earn("moss-is-green", record)

    def _look_for_the_far(self, record: Record, day: int, person_of: PersonOf) -> None:
        if "practice-day" in self.last and record.effort >= 2 and 0 < self._since("practice-day", day) <= 3:
            self._earn("warm-up", record)
        if not record.person:
            return
        # By the name as it is written, and by whose it is: what was earned by either stays.
        for known, key, far in (
            (self.people, name_key(record.person), self.far),
            (self.heard, person_of(record.person), self.far_people),
        ):
            if key not in known:
                continue
            if day - known[key] >= 365:
                self._earn("long-lost", record)
            if day - known[key] >= 180 and key not in far:
                far.append(key)
                if len(far) >= 3:
                    self._earn("three-far-ones", record)

    def _look_for_bridges(self, record: Record, tags: tuple[str, ...], day: int) -> None:
        if "practice" in tags:
            self.last["practice-day"] = day
        if record.card == "introduce.ask-first":
            self.last["asked"] = day
        elif record.card == "introduce.hand-over" and self._since("asked", day) <= BRIDGE_DAYS:
            self._earn("bridge-of-two", record)
        elif record.card is not None and is_spot_card(record.card):
            spot = spot_of_card(record.card)
            if record.card == card_of(spot, ASK):
                self.asked = {known: asked for known, asked in self.asked.items() if day - asked <= BRIDGE_DAYS}
                self.asked[spot] = day
            elif record.card == card_of(spot, MEET) and day - self.asked.get(spot, -BRIDGE_DAYS) <= BRIDGE_DAYS:
                self._earn("bridge-of-two", record)

    def _look_at_the_wall(self, record: Record, tags: tuple[str, ...], day: int) -> None:
        if "wall" in tags:
            self.last["wall"] = day
            if self._since("release", day) == 0:
                self._earn("friend-of-walls", record)

    def _take_release(self, record: Record) -> None:
        day = record.day.toordinal()
        self.last["release"] = day
        if self._count("releases") >= 20:
            self._earn("autumn-floor", record)
        self._earn("first-leaf", record)
        if self._since("wall", day) == 0:
            self._earn("friend-of-walls", record)
        if self._since("giving", day) == 0 or self._since("quiet", day) == 0:
            self._earn("string-cut", record)

    def document(self) -> dict[str, Any]:
        """Return the tracker as JSON values that `read` accepts."""
        document = asdict(self)
        document["earned"] = {identity: list(earned) for identity, earned in self.earned.items()}
        return document

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> AchievementTracker:
        """Return the tracker that `document` described; KeyError, TypeError or AttributeError for anything else."""
        tracker = cls(**document)
        tracker.earned = {identity: AchievementSource(*earned) for identity, earned in document["earned"].items()}
        tracker.counts, tracker.people, tracker.last = dict(tracker.counts), dict(tracker.people), dict(tracker.last)
        tracker.kinds, tracker.far, tracker.quarters = list(tracker.kinds), list(tracker.far), list(tracker.quarters)
        tracker.asked, tracker.heard = dict(tracker.asked), dict(tracker.heard)
        tracker.far_people = list(tracker.far_people)
        tracker.abstained, tracker.week_days = list(tracker.abstained), list(tracker.week_days)
        return tracker
