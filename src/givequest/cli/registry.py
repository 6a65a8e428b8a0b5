"""The table of commands: a row here is all that it takes to have one more."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from givequest.named_tuple import NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from givequest.composition import Home


class CommandModule(Protocol):
    """What a module of a command has."""

    EXAMPLE: str
    """A call of the command as it can be typed, without the program's name."""

    def configure(self, parser: ArgumentParser) -> None:
        """Add the command's arguments."""

    def run(self, arguments: Any, home: Home) -> int:
        """Carry it out and return the exit code."""


class CliCommand(NamedTuple):
    """A command, and where its code is; that is imported only when the command is given."""

    name: str
    help: str
    module: str
    """Where below `cli/commands` its code is."""
    with_cards: bool = False
    """Whether it shows cards, or works out streaks: then the deck is read."""
    writes: bool = False
    """Whether it logs something: where it did, the day's backup is taken after it."""
    complains: bool = True
    """Whether it is told beforehand what in the config could not be used."""
    tells_all: bool = False
    """Whether it says itself what cannot be read, so that nobody need say it again."""
    parts: tuple[CliCommand, ...] = ()
    """Commands below it, named by a second word."""

    def load(self) -> CommandModule:
        """Return the command's module."""
        return cast(CommandModule, import_module(f"givequest.cli.commands.{self.module}"))


PEOPLE: tuple[CliCommand, ...] = (
    CliCommand("people add", "Keep somebody in mind.", "people.add", writes=True),
    CliCommand("people edit", "Change what is written of a person.", "people.edit", writes=True),
    CliCommand("people rename", "Give a person another name.", "people.rename", writes=True),
    CliCommand("people join", "Make one person of several.", "people.join", writes=True),
    CliCommand("people rest", "Let people rest from the board for a while.", "people.rest", writes=True),
    CliCommand("people gentle", "No congratulations where there is grief or illness.", "people.gentle", writes=True),
    CliCommand("people remove", "Take people off the list; deeds keep their names.", "people.remove", writes=True),
    CliCommand("people forget", "Take a name out of everything that was written down.", "people.forget", writes=True),
    CliCommand("people names", "Print the two names of the day.", "people.names", with_cards=True, complains=False),
    CliCommand(
        "people import", "Bring an address book that another program has exported.", "people.import_books", writes=True
    ),
    CliCommand("people books", "List the address books, or take one away.", "people.books"),
    CliCommand("people export", "Write people as vCards or as a table.", "people.export"),
)
COMMANDS: tuple[CliCommand, ...] = (
    CliCommand("today", "Print the board of the day.", "deeds.today", with_cards=True),
    CliCommand("log", "Log a good deed.", "deeds.log", writes=True),
    CliCommand("slip", "Note that you posted about yourself.", "deeds.slip", writes=True),
    CliCommand("rest", "Take a day off, or several.", "deeds.rest", writes=True),
    CliCommand("journal", "Write a journal entry.", "journal.journal", writes=True),
    CliCommand("release", "Let an expectation go; its words are kept nowhere.", "journal.release", writes=True),
    CliCommand("gift", "Note something that came back unasked.", "journal.gift", writes=True),
    CliCommand(
        "undo", "Take back the latest change, then the one before; or any by its id.", "deeds.undo", writes=True
    ),
    CliCommand("redo", "Do again what was taken back last, or any change by its id.", "deeds.redo", writes=True),
    CliCommand(
        "nudge",
        "Print a gentle sentence while nothing was given today, and else nothing.",
        "deeds.nudge",
        with_cards=True,
        complains=False,
    ),
    CliCommand("write", "Write a message to someone, at the desk or in $EDITOR.", "desk.write", with_cards=True),
    CliCommand("check", "Hold a message against the desk's rules, and print the hints.", "desk.check"),
    CliCommand("people", "List the people you keep in mind, or one.", "people.listing", with_cards=True, parts=PEOPLE),
    CliCommand("calendar", "Write the dates of your people as a calendar file.", "people.calendar_file"),
    CliCommand("stats", "Print streaks, warmth and the days of a month.", "progress.stats", with_cards=True),
    CliCommand(
        "forest", "Print the forest that the deeds have grown, or save its picture.", "progress.forest", with_cards=True
    ),
    CliCommand("export", "Write everything to a file or to stdout.", "data.export_command"),
    CliCommand("import", "Read what `export` wrote, all of it or nothing.", "data.import_command", writes=True),
    CliCommand("backup", "Take a backup now, and print its name.", "data.backup"),
    CliCommand("restore", "Go back to a backup, or bring back what cannot be read any more.", "data.restore"),
    CliCommand(
        "doctor",
        "Look everything over, change nothing, and say what was found.",
        "data.doctor",
        complains=False,
        tells_all=True,
    ),
    CliCommand("merge", "Take in the conflict copies that a sync folder left.", "data.merge"),
    CliCommand("demo", "Open the app on two invented years, which are gone when it is left.", "setup.demo"),
    CliCommand("locate", "Print the folders and files that givequest uses.", "setup.locate"),
    CliCommand("config", "Print the settings in force, or write a file to change them in.", "setup.config_command"),
    CliCommand("themes", "List the themes, and what is wrong with any.", "setup.themes"),
    CliCommand("keys", "List every key of the full-screen app.", "setup.keys"),
    CliCommand("completions", "Print what bash, zsh or fish needs to complete all this.", "setup.completions"),
)


def find_command(name: str) -> CliCommand | None:
    """Return the command of a name, which may be of two words."""
    commands = (*COMMANDS, *(part for command in COMMANDS for part in command.parts))
    return next((command for command in commands if command.name == name), None)
