"""What the journal page shows: the rows of its list, and the leaf for the row that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from givequest.application.game.game import Game
from givequest.application.journal.archive import JournalArchive, find_record, nearest
from givequest.application.journal.drafts import page_of
from givequest.application.journal.reflections import echo_of, letter_due, prompt_of
from givequest.domain.charts.details import DayLine, details_of
from givequest.domain.days import MONTHS, format_day
from givequest.domain.journal.letter import first_line
from givequest.domain.journal.prompts import Prompts
from givequest.domain.journal.search import Found, Query, read_query, search, words_of
from givequest.domain.journal.sorts import label_of
from givequest.domain.records import Record, RecordType
from givequest.tui.journal.reader import Leaf

EMPTY = "A page a day grows here, saved as you write it, and found again by its words, its #tags or its day."
BEGINNINGS = (
    ("{journal.write}", "write today's page"),
    ("{journal.prompt}", "ask me something else"),
    ("{journal.release}", "let an expectation go"),
    ("{journal.gift}", "note a gift that came out of the blue"),
)
_WRITTEN = {RecordType.ENTRY, RecordType.GIFT}


class JournalView:
    """The archive as it is looked at: all of it, or what a search finds."""

    def __init__(self, game: Game, prompts: Prompts, with_keys: Callable[[str], str] = str) -> None:
        """Look at the archive of a game; `with_keys` names the keys in force in a sentence of ours."""
        self.game = game
        self._with_keys = with_keys
        self.archive = game.derived(JournalArchive)
        self.typed = ""
        """What is searched for."""
        self.redraws = 0
        """How many other prompts were asked for today."""
        self.prompts = prompts
        self._blank: date | None = None
        self._last: tuple[Sequence[Found], str, Sequence[Found]] = ((), "", ())

    @property
    def query(self) -> Query:
        """What is searched for, as it is compared."""
        return read_query(self.typed)

    def rows(self) -> Sequence[Found]:
        """Return what is listed: what was found; or everything, and today even where nothing is written yet."""
        if self.query.words:
            return self._found()
        rows = list(self.archive.texts)
        today = self.game.today()
        blanks = [] if self._blank in (None, today) or self.archive.records_on(self._blank) else [self._blank]
        if page_of(self.game, today) is None:
            blanks.append(today)
        for day in blanks:
            rows.insert(nearest([*rows, _blank(date.min)], day), _blank(day))
        return rows

    def _found(self) -> Sequence[Found]:
        """Return what is found; where only more was typed, among what was found before."""
        texts, typed, found = self._last
        if texts is not self.archive.searched or not self.typed.startswith(typed):
            texts = found = self.archive.searched
        found = search(found, self.query)
        self._last = (texts, self.typed, found)
        return found

    def find(self, rows: Sequence[Found], record: Record | None) -> int:
        """Return the row of a record, or the one nearest to its day; that of today for none."""
        record = record or _blank(self.game.today()).record
        found = find_record(rows, record)
        return nearest(rows, record.day) if found is None else found

    def open_day(self, day: date) -> None:
        """Let a day be listed even where nothing is written on it."""
        self._blank = day

    def prompt(self) -> str:
        """Return the prompt of today; nothing where there are none."""
        prompt = prompt_of(self.game, self.prompts, self.game.today(), self.redraws)
        return prompt.text if prompt else ""

    def leaf(self, record: Record | None) -> Leaf:
        """Return what the reader shows of a row."""
        if record is None:
            return Leaf("Nothing found", before=(("No page matches. esc shows them all again.", "muted"),))
        is_today = record.day == self.game.today()
        before: list[tuple[str, str]] = []
        begins = is_today and not self.query.words and not record.id and self._has_nothing
        if is_today and not self.query.words:
            before = self._of_today(record)
        label = label_of(record, self.game.kinds)
        heading = format_day(record.day) if record.day.year == self.game.today().year else _with_year(record.day)
        return Leaf(
            heading=f"{heading}, {label}" if label else heading,
            text=words_of(record),
            before=tuple(before),
            keys=tuple((self._with_keys(key), words) for key, words in BEGINNINGS) if begins else (),
            beside=tuple(self._beside(record, is_today=is_today)),
            query=self.query,
        )

    @property
    def _has_nothing(self) -> bool:
        return not self.archive.texts and self.archive.is_complete and not self.archive.broken

    def _of_today(self, record: Record) -> list[tuple[str, str]]:
        told: list[tuple[str, str]] = []
        letter = letter_due(self.game)
        if letter is not None:
            line = f"{{journal.letter}} writes the letter of {MONTHS[letter.month.month - 1]}"
            told += [(self._with_keys(line), "level"), ("", "text")]
        told += [part for message in self.archive.broken.values() for part in ((message, "slip"), ("", "text"))]
        if record.id:
            return told
        if prompt := self.prompt():
            told += [(prompt, "accent"), ("", "text")]
        if self._has_nothing:
            told += [(EMPTY, "muted"), ("", "text")]
        else:
            hint = "{journal.write} write" + ("   {journal.prompt} another question" if prompt else "")
            told.append((self._with_keys(hint), "muted"))
        return told

    def _beside(self, record: Record, *, is_today: bool) -> list[tuple[str, str]]:
        lines: list[tuple[str, str]] = []
        echo = echo_of(self.game, self.archive, record.day) if is_today and not self.query.words else None
        if echo is not None:
            lines.append((self._with_keys(f"You, {echo.distance}   {{journal.hush}}: not again"), "accent"))
            lines.append((f"  {first_line(echo.entry.text)}", "text"))
        records = self.game.years.records_on(record.day)
        done = details_of(record.day, (other for other in records if other.type not in _WRITTEN), self.game.rules)
        if done.lines:
            lines.append(("Today" if is_today else "That day", "accent"))
        return lines + [(_told(line), "text") for line in done.lines]


def _blank(day: date) -> Found:
    return Found(Record(RecordType.ENTRY, "", day, "", text=""), "")


def _with_year(day: date) -> str:
    return f"{format_day(day)} {day.year}"


def _told(line: DayLine) -> str:
    who = f", {line.who}" if line.who else ""
    return f"  {line.what}{who}" + (f": {line.words}" if line.words else "")
