"""Ways to somebody: addresses of pages, mail and telephone. They are copied at most, and never opened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from givequest.domain.text import clean_line

MAIL, PHONE = "mail ", "tel "
"""What a link begins with that is no page."""
_MAIL = re.compile(r"[^\s@<>\"(),:;\\]{1,64}@[^\s@<>\"(),:;\\]{1,190}\.[^\s@<>\"(),:;\\]{1,60}")
_PHONE = re.compile(r"[+\d][\d\s().\-/*#,;+]{1,38}")
_HOST = re.compile(r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", re.IGNORECASE)
LONGEST_LINK = 300


def is_host(text: str) -> bool:
    """Return whether a text is the name of a host, as handles of Bluesky are."""
    return _HOST.fullmatch(text) is not None


def mail_of(text: str | None) -> str | None:
    """Return an e-mail address, None where it is none."""
    address = clean_line(text or "").removeprefix("mailto:")
    return address if _MAIL.fullmatch(address) else None


def phone_of(text: str | None) -> str | None:
    """Return a telephone number as it was written, None where it is none."""
    number = clean_line(text or "").removeprefix("tel:")
    return number if _PHONE.fullmatch(number) else None


def page_of(text: str | None) -> str | None:
    """Return the address of a page without its scheme, None for what is none: `javascript:` is not."""
    address = clean_line(text or "")
    if not address or len(address) > LONGEST_LINK or " " in address:
        return None
    scheme, colon, _ = address.partition("://")
    if colon and scheme.lower() not in ("http", "https"):
        return None
    try:
        parts = urlsplit(address if colon else f"https://{address}")
        host = (parts.hostname or "").removeprefix("www.")
        parts.port  # noqa: B018  # raises where it is none
    except ValueError:
        return None
    if not is_host(host) or parts.username is not None:
        return None
    rest = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return clean_line(f"{host}{rest}")


def path_in(address: str | None, host: str) -> str | None:
    """Return the path of a page of a host, percent signs decoded and no slash at either end; None for another page."""
    page = page_of(address)
    if page is None:
        return None
    owner, _, path = page.partition("?")[0].partition("/")
    if owner != host and not owner.endswith(f".{host}"):
        return None
    return clean_line(unquote(path)).strip("/") or None


def links_of(mails: Iterable[str | None], phones: Iterable[str | None], pages: Iterable[str | None]) -> tuple[str, ...]:
    """Return ways to somebody as records have them, none twice and what is none left out."""
    found = [f"{MAIL}{mail}" for mail in map(mail_of, mails) if mail]
    found += [f"{PHONE}{phone}" for phone in map(phone_of, phones) if phone]
    found += [page for page in map(page_of, pages) if page]
    return tuple(dict.fromkeys(found))


def key_of(name_key: str, links: Iterable[str]) -> str:
    """Return what a contact without an id of its own is known by: its first mail, else name and end of a number."""
    first_phone = ""
    for link in links:
        if link.startswith(MAIL):
            return f"mail:{link.removeprefix(MAIL).casefold()}"
        if link.startswith(PHONE) and not first_phone:
            first_phone = "".join(filter(str.isdigit, link))[-9:]
    return f"name:{name_key}|{first_phone}"
