"""`python -m tests.bench`: measure the installed givequest and print the table."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .growth import measure_growth
from .homes import Homes
from .idle import measure_idle, trace_files
from .measure import Finding
from .program import ProgramError, find_program
from .report import show_findings, show_growth, show_idle, show_machine, show_recordings
from .rows import ROWS, Bench
from .slowed import record_slowed
from .terminal import NotSeenError

RUNS, QUICK_RUNS = 9, 3


def main() -> int:
    """Measure what was asked for; exit code 0 when all of it could be measured, met or not."""
    asked = _read_arguments()
    try:
        program = find_program(asked.givequest)
        homes = Homes(program, asked.folder)
        homes.sweep(everything=asked.fresh)
    except ProgramError as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 1
    bench = Bench(program, homes, asked.runs or (QUICK_RUNS if asked.quick else RUNS))
    print(show_machine(), flush=True)
    results: dict[str, Any] = {"machine": show_machine(), "runs": bench.runs}
    whole = (
        _measure_rows(bench, asked.only, results)
        if asked.only or not (asked.growth or asked.idle or asked.slowed)
        else True
    )
    if asked.growth:
        found = measure_growth(bench)
        print("\n" + show_growth(found), flush=True)
        results["growth"] = found
    if asked.idle:
        idle = measure_idle(bench, asked.idle)
        calls = trace_files(bench)
        print("\n" + show_idle(idle, calls), flush=True)
        results["idle"] = {"programs": [asdict(one) for one in idle], "calls": calls}
    if asked.slowed:
        recordings = record_slowed(bench, asked.slowed)
        print("\n" + show_recordings(recordings, asked.slowed), flush=True)
        results["slowed"] = [asdict(recording) for recording in recordings]
    if asked.json:
        asked.json.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if whole else 1


def _measure_rows(bench: Bench, only: list[str] | None, results: dict[str, Any]) -> bool:
    findings: list[Finding] = []
    problems: list[str] = []
    for name in only or ROWS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        try:
            findings += ROWS[name](bench)
        except (ProgramError, NotSeenError) as problem:
            problems.append(f"{name} could not be measured: {problem}")
    print("\n" + show_findings(findings), flush=True)
    for sentence in problems:
        print(f"\n{sentence}", flush=True)
    results["rows"] = [
        asdict(finding) | {"ratios": finding.ratios, "figure": finding.figure, "met": finding.met}
        for finding in findings
    ]
    return not problems


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=ROWS, metavar="ROW", help=f"one of {', '.join(ROWS)}; may be repeated"
    )
    parser.add_argument("--runs", type=int, help=f"paired runs of each row, warm-ups not counted (default {RUNS})")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_RUNS} runs: a first impression, not a result")
    parser.add_argument(
        "--growth", action="store_true", help="the table of 1, 5, 20 and 50 years (instead of the rows)"
    )
    parser.add_argument(
        "--idle", type=float, nargs="?", const=60.0, metavar="SECONDS", help="the untouched board (default 60 s)"
    )
    parser.add_argument(
        "--slowed",
        type=float,
        nargs="?",
        const=4.0,
        metavar="TIMES",
        help="what is seen of a launch at which moment, on a machine so many times slower (default 4)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every single value to a file")
    parser.add_argument(
        "--givequest", metavar="PATH", help="the executable to measure (default: the one beside this Python)"
    )
    parser.add_argument(
        "--folder", type=Path, metavar="DIR", help="where homes are made and kept (default: under the temporary folder)"
    )
    parser.add_argument("--fresh", action="store_true", help="make the homes anew")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
