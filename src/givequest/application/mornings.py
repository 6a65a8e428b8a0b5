"""What a morning begins with, of one home: its line, an older deed, last week's notes, a sentence of the story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from givequest.application.game.fading import shown_record
from givequest.application.game.game import Game
from givequest.domain.kinds import QUIET
from givequest.domain.progress.state import ProgressState
from givequest.domain.records import Record, RecordType

if TYPE_CHECKING:
    from givequest.domain.morning.deed_echo import DeedEcho

MayName = Callable[[str], bool]
"""Whether somebody may be named unasked, by their name."""


def may_be_named(game: Game) -> MayName:
    """Return who may be named unasked: no wall, nobody remembered or set aside, and nobody to be gentle with."""
    from givequest.domain.people.ties import NEVER_NAMED

    def may_name(person: str) -> bool:
        profile = game.people.profile(person)
        return profile is None or not (profile.gentle or profile.tie in NEVER_NAMED)

    return may_name


def morning_of(game: Game, day: date, state: ProgressState) -> str:
    """Return the line of a day, the same all day long; `state` is where things stand on it."""
    first = date.fromordinal(state.first_deed) if state.first_deed else None
    return game.mornings.of_day(day, game.rules.seed, game.settings.hemisphere, first)


def postcard_of(game: Game, day: date, room: int) -> str:
    """Return last week's own notes in a line of at most `room` characters, on a Monday; nothing on other days."""
    from givequest.domain.morning.postcard import postcard_notes, write_postcard  # no other day needs it

    return write_postcard(postcard_notes(day, game.years.records_on, may_be_named(game)), room)


def quiet_days(game: Game, day: date | None = None) -> int:
    """Return how many quiet days were ever kept by a day (today): so many sentences of the story are told."""
    return game.progress(day or game.today()).streak(QUIET).total


def story_after(game: Game, deed: Record) -> str:
    """Return the sentence of the story that a deed tells; nothing unless it is what kept a day quiet."""
    if deed.kind != QUIET:
        return ""
    records = game.years.records_on(deed.day)
    is_first = sum(record.type is RecordType.DEED and record.kind == QUIET for record in records) == 1
    has_slip = any(record.type is RecordType.SLIP for record in records)
    return game.stories.sentence(quiet_days(game)) if is_first and not has_slip else ""


class DeedEchoSearch:
    """The search for the deed that comes to mind on a day, a year at a time, so that no key has to wait for it."""

    def __init__(self, game: Game, day: date) -> None:
        from givequest.domain.morning.deed_echo import deed_echo_days

        self._game, self._day = game, day
        first = game.years.first() if game.settings.echoes else None
        self._first = day.year + 1 if first is None else first
        self._deeds: dict[date, list[Record]] = {found: [] for found, _ in deed_echo_days(day, self._first)}
        years = {found.year for found in self._deeds} & {*game.years.known}
        self._unread = sorted(years, reverse=True)

    def read_on(self) -> bool:
        """Look through one more year; False once all were looked through. One that cannot be read counts as empty."""
        if not self._unread:
            return False
        year = self._unread.pop(0)
        keep = year == self._game.this_year()
        for record in self._game.years.records_of_types(year, (RecordType.DEED,), keep=keep):
            if record.day in self._deeds:
                self._deeds[record.day].append(record)
        return bool(self._unread)

    def found(self) -> list[DeedEcho]:
        """Return the deed that comes to mind of each earlier day, the nearest first; all was looked through by then."""
        from givequest.domain.morning.deed_echo import find_deed_echoes

        kinds, may_name = self._game.kinds, may_be_named(self._game)
        echoes = find_deed_echoes(self._day, self._first, lambda day: self._deeds.get(day, []), kinds, may_name)
        return [echo._replace(deed=shown_record(self._game, echo.deed)) for echo in echoes]

    def words(self, room: int = 200) -> str:
        """Return the deed in a sentence of at most `room` characters; nothing before all was looked through."""
        from givequest.domain.morning.deed_echo import find_deed_echo

        if self._unread:
            return ""
        kinds, may_name = self._game.kinds, may_be_named(self._game)
        echo = find_deed_echo(self._day, self._first, lambda day: self._deeds.get(day, []), kinds, may_name)
        return echo._replace(deed=shown_record(self._game, echo.deed)).words(room) if echo else ""


class Recollection:
    """What comes to mind on a morning of the days gone by: last week's own notes, or an older deed."""

    def __init__(self, game: Game, day: date) -> None:
        self._game, self._day = game, day
        self._echo = DeedEchoSearch(game, day)

    def read_on(self) -> bool:
        """Look through one more year; False once all were looked through. Raises `GivequestError`."""
        return self._echo.read_on()

    def words(self, room: int) -> str:
        """Return one sentence of at most `room` characters, once all was looked through; often there is none.

        On Mondays last week's notes come first.
        """
        return postcard_of(self._game, self._day, room) or self._echo.words(room)
