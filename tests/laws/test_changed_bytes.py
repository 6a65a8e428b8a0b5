"""A byte that changes by itself under `cache/` or `state/` changes nothing that anybody is shown."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from givequest.application.data.daily_check import check_daily
from givequest.cli.main import run_command_line
from givequest.composition import open_backups, open_home
from givequest.config.paths import Paths, find_paths
from givequest.domain.change_labels import ActLabel
from givequest.domain.records import Record, read_record

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=timezone(timedelta(hours=1)))
_EXPECTED: dict[str, list[str]] = {}
COMMANDS = (
    ("today", "--json"),
    ("stats", "--json"),
    ("forest", "--json", "--day", "2025-03-01"),
    ("journal", "--list"),
)


def history() -> list[Record]:
    """Return deeds of three years, and what else is worked out year by year."""
    days = [date(2024, 2, 1) + timedelta(days=9 * number) for number in range(113)]
    kinds = ("help", "listen", "quiet", "reconnect", "congratulate", "introduce")
    rows: list[dict[str, object]] = [
        {"type": "deed", "kind": kinds[number % 6], "day": day, "person": f"P{number % 5}"}
        for number, day in enumerate(days)
    ]
    rows += [{"type": "release", "day": day} for day in days[::20]]
    rows += [{"type": "entry", "day": day, "text": "a page of #spring"} for day in days[::15]]
    return [
        read_record({**row, "id": f"r{number}", "day": str(row["day"]), "at": f"{row['day']}T12:00:00+01:00"})
        for number, row in enumerate(rows)
    ]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """A home in which every command has run once, so that everything that is kept for next time is there."""
    paths = find_paths(str(tmp_path_factory.mktemp("home")))
    opened = open_home(paths, lambda: NOW)
    opened.game.save(ActLabel("a history"), puts=history())
    check_daily(opened.game, open_backups(opened), paths.cache)
    return paths


def played(paths: Paths, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return all that the commands print and say."""
    said = []
    for command in COMMANDS:
        assert run_command_line(["--home", os.path.dirname(paths.data), *command], lambda: NOW) == 0
        said += [*capsys.readouterr()]
    return said


def kept_files(paths: Paths) -> list[Path]:
    """Return the files that the program keeps for itself."""
    return sorted(path for root in (paths.cache, paths.state) for path in Path(root).rglob("*") if path.is_file())


@given(choice=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_one_changed_byte_of_what_is_kept_changes_no_output(
    home: Paths, capsys: pytest.CaptureFixture[str], choice: st.DataObject
) -> None:
    """Any byte to any other, a digit to another digit, or the end cut off: at most the file's name is told."""
    expected = _EXPECTED[home.data] = _EXPECTED.get(home.data) or played(home, capsys)
    files = kept_files(home)
    assert {"kinds.json", "library.json", "2024.json", "2025.json"} <= {file.name for file in files}
    file = choice.draw(st.sampled_from(files))
    whole = file.read_bytes()
    digits = [place for place, byte in enumerate(whole) if byte in b"0123456789"]
    place = choice.draw(st.sampled_from(digits) | st.integers(0, len(whole) - 1))
    other = choice.draw(st.sampled_from(b"0123456789" if place in digits else range(256)).filter(whole[place].__ne__))
    damaged = whole[:place] + bytes([other]) + whole[place + 1 :]
    file.write_bytes(choice.draw(st.sampled_from([damaged, whole[:place]])))
    told = played(home, capsys)
    unlike = [line for one, other_ in zip(expected, told, strict=True) if one != other_ for line in other_.splitlines()]
    assert not [line for line in unlike if file.name not in line]
    assert len(unlike) <= 1
    if not file.exists() or file.read_bytes() != whole:
        file.write_bytes(whole)


@pytest.mark.parametrize(
    ("name", "of", "to"),
    [
        ("progress/2025.json", b'"xp":', b'"xp":9'),
        ("progress/2025.json", b'"help":[', b'"help":[9'),
        ("forest/2024.json", b'"help":', b'"help":9'),
        ("achievements/2024.json", b'"coat-off":[', b'"coat-off":[1'),
        ("library.json", b'"title": "', b'"title": "X'),
        ("kinds.json", b'"name": "', b'"name": "X'),
    ],
)
def test_a_number_or_word_that_was_changed_in_the_cache_is_not_believed(
    home: Paths, capsys: pytest.CaptureFixture[str], name: str, of: bytes, to: bytes
) -> None:
    """It can be read as well as before, and says something else: only the checksum tells. It is made anew."""
    expected = played(home, capsys)
    file = Path(home.cache, name)
    whole = file.read_bytes()
    assert of in whole
    file.write_bytes(whole.replace(of, to))
    assert played(home, capsys) == expected
    assert file.read_bytes() == whole
