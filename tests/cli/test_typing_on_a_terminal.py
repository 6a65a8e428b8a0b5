"""What is typed or pasted at a real terminal: all of it is ours, and nothing is left for the shell to run."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..e2e.terminal import Terminal

END = "\x04"
Open = Callable[..., Terminal]
Listed = Callable[[], list[str]]


@pytest.fixture
def environment(paths: Paths) -> dict[str, str]:
    """Return a person's environment, with a home of the test's own and no editor."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "GIVEQUEST_HOME": os.path.dirname(paths.data),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PS1": "shell> ",
        "HISTFILE": "/dev/null",
    }


@pytest.fixture
def shell(environment: dict[str, str]) -> Iterator[Terminal]:
    """Return a shell on a terminal of its own."""
    with Terminal(["/bin/sh", "-i"], environment) as terminal:
        terminal.wait_for("shell>")
        yield terminal


@pytest.fixture
def texts(environment: dict[str, str]) -> Listed:
    """Return what says what is in the journal."""

    def listed() -> list[str]:
        command = [sys.executable, "-m", "givequest", "journal", "--list", "--json"]
        printed = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=True).stdout
        return [page["text"].rstrip("\n") for page in json.loads(printed)]

    return listed


def givequest(*words: str) -> str:
    """Return the line that starts a command from the shell."""
    return f"{shlex.join([sys.executable, '-m', 'givequest', *words])}\n"


@pytest.mark.parametrize("command", ["journal", "gift", "release"])
@pytest.mark.parametrize("bracketed", [False, True], ids=["plain", "bracketed"])
def test_no_line_of_a_paste_is_run_by_the_shell(
    shell: Terminal, texts: Listed, tmp_path: Path, command: str, bracketed: bool
) -> None:
    """Whatever the lines are, and however the terminal hands them over."""
    marker = tmp_path / "run-by-the-shell"
    shell.press(givequest(command))
    shell.wait_for("ctrl+d")
    paste = f"first\n\ntouch {shlex.quote(str(marker))}\nlast"
    shell.press(f"\x1b[200~{paste}\x1b[201~" if bracketed and command != "release" else paste)
    shell.press("\n", END)
    shell.wait_for(lambda screen: any(done in screen for done in ("Written down", "Noted,", "Gone.")))
    shell.press("echo st''ill here\n")
    shell.wait_for("still here")
    assert not marker.exists()
    assert texts() == ([] if command == "release" else [paste])


def test_a_long_line_is_kept_to_its_end(shell: Terminal, texts: Listed) -> None:
    """The kernel would cut it at 4,095 bytes."""
    words = "word " * 1000 + "end"
    shell.press(givequest("journal"))
    shell.wait_for("ctrl+d")
    for start in range(0, len(words), 500):
        shell.press(words[start : start + 500])
    shell.press("\n", END)
    shell.wait_for("Written down")
    assert texts() == [words]


def test_what_is_let_go_is_not_shown(shell: Terminal) -> None:
    """Neither while it is typed nor afterwards, and the terminal shows what is typed again."""
    shell.press(givequest("release"))
    shell.wait_for("ctrl+d")
    shell.press("qxzvjkwq\nwqkjvzxq\n", END)
    shell.wait_for("Gone.")
    shell.press("echo visible again\n")
    shell.wait_for("visible again")
    assert "qxzvjkwq" not in shell.text
    assert "wqkjvzxq" not in shell.text


@pytest.fixture
def left(environment: dict[str, str], paths: Paths, tmp_path: Path) -> Path:
    """Return a page that was typed in an editor which then ended with an error."""
    script = tmp_path / "editor.sh"
    script.write_text('printf "half a page" > "$1"; exit 3\n')
    environment["EDITOR"] = f"/bin/sh {script}"
    with Terminal([sys.executable, "-m", "givequest", "journal"], environment) as terminal:
        assert terminal.wait() == 0
    (page,) = Path(paths.state).rglob("page-*.md")
    script.write_text('printf ", and the rest" >> "$1"\n')
    return page


def test_one_key_takes_in_a_page_that_was_left(
    environment: dict[str, str], texts: Listed, left: Path, paths: Paths
) -> None:
    """And its folder goes with it; no editor is opened as well."""
    with Terminal([sys.executable, "-m", "givequest", "journal"], environment) as terminal:
        terminal.wait_for("any other key")
        assert "half a page" in terminal.text
        terminal.press("t")
        assert terminal.wait() == 0
        assert "Written down" in terminal.text
    assert texts() == ["half a page"]
    assert list((Path(paths.state) / "editor").iterdir()) == []


def test_another_key_opens_it_again(environment: dict[str, str], texts: Listed, left: Path) -> None:
    """To go on where the editor left it."""
    with Terminal([sys.executable, "-m", "givequest", "journal"], environment) as terminal:
        terminal.wait_for("any other key")
        terminal.press("o")
        assert terminal.wait() == 0
    assert texts() == ["half a page, and the rest"]


def test_any_other_key_leaves_it_and_a_new_page_is_begun(
    environment: dict[str, str], texts: Listed, left: Path
) -> None:
    """It is asked about again the next time."""
    with Terminal([sys.executable, "-m", "givequest", "journal"], environment) as terminal:
        terminal.wait_for("any other key")
        terminal.press("\r")
        assert terminal.wait() == 0
    assert texts() == [", and the rest"]
    assert left.read_text() == "half a page"


def test_keys_typed_before_the_question_do_not_answer_it(
    environment: dict[str, str], texts: Listed, left: Path
) -> None:
    """Only what is pressed once it can be read."""
    environment.pop("EDITOR")
    with Terminal([sys.executable, "-m", "givequest", "journal"], environment) as terminal:
        terminal.press("ttt")
        terminal.wait_for("any other key")
        terminal.press(" ")
        terminal.wait_for("ctrl+d")
        terminal.press("other\n", END)
        assert terminal.wait() == 0
    assert texts() == ["other"]
