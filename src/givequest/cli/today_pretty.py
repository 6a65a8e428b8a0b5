"""`givequest today` on a terminal: the board in colour."""

from __future__ import annotations

import os

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from givequest.appearance import choose_glyphs, load_theme
from givequest.application.board import Board
from givequest.domain.days import format_day
from givequest.opening import Home


def print_board(board: Board, home: Home, *, with_numbers: bool) -> None:
    """Print the board with the colours and glyphs of the theme."""
    console = Console(highlight=False)
    theme, _ = load_theme(home.settings.theme, home.paths.themes)
    glyphs = choose_glyphs(theme, console.encoding, os.environ)
    head = Text(format_day(board.day), style="bold")
    head.append(f"   {glyphs.level} {board.title}", style=theme.colour("level"))
    if with_numbers:
        head.append(f"  level {board.level}", style="dim")
    console.print(head)
    for quest in board.quests:
        mark = glyphs.done if quest.kept else glyphs.todo if quest.core else glyphs.bonus
        line = Text(f"\n {mark} ", style="bold " + theme.colour("kept" if quest.kept else "bonus"))
        line.append(f"{quest.kind.name:<14}", style="bold")
        line.append(quest.title)
        line.append("  " + " ".join(glyphs.effort * quest.effort), style="dim")
        console.print(line)
        console.print(Padding(Text(quest.prompt), (0, 2, 0, 4)))
        console.print(Padding(Text(quest.why, style="italic dim"), (0, 2, 0, 4)))
        for deed in quest.deeds:
            words = ": ".join(filter(None, (deed.person, deed.note)))
            if words:
                console.print(Padding(Text(words, style=theme.colour("kept")), (0, 2, 0, 4)))
    if with_numbers:
        giving = board.streaks["giving"]
        console.print(Text(f"\n giving  {giving.current} days in a row, {giving.warmth:.0%} warm", style="dim"))
