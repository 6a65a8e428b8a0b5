"""What a person chooses while the program runs, put into their config file."""

from __future__ import annotations

import os

from givequest.application.game.game import Game
from givequest.config.paths import Paths
from givequest.errors import StorageError


def save_preference(paths: Paths, key: str, value: str | int | bool, game: Game | None = None) -> None:
    """Change one setting in `config.toml`, leaving all else as it is; raises `StorageError`.

    Where there is no such file yet, what is due in a game is written down as well: until then the ledger alone had it,
    and a config that does not say it would mean that all is due as it comes.
    """
    from givequest.config.writing import changed_config
    from givequest.storage.files.atomic_files import make_folder, replace_file
    from givequest.storage.files.reading import read_file

    path = paths.config_file
    found = read_file(path)
    try:
        text = found[0].decode("utf-8-sig") if found else with_what_is_due("", game)
        changed = changed_config(text, key, value)
    except UnicodeDecodeError:
        raise StorageError(f"{path} isn't UTF-8 text; fix that, then choose again.") from None
    except ValueError as error:
        raise StorageError(f"{path} can't be changed. {error}") from None
    make_folder(os.path.dirname(path))
    replace_file(path, changed.encode())


def with_what_is_due(text: str, game: Game | None) -> str:
    """Return the text of a config to begin with, and with what is due in a game where its ledger alone has that."""
    rules = game.current_rules.unwritten(game.today()) if game is not None else None
    if game is None or rules is None:
        return text
    from givequest.config.rules_text import with_rules

    return with_rules(text, rules, game.current_rules.built_in)


def write_start(path: str, text: str) -> None:
    """Write a file that a person goes on with; raises `StorageError` where one is there already."""
    from givequest.storage.files.atomic_files import make_folder, replace_file

    if os.path.lexists(path):
        raise StorageError(f"{path} already exists and was left alone; move it away to start afresh.")
    make_folder(os.path.dirname(path))
    replace_file(path, text.encode())
