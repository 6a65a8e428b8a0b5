"""harsh: its log, a line a day and habit, ` : ` between the fields; the later line of a day counts."""

from __future__ import annotations

import re

from givequest.domain.records import read_day
from givequest.errors import RecordError
from givequest.importers.files.contents import Content
from givequest.importers.files.decoding import lines_of
from givequest.importers.trackers.history_builder import SKIPPED, HistoryBuilder
from givequest.importers.trackers.tracker import TrackerImporter

LOG, PLACEHOLDER = "log", ".log.icloud"
"""What the file is called in harsh's folder, and what stands there as long as iCloud has not brought it."""
_BETWEEN = " : "
_LINE = re.compile(r"\d{4}-\d\d-\d\d : .+ : [yns]\b")
_AMOUNT = re.compile(r"-?\d+(\.\d+)?")
_SAMPLE = 100


def _said(text: str) -> list[str]:
    return [line for line in lines_of(text)[:_SAMPLE] if line.strip() and line[0] not in "#!"]


def _fits(content: Content) -> bool:
    lines = _said(content.head)
    return bool(lines) and 2 * sum(_LINE.match(line) is not None for line in lines) >= len(lines)


def _read(content: Content, builder: HistoryBuilder) -> None:
    habits: dict[str, int] = {}
    lines = lines_of(content.text)
    builder.total = len(lines)
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split(_BETWEEN)]
        # A habit's own name may hold the sign: the answer is the first field that can be one.
        answer = next((at for at in range(2, len(fields)) if fields[at] in ("y", "n", "s")), 0)
        if not answer:
            builder.report(number, "it isn't a day, a habit and y, n or s.")
            continue
        try:
            day = read_day(fields[0])
        except RecordError:
            builder.report_day(number, fields[0])
            continue
        name = _BETWEEN.join(fields[1:answer])
        if name not in habits:
            habits[name] = builder.habit(name)
        if fields[answer] == "y":
            builder.done(habits[name], day, _comment(fields[answer + 1 :]), number)
        else:
            builder.advance()
            builder.undone(habits[name], day)
            if fields[answer] == "s":
                builder.leave_out(SKIPPED)


def _comment(rest: list[str]) -> str:
    if len(rest) > 1 and _AMOUNT.fullmatch(rest[-1]):
        rest = rest[:-1]
    return _BETWEEN.join(rest).strip()


HARSH = TrackerImporter("harsh", "harsh", _fits, _read)
