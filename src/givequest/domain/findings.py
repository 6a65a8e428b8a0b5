"""Findings: what a look over everything has found, whether or not it needs a hand."""

from __future__ import annotations

from typing import NamedTuple

from givequest.domain.text import clean_line


class Finding(NamedTuple):
    """One thing that was found."""

    kind: str
    """A word that stays the same from version to version: `broken-year`."""
    place: str
    """The file or folder, with a record or a line where there is one."""
    message: str
    """What it is, as a sentence."""
    remedy: str = ""
    """What to do about it, as a sentence; nothing where nothing need be done."""
    needs_hand: bool = True
    """Whether a person should do something; the others are only said."""

    def __str__(self) -> str:
        """Return it as one line; what a name of a file could make a terminal do is taken out."""
        return clean_line(" ".join(filter(None, (f"{self.place}: {self.message}", self.remedy))))


class Inspection(NamedTuple):
    """What was looked at, and what was found."""

    years: int = 0
    records: int = 0
    backups: int = 0
    """Backups that are good."""
    newest_backup: str | None = None
    findings: tuple[Finding, ...] = ()
