"""The backup of the day: taken after a command that wrote something has given its answer."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from givequest.cli.output import complain, complain_of
from givequest.composition import Home
from givequest.errors import GivequestError


def keep_daily_copy(home: Home) -> None:
    """Take today's backup, unless there is one; what was logged is saved in any case, so a refusal is only told."""
    day = home.game.now().date().isoformat()
    with suppress(OSError):
        if any(name.startswith(day) and name.endswith(".zip") for name in os.listdir(home.paths.backups)):
            return
    from givequest.application.backups import back_up_daily
    from givequest.composition import open_backups

    with suppress(OSError, ValueError, AttributeError):  # the answer first, wherever it goes
        sys.stdout.flush()
    try:
        taken = back_up_daily(home.game, open_backups(home))
    except GivequestError as error:
        complain(f"What you did is saved, but today's backup could not be taken: {error}")
    else:
        complain_of(taken.left_out if taken is not None else ())
