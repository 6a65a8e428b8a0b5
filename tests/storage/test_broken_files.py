"""Files that are broken: a sentence or what was right, never a traceback, never silence, never overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from givequest.domain.records import Record
from givequest.errors import BrokenFile

from .harm import FILES, HOPELESS, build, file_of, flips, records, truncations
from .homes import complaint_of, deed, open_ledger, put

Right = dict[int, frozenset[Record]]


@pytest.fixture
def right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Right:
    """The records of each year, in a ledger at `home`."""
    return build(tmp_path / "home", monkeypatch)


def _harmed(home: Path, name: str, damages: Iterable[bytes]) -> Iterator[tuple[Path, bytes]]:
    path = file_of(home, name)
    whole = path.read_bytes()
    for damage in damages:
        path.write_bytes(damage)
        yield path, damage
    path.write_bytes(whole)


def _is_told(sentence: str, path: Path) -> bool:
    return str(path) in sentence and sentence.endswith(".") and "\n" not in sentence and len(sentence) < 500


def _read(home: Path, path: Path, right: Right) -> set[int]:
    """Read all; return the years that could not be read. What is not told is right."""
    refused = set()
    for year, expected in right.items():
        ledger = open_ledger(home)
        sentence = complaint_of(partial(records, ledger, year))
        if sentence is not None:
            assert _is_told(sentence, path)
            refused.add(year)
            continue
        problems = ledger.page(year).problems
        assert problems or records(ledger, year) == expected, "silence"
        assert all(_is_told(str(problem), path) for problem in problems)
    sentence = complaint_of(open_ledger(home).install.seed)
    assert sentence is None or (path.name == "install.json" and _is_told(sentence, path))
    return refused


def _write(home: Path, path: Path, damage: bytes, refused: set[int]) -> Path:
    """Log into each year of a copy, and take back all there is: nothing that cannot be read is overwritten."""
    copy = home.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(home, copy)
    home, path = copy, copy / path.relative_to(home)
    for year in (2025, 2026):
        before = len(records(open_ledger(home), year)) if year not in refused else 0
        sentence = complaint_of(partial(open_ledger(home).commit, put(deed("new", f"{year}-11-11"))))
        if sentence is None:
            assert year not in refused
            assert len(records(open_ledger(home), year)) >= before
        else:
            assert _is_told(sentence, path)
            assert year in refused or "pending" in path.name
            assert path.read_bytes() == damage
    for _ in range(6):
        sentence = complaint_of(open_ledger(home).undo)
        assert sentence is None or _is_told(sentence, path)
    for year in refused:
        assert path.name != f"{year}.json" or path.read_bytes() == damage
    return path


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_holds_nothing_of_use_is_told_of_and_left_as_it_is(tmp_path: Path, right: Right, name: str) -> None:
    """Empty, zeros, prose, other JSON: never an empty ledger."""
    home = tmp_path / "home"
    for path, damage in _harmed(home, name, HOPELESS.values()):
        refused = _read(home, path, right)
        if name in ("ledger/2025.json", "ledger/2026.json"):
            assert refused == {int(path.stem)}, damage[:40]
        else:
            assert refused == set()
        if name == "ledger/pending.json":
            assert all(open_ledger(home).page(year).problems for year in right)
        if name == "install.json":
            with pytest.raises(BrokenFile):
                open_ledger(home).install.seed()
        assert _write(home, path, damage, refused).read_bytes() == damage


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_cut_short_is_told_of_and_the_other_years_are_usable(
    tmp_path: Path, right: Right, name: str
) -> None:
    """Wherever it is cut."""
    home = tmp_path / "home"
    damages = truncations(file_of(home, name).read_bytes())
    for number, (path, damage) in enumerate(_harmed(home, name, damages)):
        refused = _read(home, path, right)
        assert refused == ({int(path.stem)} if path.stem.isdigit() else set())
        if number % 5 == 0:
            _write(home, path, damage, refused)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_byte_is_told_of_or_means_nothing(tmp_path: Path, right: Right, name: str) -> None:
    """In a name, a day, an id, a brace, a number: anywhere."""
    home = tmp_path / "home"
    damages = flips(file_of(home, name).read_bytes(), 1, 300)
    for number, (path, damage) in enumerate(_harmed(home, name, damages)):
        refused = _read(home, path, right)
        # Where the name of the checksum is what was changed, nothing else is.
        if path.stem.isdigit() and int(path.stem) not in refused and b'"crc32":' in damage:
            assert open_ledger(home).page(int(path.stem)).problems
        if number % 6 == 0:
            _write(home, path, damage, refused)
