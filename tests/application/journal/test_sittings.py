"""What the ledger does with a page that is saved again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.application.undo import undo
from givequest.domain.change_labels import ActLabel
from givequest.domain.changes import Change
from givequest.errors import ChangedElsewhere
from givequest.storage.ledger.ledger import Ledger

from ...fixtures.journal import TODAY, entry


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """An empty ledger."""
    return Ledger(str(tmp_path / "ledger"))


def texts(ledger: Ledger) -> list[str | None]:
    """Return the texts that are on the disk."""
    fresh = Ledger(ledger.folder)
    return [record.text for record in fresh.records(fresh.years())]


def undone(ledger: Ledger) -> str:
    """Take back the latest change and return its label."""
    applied = ledger.undo()
    assert applied is not None
    return applied.label


def test_all_saves_of_one_sitting_are_taken_back_and_done_again_as_one(ledger: Ledger) -> None:
    """Sixty saves do not push anything else out of what can be undone."""
    ledger.commit(Change(ActLabel("before"), (entry(TODAY, "an old page", 1),)))
    for number in range(60):
        ledger.commit(Change(ActLabel("page"), (entry(TODAY, f"version {number}"),), coalescing="a"))
    assert len(ledger.page(2026).changes) == 2
    assert undone(ledger) == "page"
    assert texts(ledger) == ["an old page"]
    ledger.redo()
    assert texts(ledger) == ["an old page", "version 59"]
    ledger.undo()
    ledger.undo()
    assert texts(ledger) == []


def test_a_sitting_at_an_old_page_goes_back_to_how_it_was_before(ledger: Ledger) -> None:
    """The way back leads to the text before the first save, not to the one before the last."""
    ledger.commit(Change(ActLabel("page"), (entry(TODAY, "as it was"),), coalescing="a"))
    for number in range(3):
        ledger.commit(Change(ActLabel("page"), (entry(TODAY, f"version {number}"),), coalescing="b"))
    ledger.undo()
    assert texts(ledger) == ["as it was"]


def test_a_change_in_between_keeps_its_place_in_the_order_of_undo(ledger: Ledger) -> None:
    """What was saved before a deed elsewhere and after it are two changes."""
    other = entry(TODAY, "from elsewhere", 1)
    ledger.commit(Change(ActLabel("page"), (entry(TODAY, "one"),), coalescing="a"))
    ledger.commit(Change(ActLabel("other"), (other,)))
    ledger.commit(Change(ActLabel("page"), (entry(TODAY, "one two"),), coalescing="a"))
    assert [undone(ledger) for _ in range(3)] == ["page", "other", "page"]
    assert texts(ledger) == []


def test_a_change_that_expects_what_is_not_there_changes_nothing(ledger: Ledger) -> None:
    """Whoever saved first is not overwritten by somebody who did not see it."""
    first, mine = entry(TODAY, "first"), entry(TODAY, "mine")
    ledger.commit(Change(ActLabel("page"), (first,)))
    Ledger(ledger.folder).commit(Change(ActLabel("page"), (entry(TODAY, "theirs"),)))
    with pytest.raises(ChangedElsewhere):
        ledger.commit(Change(ActLabel("page"), (mine,), expects=(first,)))
    assert texts(ledger) == ["theirs"]


def test_undo_of_a_deed_is_not_disturbed_by_a_sitting_before_it(game: Game) -> None:
    """The latest change is still the first to be taken back."""
    game.save(ActLabel("page"), puts=[entry(TODAY, "one")])
    deeds.log_deed(game, "help")
    assert undo(game) == "Undone: Help."
