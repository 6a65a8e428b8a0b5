"""The index of address books: what is looked through as somebody types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from givequest.application.address_books import book_index
from givequest.application.address_books.book_index import BookIndexes, BookRow
from givequest.application.game.game import Game
from givequest.config.paths import Paths
from givequest.domain.people.find import NameIndex
from tests.application.address_books.test_import_books import bring
from tests.fixtures.address_book_files import sample


def test_every_contact_of_every_book_is_in_it(game: Game) -> None:
    """Folded to be found, as it is to be shown; without mail addresses."""
    bring(game, sample("linkedin/Connections.csv"))
    bring(game, sample("vcard/v4.vcf"))
    index = game.derived(BookIndexes).all()
    assert len(index) == 9
    (place,) = NameIndex(index.names, index.lines).find("smialy").places
    assert index.row(place).name == "Łukasz Śmiały"
    assert index.row(8) == BookRow(index.ids[8], "Ana Berg", "", "vcard")
    assert NameIndex(index.names, index.lines).find("choir").places == (8,)
    assert "@example" not in " ".join((*index.names, *index.lines))


def test_it_is_read_from_the_cache_and_made_anew_when_a_book_has_changed(
    game: Game, reopened: Callable[[], Game], paths: Paths
) -> None:
    """A cache that is damaged or gone costs time and nothing else."""
    bring(game, sample("linkedin/Connections.csv"))
    first = game.derived(BookIndexes).all()
    assert game.derived(BookIndexes).all() is first
    assert reopened().derived(BookIndexes).all() == first
    (file,) = (Path(paths.cache) / book_index.CACHE).iterdir()
    file.write_bytes(b"nonsense")
    assert reopened().derived(BookIndexes).all() == first
    other = reopened()
    bring(other, sample("linkedin/Connections_de_unverified.csv"))
    assert len(game.derived(BookIndexes).all()) == 9
    other.store.undo()
    other.store.undo()
    assert len(game.derived(BookIndexes).all()) == 0


def test_a_book_that_is_read_from_the_cache_is_not_opened(game: Game, reopened: Callable[[], Game]) -> None:
    """Thirty thousand contacts take a while."""
    bring(game, sample("linkedin/Connections.csv"))
    game.derived(BookIndexes).all()
    other = reopened()
    opened: list[int] = []
    page = other.store.page
    other.store.page = lambda partition, keep=True: opened.append(partition) or page(partition, keep=keep)  # type: ignore
    assert len(other.derived(BookIndexes).all()) == 8
    assert opened == []


def test_a_contact_is_read_when_it_is_asked_for(game: Game) -> None:
    """None where it is not there, or names no book."""
    (contact, *_) = bring(game, sample("linkedin/Connections.csv")).new
    indexes = game.derived(BookIndexes)
    assert indexes.contact(contact.id) == contact
    assert [indexes.contact(identity) for identity in ("linkedin.0", "google.0", "fax.0", "")] == [None] * 4


def test_a_book_that_cannot_be_read_hides_no_other(game: Game, paths: Paths, reopened: Callable[[], Game]) -> None:
    """And it is known why."""
    bring(game, sample("linkedin/Connections.csv"))
    bring(game, sample("vcard/v4.vcf"))
    (Path(paths.ledger) / "book-vcard.json").write_text("nonsense")
    indexes = reopened().derived(BookIndexes)
    assert len(indexes.all()) == 8
    assert list(indexes.broken) == [3]
