"""What all tests of the storage share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def nobody_waits_for_the_disk() -> Iterator[None]:
    """No ledger here outlasts its test: what is synced, and when, is watched, and not waited for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield
