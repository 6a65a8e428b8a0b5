"""The table of commands: a row here is all that it takes to have one more."""

from __future__ import annotations

from collections.abc import Sequence
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

    def plain(self, words: Sequence[str]) -> Any:
        """Return the arguments where they are so simple that the command takes them apart itself; else None."""
        take_apart = getattr(self.load(), "plain", None)
        return None if take_apart is None else take_apart(words)


PEOPLE: tuple[CliCommand, ...] = (
    CliCommand("people add", "Keep someone in mind.", "people.add", writes=True),
    CliCommand("people edit", "Change what's written about a person.", "people.edit", writes=True),
    CliCommand("people rename", "Give a person another name.", "people.rename", writes=True),
    CliCommand("people join", "Make one person of several.", "people.join", writes=True),
    CliCommand("people rest", "Let people rest from the board for a while.", "people.rest", writes=True),
    CliCommand("people gentle", "No congratulations where there is grief or illness.", "people.gentle", writes=True),
    CliCommand("people remove", "Take people off the list; deeds keep their names.", "people.remove", writes=True),
    CliCommand("people forget", "Take a name out of everything that was written down.", "people.forget", writes=True),
    CliCommand("people names", "Print the two names of the day.", "people.names", with_cards=True, complains=False),
    CliCommand("people import", "Bring in an address book from another program.", "people.import_books", writes=True),
    CliCommand("people books", "List your address books, or delete one.", "people.books"),
    CliCommand("people export", "Write people as vCards or as a table.", "people.export"),
)
MIRROR: tuple[CliCommand, ...] = (
    CliCommand("mirror import", "Count the posts in an archive of yours.", "mirror.import_posts", writes=True),
)
COMMANDS: tuple[CliCommand, ...] = (
    CliCommand("today", "Print today's board.", "deeds.today", with_cards=True),
    CliCommand("log", "Log a good deed.", "deeds.log", writes=True),
    CliCommand("posted", "Note that you posted about yourself.", "deeds.posted", writes=True),
    CliCommand("rest", "Take a day off, or several.", "deeds.rest", writes=True),
    CliCommand("journal", "Write a journal page, or list and search them.", "journal.journal", writes=True),
    CliCommand("release", "Let an expectation go; its words are never saved.", "journal.release", writes=True),
    CliCommand("gift", "Note something good that came out of the blue.", "journal.gift", writes=True),
    CliCommand(
        "undo",
        "Undo the latest change; run again for the one before, or name any by its id.",
        "deeds.undo",
        writes=True,
    ),
    CliCommand("redo", "Redo what you undid last, or any change by its id.", "deeds.redo", writes=True),
    CliCommand(
        "nudge",
        "Print one gentle sentence until you've given something today, then nothing.",
        "deeds.nudge",
        with_cards=True,
        complains=False,
    ),
    CliCommand("write", "Write a message to someone, at the desk or in $EDITOR.", "desk.write", with_cards=True),
    CliCommand("check", "Check a message before you send it, and print the hints.", "desk.check"),
    CliCommand("people", "List the people you keep in mind, or one.", "people.listing", with_cards=True, parts=PEOPLE),
    CliCommand("spot", "Write down something you noticed about someone.", "noticeboard.spot", writes=True),
    CliCommand("spots", "Print the noticeboard: what you noticed.", "noticeboard.spots", with_cards=True),
    CliCommand("calendar", "Write the dates of your people as a calendar file.", "people.calendar_file"),
    CliCommand("stats", "Print a month: streaks, warmth and days.", "progress.stats", with_cards=True),
    CliCommand(
        "forest", "Print the forest your deeds have grown, or save its picture.", "progress.forest", with_cards=True
    ),
    CliCommand("mirror", "Print whose party your own posts were.", "mirror.mirror", with_cards=True, parts=MIRROR),
    CliCommand("export", "Write everything to a file or to stdout.", "data.export_command"),
    CliCommand("import", "Read an export, or the history of another tracker.", "data.import_command", writes=True),
    CliCommand("backup", "Take a backup now, and print its name.", "data.backup"),
    CliCommand("restore", "Go back to a backup, or repair a file that can't be read.", "data.restore"),
    CliCommand(
        "doctor",
        "Check everything and report. Changes nothing.",
        "data.doctor",
        complains=False,
        tells_all=True,
    ),
    CliCommand("merge", "Merge the conflict copies a sync tool left behind.", "data.merge"),
    CliCommand("demo", "Try the app on two made-up years; nothing is kept.", "setup.demo"),
    CliCommand("locate", "Print where givequest keeps its files.", "setup.locate"),
    CliCommand("config", "Print your settings, or write a config file (--init).", "setup.config_command"),
    CliCommand("themes", "List themes, and any problems in them.", "setup.themes"),
    CliCommand("keys", "List every key of the app.", "setup.keys"),
    CliCommand("completions", "Print shell completions for bash, zsh or fish.", "setup.completions"),
)


ALIASES = {"slip": "posted"}
"""Earlier names of commands, which go on working."""


def find_command(name: str) -> CliCommand | None:
    """Return the command of a name, which may be of two words, or an earlier one."""
    name = ALIASES.get(name, name)
    commands = (*COMMANDS, *(part for command in COMMANDS for part in command.parts))
    return next((command for command in commands if command.name == name), None)
