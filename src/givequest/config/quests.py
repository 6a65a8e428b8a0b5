"""Reading of what is due: the kinds of [quests], and which of them [board] has as core."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from givequest.config.table_reader import RULES_STAY, TableReader
from givequest.domain.kinds import SERIES, Kind
from givequest.domain.text import clean_line

MOST_KINDS = 64
"""Built-in ones and a person's own."""
MOST_CORE = 8
_KIND_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class QuestsReader(TableReader):
    """Reads kinds, schedules and the core."""

    def kinds(self, table: Mapping[str, Any], built_in: Mapping[str, Kind]) -> Mapping[str, Kind]:
        """Return all kinds: the built-in ones as a table has them, and a person's own."""
        kinds = dict(built_in)
        for identity, fields in table.items():
            key = f"quests.{clean_line(identity)[:40]}"
            if not (0 < len(identity) <= 32 and identity[0].isalpha() and set(identity) <= _KIND_LETTERS):
                self.refuse(key, identity, "a kind's name: up to 32 small letters, digits and dashes")
            elif identity in SERIES:
                self.refuse(key, identity, "free: a row of that name already exists")
            elif not isinstance(fields, dict):
                self.refuse(key, fields, f"a table, written [{key}]")
            elif identity not in kinds and len(kinds) >= MOST_KINDS:
                self.refuse(key, identity, f"possible: there are {MOST_KINDS} kinds already, and no more fit")
            else:
                kinds[identity] = self._kind(key, identity, fields, kinds.get(identity))
        return kinds

    def _kind(self, key: str, identity: str, fields: Mapping[str, Any], known: Kind | None) -> Kind:
        kind = known or Kind(identity, identity.replace("-", " ").capitalize())
        for name, value in fields.items():
            place = f"{key}.{name}"
            if name == "name":
                word = self.name_of(place, value)
                kind = kind._replace(name=word) if word else kind
            elif name == "giving" and known is None:
                flag = self.flag(place, value)
                kind = kind._replace(giving=kind.giving if flag is None else flag)
            elif name == "giving":
                self.refuse(place, value, "changeable for a built-in kind")
            elif name == "on":
                kind = kind._replace(schedule=self._schedule(place, value))
            elif name == "times":
                kind = kind._replace(times=self._times(place, value))
            else:
                self.unknown(name, ["on", "times", "name", "giving"], f"{key}.")
        if "on" in fields and "times" in fields:
            self.complain(
                f"{key}.times", f"{key}.on is there too, and that one counts; remove one of them. {RULES_STAY}"
            )
            kind = kind._replace(times=None)
        return kind

    def _times(self, key: str, value: Any) -> int | None:
        if type(value) is int and 1 <= value <= 7:
            return value
        self.refuse(key, value, "a whole number of days a week, from 1 to 7")
        return None

    def _schedule(self, key: str, value: Any) -> str | None:
        from givequest.domain.schedule import EXAMPLE, read_schedule  # for those who have a schedule

        if not isinstance(value, str):
            self.refuse(key, value, f'a schedule, like "{EXAMPLE}"')
            return None
        text = " ".join(value.split())  # what is told by lines is told by blanks as well, and can stand in one line
        try:
            read_schedule(text)
        except ValueError as error:
            self.complain(key, f"{error}. {RULES_STAY}")
            return None
        return text

    def core(self, table: Mapping[str, Any], kinds: Mapping[str, Kind], default: tuple[str, ...]) -> tuple[str, ...]:
        """Return the kinds that are on the board every day."""
        for key in table:
            if key != "core":
                self.unknown(key, ["core"], "board.")
        value = table.get("core", list(default))
        good = isinstance(value, list) and all(isinstance(kind, str) and kind in kinds for kind in value)
        if good and 1 <= len(value) <= MOST_CORE and len(set(value)) == len(value):
            return tuple(value)
        self.refuse("board.core", value, f"a list of one to eight different kinds among {', '.join(kinds)}")
        return default
