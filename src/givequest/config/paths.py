"""Where everything lives: one folder for each purpose, or all of them under one."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from givequest.errors import GivequestError
from givequest.named_tuple import NamedTuple

APP_NAME = "givequest"
HOME_VARIABLE = "GIVEQUEST_HOME"
_VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
_VARIABLE = r"\$(\w+|\{[^}]*\})"


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
    def pictures(self) -> str:
        """The folder of pictures that were saved."""
        return os.path.join(self.state, "pictures")

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

    @property
    def desk_rules(self) -> str:
        """The folder of a person's own rules for the desk."""
        return os.path.join(self.config, "desk")

    @property
    def desk_trials(self) -> str:
        """The file that notes which patterns of those rules were tried already."""
        return os.path.join(self.cache, "desk-trials.json")

    @property
    def kinds_cache(self) -> str:
        """The file of the kinds as they were read last."""
        return os.path.join(self.cache, "kinds.json")

    @property
    def library_cache(self) -> str:
        """The file of the decks as they were read last."""
        return os.path.join(self.cache, "library.json")

    @property
    def editor_texts(self) -> str:
        """The folder of texts that are open in an editor."""
        return os.path.join(self.state, "editor")


def find_paths(home: str | None = None, environment: Mapping[str, str] = os.environ) -> Paths:
    """Return the folders under `home`, under `GIVEQUEST_HOME`, or where the platform keeps such things.

    Raises `GivequestError` where what was set names no whole path: nothing is ever kept in a
    folder called `~` or `$HOME`, or in whatever folder someone happens to be in.
    """
    root = home or environment.get(HOME_VARIABLE, "").strip()
    if root:
        root = expand_path(root, "--home" if home else HOME_VARIABLE)
        return Paths(*(os.path.join(root, name) for name in ("data", "config", "cache", "state")))
    for variable in _VARIABLES:  # before platformdirs is asked: what it makes of these differs from version to version
        chosen = environment.get(variable, "").strip()
        if chosen and not os.path.isabs(chosen):
            raise GivequestError(
                f"{variable} is '{chosen}', which isn't a whole path; let it begin with /, or unset it."
            )
        if not chosen and not _is_home_known(environment):
            raise GivequestError(
                f"There's no home folder to keep anything in: {_missing_home(environment)}. "
                "Set HOME, or name a folder with --home DIR."
            )
        _check_variables(chosen, variable)
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APP_NAME, appauthor=False)
    return Paths(folders.user_data_dir, folders.user_config_dir, folders.user_cache_dir, folders.user_state_dir)


def shared_pictures(paths: Paths) -> str:
    """Return the folder of pictures for others: the platform's own, or, with everything under one folder, in there."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APP_NAME, appauthor=False)
    return folders.user_pictures_dir if paths.state == folders.user_state_dir else paths.pictures


def expand_path(path: str, what: str) -> str:
    """Return the whole path of what a person wrote, with a `~` at its beginning filled in.

    Args:
        path: What they wrote.
        what: What it was written for, to begin a sentence with: `--home`.

    Raises:
        GivequestError: The home folder that it begins with isn't there, or a variable in it is spelt out.

    """
    expanded = os.path.expanduser(path)
    user, _, _ = path.partition("/")
    if user == "~" and not (os.path.isabs(expanded) and _is_home_known(os.environ)):
        raise GivequestError(f"{what} is '{path}', and no home folder is known here; write the whole path.")
    if user.startswith("~") and not os.path.isdir(os.path.expanduser(user)) and not os.path.lexists(path):
        raise GivequestError(f"{what} is '{path}', and {user} has no home folder here; write the whole path.")
    _check_variables(expanded, what)
    return os.path.abspath(expanded)


def _check_variables(path: str, what: str) -> None:
    """Refuse a path in which a variable was quoted so that nobody filled it in."""
    match = re.search(_VARIABLE, path)
    if match is not None and not os.path.lexists(path):
        raise GivequestError(f"{what} is '{path}', and nothing has filled in {match[0]}; write the whole path.")


def _missing_home(environment: Mapping[str, str]) -> str:
    """Return why no home folder is known."""
    if home := environment.get("HOME"):
        return f"HOME is '{home}', which isn't a whole path"
    return "HOME is empty" if home == "" else "HOME isn't set, and your user has none"


def _is_home_known(environment: Mapping[str, str]) -> bool:
    """Return whether there is a home folder: `HOME`, or where that isn't set the user's own."""
    return os.path.isabs(environment["HOME"] if "HOME" in environment else os.path.expanduser("~"))
