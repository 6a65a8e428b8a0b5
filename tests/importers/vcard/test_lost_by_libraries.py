"""Cards for which the libraries that there are lose a whole file, and what is read of them here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.address_book_files import names_in, read_bytes

OTHER = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Karlsson\r\nEND:VCARD\r\n"
ANA = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ana Berg\r\n{}END:VCARD\r\n"


@pytest.mark.parametrize(
    "lines",
    [
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n AAAA\r\n AA==\r\n\r\nTEL;CELL:123\r\n",
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\nAAAABBBB\r\nCCCC==\r\nTEL;CELL:123\r\n",
        "PHOTO;TYPE=JPEG;ENCODING=B:/9j/4AAQ\r\n AAAA\r\nTEL;CELL:123\r\n",
        "item1.PHOTO;VALUE=uri:https://example.org/a.jpg\r\nTEL;CELL:123\r\n",
        "AGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:The assistant\r\nEND:VCARD\r\nTEL:123\r\n",
        "TEL;CELL;PREF;TYPE=home:123\r\n",
        'TEL;VALUE=uri;TYPE="voice,home;x:y":tel:123\r\n',
        "a line without any colon\r\nTEL:123\r\n",
        "TEL:123\r\nX-UNKNOWN;;=;a=b=c:\r\n",
        "NOTE;ENCODING=QUOTED-PRINTABLE:one=\r\n=0D=0A=\r\nend:of it\r\nTEL:123\r\n",
        "\r\n   \r\nTEL:123\r\n",
    ],
)
def test_an_odd_card_is_read_and_takes_no_other_with_it(lines: str, tmp_path: Path) -> None:
    """Photos that end with an empty line or with nothing, cards within cards, parameters without names."""
    book = read_bytes(tmp_path, "all.vcf", ANA.format(lines) + OTHER)
    assert names_in(book) == ["Ana Berg", "Ben Karlsson"]
    assert book.contacts[0].links == ("tel 123",)
    assert book.problems == ()


def test_a_card_at_whose_end_the_file_ends_is_left_out_and_told(tmp_path: Path) -> None:
    """Its last line may be half of one."""
    book = read_bytes(tmp_path, "all.vcf", OTHER + "BEGIN:VCARD\r\nFN:Ana Ber")
    assert names_in(book) == ["Ben Karlsson"]
    assert [str(problem) for problem in book.problems] == [
        "all.vcf, line 5: the file ends in the middle of the card for Ana Ber, so it's left out."
    ]
