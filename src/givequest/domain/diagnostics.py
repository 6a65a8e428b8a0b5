"""Diagnostics: what a loader or a check has to say about a place, and what can be done about it."""

from __future__ import annotations

from enum import StrEnum

from givequest.domain.text import clean_line
from givequest.named_tuple import NamedTuple


class Severity(StrEnum):
    """Whether someone should act on a diagnostic."""

    WARNING = "warning"
    """Something cannot be used as it is; someone should look at it."""
    NOTE = "note"
    """Worth knowing; nothing has to be done."""


class Diagnostic(NamedTuple):
    """One thing that is odd about something a person wrote or keeps."""

    place: str
    """The file or folder, with a line, a record or a key where there is one."""
    message: str
    """What it is, as a sentence."""
    remedy: str = ""
    """What to do about it, as a sentence; empty where nothing need be done, or the message says so."""
    severity: Severity = Severity.WARNING
    code: str = ""
    """A word that stays the same from version to version, for scripts: `broken-year`. Empty where none is promised."""

    @property
    def needs_hand(self) -> bool:
        """Whether someone should do something about it."""
        return self.severity is Severity.WARNING

    def __str__(self) -> str:
        """Return it as one line, without what a hostile name of a file or a key could make a terminal do."""
        return clean_line(" ".join(filter(None, (f"{self.place}: {self.message}", self.remedy))))


def warning(code: str, place: str, message: str, remedy: str = "") -> Diagnostic:
    """Return what someone should act on."""
    return Diagnostic(place, message, remedy, Severity.WARNING, code)


def note(code: str, place: str, message: str, remedy: str = "") -> Diagnostic:
    """Return what is worth knowing, and needs nobody."""
    return Diagnostic(place, message, remedy, Severity.NOTE, code)


class Inspection(NamedTuple):
    """What a check of a whole home looked at, and what it has to say."""

    years: int = 0
    records: int = 0
    backups: int = 0
    """Backups that are good."""
    newest_backup: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
