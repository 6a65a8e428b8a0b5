"""The way to what can be brought along, from whichever page it is begun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

from givequest.application.mirror.import_posts import PostsPreview
from givequest.tui.trackers import archives
from givequest.tui.trackers.screen import BringScreen, Brought


def bring_along(app: App[Any], done: Callable[[str, bool], None]) -> None:
    """Show the files that there are.

    `done` is told what to say of what was brought, nothing where nothing was; and whether that was one's own posts.
    """

    def told(found: Brought | None) -> None:
        done("" if found is None else archives.brought_words(found), isinstance(found, PostsPreview))

    app.push_screen(BringScreen(archives.archive_folders()), told)
