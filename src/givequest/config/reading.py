"""Reading of `config.toml`: good settings, and a problem in words for each that is not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import time
from typing import Any

from givequest.domain.days import WEEKDAYS
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import SERIES, Kind
from givequest.domain.settings import Settings
from givequest.domain.text import clean_line, nearest, quoted_value
from givequest.domain.toml import parse_toml

TABLES = ("board", "quests", "keys")
LARGEST_FILE = 64 * 1024
LONGEST_NAME = 24
_KIND_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


FileMark = tuple[str, int, int, int]
"""The path, modification time (ns), size and inode of a file."""


def marks_of(file: str, folder: str) -> tuple[FileMark, ...]:
    """Return the marks of a file and of the TOML files in a folder, as far as they exist; another after any change."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml"))
    except (OSError, ValueError):
        names = []
    found = []
    for path in (file, *(os.path.join(folder, name) for name in names)):
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            continue
        found.append((path, status.st_mtime_ns, status.st_size, status.st_ino))
    return tuple(found)


def read_settings(path: str, defaults: Settings) -> tuple[Settings, list[Diagnostic]]:
    """Return the settings of a config file (the defaults where there is none) and what in it could not be used."""
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return defaults, []
    except OSError as error:
        return defaults, [Diagnostic(path, f"It could not be read ({error.strerror}); the defaults are used.")]
    if len(data) > LARGEST_FILE:
        return defaults, [Diagnostic(path, "It is larger than 64 KiB; the defaults are used.")]
    if all(line[:1] in (b"#", b"") for line in map(bytes.strip, data.split(b"\n"))):
        return defaults, []  # nothing but comments, as it was written for them; that takes no TOML to see
    try:
        document, _ = parse_toml(data)
    except ValueError as error:
        return defaults, [Diagnostic(path, f"{error} The defaults are used until it is mended.")]
    reader = _Reader(path, defaults)
    return reader.settings(document), reader.problems


class _Reader:
    def __init__(self, path: str, defaults: Settings) -> None:
        self.path = os.path.basename(path)
        self.defaults = defaults
        self.problems: list[Diagnostic] = []

    def settings(self, document: Mapping[str, Any]) -> Settings:
        checks: dict[str, Callable[[str, Any], Any]] = {
            "day_start": self._time,
            "first_weekday": self._weekday,
            "grace": self._grace,
            "numbers": self._flag,
            "theme": self._word,
            "hemisphere": lambda key, value: self._one_of(key, value, ("north", "south")),
            "animations": self._flag,
            "glyphs": lambda key, value: self._one_of(key, value, ("auto", "unicode", "ascii")),
        }
        chosen: dict[str, Any] = {}
        for key, value in document.items():
            if key in checks:
                checked = checks[key](key, value)
                if checked is not None:
                    chosen[key] = checked
            elif key not in TABLES:
                self._unknown(key, [*checks, *TABLES])
        kinds = self._kinds(self._table("quests", document))
        core = self._core(self._table("board", document), kinds)
        keys = self._keys(self._table("keys", document))
        return self.defaults._replace(kinds=kinds, core=core, keys=keys, **chosen)

    def _table(self, key: str, document: Mapping[str, Any]) -> Mapping[str, Any]:
        value = document.get(key, {})
        if isinstance(value, dict):
            return value
        self._refuse(key, value, f"a table, written [{key}]")
        return {}

    def _refuse(self, key: str, value: Any, allowed: str) -> None:
        shown = quoted_value(value, 60)
        self.problems.append(Diagnostic(f"{self.path}, {key}", f"{shown} is not {allowed}. The default is used."))

    def _unknown(self, key: str, known: list[str], prefix: str = "") -> None:
        near = nearest(key, known)
        hint = f"did you mean {prefix}{near}?" if near else f"known are {', '.join(known)}."
        table = "keys" if "." in key else "board" if key == "core" else ""
        if table and not prefix:  # a line of the commented file put to use without the one above it
            hint = f"it belongs below the line [{table}]."
        self.problems.append(
            Diagnostic(f"{self.path}, {prefix}{clean_line(key)[:60]}", f"There is no such key; {hint}")
        )

    def _time(self, key: str, value: Any) -> time | None:
        if isinstance(value, time):
            found: time | None = value
        else:
            hours, colon, minutes = value.partition(":") if isinstance(value, str) else ("", "", "")
            plain = colon and (hours + minutes).isascii() and hours.isdigit() and minutes.isdigit()
            short = plain and max(len(hours), len(minutes)) <= 2
            found = time(int(hours), int(minutes)) if short and int(hours) < 24 and int(minutes) < 60 else None
        if found is not None and found <= time(6, 0):
            return found.replace(second=0, microsecond=0)
        self._refuse(key, value, 'a time from "00:00" to "06:00"')
        return None

    def _weekday(self, key: str, value: Any) -> int | None:
        if isinstance(value, str) and value.lower() in WEEKDAYS:
            return WEEKDAYS.index(value.lower())
        self._refuse(key, value, "a weekday, like monday or sunday")
        return None

    def _grace(self, key: str, value: Any) -> int | None:
        if type(value) is int and 0 <= value <= 7:
            return value
        self._refuse(key, value, "a whole number of days from 0 to 7")
        return None

    def _flag(self, key: str, value: Any) -> bool | None:
        if isinstance(value, bool):
            return value
        self._refuse(key, value, "true or false")
        return None

    def _word(self, key: str, value: Any) -> str | None:
        if isinstance(value, str) and value == clean_line(value) and len(value) <= 64:
            return value
        self._refuse(key, value, "a name")
        return None

    def _name(self, key: str, value: Any) -> str | None:
        if isinstance(value, str) and 0 < len(clean_line(value)) <= LONGEST_NAME:
            return clean_line(value)
        self._refuse(key, value, f"a name of 1 to {LONGEST_NAME} characters")
        return None

    def _one_of(self, key: str, value: Any, allowed: tuple[str, ...]) -> str | None:
        if value in allowed:
            return str(value)
        self._refuse(key, value, " or ".join(allowed))
        return None

    def _kinds(self, table: Mapping[str, Any]) -> Mapping[str, Kind]:
        kinds = dict(self.defaults.kinds)
        for identity, fields in table.items():
            key = f"quests.{clean_line(identity)[:40]}"
            if not (0 < len(identity) <= 32 and identity[0].isalpha() and set(identity) <= _KIND_LETTERS):
                self._refuse(key, identity, "a kind's name: up to 32 small letters, digits and dashes")
            elif identity in SERIES:
                self._refuse(key, identity, "free: a series of that name is there already")
            elif not isinstance(fields, dict):
                self._refuse(key, fields, f"a table, written [{key}]")
            else:
                kinds[identity] = self._kind(key, identity, fields, kinds.get(identity))
        return kinds

    def _kind(self, key: str, identity: str, fields: Mapping[str, Any], known: Kind | None) -> Kind:
        kind = known or Kind(identity, identity.replace("-", " ").capitalize())
        for name, value in fields.items():
            place = f"{key}.{name}"
            if name == "name":
                word = self._name(place, value)
                kind = kind._replace(name=word) if word else kind
            elif name == "giving" and known is None:
                flag = self._flag(place, value)
                kind = kind._replace(giving=kind.giving if flag is None else flag)
            elif name == "giving":
                self._refuse(place, value, "changeable for a built-in kind")
            elif name == "on":
                kind = kind._replace(schedule=self._schedule(place, value))
            elif name == "times":
                kind = kind._replace(times=self._times(place, value))
            else:
                self._unknown(name, ["on", "times", "name", "giving"], f"{key}.")
        if "on" in fields and "times" in fields:
            message = f"It is beside {key}.on, which counts; take one of them away."
            self.problems.append(Diagnostic(f"{self.path}, {key}.times", message))
            kind = kind._replace(times=None)
        return kind

    def _times(self, key: str, value: Any) -> int | None:
        if type(value) is int and 1 <= value <= 7:
            return value
        self._refuse(key, value, "a whole number of days a week, from 1 to 7")
        return None

    def _schedule(self, key: str, value: Any) -> str | None:
        from givequest.domain.schedule import EXAMPLE, read_schedule  # for those who have a schedule

        if not isinstance(value, str):
            self._refuse(key, value, f'a schedule, like "{EXAMPLE}"')
            return None
        text = " ".join(value.split())  # what is told by lines is told by blanks as well, and can stand in one line
        try:
            read_schedule(text)
        except ValueError as error:
            self.problems.append(Diagnostic(f"{self.path}, {key}", f"{error}. Until then it is due every day."))
            return None
        return text

    def _core(self, table: Mapping[str, Any], kinds: Mapping[str, Kind]) -> tuple[str, ...]:
        for key in table:
            if key != "core":
                self._unknown(key, ["core"], "board.")
        value = table.get("core", list(self.defaults.core))
        good = isinstance(value, list) and all(isinstance(kind, str) and kind in kinds for kind in value)
        if good and 1 <= len(value) <= 8 and len(set(value)) == len(value):
            return tuple(value)
        self._refuse("board.core", value, f"a list of one to eight different kinds among {', '.join(kinds)}")
        return self.defaults.core

    def _keys(self, table: Mapping[str, Any]) -> Mapping[str, str]:
        keys = {}
        for action, key in _without_groups(table):
            if isinstance(key, str) and key.strip():
                keys[action] = key
            else:
                self._refuse(f"keys.{clean_line(action)[:40]}", key, 'the name of a key, like "space" or "ctrl+t"')
        return keys


def _without_groups(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each action and its key; `quest.done` without quotation marks is a table of its own to TOML."""
    for group, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{group}.{name}", key) for name, key in value.items())
        else:
            yield group, value
