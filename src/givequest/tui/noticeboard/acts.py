"""What is done on the noticeboard: the deed that does something, an introduction, a rest, letting be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from givequest.application import deeds
from givequest.application.noticeboard.listing import SpotRow, card_of_row
from givequest.application.noticeboard.noticing import let_be, notice, rest_spot
from givequest.commands.registry import DESK
from givequest.domain.days import format_day
from givequest.domain.noticeboard.spots import MEET, SEEKER, SpotState
from givequest.domain.noticeboard.steps import ASK, card_of
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.presentation.noticeboard.rows import Item
from givequest.presentation.noticeboard.words import DONE_ALREADY, NO_STEP
from givequest.tui.noticeboard.panel import NoticeboardPanel
from givequest.tui.page import VisitedPage

if TYPE_CHECKING:
    from givequest.domain.records.day_record import DeedFields

RESTS = (7, 30, 90)
"""Days that something rests, one after the other, and then none."""
RESTS_FOR = {7: "a week", 30: "a month", 90: "three months"}
EFFORT = {MEET: 2, SEEKER: 2}


class SpotActs(VisitedPage):
    """The acts of the page, each one change that undo takes back."""

    @property
    def panel(self) -> NoticeboardPanel:
        """The board."""
        return self.query_one(NoticeboardPanel)

    def _change(self, act: Callable[[], str]) -> None:
        """Make a change, unless the day has just ended, and say what it was."""
        if self.turn_over():
            return
        try:
            said = act()
        except GivequestError as error:
            self.refresh_page()
            self.refuse(error)
            return
        self.refresh_page()
        self.say(self.givequest.with_keys(said), whole=True)

    def action_spot_done(self) -> None:
        """Log the deed that does it; of somebody who may know a door, begin an introduction."""
        item = self.panel.chosen
        if item is None:
            return
        if item.door is not None:
            self._begin_introduction(item)
            return
        row = item.row
        if row.state is SpotState.DONE:
            self.say(self.givequest.with_keys(DONE_ALREADY))
            return
        fields = self._fields(row)
        kind = self.game.kinds.get(row.spot.kind)
        if fields is None or kind is None:
            self.say(NO_STEP)
            return

        def act() -> str:
            deed = deeds.log_deed(self.game, kind.id, self.game.today(), **fields)
            return messages.given(deed, kind, 0, card=card_of_row(self.game, row))

        self._change(act)

    def _fields(self, row: SpotRow) -> DeedFields | None:
        """Return what a deed says that does something; None where there is nothing to do today."""
        spot = row.spot
        if spot.sort != MEET:
            return {"person": spot.person, "card": card_of(spot.id), "effort": EFFORT.get(spot.sort, 1)}
        step = row.step
        if step is None:
            return None
        effort = 1 if step.step == ASK else EFFORT[MEET]
        return {"person": step.person, "other": step.other, "card": step.card, "effort": effort}

    def _begin_introduction(self, item: Item) -> None:
        spot, door = item.row.spot, item.door
        assert door is not None

        def act() -> str:
            notice(self.game, MEET, spot.person, spot.text, other=door.name)
            return f"{spot.person} and {door.name}: ask each of them first. It's on Today, a step at a time."

        self._change(act)

    def action_spot_log(self) -> None:
        """Log it with a note."""
        item = self.panel.chosen
        if item is None or item.door is not None:
            self.action_spot_done()
            return
        fields = self._fields(item.row)
        if fields is None:
            self.say(NO_STEP)
            return
        from givequest.tui.today.log_dialog import LogDialog

        def done(said: str | None) -> None:
            self.refresh_page()
            if said:
                self.say(said)

        kind = item.row.spot.kind
        kind_there = kind if kind in self.game.kinds else None
        dialog = LogDialog(
            self.game.today(),
            kind_there,
            effort=fields["effort"],
            card=fields["card"],
            who=fields["person"],
            other=fields.get("other"),
        )
        self.app.push_screen(dialog, done)

    async def action_spot_write(self) -> None:
        """Write the message, at the desk."""
        item = self.panel.chosen
        fields = self._fields(item.row) if item is not None else None
        if item is None or fields is None:
            return
        from givequest.tui.desk.screen import DeskPage

        app, kind = self.givequest, item.row.spot.kind
        await app.go_to_page(DESK)
        if isinstance(app.screen, DeskPage):
            kind = kind if kind in self.game.kinds else ""
            app.screen.begin(kind, fields["person"] or "", fields["card"], fields["effort"])

    def action_spot_rest(self) -> None:
        """Let it rest: a week, a month, three months, and then no more."""
        row = self._row()
        if row is None or row.state is SpotState.DONE:
            return
        today = self.game.today()
        left = (row.until - today).days if row.until is not None else 0
        days = next((days for days in RESTS if days > left), 0) if left < RESTS[-1] else 0
        until = today + timedelta(days=days) if days else None

        def act() -> str:
            rest_spot(self.game, row.record, until)
            if until is None:
                return f"{row.spot.person}: back on the board."
            return f"{row.spot.person}: rests for {RESTS_FOR[days]}, until {format_day(until, today)}."

        self._change(act)

    def action_spot_let_be(self) -> None:
        """Let it be, or take that back."""
        row = self._row()
        if row is None or row.state is SpotState.DONE:
            return
        is_back = row.state is SpotState.LET_BE

        def act() -> str:
            let_be(self.game, row.record, back=is_back)
            return f"{row.spot.person}: {'there again.' if is_back else 'let be. That is a good end as well.'}"

        self._change(act)

    def _row(self) -> SpotRow | None:
        item = self.panel.chosen
        return None if item is None or item.door is not None else item.row
