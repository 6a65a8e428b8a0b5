"""Drafts in a list: whom each is for, and how it begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from givequest.domain.desk.drafts import MessageDraft
from givequest.domain.kinds import Kind
from givequest.domain.text import clean_line
from givequest.presentation.lines import Line, first_seen, fit
from givequest.presentation.paint import Paint

ROWS = 3
"""Lines of a draft: whom it's for, how it begins, and a blank one."""


def draft_heading(draft: MessageDraft, kinds: Mapping[str, Kind]) -> str:
    """Return kind and person of a draft: `Reconnect, Ben Karlsson`."""
    kind = kinds[draft.kind].name if draft.kind in kinds else draft.kind
    return f"{kind}, {clean_line(draft.person)}" if draft.person else kind


def draft_rows(
    drafts: Sequence[MessageDraft], chosen: int, kinds: Mapping[str, Kind], width: int, height: int, paint: Paint
) -> list[Line]:
    """Return the list of drafts, the chosen one among those that are seen."""
    first = first_seen(chosen, len(drafts), max((height + 1) // ROWS, 1))
    lines: list[Line] = []
    for place, draft in list(enumerate(drafts))[first:]:
        is_chosen, ellipsis = place == chosen, paint.glyphs.ellipsis
        cursor = paint.glyphs.cursor if is_chosen else " "
        name = clean_line(draft.person) or draft_heading(draft, kinds)
        beginning = clean_line(draft.text)[:200] or "nothing yet"
        lines += [
            [
                (f"{cursor} ", paint.style("accent", bold=True)),
                (fit(name, width - 2, ellipsis), paint.style("text", bold=is_chosen)),
            ],
            [("  ", paint.style()), (fit(beginning, width - 2, ellipsis), paint.style("muted"))],
            [],
        ]
    return lines[:height]
