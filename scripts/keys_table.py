"""Write the table of keys into the README, from the one list that the app, its help and `givequest keys` use.

Run it as `python scripts/keys_table.py` after a change of that list.
"""

from __future__ import annotations

from pathlib import Path

from givequest.commands.registry import COMMANDS, EVERYWHERE, PAGES, shown_keys

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"


def write_table() -> str:
    """Return the keys of every page as Markdown."""
    lines: list[str] = []
    for page in (*PAGES, EVERYWHERE):
        lines += [f"**{page.title()}**", "", "| keys | what they do | id |", "|---|---|---|"]
        for command in COMMANDS:
            if command.page == page:
                keys = " ".join(f"`{key}`" for key in shown_keys(command.keys).split())
                lines.append(f"| {keys} | {command.help} | `{command.id}` |")
        lines.append("")
    return "\n".join(lines)


def with_table(text: str) -> str:
    """Return the README's text with the table in its place."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{write_table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
