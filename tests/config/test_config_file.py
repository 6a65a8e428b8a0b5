"""The config file: every setting explained in it, and single ones changed with all else left alone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from givequest.appearance import DEFAULT_DARK
from givequest.commands.keymap import read_keymap
from givequest.commands.registry import COMMANDS, shown_key
from givequest.config import reading
from givequest.config.paths import Paths
from givequest.config.reading import read_settings
from givequest.config.writing import changed_config, commented_config
from givequest.errors import StorageError
from givequest.preferences import save_preference

from ..built_in import CORE, DEFAULTS
from ..cli.conftest import Play

KEYS = {command.id: ", ".join(shown_key(key, in_ascii=True) for key in command.keys) for command in COMMANDS}
START = commented_config(KEYS, CORE)


def put_to_use(text: str) -> str:
    """Return a config with the `#` taken off every line that shows a default."""
    return re.sub(r"^#(?=[\w\"\[])", "", text, flags=re.MULTILINE)


def test_the_file_to_begin_with_changes_nothing_by_itself(tmp_path: Path) -> None:
    """All of it is commented out."""
    path = tmp_path / "config.toml"
    path.write_text(START, encoding="utf-8")
    assert read_settings(str(path), DEFAULTS) == (DEFAULTS, [])
    assert tomllib.loads(START) == {}


def test_the_defaults_that_the_file_shows_are_the_real_ones(tmp_path: Path) -> None:
    """With every `#` taken away the settings are the defaults still, and nothing in them is wrong."""
    path = tmp_path / "config.toml"
    path.write_text(put_to_use(START), encoding="utf-8")
    settings, problems = read_settings(str(path), DEFAULTS)
    assert problems == []
    assert settings._replace(keys=DEFAULTS.keys, theme="") == DEFAULTS
    assert settings.theme == DEFAULT_DARK
    assert read_keymap(settings.keys) == read_keymap({})


def test_every_setting_is_read_and_explained_in_the_file(tmp_path: Path) -> None:
    """Each stands there with a sentence above it, and is looked at: what it cannot be is told."""
    path, lines = tmp_path / "config.toml", START.splitlines()
    for name in set(DEFAULTS._fields) - {"kinds", "core", "keys"}:
        place = next(number for number, line in enumerate(lines) if line.startswith(f"#{name} = "))
        assert lines[place - 1].startswith("# "), name
        table = "people" if name == "fade" else ""
        path.write_text(f"[{table}]\n{name} = [[]]\n" if table else f"{name} = [[]]\n", encoding="utf-8")
        (problem,) = read_settings(str(path), DEFAULTS)[1]
        assert problem.place == f"config.toml, {table and table + '.'}{name}"
        assert "No such key" not in str(problem)
    assert all(re.search(rf"^#\s*\[{table}[\].]", START, re.MULTILINE) for table in reading.TABLES)


def test_a_setting_that_stands_there_commented_out_is_put_to_use_in_its_place() -> None:
    """One line differs, and it is that one."""
    changed = changed_config(START, "theme", "forest")
    before, after = START.splitlines(), changed.splitlines()
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        ('#theme = "hearth"', 'theme = "forest"')
    ]


WRITTEN = '# mine\ntheme = "party"   # for now\n\n[keys]  # odd ones\n"quest.done" = "m"\n\n# the end\n'


@pytest.mark.parametrize(
    ("text", "key", "value", "expected"),
    [
        (WRITTEN, "theme", "forest", WRITTEN.replace("party", "forest")),
        (WRITTEN, "grace", 2, WRITTEN.replace("\n\n[keys]", "\ngrace = 2\n\n[keys]")),
        ("", "numbers", False, "numbers = false\n"),
        ("[board]\ncore = ['help']\n", "grace", 0, "grace = 0\n\n[board]\ncore = ['help']\n"),
        ("# mine\r\ngrace = 1\r\n", "theme", "forest", '# mine\r\ngrace = 1\r\ntheme = "forest"\r\n'),
        ("theme = 'a'\r\n# b\r\n", "theme", "forest", 'theme = "forest"\r\n# b\r\n'),
    ],
)
def test_what_a_person_wrote_stays(text: str, key: str, value: str | int, expected: str) -> None:
    """Comments, order, blank lines and line ends are theirs."""
    assert changed_config(text, key, value) == expected


def test_a_comment_that_only_looks_like_a_setting_is_not_put_to_use() -> None:
    """Under a table it would be another setting; the one that is meant goes to the top."""
    text = "[board]\ncore = ['help']\n#theme = 'hearth'\n"
    changed = changed_config(text, "theme", "forest")
    assert tomllib.loads(changed) == {"theme": "forest", "board": {"core": ["help"]}}
    assert "#theme = 'hearth'" in changed


def test_a_file_that_is_not_toml_is_left_alone(paths: Paths) -> None:
    """It is told in a sentence, and not a byte is changed."""
    file = Path(paths.config_file)
    file.parent.mkdir(parents=True)
    file.write_text("theme = = 3\n")
    with pytest.raises(StorageError, match="It isn't TOML"):
        save_preference(paths, "theme", "forest")
    assert file.read_text() == "theme = = 3\n"


def test_a_setting_can_be_saved_before_there_is_any_file(paths: Paths) -> None:
    """Folder and file come with it, for their owner alone."""
    save_preference(paths, "theme", "forest")
    assert read_settings(paths.config_file, DEFAULTS)[0].theme == "forest"
    assert Path(paths.config_file).stat().st_mode & 0o777 == 0o600


def test_config_init_writes_the_file_once_and_never_over_one(play: Play, paths: Paths) -> None:
    """The path is printed; the second time it is a refusal, and what was changed meanwhile stays."""
    ran = play("config", "--init")
    assert (ran.code, ran.out) == (0, f"{paths.config_file}\n")
    file = Path(paths.config_file)
    assert file.read_text(encoding="utf-8") == START
    file.write_text("grace = 3\n")
    again = play("config", "--init")
    assert (again.code, again.out) == (1, "")
    assert "already exists" in again.err
    assert file.read_text() == "grace = 3\n"


def test_config_prints_what_is_in_force(play: Play, paths: Paths) -> None:
    """As lines, and as data."""
    save_preference(paths, "grace", 3)
    assert "grace          3\n" in play("config").out
    data = play("config", "--json").data
    assert (data["grace"], data["theme"], data["day_start"]) == (3, DEFAULT_DARK, "04:00")
