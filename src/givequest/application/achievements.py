"""Achievements: those earned by a day, and those to mention this morning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from givequest.application.game.fading import has_faded
from givequest.application.game.game import Game
from givequest.application.game.yearly import YearlyFold
from givequest.domain.noticeboard.spots import SEEKER
from givequest.domain.noticeboard.steps import card_of, is_spot_card
from givequest.domain.people.initials import initials
from givequest.domain.progress.achievement_list import ACHIEVEMENTS, Achievement
from givequest.domain.progress.achievement_rules import VERSION, AchievementSource, AchievementTracker
from givequest.domain.records import Record, RecordType

JOBS = "jobs"
"""The tag of a card about somebody who looks for work."""
LOOK_BACK = 7
"""Days without a deed or release after which earlier achievements are no longer mentioned."""


@dataclass(frozen=True, slots=True)
class EarnedAchievement:
    """An achievement that was earned."""

    achievement: Achievement
    day: date
    deed: str
    """What earned it, in a few words."""


class _Trackers(YearlyFold[AchievementTracker]):
    """What was earned by the ends of years."""

    name = "achievements"

    def __init__(self, game: Game) -> None:
        super().__init__(game.years, game.cache, game.this_year)
        self._game = game

    def made_by(self) -> Any:
        earned = [achievement.id for achievement in ACHIEVEMENTS]
        return [VERSION, earned, self._game.rules.deck.fingerprint, self._seekers, self._other_names]

    @property
    def _seekers(self) -> list[str]:
        """The cards that were made of somebody who looks for work."""
        return sorted(card_of(spot.id) for spot in self._game.people.spots if spot.sort == SEEKER)

    @property
    def _other_names(self) -> list[list[str]]:
        """The names of whoever has more than one."""
        return sorted(list(profile.keys) for profile in self._game.people.profiles if len(profile.keys) > 1)

    def start(self) -> AchievementTracker:
        return AchievementTracker()

    def carry_on(self, state: AchievementTracker, year: int) -> AchievementTracker:
        return self.after(state, self.years.records(year, keep=year >= self._this_year()).values())

    def after(self, state: AchievementTracker, records: Iterable[Record]) -> AchievementTracker:
        """Return the state after the records of the days that follow."""
        tracker = state.copy()
        tracker.take(records, self._tags_of, lambda name: self._game.people.keys_of(name)[0])
        return tracker

    def _tags_of(self, card: str) -> tuple[str, ...]:
        if is_spot_card(card):
            return (JOBS,) if card in self._seekers else ()
        known = self._game.rules.deck.by_id.get(card)
        return known.tags if known else ()

    def write(self, value: AchievementTracker, year: int) -> Mapping[str, Any]:
        return value.document()

    def read(self, document: Mapping[str, Any], year: int) -> AchievementTracker:
        return AchievementTracker.read(document)


class Achievements:
    """The achievements of one home."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._trackers = _Trackers(game)

    @property
    def is_prepared(self) -> bool:
        """Whether every past year is in memory or in the cache, so that `earned_by` is quick."""
        past = self._past_years()
        return not past or self._trackers.is_known(past[-1])

    def prepare(self) -> None:
        """Work out one more past year, if any is left. A year that cannot be read counts as empty."""
        past = self._past_years()
        if not self.is_prepared:
            latest = next((year for year in reversed(past) if self._trackers.is_known(year)), None)
            self._trackers.closing(past[0] if latest is None else past[past.index(latest) + 1])

    def _past_years(self) -> list[int]:
        return [year for year in self._game.years.known if year < self._game.this_year()]

    def earned_by(self, day: date) -> list[EarnedAchievement]:
        """Return the achievements earned by the end of a day, the earliest first."""
        records = self._game.years.records(day.year).values()
        before = self._trackers.closing(day.year - 1)
        earned = self._trackers.after(before, (record for record in records if record.day <= day)).earned
        found = []
        for achievement in ACHIEVEMENTS:
            if achievement.id in earned:
                last = earned[achievement.id]
                found.append(EarnedAchievement(achievement, date.fromordinal(last.day), self._told(last)))
        found.sort(key=lambda earned: earned.day)
        return found

    def _told(self, earned: AchievementSource) -> str:
        """Return a deed in a few words: its kind, whom it was for, and the title of its card."""
        kind = self._game.kinds.get(earned.kind or "")
        card = self._game.rules.deck.by_id.get(earned.card or "")
        told = kind.name if kind else earned.kind or "Release"
        person = earned.person
        if person and has_faded(self._game, date.fromordinal(earned.day)):
            person = initials(person)
        told = f"{told}, {person}" if person else told
        return f"{told}: {card.title}" if card else told

    def to_tell(self, today: date) -> list[EarnedAchievement]:
        """Return what was earned on the latest day with a deed or release, unless that is today.

        None once that day is more than `LOOK_BACK` days ago.
        """
        latest = self._last_active_day(today)
        if latest is None or latest == today:
            return []
        return [earned for earned in self.earned_by(latest) if earned.day == latest]

    def _last_active_day(self, today: date) -> date | None:
        for year in (today.year, today.year - 1):
            days = [
                record.day
                for record in self._game.years.records(year).values()
                if record.day <= today and record.type in (RecordType.DEED, RecordType.RELEASE)
            ]
            if days:
                latest = max(days)
                return latest if today - latest <= timedelta(days=LOOK_BACK) else None
        return None
