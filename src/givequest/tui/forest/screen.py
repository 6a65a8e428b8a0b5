"""Page 4: the forest that all deeds have grown, today or on any day before."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer

from givequest.application.board import board_of
from givequest.application.forest import Forest
from givequest.commands.registry import FOREST
from givequest.domain.days import days_in_month, format_day, next_month
from givequest.errors import GivequestError
from givequest.presentation.forest.description import in_a_line
from givequest.presentation.forest.files import saved_forms
from givequest.tui.forest.reading import ACHIEVEMENTS, PICTURE, STORY, WORDS, lines_to_read
from givequest.tui.forest.view import ForestView, Scene
from givequest.tui.page import VisitedPage, bindings_of
from givequest.tui.widgets.notice_line import MARGIN, NoticeLine

FRAMES = 72
"""Pictures that a replay has at the most."""
FRAME = 0.07
"""Seconds from one to the next."""
NOTHING_YET = "Press {page.today}, then {quest.done}: a deed grows the first plant."


class ForestPage(VisitedPage):
    """The picture of a day; its words; the growing of it all in a few seconds."""

    PAGE = FOREST
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(FOREST)

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        """The day that is looked at; none: today, whatever day that is."""
        self._scene: Scene | None = None
        self._reads = PICTURE
        self._frames: list[date] = []
        self._timer: Timer | None = None

    def compose_middle(self) -> ComposeResult:
        """Yield the picture."""
        yield ForestView()

    def on_screen_suspend(self, event: events.ScreenSuspend) -> None:
        """Stop what nobody looks at."""
        self._stop()
        self.query_one(ForestView).rest_or_move()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Let it go on where somebody looks again."""
        self.query_one(ForestView).rest_or_move()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap words anew."""
        if self._reads != PICTURE:
            self.call_after_refresh(self._show)

    @property
    def forest(self) -> Forest:
        """The forest of the game."""
        return self.game.derived(Forest)

    @property
    def day(self) -> date:
        """The day that is looked at."""
        return self._day or self.game.today()

    def refresh_page(self) -> None:
        """Show what is true now."""
        self._stop()
        try:
            self._look(self.day)
            self.show_header(board_of(self.game))
        except GivequestError as error:
            self.refuse(error)

    def turn_over(self) -> bool:
        """Show the new day if one has begun; return whether that was so. The light changes with the hour."""
        scene = self._scene
        if scene is None or self._day is not None or self._timer is not None:
            return False
        now = self.forest.moment(self.day)
        if now == scene.moment:
            return False
        is_new_day = now.day != scene.moment.day
        if is_new_day:
            self.refresh_page()
        else:
            self._scene = Scene(scene.grove, now, scene.guests)
            self._show()
        return is_new_day

    def _look(self, day: date) -> None:
        self._scene = Scene(self.forest.grove_on(day), self.forest.moment(day), self.forest.guests(day))
        self._show()

    def _show(self) -> None:
        scene = self._scene
        if scene is None:
            return
        view = self.query_one(ForestView)
        with_numbers = self.givequest.settings.numbers
        if self._reads == PICTURE:
            view.show(scene)
        else:
            lines = lines_to_read(self._reads, self.givequest, scene, view.size.width)
            view.read(lines, from_end=self._reads == STORY)
        is_today = scene.moment.day == self.game.today()
        day = "" if is_today else f"{format_day(scene.moment.day)} {scene.moment.day.year}. "
        room = self.app.size.width - MARGIN - len(day)
        told = in_a_line(scene.grove, scene.moment, room, with_numbers=with_numbers)
        self.query_one(NoticeLine).stand(f"{day}{told}" if told or day else self.givequest.with_keys(NOTHING_YET))

    def go_to(self, day: date) -> None:
        """Look at another day, no earlier than the first planting's month and no later than today."""
        self._stop()
        today = self.game.today()
        try:
            first = self.forest.first_day() or today
            day = min(max(day, first), today)
            self._day = None if day == today else day
            self._look(day)
        except GivequestError as error:
            self.refuse(error)

    def _turn(self, months: int) -> None:
        first = next_month(self.day.replace(day=1), months)
        self.go_to(first.replace(day=min(self.day.day, days_in_month(first))))

    def action_forest_previous(self) -> None:
        """Look at the forest a month earlier."""
        self._turn(-1)

    def action_forest_next(self) -> None:
        """Look at the forest a month later."""
        self._turn(1)

    def action_forest_now(self) -> None:
        """Look at the forest of today."""
        self.go_to(self.game.today())

    def action_forest_words(self) -> None:
        """Read the picture in words, or look at it again."""
        self._read(WORDS)

    def action_forest_shelf(self) -> None:
        """Look at the shelf of surprises, or at the picture again."""
        self._read(ACHIEVEMENTS)

    def action_forest_story(self) -> None:
        """Read the story of the quiet days, or look at the picture again."""
        self._read(STORY)

    def _read(self, what: str) -> None:
        self._end_replay()
        self._reads = PICTURE if self._reads == what else what
        try:
            self._show()
        except GivequestError as error:
            self._reads = PICTURE
            self.refuse(error)

    def action_forest_up(self) -> None:
        """Move up in the words."""
        self._end_replay()
        self.query_one(ForestView).scroll_text(-1)

    def action_forest_down(self) -> None:
        """Move down in the words."""
        self._end_replay()
        self.query_one(ForestView).scroll_text(1)

    def action_forest_save(self) -> None:
        """Ask whether to save the picture or a card, save it for its owner alone, and say where."""
        from givequest.tui.pictures.save_dialog import SaveDialog

        self._end_replay()
        self.app.push_screen(SaveDialog(), self._save)

    def _save(self, what: str | None) -> None:
        if what is None:
            return
        from givequest.presentation.pictures.card import COLUMNS, FOREST, forest_card
        from givequest.tui.pictures.painted import forest_of
        from givequest.tui.pictures.save_dialog import CARD
        from givequest.tui.pictures.saving import save_files, save_rows

        day, paint, numbers = self.day, self.givequest.paint, self.givequest.settings.numbers
        try:
            if what == CARD:
                told = in_a_line(self.forest.grove_on(day), self.forest.moment(day), COLUMNS, with_numbers=numbers)
                title, words = f"{format_day(day)} {day.year}", [[(told, paint.style("text"))]]
                rows = forest_card(forest_of(self.givequest, day, FOREST), title, words, paint)
                save_rows(self, f"card-forest-{day.isoformat()}", rows, "A forest of good deeds", with_png=True)
            else:
                files = saved_forms(self.forest, day, paint.theme, with_numbers=numbers)
                save_files(self, {name: content.encode("utf-8", "replace") for name, content in files.items()})
        except GivequestError as error:
            self.refuse(error)

    def action_forest_replay(self) -> None:
        """Watch it all grow; the same key, and any other of this page, ends that."""
        if self._end_replay():
            return
        if self.app.animation_level == "none":
            self.say("Animations are off. [ and ] step through the months.")
            return
        self._reads = PICTURE
        self._frames = self.forest.walk(FRAMES)
        self._timer = self.set_interval(FRAME, self._next_frame)

    def _end_replay(self) -> bool:
        """Go to the end of a replay, if there is one; return whether there was."""
        if self._timer is None:
            return False
        self.go_to(self.game.today())
        return True

    def _next_frame(self) -> None:
        if not self._frames:
            self._end_replay()
            return
        try:
            self._look(self._frames.pop(0))
        except GivequestError as error:
            self._stop()
            self.refuse(error)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._frames = []
