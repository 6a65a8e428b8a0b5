"""Where everything is kept: a whole path, or one sentence and nothing written anywhere."""

from __future__ import annotations

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from givequest.config.paths import expand_path, find_paths
from givequest.errors import GivequestError

XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
NAMELESS = """
import pwd, sys
def getpwuid(number):
    raise KeyError(number)
pwd.getpwuid, sys.argv = getpwuid, ["givequest", "log", "help"]
from givequest.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which nothing says where anything is kept but HOME, a folder of the test's own."""
    home = tmp_path / "home"
    home.mkdir()
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LANG": "C.UTF-8",
        "HOME": str(home),
    }


def run(environment: dict[str, str], folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, from which nothing may be made."""
    folder.mkdir(exist_ok=True)
    folder.chmod(0o777)
    command = [sys.executable, "-m", "givequest", *words]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"GIVEQUEST_HOME": "~no-such-user/x"}, "~no-such-user"),
        ({"GIVEQUEST_HOME": "$HOME/x"}, "$HOME"),
        ({"GIVEQUEST_HOME": "/tmp/${USER}/x"}, "${USER}"),
        ({"HOME": ""}, "HOME is empty"),
        ({"HOME": "relative"}, "HOME is 'relative', which isn't a whole path"),
        ({"HOME": "", "GIVEQUEST_HOME": "~/x"}, "home folder"),
        *(({variable: value}, variable) for variable in XDG for value in ("data", "~/data", "$HOME/data", "./data")),
        ({"XDG_STATE_HOME": "/tmp/$USER/state"}, "XDG_STATE_HOME"),
    ],
)
@pytest.mark.parametrize("words", [("log", "help"), ()], ids=["log", "board"])
def test_what_names_no_whole_path_is_told_and_nothing_is_written(
    bare: dict[str, str], tmp_path: Path, changes: dict[str, str], named: str, words: tuple[str, ...]
) -> None:
    """No folder called ~ or $HOME, and none below wherever the person happens to be."""
    ran = run(bare | changes, tmp_path / "here", *words)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert named in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert "unexpected happened" not in ran.stderr
    assert list((tmp_path / "here").iterdir()) == []
    assert list((tmp_path / "home").iterdir()) == []


def test_a_user_whose_home_is_not_there_is_no_place(bare: dict[str, str], tmp_path: Path) -> None:
    """As nobody's often isn't: no one makes it."""
    homeless = next((user for user in pwd.getpwall() if not os.path.exists(user.pw_dir)), None)
    if homeless is None:
        pytest.skip("everybody has a home here")
    ran = run(bare | {"GIVEQUEST_HOME": f"~{homeless.pw_name}/x"}, tmp_path / "here", "log", "help")
    assert ran.returncode == 1
    assert homeless.pw_name in ran.stderr
    assert not os.path.exists(homeless.pw_dir)


def test_a_user_without_a_name_and_a_home_is_told_so(bare: dict[str, str], tmp_path: Path) -> None:
    """As in a container that is run under any number."""
    del bare["HOME"]
    here = tmp_path / "here"
    here.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", NAMELESS], env=bare, cwd=here, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "Set HOME" in ran.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "words", [("--home", "~no-such-user/x"), ("--home", "$HOME/x"), ("--home=~no-such-user",)], ids=" ".join
)
def test_so_is_a_folder_named_on_the_command_line(bare: dict[str, str], tmp_path: Path, words: tuple[str, ...]) -> None:
    """Where quotation marks kept the shell from filling it in."""
    ran = run(bare, tmp_path / "here", "log", "help", *words)
    assert ran.returncode == 1
    assert "--home is '" in ran.stderr
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("export", "-o", "$HOME/all.jsonl"),
        ("export", "--format", "markdown", "-o", "~no-such-user/pages"),
        ("forest", "-o", "~no-such-user/forest.svg"),
        ("demo", "--keep", "$HOME/demo"),
        ("demo", "--keep", "~no-such-user/demo"),
    ],
    ids=" ".join,
)
def test_so_is_what_something_is_written_to(bare: dict[str, str], tmp_path: Path, words: tuple[str, ...]) -> None:
    """By the same rule."""
    ran = run(bare, tmp_path / "here", *words)
    assert ran.returncode == 1
    assert "write the whole path" in ran.stderr
    assert list((tmp_path / "here").iterdir()) == []


def test_a_tilde_is_filled_in_and_a_folder_may_have_any_name_once_it_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Even that of a variable."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert expand_path("~/x", "--home") == str(tmp_path / "x")
    assert expand_path("x", "--home") == str(tmp_path / "x")
    with pytest.raises(GivequestError):
        expand_path("$HOME", "--home")
    (tmp_path / "$HOME").mkdir()
    assert expand_path("$HOME", "--home") == str(tmp_path / "$HOME")
    assert expand_path("a $ 5", "--home") == str(tmp_path / "a $ 5")


def test_folders_of_ones_own_choice_need_no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All four of XDG, or one for everything."""
    monkeypatch.setenv("HOME", "")
    for variable in XDG:
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.delenv("GIVEQUEST_HOME", raising=False)
    assert find_paths() == tuple(str(tmp_path / variable / "givequest") for variable in XDG)
    assert find_paths(str(tmp_path)).data == str(tmp_path / "data")
