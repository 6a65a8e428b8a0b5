"""Write the page of keys from the one list that the app, its help and `givequest keys` use.

Run it as `python scripts/keys_table.py` after a change of that list.
"""

from __future__ import annotations

from pathlib import Path

from givequest.commands.registry import COMMANDS, EVERYWHERE, PAGES, shown_keys

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"
BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"


def write_table() -> str:
    """Return the keys of every page as Markdown."""
    lines: list[str] = []
    for page in (*PAGES, EVERYWHERE):
        lines += [f"## {page.title()}", "", "| keys | what they do | id |", "|---|---|---|"]
        for command in COMMANDS:
            if command.page == page:
                keys = " ".join(f"`{key}`" for key in shown_keys(command.keys).split())
                lines.append(f"| {keys} | {command.help} | `{command.id}` |")
        lines.append("")
    return "\n".join(lines)


def with_table(text: str) -> str:
    """Return the page's text with the tables in their place."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{write_table()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
