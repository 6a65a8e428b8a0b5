"""Page 6: the desk. A message is written, looked at, copied and sent; nothing is ever sent by this program."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import SuspendNotSupported

from givequest.domain.desk.drafts import MessageDraft
from givequest.errors import GivequestError
from givequest.preferences import save_preference
from givequest.presentation.desk.drafts import draft_heading
from givequest.tui.clipboard import copy
from givequest.tui.desk.mirror_pane import DraftList
from givequest.tui.desk.writing import DeskWriting

NOTHING = "Nothing is written yet."


class DeskPage(DeskWriting):
    """What becomes of a message."""

    def begin(self, kind: str, person: str = "", card: str | None = None, effort: int = 1) -> None:
        """Go on with the draft for the same card and person, or begin one, and write."""
        if not self.save():
            return
        try:
            drafts = self.desk.open_drafts()
            same = (one for one in drafts if (one.kind, one.person, one.card) == (kind, person, card) and card)
            self.write(next(same, None) or self.desk.begin(kind, person, card, effort))
        except GivequestError as error:
            self.refuse(error)

    def action_desk_write(self) -> None:
        """Write on, or begin a message."""
        if self.draft is not None:
            self.write(self.draft)
        else:
            self.action_desk_new()

    def action_desk_leave(self) -> None:
        """Stop writing."""
        if self.is_writing:
            self.stop_writing()
            if self.draft is not None and not self.draft.text:
                self.look_at(next(iter(self._drafts), None))

    def action_desk_new(self) -> None:
        """Begin another message: to whom, and of which kind."""
        from givequest.tui.desk.about_dialog import AboutDialog

        dialog = AboutDialog("Whom would you write to?", "reconnect", "")

        def begun(kind: str | None) -> None:
            if kind is not None:
                self.write(self.desk.begin(kind, dialog.person))

        if self.save():
            self.app.push_screen(dialog, begun)

    def action_desk_about(self) -> None:
        """Say whom the message is for, and of which kind it is."""
        from givequest.tui.desk.about_dialog import AboutDialog

        draft = self.draft if self.save() else None
        if draft is None:
            self.say(NOTHING)
            return
        dialog = AboutDialog("Whom is it for?", draft.kind, draft.person)

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self._change(lambda: self.desk.change_about(draft, kind=kind, person=dialog.person), "")

        self.app.push_screen(dialog, chosen)

    def action_desk_up(self) -> None:
        """Go to the draft above."""
        self._step(-1)

    def action_desk_down(self) -> None:
        """Go to the draft below."""
        self._step(1)

    def _step(self, step: int) -> None:
        if not self._drafts or not self.save():
            return
        places = [place for place, one in enumerate(self._drafts) if self.draft and one.id == self.draft.id]
        place = min(max((places[0] if places else -1) + step, 0), len(self._drafts) - 1)
        self.thrown = None
        self.look_at(self._drafts[place])

    @on(DraftList.Chosen)
    def _chosen(self, message: DraftList.Chosen) -> None:
        self._step(message.place - next((n for n, one in enumerate(self._drafts) if one == self.draft), 0))

    # What becomes of it

    def action_desk_copy(self) -> None:
        """Copy the message; nothing is logged."""
        draft = self._written()
        if draft is not None:
            copy(self.app, draft.text)
            self.say(self.givequest.with_keys("Copied. {desk.send} once it's sent."))

    def action_desk_send(self) -> None:
        """Copy the message and log the deed."""
        draft = self._written()
        if draft is None:
            return
        copy(self.app, draft.text)
        said = f"{draft_heading(draft, self.game.kinds)}: copied, and logged. {{change.undo}} brings it back."
        if self._change(lambda: self.desk.send(draft), said):
            self.put_pen_down()

    def action_desk_finish(self) -> None:
        """Copy the message and log the deed, from within it."""
        self.action_desk_send()

    def action_desk_keep(self) -> None:
        """Keep the message as a page of today."""
        draft = self._written()
        if draft is not None:
            said = "Kept as a page of today's journal. {change.undo} brings it back here."
            self._change(lambda: self.desk.keep_as_page(draft), said)

    def action_desk_throw(self) -> None:
        """Throw the message away, or take it back."""
        thrown = self.thrown
        if thrown is not None:
            self.thrown = None
            self._change(lambda: self.desk.take_back(thrown), "Here it is again.")
            self.look_at(next((one for one in self._drafts if one.id == thrown.id), self.draft))
            return
        draft = self.draft
        if draft is None:
            self.say(NOTHING)
            return
        if not draft.text and not self.editor.text:
            self.look_at(next(iter(self._drafts), None))
            return
        if self.save() and self.draft is not None:
            gone = self.draft
            if self._change(
                lambda: self.desk.throw_away(gone), "Thrown away. {desk.throw} takes it back until tomorrow."
            ):
                self.thrown = gone

    def action_desk_hush(self) -> None:
        """Never say the first hint again."""
        shown = self._reflection.shown if self._reflection is not None else ()
        if not shown:
            self.say("There's no hint here to hush.")
            return
        rule = shown[0].rule.id
        hushed = ", ".join([*self.givequest.settings.hushed_hints, rule])
        home = self.givequest.home

        def hush() -> None:
            save_preference(home.paths, "hushed_hints", hushed, self.game)
            self.givequest.look_at_config()

        self._change(hush, f"{rule} won't speak again; hushed_hints in the config brings it back.")
        self.look_in_the_mirror()

    def action_desk_editor(self) -> None:
        """Write the message in one's own editor."""
        from givequest.terminal.own_editor import edit_in_own_editor

        draft = self.draft
        if draft is None or not self.save():
            self.say(NOTHING)
            return
        try:
            folder = self.givequest.home.paths.editor_texts
            text = edit_in_own_editor(draft.text, folder, self.app.suspend())
        except SuspendNotSupported:
            self.say("This terminal can't be lent to an editor.")
            return
        except GivequestError as error:
            self.refuse(error)
            return
        self.editor.load_text(text)
        self.save()
        self.look_in_the_mirror()

    def _written(self) -> MessageDraft | None:
        """Return the draft with all that was typed, None where there's nothing to copy."""
        if not self.save():
            return None
        if self.draft is None or not self.draft.text.strip():
            self.say(NOTHING)
            return None
        return self.draft

    def _change(self, act: Callable[[], object], said: str) -> bool:
        """Make a change and say what it was; return whether it could be made."""
        try:
            act()
        except GivequestError as error:
            self.refresh_page()
            self.refuse(error)
            return False
        self.refresh_page()
        if said:
            self.say(self.givequest.with_keys(said))
        return True
