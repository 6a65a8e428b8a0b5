"""The table of commands: a row here is all that it takes to have one more."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from givequest.opening import Home


class CommandModule(Protocol):
    """What a module of a command has."""

    def configure(self, parser: ArgumentParser) -> None:
        """Add the command's arguments."""

    def run(self, arguments: Any, home: Home) -> int:
        """Carry it out and return the exit code."""


class CliCommand(NamedTuple):
    """A command, and where its code is; that is imported only when the command is given."""

    name: str
    help: str
    with_cards: bool = False
    """Whether it shows cards, or works out streaks: then the deck is read."""
    writes: bool = False
    """Whether it logs something: where it did, the day's backup is taken after it."""
    complains: bool = True
    """Whether it is told beforehand what in the config could not be used."""
    module: str = ""

    def load(self) -> CommandModule:
        """Return the command's module."""
        return cast(CommandModule, import_module(f"givequest.cli.{self.module or self.name}"))


COMMANDS: tuple[CliCommand, ...] = (
    CliCommand("today", "Print the board of the day.", with_cards=True),
    CliCommand("log", "Log a good deed.", writes=True),
    CliCommand("slip", "Note that you posted about yourself.", writes=True),
    CliCommand("rest", "Take a day off, or several.", writes=True),
    CliCommand("journal", "Write a journal entry.", writes=True),
    CliCommand("release", "Let an expectation go; its words are kept nowhere.", writes=True),
    CliCommand("gift", "Note something that came back unasked.", writes=True),
    CliCommand("undo", "Take back the latest change; again, the one before.", writes=True),
    CliCommand("stats", "Print streaks, warmth and the days of a month.", with_cards=True),
    CliCommand("forest", "Print the forest that the deeds have grown, or save its picture.", with_cards=True),
    CliCommand("export", "Write everything to a file or to stdout.", module="export_command"),
    CliCommand("import", "Read what `export` wrote, all of it or nothing.", writes=True, module="import_command"),
    CliCommand("backup", "Take a backup now, and print its name."),
    CliCommand("restore", "Go back to a backup, or bring back what cannot be read any more."),
    CliCommand("doctor", "Look everything over, change nothing, and say what was found.", complains=False),
    CliCommand("merge", "Take in the conflict copies that a sync folder left."),
    CliCommand("demo", "Open the app on two invented years, which are gone when it is left."),
    CliCommand("locate", "Print the folders and files that givequest uses."),
    CliCommand("config", "Print the settings in force, or write a file to change them in.", module="config_command"),
    CliCommand("themes", "List the themes, and what is wrong with any."),
    CliCommand("keys", "List every key of the full-screen app."),
    CliCommand("completions", "Print what bash, zsh or fish needs to complete all this."),
)


def find_command(name: str) -> CliCommand | None:
    """Return the command of a name."""
    return next((command for command in COMMANDS if command.name == name), None)
