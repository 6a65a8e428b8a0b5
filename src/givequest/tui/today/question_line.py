"""The question about yesterday, which counts as asked once it was seen."""

from __future__ import annotations

from datetime import date
from time import monotonic

from textual import events

from givequest.presentation.lines import Line
from givequest.presentation.today.question import AnswerKeys, SeenQuestion, answer_at, answer_keys, question_line
from givequest.tui.widgets.canvas import Canvas


class QuestionLine(Canvas):
    """Asks how yesterday's quiet vow went, for as long as that is not known; takes no room otherwise."""

    def __init__(self, seen: SeenQuestion | None = None) -> None:
        """Ask nothing yet; `seen` is what was asked on this screen already, before there was this widget."""
        super().__init__(id="question")
        self._seen = seen
        self.styles.display = "none"
        self._day: date | None = None
        self._is_rendered = False
        self._seen_at: float | None = None

    @property
    def keys(self) -> AnswerKeys:
        """The keys that answer."""
        return answer_keys(self.givequest.with_keys)

    def ask(self, day: date | None) -> None:
        """Ask about a day; about nothing where none is given, or where the question could not be read whole."""
        if day is not None and question_line(self.keys, self.app.size.width, self.paint) is None:
            day = None
        if day != self._day:
            self._day = day
            self._is_rendered = False
            self._seen_at = self._seen.at if self._seen is not None and self._seen.day == day else None
            self.styles.display = "none" if day is None else "block"
        if day is not None:
            self.redraw()

    def asked_at(self, time: float) -> date | None:
        """Return the day that a key meant which was typed at a time of the monotonic clock, in seconds.

        None for a key that came before the frame with the question: it was meant for something else.
        """
        return self._day if self._seen_at is not None and self._seen_at <= time else None

    def note_frame(self) -> None:
        """Take note that what was rendered is on the terminal."""
        if self._is_rendered and self._seen_at is None:
            self._seen_at = monotonic()

    def on_click(self, event: events.Click) -> None:
        """Press the key of the answer that was clicked."""
        event.stop()
        keys, keymap = self.keys, self.givequest.keymap
        found = answer_at(keys, self.size.width, self.paint, event.x) if self._day is not None else ""
        if found:
            self.app.simulate_key(keymap["answer.yes" if found == keys.nothing else "answer.no"][0])

    def make_room(self, below: int) -> None:
        """Stand above so many lines."""
        self.styles.margin = (0, 0, below, 0)

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the question."""
        line = question_line(self.keys, width, self.paint) if self._day is not None else None
        self._is_rendered = line is not None
        return [line or []]
