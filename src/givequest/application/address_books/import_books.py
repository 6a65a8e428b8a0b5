"""Importing address books: what it would change, and then all of it in one change, which undo takes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from givequest.application.game.game import Game
from givequest.application.people.contacts import contacts_in
from givequest.domain.address_books.comparison import BookComparison, Changed, compare_book, tell_line
from givequest.domain.address_books.imported import ImportedBook
from givequest.domain.address_books.titles import listed, words_for
from givequest.domain.change_labels import Act, count_words
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records.contact import ContactRecord
from givequest.domain.records.partitions import book_partition
from givequest.domain.text import name_key
from givequest.named_tuple import NamedTuple

MOST_TOLD = 3
"""Changed lines that are told of one import."""


class ImportPreview(NamedTuple):
    """What an import would do, before anything is saved."""

    comparisons: tuple[BookComparison, ...]
    replaces: bool = False
    """Whether contacts that a file does not have any more go."""

    @property
    def new(self) -> tuple[ContactRecord, ...]:
        """The contacts that would be added, in the order of the files."""
        return tuple(contact for each in self.comparisons for contact in each.new)

    @property
    def changed(self) -> tuple[Changed, ...]:
        """Those of which the files say something else than before."""
        return tuple(changed for each in self.comparisons for changed in each.changed)

    @property
    def same(self) -> int:
        """How many there are already, and just so."""
        return sum(each.same for each in self.comparisons)

    @property
    def gone(self) -> tuple[ContactRecord, ...]:
        """Those that the files do not have any more."""
        return tuple(contact for each in self.comparisons for contact in each.gone)

    @property
    def left_out(self) -> list[tuple[str, int]]:
        """Why rows are left out, and how many for each reason, the commonest first."""
        reasons: Counter[str] = Counter()
        for each in self.comparisons:
            reasons.update(dict(each.book.reasons()))
        return reasons.most_common()

    @property
    def problems(self) -> list[Diagnostic]:
        """What cannot be read, with its file and line."""
        return [problem for each in self.comparisons for problem in each.book.problems]

    @property
    def rows(self) -> tuple[ContactRecord, ...]:
        """Three contacts to show what the files were read as."""
        changed = (changed.new for changed in self.changed)
        return (*self.new, *changed)[:3]

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to save."""
        return bool(self.new or self.changed or (self.replaces and self.gone))

    @property
    def titles(self) -> str:
        """What the files are, in words: `LinkedIn connections`."""
        return listed([each.book.title for each in self.comparisons])


def preview_import(game: Game, books: Sequence[ImportedBook], *, replaces: bool = False) -> ImportPreview:
    """Return what importing these books would do; nothing is saved. Raises `StorageError`.

    With `replaces`, contacts that a file does not have any more go; else they stay.
    """
    day, at = game.today(), game.now().isoformat(timespec="seconds")
    there = set(game.store.partitions())
    comparisons = []
    for partition, book in sorted((book_partition(book.book) or 0, book) for book in books):
        known = contacts_in(game, partition) if partition in there else {}
        comparisons.append(compare_book(book, known, day, at))
    return ImportPreview(tuple(comparisons), replaces)


def save_import(game: Game, preview: ImportPreview) -> None:
    """Save what a preview says, in one change that undo takes back.

    Raises `ChangedElsewhere` when one of the contacts was changed since by another process, and `StorageError`; then
    nothing is saved.
    """
    olds = [changed.old for changed in preview.changed]
    puts = (*preview.new, *(changed.new for changed in preview.changed))
    drops = preview.gone if preview.replaces else ()
    label = Act.IMPORT.label(_what(preview, len(puts), len(drops)))
    # An address book is nothing that was done: what is due is stored with the first deed, and not with this.
    game.save(label, puts=puts, drops=drops, expects=(*olds, *drops), stores_rules=False)


def line_changes(game: Game, preview: ImportPreview) -> list[tuple[ContactRecord, str]]:
    """Return up to three contacts whose line reads otherwise now, each with the sentence that tells it.

    Those who are people already come first, then whoever is in the book the longest.
    """
    people = people_keys(game)
    changed = [each.new for each in preview.changed if each.has_other_line]
    changed.sort(key=lambda contact: (name_key(contact.name) not in people, str(contact.since or "9"), contact.name))
    told = ((contact, tell_line(contact, game.today())) for contact in changed[:MOST_TOLD])
    return [(contact, sentence) for contact, sentence in told if sentence is not None]


def people_keys(game: Game) -> set[str]:
    """Return the keys of all names of those who are people."""
    return {name_key(name) for person in game.people.records.values() for name in (person.name, *person.also)}


def _what(preview: ImportPreview, put: int, dropped: int) -> str:
    of_whom = listed([words_for(each.book.book) for each in preview.comparisons])
    if put:
        return f"{count_words(put, 'contact')} from {of_whom}"
    return f"{of_whom} without {count_words(dropped, 'contact')}"
