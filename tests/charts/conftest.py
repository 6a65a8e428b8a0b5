"""Games on real files with a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from givequest.application.game.game import Game
from givequest.domain.acts import ActLabel
from givequest.domain.records import Record, RecordType
from givequest.domain.rules import Rules
from givequest.domain.settings import Settings
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.year_cache import YearCacheFiles

from ..built_in import DEFAULTS
from ..tui.conftest import clock, open_home, play

__all__ = ["clock", "open_home", "play"]

MakeGame = Callable[..., Game]
TODAY = date(2026, 11, 23)


@pytest.fixture
def make_game(tmp_path: Path) -> MakeGame:
    """Return a maker of games over one ledger in a folder of the test's own."""

    def make(
        records: Iterable[Record] = (),
        *,
        today: date = TODAY,
        rules: Rules | None = None,
        settings: Settings | None = None,
    ) -> Game:
        settings = settings or DEFAULTS
        moment = datetime.combine(today, time(8), timezone(timedelta(hours=1)))
        game = Game(
            Ledger(str(tmp_path / "data" / "ledger")),
            YearCacheFiles(str(tmp_path / "cache")),
            lambda: moment,
            rules=rules or Rules(settings.kinds, settings.core, settings.grace),
            settings=settings,
        )
        game.save(ActLabel("records of a test"), puts=list(records))
        return game

    return make


def deed(day: date, kind: str = "help", number: int = 0, **fields: object) -> Record:
    """Return a deed of a day."""
    return record(RecordType.DEED, day, number, kind=kind, **fields)


def record(type_: RecordType, day: date, number: int = 0, **fields: object) -> Record:
    """Return a record of a day; `number` tells those of one day and type apart."""
    identity = f"{type_}:{fields.get('kind', '')}:{day}:{number}"
    return Record(type=type_, id=identity, day=day, at=f"{day}T08:{number % 60:02}:00+01:00", **fields)  # type: ignore[arg-type]


def days_from(first: date, number: int) -> list[date]:
    """Return some days in a row."""
    return [first + timedelta(days=offset) for offset in range(number)]
