"""From the words of a command line to an exit code: 0 done, 1 could not be done, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from givequest import __version__
from givequest.cli.daily_backup import keep_daily_copy
from givequest.cli.output import complain, finish, is_terminal, print_line, turn_off_stdout
from givequest.cli.registry import COMMANDS, find_command
from givequest.composition import local_now, missing_files, open_home
from givequest.config.paths import find_paths
from givequest.domain.text import clean_line, nearest
from givequest.errors import NO_MEMORY, GivequestError, UsageError

if TYPE_CHECKING:
    from givequest.application.ports import Clock

ABOUT = "A game of small good deeds. Run it without a command to open the app."


def run_command_line(words: Sequence[str], clock: Clock = local_now) -> int:
    """Carry out a command line (without the program's name) and return the exit code. Never raises."""
    try:
        code = _run(list(words), clock)
        finish()
        return code
    except GivequestError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has read enough; keep the interpreter from noticing at exit.
        turn_off_stdout()
        return 0
    except KeyboardInterrupt:
        return 130
    except MemoryError:
        complain(NO_MEMORY)
        return 1
    except Exception as error:  # a traceback would print what people wrote
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"
        complain(f"Something unexpected happened ({type(error).__name__} in {where}). What was saved is safe.")
        return 1


def _run(words: list[str], clock: Clock) -> int:
    home_folder, words = _take_home(words)
    if words[:1] == ["--version"]:
        print_line(f"givequest {__version__}")
        return 0
    if words[:1] in (["--help"], ["-h"], ["help"]):
        print_line(_overview())
        return 0
    if not words:
        return _open_screen(home_folder, clock)
    command = find_command(words[0])
    if command is None:
        raise UsageError(_no_such_command(words[0]))
    part = find_command(" ".join(words[:2])) if command.parts and len(words) > 1 else None
    command, words = (command, words[1:]) if part is None else (part, words[2:])
    arguments = command.plain(words)
    if arguments is None:
        from givequest.cli.parser import parse  # the full screen does without

        arguments = parse(command, words)
    if arguments is None:
        return 0
    home = open_home(find_paths(home_folder), clock, with_cards=command.with_cards)
    for problem in home.problems if command.complains else ():
        complain(str(problem))
    code = command.load().run(arguments, home)
    if command.with_cards:
        from givequest.application.game.giving_run import keep_run

        home.game.keep_recent()
        keep_run(home.game)
    if command.writes and home.game.has_saved and not code:
        keep_daily_copy(home)
    for problem in () if command.tells_all else home.game.problems():
        complain(str(problem))
    for problem in () if command.tells_all or home.game.has_saved else missing_files(home):
        complain(str(problem))
    return code


def _open_screen(folder: str | None, clock: Clock) -> int:
    if not (is_terminal(sys.stdout) and is_terminal(sys.stdin)):
        return _run([*(["--home", folder] if folder else []), "today"], clock)
    if (kind := os.environ.get("TERM", "")) in ("", "dumb"):
        reason = f"TERM is {kind}" if kind else "TERM isn't set"
        complain(f"This terminal can't show a full screen ({reason}), so here's the board in words.")
        return _run([*(["--home", folder] if folder else []), "today", "--plain"], clock)
    home = open_home(find_paths(folder), clock)
    from givequest.first_frame.launch import launched

    with launched(home) as launch:
        from givequest.tui.app import run

        return run(home, launch)


def _take_home(words: list[str]) -> tuple[str | None, list[str]]:
    """Take `--home DIR` out of the words, wherever before a lone `--` it stands."""
    folder, rest = None, []
    remaining = iter(words)
    for word in remaining:
        if word == "--":
            rest += [word, *remaining]
        elif word == "--home":
            folder = next(remaining, None)
            if not folder:
                raise UsageError("--home needs a folder; 'givequest --help' shows how to use it.")
        elif word.startswith("--home="):
            folder = word.removeprefix("--home=")
            if not folder:
                raise UsageError("--home needs a folder; 'givequest --help' shows how to use it.")
        else:
            rest.append(word)
    return folder, rest


def _overview() -> str:
    width = max(len(command.name) for command in COMMANDS)
    rows = "\n".join(f"  {command.name:<{width}}  {command.help}" for command in COMMANDS)
    return (
        f"usage: givequest [COMMAND] [--home DIR] [--version] [--help]\n\n{ABOUT}\n\n{rows}\n\n"
        "'givequest COMMAND --help' tells you more.\n"
        "--home DIR, or GIVEQUEST_HOME, keeps everything under one folder."
    )


def _no_such_command(word: str) -> str:
    near = nearest(word, [*(command.name for command in COMMANDS), "help"])
    hint = f"did you mean {near}?" if near else "'givequest --help' lists them all."
    what = "option" if word.startswith("-") else "command"
    return f"No {what} is called '{clean_line(word)[:40]}'; {hint}"
