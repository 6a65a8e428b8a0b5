"""`givequest keys`: every key in force, in columns, with the signs that can be shown."""

from __future__ import annotations

from givequest.commands.registry import COMMANDS
from givequest.config.paths import Paths
from givequest.preferences import write_start

from ...cli.conftest import Play


def test_keys_are_listed_in_columns(play: Play) -> None:
    """However long an id is."""
    lines = play("keys").out.splitlines()
    assert len(lines) == len(COMMANDS)
    columns = {
        (line.index(f" {command.page} "), line.index(command.help))
        for line, command in zip(lines, COMMANDS, strict=True)
    }
    assert len(columns) == 1


def test_an_action_can_be_named_without_quotation_marks(play: Play, paths: Paths) -> None:
    """To TOML that is a table in the table, to a person it is the same."""
    write_start(paths.config_file, '[keys]\nquest.done = "g"\n"quest.log" = "space"\n')
    ran = play("keys")
    assert ran.err == ""
    rows = {line.split()[0]: line.split()[2] for line in ran.out.splitlines()}
    assert (rows["quest.done"], rows["quest.log"]) == ("g", "space")


def test_what_cannot_be_is_told_with_what_to_do(play: Play, paths: Paths) -> None:
    """On stderr, a line each, in the order of the file."""
    write_start(paths.config_file, '[keys]\nquest.don = "g"\n"app.help" = "q"\nday.rest.now = "x"\n"day.next" = 7\n')
    ran = play("keys")
    assert ran.code == 0
    assert "keys.quest.don: No action has that id; did you mean quest.done?" in ran.err
    assert "keys.app.help: q is the key of app.leave; give that one another key too. It stays on ? f1." in ran.err
    assert "keys.day.rest: {'now': 'x'} isn't the name of a key" in ran.err
    assert "keys.day.next: 7 isn't the name of a key" in ran.err


def test_arrows_are_words_where_the_config_asks_for_ascii(play: Play, paths: Paths) -> None:
    """The setting goes for what is printed as well."""
    write_start(paths.config_file, 'glyphs = "ascii"\n')
    assert play("keys").out.isascii()
