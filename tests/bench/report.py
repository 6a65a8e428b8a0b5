"""The tables that are printed, in plain text."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence
from importlib.metadata import version

from .growth import COLUMNS, Observations
from .idle import Idleness
from .measure import Finding, percentile
from .slowed import Recording

HEADINGS = ("what", "median [min – max]", "against", "median", "ratio [min – max]", "reach", "met")


def show_machine() -> str:
    """Return a line on what everything ran on."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {load}; "
        f"Python {platform.python_version()}, Textual {version('textual')}, TinyDB {version('tinydb')}"
    )


def show_findings(findings: Sequence[Finding]) -> str:
    """Return the table of section 8: a line for each finding."""
    return _table(HEADINGS, [_cells(finding) for finding in findings])


def show_growth(found: dict[int, Observations]) -> str:
    """Return the table of ages; times in ms, memory in MB."""
    headings = ["years", *(f"{name}{' p95' if share > 0.5 else ''}" for name, share in COLUMNS.items())]
    rows = []
    for age, observations in found.items():
        cells = [str(age)]
        for name, share in COLUMNS.items():
            values = observations[name]
            scale = 1e-6 if name == "memory" else 1e3
            cells.append(f"{percentile(values, share) * scale:.1f}" if values else "not there yet")
        rows.append(cells)
    return _table(headings, rows)


def show_idle(found: Sequence[Idleness], calls: dict[str, int] | None) -> str:
    """Return the table of what is done without a key, and which files are asked for."""
    rows = [
        (idle.name, f"{idle.seconds:.0f}", f"{idle.processor:.2%}", str(idle.read), str(idle.written), str(idle.drawn))
        for idle in found
    ]
    headings = ("untouched", "seconds", "of one core", "bytes read", "bytes to disk", "bytes drawn")
    lines = [_table(headings, rows), ""]
    if calls is None:
        lines.append("strace is not here, so calls on files were not counted.")
    elif not calls:
        lines.append("no call on any file in 10 s")
    else:
        lines.append("calls on files in 10 s:")
        lines += [f"  {count:4}  {name}" for name, count in sorted(calls.items(), key=lambda call: -call[1])]
    return "\n".join(lines)


def show_recordings(found: Sequence[Recording], times: float) -> str:
    """Return what was seen of each launch, slowed so many times: a screen for each moment at which it had changed."""
    lines = []
    for recording in found:
        heard = "" if recording.heard is None else f"; a key typed then was heard after {recording.heard * 1e3:.0f} ms"
        lines += [f"{recording.name}, slowed {times:g} times: readable after {recording.readable * 1e3:.0f} ms{heard}"]
        last = None
        for moment, screen in recording.screens:
            rows = screen.rstrip().splitlines()
            words = "as before" if screen == last else "" if any(rows) else "nothing"
            lines.append(f"── {moment * 1e3:.0f} ms {words}".rstrip())
            if not words:
                lines += [f"   {row.rstrip()}" for row in rows]
            last = screen
        lines.append("")
    return "\n".join(lines)


def _cells(finding: Finding) -> tuple[str, ...]:
    low, high = finding.scaled(min(finding.values)), finding.scaled(max(finding.values))
    middle = finding.scaled(statistics.median(finding.values))
    other = f"{finding.scaled(statistics.median(finding.others)):.1f} {finding.unit}" if finding.others else ""
    ratios = finding.ratios
    if ratios:
        figure = f"{finding.figure:.2f} × [{min(ratios):.2f} – {max(ratios):.2f}]"
    else:
        figure = f"p95 {finding.figure:.1f} {finding.unit}" if finding.share != 0.5 else ""
    reach = "" if finding.reach is None else f"≤ {finding.reach:g} {'×' if ratios else finding.unit}"
    met = {True: "yes", False: "no", None: ""}[finding.met]
    spread = f"{middle:.1f} [{low:.1f} – {high:.1f}] {finding.unit}"
    return finding.what, spread, finding.against, other, figure, reach, met


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()

    return "\n".join([line(headings), line(["─" * width for width in widths]), *map(line, rows)])
