"""Noise: numbers that look like chance and are the same everywhere."""

from __future__ import annotations


def _grains() -> tuple[float, ...]:
    found, state = [], 0x2C1B3C6D
    for _ in range(4096):  # a generator of our own: the same numbers with every Python
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        found.append((state >> 8) / 16777216)
    return tuple(found)


_GRAINS = _grains()


def grain(x: int, y: int, salt: int = 0) -> float:
    """Return a number from 0 up to 1 for a pixel, unlike that of its neighbours."""
    return _GRAINS[x * 1259 + y * 2741 + salt * 3571 & 4095]
