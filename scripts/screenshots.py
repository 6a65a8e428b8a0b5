"""Take the pictures of the README: the real app, on the invented history of `givequest demo`.

Run it as `python scripts/screenshots.py` where givequest is installed; it writes to `docs/`.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
os.environ.pop("NO_COLOR", None)

from PIL import Image
from screens import rows_of

from givequest.application.demo import play_demo
from givequest.application.forest import Forest
from givequest.composition import open_home
from givequest.config.kinds import load_habits
from givequest.config.paths import find_paths
from givequest.presentation.forest.picture import paint_forest
from givequest.presentation.pictures.svg import picture_of
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
FORESTS = {"forest": date(2026, 11, 24), "forest-month": date(2024, 12, 26), "forest-spring": date(2025, 4, 20)}
"""For each picture of the forest: the day of it."""
EVENING = 17
PIXELS = (160, 80)
PIXEL = 6


def draw_forest(name: str, folder: str) -> Path:
    """Save the forest of a day; today's as it is in the evening."""
    home = open_home(find_paths(folder), lambda: DAY.replace(hour=EVENING, minute=10))
    forest, day = home.game.derived(Forest), FORESTS[name]
    raster = paint_forest(forest.grove_on(day), forest.moment(day), *PIXELS, forest.guests(day))
    image = Image.new("RGB", PIXELS)
    image.putdata([(pixel >> 16, pixel >> 8 & 255, pixel & 255) for pixel in raster.pixels])
    path = DOCS / f"{name}.png"
    larger = image.resize((PIXELS[0] * PIXEL, PIXELS[1] * PIXEL), Image.Resampling.NEAREST)
    larger.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    return path


async def take(name: str, hour: int, keys: list[str], folder: str) -> Path:
    """Press keys in the app at an hour, and save what is on screen."""
    app = GivequestApp(open_home(find_paths(folder), lambda: DAY.replace(hour=hour, minute=10)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause(0.5)
        rows = rows_of(app)
    picture = picture_of(rows, rows[-1][0].ground, f"givequest: {name}")
    path = DOCS / f"{name}.svg"
    path.write_text(picture, encoding="utf-8")
    return path


def seed_of_pictures(install: Install) -> str:
    """Return what cards are dealt by, so that they are the same wherever pictures are taken."""
    return "pictures"


def main(names: list[str]) -> None:
    """Take the pictures of these names, or all of them."""
    DOCS.mkdir(exist_ok=True)
    setattr(Install, "derived", seed_of_pictures)  # noqa: B010 - the same cards wherever they are taken
    with TemporaryDirectory() as folder:
        home = open_home(find_paths(folder), lambda: DAY.replace(hour=7))
        play_demo(home.game, load_habits(), SEED)
        for name in names or [*PICTURES, *FORESTS]:
            print(draw_forest(name, folder) if name in FORESTS else asyncio.run(take(name, *PICTURES[name], folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
