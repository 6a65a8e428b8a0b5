"""Reading of `config.toml`: good settings, and a problem in words for each that is not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from givequest.config.quests import QuestsReader
from givequest.config.table_reader import UNCLEAR
from givequest.domain.diagnostics import Diagnostic, warning
from givequest.domain.settings import MOST_FADE, PLAIN_SETTINGS, Settings
from givequest.domain.text import clean_line
from givequest.domain.toml import parse_toml

TABLES = ("board", "quests", "people", "keys")
FADE = "fade"
"""The one setting of the table of people."""
LARGEST_FILE = 64 * 1024


def read_settings(path: str, defaults: Settings) -> tuple[Settings, list[Diagnostic]]:
    """Return the settings of a config file (the defaults where there is none) and what in it could not be used."""
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return defaults, []
    except OSError as error:
        return defaults, [_whole(path, f"It couldn't be read ({error.strerror}).")]
    if len(data) > LARGEST_FILE:
        return defaults, [_whole(path, "It's larger than 64 KiB.")]
    if all(line[:1] in (b"#", b"") for line in map(bytes.strip, data.split(b"\n"))):
        return defaults, []  # nothing but comments, as it was written for them; that takes no TOML to see
    try:
        document, _ = parse_toml(data)
    except ValueError as error:
        return defaults, [_whole(path, str(error))]
    reader = _Reader(path, defaults)
    return reader.settings(document), reader.problems


def _whole(path: str, message: str) -> Diagnostic:
    until = "Using the defaults until it's fixed; what's on the board stays as it was."
    return warning(UNCLEAR, path, f"{message} {until}")


class _Reader(QuestsReader):
    def __init__(self, path: str, defaults: Settings) -> None:
        super().__init__(os.path.basename(path))
        self.defaults = defaults

    def settings(self, document: Mapping[str, Any]) -> Settings:
        chosen: dict[str, Any] = {}
        for key, value in document.items():
            if key in PLAIN_SETTINGS:
                checked = PLAIN_SETTINGS[key].read(value)
                if checked is None:
                    self.refuse(key, value, PLAIN_SETTINGS[key].allowed)
                else:
                    chosen[key] = checked
            elif key not in TABLES:
                self.unknown(key, [*PLAIN_SETTINGS, *TABLES], is_table=isinstance(value, dict))
        kinds = self.kinds(self.table("quests", document), self.defaults.kinds)
        core = self.core(self.table("board", document), kinds, self.defaults.core)
        fade = self._fade(self.table("people", document))
        keys = self._keys(self.table("keys", document))
        return self.defaults._replace(kinds=kinds, core=core, fade=fade, keys=keys, **chosen)

    def _fade(self, table: Mapping[str, Any]) -> int:
        for key, value in table.items():
            if key != FADE:
                self.unknown(key, [FADE], prefix="people.")
            elif type(value) is int and 0 <= value <= MOST_FADE:
                return value
            else:
                self.refuse(f"people.{FADE}", value, f"a whole number of months from 0 to {MOST_FADE}")
        return self.defaults.fade

    def _keys(self, table: Mapping[str, Any]) -> Mapping[str, str]:
        keys = {}
        for action, key in _without_groups(table):
            if isinstance(key, str) and key.strip():
                keys[action] = key
            else:
                self.refuse(f"keys.{clean_line(action)[:40]}", key, 'the name of a key, like "space" or "ctrl+t"')
        return keys


def _without_groups(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each action and its key; `quest.done` without quotation marks is a table of its own to TOML."""
    for group, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{group}.{name}", key) for name, key in value.items())
        else:
            yield group, value
