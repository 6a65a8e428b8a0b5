"""What is made to stay is left alone by the collector, and the collector goes on with the rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from givequest.tui.garbage import made_to_stay


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Leave the collector as it was."""
    yield
    gc.unfreeze()
    gc.enable()


def test_what_was_made_is_not_looked_at_any_more() -> None:
    """And no garbage was looked for while it was made."""
    with made_to_stay():
        assert not gc.isenabled()
        rows = [[number] for number in range(1000)]
    assert gc.isenabled()
    tracked = {id(one) for one in gc.get_objects()}
    assert not tracked & {id(row) for row in rows}


def test_two_at_once_wait_for_each_other() -> None:
    """The collector runs again when the last of them is done, also where that failed."""

    def fail() -> None:
        with made_to_stay():
            with made_to_stay():
                pass
            assert not gc.isenabled()
            raise OSError

    with pytest.raises(OSError):
        fail()
    assert gc.isenabled()
