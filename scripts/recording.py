"""Record a morning for the README: the real app, played on the invented history of `givequest demo`.

Run it as `python scripts/recording.py` where givequest is installed; it writes `docs/morning.svg`.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta
from tempfile import TemporaryDirectory
from typing import Any

from film import Frame, film
from screens import rows_of
from screenshots import DAY, DOCS, SEED, seed_of_pictures
from textual.pilot import Pilot

from givequest.application.demo import play_demo
from givequest.composition import open_home
from givequest.config.kinds import load_habits
from givequest.config.paths import find_paths
from givequest.storage.ledger.install_seed import Install
from givequest.tui.app import GivequestApp
from givequest.tui.forest import screen as forest_screen
from givequest.tui.journal.falling_letters import PRESSES

SIZE = (80, 24)
MORNING = DAY.replace(hour=7, minute=40) + timedelta(days=1)
EXPECTATION = "that Fatou writes back"
PICTURES = 8
"""Of the forest, while it grows."""


class Recorder:
    """Presses keys in the app, and keeps what is on screen after each, with how long it is to be seen."""

    def __init__(self, app: GivequestApp, pilot: Pilot[Any]) -> None:
        """Begin with nothing."""
        self.frames: list[Frame] = []
        self._app = app
        self._pilot = pilot

    async def press(self, *keys: str, seconds: float) -> None:
        """Press keys, and show what comes of each for a while."""
        for key in keys:
            await self._pilot.press(key)
            await self._pilot.pause()
            if seconds:
                self.keep(seconds)

    def keep(self, seconds: float) -> None:
        """Keep what is on screen; longer where nothing has changed."""
        rows = rows_of(self._app)
        if self.frames and self.frames[-1].rows == rows:
            self.frames[-1] = self.frames[-1]._replace(seconds=self.frames[-1].seconds + seconds)
        else:
            self.frames.append(Frame(rows, seconds))

    async def watch(self, pictures: int, seconds: float, *, every: float) -> None:
        """Keep what moves by itself, until so many pictures are kept or nothing has moved for a while."""
        still = 0.0
        while pictures and still < 1:
            await self._pilot.pause(every / 4)
            still += every / 4
            if rows_of(self._app) != self.frames[-1].rows:
                self.keep(seconds)
                pictures, still = pictures - 1, 0.0


async def record(folder: str) -> list[Frame]:
    """Play a morning: two deeds, something let go, the forest."""
    app = GivequestApp(open_home(find_paths(folder), lambda: MORNING))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.5)
        recorder = Recorder(app, pilot)
        recorder.keep(1.6)
        await recorder.press("y", seconds=0.8)
        await recorder.press("space", seconds=0.1)
        await recorder.watch(3, 0.12, every=0.2)
        recorder.keep(1.1)
        await recorder.press("down", "down", seconds=0.25)
        await recorder.press("space", seconds=0.1)
        await recorder.watch(3, 0.12, every=0.2)
        recorder.keep(1.1)
        await recorder.press("2", seconds=0.6)
        await recorder.press("r", seconds=0.4)
        for letter in EXPECTATION:
            await recorder.press("space" if letter == " " else letter, seconds=0.08 if letter in "aeio" else 0)
        recorder.keep(0.3)
        await recorder.press("enter", seconds=0.4)
        for _ in range(PRESSES // 3):
            await recorder.press("space", seconds=0)
            await recorder.press("space", "space", seconds=0)
            await recorder.watch(1, 0.15, every=0.2)
        await recorder.watch(5, 0.12, every=0.2)
        await pilot.pause(1)
        recorder.keep(0.9)
        await recorder.press("4", seconds=0.6)
        await recorder.press("space", seconds=0.1)
        await recorder.watch(PICTURES - 1, 0.33, every=forest_screen.FRAME)
        await pilot.pause(0.5)
        recorder.keep(2.4)
    return recorder.frames


def main() -> None:
    """Write the recording."""
    setattr(Install, "derived", seed_of_pictures)  # noqa: B010 - the same cards whenever it is made
    forest_screen.FRAMES, forest_screen.FRAME = PICTURES, 0.3
    with TemporaryDirectory() as folder:
        play_demo(open_home(find_paths(folder), lambda: DAY.replace(hour=7)).game, load_habits(), SEED)
        frames = asyncio.run(record(folder))
    ground = frames[0].rows[-1][0].ground
    path = DOCS / "morning.svg"
    path.write_text(film(frames, ground, "A morning with givequest"), encoding="utf-8")
    seconds = sum(frame.seconds for frame in frames)
    print(f"{path}: {len(frames)} screens, {seconds:.1f} seconds, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
