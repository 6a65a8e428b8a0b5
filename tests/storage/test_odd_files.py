"""Files that were changed by hand, or by a newer version, or are broken under an open board."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from givequest.application.deeds import log_deed
from givequest.cli.main import run_command_line
from givequest.composition import open_home
from givequest.config.paths import find_paths
from givequest.domain.records import Record

from ..conftest import Clock
from .harm import build, file_of, records
from .homes import complaint_of, deed, open_ledger, put

Right = dict[int, frozenset[Record]]
CLOCK = Clock(datetime(2026, 11, 23, 8, tzinfo=UTC))


@pytest.fixture
def right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Right:
    """The records of each year, in a ledger at `home`."""
    return build(tmp_path / "home", monkeypatch)


def test_a_changed_byte_that_was_written_over_is_still_remembered(
    tmp_path: Path, right: Right, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that only adds says nothing and seals the file anew: `doctor` can still tell of it."""
    home = tmp_path / "home"
    path = file_of(home, "ledger/2026.json")
    path.write_bytes(path.read_bytes().replace(b'"Ana"', b'"Anb"'))
    open_ledger(home).commit(put(deed("new")))
    ledger = open_ledger(home)
    assert ledger.page(2026).records["a"].person == "Anb"
    assert ledger.page(2026).problems == ()
    assert ledger.page(2026).tables["schema"]["1"]["changed_elsewhere"] > 0
    assert run_command_line(["--home", str(home), "doctor"], CLOCK) in (0, 1)
    assert "something other than givequest had changed it" in capsys.readouterr().out


def test_two_records_of_one_number_are_refused_rather_than_one_of_them_lost(tmp_path: Path, right: Right) -> None:
    """As they come from a merge by hand; JSON alone would take the last one."""
    path = file_of(tmp_path / "home", "ledger/2026.json")
    path.write_bytes(path.read_bytes().replace(b'\n"3":{"type"', b'\n"2":{"type"'))
    sentence = complaint_of(lambda: open_ledger(tmp_path / "home").commit(put(deed("new"))))
    assert sentence is not None
    assert "twice" in sentence


@pytest.mark.parametrize("schema", [2, 99])
def test_a_year_of_a_newer_version_can_be_read_and_exported_and_not_changed(
    tmp_path: Path, right: Right, schema: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """By commit, by undo, in a change of several years; the other year is changed as ever."""
    home = tmp_path / "home"
    open_ledger(home).commit(put(deed("last", "2025-07-07")))  # finishes what was pending
    path = file_of(home, "ledger/2026.json")
    newer = path.read_bytes().replace(b'"schema":1', b'"schema":%d' % schema)
    path.write_bytes(newer)
    ledger = open_ledger(home)
    assert records(ledger, 2026) == right[2026]
    for change in (put(deed("x")), put(deed("x"), deed("y", "2025-08-08"))):
        sentence = complaint_of(partial(open_ledger(home).commit, change))
        assert sentence is not None
        assert "newer givequest" in sentence
        assert str(path) in sentence
    for _ in range(5):
        complaint_of(open_ledger(home).undo)
        assert path.read_bytes() == newer
    open_ledger(home).commit(put(deed("z", "2025-08-08")))
    assert path.read_bytes() == newer
    assert not (home / "data" / "ledger" / "pending.json").exists()
    assert run_command_line(["--home", str(home), "export"]) == 0
    assert capsys.readouterr().out.count("\n") == 1 + sum(len(records(open_ledger(home), year)) for year in right)


def test_a_board_over_a_broken_year_says_so_and_nothing_else_is_lost(
    tmp_path: Path, right: Right, capsys: pytest.CaptureFixture[str]
) -> None:
    """Through the command line: the board is printed, the sentence is on stderr, a log into that year is refused."""
    home = tmp_path / "home"
    open_ledger(home).commit(put(deed("last", "2025-07-07")))
    path = file_of(home, "ledger/2026.json")
    path.write_bytes(path.read_bytes()[:700])
    file_of(home, "install.json").write_bytes(b"\0\0")
    assert run_command_line(["--home", str(home), "today"], CLOCK) == 0
    said = capsys.readouterr()
    assert "Help" in said.out
    assert str(path) in said.err
    assert "install.json" in said.err
    assert run_command_line(["--home", str(home), "log", "help"], CLOCK) == 1
    assert run_command_line(["--home", str(home), "log", "help", "--day", "2025-09-09"], CLOCK) == 0
    assert path.stat().st_size == 700


def test_a_year_that_breaks_under_an_open_board_stays_on_it_and_is_told_of_until_it_is_mended(tmp_path: Path) -> None:
    """What was read before is shown still: an empty day would be a lie."""
    home = tmp_path / "home"
    game = open_home(find_paths(str(home)), CLOCK, with_cards=False).game
    log_deed(game, "help")
    assert game.progress(game.today()).kinds_done == {"help"}
    path = home / "data" / "ledger" / "2026.json"
    whole = path.read_bytes()
    for damage in (b"", whole[:100], whole.replace(b'"records"', b'"recores"')):
        path.write_bytes(damage)
        assert game.years.refresh()
        assert game.progress(game.today()).kinds_done == {"help"}
        assert [str(path) in str(problem) for problem in game.problems()] == [True]
        assert complaint_of(lambda: log_deed(game, "reconnect")) is not None
        assert path.read_bytes() == damage
    path.write_bytes(whole)
    game.years.refresh()
    assert game.problems() == []
    log_deed(game, "reconnect")
    assert game.progress(game.today()).kinds_done == {"help", "reconnect"}


@pytest.mark.parametrize("name", ["data", "data/ledger", "data/ledger/2026.json"])
def test_a_link_to_what_is_not_there_is_no_empty_ledger(tmp_path: Path, name: str) -> None:
    """A drive that is not plugged in: nothing is shown as if it were all, and nothing is begun anew beside it."""
    home, drive = tmp_path / "home", tmp_path / "drive"
    open_ledger(home).commit(put(deed("a"), deed("b", "2025-12-31")))
    (home / name).rename(drive)
    (home / name).symlink_to(drive)
    before = records(open_ledger(home), 2026)
    assert before
    drive.rename(tmp_path / "elsewhere")
    words = f"it's a link to {drive}, which isn't there"

    def look_at_all() -> None:
        ledger = open_ledger(home)
        ledger.records(ledger.years())

    assert words in str(complaint_of(look_at_all))
    assert complaint_of(lambda: open_ledger(home).commit(put(deed("new"))))
    assert complaint_of(open_ledger(home).undo)
    assert not drive.exists()
    (tmp_path / "elsewhere").rename(drive)
    assert records(open_ledger(home), 2026) == before
    open_ledger(home).commit(put(deed("new")))
    assert (home / name).is_symlink()
