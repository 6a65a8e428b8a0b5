"""The command line, played in this process with a clock that stands still."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from givequest.cli.main import run_command_line
from givequest.config.paths import Paths

from ..conftest import Clock


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


Play = Callable[..., Ran]
"""Carries out a command line in the test's home."""


@pytest.fixture
def play(paths: Paths, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Play:
    """Return what carries out a command line in a home of the test's own."""
    monkeypatch.setenv("GIVEQUEST_HOME", paths.data.removesuffix("/data"))

    def run(*words: str) -> Ran:
        capsys.readouterr()
        code = run_command_line(words, clock)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


def jsonl(*documents: dict[str, Any]) -> str:
    """Return an export that holds these documents."""
    header = {"format": "givequest", "version": 1}
    return "".join(f"{json.dumps(document)}\n" for document in (header, *documents))


@pytest.fixture
def start(paths: Paths) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Return what runs `python -m givequest` as a process of its own in a home of the test's own."""
    environment = {
        "PATH": os.environ["PATH"],
        "GIVEQUEST_HOME": paths.data.removesuffix("/data"),
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "LANG": "C.UTF-8",
    }

    def run(*words: str | bytes, stdin: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
        options: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "input": stdin, **more}
        options["env"] = environment | more.get("env", {})
        command = [sys.executable, "-m", "givequest", *words]
        return subprocess.run(command, timeout=60, check=False, **options)

    return run
