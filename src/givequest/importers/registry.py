"""The importers that there are, in the order in which a file is shown to them."""

from __future__ import annotations

from givequest.importers.facebook import FACEBOOK
from givequest.importers.files.tables import Header
from givequest.importers.google import GOOGLE
from givequest.importers.handles import HANDLES
from givequest.importers.importer import Importer
from givequest.importers.instagram import INSTAGRAM
from givequest.importers.linkedin import LINKEDIN
from givequest.importers.mastodon import MASTODON
from givequest.importers.outlook import OUTLOOK
from givequest.importers.refusals import REFUSED_HEADERS
from givequest.importers.vcard.importer import VCARD

IMPORTERS: tuple[Importer, ...] = (VCARD, FACEBOOK, INSTAGRAM, LINKEDIN, GOOGLE, OUTLOOK, MASTODON, HANDLES)
HEADERS: tuple[Header, ...] = (*(importer.header for importer in IMPORTERS), *REFUSED_HEADERS)
"""What rows of a table may be: the header of a file that is taken, or of one that is known and refused."""


def importer_named(name: str) -> Importer | None:
    """Return the importer that is called so on the command line."""
    return next((importer for importer in IMPORTERS if importer.name == name), None)
