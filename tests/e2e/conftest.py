"""What the tests of this folder are given."""

from __future__ import annotations

from ..fixtures.home import open_app, play

__all__ = ["open_app", "play"]
