"""What address books are called: in lists, and within a sentence."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "linkedin": "LinkedIn",
    "google": "Google",
    "vcard": "vCard",
    "outlook": "Outlook",
    "mastodon": "Mastodon",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "list": "List",
}
_IN_SENTENCES: Mapping[str, str] = {"vcard": "your phone", "list": "a list"}


def title_of(book: str) -> str:
    """Return what an address book is called where it stands alone: `LinkedIn`."""
    return TITLES.get(book, book)


def words_for(book: str) -> str:
    """Return what an address book is called within a sentence: `your phone`."""
    return _IN_SENTENCES.get(book, title_of(book))


def listed(words: list[str]) -> str:
    """Return words with commas and an "and" between them."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
