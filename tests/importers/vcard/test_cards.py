"""Cards: whose they are, their dates, and what is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.domain.address_books.imported import ImportedContact
from givequest.importers.vcard.lines import split_escaped, unescaped
from tests.fixtures.address_book_files import read_bytes


def contact_of(folder: Path, lines: str, version: str = "3.0") -> ImportedContact:
    """Return the one contact of a card with these lines."""
    card = f"BEGIN:VCARD\nVERSION:{version}\n{lines}\nEND:VCARD\n"
    (contact,) = read_bytes(folder, "one.vcf", card).contacts
    return contact


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("FN:Ana Berg\nFN:Someone Else", "Ana Berg"),
        ("FN;PREF=2:A. Berg\nFN;PREF=1:Ana Berg", "Ana Berg"),
        ("FN:A. Berg\nFN;TYPE=pref:Ana Berg", "Ana Berg"),
        ("FN:\nN:Berg;Ana;Maria;Dr.;", "Ana Maria Berg"),
        ("N:;;;;\nN:Berg;Ana;;;", "Ana Berg"),
        ("N:Berg", "Berg"),
        ("NICKNAME:Mum,Mama", "Mum"),
        ("FN:Berg\\, Ana", "Berg, Ana"),
        ("fn:Ana\n  Berg", "Ana Berg"),
        ("FN:Ana\u2028Berg\u0085x", "Ana Berg x"),
        ("FN:❤️", "❤️"),
    ],
)
def test_whose_a_card_is(lines: str, name: str, tmp_path: Path) -> None:
    """The preferred name to be shown, else the parts, else the nickname; separators of Unicode end no line."""
    assert contact_of(tmp_path, lines).name == name


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("BDAY:19851203", ("1985-12-03 birthday",)),
        ("BDAY:1985-12-03", ("1985-12-03 birthday",)),
        ("BDAY:1985-12-03T00:00:00Z", ("1985-12-03 birthday",)),
        ("BDAY:--1203", ("--12-03 birthday",)),
        ("BDAY:--12-03", ("--12-03 birthday",)),
        ("BDAY:--0229", ("--02-29 birthday",)),
        ("BDAY:1604-12-03", ("--12-03 birthday",)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-03", ("--12-03 birthday",)),
        ("BDAY;X-APPLE-OMIT-YEAR=2000:2000-12-03", ("--12-03 birthday",)),
        ("BDAY:1985-12-03;", ("1985-12-03 birthday",)),
        ("BDAY;VALUE=text:circa 1800", ()),
        ("BDAY:", ()),
        ("X-EVOLUTION-ANNIVERSARY:2011-07-18", ("2011-07-18 anniversary",)),
        ("i1.X-ABDATE:2011-07-18\ni1.X-ABLabel:_$!<Anniversary>!$_", ("2011-07-18 anniversary",)),
        ("i1.X-ABDATE:2011-07-18\ni1.X-ABLabel:First Dive", ("2011-07-18 first dive",)),
        ("DEATHDATE:20240101", ("2024-01-01 died",)),
        (
            "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2011-07-18;1;;;;;;;;;;;;;",
            ("2011-07-18 anniversary",),
        ),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--07-18;0;First Dive;;;", ("--07-18 first dive",)),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event", ()),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Annie;1;;;", ()),
    ],
)
def test_dates_have_no_year_that_stands_for_none(line: str, dates: tuple[str, ...], tmp_path: Path) -> None:
    """And none is made up of an empty one."""
    assert contact_of(tmp_path, f"FN:Ana Berg\n{line}").dates == dates


@pytest.mark.parametrize("value", ["2023-02-30", "--0230", "1985-12", "---03", "yesterday", "--12-03-1985"])
def test_a_birthday_that_is_none_is_told_and_the_person_is_taken(value: str, tmp_path: Path) -> None:
    """Half a date is no date."""
    book = read_bytes(tmp_path, "one.vcf", f"BEGIN:VCARD\nFN:Ana Berg\nBDAY:{value}\nEND:VCARD\n")
    assert [contact.dates for contact in book.contacts] == [()]
    assert "Ana Berg comes in without it." in str(book.problems[0])


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("FN:Nordlicht\nORG:Nordlicht;\nX-ABShowAs:COMPANY", "companies"),
        ("FN:Nordlicht\nN:;;;;\nORG:Nordlicht;Sales", "companies"),
        ("FN:Nordlicht\nKIND:org", "companies"),
        ("ORG:Nordlicht", "companies"),
        ("FN:Choir\nKIND:group\nMEMBER:urn:uuid:1", "groups"),
        ("FN:Choir\nX-ADDRESSBOOKSERVER-KIND:group", "groups"),
        ("EMAIL:shop@example.com", "with only a mail address"),
        ("TEL:123456", "with only a phone number"),
        ("FN:...", "without a name"),
    ],
)
def test_what_is_nobody_is_left_out_with_its_reason(lines: str, reason: str, tmp_path: Path) -> None:
    """Companies, groups, and cards without a name."""
    book = read_bytes(tmp_path, "one.vcf", f"BEGIN:VCARD\n{lines}\nEND:VCARD\n")
    assert book.contacts == ()
    assert book.reasons() == [(reason, 1)]


def test_two_of_one_household_are_two_though_they_have_one_address(tmp_path: Path) -> None:
    """Neither swallows the other; one card that is in a file twice is one."""
    card = "BEGIN:VCARD\nFN:{}\nEMAIL:family@example.org\nEND:VCARD\n"
    book = read_bytes(tmp_path, "all.vcf", "".join(card.format(name) for name in ("Ana", "Ben", "Ana", "Ben")))
    assert [contact.name for contact in book.contacts] == ["Ana", "Ben"]
    assert book.reasons() == [("listed twice", 2)]


def test_bytes_of_a_charset_that_is_named_are_read_by_it(tmp_path: Path) -> None:
    """And else as UTF-8, and else as Windows writes them: each line for itself."""
    lines = [
        b"FN;CHARSET=ISO-8859-2:\xa3ukasz",
        b"NICKNAME:Zo\xeb",
        "CATEGORIES:żagle".encode(),
        b"TITLE;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:S=C3=A4nger",
    ]
    book = read_bytes(tmp_path, "one.vcf", b"BEGIN:VCARD\r\n" + b"\r\n".join(lines) + b"\r\nEND:VCARD\r\n")
    (contact,) = book.contacts
    assert (contact.name, contact.also, contact.tags, contact.line) == ("Łukasz", ("Zoë",), ("żagle",), "Sänger")


def test_a_file_of_old_macs_is_read(tmp_path: Path) -> None:
    """Its lines end with a carriage return alone."""
    book = read_bytes(tmp_path, "one.vcf", b"BEGIN:VCARD\rFN:Ana Berg\rEND:VCARD\r")
    assert book.contacts[0].name == "Ana Berg"


def test_escapes_are_undone_once() -> None:
    """Those of the standard, and those that only Apple writes."""
    assert unescaped(r"a\, b\; c\n d\N e \\n http\://x") == "a, b; c\n d\n e \\n http://x"
    assert split_escaped(r"Berg\; Holm;Ana\,;", ";") == ["Berg; Holm", "Ana,", ""]


def test_links_of_a_card_are_ways_to_somebody_and_nothing_else(tmp_path: Path) -> None:
    """No script, no file, nothing twice."""
    lines = (
        "FN:Ana Berg\nEMAIL:ana@example.org\nEMAIL:mailto:ana@example.org\nEMAIL:ana at example\n"
        "TEL:+46 8 000\nURL:https\\://example.org/ana/\nURL:javascript:alert(1)\nURL:file:///etc/passwd\n"
        "X-SOCIALPROFILE;type=twitter:http://twitter.com/ana"
    )
    expected = ("mail ana@example.org", "tel +46 8 000", "example.org/ana", "twitter.com/ana")
    assert contact_of(tmp_path, lines).links == expected
