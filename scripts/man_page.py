"""Write the manual of the command line from the parsers that read it.

Run it as `python scripts/man_page.py` after a change of a command or its options, or of the version.
"""

from __future__ import annotations

import re
from pathlib import Path

from command_reference import TABLE, Reference, read_commands

from givequest import __version__
from givequest.cli.main import ABOUT

PAGE = Path(__file__).resolve().parents[1] / "share" / "man" / "man1" / "givequest.1"
DAYS = (
    'Write a day as you\'d say it: 2026-11-24, yesterday, friday (the last one), "3 days ago", 24/11, 24.11. or '
    "24 Nov. The command rest looks ahead: friday is the next one. If it could mean two days, both are named and "
    "nothing is changed."
)
HOME = (
    "Every command has --help. --home DIR keeps everything under one folder; it may stand before or behind a command."
)
EXITS = (("0", "Done."), ("1", "It couldn't be done; one sentence on stderr says why."), ("2", "Wrong usage."))
ENVIRONMENT = (
    ("GIVEQUEST_HOME", "Keeps everything under this folder, as --home does."),
    ("NO_COLOR", "No colours, if it's set to anything."),
    ("EDITOR", "Opened by journal and write."),
)


def manual() -> str:
    """Return the manual as roff, for man."""
    lines = [
        '.\\" Written by scripts/man_page.py from the parsers of the program.',
        f'.TH GIVEQUEST 1 "" "givequest {__version__}" "User Commands"',
        ".SH NAME",
        "givequest \\- a game of small good deeds",
        ".SH SYNOPSIS",
        *_usage(("givequest [COMMAND] [--home DIR] [--version] [--help]",)),
        ".SH DESCRIPTION",
        _text(ABOUT),
        "Without a terminal it prints today's board. Data goes to stdout, messages to stderr.",
        ".PP",
        _text(HOME),
        ".SH COMMANDS",
    ]
    for command in read_commands():
        lines += _told(command)
    lines += [".SH DAYS", _text(DAYS), ".SH EXIT STATUS"]
    for code, words in EXITS:
        lines += _item(code, words)
    lines.append(".SH ENVIRONMENT")
    for name, words in ENVIRONMENT:
        lines += _item(name, words)
    lines += [
        ".SH FILES",
        _text("'givequest locate' prints where everything is kept. A year is one file, ledger/2026.json."),
        _text("'givequest config --init' writes a config.toml that explains every setting."),
    ]
    return "\n".join([*lines, ""])


def _told(command: Reference) -> list[str]:
    lines = [f".SS {_text(command.name)}", *_usage(command.usage), ".PP", _text(command.about)]
    for argument in command.arguments:
        lines += _item(argument.shown, argument.help)
    for paragraph in command.more:
        is_table = paragraph.startswith(TABLE)
        lines += [
            ".PP",
            *([".nf"] if is_table else []),
            *map(_text, paragraph.splitlines()),
            *([".fi"] if is_table else []),
        ]
    return [*lines, ".PP", "Example:", ".EX", _text(command.example), ".EE"]


def _usage(lines: tuple[str, ...]) -> list[str]:
    return [".nf", *(f"\\fB{_text(line)}\\fR" for line in lines), ".fi"]


def _item(name: str, words: str) -> list[str]:
    return [".TP", f"\\fB{_text(name)}\\fR", _text(words)]


def _text(words: str) -> str:
    """Return words so that roff takes none of their signs for its own."""
    words = (
        words.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("^", "\\(ha").replace("~", "\\(ti")
    )
    words = re.sub(r"[^\x00-\x7f]", lambda sign: f"\\[u{ord(sign[0]):04X}]", words)
    return f"\\&{words}" if words.startswith(".") else words


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(manual(), encoding="utf-8")
