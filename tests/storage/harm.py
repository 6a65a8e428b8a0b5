"""A ledger with a file of every sort, and ways to harm each of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from givequest.domain.records import Record
from givequest.storage.ledger.applying import Applier
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.undo_store import LARGEST_INSIDE

from .homes import deed, open_ledger, put

FILES = ("ledger/2026.json", "ledger/2025.json", "ledger/pending.json", "ledger/undo", "install.json")
HOPELESS = {
    "empty": b"",
    "only zeros": b"\0" * 4096,
    "not JSON": b"Dear diary, today I helped Ana.\n",
    "not text": b"\xff\xfe\x00\x01",
    "a list": b"[1, 2, 3]\n",
    "a number": b"12",
    "no tables": b'{"records": "none"}',
    "no documents": b'{"schema": {"1": {"schema": 1}}, "records": {"1": 5}}',
    "no number": b'{"schema": {"1": {"schema": NaN}}, "records": {}}',
    "no schema": b'{"records": {}, "changes": {}, "install": {}, "steps": {}, "way_back": {}}',
    "a schema of words": b'{"schema": {"1": {"schema": "one"}}, "records": {}}',
    "endless depth": b"[" * 200_000,
    "an endless number": b'{"schema": {"1": {"schema": ' + b"9" * 10_000 + b"}}}",
}
"""What none of the files can ever be."""


def build(home: Path, patch: pytest.MonkeyPatch) -> dict[int, frozenset[Record]]:
    """Make the ledger: two years, a big change with its way back aside, a change of both years pending."""
    ledger = open_ledger(home)
    ledger.commit(put(deed("a", person="Ana", note="thanks"), deed("old", "2025-12-30", person="Bo")))
    ledger.commit(put(*(deed(f"b{number}", "2026-01-02") for number in range(LARGEST_INSIDE + 1))))
    ledger.commit(put(deed("a", person="Ana", note="edited")))
    with patch.context() as stopped:
        stopped.setattr(Applier, "spread", lambda *_: None)
        ledger.commit(put(deed("p", person="Cy"), deed("q", "2025-06-01")))
    assert (home / "data" / "ledger" / "pending.json").exists()
    return {year: records(open_ledger(home), year) for year in (2025, 2026)}


def records(ledger: Ledger, year: int) -> frozenset[Record]:
    """Return the records of a year without what cannot be compared by hash."""
    return frozenset(record._replace(extra=()) for record in ledger.page(year).records.values())  # type: ignore[arg-type]


def file_of(home: Path, name: str) -> Path:
    """Return the path of one of the files."""
    path = home / "data" / name
    return next(path.iterdir()) if path.is_dir() else path


def truncations(data: bytes) -> Iterator[bytes]:
    """Yield a file cut short, at many places; the last line end is no loss."""
    step = max(1, len(data) // 60)
    for length in {*range(1, len(data) - 1, step), *range(len(data) - 20, len(data) - 1)}:
        yield data[:length]


def flips(data: bytes, seed: int, count: int) -> Iterator[bytes]:
    """Yield a file with one byte changed: by a bit, or to a sign that means something in JSON."""
    chance = random.Random(seed)
    for _ in range(count):
        place = chance.randrange(len(data) - 1)
        new = chance.choice([data[place] ^ (1 << chance.randrange(8)), *b'"0{}:,x\\ 1'])
        if new != data[place]:
            yield data[:place] + bytes([new]) + data[place + 1 :]
