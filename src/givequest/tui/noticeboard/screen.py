"""The noticeboard: what was noticed about people, from one key to the deed that does it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer

from givequest.application.board import board_of
from givequest.application.noticeboard.doors import Doors
from givequest.application.noticeboard.listing import list_spots
from givequest.commands.registry import NOTICEBOARD, commands_of
from givequest.domain.noticeboard.spots import SEEKER, Spot, SpotState
from givequest.presentation import messages
from givequest.presentation.noticeboard.rows import items_of
from givequest.presentation.noticeboard.words import COVERED, UNCOVERED
from givequest.presentation.people.guard import guard_line
from givequest.tui.noticeboard.acts import SpotActs
from givequest.tui.noticeboard.panel import NoticeboardPanel
from givequest.tui.page import bindings_of
from givequest.tui.widgets.key_strip import KeyStrip
from givequest.tui.widgets.notice_line import NoticeLine

STRIP = (
    "spot.done", "spot.log", "spot.add", "spot.rest", "spot.let-be", "spot.leave", "app.help",
)  # fmt: skip
OF_USE_WHEN_EMPTY = ("spot.add", "spot.leave", "app.help")
PAGE = 8
NEXT_PEOPLE = 0.01
"""Seconds between two looks for doors, in which keys are heard."""


class NoticeboardPage(SpotActs):
    """Everything that was noticed and still stands there."""

    PAGE = NOTICEBOARD
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NOTICEBOARD)

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        """The day that is shown."""
        self._seekers: list[Spot] = []
        """For whom doors are looked for still."""
        self._looking: Timer | None = None

    def compose_middle(self) -> ComposeResult:
        """Yield the board."""
        yield NoticeboardPanel()

    def on_mount(self) -> None:
        """Let keys go to the board."""
        self.set_focus(self.panel)

    def refresh_page(self) -> None:
        """Show what is true now."""
        self.show_header(board_of(self.game))
        rows, doors = list_spots(self.game), self.game.derived(Doors)
        items = items_of(rows, doors.known)
        self._today = self.game.today()
        self.panel.show(items, self._today)
        self._seekers = [row.spot for row in rows if row.spot.sort == SEEKER and row.state is SpotState.OPEN]
        self._look_for_doors()
        shown = [command for command in commands_of(NOTICEBOARD) if command.id in STRIP]
        self.query_one(KeyStrip).show([command for command in shown if items or command.id in OF_USE_WHEN_EMPTY])
        self._stand()

    def _look_for_doors(self) -> None:
        """Look for doors a few people at a time while keys are heard, and show whom was found."""
        if self._looking is not None:
            self._looking.stop()
        doors, found_any = self.game.derived(Doors), False
        while self._seekers and doors.look_on(self._seekers[0]):
            found_any |= bool(doors.known(self._seekers.pop(0)))
        if found_any:
            self.panel.show(items_of(list_spots(self.game), doors.known), self._today)
        self._looking = self.set_timer(NEXT_PEOPLE, self._look_for_doors) if self._seekers else None

    def turn_over(self) -> bool:
        """Show the new day if one has begun since the page was drawn; return whether that was so."""
        if self._today in (date.min, self.game.today()):
            return False
        self.refresh_page()
        self.say(messages.NEW_DAY)
        return True

    def _stand(self) -> None:
        """Say where whoever is chosen has heard a lot of late."""
        item = self.panel.chosen
        name = "" if item is None else item.door.name if item.door is not None else item.row.spot.person
        is_shown = bool(name) and not self.panel.covered
        self.query_one(NoticeLine).stand(guard_line(self.game, name) if is_shown else "")

    def on_noticeboard_panel_chosen(self, message: NoticeboardPanel.Chosen) -> None:
        """Go along with the mouse."""
        self._stand()
        if message.again:
            self.action_spot_done()

    def action_spot_up(self) -> None:
        """Move up."""
        self._move(-1)

    def action_spot_down(self) -> None:
        """Move down."""
        self._move(1)

    def action_spot_page_up(self) -> None:
        """Move up by a page."""
        self._move(-PAGE)

    def action_spot_page_down(self) -> None:
        """Move down by a page."""
        self._move(PAGE)

    def _move(self, step: int) -> None:
        self.panel.move(step)
        self._stand()

    def action_spot_cover(self) -> None:
        """Cover all names, or show them."""
        self.panel.covered = not self.panel.covered
        self.forget_notice()
        self.refresh_page()
        self.say(self.givequest.with_keys(COVERED if self.panel.covered else UNCOVERED))

    def action_spot_add(self) -> None:
        """Write down something else."""
        self.givequest.notice_something(self.panel.choose)

    async def action_spot_leave(self) -> None:
        """Go back to where one came from."""
        await self.givequest.leave_noticeboard()
