"""Import: twice is once, all or nothing, and every bad line is named."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..exported import facts_in
from .conftest import Play, jsonl
from .exports import BARE, FULL, GOOD, UNSAID, contents, told

BAD: tuple[tuple[str, str], ...] = (
    ("", ""),  # an empty line is no bad line
    ("{", "isn't JSON"),
    ("[1]", "isn't a JSON object"),
    ("nul", "isn't JSON"),
    ('{"day": "2026-11-01", "kind": "help"}', "no type"),
    ('{"type": "deeed", "day": "2026-11-01"}', "type isn't one of"),
    ('{"type": ["deed"], "day": "2026-11-01"}', "type isn't one of"),
    ('{"type": "deed", "kind": "help"}', "no day"),
    ('{"type": "deed", "day": "1.11.2026", "kind": "help"}', "YYYY-MM-DD"),
    ('{"type": "deed", "day": "2026-W45-1", "kind": "help"}', "YYYY-MM-DD"),
    ('{"type": "deed", "day": "2026-02-29", "kind": "help"}', "YYYY-MM-DD"),
    ('{"type": "deed", "day": "1969-12-31", "kind": "help"}', "before 1970"),
    ('{"type": "deed", "day": "2026-11-01"}', "kind"),
    ('{"type": "deed", "day": "2026-11-01", "kind": 7}', "kind"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "halp"}', "did you mean help?"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "effort": 4}', "effort"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "effort": true}', "effort"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "effort": "2"}', "effort"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "person": {}}', "person"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "note": 1}', "note"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "at": "noon"}', "at isn't"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "at": "2026-11-01T12:00:00"}', "UTC offset"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "id": ""}', "id"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "id": 7}', "id"),
    ('{"type": "entry", "day": "2026-11-01"}', "no text"),
    ("[" * 100_000, "isn't JSON"),
    ('{"type": "slip", "day": "2026-11-01", "place": NaN}', "isn't JSON"),
    ('{"type": "slip", "day": "2026-11-01", "place": -Infinity}', "isn't JSON"),
    ('{"type": "slip", "day": "2026-11-01", "place": 1e999}', "isn't JSON"),
    ('{"type": "slip", "day": "2026-11-01", "place": ' + "[" * 500 + "]" * 500 + "}", "deep"),
    ('{"type": "slip", "day": "2026-11-01", "id": "one"}', "something else under its id, one"),
    ('{"type": "deed", "day": "2026-11-01", "kind": "help", "effort": ' + "9" * 5000 + "}", ""),
)


def test_an_import_twice_is_an_import_once(play: Play, paths: Paths, tmp_path: Path) -> None:
    """Of full records, and of those that hold no more than they must: two equal deeds stay two."""
    everything = (*FULL, *BARE)
    assert told(play, tmp_path, *everything) == "12 records were added, 0 changed; 0 are here already.\n"
    before, exported = contents(paths.ledger), play("export").out
    assert told(play, tmp_path, *everything) == "0 records were added, 0 changed; 12 are here already.\n"
    assert contents(paths.ledger) == before
    assert play("export").out == exported
    assert play("stats", "--json", "--as-of", "2026-11-01").data["series"]["help"]["total"] == 1


def test_what_an_import_may_leave_out_is_filled_in(play: Play, tmp_path: Path) -> None:
    """No name, no note, effort 1, noon of the day, and an id of its content."""
    told(play, tmp_path, {"type": "deed", "day": "2026-06-01", "kind": "help"})
    deed = facts_in(play("export").out)[0]
    assert deed.pop("id")
    at = deed.pop("at")
    assert at.startswith("2026-06-01T12:00:00")
    assert deed.pop("seq") > 0
    assert deed == {"type": "deed", "day": "2026-06-01", "kind": "help", **UNSAID}


def test_every_bad_line_is_named_and_nothing_is_imported(play: Play, paths: Paths, tmp_path: Path) -> None:
    """With its number and the reason; the ledger keeps every byte."""
    play("log", "help", "Ana")
    before = contents(paths.data)
    file = tmp_path / "bad.jsonl"
    lines = [json.dumps(GOOD), *(line for line, _ in BAD), json.dumps({**GOOD, "id": "two"})]
    file.write_text('{"format": "givequest", "version": 1}\n' + "\n".join(lines) + "\n")
    for words in (("import", str(file)), ("import", str(file), "--dry-run")):
        ran = play(*words)
        assert ran.code == 1
        assert not ran.out
        *named, last = ran.err.splitlines()
        assert len(named) == len(BAD) - 1
        for sentence, (number, (line, reason)) in zip(named, list(enumerate(BAD, 3))[1:], strict=True):
            assert sentence.startswith(f"givequest: {file}, line {number}: "), line
            assert reason in sentence, line
        assert f"Nothing was imported: {len(BAD) - 1} lines" in last
        assert contents(paths.data) == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"", "line 1"),
        (b"\n", "line 1"),
        (json.dumps(GOOD).encode() + b"\n", "no givequest export"),
        (b'{"format": "other", "version": 1}\n', "no givequest export"),
        (b'{"format": "givequest", "version": 2}\n', "newer givequest"),
        (b'{"format": "givequest", "version": "1"}\n', "version"),
        (b'{"format": "givequest", "version": true}\n', "version"),
        (b'{"format": "givequest"}\n', "version"),
        (b"\x89PNG\r\n\x1a\n\x00", "line 1: it isn't UTF-8"),
        (b'{"format": "givequest", "version": 1}\n\xff\n', "line 2: it isn't UTF-8"),
    ],
)
def test_a_file_that_is_no_export_is_refused(
    play: Play, paths: Paths, tmp_path: Path, text: bytes, reason: str
) -> None:
    """In words that say what it should have been."""
    file = tmp_path / "other"
    file.write_bytes(text)
    ran = play("import", str(file))
    assert ran.code == 1
    assert reason in ran.err
    assert not os.path.exists(paths.data)


def test_an_export_from_elsewhere_may_have_other_line_ends(play: Play, tmp_path: Path) -> None:
    """A mark at its beginning, carriage returns, no end of the last line, or nothing but its head."""
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + jsonl(GOOD).strip().replace("\n", "\r\n").encode())
    assert play("import", str(file)).out.startswith("1 record was added")
    file.write_text(jsonl())
    assert play("import", str(file)).out.startswith("0 records were added")


def test_records_of_days_that_have_not_come_are_imported_and_counted(play: Play, tmp_path: Path) -> None:
    """An export of one's own with them can be read back; days off are planned, and count as nothing odd."""
    file = tmp_path / "some.jsonl"
    ahead = [{"type": "deed", "day": "2026-11-24", "kind": "help"}, {"type": "slip", "day": "2999-01-01"}]
    rest = {"type": "rest", "day": "2026-12-24"}
    file.write_text(jsonl(*ahead, rest, {"type": "deed", "day": "2026-11-22", "kind": "help"}))
    said = play("import", str(file), "--dry-run")
    assert "2 of them are for days that haven't come yet" in said.out
    ran = play("import", str(file))
    assert ran.code == 0
    assert "2 of them are for days that haven't come yet" in ran.out
    exported = play("export").out
    again = tmp_path / "again.jsonl"
    again.write_text(exported)
    assert "0 records were added, 0 changed; 4 are here already." in play("import", str(again)).out
    assert play("stats", "--json").data["series"]["help"]["total"] == 1
