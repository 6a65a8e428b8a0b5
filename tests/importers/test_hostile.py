"""Files as nobody exported them: each is refused with a sentence, or read with a word about what could not be."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from givequest.errors import GivequestError
from givequest.importers.files import limits
from givequest.importers.reading import read_address_books
from tests.importers.hostile import (
    Trap,
    cut_files,
    encoded_files,
    named_files,
    other_files,
    read_trap,
    zipped_files,
)


def test_a_file_that_is_cut_anywhere_is_told_of_or_whole(tmp_path: Path) -> None:
    """Every sample at a few places; nothing raises what is no sentence."""
    outcomes = {read_trap(trap, tmp_path) for trap in cut_files(5)}
    assert outcomes == {"refused", "read", "told"}


def test_names_that_terminals_and_spreadsheets_obey_are_text(tmp_path: Path) -> None:
    """Markup, escape sequences, right-to-left, formulas, ten thousand letters."""
    assert {read_trap(trap, tmp_path) for trap in named_files()} == {"refused", "read", "told"}


def test_any_encoding_is_read(tmp_path: Path) -> None:
    """Those of Windows, with marks and without, with line ends of any kind."""
    assert "read" in {read_trap(trap, tmp_path) for trap in encoded_files()}


def test_a_zip_is_a_place_to_look_into_and_nothing_more(tmp_path: Path) -> None:
    """Names that lead elsewhere are words, a bomb is not opened, and what lies beside it is read."""
    work, files = tmp_path / "work", tmp_path / "files"
    work.mkdir()
    files.mkdir()
    traps = list(islice(zipped_files(work, 30), 40))
    assert {trap.what: read_trap(trap, files) for trap in traps[:2]} == {
        "a bomb alone": "refused",
        "a bomb called .csv": "refused",
    }
    for trap in traps[2:]:
        read_trap(trap, files)
    assert list(files.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"work", "files"}


def test_a_bomb_is_told_beside_what_is_read(tmp_path: Path) -> None:
    """The sentence names the zip and the file in it."""
    trap = next(trap for trap in zipped_files(tmp_path, 30) if trap.what == "Connections.csv beside a bomb")
    path = tmp_path / "export.zip"
    path.write_bytes(trap.data)
    (book,) = read_address_books([str(path)])
    assert len(book.contacts) == 8
    assert [problem.message for problem in book.problems] == [
        "all.csv in export.zip is larger than 20 MB; no address book in a zip is."
    ]


@pytest.mark.parametrize("trap", other_files(200), ids=lambda trap: trap.what)
def test_endless_files_come_to_an_end(trap: Trap, tmp_path: Path) -> None:
    """A two-hundredth of each; the whole of them is for `python -m tests.importers.hostile`."""
    assert read_trap(trap, tmp_path) in ("refused", "read", "told")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.csv", b"", "empty.csv is empty."),
        ("picture.csv", b"\x89PNG\r\n\x1a\n", "picture.csv is a picture."),
        ("a.zip", b"PK\x03\x04 and no more", "a.zip is a zip that can't be opened; it may be incomplete"),
        ("plan.txt", b"Some words.\n", "plan.txt isn't an address book givequest can read."),
        ("messages.csv", b"CONVERSATION ID,FROM,TO,CONTENT\n1,a,b,c\n", "messages.csv is a file of messages."),
        ("friends_v2.json", b'{"friends_v2": [', "friends_v2.json isn't an address book givequest can read."),
        ("all.car", b"\x3a\xa2eroots\x81\xd8*X%gversion\x01", "all.car is a Bluesky archive."),
        (
            "f.js",
            b'window.YTD.follower.part0 = [{"follower":{}}]',
            "f.js is a list from X. It's about what other people did",
        ),
    ],
)
def test_a_refusal_names_the_file_and_what_it_is(name: str, data: bytes, sentence: str, tmp_path: Path) -> None:
    """And what to bring instead, where there is anything."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(GivequestError) as refused:
        read_address_books([str(path)])
    assert str(refused.value).startswith(sentence)


def test_a_file_with_more_rows_than_anybody_knows_people_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it, and not half."""
    monkeypatch.setattr("givequest.importers.book_builder.MOST_ROWS", 3)
    path = tmp_path / "all.vcf"
    path.write_text("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n" * 4)
    with pytest.raises(GivequestError, match=r"all\.vcf has more than 3 rows"):
        read_address_books([str(path)])


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    """A path that is nowhere, a folder with nothing in it, a device that never ends."""
    (tmp_path / "folder").mkdir()
    for path, words in (
        (tmp_path / "nowhere.csv", "There's no file"),
        (tmp_path / "folder", "has nothing in it that could be an address book"),
        (Path("/dev/zero"), "isn't a file, a folder or a zip"),
        (tmp_path / "a\0b", "There's no file"),
    ):
        with pytest.raises(GivequestError, match=words):
            read_address_books([str(path)])


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """Cards may be larger than the rest, for their photographs."""
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(limits.LARGEST_FILE + 1)
    with pytest.raises(GivequestError, match="larger than 20 MB"):
        read_address_books([str(path)])
    photo = b"PHOTO;ENCODING=B:" + (b"\n " + b"A" * 74) * 300_000
    path.write_bytes(b"BEGIN:VCARD\nFN:Ana\n" + photo[: limits.LARGEST_FILE] + b"\nEND:VCARD\n")
    (book,) = read_address_books([str(path)])
    assert [contact.name for contact in book.contacts] == ["Ana"]
