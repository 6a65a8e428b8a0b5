"""What the pages of `docs` say of keys, commands and files is so, and every link between pages leads somewhere."""

from __future__ import annotations

import os
import plistlib
import re
import runpy
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.cli.main import run_command_line
from givequest.cli.registry import COMMANDS, find_command
from givequest.config.decks import load_library
from givequest.config.reading import read_settings
from givequest.presentation.sayings import NUDGES

from .built_in import DEFAULTS
from .docs_pages import PAGES, README, ROOT, anchors_of, calls_in, dead_links, links_of, text_of


@pytest.mark.parametrize(
    ("script", "writes", "page"),
    [("keys_table", "with_table", "keys"), ("commands_page", "with_commands", "commands")],
)
def test_what_is_generated_is_what_would_be_generated(
    monkeypatch: pytest.MonkeyPatch, script: str, writes: str, page: str
) -> None:
    """`python scripts/keys_table.py` and `commands_page.py` write the pages anew."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    assert runpy.run_path(str(ROOT / "scripts" / f"{script}.py"))[writes](text_of(page)) == text_of(page)


def test_every_command_has_a_section_of_its_own() -> None:
    """And so have those of two words."""
    anchors = anchors_of(ROOT / "docs" / "commands.md")
    for command in COMMANDS:
        for each in (command, *command.parts):
            assert f"givequest-{each.name.replace(' ', '-')}" in anchors


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_link_is_dead(page: Path) -> None:
    """Files, folders and headings of the project; not what is out in the world."""
    assert dead_links(page) == []


def test_a_dead_link_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there, a heading that is not, one outside; and none that stands in code."""
    monkeypatch.setattr("tests.docs_pages.ROOT", tmp_path)
    page = tmp_path / "page.md"
    page.write_text(
        "# One `x` thing\n[a](#one-x-thing) [b](page.md#two) [c](no.md) [d](../) `[e](f)`\n```\n[g](h)\n```\n"
    )
    assert dead_links(page) == ["page.md#two", "no.md", "../"]


def test_every_page_can_be_reached_from_the_readme() -> None:
    """Those of `docs`, by one link or by several."""
    reached, ahead = set[Path](), [README]
    while ahead:
        page = ahead.pop()
        reached.add(page)
        found = {(page.parent / link.partition("#")[0]).resolve() for link in links_of(page) if "://" not in link}
        ahead += [path for path in found - reached if path.suffix == ".md"]
    assert reached >= set((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_option_that_a_page_names_is_one(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wherever a call of the program stands in its code."""
    for call in calls_in(page.read_text(encoding="utf-8")):
        call, words = call.split(" -- ")[0], [*re.findall(r"[a-z]+", call), ""]
        command = find_command(" ".join(words[1:3])) or find_command(words[1])
        assert command is not None, call
        options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", call)) - {"--home"}
        assert run_command_line([*command.name.split(), "--help"]) == 0
        assert options <= set(re.findall(r"--?[a-z][a-z-]*", capsys.readouterr().out)), call


def test_calls_and_their_options_are_seen() -> None:
    """Within lines of code and between backticks, up to where another program's words begin."""
    calls = [call for page in PAGES for call in calls_in(page.read_text(encoding="utf-8"))]
    assert len(re.findall(r"(?<![\w-])--?[a-z]", " ".join(calls))) > 100
    text = "givequest is\n```\nPATH=x givequest nudge | while read -r x\n```\nand `givequest log --day x` is"
    assert calls_in(text) == ["givequest nudge", "givequest log --day x"]


def test_its_settings_and_its_card_can_be_used_as_they_stand(tmp_path: Path) -> None:
    """Whoever copies them has a kind and a card of their own."""
    settings_text, card_text = re.findall(r"```toml\n(.*?)```", text_of("settings"), re.DOTALL)
    (tmp_path / "config.toml").write_text(settings_text)
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "mentor.toml").write_text(card_text)
    settings, problems = read_settings(str(tmp_path / "config.toml"), DEFAULTS)
    library, card_problems = load_library(str(tmp_path / "decks"), settings.kinds)
    assert problems + card_problems == []
    assert not settings.numbers
    (card,) = library.deck.by_kind["mentor"]
    assert card.prompt_for("Ana") == "Ask Ana what they haven't dared to ask yet."


@pytest.fixture
def remind(tmp_path: Path) -> Callable[[str], str]:
    """Return what runs a line of a shell where desktops tell things, and what they were told."""
    told, folder = tmp_path / "told", tmp_path / "bin"
    folder.mkdir()
    for name in ("notify-send", "osascript"):
        (folder / name).write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {shlex.quote(str(told))}\n')
    (folder / "givequest").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m givequest "$@"\n')
    for file in folder.iterdir():
        file.chmod(0o755)
    environment = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "HOME": str(tmp_path),
        "GIVEQUEST_HOME": str(tmp_path / "home"),
    }

    def run(line: str) -> str:
        subprocess.run(["/bin/sh", "-c", line], env=environment, check=True, timeout=60)
        return told.read_text() if told.exists() else ""

    return run


def test_its_reminders_say_the_sentence_and_then_nothing(remind: Callable[[str], str]) -> None:
    """The timer of systemd and the agent of launchd, as they stand there."""
    (unit,) = re.findall(r"ExecStart=/bin/sh -c '(.*)'\n", text_of("reminders"))
    (agent,) = re.findall(r"<plist .*?</plist>", text_of("reminders"), re.DOTALL)
    shell, option, line = plistlib.loads(agent.encode())["ProgramArguments"]
    assert (shell, option) == ("/bin/sh", "-c")
    first = remind(unit.replace("$$", "$"))
    assert first.startswith("givequest\n")
    words = first.splitlines()[1]
    assert words in NUDGES
    assert remind(line).endswith(f'-e\ndisplay notification "{words}" with title "givequest"\n')
    told = remind("givequest log help > /dev/null")
    assert remind(unit.replace("$$", "$")) == remind(line) == told


def test_no_nudge_has_a_sign_in_it_that_a_shell_or_a_script_would_take_for_its_own() -> None:
    """They are handed on in quotation marks."""
    assert not {sign for words in NUDGES for sign in words} & set('"\\\\`$#%<>&\n')
