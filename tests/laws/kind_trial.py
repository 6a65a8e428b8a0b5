"""Run in a process of its own, on a copy of the package: what each kind of a home has, printed as JSON."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import sys
from datetime import date
from typing import Any

import givequest
from givequest.appearance import contrast, load_themes
from givequest.appearance.terminal_colours import is_terminals_own
from givequest.appearance.theme import GROUNDS, Theme
from givequest.application.demo import Habit, invent
from givequest.cli.main import run_command_line
from givequest.composition import Home, local_now, open_home
from givequest.config.kinds import load_habits
from givequest.config.paths import find_paths
from givequest.domain.forest.species import species_of
from givequest.domain.kinds import Kind
from givequest.presentation.charts.parts import ink_of
from givequest.presentation.sayings import GIVEN
from givequest.tui.app import GivequestApp
from givequest.tui.today.board_panel import BoardPanel
from givequest.tui.widgets.notice_line import NoticeLine


def least_contrast(theme: Theme, role: str) -> float:
    """Return how well a role can be read on the ground that suits it least; nobody knows the terminal's own colours."""
    pairs = [(theme.colour(role), theme.colour(ground)) for ground in GROUNDS]
    return min((contrast(*pair) for pair in pairs if not any(map(is_terminals_own, pair))), default=21.0)


def looks_of(kind: Kind, home: Home) -> dict[str, Any]:
    """Return the plant of a kind, its words, and in each theme how well its colours can be read."""
    themes, _ = load_themes(None, home.settings.kinds.values())
    return {
        "plant": species_of(kind).id,
        "origin": kind.origin,
        "said": list(kind.said or GIVEN),
        "board": {name: least_contrast(theme, theme.role_of(kind.id)) for name, theme in themes.items()},
        "charts": {name: least_contrast(theme, theme.role_of(kind.id, "kept")) for name, theme in themes.items()},
    }


def printed(*words: str) -> str:
    """Return what a command prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = run_command_line(["--home", sys.argv[1], *words])
    assert code == 0, words
    return out.getvalue()


async def shown(home: Home) -> dict[str, Any]:
    """Return what is said when the first quest is done, and what board and charts show of the kinds."""
    app = GivequestApp(home)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        said = app.screen.query_one(NoticeLine).render_line(0).text
        board = app.screen.query_one(BoardPanel)
        inks = {kind: ink_of(kind, app.paint) for kind in home.settings.kinds}
        today = "\n".join(board.render_line(y).text for y in range(board.size.height))
        await pilot.press("3")
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        charts = "\n".join("".join(segment.text for segment in strip) for strip in strips)
    return {"said": said, "today": today, "charts": charts, "inks": inks}


def main() -> None:
    """Look at the home that is named on the command line."""
    home = open_home(find_paths(sys.argv[1]))
    kinds = home.settings.kinds
    habits = load_habits()
    chosen = [(kind, Habit(**habits.get(kind.id, {}))) for kind in kinds.values()]
    invented = invent(local_now(), date.today(), home.game.rules.deck.cards, chosen)
    for kind in kinds:
        printed("log", kind, "Ana")
    result = {
        "package": givequest.__file__,
        "problems": list(map(str, home.problems)),
        "kinds": {kind.id: looks_of(kind, home) for kind in kinds.values()},
        "core": list(home.settings.core),
        "demo": sorted({record.kind for record in invented if record.kind}),
        "log --help": printed("log", "--help"),
        "stats": printed("stats"),
        "forest": printed("forest", "--plain"),
        "today": printed("today"),
        "completions": printed("completions", "bash"),
        "screen": asyncio.run(shown(open_home(find_paths(sys.argv[1])))),
    }
    json.dump(result, sys.stdout)


main()
