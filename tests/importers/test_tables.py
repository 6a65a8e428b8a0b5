"""Tables: where their header stands, how their rows are told apart, and where a file that is cut ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.address_book_files import names_in, read_bytes

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Berg,https://www.linkedin.com/in/ana,,,,14 Mar 2009\n"
BEN = "Ben,Karlsson,https://www.linkedin.com/in/ben,,,,02 Jan 2024\n"


@pytest.mark.parametrize(
    "above",
    [
        "",
        'Notes:\n"When exporting, some are missing."\n\n',
        "Notes:\nWhen exporting, you may notice, that some are missing.\n\n",
        'Notes:\n"When exporting"\n"\n',
        "\n" * 12,
        "\ufeff",
    ],
)
def test_the_header_is_found_below_notes(above: str, tmp_path: Path) -> None:
    """A lone quotation mark above it takes neither it nor anybody away."""
    assert names_in(read_bytes(tmp_path, "c.csv", above + HEADER + ANA + BEN)) == ["Ana Berg", "Ben Karlsson"]


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_any_separator_line_end_and_encoding_will_do(separator: str, end: str, encoding: str, tmp_path: Path) -> None:
    """As spreadsheets of all countries save them."""
    text = (HEADER + ANA.replace("Berg", "Müller") + BEN).replace(",", separator).replace("\n", end)
    book = read_bytes(tmp_path, "c.csv", text.encode(encoding))
    assert names_in(book) == ["Ana Müller", "Ben Karlsson"]


def test_a_cell_may_hold_line_ends(tmp_path: Path) -> None:
    """And the lines that problems name are those of an editor."""
    text = HEADER + ANA.replace(",,,,", ',,"Nord\nlicht",,') + BEN.replace("02 Jan 2024", "some day")
    book = read_bytes(tmp_path, "c.csv", text)
    assert names_in(book) == ["Ana Berg", "Ben Karlsson"]
    assert book.problems[0].place == "c.csv, line 4"


@pytest.mark.parametrize(
    ("text", "names", "reason"),
    [
        (HEADER + ANA + BEN.rstrip("\n"), ["Ana Berg", "Ben Karlsson"], None),
        (HEADER + ANA + "Ben,Karlsson\n", ["Ana Berg", "Ben Karlsson"], None),
        (HEADER + ANA + "Ben,Karls", ["Ana Berg"], "line 3: the file ends in the middle of the row"),
        (HEADER + ANA + 'Ben,"Karlsson\nx,y,z\n', ["Ana Berg"], "line 3: a quotation mark is opened"),
        (HEADER + ANA + f'Ben,"{"x" * 140_000}",,,,\n', ["Ana Berg"], "line 3: a cell is far too large"),
    ],
)
def test_a_row_that_is_cut_is_left_out_and_told(
    text: str, names: list[str], reason: str | None, tmp_path: Path
) -> None:
    """One that is short is not: some programs leave empty cells away."""
    book = read_bytes(tmp_path, "c.csv", text)
    assert names_in(book) == names
    assert [reason in str(problem) for problem in book.problems] == ([] if reason is None else [True])  # type: ignore[operator]
