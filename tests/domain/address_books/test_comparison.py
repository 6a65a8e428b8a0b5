"""What a newer file changes: lines that read otherwise, contacts that are new or gone."""

from __future__ import annotations

from datetime import date

from givequest.domain.address_books.comparison import MOST_FORMER_LINES, compare_book, tell_line
from givequest.domain.address_books.imported import ImportedBook, ImportedContact
from givequest.domain.records.contact import ContactRecord

FIRST, LATER = date(2026, 11, 25), date(2027, 3, 2)
AT = "2026-11-25T08:00:00+01:00"


def book_of(*contacts: ImportedContact) -> ImportedBook:
    """Return a book of LinkedIn with these contacts."""
    return ImportedBook("linkedin", "LinkedIn connections", ("Connections.csv",), contacts)


def known(*contacts: ImportedContact) -> dict[str, ContactRecord]:
    """Return what a first import of these contacts leaves."""
    return {record.id: record for record in compare_book(book_of(*contacts), {}, FIRST, AT).new}


ANA = ImportedContact("in/ana", "Ana Berg", "Designer, Kelp & Co", date(2009, 3, 14), links=("linkedin.com/in/ana",))
BEN = ImportedContact("in/ben", "Ben Karlsson")


def test_a_second_import_changes_nothing() -> None:
    """In whatever order the file has them."""
    again = compare_book(book_of(BEN, ANA), known(ANA, BEN), LATER, AT)
    assert (again.new, again.changed, again.same, again.gone) == ((), (), 2, ())


def test_a_line_that_reads_otherwise_moves_the_old_one_to_what_it_was() -> None:
    """With the day of the import up to which it read so; the contact keeps its id, its day and its time."""
    newer = ANA._replace(line="Head of Design, Nordlicht")
    ((old, new),) = compare_book(book_of(newer), known(ANA), LATER, "2027-03-02T09:00:00+01:00").changed
    assert new == old._replace(line="Head of Design, Nordlicht", was=("2027-03-02 Designer, Kelp & Co",))
    assert new.day == FIRST


def test_a_line_that_came_or_went_is_no_change_of_work() -> None:
    """One that there was is kept; none is made up."""
    ((_, came),) = compare_book(book_of(BEN._replace(line="Nurse")), known(BEN), LATER, AT).changed
    assert (came.line, came.was) == ("Nurse", ())
    ((_, went),) = compare_book(book_of(ANA._replace(line=None)), known(ANA), LATER, AT).changed
    assert (went.line, went.was) == (None, ("2027-03-02 Designer, Kelp & Co",))
    assert tell_line(came, LATER) is None
    assert tell_line(went, LATER) is None


def test_no_more_than_so_many_former_lines_are_kept() -> None:
    """The latest of them."""
    records = known(ANA)
    for number in range(MOST_FORMER_LINES + 5):
        ((_, new),) = compare_book(book_of(ANA._replace(line=f"Line {number}")), records, LATER, AT).changed
        records = {new.id: new}
    assert len(new.was) == MOST_FORMER_LINES
    assert new.was[-1].endswith(f"Line {MOST_FORMER_LINES + 3}")


def test_who_is_in_the_file_no_more_is_gone_and_nothing_else() -> None:
    """Whether they stay is for whoever imports to say."""
    comparison = compare_book(book_of(BEN), known(ANA, BEN), LATER, AT)
    assert [contact.name for contact in comparison.gone] == ["Ana Berg"]
    assert comparison.changed == ()


def test_a_day_of_connecting_that_a_file_leaves_out_is_kept() -> None:
    """Older exports have it, some newer ones do not."""
    comparison = compare_book(book_of(ANA._replace(since=None)), known(ANA), LATER, AT)
    assert comparison.same == 1


def test_a_changed_line_is_told_without_a_pronoun() -> None:
    """With the month of the import up to which it read so, its year where that is another."""
    ((_, new),) = compare_book(book_of(ANA._replace(line="Head of Design, Nordlicht")), known(ANA), LATER, AT).changed
    assert tell_line(new, date(2027, 11, 1)) == (
        "Ana Berg's line reads Head of Design, Nordlicht now; until March it read Designer, Kelp & Co."
    )
    assert "until March 2027 it read" in str(tell_line(new, date(2028, 1, 1)))
    assert "until today it read" in str(tell_line(new, LATER))
    assert str(tell_line(new._replace(was=("2027-03-02 Kelp Inc.",)), LATER)).endswith("it read Kelp Inc.")
    assert tell_line(new._replace(was=("nonsense",)), LATER) is None
