"""The installed program that is measured, and the surroundings that it is given."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HELLO, PROBE = (Path(__file__).with_name(name) for name in ("hello.py", "probe.py"))


class ProgramError(Exception):
    """A command that is measured did not do its work; the message says which and what it said."""


@dataclass(frozen=True)
class Program:
    """An installed `givequest` and the interpreter that it runs on."""

    executable: Path
    python: Path

    def board(self, home: Path) -> list[str]:
        """Return the command that opens the app on a home."""
        return [str(self.executable), "--home", str(home)]

    def command(self, home: Path, *words: str) -> list[str]:
        """Return a command on a home."""
        return [str(self.executable), "--home", str(home), *words]

    @property
    def hello(self) -> list[str]:
        """The command that opens the plainest Textual app."""
        return [str(self.python), str(HELLO)]

    @property
    def probe(self) -> list[str]:
        """The command that opens the plainest Textual app that answers a key."""
        return [str(self.python), str(PROBE)]

    def fingerprint(self) -> str:
        """Return letters that change when the program might lay out a ledger in another way."""
        finder = "import givequest, os; print(os.path.dirname(givequest.__file__))"
        package = Path(run([str(self.python), "-c", finder]).strip())
        digest = hashlib.sha256()
        for source in sorted((*package.glob("storage/**/*.py"), *Path(__file__).parent.glob("*.toml"))):
            digest.update(source.read_bytes())
        digest.update(Path(__file__).with_name("history.py").read_bytes())
        return digest.hexdigest()[:10]


def find_program(path: str | None) -> Program:
    """Return the program at a path, or else the one installed beside the running interpreter."""
    executable = Path(path) if path else Path(sys.executable).parent / "givequest"
    if not os.access(executable, os.X_OK):
        raise ProgramError(f"there is no givequest to run at {executable}; install it, or name it with --givequest.")
    beside = executable.resolve().parent / "python"
    return Program(executable.absolute(), beside if beside.exists() else Path(sys.executable))


def surroundings() -> dict[str, str]:
    """Return the environment of every measured program: a modern terminal, UTF-8, and nothing of the caller's."""
    return {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": os.environ.get("HOME", "/"),
    }


def run(command: Sequence[str]) -> str:
    """Run a command to its end and return what it printed; `ProgramError` when it fails."""
    ended = subprocess.run(command, capture_output=True, text=True, env=surroundings(), check=False)
    if ended.returncode:
        words = " ".join(command)
        raise ProgramError(f"`{words}` ended with {ended.returncode}: {ended.stderr.strip()[-800:]}")
    return ended.stdout


def time_run(command: Sequence[str]) -> float:
    """Return how many seconds a command takes as a whole process, from before its start until after its end."""
    started = time.perf_counter()
    run(command)
    return time.perf_counter() - started
