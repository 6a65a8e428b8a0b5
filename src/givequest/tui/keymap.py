"""The keys in force: the defaults of every command, and what a person chose in `[keys]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from givequest.domain.problems import Problem
from givequest.domain.text import clean_line
from givequest.tui.commands import COMMANDS, EVERYWHERE, Command, shown_key

Keymap = Mapping[str, tuple[str, ...]]

_CHARACTERS = {
    "[": "left_square_bracket", "]": "right_square_bracket", "?": "question_mark", "/": "slash", ".": "full_stop",
    ",": "comma", "-": "minus", "+": "plus", " ": "space", "esc": "escape", "return": "enter", ";": "semicolon",
    ":": "colon", "'": "apostrophe", '"': "quotation_mark", "!": "exclamation_mark", "*": "asterisk",
    "=": "equals_sign",
    "<": "less_than_sign", ">": "greater_than_sign", "#": "number_sign", "_": "underscore", "~": "tilde",
}  # fmt: skip
_NAMED = {
    "space", "enter", "tab", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", *(f"f{number}" for number in range(1, 13)), *_CHARACTERS.values(),
}  # fmt: skip
_AMBIGUOUS = {f"ctrl+{name}" for name in (*"himcqzj", "left_square_bracket", "slash", "space")}
"""Chords that terminals send as another key, or keep for themselves."""


def read_keymap(chosen: Mapping[str, str]) -> tuple[Keymap, list[Problem]]:
    """Return the keys of every command by id, and a problem for each choice that cannot be; its default stays."""
    keymap = {command.id: command.keys for command in COMMANDS}
    problems: list[Problem] = []
    for identity, text in chosen.items():
        place = f"config.toml, keys.{clean_line(identity)[:40]}"
        if identity not in keymap:
            from difflib import get_close_matches

            near = get_close_matches(identity, list(keymap), 1, 0.4)
            hint = f"did you mean {near[0]}?" if near else "'givequest keys' lists them all."
            problems.append(Problem(place, f"There is no such action; {hint}"))
            continue
        keys, reason = _read_keys(text, keymap[identity])
        if reason is None:
            reason = _clash(identity, keys, keymap)
        if reason is None:
            keymap[identity] = keys
        else:
            shown = " ".join(map(shown_key, keymap[identity]))
            problems.append(Problem(place, f"{reason} It stays on {shown}."))
    return keymap, problems


def _read_keys(text: str, own: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    keys = []
    for word in [text] if text in (",", " ") else re.split(r"\s*,\s*|\s+", text.strip()):
        *modifiers, name = re.split(r"\+(?=.)", word) if len(word) > 1 else [word]
        name = _CHARACTERS.get(name, name if len(name) == 1 else name.lower())
        key = "+".join([*map(str.lower, modifiers), name])
        good = (name in _NAMED or (len(name) == 1 and name.isprintable())) and set(modifiers) <= {"ctrl", "shift"}
        if not good:
            return (), f"'{clean_line(word)[:20]}' is not a key; examples are space, x, f5 and ctrl+t."
        if key in _AMBIGUOUS and key not in own:
            return (), f"{shown_key(key)} means different things in different terminals; choose another key."
        keys.append(key)
    return tuple(keys), None


def _clash(identity: str, keys: Iterable[str], keymap: Keymap) -> str | None:
    pages = {command.id: command.page for command in COMMANDS}
    own = pages[identity]
    for other, taken in keymap.items():
        shares_page = EVERYWHERE in (own, pages[other]) or own == pages[other]
        if other == identity or not shares_page or _may_share(identity, other):
            continue
        for key in keys:
            if key in taken:
                return f"{shown_key(key)} is the key of {other}; give that one another key first."
    return None


def _may_share(one: str, other: str) -> bool:
    """Return whether a key may mean both: an answer counts only while something is asked."""
    return one.startswith("answer.") != other.startswith("answer.")


def keys_of(command: Command, keymap: Keymap) -> tuple[str, ...]:
    """Return the keys in force for a command."""
    return keymap.get(command.id, command.keys)
