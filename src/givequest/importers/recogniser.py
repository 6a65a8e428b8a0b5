"""The recogniser: which importer a file is for, by what is in it and never by what it is called."""

from __future__ import annotations

from givequest.errors import GivequestError, UsageError
from givequest.importers.files.contents import Content
from givequest.importers.importer import Importer
from givequest.importers.refusals import BINARIES, REFUSALS
from givequest.importers.registry import IMPORTERS, importer_named

KNOWN = (
    "It reads LinkedIn's Connections.csv, vCards, Google or Outlook contacts as CSV, the accounts you follow on "
    "Mastodon or Instagram, your Facebook friends as JSON, and lists of handles."
)


class Refused(GivequestError):
    """A file is known and not taken, or is not known; the sentence says which."""


class NotKnown(Refused):
    """Nobody knows what a file is."""


def recognise(content: Content) -> Importer:
    """Return the importer that a file is for. Raises `Refused`."""
    _refuse_binary(content)
    for importer in IMPORTERS:
        if importer.fits(content):
            return importer
    for refusal in REFUSALS:
        if refusal.fits(content):
            raise Refused(refusal.sentence(content.name))
    raise NotKnown(f"{content.name} isn't an address book givequest can read. {KNOWN}")


def named_importer(name: str, content: Content) -> Importer:
    """Return the importer that whoever brings a file says it is for. Raises `UsageError`, `Refused`."""
    importer = importer_named(name)
    if importer is None:
        raise UsageError(f"There's no format called {name}; choose from {', '.join(each.name for each in IMPORTERS)}.")
    _refuse_binary(content)
    return importer


def _refuse_binary(content: Content) -> None:
    if not content.data.strip():
        raise Refused(f"{content.name} is empty.")
    for refusal in BINARIES:
        if refusal.fits(content):
            raise Refused(refusal.sentence(content.name))
