"""`givequest config`: the settings in force, and a commented file to begin with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.cli.output import print_json, print_line, spell_out
from givequest.composition import Home
from givequest.domain.days import WEEKDAYS

EXAMPLE = "config --init"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--init", action="store_true", help="write a config file with every setting explained in it")
    parser.add_argument("--json", action="store_true", help="print the settings in force as JSON")


def run(arguments: Namespace, home: Home) -> int:
    """Print the settings in force, or write the file."""
    if arguments.init:
        return _write(home)
    settings = settings_document(home)
    if arguments.json:
        print_json(settings)
        return 0
    for key, value in settings.items():
        print_line(f"{key:<14} {', '.join(value) if isinstance(value, list) else _plain(value)}")
    return 0


def settings_document(home: Home) -> dict[str, object]:
    """Return the settings in force, by the names that the config file has for them."""
    from givequest.appearance import load_theme

    settings = home.settings
    return {
        "day_start": f"{settings.day_start:%H:%M}",
        "first_weekday": WEEKDAYS[settings.first_weekday],
        "grace": settings.grace,
        "numbers": settings.numbers,
        "theme": load_theme(settings.theme, home.paths.themes)[0].name,
        "hemisphere": settings.hemisphere,
        "animations": settings.animations,
        "glyphs": settings.glyphs,
        "board.core": list(settings.core),
    }


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _write(home: Home) -> int:
    from givequest.commands.registry import COMMANDS, shown_key
    from givequest.config.kinds import load_kinds
    from givequest.config.writing import commented_config
    from givequest.domain.kinds import core_of
    from givequest.preferences import write_start

    keys = {command.id: ", ".join(shown_key(key, in_ascii=True) for key in command.keys) for command in COMMANDS}
    write_start(home.paths.config_file, commented_config(keys, core_of(load_kinds())))
    print_line(spell_out(home.paths.config_file))
    return 0
