"""Saving a page that was edited in another program, as an existing or a new entry."""

from __future__ import annotations

from datetime import date

from givequest.application.game.game import Game
from givequest.application.journal.drafts import Draft, page_of
from givequest.domain.records import Record, RecordType
from givequest.domain.text import clean_text
from givequest.named_tuple import NamedTuple


class SavedPage(NamedTuple):
    """How an edited page was saved."""

    entry: Record | None
    """The entry that it is now; None where its text was emptied, and the entry taken out."""
    is_copy: bool = False
    """Whether it is an entry of its own, because the one it went on with was changed elsewhere."""


def save_edited_page(game: Game, day: date, text: str, entry: Record | None, before: str | None) -> SavedPage:
    """Save a page of a day as an edited version of an entry, or as a new one.

    Args:
        game: The game whose journal it is.
        day: The day the page is for.
        text: What the page holds now.
        entry: The entry as it was when the page was begun; None for a new page.
        before: What the page held when it was begun; None where that isn't known: it then
            goes on with the day's latest page if it begins with that, and is one of its own if not.

    Raises:
        StorageError: The disk refused; nothing was changed.
        RecordError: The text is longer than an entry can be.
        UsageError: The day hasn't come yet, or lies before the calendar begins.

    """
    saved = next((record for record in _entries_of(game, day) if record.text == clean_text(text)), None)
    if saved is not None and text != before:  # it was saved, and the program ended before the file was removed
        return SavedPage(saved)
    if before is None:
        page = page_of(game, day)
        entry = page if page is not None and text.startswith(page.text or "") else None
    draft = Draft(game, day, entry)
    is_copy = draft.save(text)
    return SavedPage(draft.entry, is_copy)


def _entries_of(game: Game, day: date) -> list[Record]:
    return [record for record in game.years.records_on(day) if record.type is RecordType.ENTRY]
