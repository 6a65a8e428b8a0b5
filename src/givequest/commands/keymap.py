"""The keys in force: the defaults of every command, and what a person chose in `[keys]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from givequest.commands.registry import COMMANDS, EVERYWHERE, PAGES, SHOWN_KEYS, Command, shown_key
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.text import clean_line, nearest
from givequest.presentation.key_strip import StripKey
from givequest.presentation.tabs import Tabs

Keymap = Mapping[str, tuple[str, ...]]

_WRITTEN = {shown: name for name, shown in SHOWN_KEYS.items()} | {" ": "space", "return": "enter"}
_MOVING = {
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
    *(f"f{number}" for number in range(1, 13)),
}  # fmt: skip
_NAMED = {"space", "enter", "tab", "escape", "backspace", *_MOVING, *SHOWN_KEYS}
_AMBIGUOUS = "himcqzj"
"""Letters that with ctrl are another key to many terminals, or that terminals keep for themselves."""
_PLACE = re.compile(r"\{([a-z.-]+)\}")


def read_keymap(chosen: Mapping[str, str]) -> tuple[Keymap, list[Diagnostic]]:
    """Return the keys of every command by id, and a problem for each choice that cannot be; its default stays."""
    defaults = {command.id: command.keys for command in COMMANDS}
    wanted: dict[str, tuple[str, ...]] = {}
    reasons: dict[str, str] = {}
    for identity, text in chosen.items():
        if identity not in defaults:
            near = nearest(identity, defaults)
            hint = f"did you mean {near}?" if near else "'givequest keys' lists them all."
            reasons[identity] = f"No action has that id; {hint}"
            continue
        keys, reason = _read_keys(text, defaults[identity])
        if reason is None:
            wanted[identity] = keys
        else:
            reasons[identity] = _stays(reason, defaults[identity])
    # Two actions may change places: what counts is the map as a whole, and of two that clash the later one goes back.
    while clash := next(filter(None, (_clash(identity, defaults | wanted) for identity in reversed(wanted))), None):
        identity, reason = clash
        del wanted[identity]
        reasons[identity] = _stays(reason, defaults[identity])
    told = filter(reasons.__contains__, chosen)
    return defaults | wanted, [
        Diagnostic(f"config.toml, keys.{clean_line(identity)[:40]}", reasons[identity]) for identity in told
    ]


def _stays(reason: str, keys: Iterable[str]) -> str:
    return f"{reason} It stays on {' '.join(map(shown_key, keys))}."


def _read_keys(text: str, own: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    keys = []
    for word in [text] if text in (",", " ") else re.split(r"\s*,\s+|\s+|,(?=.)", text.strip()):
        *modifiers, name = re.split(r"\+(?=.)", word) if len(word) > 1 else [word]
        modifiers = [modifier.lower() for modifier in modifiers]
        name = name if len(name) == 1 else name.lower()
        name = _WRITTEN.get(name, name)
        if len(name) == 1 and modifiers == ["shift"] and name.isalpha():
            modifiers, name = [], name.upper()
        elif modifiers:
            name = name.lower()
        key = "+".join([*modifiers, name])
        good = (name in _NAMED or (len(name) == 1 and name.isprintable())) and set(modifiers) <= {"ctrl", "shift"}
        if not good:
            return (), f"'{clean_line(word)[:20]}' isn't a key; examples are space, x, f5 and ctrl+t."
        if key not in own and not _is_the_same_everywhere(modifiers, name):
            return (), f"{shown_key(key)} means different things in different terminals; choose another key."
        keys.append(key)
    return tuple(dict.fromkeys(keys)), None


def _is_the_same_everywhere(modifiers: Sequence[str], name: str) -> bool:
    if not modifiers or name in _MOVING or (name == "tab" and modifiers == ["shift"]):
        return True
    return "ctrl" in modifiers and len(name) == 1 and name.isascii() and name.isalpha() and name not in _AMBIGUOUS


def _clash(identity: str, keymap: Keymap) -> tuple[str, str] | None:
    pages = {command.id: command.page for command in COMMANDS}
    own = pages[identity]
    for other, taken in keymap.items():
        shares_page = EVERYWHERE in (own, pages[other]) or own == pages[other]
        if other == identity or not shares_page:
            continue
        for key in keymap[identity]:
            if key in taken:
                return identity, f"{shown_key(key)} is the key of {other}; give that one another key too."
    return None


def keys_of(command: Command, keymap: Keymap) -> tuple[str, ...]:
    """Return the keys in force for a command."""
    return keymap.get(command.id, command.keys)


def strip_keys(commands: Iterable[Command], keymap: Keymap, *, in_ascii: bool) -> list[StripKey]:
    """Return commands as the key strip names them, each with the first of its keys in force."""
    strip = []
    for command in commands:
        keys = keys_of(command, keymap)
        key = shown_key(keys[0], in_ascii=in_ascii) if keys else ""
        strip.append(StripKey(command.id, key, command.title, always=command.id == "app.help"))
    return strip


def tabs_of(page: str, keymap: Keymap, *, in_ascii: bool) -> Tabs:
    """Return the tabs of all pages, that of one of them lit; a page that has none lights none."""
    places = {f"page.{name}": place for place, name in enumerate(PAGES)}
    found = sorted((one for one in COMMANDS if one.id in places), key=lambda one: places[one.id])
    return Tabs(tuple(strip_keys(found, keymap, in_ascii=in_ascii)), f"page.{page}")


def name_keys(text: str, keymap: Keymap, *, in_ascii: bool = False) -> str:
    """Return a sentence in which the id of a command in braces, like {app.help}, has become the key in force."""

    def key(found: re.Match[str]) -> str:
        return shown_key(keymap[found[1]][0], in_ascii=in_ascii) if found[1] in keymap else found[0]

    return _PLACE.sub(key, text)
