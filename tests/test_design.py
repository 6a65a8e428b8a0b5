"""What `docs/design.md` says of settings, records, output and words is so; its vectors are in tests/domain."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from givequest.config.reading import read_settings
from givequest.domain.records.registry import FIELDS

from .built_in import BUILT_IN, CORE, DEFAULTS
from .cli.conftest import Play, play
from .design import TEXT, block

__all__ = ["play"]

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "CONTRIBUTING.md", "docs/design.md", "docs/architecture.md")


def test_its_settings_are_read_and_those_that_are_defaults_are_the_real_ones(tmp_path: Path) -> None:
    """What it shows of schedules and of a kind of one's own can be used as well."""
    path = tmp_path / "config.toml"
    path.write_text(block("toml"), encoding="utf-8")
    settings, problems = read_settings(str(path), DEFAULTS)
    assert problems == []
    plain = DEFAULTS._replace(theme="hearth", kinds=settings.kinds, keys=settings.keys)
    assert settings == plain
    assert settings.kinds.keys() - BUILT_IN.keys() == {"mentor"}
    assert settings.kinds["listen"].times == 3
    assert re.findall(r'"(\w+)"', block("toml").split("core = ")[1].split("]")[0]) == list(CORE)


def test_its_records_are_of_all_types_and_come_back_from_an_export_as_they_stand(play: Play, tmp_path: Path) -> None:
    """Each with all of its fields; what holds nothing may be left out."""
    lines = [json.loads(line) for line in block("jsonl").splitlines()]
    assert {line["type"]: line.keys() - {"type", "id", "day", "at"} for line in lines[1:]} == {
        type_: set(fields) for type_, fields in FIELDS.items()
    }
    file = tmp_path / "design.jsonl"
    file.write_text(block("jsonl"), encoding="utf-8")
    assert play("import", str(file)).code == 0
    exported = [json.loads(line) for line in play("export").out.splitlines()]

    def told(line: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in line.items() if value is not None and key != "seq"}

    found = sorted(map(told, exported[1:]), key=lambda line: str(line["id"]))
    assert exported[0] == lines[0]
    assert found == sorted(map(told, lines[1:]), key=lambda line: str(line["id"]))


def test_its_json_has_the_fields_that_are_printed(play: Play) -> None:
    """In their order."""
    fields = json.loads(block("json"))
    today, stats = play("today", "--json").data, play("stats", "--json").data
    assert list(today) == fields["today"]
    assert list(today["quests"][0]) == fields["quest"]
    assert list(stats) == fields["stats"]
    assert list(stats["series"]["help"]) == fields["series"]
    play("people", "add", "Ana")
    people = play("people", "--json").data
    assert list(people) == fields["people"]
    assert list(people["people"][0]) == fields["person"]
    play("spot", "meet", "Ana", "Ben")
    assert list(play("spots", "--json").data[0]) == fields["spot"]
    assert list(play("today", "--json").data["beside"]) == fields["quest"]


def test_its_words_have_one_row_each() -> None:
    """A word that stood twice would mean two things."""
    table = TEXT.split("## The words")[1].split("**The giving day**")[0]
    words = [word.strip() for row in re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)[1:] for word in row.split(",")]
    assert len(words) == len(set(words)) > 25


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    """Files of the project, seen from the page; links into the world are not followed."""
    path = ROOT / page
    for link in re.findall(r"\]\(([^)#\s]+)\)", path.read_text(encoding="utf-8")):
        assert link.startswith("https://") or (path.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES)
def test_every_file_and_folder_of_the_code_that_a_page_names_is_there(page: str) -> None:
    """In backquotes, by as much of its path as tells it; what stands below a home or is an example is none."""
    text = re.sub(r"^```.*?^```", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    named = set(re.findall(r"`((?:[a-z_.][\w.-]*/)+[\w.-]*|\w+\.py)`", text))
    named = {
        name.rstrip("/")
        for name in named
        if not re.match(r"(data|config|state|ledger|\.venv)/|.*(KIND|thank|\d{4}|\.json$)", name)
    }
    there = {
        f"/{path.relative_to(ROOT)}"
        for top in ("src", "tests", "docs", "scripts", "themes", ".ci")
        for path in (ROOT / top).rglob("*")
    }
    there |= {f"/{path.name}" for path in ROOT.iterdir()}
    assert {name for name in named if not any(path.endswith(f"/{name}") for path in there)} == set()
