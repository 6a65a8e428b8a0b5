"""What dialogs with a name in them share: the names below the field that may be meant."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType

from givequest.application.people.find import PeopleFinder
from givequest.application.people.listing import PersonRow, list_people
from givequest.domain.text import name_key
from givequest.errors import GivequestError
from givequest.tui.dialog import FormDialog
from givequest.tui.today.who_field import MOST, NameChoices, WhoField


class NamingDialog(FormDialog):
    """Some fields, a `WhoField` with its `NameChoices` among them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.opened_on = self.givequest.game.today()
        self._finder: PeopleFinder | None = None

    def hint(self, told: str = "") -> None:
        """Say something below the fields: what is told, or else what enter would do."""
        raise NotImplementedError

    @property
    def choices(self) -> NameChoices:
        """The names that are offered."""
        return self.query_one(NameChoices)

    def typed(self, value: str) -> None:
        """Offer the names that may be meant."""
        game = self.givequest.game
        people: tuple[PersonRow, ...] = ()
        if value.strip():
            try:
                if self._finder is None:
                    self._finder = PeopleFinder(list_people(game))
                found = self._finder.find(value, MOST)
            except GivequestError:
                return  # what cannot be read is told elsewhere
            people = (*found.people, *found.near)[:MOST]
            if len(people) == 1 and name_key(people[0].name) == name_key(value):
                people = ()
        self.choices.show(people, game.today())
        self.hint()

    def first(self) -> str | None:
        """Return the name that the right arrow completes to, None where nothing begins with what is typed."""
        typed = name_key(self.query_one(WhoField).value)
        return next((one.name for one in self.choices.people if name_key(one.name).startswith(typed)), None)

    def action_step(self, step: int) -> None:
        """Go through the names that are offered, or on to the next field."""
        if self.query_one(WhoField).has_focus and self.choices.people and self.choices.move(step):
            self.hint()
        elif step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Put the names away when the field is left."""
        if isinstance(event.widget, WhoField):
            self.choices.show((), self.opened_on)
            self.hint()

    @on(NameChoices.Picked)
    def _picked(self, message: NameChoices.Picked) -> None:
        self.take(message.name_of)

    def take(self, name: str) -> None:
        """Let the field hold a name."""
        self.query_one(WhoField).take(name)
        self.choices.show((), self.opened_on)
        self.hint()
