"""`w` on Charts and Forest: a picture, or a card to share, in a folder of pictures, its path on the clipboard."""

from __future__ import annotations

import re
import stat
import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from givequest.application import deeds
from givequest.application.game.game import Game
from givequest.config.paths import find_paths, shared_pictures

from ...built_in import DEFAULTS
from ..conftest import OpenHome, PlayApp, screen_text


@pytest.fixture
def game(open_home: OpenHome) -> Game:
    """A game with sixty days of deeds."""
    game = open_home().game
    for back in range(60):
        deeds.log_deed(game, ("help", "congratulate", "listen")[back % 3], game.today() - timedelta(days=back))
    return game


async def save(play: PlayApp, tmp_path: Path, *keys: str, numbers: bool = True) -> tuple[Path, str, str]:
    """Press keys and return the folder of pictures, what the clipboard holds, and what is on screen."""
    settings = DEFAULTS._replace(animations=False, numbers=numbers)
    async with play(size=(100, 30), settings=settings) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return tmp_path / "state" / "pictures", pilot.app.clipboard, screen_text(pilot)


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (("3", "w", "c"), "card-2026-11"),
        (("3", "y", "w", "down", "enter"), "card-2026-giving"),
        (("4", "w", "c"), "card-forest-2026-11-23"),
    ],
)
async def test_a_card_is_an_svg_and_a_png_whose_path_can_be_pasted(
    game: Game, play: PlayApp, tmp_path: Path, keys: tuple[str, ...], name: str
) -> None:
    """Both are their owner's alone; the PNG's pixels are twice the size of the SVG."""
    folder, clipboard, text = await save(play, tmp_path, *keys)
    svg, png = folder / f"{name}.svg", folder / f"{name}.png"
    assert clipboard == str(png)
    assert f"{name}.png" in "".join(text.split())
    assert {stat.S_IMODE(file.stat().st_mode) for file in (svg, png)} == {0o600}
    picture = svg.read_text(encoding="utf-8")
    width, height = re.findall(r'width="(\d+)" height="(\d+)" role', picture)[0]
    image = Image.open(BytesIO(png.read_bytes()))
    assert image.size == (2 * int(width), 2 * int(height))
    assert len(image.getcolors(100_000) or ()) > 20
    assert "givequest" in picture
    assert not re.search("enter|level|▸", picture)


async def test_without_pillow_the_svg_is_saved_and_what_is_missing_is_said(
    game: Game, play: PlayApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a sentence that says how to get it."""
    monkeypatch.setitem(sys.modules, "PIL", None)
    folder, clipboard, text = await save(play, tmp_path, "3", "w", "c")
    assert [file.name for file in folder.iterdir()] == ["card-2026-11.svg"]
    assert clipboard.endswith("card-2026-11.svg")
    assert "pip install 'givequest[png]'" in " ".join(text.split())


@pytest.mark.parametrize("keys", [("3", "w", "c"), ("3", "w", "p"), ("4", "w", "c"), ("4", "w", "p")])
async def test_without_numbers_no_figure_is_in_what_is_shared(
    game: Game, play: PlayApp, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    """Dates are left, and nothing that counts deeds, runs or plants."""
    folder, _, _ = await save(play, tmp_path, *keys, numbers=False)
    (picture,) = folder.glob("*.svg")
    drawn = picture.read_text(encoding="utf-8")
    words = [text for text in re.findall(r"<text[^>]*>([^<]*)<|<desc>([^<]*)<", drawn) for text in text if text]
    assert not [text for text in words if re.search(r"\d+ (plants|deeds|days|more)|%|streak +best", text)]


async def test_escape_saves_nothing(game: Game, play: PlayApp, tmp_path: Path) -> None:
    """And says nothing."""
    folder, clipboard, text = await save(play, tmp_path, "3", "w", "escape")
    assert not folder.exists()
    assert clipboard == ""
    assert "Saved" not in text


async def test_a_click_on_a_choice_takes_it(game: Game, play: PlayApp, tmp_path: Path) -> None:
    """And what is offered is said in words."""
    async with play(size=(100, 30)) as pilot:
        await pilot.press("3", "w")
        assert "a card to share" in screen_text(pilot)
        await pilot.click("#save", offset=(8, 4))
        await pilot.pause()
    assert (tmp_path / "state" / "pictures" / "card-2026-11.svg").exists()


def test_pictures_go_where_the_platform_has_them_unless_everything_is_under_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home that can be carried about keeps its own."""
    assert shared_pictures(find_paths(str(tmp_path))) == str(tmp_path / "state" / "pictures")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("GIVEQUEST_HOME", raising=False)
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_PICTURES_DIR"):
        monkeypatch.delenv(variable, raising=False)
    assert shared_pictures(find_paths()) == str(tmp_path / "Pictures")
