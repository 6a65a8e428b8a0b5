"""`givequest check`: hints for people, editors and mail programs."""

from __future__ import annotations

import re
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..conftest import Play

PITCH = (
    "Hi Ana,\n\nI came across your profile. We build a platform for growth.\n"
    "Would you be interested in a quick call? Check out our site.\n"
)
KIND = (
    "Ana, I watched your talk from Thursday. The moment you stopped the slides stayed with me. No need to write back.\n"
)
GCC = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+): note: .+ \[[a-z-]+\.[a-z-]+\]")


@pytest.fixture
def write(tmp_path: Path) -> str:
    """Return the path of a file with the pitch."""
    path = tmp_path / "letter.txt"
    path.write_text(PITCH, "utf-8")
    return str(path)


def test_editors_read_where_each_hint_is(play: Play, write: str) -> None:
    """FILE:LINE:COLUMN: note: HINT [rule.id], in the order of the places."""
    ran = play("check", write, "--format", "gcc", "--to", "Ana")
    assert (ran.code, ran.err) == (0, "")
    rows = [GCC.fullmatch(line) for line in ran.out.splitlines()]
    assert rows
    assert all(rows)
    places = [(int(row["line"]), int(row["column"])) for row in rows if row]
    assert places == sorted(places)
    assert {row["file"] for row in rows if row} == {write}
    assert (4, PITCH.split("\n")[3].index("Check out") + 1) in places


def test_data_holds_all_that_was_found(play: Play, write: str) -> None:
    """And nothing else than it says."""
    data = play("check", write, "--format", "json", "--kind", "reconnect").data
    assert data.keys() == {"state", "load", "meter", "language", "hints", "signs"}
    assert (data["state"], data["language"]) == ("rework", "en")
    assert all(
        hint.keys() == {"rule", "category", "weight", "line", "column", "text", "hint"} for hint in data["hints"]
    )
    for hint in data["hints"]:
        assert PITCH.split("\n")[hint["line"] - 1][hint["column"] - 1 :].startswith(hint["text"].split("\n")[0])


def test_strict_says_no_with_its_exit_code(play: Play, write: str, tmp_path: Path) -> None:
    """For a hook of a mail program; without it a message is never refused."""
    kind = tmp_path / "kind.txt"
    kind.write_text(KIND, "utf-8")
    assert play("check", write).code == 0
    assert play("check", write, "--strict").code == 1
    assert play("check", str(kind), "--strict", "--kind", "congratulate", "--to", "Ana").code == 0


def test_it_shows_no_verdict_and_little(play: Play, write: str, tmp_path: Path) -> None:
    """Three hints at most, and the three questions; a gift gets its good signs."""
    shown = play("check", write).out
    assert shown.count("\n~ ") + shown.startswith("~ ") <= 3
    assert shown.count("\n? ") == 3
    assert not re.search(r"rework|polish|clear|gift|selfish|\d/\d", shown)
    kind = tmp_path / "kind.txt"
    kind.write_text(KIND, "utf-8")
    said = play("check", str(kind), "--kind", "congratulate", "--to", "Ana").out
    assert "~ " not in said
    assert said.startswith("+ ")


def test_it_reads_a_pipe(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """With - or without a file, whatever the bytes are."""
    for data in (PITCH.encode(), b"\xff\xfe\x00 you said \x1b]0;x\x07", b""):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data), "utf-8"))
        ran = play("check", "-", "--format", "gcc")
        assert ran.code == 0
        assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (("no-such-file.txt",), 1, "no-such-file.txt couldn't be read: No such file or directory"),
        ((".",), 1, "couldn't be read: Is a directory"),
        (("x", "--kind", "praise"), 2, "No kind is called praise; there are congratulate, help"),
    ],
)
def test_what_cannot_be_done_is_said(play: Play, arguments: tuple[str, ...], code: int, what: str) -> None:
    """One sentence, and the exit code of the others."""
    ran = play("check", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert what in ran.err


def test_a_large_file_is_no_message(play: Play, tmp_path: Path) -> None:
    """It is refused, not read."""
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * ((1 << 20) + 1))
    ran = play("check", str(path))
    assert ran.code == 1
    assert "larger than 1 MiB" in ran.err


def test_own_rules_count_and_what_is_wrong_with_them_is_said(play: Play, paths: Paths, write: str) -> None:
    """Every hint can be one's own."""
    folder = Path(paths.desk_rules)
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(
        '[[rule]]\nid = "my.growth"\ncategory = "spam"\nweight = 3\npattern = "growth"\nhint = "Whose growth?"\n'
        '[[rule]]\nid = "my.bad"\n',
        "utf-8",
    )
    ran = play("check", write, "--format", "gcc")
    assert "Whose growth? [my.growth]" in ran.out
    assert "mine.toml, line 7: This rule is left out" in ran.err


def test_checking_keeps_nothing_of_the_message(play: Play, paths: Paths, write: str) -> None:
    """Its words are in no file below the home."""
    play("check", write)
    home = Path(paths.data).parent
    assert not any(b"platform" in path.read_bytes() for path in home.rglob("*") if path.is_file())
