"""What is changed on page 5: who somebody is to you, when they rest, and the words that go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from textual import events

from givequest.application import deeds
from givequest.application.people.editing import rest_people, set_gentle, set_tie
from givequest.application.people.hello import take_out
from givequest.application.people.joining import join_people
from givequest.application.people.listing import PersonRow
from givequest.application.people.removing import delete_people
from givequest.commands.registry import DESK
from givequest.domain.people.card_names import RECONNECT
from givequest.domain.records.contact import ContactRecord
from givequest.domain.records.person import PersonRecord
from givequest.domain.text import end_sentence, name_key
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.presentation.people.words import MOVING, PLACED, TIES
from givequest.tui.people.finding import PeopleFinding
from givequest.tui.people.modes import Mode
from givequest.tui.widgets.notice_line import NoticeLine

INTRODUCE = "introduce"
RESTS = (30, 90, 365)
"""Days that somebody rests, one after the other, and then none again."""
RESTS_FOR = {30: "a month", 90: "three months", 365: "a year"}
TWO = "Choose two with {person.mark} first; then {person.join} makes one person of them."


class PeopleActs(PeopleFinding):
    """The acts of the page, each one change that undo takes back."""

    def __init__(self) -> None:
        super().__init__()
        self._is_moving = False
        """Whether the next key says where somebody is placed."""

    @property
    def _chosen_people(self) -> list[PersonRow]:
        """Those chosen together; where none are, the one under the cursor."""
        if self.contact is not None:
            return []
        together = [one for one in self.view.people if name_key(one.name) in self.view.chosen]
        return together or ([self.person] if self.person is not None else [])

    def change(self, act: Callable[[], object], said: Callable[[], str]) -> bool:
        """Make a change, unless the day has just ended; show what is true, and say what was done."""
        if self.turn_over():
            return False
        try:
            act()
        except GivequestError as error:
            self.refresh_page()
            self.refuse(error)
            return False
        self.refresh_page()
        self.say(said())
        return True

    def _for_chosen(self, act: Callable[[Sequence[str]], object], said: str) -> None:
        people = self._chosen_people
        if not people:
            return
        names = [one.name for one in people]
        if self.change(lambda: act(names), lambda: f"{_together(names)}: {said}"):
            self.view.chosen.clear()
            self.show_names()

    # The words that go out

    def action_person_word(self) -> None:
        """Log a word to whoever is chosen."""
        if name := self.chosen_name:
            self.log_word(name)

    def log_word(self, name: str) -> None:
        """Log a word to a name, and say what was given."""
        kind = self.game.kinds.get(RECONNECT) or next(kind for kind in self.game.kinds.values() if kind.giving)
        said = ""

        def act() -> None:
            nonlocal said
            deed = deeds.log_deed(self.game, kind.id, self.game.today(), person=name)
            said = messages.given(deed, kind)

        if self.change(act, lambda: said):
            self.show_names(name)

    def action_person_introduce(self) -> None:
        """Log that somebody was introduced to another."""
        if name := self.chosen_name:
            self.open_log(name, INTRODUCE)

    async def action_person_write(self) -> None:
        """Write a message to somebody, at the desk."""
        if not (name := self.chosen_name):
            return
        from givequest.tui.desk.screen import DeskPage

        app = self.givequest
        await app.go_to_page(DESK)
        if isinstance(app.screen, DeskPage):
            app.screen.begin(RECONNECT if RECONNECT in self.game.kinds else "", name, None, 1)

    @property
    def chosen_name(self) -> str:
        """Who is under the cursor, or looked at out of an address book; empty: nobody."""
        if self.contact is not None:
            return self.contact.name
        return self.person.name if self.person is not None else ""

    @property
    def named(self) -> str:
        """Whom something that is noticed now is about."""
        return self.chosen_name

    def open_log(self, name: str, kind: str | None) -> None:
        """Open the dialog for a deed with somebody filled in."""
        if self.turn_over():
            return
        from givequest.tui.today.log_dialog import LogDialog

        def done(said: str | None) -> None:
            self.refresh_page()
            if said:
                self.say(said)

        kind = kind if kind in self.game.kinds else None
        self.app.push_screen(LogDialog(self.game.today(), kind, effort=1, who=name), done)

    # Who they are

    def action_person_move(self) -> None:
        """Let the next key say who somebody is."""
        if self._chosen_people and self.mode is not Mode.PLACING:
            self._is_moving = True
            self.query_one(NoticeLine).say(MOVING)

    def on_key(self, event: events.Key) -> None:
        """Place whoever is chosen, if that was asked for."""
        if not self._is_moving:
            return
        self._is_moving = False
        event.stop()
        event.prevent_default()
        self.forget_notice()
        key = event.character if event.character in TIES else None
        if key is not None:
            tie = TIES[key]
            self._for_chosen(lambda names: set_tie(self.game, names, tie), f"{PLACED[tie]}.")

    def action_person_rest(self) -> None:
        """Let somebody rest: a month, three, a year, and then no more."""
        people = self._chosen_people
        if not people:
            return
        today = self.game.today()
        days = _next_rest(people[0], today)
        until = today + timedelta(days=days) if days else None
        said = f"rests for {RESTS_FOR[days]}." if days else "may be named again."
        if len(people) > 1:
            said = f"rest for {RESTS_FOR[days]}." if days else "may be named again."
        self._for_chosen(lambda names: rest_people(self.game, names, until), said)

    def action_person_gentle(self) -> None:
        """Set that there is grief or illness, or no more."""
        people = self._chosen_people
        if not people:
            return
        gentle = not (people[0].record is not None and people[0].record.gentle)
        said = "gently from now on; no congratulation, no date." if gentle else "as before."
        self._for_chosen(lambda names: set_gentle(self.game, names, gentle), said)

    def action_person_mark(self) -> None:
        """Choose somebody together with others, and go on to the next."""
        if self.person is not None:
            self.view.mark(self.person.name)
            self.names.cursor += self.names.cursor < len(self._listed) - 1
            self._listed = self.view.listed()
            self.show_names(self._listed[self.names.cursor].row.name)

    def action_person_join(self) -> None:
        """Make one person of those chosen together; make one of somebody out of an address book."""
        if self.contact is not None:
            self._take_out(self.contact)
            return
        people = self._chosen_people
        if len(people) < 2:
            self.say(self.givequest.with_keys(TWO))
            return
        first = people[0].name

        def act() -> None:
            join_people(self.game, [self._record_of(one) for one in people])

        names = [one.name for one in people]
        if self.change(act, lambda: end_sentence(f"{_together(names)} are one person now: {first}")):
            self.view.chosen.clear()
            self.show_names(first)

    def _take_out(self, contact: ContactRecord) -> None:
        name = contact.name

        def act() -> None:
            take_out(self.game, contact)
            self.contact = None

        if self.change(act, lambda: f"{name} is among your people now."):
            self.open_person(name)

    def _record_of(self, person: PersonRow) -> PersonRecord:
        """Return the record of somebody; a name of the log becomes a person."""
        return person.record or set_tie(self.game, [person.name], None)[0]

    def action_person_delete(self) -> None:
        """Take somebody off the list."""
        records = [one.record for one in self._chosen_people if one.record is not None]
        if not records:
            name = self.person.name if self.person is not None else ""
            if name:
                self.say(self.givequest.with_keys(f"{name} is a name in your log; {{person.move}} a sets it aside."))
            return
        names = [record.name for record in records]
        back = self.givequest.with_keys("{change.undo} brings it back.")
        self.change(
            lambda: delete_people(self.game, records), lambda: f"{_together(names)}: off the list; deeds stay. {back}"
        )


def _next_rest(person: PersonRow, today: date) -> int:
    """Return how many days somebody rests next, 0 for no more."""
    snooze = person.record.snooze if person.record is not None else None
    left = (snooze - today).days if snooze is not None else 0
    return next((days for days in RESTS if days > left), 0) if left < RESTS[-1] else 0


def _together(names: Sequence[str]) -> str:
    """Return some names in a sentence."""
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and others"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
