"""What every dialog has: the app that it is over, and the keys that close it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType

from givequest.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from givequest.tui.context import AppContext

SHORT = 18
"""Lines of a screen below which the margins of a dialog go."""


class Dialog(ModalScreen[ScreenResultType]):
    """Something over a page that is left with escape; it has the class `-short` where there are few lines."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "close", show=False)]

    @property
    def givequest(self) -> AppContext:
        """The app."""
        return cast("AppContext", self.app)

    def on_resize(self, event: events.Resize) -> None:
        """Take the margins away on a small screen, so that there is room for what is said below."""
        self.set_class(event.size.height < SHORT, "-short")

    def action_leave(self) -> None:
        """Close, with nothing done."""
        self.dismiss(None)


class FormDialog(Dialog[str | None]):
    """Some fields, which tab and the arrows go through; gives back what is to be told of it, None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before all others, so that what is typed quickly after them already goes to the next field.
        Binding("tab,down", "app.focus_next", show=False, priority=True),
        Binding("shift+tab,up", "app.focus_previous", show=False, priority=True),
    ]


class ListDialog(Dialog[None]):
    """One list, in which keys move the cursor; what leaves the app closes the dialog as well."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,ctrl+q", "leave", show=False, id="app.leave"),
        Binding("down,j,tab", "move(1)", show=False),
        Binding("up,k,shift+tab", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("end,G", "move(1000000)", show=False),
        Binding("home,g", "move(-1000000)", show=False),
    ]

    def action_move(self, step: int) -> None:
        """Move the cursor by some rows."""
        self.query_one(RowList).move(step)
