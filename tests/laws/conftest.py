"""What all laws share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from ..fixtures.home import open_app, play
from ..fixtures.pilot import quick_pilot

__all__ = ["nobody_waits_for_the_disk", "open_app", "play", "quick_pilot"]


@pytest.fixture(scope="package", autouse=True)
def nobody_waits_for_the_disk() -> Iterator[None]:
    """No home here outlasts its test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield
