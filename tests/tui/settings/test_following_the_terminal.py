"""Two themes for a terminal that is dark by night: chosen in the list, and changed while the app is open."""

from __future__ import annotations

from givequest.appearance.following import last_ground
from givequest.config.paths import Paths
from givequest.config.reading import read_settings
from givequest.preferences import save_preference
from givequest.tui.terminal.events import TerminalGround

from ...built_in import DEFAULTS
from ...fixtures.home import Open
from ...tui.conftest import app_of, screen_text


async def test_the_theme_changes_with_the_terminal_and_the_next_start_knows(open_app: Open, paths: Paths) -> None:
    """Both ways, and the answer is kept."""
    save_preference(paths, "theme", "auto:hearth,morning")
    async with open_app() as pilot:
        for ground, name in (("#ffffff", "morning"), ("#000000", "hearth"), ("#fdf6e3", "morning")):
            pilot.app.post_message(TerminalGround(ground))
            await pilot.pause()
            assert app_of(pilot).paint.theme.name == name
    assert last_ground(paths.cache) == "#fdf6e3"
    async with open_app() as pilot:
        assert app_of(pilot).paint.theme.name == "morning"


async def test_the_list_offers_it_first_and_keeps_it(open_app: Open, paths: Paths) -> None:
    """The settings say so as well; a theme that is only looked at stays while the terminal changes."""
    async with open_app() as pilot:
        await pilot.press("f3", "home")
        await pilot.pause()
        assert "Auto: Hearth, Morning" in screen_text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert read_settings(paths.config_file, DEFAULTS)[0].theme == "auto:hearth,morning"
        await pilot.press("f3", "end")
        await pilot.pause()
        looked_at = app_of(pilot).paint.theme
        pilot.app.post_message(TerminalGround("#ffffff"))
        await pilot.pause()
        assert app_of(pilot).paint.theme is looked_at
        await pilot.press("escape")
        await pilot.pause()
        assert app_of(pilot).paint.theme.name == "morning"
        await pilot.press("comma")
        await pilot.pause()
        assert "Morning, as your terminal is" in screen_text(pilot)


async def test_a_theme_that_was_chosen_stays_whatever_the_terminal_says(open_app: Open, paths: Paths) -> None:
    """Only `auto:` follows."""
    save_preference(paths, "theme", "forest")
    async with open_app() as pilot:
        pilot.app.post_message(TerminalGround("#ffffff"))
        await pilot.pause()
        assert app_of(pilot).paint.theme.name == "forest"
