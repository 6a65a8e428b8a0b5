"""Achievements: what has been earned up to a day, and what of it there is to tell this morning."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from givequest.application.game import Game
from givequest.application.yearly import PastYears
from givequest.domain.progress.achievement_rules import AchievementSource, AchievementTracker
from givequest.domain.progress.achievements import ACHIEVEMENTS, Achievement
from givequest.domain.records import RecordType

VERSION = 3
"""To be raised when the same records come to earn something else."""
LOOK_BACK = 7
"""Days without a deed after which nothing that was earned before them is told any more."""


@dataclass(frozen=True, slots=True)
class EarnedAchievement:
    """Something that was earned."""

    achievement: Achievement
    day: date
    deed: str
    """With what, in a few words."""


class Achievements:
    """The achievements of one home. What past years came to is kept in the cache."""

    def __init__(self, game: Game, cache_folder: str | None = None) -> None:
        self._game = game
        folder = os.path.join(cache_folder, "achievements") if cache_folder else None
        self._past = PastYears(folder, [VERSION, game.rules.fingerprint])
        self._marks: Mapping[int, Any] = {}
        self._closed: dict[int, AchievementTracker] = {}

    def refresh(self) -> None:
        """Forget what is no longer so."""
        marks = dict(self._game.store.signature())
        changed = [year for year in marks.keys() | self._marks.keys() if marks.get(year) != self._marks.get(year)]
        self._marks = marks
        if changed:
            first = min(changed)
            self._closed = {year: tracker for year, tracker in self._closed.items() if year < first}

    @property
    def is_prepared(self) -> bool:
        """Whether all past years are known, so that the rest is quick."""
        past = self._past_years()
        return not past or past[-1] in self._closed or self._load(past[-1])

    def prepare(self) -> None:
        """Work out one more past year, if any is left."""
        past = self._past_years()
        if not self.is_prepared:
            latest = next((year for year in reversed(past) if year in self._closed or self._load(year)), None)
            self._closing(past[0] if latest is None else past[past.index(latest) + 1])

    def _past_years(self) -> list[int]:
        return [year for year in sorted(self._marks) if year < self._game.today().year]

    def earned_by(self, day: date) -> list[EarnedAchievement]:
        """Return what has been earned up to the end of a day, in the order of the days."""
        earned = self._closing(day.year, until=day).earned
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
        told = f"{told}, {earned.person}" if earned.person else told
        return f"{told} ('{card.title}')" if card else told

    def to_tell(self, today: date) -> list[EarnedAchievement]:
        """Return what was earned on the last day of giving before today, until the first deed of today."""
        latest = self._last_active_day(today)
        if latest is None or latest == today:
            return []
        return [earned for earned in self.earned_by(latest) if earned.day == latest]

    def _last_active_day(self, today: date) -> date | None:
        for year in (today.year, today.year - 1):
            if year not in self._marks:
                continue
            days = [
                record.day
                for record in self._game.histories.records(year)
                if record.day <= today and record.type in (RecordType.DEED, RecordType.RELEASE)
            ]
            if days:
                latest = max(days)
                return latest if today - latest <= timedelta(days=LOOK_BACK) else None
        return None

    @cached_property
    def _tags(self) -> Mapping[str, tuple[str, ...]]:
        return {card.id: card.tags for card in self._game.rules.deck.cards}

    def _tags_of(self, card: str) -> tuple[str, ...]:
        return self._tags.get(card, ())

    def _closing(self, year: int, until: date | None = None) -> AchievementTracker:
        """Return the tracker at the end of a year, or of a day in it."""
        years = [known for known in self._marks if known <= year]
        if not years:
            return AchievementTracker()
        if until is not None and max(years) == until.year:
            tracker = self._closing(until.year - 1).copy()
            records = self._game.histories.records(until.year)
            tracker.take((record for record in records if record.day <= until), self._tags_of)
            return tracker
        year = max(years)
        if year not in self._closed and not self._load(year):
            tracker = self._closing(year - 1).copy()
            is_past = year < self._game.today().year
            tracker.take(self._game.histories.records(year, keep=not is_past), self._tags_of)
            if is_past and not self._game.histories.broken:
                self._past.save(year, self._marks, tracker.document())
            self._closed[year] = tracker
        return self._closed[year]

    def _load(self, year: int) -> bool:
        """Take a year from the cache; return whether it was there."""
        kept = self._past.load(year, self._marks)
        if kept is None:
            return False
        try:
            self._closed[year] = AchievementTracker.read(kept)
        except (KeyError, TypeError, ValueError, AttributeError):
            return False
        return True
