"""The words of one command, taken apart. The way to the full screen does without: `argparse` costs it a frame."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Sequence
from typing import Any, NoReturn

from givequest.cli.registry import CliCommand, CommandModule
from givequest.domain.text import clean_line
from givequest.errors import UsageError

PATHS = ("FILE", "DIR")
"""What arguments are called that name files and folders: those can be any bytes, all others are text."""
TABLE = "  "
"""What a paragraph of a help begins with whose lines stay as they are."""
LONGEST_ECHO = 200
"""Characters of a wrong command line that are worth repeating."""


class Parser(ArgumentParser):
    """A parser that tells what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise the sentence as a `UsageError`."""
        sentence = clean_line(message)
        sentence = sentence if len(sentence) <= LONGEST_ECHO else sentence[:LONGEST_ECHO] + "..."
        raise UsageError(f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}; '{self.prog} --help' shows how to use it.")


class _Formatter(HelpFormatter):
    """One that keeps paragraphs apart, and the colours of Python 3.14 for when help is printed.

    To work them out earlier takes `dataclasses` and `inspect`.
    """

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        filled = super()._fill_text
        parts = text.split("\n\n")
        return "\n\n".join(part if part.startswith(TABLE) else filled(part, width, indent) for part in parts)

    def _set_color(self, *wanted: Any) -> None:
        self._wanted = wanted

    def __getattr__(self, name: str) -> Any:
        if name not in ("_theme", "_decolor"):
            raise AttributeError(name)
        super()._set_color(*self._wanted)  # type: ignore[misc]  # Python before 3.14 has no such colours
        return self.__dict__[name]


def parse(command: CliCommand, words: Sequence[str]) -> Namespace | None:
    """Return the arguments of a command, or None where its help was asked for and printed. Raises `UsageError`."""
    parser = Parser(
        prog=f"givequest {command.name}",
        description=command.help,
        formatter_class=_formatter,
        allow_abbrev=False,
    )
    module = command.load()
    module.configure(parser)
    more = [parser.epilog] if parser.epilog else []
    parser.epilog = "\n\n".join([*more, "--home DIR keeps everything under one folder.", _example(module)])
    try:
        return _parsed(parser, list(words))
    except SystemExit:
        return None


def _example(module: CommandModule) -> str:
    return f"Example: givequest {module.EXAMPLE}"


def _formatter(prog: str) -> HelpFormatter:
    # A width of our own: to look for the terminal's, argparse would import `shutil` even when no help is asked for.
    return _Formatter(prog, width=80, max_help_position=28)


def _parsed(parser: Parser, words: list[str]) -> Namespace:
    """Return the arguments: WHO may stand behind `-m NOTE`, and what follows a lone `--` is no option.

    `parse_intermixed_args` reads the words twice, and the second time the `--` is gone, so that
    options behind it count after all (gh-125355), and further `--` are dropped (gh-81691). Neither
    happens to a word that begins with a sign no command line can hold, so each gets one for the while.
    """
    if "--" in words:
        lone = words.index("--")
        words = [*words[:lone], *(f"\0{word}" for word in words[lone + 1 :])]
    if not {"-h", "--help"}.intersection(words):
        parser.usage = parser.prog  # or it would be worked out, for a message that is never printed
    arguments = parser.parse_intermixed_args(words)
    paths = {action.dest for action in parser._actions if action.metavar in PATHS}
    for name, value in vars(arguments).items():
        read = str if name in paths else _text_of
        if isinstance(value, str):
            setattr(arguments, name, read(value.removeprefix("\0")))
        elif isinstance(value, list):
            setattr(arguments, name, [read(word.removeprefix("\0")) for word in value])
    return arguments


def _text_of(word: str) -> str:
    """Return an argument as text: UTF-8 where the locale is none; refused, not shortened, where it is no text."""
    if word.isascii() or not any("\ud800" <= character <= "\udfff" for character in word):
        return word
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        shown = re.sub(r"\\udc([89a-f].)", r"\\x\1", word.encode("ascii", "backslashreplace").decode())[:LONGEST_ECHO]
        raise UsageError(f"'{shown}' isn't UTF-8 text, so nothing was changed.") from None
