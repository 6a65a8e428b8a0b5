"""What is to be in no file any more: ways back that hold a name, and address books with all that is of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from givequest.domain.change_labels import Turn
from givequest.domain.changes import Change
from givequest.domain.records import AnyRecord, read_any_record
from givequest.domain.records.contact import contact_id
from givequest.domain.records.partitions import PEOPLE, book_partition
from givequest.errors import GivequestError
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.year_file import MOST_IN_HEAD

from .homes import contents, deed, put
from .keeping import NOW, service_at, take
from .parts import person

LINKEDIN = book_partition("linkedin") or 0


def contacts(count: int, line: str = "Nurse") -> tuple[AnyRecord, ...]:
    """Return contacts of one book."""
    return tuple(
        read_any_record(
            {
                "type": "contact",
                "id": contact_id("linkedin", f"in/{number}"),
                "day": "2026-11-23",
                "name": f"Tomasz {number}",
                "key": f"in/{number}",
                "line": line,
            }
        )
        for number in range(count)
    )


def holders(folder: Path, word: str) -> list[str]:
    """Return the files below a folder in which a word stands."""
    return [path for path, data in contents(folder).items() if word.encode() in data]


@pytest.mark.parametrize("many", [1, 50], ids=["small", "big"])
@pytest.mark.parametrize("later", [1, MOST_IN_HEAD + 5], ids=["in the head", "in the log"])
def test_no_file_of_the_ledger_holds_a_name_whose_ways_back_are_forgotten(
    tmp_path: Path, many: int, later: int
) -> None:
    """Those in the heads, in files of their own and in the log; all other changes can still be taken back."""
    service = service_at(tmp_path)
    ledger = service.ledger
    old = [person("p", "Tomasz"), *(deed(f"d{number}", person="Tomasz") for number in range(many))]
    ledger.commit(Change(put(*old, label="Help, Tomasz").label, tuple(old)))
    for number in range(later):
        ledger.commit(put(deed(f"x{number}"), person("q", f"Ben {number}"), label=f"Ben {number}"))
    ledger.commit(put(person("p", "Alex"), *(deed(f"d{number}", person="Alex") for number in range(many))))
    assert holders(tmp_path / "ledger", "Tomasz")
    state = ledger.page(PEOPLE).stored, ledger.page(2026).stored
    assert service.forget_ways(["tomasz"]) == 2
    assert holders(tmp_path / "ledger", "Tomasz") == []
    again = Ledger(ledger.folder)
    assert (again.page(PEOPLE).stored, again.page(2026).stored) == state
    assert service.notice_rollbacks() == []
    changes = again.changes()[0]
    assert len(changes) == later
    undone = again.undo()
    assert undone is not None
    assert undone.label == f"Ben {later - 1}"
    assert service.forget_ways(["Tomasz"]) == 0


def test_a_change_that_was_turned_by_its_name_goes_with_what_turned_it(tmp_path: Path) -> None:
    """Else one of the two would tell of the other."""
    service = service_at(tmp_path)
    ledger = service.ledger
    ledger.commit(put(person("p", "Tomasz"), label="new person Tomasz"))
    ledger.commit(put(deed("x"), label="Help"))
    ledger.turn(ledger.changes()[0][1].seq, Turn.BACK)
    assert service.forget_ways(["Tomasz"]) == 2
    assert [change.label for change in ledger.changes()[0]] == ["Help"]
    assert holders(tmp_path / "ledger", "Tomasz") == []


def test_a_word_within_another_is_another(tmp_path: Path) -> None:
    """Bo is not in the boat."""
    service = service_at(tmp_path)
    service.ledger.commit(put(person("p", "Bo"), label="new person Bo"))
    service.ledger.commit(put(deed("x", note="the Boat"), label="Help"))
    assert service.forget_ways(["bo"]) == 1


@pytest.mark.parametrize("many", [3, 60], ids=["small", "big"])
def test_an_address_book_goes_with_its_ways_back_and_can_be_brought_again(tmp_path: Path, many: int) -> None:
    """No file of the ledger holds anything of it, and nothing is missed afterwards."""
    service = service_at(tmp_path)
    ledger = service.ledger
    ledger.commit(put(deed("x"), person("p", "Ana"), label="Ana"))
    ledger.commit(put(*contacts(many), label="import"))
    ledger.commit(put(*contacts(many, "Doctor"), label="import again"))
    name = take(service, NOW)
    assert name is not None
    assert LINKEDIN in ledger.partitions()
    assert service.erase(LINKEDIN) == [name]
    assert holders(tmp_path / "ledger", "Tomasz") == []
    assert LINKEDIN not in ledger.partitions()
    assert service.notice_rollbacks() == []
    assert not any("linkedin" in found.place for found in service.inspect(NOW, NOW.date()).diagnostics)
    assert [change.label for change in ledger.changes()[0]] == ["Ana"]
    assert service.holding(["Tomasz 1"]) == [name]
    assert service.holding(["Tomasz"]) == [name]
    assert service.holding(["omasz"]) == []
    ledger.commit(put(*contacts(many), label="import"))
    assert len(Ledger(ledger.folder).page(LINKEDIN).stored) == many
    assert service.notice_rollbacks([LINKEDIN]) == []
    ledger.undo()
    assert len(ledger.page(LINKEDIN).stored) == 0


def test_a_book_is_erased_and_a_change_of_it_and_of_others_is_told_to_be_gone(tmp_path: Path) -> None:
    """A part of what it did is remembered no more, so it is not turned by halves."""
    service = service_at(tmp_path)
    service.ledger.commit(put(person("p", "Ana"), *contacts(3), label="import with Ana"))
    service.erase(LINKEDIN)
    (change,) = service.ledger.changes()[0]
    with pytest.raises(GivequestError, match="Only a part"):
        service.ledger.turn(change.seq, Turn.BACK)
    assert service.ledger.undo() is None
    assert service.ledger.page(PEOPLE).stored.keys() == {"p"}


def test_a_backup_that_cannot_be_read_may_hold_anything(tmp_path: Path) -> None:
    """So it is named."""
    service = service_at(tmp_path)
    service.ledger.commit(put(deed("x"), label="Help"))
    name = take(service, NOW)
    other = take(service, NOW + timedelta(days=1))
    assert name is not None
    (tmp_path / "backups" / name).write_bytes(b"")
    assert service.holding(["Tomasz"]) == [name]
    assert other != name
