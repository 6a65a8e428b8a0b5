"""A theme for a dark ground and one for a light: `auto:DARK,LIGHT` follows the terminal's, as it was told last."""

from __future__ import annotations

import os
import re

from givequest.appearance.contrast import luminance
from givequest.cache.files import read_cache, write_cache
from givequest.named_tuple import NamedTuple

PREFIX = "auto:"
GROUND = "ground"
"""The file in the cache with the ground that a terminal told last, as `#rrggbb`."""
_MIDDLE = 0.18
"""The luminance of a ground from which on it is a light one: as far from black as from white, for an eye."""
_ANSWER = re.compile(r"(?:11;)?rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/[0-9a-fA-F]{1,4})?")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


class Pair(NamedTuple):
    """The names of two themes."""

    dark: str
    light: str

    @property
    def setting(self) -> str:
        """What the config has for them."""
        return f"{PREFIX}{self.dark},{self.light}"


def follows(setting: str) -> bool:
    """Return whether a setting is meant to follow the terminal, well written or not."""
    return setting.startswith(PREFIX) or setting == PREFIX[:-1]


def read_pair(setting: str) -> Pair | None:
    """Return the two themes that a setting names; None where it does not name two."""
    names = [name.strip() for name in setting.removeprefix(PREFIX).split(",")]
    return Pair(*names) if setting.startswith(PREFIX) and len(names) == 2 and all(names) else None


def read_answer(answer: str) -> str | None:
    """Return the ground (`#rrggbb`) that a terminal has answered to OSC 11; None where it is no colour."""
    found = _ANSWER.fullmatch(answer)
    if found is None:
        return None
    parts = (round(int(part, 16) * 255 / (16 ** len(part) - 1)) for part in found.groups())
    return "#" + "".join(f"{part:02x}" for part in parts)


def is_light(ground: str) -> bool:
    """Return whether a ground is one for dark letters."""
    return luminance(ground) >= _MIDDLE


def last_ground(cache_folder: str | None) -> str | None:
    """Return the ground that a terminal told last; None where none has."""
    kept = read_cache(os.path.join(cache_folder, GROUND)) if cache_folder else None
    ground = (kept or b"").decode("ascii", "replace")
    return ground if _COLOUR.fullmatch(ground) else None


def keep_ground(cache_folder: str, ground: str) -> None:
    """Keep what a terminal has told, for the next first frame."""
    if last_ground(cache_folder) != ground:
        write_cache(os.path.join(cache_folder, GROUND), ground.encode())


def worn_of(setting: str, cache_folder: str | None) -> str:
    """Return the name of the theme that a setting comes to now: a dark one while nothing is known of the ground."""
    pair = read_pair(setting)
    if pair is None:
        return "" if follows(setting) else setting
    ground = last_ground(cache_folder)
    return pair.light if ground is not None and is_light(ground) else pair.dark
