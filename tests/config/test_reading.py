"""`config.toml`: what is good is used, what is not is told by key, value and what is allowed."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.config.reading import read_settings
from givequest.config.table_reader import RULES_STAY, UNCLEAR
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import Kind
from givequest.domain.settings import Settings

from ..built_in import BUILT_IN, DEFAULTS

Read = Callable[[str | bytes], tuple[Settings, list[Diagnostic]]]

GOOD = [
    ('day_start = "04:00"', "day_start", time(4)),
    ('day_start = "0:00"', "day_start", time(0)),
    ('day_start = "5:30"', "day_start", time(5, 30)),
    ('day_start = "06:00"', "day_start", time(6)),
    ("day_start = 03:30:00", "day_start", time(3, 30)),
    ('first_weekday = "Sunday"', "first_weekday", 6),
    ("grace = 0", "grace", 0),
    ("grace = 7", "grace", 7),
    ("numbers = false", "numbers", False),
    ('theme = "hearth"', "theme", "hearth"),
    ('hemisphere = "south"', "hemisphere", "south"),
    ("animations = false", "animations", False),
    ("echoes = false", "echoes", False),
    ("advance = true", "advance", True),
    ("mouse = false", "mouse", False),
    ('glyphs = "ascii"', "glyphs", "ascii"),
    ('board.core = ["help", "quiet"]', "core", ("help", "quiet")),
    ('keys."quest.done" = "f9"', "keys", {"quest.done": "f9"}),
    ('[keys]\nquest.done = "f9"\nquest.log = "g"', "keys", {"quest.done": "f9", "quest.log": "g"}),
]
BAD = [
    ('day_start = "06:01"', "day_start", '"00:00" to "06:00"'),
    ('day_start = "24:00"', "day_start", '"00:00" to "06:00"'),
    ('day_start = "four"', "day_start", '"00:00" to "06:00"'),
    ('day_start = "٤:00"', "day_start", '"00:00" to "06:00"'),
    ("day_start = 4", "day_start", '"00:00" to "06:00"'),
    ('first_weekday = "mon"', "first_weekday", "monday or sunday"),
    ("first_weekday = 0", "first_weekday", "monday or sunday"),
    ("grace = -1", "grace", "from 0 to 7"),
    ("grace = 8", "grace", "from 0 to 7"),
    ("grace = 1.0", "grace", "from 0 to 7"),
    ("grace = true", "grace", "from 0 to 7"),
    ('grace = "1"', "grace", "from 0 to 7"),
    ("numbers = 0", "numbers", "true or false"),
    ('numbers = "false"', "numbers", "true or false"),
    ("theme = 3", "theme", "a name"),
    ('theme = "a\\u001bb"', "theme", "a name"),
    ('hemisphere = "west"', "hemisphere", "north or south"),
    ("hemisphere = [1]", "hemisphere", "north or south"),
    ('glyphs = "emoji"', "glyphs", "auto or unicode or ascii"),
    ("animations = 1979-05-27", "animations", "true or false"),
    ("echoes = 1", "echoes", "true or false"),
    ('advance = "yes"', "advance", "true or false"),
    ("mouse = 0", "mouse", "true or false"),
    ("board = 1", "board", "[board]"),
    ('board.core = ["halp"]', "board.core", "congratulate, help"),
    ("board.core = []", "board.core", "one to eight"),
    ('board.core = ["help", "help"]', "board.core", "different"),
    ('board.core = "help"', "board.core", "a list"),
    ("board.core = [[1]]", "board.core", "a list"),
    ("quests = []", "quests", "[quests]"),
    ("quests.help = 1", "quests.help", "[quests.help]"),
    ("quests.Mentor = {}", "quests.Mentor", "small letters"),
    ('quests."" = {}', "quests.", "small letters"),
    ("quests.giving = {}", "quests.giving", "free"),
    ("quests.help.giving = false", "quests.help.giving", "changeable"),
    ('quests.help.name = ""', "quests.help.name", "1 to 24"),
    (f'quests.help.name = "{"x" * 25}"', "quests.help.name", "1 to 24"),
    ("quests.mentor.giving = 1", "quests.mentor.giving", "true or false"),
    ("quests.help.times = 0", "quests.help.times", "from 1 to 7"),
    ("quests.help.times = 8", "quests.help.times", "from 1 to 7"),
    ("quests.help.times = true", "quests.help.times", "from 1 to 7"),
    ('quests.help.times = "3"', "quests.help.times", "from 1 to 7"),
    ("quests.help.on = 1", "quests.help.on", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ('keys."quest.done" = 1', "keys.quest.done", "the name of a key"),
    ('keys."quest.done" = " "', "keys.quest.done", "the name of a key"),
    ("keys.quest.done.now = 1", "keys.quest.done", "the name of a key"),
    ("keys = 1", "keys", "[keys]"),
]
SCHEDULES = [
    "every other day",
    "FREQ=HOURLY",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=WEEKLY;BYDAY=XX",
    "",
    "FREQ=DAILY;COUNT=0",
]
TYPOS = [
    ('them = "x"', "them", "did you mean theme?"),
    ("Grace = 1", "Grace", "did you mean grace?"),
    ("[bord]", "bord", "did you mean board?"),
    ('[board]\ncores = ["help"]', "board.cores", "did you mean board.core?"),
    ('[quests.help]\nnaem = "x"', "quests.help.naem", "did you mean quests.help.name?"),
    ("zzzz = 1", "zzzz", "known are day_start"),
    ('"quest.done" = "g"', "quest.done", "below the line [keys]"),
    ('core = ["help"]', "core", "below the line [board]"),
]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return what reads a config of some text."""
    path = tmp_path / "config.toml"

    def run(text: str | bytes) -> tuple[Settings, list[Diagnostic]]:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_settings(str(path), DEFAULTS)

    return run


@pytest.mark.parametrize(("line", "field", "value"), GOOD)
def test_a_good_value_is_used(read: Read, line: str, field: str, value: Any) -> None:
    """And nothing else is changed by it."""
    settings, problems = read(line)
    assert problems == []
    assert getattr(settings, field) == value
    assert settings._replace(**{field: getattr(DEFAULTS, field)}) == DEFAULTS


@pytest.mark.parametrize(("line", "key", "allowed"), BAD)
def test_a_bad_value_is_told_by_key_and_what_is_allowed_and_its_default_used(
    read: Read, line: str, key: str, allowed: str
) -> None:
    """Whatever else stands in the file is used all the same."""
    settings, problems = read(f"{line}\n" if "numbers" in line else f"numbers = false\n{line}\n")
    assert [problem.place for problem in problems] == [f"config.toml, {key}"]
    assert allowed in problems[0].message
    says_what_is_due = key.partition(".")[0] in ("board", "quests", "first_weekday")
    assert problems[0].message.endswith(RULES_STAY if says_what_is_due else "Using the default.")
    assert (problems[0].code == UNCLEAR) == says_what_is_due
    assert str(problems[0]).isprintable()
    kinds = {**DEFAULTS.kinds, "mentor": Kind("mentor", "Mentor")} if "mentor" in line else DEFAULTS.kinds
    assert settings._replace(numbers=DEFAULTS.numbers) == DEFAULTS._replace(kinds=kinds)
    assert settings.numbers == ("numbers" in line)


@pytest.mark.parametrize(("line", "value"), [("grace = 9", "9"), ('glyphs = "emoji"', "'emoji'"), ("numbers = 0", "0")])
def test_a_bad_value_is_repeated_so_that_it_can_be_found(read: Read, line: str, value: str) -> None:
    """At the beginning of what is said of it."""
    assert read(line)[1][0].message.startswith(f"{value} isn't ")


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_a_bad_schedule_leaves_open_what_is_meant_to_be_due(read: Read, schedule: str) -> None:
    """It is told of, and what was due before stays; where there was nothing, the kind is due every day."""
    settings, problems = read(f'[quests.help]\non = "{schedule}"\n')
    assert settings == DEFAULTS
    assert [problem.place for problem in problems] == ["config.toml, quests.help.on"]
    assert problems[0].message.endswith(RULES_STAY)
    assert problems[0].code == UNCLEAR


def test_a_number_of_days_a_week_is_read_and_does_not_count_beside_a_schedule(read: Read) -> None:
    """Both at once is a problem, and the schedule counts, in whatever order they stand."""
    settings, problems = read("[quests.listen]\ntimes = 3\n[quests.mentor]\ntimes = 7\n")
    assert problems == []
    assert (settings.kinds["listen"].times, settings.kinds["mentor"].times) == (3, 7)
    for lines in ('times = 3\non = "FREQ=DAILY"', 'on = "FREQ=DAILY"\ntimes = 3'):
        settings, problems = read(f"[quests.help]\n{lines}\n")
        assert [problem.place for problem in problems] == ["config.toml, quests.help.times"]
        assert (settings.kinds["help"].schedule, settings.kinds["help"].times) == ("FREQ=DAILY", None)


def test_a_schedule_of_several_lines_is_kept_in_one(read: Read) -> None:
    """So that what is stored of it is the same however it was written."""
    settings, problems = read('quests.help.on = """DTSTART:20261101\nRRULE:FREQ=DAILY;INTERVAL=2\n"""')
    assert problems == []
    assert settings.kinds["help"].schedule == "DTSTART:20261101 RRULE:FREQ=DAILY;INTERVAL=2"


@pytest.mark.parametrize(
    ("text", "is_unclear"),
    [
        ('[bord]\ncore = ["help"]', True),
        ("[qests.help]\ntimes = 3", True),
        ('core = ["help"]', True),
        ('first_weekdy = "sunday"', True),
        ('[board]\ncores = ["help"]', True),
        ('[quests.help]\nnaem = "x"', True),
        ("grace 1", True),
        ('them = "x"', False),
        ("grace = 9", False),
        ('"quest.done" = "g"', False),
        ("[keys]\n1 = 1", False),
    ],
)
def test_a_problem_with_what_is_due_leaves_it_open(read: Read, text: str, is_unclear: bool) -> None:
    """So does a key that may have been meant for it, and a file that is no TOML; any other leaves nothing open."""
    (problem,) = read(text)[1]
    assert (problem.code == UNCLEAR) == is_unclear


def test_no_more_kinds_are_read_than_can_be_stored(read: Read) -> None:
    """The built-in ones and a person's own."""
    settings, problems = read("".join(f"[quests.kind-{number}]\n" for number in range(70)))
    assert len(settings.kinds) == 64
    assert {problem.code for problem in problems} == {UNCLEAR}


@pytest.mark.parametrize(("text", "key", "hint"), TYPOS)
def test_a_key_that_is_none_suggests_the_nearest(read: Read, text: str, key: str, hint: str) -> None:
    """Everything else is as it would be without it."""
    settings, problems = read(text)
    assert settings == DEFAULTS
    assert [problem.place for problem in problems] == [f"config.toml, {key}"]
    assert hint in problems[0].message


def test_every_problem_of_a_file_is_told_at_once(read: Read) -> None:
    """So that it is mended in one go."""
    problems = read('grace = 9\nnumbers = 1\n[quests.Xx]\n[board]\ncore = ["nobody"]\n[keys]\n"a" = 1\n')[1]
    assert len(problems) == 5


def test_kinds_of_ones_own_and_schedules_are_read(read: Read) -> None:
    """As the design writes them down."""
    settings, problems = read(
        '[board]\ncore = ["mentor", "quiet"]\n[quests.introduce]\non = "FREQ=WEEKLY;BYDAY=TU,TH"\n'
        '[quests.mentor]\nname = "Mentor"\ngiving = true\n[quests.no-scroll]\ngiving = false\n'
        '[quests.help]\nname = "Aid"\n'
    )
    assert problems == []
    assert settings.core == ("mentor", "quiet")
    assert settings.kinds["introduce"] == BUILT_IN["introduce"]._replace(schedule="FREQ=WEEKLY;BYDAY=TU,TH")
    assert settings.kinds["mentor"] == Kind("mentor", "Mentor")
    assert settings.kinds["no-scroll"] == Kind("no-scroll", "No scroll", giving=False)
    assert settings.kinds["help"] == BUILT_IN["help"]._replace(name="Aid")
    assert list(settings.kinds)[: len(DEFAULTS.kinds)] == list(DEFAULTS.kinds)


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"grace 1", "line 1"),
        (b"grace = 1\ngrace = 2\n", "It isn't TOML"),
        (b"\xff\xfe", "isn't UTF-8"),
        (b"# ok\nname = \"\xe9\"\n", "line 2"),
        (b"a = " + b"[" * 50_000, "too deep"),
        (b"a = " + b"9" * 5000, "too long"),
        (b"a = 1\n" + b"a." * 30_000 + b"a = 1", "line 2 has more than 100 dots"),
        (b"#" * 70_000, "larger than 64 KiB"),
        (b"a = \"\x1b]0;x\x07\"", "It isn't TOML"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_toml_is_told_of_in_one_sentence(read: Read, data: bytes, hint: str) -> None:
    """And all defaults are used."""
    settings, problems = read(data)
    assert settings == DEFAULTS
    assert len(problems) == 1
    assert hint in problems[0].message
    assert str(problems[0]).isprintable()


@pytest.mark.parametrize("data", [b"", b"\n \t\n", b"# only words\n", b"\xef\xbb\xbfgrace = 1\n"])
def test_a_file_that_says_nothing_new_is_no_problem(read: Read, data: bytes) -> None:
    """Empty, commented out, or with a mark at its beginning."""
    assert read(data) == (DEFAULTS, [])


def test_no_file_is_no_problem_and_a_folder_in_its_place_is_one(tmp_path: Path) -> None:
    """Nothing is written in either case."""
    assert read_settings(str(tmp_path / "config.toml"), DEFAULTS) == (DEFAULTS, [])
    settings, problems = read_settings(str(tmp_path), DEFAULTS)
    assert (settings, len(problems)) == (DEFAULTS, 1)
    assert "couldn't be read" in problems[0].message
    assert os.listdir(tmp_path) == []


NAMES = st.sampled_from(["on", "name", "core", "x", "help"])
VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-9, 99), st.text(max_size=5), st.none(), st.floats(0, 9)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=6,
)
KEYS = st.sampled_from([*DEFAULTS._fields, "first_weekday", "board", "quests", "keys", "nothing"])


@settings(max_examples=30)
@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_no_document_is_too_odd_to_be_read(document: dict[str, Any]) -> None:
    """Settings come of it that a game can be played with, and sentences that can be printed."""
    from givequest.config.reading import _Reader

    reader = _Reader("config.toml", DEFAULTS)
    found = reader.settings(document)
    assert found.day_start <= time(6)
    assert 0 <= found.grace <= 7
    assert found.core
    assert set(found.core) <= found.kinds.keys()
    assert all(str(problem).isprintable() and str(problem).endswith((".", "?")) for problem in reader.problems)


@pytest.mark.parametrize("value", ["-1", "1201", "1.5", "true", '"12"'])
def test_names_fade_after_a_number_of_months(tmp_path: Path, value: str) -> None:
    """Between never and a hundred years; anything else costs itself alone."""
    path = tmp_path / "config.toml"
    path.write_text(f"numbers = false\n[people]\nfade = {value}\n", encoding="utf-8")
    settings, (problem,) = read_settings(str(path), DEFAULTS)
    assert (settings.fade, settings.numbers) == (0, False)
    assert "a whole number of months from 0 to 1200" in str(problem)
    path.write_text("[people]\nfade = 12\n", encoding="utf-8")
    assert read_settings(str(path), DEFAULTS)[0].fade == 12
    path.write_text("[people]\nfades = 12\n", encoding="utf-8")
    assert "did you mean people.fade?" in str(read_settings(str(path), DEFAULTS)[1][0])
