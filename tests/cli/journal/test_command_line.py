"""The journal on the command line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from givequest.cli.main import run_command_line
from givequest.domain.records.lines import HEADER

from ...conftest import Clock
from ...exported import facts_in
from ...fixtures.journal import HOSTILE

Run = Callable[..., tuple[int, str, str]]
Listed = Callable[..., list[dict[str, Any]]]


class Teletype(io.StringIO):
    """A stdin that says it is a terminal."""

    def isatty(self) -> bool:
        """Return that it is."""
        return True


@pytest.fixture
def run(tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what carries out a command line in a home of the test's own, and returns code, stdout and stderr."""
    monkeypatch.setenv("GIVEQUEST_HOME", str(tmp_path))

    def carry_out(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run_command_line(words, clock)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return carry_out


@pytest.fixture
def listed(run: Run) -> Listed:
    """Return what lists pages as JSON."""
    return lambda *words: json.loads(run("journal", "--list", "--json", *words)[1])


def test_pages_are_listed_newest_first_and_as_json(run: Run, listed: Listed) -> None:
    """A day for each, and what it begins with."""
    run("journal", "The second", "line", "#garden")
    run("journal", "--on", "last friday", "The first")
    run("gift", "A postcard", "--on", "2026-11-01")
    assert [(page["day"], page["text"]) for page in listed()] == [
        ("2026-11-23", "The second line #garden"),
        ("2026-11-20", "The first"),
        ("2026-11-01", "A postcard"),
    ]
    assert run("journal", "--list", "--limit", "2")[1] == "2026-11-23  The second line #garden\n2026-11-20  The first\n"
    assert "2026-11-01  gift: A postcard" in run("journal", "--list")[1]


def test_a_search_finds_every_word_whatever_its_case_and_accents(run: Run) -> None:
    """And tags by their beginning."""
    run("journal", "The Café was full")
    run("journal", "Nothing #Garden")
    for words, text in (("cafe full", "The Café was full"), ("#gard", "Nothing #Garden")):
        code, out, _ = run("journal", "--search", words, "--json")
        assert code == 0
        assert [page["text"] for page in json.loads(out)] == [text]
    assert run("journal", "--search", "zebra") == (0, "", "")


def test_a_search_shows_what_it_found_on_every_line(run: Run) -> None:
    """Also where the words stand deep in a page, and what the page is."""
    run("journal", f"{'before ' * 60}the ripe quince {'after ' * 60}")
    run("gift", "A quince at the door")
    page, gift = sorted(run("journal", "--search", "QUINCE")[1].splitlines())
    assert gift == "2026-11-23  gift: A quince at the door"
    assert page.startswith("2026-11-23  ...before")
    assert "the ripe quince" in page
    assert len(page) <= 84


def test_the_pages_of_a_day_are_printed_whole(run: Run) -> None:
    """With their lines as they are."""
    run("journal", "one\ntwo")
    assert run("journal", "--list", "--on", "today")[1] == "Monday 23 November 2026\n\none\ntwo\n\n"


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 100_000])
def test_stdin_is_kept_as_it_comes(run: Run, listed: Listed, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Every character that a terminal would not obey, and every line."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert run("journal", "-")[0] == 0
    exported = facts_in(run("export")[1])
    assert [page["text"] for page in listed()] == [record["text"] for record in exported]
    kept = exported[0]["text"]
    assert "\x1b" not in kept
    assert len(kept.split()) == len(text.replace("\x1b", "").replace("\x07", "").split())


def test_without_an_editor_all_that_is_typed_is_the_page(
    run: Run, listed: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to the end of input; the prompt says how it ends."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("sys.stdin", Teletype("a line\nand another\n"))
    _, _, err = run("journal")
    assert "ctrl+d" in err
    assert [page["text"] for page in listed()] == ["a line\nand another\n"]


def test_markdown_is_a_file_a_month_with_front_matter(run: Run, tmp_path: Path) -> None:
    """As note-taking programs and site generators read it."""
    run("journal", "Pears, #garden\n---\nand more")
    run("journal", "--on", "2026-10-02", 'A "quoted" day #Тег')
    run("gift", "A postcard")
    folder = tmp_path / "pages"
    assert run("export", "--format", "markdown", "-o", str(folder))[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["2026-10.md", "2026-11.md"]
    november = (folder / "2026-11.md").read_text("utf-8")
    assert november.startswith(
        '---\ntitle: "November 2026"\ndate: 2026-11-01\ntags: ["garden"]\n---\n\n# November 2026\n'
    )
    assert "Pears, #garden\n---\nand more" in november
    assert "*A gift out of the blue*" in november
    assert 'tags: ["Тег"]' in (folder / "2026-10.md").read_text("utf-8")
    code, _, err = run("export", "--format", "markdown", "-o", str(folder))
    assert code == 1
    assert "--force" in err
    assert run("export", "--format", "markdown", "-o", str(folder), "--force")[0] == 0


def test_a_page_of_its_own_sort_survives_export_and_import(run: Run, listed: Listed, tmp_path: Path) -> None:
    """The lossless form knows letters and pockets."""
    line = {"type": "entry", "id": "a", "day": "2026-10-31", "text": "Dear you", "sort": "letter"}
    file = tmp_path / "in.jsonl"
    file.write_text(f"{json.dumps(HEADER)}\n{json.dumps(line)}\n", "utf-8")
    assert run("import", str(file))[0] == 0
    assert facts_in(run("export")[1])[0]["sort"] == "letter"
    assert listed()[0]["sort"] == "letter"
    run("journal", "a plain one")
    assert "sort" not in listed()[0]
