"""After a name was taken out of the records: what still holds it, and its removal from there as well."""

from __future__ import annotations

from collections.abc import Collection

from givequest.cli.output import complain
from givequest.composition import Home, open_backups
from givequest.domain.change_labels import count_words

MOST = 5
"""Backups that are named one by one."""


def forget_for_good(home: Home, names: Collection[str], *, for_good: bool) -> None:
    """Say which backups still hold one of some names; `for_good` takes the ways back that do out of the ledger."""
    backups = open_backups(home)
    if for_good:
        count = backups.forget_ways(names)
        complain(f"{count_words(count, 'change')} can't be undone any more: the name is out of them as well.")
    else:
        complain("'givequest undo' takes this back. With --for-good the name is out of that as well.")
    if holders := backups.holding(names):
        named = ", ".join(holders[:MOST]) + (f" and {len(holders) - MOST} more" if len(holders) > MOST else "")
        complain(f"It still stands in {count_words(len(holders), 'backup')} in {home.paths.backups}: {named}.")
