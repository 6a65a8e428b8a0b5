"""Write the page of commands from the parsers that read them.

Run it as `python scripts/commands_page.py` after a change of a command or its options.
"""

from __future__ import annotations

from pathlib import Path

from command_reference import TABLE, Reference, read_commands

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
BEGIN, END = "<!-- commands: begin -->", "<!-- commands: end -->"


def write_commands() -> str:
    """Return a table of all commands, and what each takes, as Markdown."""
    commands = list(read_commands())
    lines = ["| command | what it does |", "|---|---|"]
    for command in commands:
        if not command.is_part():
            lines.append(f"| [`{command.name}`](#{_anchor(command)}) | {command.help} |")
    for command in commands:
        lines += ["", f"## {_heading(command)}", "", *_told(command)]
    return "\n".join(lines)


def with_commands(text: str) -> str:
    """Return the page's text with the commands in their place."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{write_commands()}\n\n{END}{after}"


def _heading(command: Reference) -> str:
    return f"givequest {command.name}"


def _anchor(command: Reference) -> str:
    return _heading(command).replace(" ", "-")


def _told(command: Reference) -> list[str]:
    lines = ["```text", *command.usage, "```", "", command.about]
    if command.arguments:
        lines += ["", "| argument | what it is |", "|---|---|"]
        lines += [f"| `{_cell(argument.shown)}` | {_cell(argument.help)} |" for argument in command.arguments]
    for paragraph in command.more:
        lines += ["", *(["```text", paragraph, "```"] if paragraph.startswith(TABLE) else [paragraph])]
    return [*lines, "", f"Example: `{command.example}`"]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(with_commands(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
