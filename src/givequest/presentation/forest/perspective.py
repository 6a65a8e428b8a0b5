"""Perspective: which row of a picture lies how far away."""

from __future__ import annotations

HORIZON = 0.40
"""Where the meadow ends, in parts of the picture's height."""
_NEARNESS = 1.45
"""How much the rows of the meadow draw together towards the horizon."""


def row_at(depth: float, height: int) -> int:
    """Return the row of pixels in which something stands at a depth (0 to 1)."""
    horizon = height * HORIZON
    nearness: float = depth**_NEARNESS
    return round(horizon + (height - 1 - horizon) * nearness)


def depth_at(row: int, height: int) -> float:
    """Return the depth (0 to 1) of a row of pixels."""
    horizon = height * HORIZON
    depth: float = max(0.0, (row - horizon) / max(height - 1 - horizon, 1)) ** (1 / _NEARNESS)
    return depth
