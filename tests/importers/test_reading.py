"""Folders, zips and several files: what is found in them, and which of two says what counts."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from givequest.errors import GivequestError, UsageError
from givequest.importers.finding import find_address_books
from givequest.importers.reading import read_address_books
from tests.fixtures.address_book_files import names_in, sample

CARD = "BEGIN:VCARD\nFN:{}\nUID:{}\nTITLE:{}\nEND:VCARD\n"


def test_a_folder_of_cards_is_one_book(tmp_path: Path) -> None:
    """And files beside them that are none of ours are passed over."""
    for name in ("Ana", "Ben"):
        (tmp_path / f"{name}.vcf").write_text(CARD.format(name, name, ""))
    (tmp_path / "notes.txt").write_text("Buy bread.\n")
    (tmp_path / "x.png").write_bytes(b"\x89PNG")
    (book,) = read_address_books([str(tmp_path)])
    assert sorted(names_in(book)) == ["Ana", "Ben"]


def test_of_two_files_the_later_counts(tmp_path: Path) -> None:
    """Whatever order they are named in; the earlier adds those that only it has."""
    old, new = tmp_path / "b.vcf", tmp_path / "a.vcf"
    old.write_text(CARD.format("Ana", 1, "Designer") + CARD.format("Ben", 2, ""))
    new.write_text(CARD.format("Ana", 1, "Head of Design"))
    os.utime(old, (1, 1))
    for paths in ([old, new], [new, old], [tmp_path]):
        (book,) = read_address_books(list(map(str, paths)))
        assert [(contact.name, contact.line) for contact in book.contacts] == [("Ana", "Head of Design"), ("Ben", None)]


def test_a_zip_as_it_was_downloaded(tmp_path: Path) -> None:
    """What is not an address book in it is passed over; where nothing is, the most telling reason is given."""
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("data/messages.csv", "CONVERSATION ID,FROM,TO,CONTENT\n")
        file.writestr("__MACOSX/._Connections.csv", "\0\0")
        file.writestr("data/notes.txt", "Buy bread.\n")
    with pytest.raises(GivequestError, match=r"messages\.csv in export\.zip is a file of messages"):
        read_address_books([str(path)])
    with zipfile.ZipFile(path, "a") as file:
        file.write(sample("linkedin/Connections.csv"), "data/Connections.csv")
    (book,) = read_address_books([str(path)])
    assert book.places == ("Connections.csv in export.zip",)
    assert len(book.contacts) == 8


def test_a_zip_with_a_password_is_told(tmp_path: Path) -> None:
    """Its flag is enough; nobody is asked for one."""
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("all.vcf", CARD.format("Ana", 1, ""))
    data = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + place] |= 1
    path.write_bytes(data)
    with pytest.raises(GivequestError, match=r"all\.vcf in export\.zip is locked with a password"):
        read_address_books([str(path)])


def test_a_format_that_is_said_counts(tmp_path: Path) -> None:
    """And one that is not known is told of with those that are."""
    path = tmp_path / "who.txt"
    path.write_text("ana@example.org\n")
    assert names_in(read_address_books([str(path)], form="mastodon")[0]) == ["@ana@example.org"]
    with pytest.raises(UsageError, match="There's no format called fax; choose from vcard, "):
        read_address_books([str(path)], form="fax")
    with pytest.raises(GivequestError, match=r"who\.txt has nobody in it"):
        read_address_books([str(path)], form="facebook")


def test_reading_says_how_far_it_is_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    """What is raised in the middle of it goes through."""
    path = tmp_path / "all.vcf"
    path.write_text("".join(CARD.format(f"Ana {number}", number, "") for number in range(1200)))
    told: list[tuple[int, int]] = []
    read_address_books([str(path)], progress=lambda done, total: told.append((done, total)))
    assert len(told) == 2
    assert all(0 < done <= total == path.stat().st_size for done, total in told)

    def stop(_: int, __: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_address_books([str(path)], progress=stop)


def test_downloads_are_looked_through_for_address_books(tmp_path: Path) -> None:
    """The latest first, with how many are in each; what holds nobody is passed over."""
    for number, name in enumerate(("linkedin/Connections.csv", "vcard/v4.vcf", "x/following.js", "jrnl/journal.json")):
        target = tmp_path / Path(name).name
        target.write_bytes(sample(name).read_bytes())
        os.utime(target, (number, number))
    (tmp_path / "below").mkdir()
    found = list(find_address_books([str(tmp_path), str(tmp_path), str(tmp_path / "nowhere")]))
    assert [(each.name, each.title, each.contacts) for each in found] == [
        ("v4.vcf", "vCards", 1),
        ("Connections.csv", "LinkedIn connections", 8),
    ]
    assert found[0].size == sample("vcard/v4.vcf").stat().st_size
