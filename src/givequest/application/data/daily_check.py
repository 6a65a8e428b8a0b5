"""The daily check: the backup of the day, and doubts about the clock or the files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from givequest.application.data.backups import back_up_daily
from givequest.application.game.game import Game
from givequest.application.ports import BackupService
from givequest.cache.files import read_cache, write_cache
from givequest.domain.change_labels import count_words
from givequest.domain.diagnostics import Diagnostic, Inspection, note, warning
from givequest.domain.records.partitions import name_of
from givequest.errors import GivequestError, StorageError

CLOCK = "Clock"
TWO_COMPUTERS = (
    "Two computers with different settings seem to write to this ledger: what's on the board keeps changing. "
    "Give both the same [board], [quests] and first_weekday."
)


def doubt_clock(game: Game, backups: BackupService) -> Diagnostic | None:
    """Return a warning if a record was logged after now: the clock is or was wrong. Raises StorageError."""
    now = game.now()
    moment = backups.moment_ahead(now)
    if moment is None:
        return None
    return warning(
        "clock",
        CLOCK,
        f"It says {_words(now)}, but something was logged on {_words(moment)}. It may be wrong now, or was then. "
        "No saved day moves; if it was wrong then, that record can be deleted.",
    )


def examine(
    game: Game, backups: BackupService, problems: Iterable[Diagnostic] = (), others: Sequence[str] = ()
) -> Inspection:
    """Check all files and the clock, and change nothing. Raises StorageError.

    `problems` are those found in config, cards and themes; `others` are further folders this program writes to.
    """
    inspection = backups.inspect(game.now(), game.today(), others)
    diagnostics = [*inspection.diagnostics]
    doubt = doubt_clock(game, backups)
    if doubt is not None:
        diagnostics.append(doubt)
    if game.current_rules.are_in_turns():
        diagnostics.append(note("two-configs", "rules.json", TWO_COMPUTERS))
    diagnostics += _unknown_kinds(game)
    diagnostics += [problem._replace(code="config") for problem in problems]
    return inspection._replace(diagnostics=tuple(diagnostics))


def _unknown_kinds(game: Game) -> Iterator[Diagnostic]:
    """Yield where deeds are of a kind that neither rules nor config know: somebody else may have written them."""
    for year in game.years.known:
        found: Counter[str] = Counter()
        with suppress(StorageError):  # a year that cannot be read is found already
            records = game.store.page(year, keep=False).records.values()
            found.update(record.kind for record in records if record.kind is not None and record.kind not in game.kinds)
        for kind, number in sorted(found.items()):
            are, they = ("is", "it doesn't") if number == 1 else ("are", "they don't")
            words = f"{count_words(number, 'record')} {are} of the kind {kind}, which nobody knows, so {they} count."
            yield note("unknown-kind", name_of(year), words, f"[quests.{kind}] in config.toml changes that.")


def check_daily(game: Game, backups: BackupService, cache: str) -> list[Diagnostic]:
    """Take the backup of the day, check the clock and the files, and return what the person should know.

    A wrong clock, and files that were put back or duplicated by something else, are reported only once. A backup that
    cannot be taken is reported, not raised; raises StorageError when the newest year cannot be listed.
    """
    told: list[Diagnostic] = []
    try:
        taken = back_up_daily(game, backups)
        told += taken.left_out if taken is not None else ()
    except GivequestError as error:
        told.append(Diagnostic("Backup", str(error)))
    with suppress(StorageError):  # what cannot be read is told by every page
        told += backups.notice_rollbacks()
    doubt = doubt_clock(game, backups)
    if doubt is not None and _is_news(os.path.join(cache, "clock"), str(backups.moment_ahead(game.now()))):
        told.append(doubt)
    return told


def _words(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def _is_news(path: str, moment: str) -> bool:
    """Return whether a moment was not told of yet, and note that it is now."""
    if read_cache(path) == moment.encode():
        return False
    write_cache(path, moment.encode())
    return True
