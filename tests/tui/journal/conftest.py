"""What the tests of this folder are given."""

from __future__ import annotations

from ...fixtures.journal import clock, game, open_home, play

__all__ = ["clock", "game", "open_home", "play"]
