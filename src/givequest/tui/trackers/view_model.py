"""What the screen shows while something is brought along: files, habits with their kinds, what would come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from givequest.application.mirror.import_posts import PostsPreview
from givequest.application.trackers.import_history import HistoryPreview
from givequest.domain.kinds import Kind
from givequest.domain.text import clean_line
from givequest.domain.trackers.imported import ImportedHistory
from givequest.domain.trackers.mapping import HabitMapping
from givequest.presentation.address_books.import_screen import reading_lines
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint
from givequest.presentation.trackers.screen import (
    LOOKING,
    NOTHING,
    ArchiveRow,
    Places,
    archive_lines,
    choices_of,
    habits_lines,
    sentences_lines,
)
from givequest.tui.trackers.archives import told
from givequest.tui.trackers.steps import Keys, Step

UNSAVED = "Nothing is saved before you've seen it."


class BringViewModel:
    """How far it is, and what is chosen."""

    def __init__(self) -> None:
        self.step = Step.LOOKING
        self.files: list[tuple[str, ArchiveRow]] = []
        self.cursor = 0
        """The chosen file."""
        self.file_name, self.share = "", 0.0
        """What is read, and how much of it is, from 0 to 1."""
        self.history: ImportedHistory | None = None
        self.habit = 0
        """The chosen habit."""
        self.mappings: dict[str, HabitMapping] = {}
        self.found: HistoryPreview | PostsPreview | None = None
        """What would be saved."""
        self._places: Places = {}

    @property
    def can_save(self) -> bool:
        """Whether there is anything to save."""
        return self.found is not None and self.found.changes_anything

    @property
    def keys(self) -> Keys:
        """The keys that are told."""
        if self.step is Step.FILES and not self.files:
            return Step.FILES.value[1:]
        return Step.EMPTY.value if self.step is Step.PREVIEW and not self.can_save else self.step.value

    @property
    def habit_name(self) -> str:
        """The name of the chosen habit; empty where none can be chosen."""
        return self.history.habits[self.habit].name if self.step is Step.HABITS and self.history is not None else ""

    @property
    def mapping(self) -> HabitMapping | None:
        """What the chosen habit becomes."""
        return self.mappings.get(self.habit_name)

    def take(self, found: ImportedHistory | PostsPreview) -> None:
        """Go on with what was read."""
        self.mappings, self.habit, self.history, self.found = {}, 0, None, None
        if isinstance(found, PostsPreview):
            self.found, self.step = found, Step.PREVIEW
        else:
            self.history, self.step = found, Step.HABITS

    def move(self, step: int) -> None:
        """Choose another file or habit."""
        if self.step is Step.FILES:
            self.cursor = max(0, min(self.cursor + step, len(self.files) - 1))
        elif self.step is Step.HABITS and self.history is not None:
            self.habit = max(0, min(self.habit + step, len(self.history.habits) - 1))

    def choose(self, line: int) -> None:
        """Choose the file or habit that is drawn in a line; nothing where none is."""
        if (at := self._places.get(line)) is not None:
            self.move(at - (self.cursor if self.step is Step.FILES else self.habit))

    def turn_kind(self, step: int, kinds: Sequence[str]) -> None:
        """Let the chosen habit become the kind before or after, or nothing; the name stays."""
        if self.step is not Step.HABITS:
            return
        before = self.mappings.pop(self.habit_name, None)
        choices = [None, *kinds]
        kind = choices[(choices.index(before.kind if before else None) + step) % len(choices)]
        if kind is not None:
            self.mappings[self.habit_name] = HabitMapping(kind, before.person if before else None)

    def name(self, text: str) -> None:
        """Say whom the chosen habit is about; it has to become something first."""
        if self.mapping is not None:
            self.mappings[self.habit_name] = self.mapping._replace(person=clean_line(text) or None)

    def draw(self, width: int, height: int, paint: Paint, kinds: Mapping[str, Kind], places: str) -> list[Line]:
        """Return the screen in an area of cells."""
        if self.step is Step.LOOKING:
            return sentences_lines(LOOKING.format(places=places), (), (), width, height, paint)
        if self.step is Step.READING:
            return reading_lines(self.file_name, self.share, UNSAVED, width, height, paint)
        if self.step is Step.HABITS and self.history is not None:
            choices = choices_of(self.history, self.mappings)
            lines, self._places = habits_lines(self.history.title, choices, self.habit, kinds, width, height, paint)
            return lines
        if self.step is Step.PREVIEW and self.found is not None:
            return sentences_lines(*told(self.found), width, height, paint)
        if not self.files:
            first, *more = NOTHING
            return sentences_lines(first.format(places=places), more, (), width, height, paint)
        lines, self._places = archive_lines([row for _, row in self.files], self.cursor, width, height, paint)
        return lines
