"""`givequest today` on a terminal: signs in the colours of the theme, and words in the terminal's own.

What is behind them is the terminal's: words in a colour of a dark theme would be gone on a light ground.
"""

from __future__ import annotations

import os

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from givequest.appearance import choose_glyphs, load_theme
from givequest.application.board import Board
from givequest.cli.board_text import days_in_a_row, is_slipped, told_deeds
from givequest.composition import Home
from givequest.domain.days import format_day
from givequest.presentation.lines import cells_of, set_cells


def print_board(board: Board, home: Home, *, with_numbers: bool) -> None:
    """Print the board with the colours and glyphs of the theme."""
    console = Console(highlight=False)
    theme, _ = load_theme(home.settings.theme, home.paths.themes, home.settings.kinds.values())
    glyphs = choose_glyphs(theme, console.encoding, os.environ, home.settings.glyphs)
    day = format_day(board.day) + (", a day off" if board.rest else "")
    head = Text.assemble((day, "bold"), (f"   {glyphs.level} ", theme.colour("level")), board.title)
    if with_numbers:
        head.append(f"  level {board.level}", style="dim")
    console.print(head)
    for quest in board.quests:
        slipped = is_slipped(quest, board)
        mark = glyphs.slip if slipped else glyphs.todo if quest.core else glyphs.bonus
        role = "slip" if slipped else "muted" if quest.core else "bonus"
        if quest.kept:
            mark, role = glyphs.done, "kept"
        line = Text.assemble((f"\n {mark} ", "bold " + theme.colour(role)))
        line.append(set_cells(quest.kind.name, max(cells_of(quest.kind.name) + 2, 14)), style="bold")
        line.append(quest.title if quest.card else "")
        line.append("" if quest.core else "  bonus", style="italic dim")
        line.append("  " + " ".join(glyphs.effort * quest.effort), style="dim")
        console.print(line)
        if quest.card:
            console.print(Padding(Text(quest.prompt), (0, 2, 0, 4)))
            console.print(Padding(Text(quest.why, style="italic dim"), (0, 2, 0, 4)))
        if slipped:
            console.print(Padding(Text("You posted about yourself; noted, and let go."), (0, 2, 0, 4)))
        for words in told_deeds(quest):
            console.print(Padding(Text(words, style="bold"), (0, 2, 0, 4)))
    giving = board.streaks["giving"]
    if with_numbers and giving.total:
        console.print(Text(f"\n giving  {days_in_a_row(giving)}, {giving.warmth:.0%} warm", style="dim"))
