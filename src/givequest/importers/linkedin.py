"""LinkedIn: `Connections.csv`, as it is and in the zip that it comes in.

The headers are English in every account's file that was seen; those of other languages are told by their likeness
in programs that read such files, and nobody has confirmed them.
"""

from __future__ import annotations

from givequest.domain.text import name_key
from givequest.importers.book_builder import NAMELESS, BookBuilder
from givequest.importers.fields.dates import named_month_day
from givequest.importers.fields.links import links_of, path_in
from givequest.importers.fields.names import is_nameless, joined_name, without_letters_behind, without_ornaments
from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Columns
from givequest.importers.importer import Importer
from givequest.importers.table_rows import rows_of

_FIRST = ("first name", "vorname", "prénom", "nombre", "nome")
_LAST = ("last name", "nachname", "nom", "nom de famille", "apellidos", "cognome", "sobrenome")
_ON = (
    "connected on",
    "verbunden am",
    "vernetzt am",
    "date de connexion",
    "fecha de conexión",
    "collegato il",
    "conectado em",
)
_URL = ("url", "profile url", "profil-url")
_MAIL = ("email address", "e-mail-adresse", "adresse e-mail")
_COMPANY = ("company", "unternehmen", "entreprise", "empresa", "azienda")
_POSITION = ("position", "poste", "cargo", "posizione")


def _is_header(columns: Columns) -> bool:
    return all(any(name in columns for name in names) for names in (_FIRST, _LAST, _ON))


def _fits(content: Content) -> bool:
    return content.table is not None and _is_header(content.table.columns)


def _read(content: Content, builder: BookBuilder) -> None:
    for row in rows_of(content, builder):
        last = without_letters_behind(row.get(*_LAST))
        name = without_ornaments(joined_name(row.get(*_FIRST), last))
        if is_nameless(name):
            builder.leave_out(row.line, NAMELESS)
            continue
        connected = row.get(*_ON)
        since = named_month_day(connected)
        if connected and since is None:
            builder.report_date(row.line, name, "day of connecting", connected)
        url = row.get(*_URL)
        path = path_in(url, "linkedin.com")
        builder.add(
            row.line,
            name,
            path.casefold() if path else f"name:{name_key(name)}|{since or ''}",
            line=", ".join(filter(None, (row.get(*_POSITION), row.get(*_COMPANY)))),
            since=since,
            links=links_of([row.get(*_MAIL)], (), [url if path else None]),
        )


LINKEDIN = Importer("linkedin", "linkedin", "LinkedIn connections", _fits, _read, _is_header)
