"""The chores of a day: its backup, and a look at the clock, when nobody is pressing keys."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, cast

from givequest.errors import GivequestError, StorageError

if TYPE_CHECKING:
    from textual.worker import WorkType

    from givequest.domain.diagnostics import Diagnostic
    from givequest.tui.context import AppContext

SOON = 0.1
"""Seconds after the first frame until what the next keys need is read."""
QUIET = 2.0
"""Seconds without a key, or after the first frame, before chores are begun: two writers share one disk."""


class BackgroundWork:
    """What an app does beside the game, in a thread, once after launch and once on each new day."""

    def __init__(self, app: AppContext) -> None:
        self._app = app
        self._last_key = 0.0
        self._left = True
        """Whether they are still to be done."""
        self._kept_for: tuple[object, ...] = ()
        """The day, the state of the records and the rules that the run was kept for."""

    def note_key(self) -> None:
        """Note that a key was pressed just now."""
        self._last_key = monotonic()

    @property
    def is_quiet(self) -> bool:
        """Whether nobody has pressed a key for a while: what takes longer than a frame can be done now."""
        return monotonic() - self._last_key >= QUIET

    def read_soon(self) -> None:
        """Read all of this year in a moment, of which the board may have needed no more than the last weeks."""
        self._app.set_timer(SOON, self._read_year)

    def _read_year(self) -> None:
        if self._app.page is None:
            return  # the app was left a moment after it was opened
        game = self._app.game
        game.histories.history(game.this_year())
        self._app.tell()

    def keep_recent(self) -> None:
        """Keep the last weeks for the next launch, and how long the giving has gone on, once it is quiet."""
        if self.is_quiet:
            self._keep()

    def _keep(self) -> None:
        game = self._app.game
        game.keep_recent()
        counted = game.today(), game.years.version, game.rules
        if counted != self._kept_for:
            from givequest.application.game.giving_run import keep_run

            self._kept_for = counted
            keep_run(game)

    def wait(self) -> None:
        """Begin when it has been quiet for a while."""
        self._left = True
        self._app.set_timer(QUIET, self.begin)

    def begin(self) -> None:
        """Begin, unless a key was pressed a moment ago: then wait on."""
        if not self.is_quiet:
            self.wait()
        else:
            # The function and no coroutine: one that the app's end keeps from starting would never be awaited.
            work = cast("WorkType[None]", self._do)
            self._app.run_worker(work, group="chores", exclusive=True, exit_on_error=False)

    def finish(self) -> None:
        """Do them now if they were not done, the app having been left before it was quiet.

        Keep the last weeks for the next launch, and note how the files are.
        """
        from givequest.composition import open_backups

        if self._left:
            self._work()
            self._sweep_desk()
        self._keep()
        with suppress(StorageError):
            open_backups(self._app.home).note_versions()

    async def _do(self) -> None:
        self._app.tell(await asyncio.to_thread(self._work))
        self._sweep_desk()

    def _sweep_desk(self) -> None:
        """Let go of the words of messages that were sent, or thrown away, on a day that is over."""
        from givequest.composition import open_desk

        with suppress(GivequestError):  # it is tried again with the next launch
            open_desk(self._app.home).sweep()

    def _work(self) -> list[Diagnostic]:
        from givequest.application.data.daily_check import check_daily
        from givequest.composition import open_backups

        self._left = False
        app = self._app
        return check_daily(app.game, open_backups(app.home), app.home.paths.cache)
