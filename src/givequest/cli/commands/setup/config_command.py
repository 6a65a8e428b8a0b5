"""`givequest config`: the settings in force, and a commented file to begin with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from givequest.application.data.daily_check import TWO_COMPUTERS
from givequest.cli.output import print_json, print_line, spell_out
from givequest.composition import Home, ended_schedules
from givequest.domain.settings import PLAIN_SETTINGS

EXAMPLE = "config --init"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--init", action="store_true", help="write a config file that explains every setting")
    parser.add_argument("--json", action="store_true", help="print your settings as JSON")


def run(arguments: Namespace, home: Home) -> int:
    """Print the settings in force, or write the file."""
    if arguments.init:
        return _write(home)
    settings, rules = settings_document(home), rules_document(home)
    if arguments.json:
        print_json({**settings, **rules})
        return 0
    rows = {key: ", ".join(value) if isinstance(value, list) else _plain(value) for key, value in settings.items()}
    for kind, fields in rules["quests"].items():
        rows |= {f"quests.{kind}.{name}": _plain(value) for name, value in fields.items()}
    rows |= {f"{kind}, retired": f"since {day}; its deeds and streaks stay" for kind, day in rules["retired"].items()}
    width = max(14, *map(len, rows))
    for key, value in rows.items():
        print_line(f"{key:<{width}} {value}")
    for words in _told_of_rules(home):
        print_line(words)
    return 0


def _told_of_rules(home: Home) -> Iterator[str]:
    """Yield where what is due comes from, where that is not the config as it is."""
    rules, today = home.game.current_rules, home.game.today()
    if rules.unwritten(today) is not None:
        yield "What's on the board is as your ledger has it: no config here says otherwise."
    elif not rules.counts(today):
        yield "What's on the board is as your ledger has it, until the config is fixed."
    yield from map(str, ended_schedules(home.game))
    if rules.are_in_turns():
        yield TWO_COMPUTERS


def rules_document(home: Home) -> dict[str, dict[str, Any]]:
    """Return what kinds are not as built in, by the names that the config has for it, and the retired kinds."""
    from givequest.config.rules_text import fields_of

    built_in = home.game.current_rules.built_in
    in_force = home.game.current_rules.on(home.game.today())
    fields = {kind.id: fields_of(kind, built_in.get(kind.id)) for kind in in_force.rule_set.kinds.values()}
    return {
        "quests": {kind: found for kind, found in fields.items() if found},
        "retired": {kind: day.isoformat() for kind, day in in_force.retired.items()},
    }


def settings_document(home: Home) -> dict[str, object]:
    """Return the settings in force, by the names that the config file has for them."""

    settings = home.settings
    document: dict[str, object] = {name: settings.as_written(name) for name in PLAIN_SETTINGS}
    document["theme"] = home.worn_theme()[0].name
    return document | {"board.core": list(settings.core)}


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _write(home: Home) -> int:
    from givequest.commands.registry import COMMANDS, shown_key
    from givequest.config.kinds import load_kinds
    from givequest.config.writing import commented_config
    from givequest.domain.kinds import core_of
    from givequest.preferences import with_what_is_due, write_start

    keys = {command.id: ", ".join(shown_key(key, in_ascii=True) for key in command.keys) for command in COMMANDS}
    text = with_what_is_due(commented_config(keys, core_of(load_kinds())), home.game)
    write_start(home.paths.config_file, text)
    print_line(spell_out(home.paths.config_file))
    return 0
