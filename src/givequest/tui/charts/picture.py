"""What is on screen, saved as a picture."""

from __future__ import annotations

import os
import re
from typing import Any

from textual.app import App

from givequest.storage.files.atomic_files import make_folder, replace_file

_FOREIGN_FONTS = re.compile(r"@font-face\s*\{[^}]*\}")
"""Rich lets a picture fetch its fonts from the network; ours must be whole by itself."""


def save_picture(app: App[Any], folder: str, name: str) -> str:
    """Save the screen as an SVG picture in a folder, readable by its owner alone, and return its path.

    Raises `StorageError`.
    """
    path = os.path.join(folder, f"{name}.svg")
    picture = _FOREIGN_FONTS.sub("", app.export_screenshot(title=f"givequest {name}"))
    make_folder(folder)
    replace_file(path, picture.encode("utf-8", "replace"))
    return path
