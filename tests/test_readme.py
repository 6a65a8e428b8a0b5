"""The README's two commands work and are what CI runs; its pictures are there."""

from __future__ import annotations

import re
import subprocess

from .docs_pages import README, ROOT, links_of

TEXT = README.read_text(encoding="utf-8")


def test_it_shows_pictures_that_are_there() -> None:
    """Of the project's own folder, and not more of them than one waits for."""
    pictures = [link for link in links_of(README) if link.endswith((".svg", ".png"))]
    assert len(pictures) >= 5
    assert sum((ROOT / picture).stat().st_size for picture in pictures) < 300_000


def test_its_recording_plays_over_and_over_where_only_a_picture_may_be_shown() -> None:
    """No script, no font and nothing else from elsewhere; it is not the length of a film."""
    picture = (ROOT / "docs" / "morning.svg").read_text(encoding="utf-8")
    assert links_of(README)[0] == "docs/morning.svg"
    assert not re.search(r"<script|@import|@font-face|href|url\(|<foreignObject", picture)
    assert re.findall(r"https?:[^\"]*", picture) == ["http://www.w3.org/2000/svg"]
    (seconds,) = re.findall(r"animation:([\d.]+)s step-end infinite", picture)
    assert 12 < float(seconds) < 20


def test_its_two_commands_each_work_alone_and_ci_runs_what_stands_there() -> None:
    """Each makes an environment of its own and needs no other line; `.ci/run` takes them from here."""
    commands = re.findall(r"```sh\n(.*?)\n```", TEXT, re.DOTALL)
    assert len(commands) == 2
    for command in commands:
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
        assert "\n" not in command
        assert all(part.strip().startswith(("python3 -m venv", ".venv/bin/")) for part in command.split("&&"))
    assert [command.split("/")[-1] for command in commands] == ["givequest", "pytest"]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (taken,) = re.findall(r"awk '([^']+)' README.md", script)
    taken_by_ci = subprocess.run(["awk", taken, "README.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert taken_by_ci.stdout.splitlines() == commands
