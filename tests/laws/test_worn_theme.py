"""The theme that is worn: whoever draws asks the home for it, so that one that follows the terminal does everywhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import givequest
from givequest.appearance.following import keep_ground
from givequest.cli.main import run_command_line
from givequest.config.paths import find_paths

from ..conftest import Clock

SOURCES = Path(givequest.__file__).parent
OWNERS = {"composition.py", "tui/runtime/config_watch.py"}
"""The home itself, and whoever looks at a config that isn't the home's yet."""


def test_nobody_but_the_home_makes_a_theme_of_the_setting() -> None:
    """What the terminal has told would be left out, as it was of the printed forest."""
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "load_theme":
                first = ast.unparse(node.args[0])
                if first.endswith(".theme"):
                    found.add(path.relative_to(SOURCES).as_posix())
    assert found == OWNERS


def test_a_saved_forest_is_in_the_theme_that_goes_with_the_terminal(tmp_path: Path, clock: Clock) -> None:
    """Grey on a light ground, where mono was chosen for it."""
    colours = {}
    for ground in ("#ffffff", "#000000"):
        home = tmp_path / ground[1:]
        paths = find_paths(str(home))
        Path(paths.config_file).parent.mkdir(parents=True)
        Path(paths.config_file).write_text('theme = "auto:hearth,mono"\n', "utf-8")
        keep_ground(paths.cache, ground)
        assert run_command_line(["--home", str(home), "log", "help"], clock) == 0
        picture = home / "forest.svg"
        assert run_command_line(["--home", str(home), "forest", "-o", str(picture)], clock) == 0
        colours[ground] = set(re.findall(r'fill="#(\w{6})"', picture.read_text("utf-8")))
    assert all(found[:2] == found[2:4] == found[4:] for found in colours["#ffffff"])
    assert any(found[:2] != found[2:4] for found in colours["#000000"])
