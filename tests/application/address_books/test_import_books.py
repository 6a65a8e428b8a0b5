"""Imports of address books: what they would do, one change, taken back; and nothing that counts changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.application.address_books.books import find_book, list_books
from givequest.application.address_books.first_names import first_ten, first_three
from givequest.application.address_books.import_books import (
    ImportPreview,
    line_changes,
    preview_import,
    save_import,
)
from givequest.application.deeds import log_deed
from givequest.application.game.game import Game
from givequest.application.people.contacts import books_of, contacts_in
from givequest.application.people.editing import add_person
from givequest.domain.records.contact import ContactRecord
from givequest.errors import ChangedElsewhere, UsageError
from givequest.importers.reading import read_address_books
from tests.application.conftest import snapshot
from tests.conftest import Clock
from tests.fixtures.address_book_files import sample
from tests.importers.test_samples import TAKEN

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "{},{},https://www.linkedin.com/in/{},,{},{},14 Mar 2009\n"


def contacts_of(game: Game) -> dict[str, ContactRecord]:
    """Return all contacts of all books."""
    return {identity: contact for book in books_of(game) for identity, contact in contacts_in(game, book).items()}


def bring(game: Game, *paths: Path, replaces: bool = False) -> ImportPreview:
    """Import files, and return what was done."""
    preview = preview_import(game, read_address_books(list(map(str, paths))), replaces=replaces)
    save_import(game, preview)
    return preview


@pytest.mark.parametrize("name", TAKEN)
def test_a_second_import_changes_nothing_and_undo_takes_the_first_back(name: str, game: Game) -> None:
    """Of every sample; one change, whatever the file."""
    preview = bring(game, sample(name))
    count = TAKEN[name][1]
    assert len(preview.new) == len(contacts_of(game)) == count
    again = bring(game, sample(name))
    assert (again.new, again.changed, again.same, again.gone) == ((), (), count, ())
    assert not again.changes_anything
    before = contacts_of(game)
    assert before.keys() == {contact.id for contact in preview.new}
    undone = game.store.undo()
    assert undone is not None
    assert undone.label.startswith("import of ")
    assert contacts_of(game) == {}
    assert game.store.undo() is None
    game.store.redo()
    assert contacts_of(game) == before


def test_a_newer_file_tells_what_has_changed(game: Game, clock: Clock, tmp_path: Path) -> None:
    """At most three lines, those of people first; taken back, all is as it was."""
    path = tmp_path / "Connections.csv"
    rows = [("Ana", "Berg"), ("Ben", "Karlsson"), ("Lena", "Weiß"), ("Mia", "Holm"), ("Solo", "One")]
    path.write_text(HEADER + "".join(ROW.format(*row, row[0], "Kelp & Co", "Designer") for row in rows))
    bring(game, path)
    before = contacts_of(game)
    add_person(game, "Mia Holm")
    clock.move(days=99)
    changed = "".join(ROW.format(*row, row[0], "Nordlicht", "Head of Design") for row in rows[:4])
    path.write_text(HEADER + changed + ROW.format("New", "Here", "new", "", ""))
    preview = bring(game, path)
    assert [len(part) for part in (preview.new, preview.changed, preview.gone)] == [1, 4, 1]
    told = line_changes(game, preview)
    assert [contact.name for contact, _ in told] == ["Mia Holm", "Ana Berg", "Ben Karlsson"]
    assert told[0][1] == (
        "Mia Holm's line reads Head of Design, Nordlicht now; until today it read Designer, Kelp & Co."
    )
    assert "Solo One" in {contact.name for contact in contacts_of(game).values()}
    game.store.undo()
    assert contacts_of(game) == before


def test_who_is_gone_stays_unless_the_file_replaces_all(game: Game, tmp_path: Path) -> None:
    """People leave a network, not somebody's life."""
    path = tmp_path / "Connections.csv"
    path.write_text(HEADER + ROW.format("Ana", "Berg", "ana", "", "") + ROW.format("Ben", "Holm", "ben", "", ""))
    bring(game, path)
    path.write_text(HEADER + ROW.format("Ana", "Berg", "ana", "", ""))
    assert not bring(game, path).changes_anything
    assert len(contacts_of(game)) == 2
    bring(game, path, replaces=True)
    assert [contact.name for contact in contacts_of(game).values()] == ["Ana Berg"]
    undone = game.store.undo()
    assert undone is not None
    assert undone.label == "import of LinkedIn without 1 contact"
    assert len(contacts_of(game)) == 2


def test_several_books_are_one_change(game: Game) -> None:
    """All of it, or nothing."""
    preview = bring(game, sample("linkedin/Connections.csv"), sample("vcard/v4.vcf"))
    assert len(preview.new) == 9
    assert [info.book for info in list_books(game)] == ["linkedin", "vcard"]
    undone = game.store.undo()
    assert undone is not None
    assert undone.label == "import of 9 contacts from LinkedIn and your phone"
    assert contacts_of(game) == {}


def test_an_import_changes_nothing_that_counts(game: Game) -> None:
    """Board, streaks, XP, names: as before, and what is due is stored by no import."""
    log_deed(game, "help", game.today(), person="Mum")
    before = snapshot(game)
    for name in TAKEN:
        bring(game, sample(name))
    after = snapshot(game)
    after["records"] = [record for record in after["records"] if record["type"] != "contact"]
    assert after == before


def test_a_first_import_stores_contacts_and_nothing_else(game: Game) -> None:
    """No rules, no people: a book is no act."""
    bring(game, sample("linkedin/Connections.csv"))
    assert game.store.partitions() == [1]


def test_what_was_changed_since_it_was_looked_at_is_not_written_over(
    game: Game, reopened: Callable[[], Game], tmp_path: Path
) -> None:
    """Another process was there first: nothing is saved."""
    path = tmp_path / "Connections.csv"
    for company in ("Kelp", "Nordlicht"):
        path.write_text(HEADER + ROW.format("Ana", "Berg", "ana", company, ""))
        if company == "Kelp":
            bring(game, path)
    preview = preview_import(game, read_address_books([str(path)]))
    path.write_text(HEADER + ROW.format("Ana", "Berg", "ana", "Fareloop", ""))
    bring(reopened(), path)
    with pytest.raises(ChangedElsewhere):
        save_import(game, preview)
    assert [contact.line for contact in contacts_of(game).values()] == ["Fareloop"]


def test_the_first_names_are_of_nobody_who_is_a_person(game: Game) -> None:
    """Somebody in two books is known by it, the one that was just brought among them."""
    bring(game, sample("facebook/your_friends.json"))
    preview = bring(game, sample("linkedin/Connections.csv"))
    add_person(game, "Łukasz Śmiały")
    names = {suggestion.contact.name: suggestion.reason for suggestion in first_three(game, preview.new)}
    assert names["Ana Berg"].startswith("The first one there: 14 March 2009.")
    ten = [contact.name for contact in first_ten(game, preview.new)]
    assert "Łukasz Śmiały" not in ten
    assert len(ten) == len(set(ten)) == 6
    (zoe,) = first_three(game, bring(game, sample("outlook/contacts.csv")).new)
    assert (zoe.contact.name, zoe.reason) == ("Zoë Müller", "In two of your address books: Outlook and Facebook.")


def test_the_first_names_look_at_the_books_once(game: Game) -> None:
    """However many contacts there are, and without the book that was just brought."""
    preview = bring(game, sample("linkedin/Connections.csv"))
    asked: list[object] = []
    look, page = game.store.signature, game.store.page
    game.store.signature = lambda years=None: asked.append(years) or look(years)  # type: ignore
    game.store.page = lambda partition, keep=True: asked.append(partition) or page(partition, keep=keep)  # type: ignore
    assert len(first_three(game, preview.new)) == 3
    assert asked == [[1], (0,)]  # the books' marks, and the people


def test_a_book_is_found_by_its_name(game: Game) -> None:
    """In any capitals; another word names what there is."""
    with pytest.raises(UsageError, match="you have none"):
        find_book(game, "linkedin")
    bring(game, sample("linkedin/Connections.csv"))
    assert find_book(game, "LinkedIn").contacts == 8
    with pytest.raises(UsageError, match="did you mean linkedin"):
        find_book(game, "linkedn")


def test_an_import_leaves_the_file_where_it_was(game: Game, tmp_path: Path) -> None:
    """Byte for byte, and nothing beside it."""
    path = tmp_path / "downloads" / "Connections.csv"
    path.parent.mkdir()
    path.write_bytes(sample("linkedin/Connections.csv").read_bytes())
    bring(game, path)
    assert os.listdir(path.parent) == ["Connections.csv"]
    assert path.read_bytes() == sample("linkedin/Connections.csv").read_bytes()
