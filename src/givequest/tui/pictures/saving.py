"""Rows of cells as files in the folder of pictures, the path of the first on the clipboard."""

from __future__ import annotations

import os
from collections.abc import Sequence

from givequest.config.paths import shared_pictures
from givequest.presentation.paint import Paint
from givequest.presentation.pictures.cells import Row, as_hex
from givequest.presentation.pictures.png import WITHOUT_PILLOW, PillowMissing, png_of
from givequest.presentation.pictures.svg import picture_of
from givequest.storage.files.atomic_files import make_folder, replace_file
from givequest.tui.clipboard import copy
from givequest.tui.page import VisitedPage


def save_files(page: VisitedPage, files: dict[str, bytes], *, also: str = "") -> None:
    """Save files that only their owner can read, put the path of the first on the clipboard, and say where.

    `also` is said behind it. Raises `StorageError`.
    """
    folder = shared_pictures(page.givequest.home.paths)
    make_folder(folder)
    for name, content in files.items():
        replace_file(os.path.join(folder, name), content)
    first, *others = files
    copy(page.app, os.path.join(folder, first))
    page.say_where(os.path.join(folder, first), others, also=also)


def save_rows(page: VisitedPage, name: str, rows: Sequence[Row], title: str, *, with_png: bool) -> None:
    """Save rows as SVG, and as PNG where Pillow is here; the PNG goes first, as that is what people paste.

    Raises `StorageError`.
    """
    ground = ground_of(page.givequest.paint)
    svg = picture_of(rows, ground, title).encode("utf-8", "replace")
    files, also = {f"{name}.svg": svg}, ""
    if with_png:
        try:
            files = {f"{name}.png": png_of(rows, ground), **files}
        except PillowMissing:
            also = WITHOUT_PILLOW
    save_files(page, files, also=also)


def ground_of(paint: Paint) -> str:
    """Return the colour behind everything, `#rrggbb`."""
    return as_hex(paint.look(paint.style()).ground, is_ground=True)
