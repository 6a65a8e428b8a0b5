"""Opening of a home: the one place where folders, clock, settings and rules come together."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from givequest.application.game import Game
from givequest.application.ports import Clock
from givequest.config.kinds import load_kinds
from givequest.config.paths import Paths
from givequest.config.reading import FileMark, marks_of, read_settings
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.progress.titles import Titles
from givequest.domain.settings import Settings, default_settings
from givequest.errors import StorageError
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.year_cache import YearCacheFiles

if TYPE_CHECKING:
    from givequest.domain.rules import Rules
    from givequest.storage.backup_service import BackupService


def local_now() -> datetime:
    """Return the time of the clock on the wall, with its UTC offset."""
    return datetime.now().astimezone()


class Home(NamedTuple):
    """An opened home."""

    paths: Paths
    settings: Settings
    game: Game
    problems: tuple[Diagnostic, ...] = ()
    """What in the config and the decks could not be used."""
    marks: tuple[FileMark, ...] = ()
    """What the config file and the person's own decks looked like just before they were read."""


def load_settings(paths: Paths) -> tuple[Settings, list[Diagnostic]]:
    """Return the settings in force and what in the config could not be used; raises `GivequestError`."""
    kinds = load_kinds(os.path.join(paths.cache, "kinds.json"))
    return read_settings(paths.config_file, default_settings(kinds))


def open_home(paths: Paths, clock: Clock = local_now, *, with_cards: bool = True) -> Home:
    """Open the home at some folders; nothing is written until something is logged.

    Without cards no deck is read: enough for whatever shows no board.
    """
    marks = marks_of(paths.config_file, paths.decks)
    settings, problems = load_settings(paths)
    ledger = open_ledger(paths, clock)
    rules, titles = None, Titles()
    if with_cards:
        try:
            seed = ledger.install.seed()
        except StorageError as error:
            seed = ledger.install.derived()
            problems.append(Diagnostic("install.json", str(error)))
        rules, titles, of_decks = _read_rules(paths, settings, seed)
        problems += of_decks
    game = Game(ledger, YearCacheFiles(paths.cache), clock, rules=rules, settings=settings, titles=titles)
    return Home(paths, settings, game, tuple(problems), marks)


def reread_home(home: Home) -> Home | None:
    """Return a home with its config and decks as they are now, and its game using them; None if they are unchanged.

    Raises GivequestError where the packaged kinds cannot be read.
    """
    paths = home.paths
    marks = marks_of(paths.config_file, paths.decks)
    if marks == home.marks:
        return None
    settings, problems = load_settings(paths)
    rules, titles, of_decks = _read_rules(paths, settings, home.game.rules.seed)
    home.game.use(settings, rules, titles)
    return Home(paths, settings, home.game, (*problems, *of_decks), marks)


def _read_rules(paths: Paths, settings: Settings, seed: str) -> tuple[Rules, Titles, list[Diagnostic]]:
    from givequest.config.decks import load_library
    from givequest.domain.rules import Rules

    cache, southern = os.path.join(paths.cache, "library.json"), settings.hemisphere == "south"
    library, problems = load_library(paths.decks, settings.kinds, cache, southern=southern)
    rules = Rules(settings.kinds, settings.core, settings.grace, library.deck, seed)
    return rules, library.titles, problems


def open_ledger(paths: Paths, clock: Clock) -> Ledger:
    """Open the ledger at some folders; nothing is read yet."""

    def back_up(path: str) -> None:
        from givequest.storage.backup.backups import Backups
        from givequest.storage.backup.create import back_up_before_migration

        back_up_before_migration(ledger, Backups(paths.backups), clock(), path)

    ledger = Ledger(paths.ledger, state=paths.state, before_migration=back_up)
    return ledger


def open_backups(home: Home) -> BackupService:
    """Open the backups of a home; nothing is read yet."""
    from givequest.storage.backup.backups import Backups
    from givequest.storage.backup_service import BackupService

    return BackupService(open_ledger(home.paths, home.game.clock), Backups(home.paths.backups), home.paths.state)


def has_grown(home: Home) -> bool:
    """Return whether the years that were just written come from what was seen last on this machine."""
    from givequest.storage.doctor.last_seen import LastSeen

    return LastSeen(home.paths.state).has_grown(home.paths.ledger, home.game.saved_years)
