"""What is kept of the last weeks saves time, and is seen in nothing else."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.application import deeds
from givequest.application.board import board_of
from givequest.application.calendar import month_of
from givequest.application.game.game import Game
from givequest.application.undo import redo, undo
from givequest.composition import open_home
from givequest.config.paths import Paths, find_paths
from givequest.errors import GivequestError

from ...conftest import Clock

START = datetime(2026, 1, 30, 8, 0, tzinfo=timezone(timedelta(hours=1)))
KINDS = ("congratulate", "help", "reconnect", "quiet", "listen")
CONFIGS = (
    None,
    "grace = 0\n",
    "grace = 2\n",
    'first_weekday = "sunday"\n',
    '[board]\ncore = ["help", "quiet"]\n',
    "[quests.listen]\ntimes = 2\n",
    'hemisphere = "south"\n',
)


class Sitting:
    """One home on which processes of the program are opened, one after the other, and others do things to it."""

    def __init__(self, folder: str, library: Path) -> None:
        self.paths = find_paths(str(Path(folder) / "home"))
        self.bare = self.paths._replace(cache=str(Path(folder) / "bare"))
        for paths in (self.paths, self.bare):
            shutil.copytree(library, paths.cache)
        self.clock = Clock(START)
        self.chance = random.Random(1)
        self.game = self.opened(self.paths)

    def opened(self, paths: Paths) -> Game:
        """Return the game of a new process."""
        return open_home(paths, self.clock).game

    def launch(self) -> None:
        """Close the program and open it again."""
        self.game = self.opened(self.paths)

    def keep(self) -> None:
        """Come to rest, and go on in a new process."""
        seen(self.game)
        self.game.keep_recent()
        self.launch()

    def deed(self) -> None:
        """Do something today or on a day before, in this year or the last."""
        back = self.chance.choice((0, 0, 0, 1, 3, 20, 45))
        deeds.log_deed(self.game, self.chance.choice(KINDS), day=self.game.today() - timedelta(back), person="Ana")

    def rest(self) -> None:
        """Take a day off, one to come perhaps, or go to work after all."""
        day = self.game.today() + timedelta(self.chance.choice((-2, 0, 2)))
        deeds.rest(self.game, day, day, remove=self.chance.random() < 0.3)

    def slip(self) -> None:
        """Post about oneself."""
        deeds.log_slip(self.game, self.game.today() - timedelta(self.chance.choice((0, 1))))

    def take_back(self) -> None:
        """Undo, or do again."""
        self.chance.choice((undo, redo))(self.game)

    def by_another(self) -> None:
        """Let another process do something, which this one sees within a second."""
        deeds.log_deed(self.opened(self.bare), self.chance.choice(KINDS), note="elsewhere")
        self.game.refresh()

    def by_an_editor(self) -> None:
        """Have a record taken out of the file of a year by hand."""
        for path in sorted(Path(self.paths.ledger).glob("20*.json"), reverse=True)[:1]:
            tables = json.loads(path.read_text("utf-8"))
            if tables["records"]:
                tables["records"].popitem()
            path.write_text(json.dumps(tables), "utf-8")
        self.game.refresh()

    def configured(self) -> None:
        """Play by another config from the next launch on."""
        file, text = Path(self.paths.config_file), self.chance.choice(CONFIGS)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        if text is not None:
            file.write_text(text, "utf-8")
        self.launch()

    def next_day(self) -> None:
        """Sleep, once or for weeks."""
        self.clock.move(days=self.chance.choice((1, 1, 2, 12, 31)))

    def clock_back(self) -> None:
        """Have the clock set back."""
        self.clock.move(days=-self.chance.choice((1, 9)))

    def turned_bit(self) -> None:
        """Let the disk turn one bit of what is kept."""
        for path in Path(self.paths.cache).glob("recent/*.json"):
            data = bytearray(path.read_bytes())
            data[self.chance.randrange(len(data))] ^= 1 << self.chance.randrange(8)
            path.write_bytes(data)
        self.launch()


STEPS: tuple[Callable[[Sitting], None], ...] = (
    Sitting.launch, Sitting.keep, Sitting.keep, Sitting.deed, Sitting.deed, Sitting.rest, Sitting.slip,
    Sitting.take_back, Sitting.by_another, Sitting.by_an_editor, Sitting.configured, Sitting.next_day,
    Sitting.clock_back, Sitting.turned_bit,
)  # fmt: skip


def seen(game: Game) -> list[object]:
    """Return boards and months of today and of days around it."""
    today = game.today()
    days = [today, today - timedelta(1), today - timedelta(33), today + timedelta(2)]
    return [*(board_of(game, day) for day in days), *(month_of(game, day) for day in days)]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with nothing but the packaged kinds and cards in it."""
    paths = find_paths(str(tmp_path_factory.mktemp("library")))
    open_home(paths, Clock(START))
    return Path(paths.cache)


@settings(max_examples=40)
@given(seed=st.integers(0, 1 << 30), steps=st.lists(st.sampled_from(STEPS), min_size=4, max_size=14))
def test_with_what_is_kept_everything_is_as_without_it(
    library: Path, seed: int, steps: list[Callable[[Sitting], None]]
) -> None:
    """After any act, undo, edit by others, other config, other day, or damage to what is kept."""
    with tempfile.TemporaryDirectory() as folder:
        sitting = Sitting(folder, library)
        sitting.chance.seed(seed)
        for step in steps:
            try:
                step(sitting)
            except GivequestError:
                sitting.launch()
            shutil.rmtree(Path(folder, "bare", "recent"), ignore_errors=True)
            shutil.rmtree(Path(folder, "bare", "progress"), ignore_errors=True)
            assert seen(sitting.game) == seen(sitting.opened(sitting.bare))


def test_a_launch_with_nothing_changed_reads_no_year(paths: Paths, clock: Clock) -> None:
    """Neither on the day on which it was kept, nor on the next ones."""
    game = open_home(paths, clock).game
    deeds.log_deed(game, "help", day=date(2026, 5, 1))
    board_of(game)
    game.keep_recent()
    for _ in range(3):
        later = open_home(paths, clock).game
        board_of(later)
        month_of(later, later.today())
        assert later.years.problems() == []
        assert not later.histories._histories
        clock.move(days=1)


def test_a_year_with_something_to_tell_is_read_at_every_launch(paths: Paths, clock: Clock) -> None:
    """So that it is told at every launch."""
    game = open_home(paths, clock).game
    deeds.log_deed(game, "help")
    file = Path(paths.ledger, "2026.json")
    tables = json.loads(file.read_text("utf-8"))
    tables["records"]["77"] = {"type": "nothing that is known"}
    file.write_text(json.dumps(tables), "utf-8")
    for _ in range(2):
        game = open_home(paths, clock).game
        board_of(game)
        game.keep_recent()
        assert any("record 77" in str(problem) for problem in game.problems())
