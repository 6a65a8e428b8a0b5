"""What the tests of this folder are given."""

from __future__ import annotations

from ...fixtures.forest import clock, grow, open_home, play, sow

__all__ = ["clock", "grow", "open_home", "play", "sow"]
