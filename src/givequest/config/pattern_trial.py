"""The trial of a person's own patterns: some never come to an end, and Python's `re` can't be stopped from inside.

`run_trial` is the child process that tries them: patterns on stdin as JSON, the position of each that is through on
a line of stdout.
"""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Sequence

LIMIT = 0.5
"""Seconds of the processor's time that one pattern may take with all its samples."""
PATIENCE = 60.0
"""Seconds after which the child is given up where it can't end itself."""
SIZE = 20_000
"""Letters of a sample: no message is longer."""
_CHILD = "from givequest.config.pattern_trial import run_trial; run_trial()"


def slow_patterns(patterns: Sequence[tuple[str, int]]) -> set[int]:
    """Return the positions of the patterns that take too long with some text.

    Args:
        patterns: Regular expressions, each with its flags.

    Each that is too slow costs `LIMIT` seconds and a process, the others next to nothing.

    """
    slow: set[int] = set()
    start = 0
    while start < len(patterns):
        start += _try(patterns[start:])
        if start < len(patterns):
            slow.add(start)
            start += 1
    return slow


def _try(patterns: Sequence[tuple[str, int]]) -> int:
    """Return how many of the patterns, from the first on, a child process gets through."""
    import subprocess

    text = json.dumps(list(patterns)).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-c", _CHILD], input=text, capture_output=True, timeout=PATIENCE, check=False
        )
        return len(done.stdout.splitlines())
    except subprocess.TimeoutExpired as error:
        return len((error.stdout or b"").splitlines())


def run_trial() -> None:
    """Search the samples of each pattern on stdin, and print its position when all of them are through.

    The kernel ends the process when a pattern has had its time: no code of ours runs before the search is over.
    """
    for position, (pattern, flags) in enumerate(json.load(sys.stdin)):
        compiled = re.compile(pattern, flags)
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
        for sample in samples(pattern):
            for _ in compiled.finditer(sample):
                pass
        print(position, flush=True)


def samples(pattern: str) -> list[str]:
    """Return texts that a pattern which goes back and forth would take for ever with.

    They are long runs of each letter that the pattern itself names, of words, and of signs, each with an end that
    doesn't fit.
    """
    letters = sorted({letter for letter in pattern if letter.isalnum()} | set("a 1!.\n"))
    runs = [letter * (SIZE // 10) + "\0" for letter in letters]
    words = ["ab " * (SIZE // 3), "a.b" * (SIZE // 3), "you and I, we said. " * (SIZE // 20), "A\n" * (SIZE // 2)]
    return [*runs, *words]
