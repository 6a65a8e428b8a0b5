"""What stands beside the board where there is room: the forest, the day in earlier years, the journal's last word."""

from __future__ import annotations

from datetime import date

from givequest.application.game.game import Game
from givequest.application.mornings import DeedEchoSearch
from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.visitors import Guests
from givequest.domain.morning.deed_echo import DeedEcho
from givequest.domain.records import Record, RecordType, order_of
from givequest.named_tuple import NamedTuple


class LookBack(NamedTuple):
    """What a day looks back on."""

    day: date
    grove: Grove
    moment: Moment
    guests: Guests
    echoes: tuple[DeedEcho, ...]
    """A deed of each earlier year's same day, the nearest first."""
    last_word: Record | None
    """The page of the journal that was written last."""


class LookBackSearch:
    """Reads what a day looks back on, a year at a time, so that no key has to wait for it."""

    def __init__(self, game: Game, day: date) -> None:
        self._game, self._day = game, day
        self._echoes = DeedEchoSearch(game, day)
        has_words = game.settings.echoes
        self._unread = [year for year in game.years.known[::-1] if year <= game.this_year()] if has_words else []
        self._last_word: Record | None = None

    def read_on(self) -> bool:
        """Look through one more year; False once all were looked through."""
        if self._unread and self._last_word is None:
            year, today = self._unread.pop(0), self._game.today()
            keep = year == today.year
            pages = self._game.years.records_of_types(year, (RecordType.ENTRY,), keep=keep)
            written = [page for page in pages if page.day <= today]
            self._last_word = max(written, key=lambda page: (page.day, order_of(page)), default=None)
            return True
        return self._echoes.read_on()

    def found(self) -> LookBack:
        """Return what was found. Raises `GivequestError` where the forest's years can't be read."""
        from givequest.application.forest import Forest

        day = min(self._day, self._game.today())
        forest = self._game.derived(Forest)
        grove, moment = forest.grove_on(day), forest.moment(day)
        return LookBack(self._day, grove, moment, forest.guests(day), tuple(self._echoes.found()), self._last_word)
