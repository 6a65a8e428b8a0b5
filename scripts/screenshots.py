"""Take the pictures of the README: the real app, on the invented history of `givequest demo`.

Run it as `python scripts/screenshots.py` where givequest is installed; it writes to `docs/`.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
os.environ.pop("NO_COLOR", None)

from givequest.application.demo import play_demo
from givequest.cli.main import run_command_line
from givequest.config.paths import find_paths
from givequest.opening import open_home
from givequest.tui.app import GivequestApp

DOCS = Path(__file__).resolve().parents[1] / "docs"
DAY = datetime(2026, 11, 24, tzinfo=timezone(timedelta(hours=1)))
SEED = 1
SIZE = (100, 30)
PICTURES = {
    "board": (8, ["down", "down"]),
    "journal": (8, ["2", "down", "down"]),
    "charts": (8, ["3"]),
    "year": (8, ["3", "y"]),
    "forest": (17, []),
}
"""For each picture: the hour of the day, and the keys pressed. The forest is saved by the command of its name."""
_FOREIGN_FONTS = re.compile(r"@font-face\s*\{[^}]*\}")


def draw_forest(hour: int, folder: str) -> Path:
    """Save the forest as it is at an hour."""
    path = DOCS / "forest.svg"
    path.unlink(missing_ok=True)
    words = ["--home", folder, "forest", "-o", str(path)]
    assert run_command_line(words, lambda: DAY.replace(hour=hour, minute=10)) == 0
    return path


async def take(name: str, hour: int, keys: list[str], folder: str) -> Path:
    """Press keys in the app at an hour, and save what is on screen."""
    app = GivequestApp(open_home(find_paths(folder), lambda: DAY.replace(hour=hour, minute=10)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause(0.5)
        picture = _FOREIGN_FONTS.sub("", app.export_screenshot(title="givequest"))
        picture = re.sub(r"terminal-\d+", f"givequest-{name}", picture)  # the same from run to run
    path = DOCS / f"{name}.svg"
    path.write_text(picture, encoding="utf-8")
    return path


def main(names: list[str]) -> None:
    """Take the pictures of these names, or all of them."""
    DOCS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        home = open_home(find_paths(folder), lambda: DAY.replace(hour=7))
        play_demo(home.game, home.game.rules.deck.cards, SEED)
        for name in names or PICTURES:
            hour, keys = PICTURES[name]
            print(draw_forest(hour, folder) if name == "forest" else asyncio.run(take(name, hour, keys, folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
