"""`givequest themes`: what there is to look at, what is wrong with any, and a start for one's own."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from givequest.appearance import Theme, hard_to_read, load_theme, load_themes
from givequest.appearance.following import read_pair
from givequest.cli.output import complain, print_json, print_line
from givequest.composition import Home
from givequest.errors import UsageError

EXAMPLE = "themes new my-room --like hearth"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.usage = "givequest themes [--json]\n       givequest themes new NAME [--like THEME]"
    parser.add_argument("act", nargs="?", choices=("new",), metavar="new", help="write a theme file of your own")
    parser.add_argument("name", nargs="?", metavar="NAME", help="its name: small letters and dashes")
    parser.add_argument("--like", metavar="THEME", help="the theme whose colours it starts with")
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(arguments: Namespace, home: Home) -> int:
    """List the themes and say what is wrong with any; or write a new one."""
    if arguments.act == "new":
        return _write_new(arguments.name, arguments.like, home)
    if arguments.like:
        raise UsageError("--like goes with 'givequest themes new NAME'.")
    themes, problems = load_themes(home.paths.themes, home.settings.kinds.values())
    setting = home.settings.theme
    worn, of_setting = home.worn_theme()
    chosen = worn.name
    if arguments.json:
        print_json([_document(theme, chosen) for theme in themes.values()])
    else:
        width = max(map(len, themes))
        for theme in themes.values():
            mark = "*" if theme.name == chosen else " "
            shade = "dark" if theme.dark else "light"
            author = f", by {theme.author}" if theme.author else ""
            print_line(f"{mark} {theme.name:<{width}}  {shade:<5}  {theme.title}{author}")
    if pair := read_pair(setting):
        complain(f"{pair.setting} follows your terminal's background; now it's {chosen}.")
    for problem in [*problems, *(found for found in of_setting if found not in problems)]:
        complain(str(problem))
    for theme in themes.values():
        for role, ground, ratio in hard_to_read(theme):
            complain(f"{theme.name}, colours.{role}: {ratio:.1f} to 1 on {ground}; from 4.5 on it reads easily.")
    return 1 if problems or of_setting else 0


def _document(theme: Theme, chosen: str) -> dict[str, object]:
    return {
        "name": theme.name,
        "title": theme.title,
        "author": theme.author,
        "dark": theme.dark,
        "glyphs": theme.glyphs.name,
        "chosen": theme.name == chosen,
    }


def _write_new(name: str | None, like: str | None, home: Home) -> int:
    from givequest.appearance.starting import started_theme
    from givequest.preferences import write_start

    if not name:
        raise UsageError("A theme needs a name: 'givequest themes new NAME'.")
    themes, _ = load_themes(home.paths.themes, home.settings.kinds.values())
    if like and like not in themes:
        raise UsageError(load_theme(like, home.paths.themes)[1][0].message)
    base = themes[like] if like else home.worn_theme()[0]
    try:
        text = started_theme(base, name)
    except ValueError as error:
        raise UsageError(str(error)) from None
    path = os.path.join(home.paths.themes, f"{name}.toml")
    write_start(path, text)
    print_line(path)
    complain(f'Choose it in the app with f3, or with theme = "{name}" in {home.paths.config_file}.')
    return 0
