"""After a command that wrote something has given its answer: a look at the files, and the backup of the day."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from givequest.cli.output import complain, complain_of
from givequest.composition import Home, has_grown, open_backups, open_desk
from givequest.errors import GivequestError, StorageError


def keep_daily_copy(home: Home) -> None:
    """Say what has become of the files that were written, and take today's backup, unless there is one.

    What was logged is saved in any case, so a refusal is only told.
    """
    with suppress(OSError, ValueError, AttributeError):  # the answer first, wherever it goes
        sys.stdout.flush()
    is_due = _is_due(home)
    if not is_due and has_grown(home):
        return
    backups = open_backups(home)
    with suppress(StorageError):
        complain_of(backups.notice_rollbacks(None if is_due else home.game.saved_partitions))
    if not is_due:
        return
    from givequest.application.data.backups import back_up_daily

    with suppress(GivequestError):  # messages of days that are over; tried again with the next launch
        open_desk(home).sweep()
    try:
        taken = back_up_daily(home.game, backups)
    except GivequestError as error:
        complain(f"What you did is saved, but today's backup couldn't be taken: {error}")
    else:
        complain_of(taken.left_out if taken is not None else ())


def _is_due(home: Home) -> bool:
    """Return whether no backup is named for today, as far as a look at the names tells."""
    day = home.game.now().date().isoformat()
    with suppress(OSError):
        return not any(name.startswith(day) and name.endswith(".zip") for name in os.listdir(home.paths.backups))
    return True
