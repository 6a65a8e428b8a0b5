"""Docstrings: whoever calls the application or the storage reads there which errors it may raise."""

from __future__ import annotations

import re

import pytest

from .raising import ERRORS, Code, code

HELD = ("application", "storage")
"""Where every public function names what it raises."""
ALWAYS_GOOD = {
    "application.deeds:log_slip", "application.deeds:rest", "application.deeds:answer_for_yesterday",
    "application.journal.notes:release", "application.board:board_of",
    "application.demo:play_demo", "application.demo_people:invent_people", "application.demo_people:invent_spots",
    "application.people.calendar_file:calendar_file", "application.people.export_people:vcard_lines",
    "application.people.listing:list_people", "application.noticeboard.cards_of_day:cards_of_day",
    "storage.backup.contents:without_repeats", "storage.backup.restore:restore",
    "storage.backup_service:BackupService.merge", "storage.merge.merge_copies:merge_conflict_copies",
    "storage.merge.merge_copies:merge_copies", "storage.partition.year_view:YearView.after",
}  # fmt: skip
"""They make records without any text, or read again what was read before: no RecordError comes of that."""
AS_ANOTHER = re.compile(r"[Rr]aises,? as `([\w.]+)`")


def unnamed(code: Code, key: tuple[str, str, str]) -> set[str]:
    """Return the errors of a function that its docstring names neither themselves nor by a wider name."""
    function = code.functions[key]
    said = {*re.findall(r"\w+", function.doc), *code.said_of_all(key)} & ERRORS.keys()
    for other in AS_ANOTHER.findall(function.doc):
        owner, _, name = other.rpartition(".")
        same = (key[0], owner or (key[1] if (*key[:2], name) in code.functions else ""), name)
        said |= {*re.findall(r"\w+", code.functions[same].doc)} & ERRORS.keys()
    if str(function).removeprefix("givequest.") in ALWAYS_GOOD:
        said |= {"RecordError"}
    return {name for name in code.raised(key) if not any(issubclass(ERRORS[name], ERRORS[wide]) for wide in said)}


TRIAL = '''
from givequest.errors import LockReplaced, StorageError, UsageError

class Disk:
    """A disk."""
    def write(self):
        """Write."""
        raise StorageError("full")

class Ledger:
    """A ledger. Every method may raise `StorageError`."""
    def __init__(self, disk: Disk):
        self.disk = disk
    def save(self):
        """Save."""
        self.disk.write()

def direct(disk: Disk):
    """Write."""
    return [disk.write() for _ in range(2)]

def through(ledger: Ledger):
    """Save."""
    if ledger:
        ledger.save()

def named(disk: Disk):
    """Write. Raises StorageError."""
    disk.write()
    raise LockReplaced("gone")

def as_named(disk: Disk):
    """Write. Raises as `named` does."""
    named(disk)

def caught(disk: Disk):
    """Write if it can be done."""
    try:
        named(disk)
    except StorageError:
        return

def full() -> StorageError:
    """Return the refusal of a disk."""
    return StorageError("full")

def made(disk: Disk):
    """Write."""
    raise full()

def half_caught(disk: Disk):
    """Write if it can be done."""
    try:
        named(disk)
        raise UsageError("no")
    except StorageError:
        return
'''


def test_the_search_for_errors_follows_calls_and_sees_what_is_caught() -> None:
    """So that the next test can fail."""
    trial = Code({"trial": TRIAL})
    found = {str(function): unnamed(trial, key) for key, function in trial.functions.items()}
    assert {name.removeprefix("trial:"): missing for name, missing in found.items() if missing} == {
        "Disk.write": {"StorageError"},
        "direct": {"StorageError"},
        "through": {"StorageError"},
        "made": {"StorageError"},
        "half_caught": {"UsageError"},
    }


def test_no_exception_is_listed_that_there_is_no_need_for() -> None:
    """Each is of a function that could raise it, as far as the text tells."""
    raising = {
        str(function).removeprefix("givequest."): code().raised(key) for key, function in code().functions.items()
    }
    assert {name for name in ALWAYS_GOOD if "RecordError" not in raising[name]} == set()


@pytest.mark.parametrize("package", HELD)
def test_every_public_function_names_the_errors_that_it_raises(package: str) -> None:
    """Or a wider one; a caller has not to read the body, nor the bodies of what it calls."""
    found = {
        str(function): sorted(missing)
        for key, function in code().functions.items()
        if function.is_public
        and function.module.startswith(f"givequest.{package}.")
        and (missing := unnamed(code(), key))
    }
    assert found == {}
