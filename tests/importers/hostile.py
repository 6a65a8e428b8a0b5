"""Files as nobody exported them: cut, full of what terminals obey, in other encodings, in zips that are traps.

`python -m tests.importers.hostile` reads every one of them, and says how many there were, how long the longest took and
how much memory all of them together; the test beside it reads some. The seed is fixed.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from givequest.domain.address_books.comparison import compare_book
from givequest.domain.address_books.imported import ImportedBook
from givequest.domain.records.contact import read_contact
from givequest.domain.text import clean_line
from givequest.errors import GivequestError
from givequest.importers.reading import read_address_books
from tests.fixtures.address_book_files import SAMPLES

SEED = 20261126
CUTS = 50
LONGEST_SECONDS, MOST_MEGABYTES = 10, 300
LONGEST_SENTENCE = 700
NAMES = (
    "[bold red]x[/]",
    "\x1b]0;owned\x07\x1b[2J",
    "\u202eevil\u2066\u200f",
    "A" * 10_000,
    '=HYPERLINK("http://x.example","y")',
    "+SUM(A1)@cmd|' /C calc'!A0",
    "a\0b",
    "\u2028\u2029\x85\x0b\x0c",
    "{{7*7}} %s %n $(reboot) `x`",
    "../../etc/passwd",
    "👩🏽‍💻\ufffd\ud7ff",
    ",;\t|",
)
_KNOWN = ("Ana", "Ben", "Zo", "Priya", "Mum", "Vorname", "name")
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20


class Trap(NamedTuple):
    """A file, and what it is a sample of."""

    name: str
    data: bytes
    what: str


def cut_files(cuts: int = CUTS) -> Iterator[Trap]:
    """Yield every sample cut at so many places."""
    chance = random.Random(SEED)
    for path in _samples():
        data = path.read_bytes()
        for _ in range(cuts):
            at = chance.randrange(len(data))
            yield Trap(path.name, data[:at], f"{path.name} cut at byte {at}")


def named_files() -> Iterator[Trap]:
    """Yield every sample that is text with each hostile name in it."""
    for path in _samples():
        text = _text(path)
        known = next((name for name in _KNOWN if name in text), None)
        for number, name in enumerate(NAMES if known else ()):
            changed = text.replace(str(known), name)
            yield Trap(path.name, changed.encode("utf-8", "surrogatepass"), f"{path.name} with name {number}")


def encoded_files() -> Iterator[Trap]:
    """Yield every sample that is text in other encodings and with other line ends."""
    for path in _samples():
        text = _text(path)
        for encoding in ("cp1252", "utf-16", "utf-16-le", "utf-8-sig", "utf-32"):
            yield Trap(path.name, text.encode(encoding, "replace"), f"{path.name} in {encoding}")
        yield Trap(path.name, text.replace("\r\n", "\n").replace("\n", "\r\n").encode(), f"{path.name} with CRLF")
        yield Trap(path.name, text.replace("\r\n", "\n").replace("\n", "\r").encode(), f"{path.name} with CR")


def zipped_files(folder: Path, megabytes: int) -> Iterator[Trap]:
    """Yield samples in zips: beside a bomb of so many megabytes, under names that lead elsewhere, and cut."""
    bomb = folder / "bomb"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("all.csv", "w", force_zip64=True) as member,
    ):
        for _ in range(megabytes):
            member.write(b"a,b,c\n" * 174_763)
    bombed = bomb.read_bytes()
    yield Trap("bomb.zip", bombed, "a bomb alone")
    yield Trap("bomb.csv", bombed, "a bomb called .csv")
    for path in _samples():
        for where in ("../../../../tmp/{}", "/etc/{}", "a/../../{}", "C:\\{}", "\x1b[2J{}", "." * 300 + "/{}"):
            target = folder / "one"
            with zipfile.ZipFile(target, "w") as file:
                file.writestr(zipfile.ZipInfo(where.format(path.name)), path.read_bytes())
            yield Trap(f"{path.stem}.zip", target.read_bytes(), f"{path.name} as {where!r} in a zip")
        beside = folder / "beside"
        beside.write_bytes(bombed)
        with zipfile.ZipFile(beside, "a") as file:
            file.writestr(path.name, path.read_bytes())
        data = beside.read_bytes()
        yield Trap(f"{path.stem}.zip", data, f"{path.name} beside a bomb")
        yield Trap(f"{path.stem}.zip", data[: len(data) // 2], f"{path.name} beside a bomb, cut")
        yield Trap(f"{path.stem}.zip", data[:-30] + bytes(30), f"{path.name} in a zip with a broken end")


_MEGA = 2**20
_HEADER = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
_ENDLESS: tuple[tuple[str, bytes, bytes, int, bytes], ...] = (
    # name, beginning, what comes again and again, how often, end
    ("empty.csv", b"", b"", 0, b""),
    ("blank.vcf", b"", b" \n\t\r\n", 99, b""),
    ("picture.csv", _PNG, b"", 0, b""),
    ("zeros.csv", b"", b"\0", _MEGA, b""),
    ("commas.csv", b"", b",", 19 * _MEGA, b""),
    ("rows.csv", _HEADER, b",,,,,,\n", 2_000_000, b""),
    ("short.csv", _HEADER, b"a,b\n", 1_000_000, b""),
    ("quote.csv", _HEADER + b'a,"b', b"\n", _MEGA, b""),
    ("quotes.csv", _HEADER, b'"', 19 * _MEGA, b""),
    ("deep.json", b"", b"[", _MEGA, b""),
    ("objects.json", b"[", b"{},", 6 * _MEGA, b"{}]"),
    ("numbers.json", b'{"friends_v2":[', b"1,", 9 * _MEGA, b"1]}"),
    ("digits.json", b'{"friends_v2":[{"name":"A","timestamp":', b"9", _MEGA, b"}]}"),
    ("types.json", b'{"friends_v2":[{"name":[]},{"name":{}},null,7,"x",{"name":""}]}', b"", 0, b""),
    ("mapping.json", b'{"relationships_following":{"string_list_data":7}}', b"", 0, b""),
    ("following.json", b'[{"string_list_data":[[]],"title":null}]', b"", 0, b""),
    ("following.html", b"<", b'<a href="https://www.instagram.com/', 500_000, b""),
    ("name.vcf", b"BEGIN:VCARD\nFN:", b"A", 19 * _MEGA, b"\nEND:VCARD\n"),
    ("folds.vcf", b"BEGIN:VCARD\nFN:A\n", b" A\n", 6 * _MEGA, b"END:VCARD\n"),
    ("soft.vcf", b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:A=\n", b"A=\n", 6 * _MEGA, b"\nEND:VCARD\n"),
    ("begins.vcf", b"", b"BEGIN:VCARD\n", _MEGA, b""),
    ("cards.vcf", b"", b"BEGIN:VCARD\nFN:A\nEND:VCARD\n", 600_000, b""),
    ("fields.vcf", b"BEGIN:VCARD\nFN:A\n", b"X:1\n", 4 * _MEGA, b"END:VCARD\n"),
    ("agents.vcf", b"BEGIN:VCARD\nFN:A\n", b"AGENT:\nBEGIN:VCARD\n", 500_000, b""),
    ("mail.vcf", b"BEGIN:VCARD\nFN:A\nEMAIL:", b"a@", 40_000, b"\nEND:VCARD\n"),
    ("handles.txt", b"", b"@a.b\n", 4 * _MEGA, b""),
    ("log", b"", b"a: ", 6 * _MEGA, b""),
    ("page.html", b"", b"<title>", 2 * _MEGA, b""),
)


def other_files(divided_by: int = 1) -> Iterator[Trap]:
    """Yield what is no text, or endless in one way or another; less of it where it is divided."""
    for name, beginning, piece, times, end in _ENDLESS:
        yield Trap(name, beginning + piece * (times // divided_by) + end, name)


def _samples() -> list[Path]:
    return sorted(path for path in SAMPLES.rglob("*") if path.is_file())


def _text(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] == b"\xff\xfe" else "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_trap(trap: Trap, folder: Path) -> str:
    """Read one file, hold what comes of it to what is promised, and return in a word what did: `refused`, `read`."""
    name = trap.name.replace("\0", "")
    path = folder / name
    path.write_bytes(trap.data)
    try:
        books = read_address_books([str(path)])
    except GivequestError as error:
        check_sentence(str(error), trap)
        return "refused"
    finally:
        path.unlink()
    for book in books:
        check_book(book, trap)
    return "read" if any(book.contacts for book in books) else "told"


def check_sentence(sentence: str, trap: Trap) -> None:
    """Hold a sentence to naming the file, and to nothing that a terminal obeys."""
    assert 0 < len(sentence) <= LONGEST_SENTENCE, (trap.what, len(sentence))
    assert clean_line(sentence) == sentence, (trap.what, sentence)
    assert sentence.endswith((".", "…")), (trap.what, sentence)


def check_book(book: ImportedBook, trap: Trap) -> None:
    """Hold a book to saying something, and each contact to being a record that reads the same again."""
    assert book.contacts or book.left_out or book.problems, trap.what
    for problem in book.problems:
        check_sentence(str(problem), trap)
    for contact in compare_book(book, {}, date(2026, 11, 25), "2026-11-25T08:00:00+01:00").new:
        assert read_contact(contact.to_document()) == contact, (trap.what, contact)
        shown = (contact.name, contact.key, contact.line or "", *contact.links, *contact.tags, *contact.also)
        assert all(clean_line(text) == text for text in shown), (trap.what, contact)


def _run_all() -> None:
    longest: list[tuple[float, str]] = []
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        place, work = Path(folder, "files"), Path(folder, "work")
        place.mkdir()
        work.mkdir()
        for group in (cut_files(), named_files(), encoded_files(), zipped_files(work, 1000)):
            for trap in group:
                begun = time.perf_counter()
                outcomes[read_trap(trap, place)] += 1
                longest.append((time.perf_counter() - begun, trap.what))
        megabytes = _megabytes(resource.RUSAGE_SELF)
        for trap in other_files():  # each in a process of its own, whose memory is that of reading alone
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-m", __spec__.name, _written(trap, place)], check=True)
            longest.append((time.perf_counter() - begun, trap.what))
            outcomes["endless"] += 1
    megabytes = max(megabytes, _megabytes(resource.RUSAGE_CHILDREN))
    print(f"{outcomes.total()} files: {dict(outcomes)}; {megabytes:.0f} MB at the most")
    for seconds, what in sorted(longest, reverse=True)[:5]:
        print(f"  {seconds:.2f} s  {what}")
    assert max(longest)[0] < LONGEST_SECONDS
    assert megabytes < MOST_MEGABYTES


def _written(trap: Trap, place: Path) -> str:
    path = place / trap.name
    path.write_bytes(trap.data)
    return str(path)


def _megabytes(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def _read_alone(path: str) -> None:
    trap = Trap(Path(path).name, b"", path)
    try:
        for book in read_address_books([path]):
            check_book(book, trap)
    except GivequestError as error:
        check_sentence(str(error), trap)


if __name__ == "__main__":
    if sys.argv[1:]:
        _read_alone(sys.argv[1])
    else:
        _run_all()
