"""Finding and reading of theme files: those that came along, and a person's own."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from contextlib import suppress

from givequest.appearance.following import follows, read_pair, worn_of
from givequest.appearance.glyphs import Glyphs
from givequest.appearance.theme import Theme, read_theme
from givequest.cache.stamped import read_stamped, stamp_of, write_stamped
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import Kind
from givequest.domain.text import clean_line, nearest
from givequest.errors import GivequestError

DEFAULT_DARK, DEFAULT_LIGHT = "hearth", "morning"
LARGEST_FILE = 64 * 1024
CACHE = "theme.json"
"""The file of the theme that was read last: TOML takes longer to read than the board to draw."""
_CACHE_VERSION = 1
_PLACE = "config.toml, theme"


def themes_folder() -> str:
    """Return where the packaged themes are: in the package when installed, beside `src` in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "themes")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(os.path.dirname(package)), "themes")


def load_theme(
    name: str, user_folder: str | None = None, kinds: Iterable[Kind] = (), cache_folder: str | None = None
) -> tuple[Theme, list[Diagnostic]]:
    """Return one theme, a person's own first, and what is wrong; the default one where it cannot be used.

    It has a colour for each of `kinds`. Of two, for a dark ground and for a light one, it is the one that goes with
    what `cache_folder` has of the terminal, and both of them have to be there. A theme with nothing wrong is read from
    a file in that folder where it was made from it.
    """
    problems = _wrong_with_pair(name, user_folder) if follows(name) else []
    name, was_told = worn_of(name, cache_folder), bool(problems)
    for folder in filter(None, (user_folder, themes_folder())) if name else ():
        path = os.path.join(folder, f"{name}.toml")
        if os.path.basename(path) == f"{name}.toml" and os.path.exists(path):
            theme, found = _read_through(path, cache_folder)
            problems += found
            if theme is not None:
                return theme.for_kinds(kinds), problems
    if name and not problems and not was_told:
        problems.append(Diagnostic(_PLACE, _no_such_theme(name, user_folder)))
    default, found = _read_through(os.path.join(themes_folder(), f"{DEFAULT_DARK}.toml"), cache_folder)
    if default is None:
        raise GivequestError(f"The default theme is missing from {themes_folder()}; reinstall givequest.")
    return default.for_kinds(kinds), problems + found


def load_themes(
    user_folder: str | None = None, kinds: Collection[Kind] = ()
) -> tuple[dict[str, Theme], list[Diagnostic]]:
    """Return every theme that can be used, by name, each with a colour for all `kinds`, and what is wrong."""
    themes: dict[str, Theme] = {}
    problems: list[Diagnostic] = []
    for folder in filter(None, (themes_folder(), user_folder)):
        for name in _names(folder):
            theme, found = _read_file(os.path.join(folder, f"{name}.toml"))
            problems += found
            if theme is not None:
                themes[name] = theme.for_kinds(kinds)
    return themes, problems


def _wrong_with_pair(setting: str, user_folder: str | None) -> list[Diagnostic]:
    """Return why a setting cannot follow the terminal: it does not name two themes, or there is none of a name."""
    pair = read_pair(setting)
    if pair is None:
        words = f'Write two themes, the dark one first: theme = "auto:{DEFAULT_DARK},{DEFAULT_LIGHT}".'
        return [Diagnostic(_PLACE, words)]
    known = {name for folder in filter(None, (themes_folder(), user_folder)) for name in _names(folder)}
    return [Diagnostic(_PLACE, _no_such_theme(name, user_folder)) for name in dict.fromkeys(pair) if name not in known]


def _read_through(path: str, cache_folder: str | None) -> tuple[Theme | None, list[Diagnostic]]:
    if cache_folder is None:
        return _read_file(path)
    cached = os.path.join(cache_folder, CACHE)
    stamp = [path, *stamp_of([path], _CACHE_VERSION), *Glyphs._fields]
    with suppress(TypeError):  # it is of another version of the program
        row = read_stamped(cached, stamp)
        if row is not None:
            return Theme(**{**row, "glyphs": Glyphs(**row["glyphs"])}), []
    theme, problems = _read_file(path)
    if theme is not None and not problems:
        write_stamped(cached, stamp, {**vars(theme), "glyphs": theme.glyphs._asdict()})
    return theme, problems


def _names(folder: str) -> list[str]:
    try:
        return sorted(name.removesuffix(".toml") for name in os.listdir(folder) if name.endswith(".toml"))
    except OSError:
        return []


def _no_such_theme(name: str, user_folder: str | None) -> str:
    names = sorted({known for folder in filter(None, (themes_folder(), user_folder)) for known in _names(folder)})
    near = nearest(name, names)
    hint = f"did you mean {near}?" if near else f"there are {', '.join(names)}."
    return f"No theme is called {clean_line(name)[:40]}; {hint}"


def _read_file(path: str) -> tuple[Theme | None, list[Diagnostic]]:
    from givequest.domain.toml import parse_toml

    try:
        if not os.path.isfile(path):  # a pipe would keep us waiting
            return None, [Diagnostic(f"{path}, file", "It isn't a file.")]
        if os.path.getsize(path) > LARGEST_FILE:
            return None, [Diagnostic(f"{path}, size", "A theme file is at most 64 KiB long.")]
        with open(path, "rb") as file:
            document, _ = parse_toml(file.read())
    except OSError as error:
        return None, [Diagnostic(f"{path}, file", f"It couldn't be read ({error.strerror}).")]
    except ValueError as error:
        return None, [Diagnostic(f"{path}, file", str(error))]
    return read_theme(document, path, os.path.basename(path).removesuffix(".toml"))
