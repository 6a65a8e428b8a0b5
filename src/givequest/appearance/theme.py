"""Themes: a colour for every role, and the glyphs to draw with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import Any

from givequest.appearance.glyphs import SETS, UNICODE, Glyphs
from givequest.appearance.terminal_colours import DEFAULT, is_terminals_own
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import Kind
from givequest.domain.text import clean_line, nearest, quoted_value

GROUNDS = ("background", "surface", "panel")
TEXTS = (
    "text", "muted", "accent", "kept", "bridged", "rest", "off", "slip", "empty", "warmth", "level", "bonus",
    "notice", "welcome",
)  # fmt: skip
"""Roles that are read: at least 4.5 to 1 against every ground (WCAG 2.2, AA)."""
LINES = ("faint", "border", "border_focus")
CURSOR = ("cursor_background", "cursor_text")
HEAT = ("heat_0", "heat_1", "heat_2", "heat_3", "heat_4")
ROLES = (*GROUNDS, *TEXTS, *LINES, *CURSOR, *HEAT)
"""Every colour that a theme has; beside them it may have one for any kind, by the kind's id."""
_NAME = r"[a-z0-9][a-z0-9-]{0,63}"
_KIND = r"[a-z][a-z0-9-]{0,31}"
_COLOUR = r"#[0-9a-fA-F]{6}"
_VARIABLE = r"[a-z][a-z0-9-]{0,63}"
_KEYS = ("name", "title", "author", "dark", "glyphs", "colours", "variables")


class Theme:
    """How everything looks. Two themes are the same only when they are one."""

    def __init__(
        self,
        name: str,
        title: str,
        author: str,
        dark: bool,
        colours: Mapping[str, str],
        glyphs: Glyphs = UNICODE,
        variables: Mapping[str, str] | None = None,
    ) -> None:
        """Take colours by role, as `#rrggbb` or the terminal's own; `variables` are more of Textual's variables."""
        self.name = name
        self.title = title
        self.author = author
        self.dark = dark
        self.colours = colours
        self.glyphs = glyphs
        self.variables = variables or {}

    def colour(self, role: str) -> str:
        """Return the colour of a role."""
        return self.colours[role]

    @property
    def is_see_through(self) -> bool:
        """Whether it is drawn on the terminal's own ground, of which nobody knows the colour."""
        return self.colours["background"] == DEFAULT

    @property
    def kinds(self) -> tuple[str, ...]:
        """The ids of the kinds that it has a colour for."""
        return tuple(name for name in self.colours if name not in ROLES)

    def role_of(self, kind: str, otherwise: str = "text") -> str:
        """Return the role that a kind is drawn in, by the kind's id.

        A kind of a person's own may be called like a role, `border` or `background`: it is drawn in `otherwise`.
        """
        return kind if kind in self.colours and kind not in ROLES else otherwise

    def for_kinds(self, kinds: Iterable[Kind]) -> Theme:
        """Return the theme with a colour for each of some kinds: its own, or that of the role the kind names."""
        likely = {kind.id: self.colours[kind.colour if kind.colour in TEXTS else "text"] for kind in kinds}
        colours = {**likely, **self.colours}
        return Theme(self.name, self.title, self.author, self.dark, colours, self.glyphs, self.variables)


def read_theme(document: Mapping[str, Any], file: str, stem: str) -> tuple[Theme | None, list[Diagnostic]]:
    """Return the theme that a TOML document describes (None: it cannot be used) and what is wrong with it."""
    problems: list[Diagnostic] = []

    def wrong(name: str, message: str) -> None:
        problems.append(Diagnostic(f"{file}, {name}", message))

    for key in sorted(document.keys() - set(_KEYS)):
        wrong(clean_line(key)[:40], _unknown(key, _KEYS))
    if not re.fullmatch(_NAME, stem) or document.get("name", stem) != stem:
        wrong("name", f'A theme has the name of its file: name = "{clean_line(stem)[:40]}", small letters and dashes.')
    colours = _read_colours(document.get("colours"), "colours", ROLES, wrong)
    fatal = bool(problems)
    missing = [role for role in ROLES if role not in colours]
    if missing and not fatal:
        wrong("colours", f"These colours are missing: {', '.join(missing)}.")
        fatal = True
    variables = _read_colours(document.get("variables", {}), "variables", None, wrong)
    dark = document.get("dark", True)
    if not isinstance(dark, bool):
        wrong("dark", "Write true or false.")
    glyphs = _read_glyphs(document.get("glyphs", "unicode"), wrong)
    title, author = (_read_words(document.get(key, ""), key, wrong) for key in ("title", "author"))
    if fatal:
        return None, problems
    return Theme(stem, title or stem.title(), author, dark is True, colours, glyphs, variables), problems


def without_folder(problem: Diagnostic) -> Diagnostic:
    """Return a problem of a theme with the name of its file alone, for where there is little room."""
    path, extension, field = problem.place.partition(".toml, ")
    return problem._replace(place=os.path.basename(path) + extension + field)


def _read_words(value: Any, key: str, wrong: Any) -> str:
    if isinstance(value, str):
        return clean_line(value)[:60]
    wrong(key, f'Write words in quotation marks, like {key} = "My room".')
    return ""


def _unknown(key: str, known: tuple[str, ...]) -> str:
    near = nearest(key, known)
    return f"No such field; did you mean {near}?" if near else f"Fields are {', '.join(known)}."


def _read_colours(table: Any, place: str, known: tuple[str, ...] | None, wrong: Any) -> dict[str, str]:
    if not isinstance(table, dict):
        wrong(place, f"It should be a table, written [{place}].")
        return {}
    colours = {}
    for role, value in table.items():
        shown = f"{place}.{clean_line(role)[:40]}"
        if known is not None and role not in known and not _names_a_kind(role, known):
            wrong(shown, _unknown(role, known))
        elif known is None and (not re.fullmatch(_VARIABLE, role) or "-style" in role):
            wrong(shown, "That isn't a colour variable; one is footer-key-foreground.")
        elif isinstance(value, str) and (re.fullmatch(_COLOUR, value) or is_terminals_own(value)):
            colours[role] = value.lower()
        else:
            wrong(shown, f"{quoted_value(value, 40)} isn't a colour; write it like #e0af68.")
    return colours


def _names_a_kind(name: str, roles: tuple[str, ...]) -> bool:
    """Return whether a name is meant for a kind, of whatever config, and is no role that is spelt amiss."""
    return bool(re.fullmatch(_KIND, name)) and not nearest(name, roles, likeness=0.7)


def _read_glyphs(value: Any, wrong: Any) -> Glyphs:
    from rich.cells import cell_len

    table = {"set": value} if isinstance(value, str) else value
    chosen = table.get("set", "unicode") if isinstance(table, dict) else None
    if not isinstance(table, dict) or not isinstance(chosen, str) or chosen not in SETS:
        wrong("glyphs", f"Write one of {', '.join(SETS)}, or a table with a set and single glyphs.")
        return UNICODE
    glyphs = SETS[chosen]
    lengths = {name: len(getattr(glyphs, name)) for name in Glyphs._fields if name != "name"}
    changes: dict[str, Any] = {}
    for name, sign in table.items():
        if name == "set":
            continue
        if name not in lengths:
            wrong(f"glyphs.{clean_line(name)[:40]}", _unknown(name, tuple(lengths)))
        elif not isinstance(sign, str) or len(sign) != lengths[name] or cell_len(sign) != lengths[name]:
            wrong(f"glyphs.{name}", f"It takes {lengths[name]} character(s), each one cell wide.")
        elif sign != clean_line(sign) and sign.strip():
            wrong(f"glyphs.{name}", "It holds a character that can't be shown.")
        else:
            changes[name] = sign
    return glyphs._replace(**changes)
