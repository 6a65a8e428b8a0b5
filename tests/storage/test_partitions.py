"""Partitions that are no years: files of their own, changed, taken back and kept like years, and folded like none."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from givequest.application.game import histories
from givequest.application.game.histories import Histories
from givequest.application.game.years import Years
from givequest.domain.progress.day_facts import DayFacts, gather_facts
from givequest.domain.records.partitions import NAMES, PEOPLE, RULES, name_of, partition_named
from givequest.domain.rules import Rules
from givequest.errors import StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup_service import BackupService
from givequest.storage.ledger.applying import Applier
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.merge.conflict_copies import conflict_copies
from givequest.storage.partition.schema import partition_files
from givequest.storage.partition.undo_store import LARGEST_INSIDE
from givequest.storage.year_cache import YearCacheFiles

from ..built_in import BUILT_IN, CORE
from .homes import contents, deed, open_ledger, put
from .keeping import NOW, take, without_manifest
from .parts import person, rules


def state(ledger: Ledger) -> set[str]:
    """Return every record of a ledger, whatever partition it is in."""
    return {str(record) for part in ledger.partitions() for record in ledger.page(part).stored.values()}


def service_of(ledger: Ledger) -> BackupService:
    """Return the backups of a ledger."""
    data = os.path.dirname(ledger.folder)
    return BackupService(ledger, Backups(os.path.join(data, "backups")), f"{data}-state")


def test_every_partition_has_a_name_of_its_own_and_every_name_one_partition() -> None:
    """No file is called by a number that is no year, and no book by one that was given up."""
    for partition in (*NAMES, 1970, 2026, 9999):
        assert partition_named(name_of(partition)) == partition
    for name in ("0000", "0011", "1969", "book-x", "persons", "PEOPLE", "", "٢٠٢٦", "02026"):
        assert partition_named(name) is None
    assert 6 not in NAMES


def test_records_of_no_year_are_in_a_file_of_their_name_and_no_year_sees_them(tmp_path: Path) -> None:
    """The years are years, the partitions are all."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), rules(), person("p")))
    assert sorted(os.listdir(ledger.folder)) == [".lock", "2026.json", "people.json", "rules.json"]
    for opened in (ledger, open_ledger(tmp_path)):
        assert opened.years() == [2026]
        assert opened.partitions() == [PEOPLE, RULES, 2026]
        assert opened.page(2026).stored.keys() == opened.page(2026).records.keys() == {"a"}
        assert opened.page(RULES).stored == {"rules.2026-11-23": rules()}
        assert opened.page(RULES).records == {}
        assert opened.page(PEOPLE).stored.keys() == {"p"}
        assert opened.signature().keys() == {2026}
        assert opened.signature(opened.partitions()).keys() == {PEOPLE, RULES, 2026}


def test_a_record_in_a_partition_that_is_not_its_own_is_told_of_and_counts_nowhere(tmp_path: Path) -> None:
    """Rules in a year, a deed among the people."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), rules(), person("p")))
    for name, stray in (("2026", rules("2026-01-01").to_document()), ("people", {**deed("b")._asdict(), "day": "x"})):
        path = Path(ledger.folder, f"{name}.json")
        tables = json.loads(path.read_text())
        stray = stray if name == "2026" else {"type": "deed", "id": "b", "day": "2026-11-23", "kind": "help"}
        tables["records"]["9"] = stray
        path.write_text(json.dumps(tables))
    again = open_ledger(tmp_path)
    assert again.page(2026).stored.keys() == {"a"}
    assert again.page(PEOPLE).stored.keys() == {"p"}
    assert ["rules.json" in problem.message for problem in again.page(2026).problems] == [True]
    assert ["2026.json" in problem.message for problem in again.page(PEOPLE).problems] == [True]


@pytest.mark.parametrize("size", [1, LARGEST_INSIDE + 1])
def test_changes_of_any_partitions_are_taken_back_and_done_again_in_their_order(tmp_path: Path, size: int) -> None:
    """Small ones and big ones, of a year, of people, of both."""
    ledger = open_ledger(tmp_path)
    states = [state(ledger)]
    for change in (
        put(deed("a"), *(person(f"p{number}") for number in range(size))),
        put(person("p0", "Bo")),
        put(deed("b", "2025-03-01"), drops=(person("p0"),)),
        put(deed("c"), person("q")),
    ):
        ledger.commit(change)
        states.append(state(ledger))
    for before in reversed(states[:-1]):
        assert open_ledger(tmp_path).undo() is not None
        assert state(open_ledger(tmp_path)) == state(ledger) == before
    assert ledger.undo() is None
    for after in states[1:]:
        assert open_ledger(tmp_path).redo() is not None
        assert state(open_ledger(tmp_path)) == state(ledger) == after
    assert ledger.redo() is None


def test_undo_leaves_rules_where_they_are(tmp_path: Path) -> None:
    """They were written with an act, and what was due stays what it was when the act is taken back."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), label="First"))
    ledger.commit(put(deed("b"), rules(), label="Second"))
    ledger.commit(put(rules("2026-11-24"), label="Rules alone"))
    for label, left in (("Second", {"a"}), ("First", set())):
        applied = open_ledger(tmp_path).undo()
        assert applied is not None
        assert applied.label == label
        assert applied.partitions == {2026}
        assert open_ledger(tmp_path).page(2026).stored.keys() == left
    assert open_ledger(tmp_path).page(RULES).stored.keys() == {"rules.2026-11-23", "rules.2026-11-24"}
    assert ledger.redo() is not None
    assert ledger.redo() is not None
    assert ledger.page(2026).stored.keys() == {"a", "b"}
    assert ledger.page(RULES).stored.keys() == {"rules.2026-11-23", "rules.2026-11-24"}


def test_a_torn_change_of_any_partition_counts_at_once_and_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits where earlier versions do not look; one of years alone waits where they do."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("old", "2025-01-01"), deed("a"), person("p")))
    with monkeypatch.context() as torn:
        torn.setattr(Applier, "spread", lambda *_: None)
        ledger.commit(put(deed("b"), rules(), person("q"), drops=(person("p"),)))
        assert os.path.exists(os.path.join(ledger.folder, "pending-2.json"))
        assert not os.path.exists(os.path.join(ledger.folder, "pending.json"))
    with monkeypatch.context() as torn:
        torn.setattr(Applier, "finish", lambda *_: None)
        torn.setattr(Applier, "spread", lambda *_: None)
        ledger.commit(put(deed("c"), deed("d", "2024-01-01"), drops=(deed("old", "2025-01-01"),)))
        assert os.path.exists(os.path.join(ledger.folder, "pending.json"))
    whole = state(open_ledger(tmp_path))
    assert whole == {str(record) for record in (deed("a"), deed("b"), deed("c"), deed("d", "2024-01-01"))} | {
        str(rules()),
        str(person("q")),
    }
    marks = open_ledger(tmp_path).signature([2026, PEOPLE])
    again = open_ledger(tmp_path)
    again.commit(put(deed("after")))
    assert state(open_ledger(tmp_path)) == whole | {str(deed("after"))}
    assert not {"pending.json", "pending-2.json"} & set(os.listdir(ledger.folder))
    assert all(mark != marks[part] for part, mark in open_ledger(tmp_path).signature(marks).items())
    assert again.undo() is not None
    assert again.undo() is not None
    assert again.undo() is not None
    assert state(open_ledger(tmp_path)) == {
        str(record) for record in (deed("old", "2025-01-01"), deed("a"), person("p"), rules())
    }


def test_what_was_changed_while_a_torn_change_waited_is_not_undone_by_finishing_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier version that writes in between does not know of it, and its change is the later one."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a", note="one"), deed("b", note="one"), person("p")))
    with monkeypatch.context() as torn:
        torn.setattr(Applier, "spread", lambda *_: None)
        ledger.commit(put(deed("a", note="two"), deed("c"), person("p", "Bo"), drops=(deed("b"),)))
    with monkeypatch.context() as earlier:
        earlier.setattr("givequest.storage.ledger.pending.PendingFile.steps", lambda _: {})
        open_ledger(tmp_path).commit(put(deed("a", note="three"), deed("b", note="three")))
    expected = {str(record) for record in (deed("a", note="three"), deed("b", note="three"), deed("c"))}
    assert state(open_ledger(tmp_path)) == expected | {str(person("p", "Bo"))}
    ledger.commit(put(deed("d")))
    assert state(open_ledger(tmp_path)) == expected | {str(person("p", "Bo")), str(deed("d"))}


def test_a_pending_change_for_a_part_of_the_ledger_that_nobody_knows_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer version has to finish it."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    with monkeypatch.context() as torn:
        torn.setattr(Applier, "spread", lambda *_: None)
        ledger.commit(put(deed("b"), rules()))
    path = Path(ledger.folder, "pending-2.json")
    path.write_text(path.read_text().replace('"year":11', '"year":12').replace("crc32", "kept"))
    before = path.read_bytes()
    assert "pending-2.json" in str(open_ledger(tmp_path).page(2026).problems[0])
    with pytest.raises(StorageError, match="doesn't know"):
        open_ledger(tmp_path).commit(put(deed("c")))
    assert path.read_bytes() == before


def test_backups_hold_every_partition_and_the_newest_copy_of_each_stays(tmp_path: Path) -> None:
    """Also where many others are taken after it."""
    ledger = open_ledger(tmp_path)
    ledger.commit(
        put(deed("a"), rules(), *(person(f"p{number}", f"Ana {number}") for number in range(LARGEST_INSIDE + 1)))
    )
    service = service_of(ledger)
    name = str(take(service, NOW))
    with ZipFile(os.path.join(service.backups.folder, name)) as archive:
        names = set(archive.namelist())
    assert {"ledger/2026.json", "ledger/rules.json", "ledger/people.json", "install.json"} < names
    assert any(member.startswith("ledger/undo/people-") for member in names)
    found = service.inspect(NOW, NOW.date())
    assert found.diagnostics == ()
    assert found[:3] == (1, LARGEST_INSIDE + 2, 1)  # what was due is no record of what was done


@pytest.mark.parametrize("lost", ["people.json", "rules.json"])
@pytest.mark.parametrize("how", ["gone", "broken"])
def test_restore_brings_a_partition_back(tmp_path: Path, lost: str, how: str) -> None:
    """Whole, and the years stay as they are."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), rules(), person("p")))
    service = service_of(ledger)
    name = str(take(service, NOW))
    whole, path = state(ledger), Path(ledger.folder, lost)
    path.write_bytes(b"") if how == "broken" else path.unlink()
    codes = {finding.code for finding in service_of(open_ledger(tmp_path)).inspect(NOW, NOW.date()).diagnostics}
    assert codes == {"broken-year" if how == "broken" else "missing-year"}
    restored = service_of(open_ledger(tmp_path)).restore(name, NOW)
    assert [os.path.basename(repaired.path) for repaired in restored.repaired] == [lost]
    assert state(open_ledger(tmp_path)) == whole


def test_restore_of_a_backup_of_years_alone_leaves_the_other_partitions(tmp_path: Path) -> None:
    """A version that did not know of them took it."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    service = service_of(ledger)
    name = str(take(service, NOW))
    without_manifest(Path(service.backups.folder, name))
    ledger.commit(put(deed("b"), rules(), person("p")))
    service.restore(name, NOW)
    assert state(open_ledger(tmp_path)) == {str(deed("a")), str(rules()), str(person("p"))}


def test_restore_of_a_backup_from_before_there_were_people_takes_them_out_and_keeps_the_rules(tmp_path: Path) -> None:
    """It says what there was; what was due on past days is no record of anybody's, and stays known."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a")))
    service = service_of(ledger)
    name = str(take(service, NOW))
    ledger.commit(put(deed("b"), rules(), person("p")))
    assert service.restore(name, NOW).left_alone == ()
    assert state(open_ledger(tmp_path)) == {str(deed("a")), str(rules())}


def test_a_conflict_copy_of_a_partition_is_found_and_merged(tmp_path: Path) -> None:
    """Under the names that sync folders give, and never the partition itself."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), person("p"), rules()))
    other = open_ledger(tmp_path / "other")
    other.commit(put(person("q"), rules("2026-11-20")))
    names = ("people.sync-conflict-20261101-120000-ABCDEFG.json", "rules (Ana's conflicted copy 2026-11-01).json")
    for name in names:
        source = Path(other.folder, f"{name[: name.index('.') if '.' in name[:8] else name.index(' ')]}.json")
        Path(ledger.folder, name).write_bytes(source.read_bytes())
    service = service_of(ledger)
    assert sorted(map(os.path.basename, conflict_copies(ledger.folder))) == sorted(names)
    merged = service.merge()
    assert (merged.added, merged.changed, merged.left) == (2, 0, ())
    assert state(open_ledger(tmp_path)) == {
        str(record) for record in (deed("a"), person("p"), person("q"), rules(), rules("2026-11-20"))
    }
    assert conflict_copies(ledger.folder) == []


@pytest.mark.parametrize("name", ["0000.json", "0011.json", "1969.json"])
def test_a_file_called_like_a_year_before_the_first_is_left_alone_and_told_of(tmp_path: Path, name: str) -> None:
    """It is no partition, however many numbers stand for one."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), rules()))
    service = service_of(ledger)
    service.take(NOW)
    path = Path(ledger.folder, name)
    path.write_bytes(Path(ledger.folder, "2026.json").read_bytes())
    path.chmod(0o600)
    before = path.read_bytes()
    again = open_ledger(tmp_path)
    assert partition_files(again.folder).keys() == {RULES, 2026}
    again.commit(put(deed("b"), rules("2026-11-24")))
    assert again.undo() is not None
    assert path.read_bytes() == before
    found = service_of(again).inspect(NOW, NOW.date()).diagnostics
    assert [(os.path.basename(finding.place), finding.code) for finding in found] == [(name, "no-such-year")]


def test_the_way_back_is_found_without_reading_a_large_partition_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address book of megabytes costs an undo of today its first bytes."""
    ledger = open_ledger(tmp_path)
    ledger.commit(
        put(*(person(f"p{number}", note="A note on a person that is rather long" * 3) for number in range(9000)))
    )
    ledger.commit(put(deed("a")))
    size = os.path.getsize(ledger.path_of(PEOPLE))
    assert size > 1_000_000
    read, counted = os.read, [0]

    def counting(descriptor: int, length: int) -> bytes:
        data = read(descriptor, length)
        counted[0] += len(data)
        return data

    monkeypatch.setattr(os, "read", counting)
    assert open_ledger(tmp_path).undo() is not None
    assert 0 < counted[0] < size / 4


def test_reading_partitions_writes_nothing(tmp_path: Path) -> None:
    """Not a file, not a lock."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(deed("a"), rules(), person("p")))
    before = contents(tmp_path)
    again = open_ledger(tmp_path)
    state(again)
    again.signature(again.partitions())
    assert contents(tmp_path) == before


def test_a_change_of_a_partition_that_is_no_year_folds_no_day_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made here or elsewhere, taken back or done again: no year's file is opened, no standing is worked out."""
    ledger = open_ledger(tmp_path)
    ledger.commit(
        put(*(deed(f"d{number}", f"2026-01-{number:02}") for number in range(1, 29)), deed("y", "2025-05-05"))
    )
    in_force = Rules(BUILT_IN, CORE)
    book = Histories(Years(ledger), YearCacheFiles(str(tmp_path)), lambda: 2026, lambda: in_force)
    history, before = book.history(2026), book.history(2025)
    book.years.refresh()
    gathered: list[int] = []
    opened: list[str] = []
    open_file = os.open

    def gather(*given: Any) -> Mapping[int, DayFacts]:
        gathered.append(1)
        return gather_facts(*given)

    monkeypatch.setattr(histories, "gather_facts", gather)

    def watched(path: str, *rest: int, **named: int) -> int:
        opened.append(str(path))
        return open_file(path, *rest, **named)

    monkeypatch.setattr(os, "open", watched)
    for change in (put(person("p")), put(rules()), put(person("p", "Bo"), rules("2026-11-24"))):
        ledger.commit(change)
        book.years.update(change.years)
        assert not book.years.refresh()
        assert (book.history(2026), book.history(2025)) == (history, before)
    for turn in (Ledger.undo, Ledger.redo):
        applied = turn(ledger)
        assert applied is not None
        book.years.update(applied.years)
    open_ledger(tmp_path).commit(put(person("elsewhere")))
    assert not book.years.refresh()
    assert book.history(2026) is history
    assert book.history(2025) is before
    assert gathered == []
    assert [path for path in opened if "2025" in path] == [ledger.path_of(2025)] * 2, "undo and redo look at its head"
    ledger.commit(put(deed("e", "2026-11-24")))
    book.years.update({2026})
    assert book.history(2026) is not history
    assert gathered


def test_doctor_tells_of_two_people_who_share_a_name(tmp_path: Path) -> None:
    """As two computers leave them that added somebody each; joined, all is well."""
    ledger = open_ledger(tmp_path)
    ledger.commit(put(person("p", "Ana Berg"), person("q", "Ben", also=["ana  BERG"]), person("r", "Cy")))
    service = service_of(ledger)
    take(service, NOW)
    (found,) = service.inspect(NOW, NOW.date()).diagnostics
    assert (found.code, os.path.basename(found.place)) == ("shared-name", "people.json")
    assert "people join p q" in found.remedy
    ledger.commit(put(person("p", "Ana Berg", also=["Ben"]), drops=(person("q", "Ben"),)))
    assert service.inspect(NOW, NOW.date()).diagnostics == ()
