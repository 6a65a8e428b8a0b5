"""Completions and help: every command can be found from the shell, and says what it takes."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from argparse import SUPPRESS
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.cli.commands.setup.completions import SHELLS
from givequest.cli.parser import Parser, parse
from givequest.cli.registry import COMMANDS, CliCommand
from givequest.config.paths import Paths
from givequest.preferences import write_start

from ...cli.conftest import Play

ASK = """
source "$1"; shift
_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_shtab_givequest "$1" "${COMP_WORDS[$COMP_CWORD]}" "${COMP_WORDS[$((COMP_CWORD - 1))]}"; echo "${COMPREPLY[@]}"; }
_words "$@"
"""
ASK_ZSH = """
compdef() { }
_arguments() { print -r -- "$@" }
_describe() { print -l -- ${(P)2} }
eval "$(<$1)"
for function in _shtab_givequest_$2 _shtab_givequest_${2}_commands; do $function; done
"""
"""What a part's completion hands to zsh: where commands are looked for, and which there are."""
WITH_PARTS = [command for command in COMMANDS if command.parts]
Complete = Callable[..., set[str]]


@pytest.fixture
def complete(play: Play, tmp_path: Path) -> Complete:
    """Return what asks bash for the words that could come next."""

    def completed(*words: str) -> set[str]:
        script = tmp_path / "completions.bash"
        script.write_text(play("completions", "bash").out)
        command = ["bash", "--norc", "-c", ASK, "bash", str(script), "givequest", *words]
        return set(subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout.split())

    return completed


def test_bash_completes_commands_options_kinds_and_themes(complete: Complete, play: Play, paths: Paths) -> None:
    """Kinds and themes of one's own as well."""
    write_start(paths.config_file, '[quests.mentor]\nname = "Mentor"\n')
    play("themes", "new", "my-room")
    assert complete("") == {command.name for command in COMMANDS}
    assert complete("st") == {"stats"}
    assert {"help", "quiet", "mentor"} <= complete("log", "")
    assert {"forest", "my-room"} <= complete("demo", "--theme", "")
    assert {"--month", "--json", "--home"} <= complete("stats", "--")
    assert complete("completions", "") == set(SHELLS)


@pytest.mark.parametrize("before", [("--home", "/some/where"), ("--home=/some/where",)], ids=" ".join)
def test_bash_completes_behind_a_home_named_before_the_command(complete: Complete, before: tuple[str, ...]) -> None:
    """As `--home` may stand there too."""
    assert complete(*before, "st") == {"stats"}
    assert "help" in complete(*before, "log", "")
    assert "--home" in complete("--h")


def test_bash_completes_the_folder_of_a_home(complete: Complete, tmp_path: Path) -> None:
    """Folders, and no files."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    assert complete("--home", f"{tmp_path}/f") == {f"{tmp_path}/folder"}


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed here")
@pytest.mark.parametrize("line", ["givequest st", "givequest --home /some/where st", "givequest --home=/some/where st"])
def test_fish_completes_behind_a_home_too(play: Play, tmp_path: Path, line: str) -> None:
    """In its own words."""
    script = tmp_path / "completions.fish"
    script.write_text(play("completions", "fish").out)
    command = ["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"]
    asked = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert asked.stdout.startswith("stats")


@pytest.mark.parametrize("command", WITH_PARTS, ids=lambda command: command.name)
def test_bash_completes_the_parts_of_a_command(complete: Complete, command: CliCommand) -> None:
    """Whatever else may stand in their place."""
    assert complete(command.name, "") >= {part.name.split()[-1] for part in command.parts}


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed here")
@pytest.mark.parametrize("command", WITH_PARTS, ids=lambda command: command.name)
def test_fish_completes_the_parts_of_a_command(play: Play, tmp_path: Path, command: CliCommand) -> None:
    """And tells what each is for."""
    script = tmp_path / "completions.fish"
    script.write_text(play("completions", "fish").out)
    ask = ["fish", "--no-config", "-c", f"source {script}; complete -C 'givequest {command.name} '"]
    asked = subprocess.run(ask, capture_output=True, text=True, check=True, timeout=30).stdout
    assert {line.split("\t")[0] for line in asked.splitlines()} >= {part.name.split()[-1] for part in command.parts}


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed here")
@pytest.mark.parametrize("command", WITH_PARTS, ids=lambda command: command.name)
def test_zsh_completes_the_parts_of_a_command(play: Play, tmp_path: Path, command: CliCommand) -> None:
    """It asks for no name in their place, for which it would know no words."""
    script = tmp_path / "_givequest"
    script.write_text(play("completions", "zsh").out)
    ask = ["zsh", "-f", "-c", ASK_ZSH, "zsh", str(script), command.name]
    asked = subprocess.run(ask, capture_output=True, text=True, check=True, timeout=30).stdout
    assert f": :_shtab_givequest_{command.name}_commands" in asked
    assert all(f"\n{part.name.split()[-1]}:" in asked for part in command.parts)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_can_read_its_completions_and_finds_every_command_in_them(
    play: Play, tmp_path: Path, shell: str
) -> None:
    """Its own syntax check passes, where the shell is here."""
    ran = play("completions", shell)
    assert ran.code == 0
    assert all(command.name in ran.out for command in COMMANDS)
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    script = tmp_path / "completions"
    script.write_text(ran.out)
    checked = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, timeout=30, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_zsh_takes_a_value_behind_an_equals_sign_as_well(play: Play) -> None:
    """In its way of writing options, or it would complete nothing behind `--home=DIR`."""
    script = play("completions", "zsh").out
    assert '"--home=[keep everything' in script
    assert '"--home[' not in script
    assert '"--json[' in script


def test_another_shell_is_answered_with_those_there_are(play: Play) -> None:
    """Wrong usage, and what would be right."""
    ran = play("completions", "csh")
    assert (ran.code, ran.out) == (2, "")
    assert all(shell in ran.err for shell in SHELLS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_says_what_it_takes(play: Play, command: CliCommand) -> None:
    """`--help` prints what it is for, every argument with a word about it, and at its end a call that can be typed."""
    ran = play(command.name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert " ".join(command.help.split()) in " ".join(ran.out.split())
    assert max(map(len, ran.out.splitlines())) <= 100
    example = ran.out.splitlines()[-1]
    assert example.startswith(f"Example: givequest {command.name}")
    assert parse(command, shlex.split(example)[3:]) is not None
    parser = Parser(prog=command.name)
    command.load().configure(parser)
    for action in parser._actions:
        if action.help != SUPPRESS:
            assert action.help, action
            assert all(option in ran.out for option in action.option_strings)
