"""What the tests of this folder are given."""

from __future__ import annotations

from ..conftest import clock, open_home, play

__all__ = ["clock", "open_home", "play"]
