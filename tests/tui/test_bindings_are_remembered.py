"""Which bindings a key can meet is worked out once, and anew when the focus or the keys in force have changed."""

from __future__ import annotations

from unittest.mock import patch

from textual.binding import BindingsMap

from .conftest import PlayApp


async def test_a_key_like_the_one_before_works_no_bindings_out(play: PlayApp) -> None:
    """Nothing has changed between two moves of the cursor."""
    async with play() as pilot:
        await pilot.press("j")
        with patch.object(BindingsMap, "apply_keymap", side_effect=AssertionError("worked out again")):
            await pilot.press("k", "j")


async def test_other_keys_are_in_force_at_once(play: PlayApp) -> None:
    """The key that was bound before is free, the new one is heard."""
    async with play() as pilot:
        await pilot.press("j")
        pilot.app.set_keymap({"cursor.down": "w"})
        chain = pilot.app.screen._binding_chain
        keys = {key for _, bindings in chain for key, found in bindings for one in [found] if one.id == "cursor.down"}
        assert keys == {"w"}
