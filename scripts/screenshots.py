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
from givequest.composition import open_home
from givequest.config.kinds import load_habits
from givequest.config.paths import find_paths
from givequest.storage.ledger.install_seed import Install
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
}
"""For each picture: the hour of the day, and the keys pressed."""
FORESTS = {"forest": "today", "forest-month": "2024-12-26", "forest-spring": "2025-04-20"}
"""For each picture that is saved by the command of the forest: the day of it."""
EVENING = 17
_FOREIGN_FONTS = re.compile(r"@font-face\s*\{[^}]*\}")


def draw_forest(name: str, folder: str) -> Path:
    """Save the forest of a day; today's as it is in the evening."""
    path = DOCS / f"{name}.svg"
    words = ["--home", folder, "forest", "--day", FORESTS[name], "--force", "-o", str(path)]
    assert run_command_line(words, lambda: DAY.replace(hour=EVENING, minute=10)) == 0
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


def _seed(install: Install) -> str:
    return "pictures"


def main(names: list[str]) -> None:
    """Take the pictures of these names, or all of them."""
    DOCS.mkdir(exist_ok=True)
    setattr(Install, "derived", _seed)  # noqa: B010 - the same cards wherever they are taken
    with TemporaryDirectory() as folder:
        home = open_home(find_paths(folder), lambda: DAY.replace(hour=7))
        play_demo(home.game, load_habits(), SEED)
        for name in names or [*PICTURES, *FORESTS]:
            print(draw_forest(name, folder) if name in FORESTS else asyncio.run(take(name, *PICTURES[name], folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
