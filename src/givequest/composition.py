"""Opening of a home: the one place where folders, clock, settings and rules come together."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from givequest.application.game.current_rules import Opinion
from givequest.application.game.game import Game
from givequest.config.file_marks import FileMark, marks_of
from givequest.config.kinds import load_kinds
from givequest.config.paths import Paths
from givequest.domain.diagnostics import Diagnostic, warning
from givequest.domain.kinds import Kind
from givequest.domain.records.partitions import partition_named
from givequest.domain.settings import Settings, default_settings
from givequest.errors import StorageError
from givequest.named_tuple import NamedTuple
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.year_cache import YearCacheFiles

if TYPE_CHECKING:
    from givequest.appearance import Theme
    from givequest.application.desk.desk import Desk
    from givequest.application.ports import Clock
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

    def worn_theme(self) -> tuple[Theme, list[Diagnostic]]:
        """Return the theme that the setting names, or of two the one that goes with the terminal, and what is wrong."""
        from givequest.appearance import load_theme

        return load_theme(self.settings.theme, self.paths.themes, self.settings.kinds.values(), self.paths.cache)


class _Config(NamedTuple):
    """A config as it was read."""

    settings: Settings
    opinion: Opinion
    built_in: Mapping[str, Kind]
    problems: list[Diagnostic]
    marks: tuple[FileMark, ...]
    """Of the config file and the person's own decks, as they were just before."""


def _read_config(paths: Paths) -> _Config:
    marks = marks_of(paths.config_file, paths.decks)
    built_in = load_kinds(paths.kinds_cache)
    defaults = default_settings(built_in)
    if not _is_there(paths.config_file):
        return _Config(defaults, Opinion.NONE, built_in, [], marks)
    from givequest.config.reading import read_settings
    from givequest.config.table_reader import UNCLEAR

    settings, problems = read_settings(paths.config_file, defaults)
    opinion = Opinion.CLEAR if any(mark[0] == paths.config_file for mark in marks) else Opinion.NONE
    if any(problem.code == UNCLEAR for problem in problems):
        opinion = Opinion.UNCLEAR
    return _Config(settings, opinion, built_in, problems, marks)


def _is_there(path: str) -> bool:
    """Return whether there is a file, or anything that keeps one from being seen."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        pass
    return True


def open_home(paths: Paths, clock: Clock = local_now, *, with_cards: bool = True) -> Home:
    """Open the home at some folders; nothing is written until something is logged.

    Without cards no deck is read: enough for whatever shows no board.
    """
    config = _read_config(paths)
    ledger = open_ledger(paths, clock)
    cache = YearCacheFiles(paths.cache)
    game = Game(ledger, cache, clock, settings=config.settings, opinion=config.opinion, built_in=config.built_in)
    problems = config.problems
    if with_cards:
        try:
            seed = ledger.install.seed()
        except StorageError as error:
            seed = ledger.install.derived()
            problems.append(Diagnostic("install.json", str(error)))
        problems += _put_to_use(config, game, paths, seed)
    return Home(paths, game.settings, game, tuple(problems), config.marks)


def reread_home(home: Home) -> Home | None:
    """Return a home with its config and decks as they are now, and its game using them; None if they are unchanged.

    Raises GivequestError where the packaged kinds cannot be read.
    """
    paths, game = home.paths, home.game
    if marks_of(paths.config_file, paths.decks) == home.marks:
        return None
    config, seed = _read_config(paths), game.rules.seed
    problems = [*config.problems, *_put_to_use(config, game, paths, seed)]
    return Home(paths, game.settings, game, tuple(problems), config.marks)


def _put_to_use(config: _Config, game: Game, paths: Paths, seed: str) -> list[Diagnostic]:
    """Let a game go on by a config and the decks beside it, and return what of them cannot be used."""
    from givequest.config.decks import load_library
    from givequest.domain.rules import Rules

    settings = config.settings
    game.use(settings, config.opinion)
    cache, southern = paths.library_cache, settings.hemisphere == "south"
    library, problems = load_library(paths.decks, game.kinds, cache, southern=southern)
    rules = Rules(settings.kinds, settings.core, settings.grace, library.deck, seed)
    game.use(settings, config.opinion, rules, *library[1:])
    return [*ended_schedules(game), *problems]


def ended_schedules(game: Game) -> list[Diagnostic]:
    """Return what is to be told of schedules in the config that do not come any more."""
    words = "Its days are over: it won't come again. Remove the schedule, or write another."
    kinds = game.current_rules.ended(game.today())
    return [warning("ended-schedule", f"config.toml, quests.{kind}.on", words) for kind in kinds]


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


def open_desk(home: Home) -> Desk:
    """Open the desk of a home; nothing is read yet."""
    from givequest.application.desk.desk import Desk
    from givequest.storage.message_drafts import DraftFile

    return Desk(home.game, DraftFile(home.paths.data))


_OTHER_NAMES = (".", "merged-", "pending", "undo", "changes")
"""What the names of files of the ledger that are no partitions begin with."""


def missing_files(home: Home) -> list[Diagnostic]:
    """Return what is to be told of files of the ledger that a sync folder took away, leaving conflict copies."""
    with suppress(OSError):
        names = [name.removesuffix(".json") for name in os.listdir(home.paths.ledger)]
        if any(partition_named(name) is None and not name.startswith(_OTHER_NAMES) for name in names):
            from givequest.storage.doctor.conflict_check import check_missing

            return list(check_missing(home.paths.ledger))
    return []


def has_grown(home: Home) -> bool:
    """Return whether the years that were just written come from what was seen last on this machine."""
    from givequest.storage.doctor.last_seen import LastSeen

    return LastSeen(home.paths.state).has_grown(home.paths.ledger, home.game.saved_partitions)
