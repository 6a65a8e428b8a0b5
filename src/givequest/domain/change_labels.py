"""Acts: everything that undo can take back, each with the words that name it.

A ledger keeps the words beside the change, so that whoever reads it later, an older version
too, shows what it was. The words say what the act does, never that it was taken back: which
way it went is said by `Turn`, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum, StrEnum
from typing import NewType

from givequest.domain.days import format_day
from givequest.domain.kinds import Kind
from givequest.domain.records import AnyRecord, Record, RecordType
from givequest.domain.text import clean_line, end_sentence

ActLabel = NewType("ActLabel", str)
"""The words that name a change. Only `Act.label` makes one, so that no change is named anywhere else."""

LONGEST_NAME = 80
"""Characters of a person's name, or of any other word that was typed, that a label repeats."""
_EARLIER = {"Day off taken back": "end of a day off", "Two invented years": "two made-up years"}
"""Labels of earlier versions that would say which way it went, or read badly behind a colon."""
_NOUNS: Mapping[RecordType, str] = {
    RecordType.SLIP: "note that you posted about yourself",
    RecordType.REST: "day off",
    RecordType.ENTRY: "journal page",
    RecordType.RELEASE: "release",
    RecordType.GIFT: "gift",
}
_ARTICLES = {RecordType.SLIP: "the"}
_SORTS = {"letter": "monthly letter", "pocket": "good thought"}
_SPOTS = {
    "win": "win of {}",
    "need": "need of {}",
    "seeker": "{}, looking for work",
    "hello": "hello to {}",
    "meet": "{} and {}, who should meet",
}


class Act(Enum):
    """Every act that undo can take back; the braces stand for what it is done to."""

    ADD = "{}"
    EDIT = "edit of {}"
    REMOVE = "deletion of {}"
    LET_BE = "letting be of {}"
    HUSH = "page that won't come up by itself"
    TIE = "tie of {}"
    SNOOZE = "rest for {}"
    GENTLE = "gentleness with {}"
    RENAME = "other name for {}"
    JOIN = "joining of {}"
    FORGET = "forgetting of a name"
    IMPORT = "import of {}"
    MERGE = "merge of {}"
    RESTORE = "restore of {}"
    INVENT = "two made-up years"

    def label(self, what: str = "") -> ActLabel:
        """Return the words that name this act, done to `what`: a record, a number of them, a file."""
        return ActLabel(self.value.replace("{}", what, 1))


def read_label(text: str) -> ActLabel:
    """Return the label that a change was stored with, cleaned as whatever comes from a file."""
    return ActLabel(clean_line(text))


class Turn(StrEnum):
    """The two ways that a change can be turned, and how each is told."""

    BACK = "undo"
    AGAIN = "redo"

    @property
    def opposite(self) -> Turn:
        """The other one."""
        return Turn.AGAIN if self is Turn.BACK else Turn.BACK

    def sentence(self, label: str) -> str:
        """Return the sentence that tells that a change of this label was turned this way."""
        return end_sentence(self.told(label))

    def told(self, label: str) -> str:
        """Return the same without a full stop of its own, for lists."""
        return f"{_TOLD[self]}: {_EARLIER.get(label, label)}"

    def already(self, label: str) -> str:
        """Return the sentence that tells that a change of this label was turned this way before."""
        return end_sentence(f"{_TOLD[self]} already: {_EARLIER.get(label, label)}")

    def label(self, label: ActLabel) -> ActLabel:
        """Return the label of a change that turns one of this label; what is told of it is the sentence."""
        return ActLabel(f"{self.value} of {label}")

    def label_of(self, label: str) -> ActLabel:
        """Return the label of the change that one with this label has turned."""
        return ActLabel(label.removeprefix(f"{self.value} of "))


_TOLD = {Turn.BACK: "Undone", Turn.AGAIN: "Redone"}


def name_record(record: Record, kinds: Mapping[str, Kind], today: date | None = None) -> str:
    """Return a record in a few words that a person knows it by again: `Help, Ana`.

    Its day is among them where it is not `today`; without `today` it never is.
    """
    kind = kinds.get(record.kind or "")
    name = kind.name if kind else record.kind or ""
    if record.type is RecordType.DEED:
        name = f"{name}, {shortened(record.person)}" if record.person else name
    elif record.type is RecordType.REDRAW:
        name = f"card swap for {name}"
    else:
        name = _SORTS.get(record.sort or "", _NOUNS.get(record.type, record.type.value))
    return name if today in (None, record.day) else f"{name}, {format_day(record.day, today)}"


def name_any(record: AnyRecord, kinds: Mapping[str, Kind], today: date | None = None) -> str:
    """Return a record of any type in a few words: one of a day as `name_record` does, a person by their name."""
    if isinstance(record, Record):
        return name_record(record, kinds, today)
    name = getattr(record, "name", None) or getattr(record, "person", None)
    return shortened(name) if isinstance(name, str) else record.id


def name_spot(sort: str, person: str, other: str | None = None) -> str:
    """Return what was noticed about somebody in a few words: `win of Priya Nair`."""
    return _SPOTS[sort].format(shortened(person), shortened(other or ""))


def name_people(names: Sequence[str]) -> str:
    """Return people in a few words; `names` are not empty."""
    return shortened(names[0]) if len(names) == 1 else f"{len(names)} people"


def name_known(record: Record, kinds: Mapping[str, Kind], today: date | None = None) -> str:
    """Return a record that is there already as `name_record` does, with an article where the words need one."""
    name = name_record(record, kinds, today)
    return name if record.type in (RecordType.DEED, RecordType.REDRAW) else f"{_ARTICLES.get(record.type, 'a')} {name}"


def name_days_off(days: Sequence[date], today: date) -> str:
    """Return days off in a few words; `days` are not empty, the earliest first."""
    first = format_day(days[0], today)
    return f"day off on {first}" if len(days) == 1 else f"{len(days)} days off from {first}"


def count_words(count: int, one: str, several: str = "") -> str:
    """Return a number of things in words: `1 record`, `731 records`."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {several or one + 's'}"


def shortened(text: str) -> str:
    """Return a line cut to what a label repeats of it."""
    line = clean_line(text)
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1].rstrip() + "…"
