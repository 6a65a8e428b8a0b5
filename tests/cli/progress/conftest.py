"""What the tests of this folder are given."""

from __future__ import annotations

from ...fixtures.charts import clock, make_game, open_home, play

__all__ = ["clock", "make_game", "open_home", "play"]
