"""Where everything lives: one folder for each purpose, or all of them under one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

APP_NAME = "givequest"
HOME_VARIABLE = "GIVEQUEST_HOME"


class Paths(NamedTuple):
    """The folders of one installation; none of them need exist."""

    data: str
    config: str
    cache: str
    state: str

    @property
    def ledger(self) -> str:
        """The folder of the year databases."""
        return os.path.join(self.data, "ledger")

    @property
    def backups(self) -> str:
        """The folder of rotating copies of the ledger."""
        return os.path.join(self.data, "backups")

    @property
    def config_file(self) -> str:
        """The file of settings."""
        return os.path.join(self.config, "config.toml")

    @property
    def themes(self) -> str:
        """The folder of a person's own themes."""
        return os.path.join(self.config, "themes")

    @property
    def decks(self) -> str:
        """The folder of a person's own decks."""
        return os.path.join(self.config, "decks")


def find_paths(home: str | None = None, environment: Mapping[str, str] = os.environ) -> Paths:
    """Return the folders under `home`, under `GIVEQUEST_HOME`, or where the platform keeps such things."""
    root = home or environment.get(HOME_VARIABLE)
    if root:
        root = os.path.abspath(os.path.expanduser(root))
        return Paths(*(os.path.join(root, name) for name in ("data", "config", "cache", "state")))
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APP_NAME, appauthor=False)
    return Paths(folders.user_data_dir, folders.user_config_dir, folders.user_cache_dir, folders.user_state_dir)
