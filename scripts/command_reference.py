"""What every command takes, read from the parsers themselves: the page of commands and the man page are made of it.

It is worded here and not by `argparse`, whose usage lines differ from one Python to the next.
"""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Iterator

from givequest.cli.parser import TABLE, Parser
from givequest.cli.registry import COMMANDS, CliCommand
from givequest.named_tuple import NamedTuple


class Argument(NamedTuple):
    """An argument or an option of a command."""

    shown: str
    """As it is written: `KIND`, or `-m NOTE, --note NOTE`."""
    help: str


class Reference(NamedTuple):
    """What there is to know of a command."""

    name: str
    help: str
    """One sentence."""
    usage: tuple[str, ...]
    about: str
    """That sentence, and what else there is to say."""
    arguments: tuple[Argument, ...]
    more: tuple[str, ...]
    """Paragraphs that follow; one that begins with `TABLE` keeps its lines."""
    example: str

    def is_part(self) -> bool:
        """Return whether it is named by a second word, such as `people add`."""
        return " " in self.name


def read_commands() -> Iterator[Reference]:
    """Return every command in the order of the overview, each before those below it."""
    for command in COMMANDS:
        for each in (command, *command.parts):
            yield _reference(each)


def _reference(command: CliCommand) -> Reference:
    parser = Parser(prog=f"givequest {command.name}", description=command.help)
    module = command.load()
    module.configure(parser)
    actions = [
        action for action in parser._actions if action.help != SUPPRESS and "--help" not in action.option_strings
    ]
    return Reference(
        command.name,
        command.help,
        _usage(parser, actions),
        parser.description or "",
        tuple(Argument(_shown(action), _help(parser, action)) for action in actions),
        tuple((parser.epilog or "").split("\n\n")) if parser.epilog else (),
        f"givequest {module.EXAMPLE}",
    )


def _usage(parser: ArgumentParser, actions: list[Action]) -> tuple[str, ...]:
    if parser.usage:
        return tuple(line.strip() for line in parser.usage.splitlines())
    alternatives = {id(action): group for group in parser._mutually_exclusive_groups for action in group._group_actions}
    words, told = [parser.prog], set[int]()
    for action in actions:
        group = alternatives.get(id(action))
        if group is None:
            words.append(_in_usage(action))
        elif id(group) not in told:
            told.add(id(group))
            words.append(f"[{' | '.join(_in_usage(one)[1:-1] for one in group._group_actions)}]")
    return (" ".join(words),)


def _in_usage(action: Action) -> str:
    if not action.option_strings:
        return _value(action)
    value = _value(action)
    return f"[{action.option_strings[0]}{f' {value}' if value else ''}]"


def _shown(action: Action) -> str:
    if not action.option_strings:
        return _name(action)
    value = _value(action)
    return ", ".join(f"{option} {value}" if value else option for option in action.option_strings)


def _value(action: Action) -> str:
    name = _name(action)
    forms = {0: "", "?": f"[{name}]", "*": f"[{name} ...]", "+": f"{name} [{name} ...]"}
    return name if action.nargs is None else forms[action.nargs]


def _name(action: Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(map(str, action.choices)) if action.choices is not None else action.dest.upper()


def _help(parser: ArgumentParser, action: Action) -> str:
    return " ".join(parser._get_formatter()._expand_help(action).split())


__all__ = ["TABLE", "Argument", "Reference", "read_commands"]
