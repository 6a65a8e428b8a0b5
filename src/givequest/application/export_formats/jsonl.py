"""JSON Lines: the lossless form, which `givequest import` reads back."""

from __future__ import annotations

from givequest.application.export_formats import Format
from givequest.application.import_export import export_lines

FORMAT = Format("lossless, and can be imported", export_lines)
