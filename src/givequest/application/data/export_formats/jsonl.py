"""JSON Lines: the lossless form, which `givequest import` reads back."""

from __future__ import annotations

from functools import partial

from givequest.application.data.export_formats import Format
from givequest.application.data.import_export import export_lines

FORMAT = Format(
    "lossless, and can be imported", export_lines, lines_without_books=partial(export_lines, with_books=False)
)
