"""What a person chooses while the program runs, put into their config file."""

from __future__ import annotations

import os

from givequest.config.paths import Paths
from givequest.errors import StorageError


def save_preference(paths: Paths, key: str, value: str | int | bool) -> None:
    """Change one setting in `config.toml`, leaving all else as it is; raises `StorageError`."""
    from givequest.config.writing import changed_config
    from givequest.storage.files.atomic_files import make_folder, replace_file
    from givequest.storage.files.reading import read_file

    path = paths.config_file
    found = read_file(path)
    try:
        text = found[0].decode("utf-8-sig") if found else ""
        changed = changed_config(text, key, value)
    except UnicodeDecodeError:
        raise StorageError(f"{path} is not UTF-8 text; mend it, then choose again.") from None
    except ValueError as error:
        raise StorageError(f"{path} cannot be changed. {error}") from None
    make_folder(os.path.dirname(path))
    replace_file(path, changed.encode())


def write_start(path: str, text: str) -> None:
    """Write a file that a person goes on with; raises `StorageError` where one is there already."""
    from givequest.storage.files.atomic_files import make_folder, replace_file

    if os.path.lexists(path):
        raise StorageError(f"{path} is there already and stays as it is; move it away to begin anew.")
    make_folder(os.path.dirname(path))
    replace_file(path, text.encode())
