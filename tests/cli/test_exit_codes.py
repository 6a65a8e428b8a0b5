"""0 done, 1 could not be done, 2 wrong usage; and whatever is wrong is one plain sentence on stderr."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from givequest.cli.registry import COMMANDS
from givequest.config.paths import Paths

from ..exported import facts_in
from .conftest import Play, Ran

WRONG_USAGE = [
    (("hlep",), "did you mean help?"),
    (("tody",), "did you mean today?"),
    (("zzzz",), "'givequest --help' lists them"),
    (("",), "No command is called ''"),
    (("--jsno",), "No option is called '--jsno'"),
    (("today", "--jsno"), "--jsno"),
    (("today", "extra"), "extra"),
    (("log",), "KIND"),
    (("log", "halp"), "did you mean help?"),
    (("log", "congratulat3"), "did you mean congratulate?"),
    (("log", "xyzzy"), "congratulate, help, reconnect"),
    (("log", "help", "--effort", "4"), "--effort"),
    (("log", "help", "--effort", "much"), "--effort"),
    (("log", "help", "--efort", "2"), "--efort"),
    (("log", "help", "--day"), "--day"),
    (("log", "help", "--day", "2026-11-24"), "2026-11-24 is in the future"),
    (("log", "help", "--day", "tomorrow"), "is in the future"),
    (("log", "help", "--day", "9999-12-31"), "is in the future"),
    (("log", "help", "--day", "1969-12-31"), "before 1970"),
    (("log", "help", "--day", ""), "YYYY-MM-DD"),
    (("log", "help", "--day", "soon"), "'soon'"),
    (("log", "help", "--day", "2026-02-30"), "YYYY-MM-DD"),
    (("log", "help", "--day", "03/04/2026"), "could mean"),
    (("slip", "--day", "2026-11-24"), "is in the future"),
    (("journal", "a", "page", "--day", "2026-11-24"), "is in the future"),
    (("journal", ""), "nothing to write down"),
    (("rest", "2026-13-01"), "YYYY-MM-DD"),
    (("rest", "2026-12-02..2026-12-01"), "ends before it begins"),
    (("rest", "2026-12-01..2036-12-01"), "At most 366 days"),
    (("rest", ".."), "YYYY-MM-DD"),
    (("stats", "--month", "2026-13"), "YYYY-MM"),
    (("stats", "--month", ""), "YYYY-MM"),
    (("stats", "--as-of", "2026-11-24"), "is in the future"),
    (("stats", "--as-of", "whenever"), "YYYY-MM-DD"),
    (("stats", "--series", "help"), "--year"),
    (("stats", "--series", "foo"), "--year"),
    (("stats", "--series", "foo", "--json"), "--year"),
    (("stats", "--year", "--series", "foo"), "No row is called foo"),
    (("export", "--format", "xml"), "jsonl"),
    (("import",), "FILE"),
    (("--home",), "--home needs a folder"),
    (("today", "--home="), "--home needs a folder"),
]
NOT_TO_BE_DONE = [
    (("undo",), "nothing to undo"),
    (("import", "/there/is/no/such/file"), "/there/is/no/such/file"),
    (("import", "/"), "is a folder"),
    (("export", "-o", "/there/is/no/such/folder/all.jsonl"), "/there/is/no/such/folder"),
    (("--home", "/dev/null/home", "log", "help"), "/dev/null"),
]


def words_of(value: tuple[str, ...] | str) -> str:
    """Return what a case is called: its command line."""
    return " ".join(value) if isinstance(value, tuple) else ""


def is_one_sentence(ran: Ran) -> bool:
    """Return whether all that was said is one line on stderr that ends as a sentence does."""
    said = ran.err.removeprefix("givequest: ")
    return not ran.out and said != ran.err and said.endswith((".\n", "?\n")) and said.count("\n") == 1


@pytest.mark.parametrize(("words", "hint"), WRONG_USAGE, ids=words_of)
def test_wrong_usage_is_told_in_one_sentence_and_changes_nothing(
    play: Play, paths: Paths, words: tuple[str, ...], hint: str
) -> None:
    """With exit code 2, and words that help on."""
    ran = play(*words)
    assert ran.code == 2
    assert is_one_sentence(ran), ran
    assert hint in ran.err
    assert not os.path.exists(paths.data)


@pytest.mark.parametrize(("words", "hint"), NOT_TO_BE_DONE, ids=words_of)
def test_what_cannot_be_done_is_told_with_where_it_is(
    play: Play, paths: Paths, words: tuple[str, ...], hint: str
) -> None:
    """With exit code 1: the command was right, the world was not."""
    ran = play(*words)
    assert ran.code == 1
    assert hint in ran.err
    assert "Traceback" not in ran.err
    assert "unexpected happened" not in ran.err
    assert not ran.out
    assert not os.path.exists(paths.data)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_tells_how_it_is_used(play: Play, paths: Paths, command: object) -> None:
    """On stdout, with exit code 0, and without touching a folder."""
    for option in ("--help", "-h"):
        ran = play(command.name, option)  # type: ignore[attr-defined]
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"usage: givequest {command.name}")  # type: ignore[attr-defined]
        assert command.help in " ".join(ran.out.split())  # type: ignore[attr-defined]
    assert not os.path.exists(os.path.dirname(paths.data))


def test_the_overview_lists_every_command(play: Play) -> None:
    """Whichever way it is asked for."""
    overview = play("--help")
    assert overview.code == 0
    assert all(f"  {command.name} " in overview.out and command.help in overview.out for command in COMMANDS)
    assert play("-h") == play("help") == overview


def test_the_version_is_printed_and_nothing_else(play: Play) -> None:
    """As programs that look for it expect."""
    from givequest import __version__

    assert play("--version") == Ran(0, f"givequest {__version__}\n", "")


def test_home_may_stand_before_and_after_the_command(play: Play, tmp_path: Path) -> None:
    """And wins over the environment; after a lone -- it is a word like any other."""
    one = str(tmp_path / "one")
    for words in (
        ("--home", one, "log", "help"),
        ("log", "--home", one, "help"),
        ("log", "help", "--home", one),
        ("log", "help", f"--home={one}"),
        (f"--home={one}", "log", "help"),
    ):
        assert play(*words).code == 0
    assert len(facts_in(play("export", "--home", one).out)) == 5
    assert facts_in(play("export").out) == []
    assert play("log", "help", "--", "--home").code == 0
    assert '"person": "--home"' in play("export").out


def test_without_a_terminal_the_board_is_printed(play: Play) -> None:
    """So that a pipe gets something to read, and nothing is asked."""
    ran = play()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Monday 23 November.")
    assert all(word in ran.out for word in ("Congratulate (open)", "Help (open)", "Reconnect (open)", "Quiet (open)"))
    assert ran == play("today")


def test_a_config_with_a_typo_is_told_of_and_the_rest_of_it_used(play: Play, paths: Paths) -> None:
    """A warning beside the answer, not instead of it."""
    os.makedirs(paths.config)
    Path(paths.config_file).write_text('grcae = 0\nnumbers = "no"\nday_start = "05:00"\n')
    ran = play("today")
    assert ran.code == 0
    assert ran.out.startswith("Monday 23 November.")
    lines = ran.err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("givequest: config.toml, grcae: ")
    assert "did you mean grace?" in lines[0]
    assert lines[1].startswith("givequest: config.toml, numbers: ")


def test_a_config_that_is_no_toml_is_told_of_once_and_the_defaults_used(play: Play, paths: Paths) -> None:
    """With the line it stumbled over."""
    os.makedirs(paths.config)
    Path(paths.config_file).write_text('theme = "hearth"\ngrace 1\n')
    ran = play("log", "help", "--json")
    assert ran.code == 0
    assert ran.data["kind"] == "help"
    assert ran.err.count("\n") == 1
    assert paths.config_file in ran.err
    assert "line 2" in ran.err
