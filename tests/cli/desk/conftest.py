"""What the tests of this folder are given."""

from __future__ import annotations

from ..conftest import play, start

__all__ = ["play", "start"]
