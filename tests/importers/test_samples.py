"""Every sample: how many contacts, what is left out and why, what is refused and with which sentence."""

from __future__ import annotations

from datetime import date

import pytest

from givequest.domain.address_books.imported import ImportedBook
from givequest.importers.reading import read_address_books
from givequest.importers.recogniser import Refused
from tests.fixtures.address_book_files import SAMPLES, names_in, sample

TAKEN = {
    # file: (book, contacts, reasons of what is left out, things that cannot be read)
    "bluesky/follows.json": ("list", 1, {}, 0),
    "bluesky/handles.txt": ("list", 2, {}, 0),
    "facebook/friends_old.json": ("facebook", 1, {}, 0),
    "facebook/your_friends.json": ("facebook", 2, {}, 0),
    "google/contacts_new.csv": ("google", 2, {"companies": 1, "with only a mail address": 1}, 0),
    "google/contacts_old_utf16.csv": ("google", 1, {}, 0),
    "instagram/following.html": ("instagram", 1, {}, 0),
    "instagram/following_new.json": ("instagram", 1, {}, 0),
    "instagram/following_old.json": ("instagram", 1, {}, 0),
    "linkedin/Basic_LinkedInDataExport_11-25-2026.zip": ("linkedin", 8, {"without a name": 1}, 0),
    "linkedin/Connections.csv": ("linkedin", 8, {"without a name": 1}, 0),
    "linkedin/Connections_bom_crlf.csv": ("linkedin", 3, {}, 0),
    "linkedin/Connections_de_unverified.csv": ("linkedin", 1, {}, 0),
    "linkedin/Connections_old_no_url.csv": ("linkedin", 1, {}, 0),
    "mastodon/following_accounts.csv": ("mastodon", 3, {}, 0),
    "outlook/contacts.csv": ("outlook", 1, {}, 1),
    "outlook/contacts_semicolon.csv": ("outlook", 1, {}, 0),
    "vcard/android_21.vcf": ("vcard", 1, {}, 0),
    "vcard/apple_30.vcf": ("vcard", 1, {"companies": 1}, 0),
    "vcard/broken.vcf": ("vcard", 3, {}, 2),
    "vcard/v4.vcf": ("vcard", 1, {"groups": 1}, 0),
}
REFUSED = {
    "beaverhabits/habits.json": "a history of habits",
    "beaverhabits/habits_2024.json": "a history of habits",
    "habitica/habitica-tasks-history.csv": "a history of habits",
    "habitica/habitica-user-data.json": "a history of habits",
    "habittrove/habits.json": "a history of habits",
    "harsh/habits": "a history of habits",
    "harsh/log": "a history of habits",
    "instagram/followers_1.json": "a list of followers",
    "jrnl/journal.json": "a diary",
    "jrnl/journal.txt": "a diary",
    "loop/Loop Habits Backup 2026-11-25.db": "a database",
    "loop/Loop Habits CSV 2015-01-25.zip": "a history of habits",
    "loop/Loop Habits CSV 2026-11-25.zip": "a history of habits",
    "mastodon/following_headerless.csv": "say --as mastodon",
    "x/following.js": "numbers instead of names",
}


def book_of(name: str, form: str | None = None) -> ImportedBook:
    """Return the one book that a sample holds."""
    (book,) = read_address_books([str(sample(name))], form=form)
    return book


def test_every_sample_is_in_one_of_the_tables() -> None:
    """So that none is copied here and never read."""
    files = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()}
    assert files == TAKEN.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_taken_is_counted_exactly(name: str) -> None:
    """Contacts, what is left out and why, and what cannot be read."""
    book = book_of(name)
    assert (book.book, len(book.contacts), dict(book.reasons()), len(book.problems)) == TAKEN[name]
    assert len({contact.key for contact in book.contacts}) == len(book.contacts)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_told_with_its_name_and_why(name: str) -> None:
    """One sentence or two, of the very file."""
    with pytest.raises(Refused) as refused:
        read_address_books([str(sample(name))])
    assert REFUSED[name] in str(refused.value)
    assert str(refused.value).startswith(("Habits.csv", sample(name).name))


def test_handles_without_a_header_are_taken_by_word_of_whoever_brings_them() -> None:
    """They could be mail addresses."""
    book = book_of("mastodon/following_headerless.csv", "mastodon")
    assert names_in(book) == ["@ana@remote.example", "@ben@remote.example"]


def test_a_connection_of_linkedin() -> None:
    """Name without degree or rocket, line, day, link, and the key that it keeps."""
    by_key = {contact.key: contact for contact in book_of("linkedin/Connections.csv").contacts}
    ana = by_key["in/ana-berg-77"]
    assert ana.name == "Ana Berg"
    assert ana.line == "Head of Design, Nordlicht, Inc."
    assert ana.since == date(2009, 3, 14)
    assert ana.links == ("linkedin.com/in/ana-berg-77",)
    assert by_key["in/benkarlsson"].name == "Ben Karlsson"
    assert by_key["in/łukasz-smialy"].name == "Łukasz Śmiały"
    assert by_key["in/solo"].since == date(2022, 2, 7)
    assert [contact.name for contact in by_key.values()].count("Priya Nair") == 2


def test_a_hostile_row_of_linkedin_is_text_and_no_link() -> None:
    """Formulas stay what was written, scripts and what is no mail address go."""
    contact = next(each for each in book_of("linkedin/Connections.csv").contacts if each.name.startswith("="))
    assert contact.name == '=HYPERLINK("http://x.example") Cell'
    assert contact.line == "@cmd, +SUM(A1)"
    assert contact.links == ()


def test_contacts_of_google() -> None:
    """Google's own labels go; several values of a cell are told apart; a day without a year has none."""
    ana, mum = book_of("google/contacts_new.csv").contacts
    assert ana.links == ("mail ana@example.org", "mail ana.b@example.net")
    assert (ana.tags, ana.dates) == (("Choir",), ("1985-12-03 birthday",))
    assert mum.dates == ("--02-29 birthday", "--07-18 anniversary")


def test_dates_of_outlook_are_read_only_where_their_order_is_known() -> None:
    """3 December or 12 March: nobody can tell, and it is said."""
    book = book_of("outlook/contacts.csv")
    assert book.contacts[0].dates == ()
    assert str(book.problems[0]) == (
        "contacts.csv, line 2: the birthday '12/3/1985' could be two different dates; Zoë Müller comes in without it."
    )
    assert book_of("outlook/contacts_semicolon.csv").contacts[0].dates == ("1985-12-03 birthday",)


def test_cards_of_every_version() -> None:
    """Quoted-printable and a photo of 2.1, groups and a year that is none of 3.0, preferences and a death of 4.0."""
    (android,) = book_of("vcard/android_21.vcf").contacts
    assert (android.name, android.dates) == ("Łukasz Śmi", ("1985-12-03 birthday",))
    (apple,) = book_of("vcard/apple_30.vcf").contacts
    assert apple.dates == ("--12-03 birthday", "2011-07-18 anniversary")
    (ana,) = book_of("vcard/v4.vcf").contacts
    assert ana.name == "Ana Berg"
    assert ana.dates == ("--12-03 birthday", "2011-07-18 anniversary", "2024-01-01 died")
    assert ana.tags == ("choir", "work")


def test_a_card_that_is_cut_takes_no_other_with_it() -> None:
    """And is not merged with the next; a day that is none is told of."""
    book = book_of("vcard/broken.vcf")
    assert names_in(book) == ["Cut Short", "Ben Karlsson", "Esc ]0;x evil [/]"]
    assert [str(problem) for problem in book.problems] == [
        "broken.vcf, line 1: the card for Cut Short has no end; what it says comes in.",
        "broken.vcf, line 8: the birthday '2023-02-30' isn't a date; Ben Karlsson comes in without it.",
    ]


def test_letters_of_facebook_are_put_right() -> None:
    """They are written as the bytes of UTF-8."""
    book = book_of("facebook/your_friends.json")
    assert names_in(book) == ["Zoë Müller", "Ana Berg"]
    assert book.contacts[1].since == date(2017, 7, 14)
