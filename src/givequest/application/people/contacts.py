"""Contacts of address books."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from givequest.application.game.game import Game
from givequest.domain.records.contact import ContactRecord
from givequest.domain.records.partitions import BOOKS


def books_of(game: Game) -> list[int]:
    """Return the partitions of the address books that there are. Raises `StorageError`."""
    return [partition for partition in game.store.partitions() if partition in BOOKS]


def contacts_in(game: Game, partition: int, *, keep: bool = False) -> Mapping[str, ContactRecord]:
    """Return the contacts of an address book by id; with `keep` they stay in memory. Raises `StorageError`."""
    stored = game.store.page(partition, keep=keep).stored
    return cast("Mapping[str, ContactRecord]", stored)
