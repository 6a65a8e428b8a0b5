"""The house: which way its arrows point, how large its rooms are, and what no room may hold."""

from __future__ import annotations

import ast
import colorsys
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from givequest.domain.records import FIELDS, OWN_TYPES, Record, RecordType, RulesRecord, read_record
from givequest.domain.records.contact import ContactRecord
from givequest.domain.records.person import PersonRecord
from givequest.domain.records.posts import PostsRecord
from givequest.domain.records.rules import KindRules
from givequest.domain.records.spot import SpotRecord
from givequest.errors import RecordError

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "givequest"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST, MOST_MODULES = 250, 16
FLOORS = (
    ("__main__",),
    ("cli", "tui"),
    ("first_frame",),
    ("composition", "preferences"),
    ("commands", "terminal"),
    ("presentation",),
    ("application", "storage", "config", "appearance", "importers"),
    ("domain", "cache", "signals"),
    ("errors", "named_tuple"),
)
"""From the roof to the cellar: a module may import what is on a lower floor or in its own room."""
DOORS = {
    ("cli/main.py", "givequest.tui.app"),  # the one door to the screen
    ("cli/commands/setup/demo.py", "givequest.tui.app"),
    ("cli/commands/desk/write.py", "givequest.tui.app"),
}
FOREIGN = {
    "textual": ("tui",),
    "rich": ("cli", "tui", "appearance", "presentation"),
    "tinydb": ("storage",),
    "platformdirs": ("config",),
    "tomlkit": ("config",),
    "dateutil": ("domain", "importers"),
    "shtab": ("cli",),
    "icalendar": ("application",),
    "pyperclip": ("tui",),
    "PIL": ("presentation",),
    "ijson": ("importers",),
    "libipld": ("importers",),
}
"""The rooms in which something that is not ours may be imported."""
OUTSIDE = {"os", "pathlib", "io", "shutil", "subprocess", "socket", "random", "secrets", "time", "sys"}
ASKING = re.compile(r"(?<![.\w])(open|print|input)\(|\.(today|now|utcnow)\(\)")
NAMELESS = {"utils", "util", "manager", "managers", "helpers", "helper", "misc", "common", "base"}
GIVEN = {
    "deed": {"kind", "person", "other", "note", "effort", "card"},
    "slip": set(),
    "rest": set(),
    "entry": {"text", "sort"},
    "release": set(),
    "gift": {"text"},
    "redraw": {"kind", "card"},
}
"""All that is ever stored of a day, beside `type`, `id`, `day` and `at`: what was given, nothing that came of it."""
OWN: dict[str, tuple[Any, set[str]]] = {
    "rules": (RulesRecord, {"core", "kinds", "first_weekday", "former"}),
    "person": (
        PersonRecord,
        {"name", "also", "tie", "dates", "tags", "met", "note", "links", "books", "snooze", "gentle"},
    ),
    "spot": (SpotRecord, {"sort", "person", "other", "text", "until", "closed"}),
    "contact": (ContactRecord, {"name", "key", "line", "since", "was", "also", "dates", "tags", "links"}),
    "posts": (PostsRecord, {"source", "to_others", "passed_on", "names_someone", "only_me"}),
}
"""The types that are no deed and have a class of their own, each with all that is ever stored of it."""
INNER: dict[Any, set[str]] = {KindRules: {"name", "giving", "on", "times", "start"}}
"""What is stored within those."""
OUTCOME = re.compile(
    r"repl|answer|respon|read|open|owe|debt|score|rank|close(ness)?_|receiv|accept|said_yes|result|outcome|status"
    r"|direction|interact|_seen"
)
CRM = (
    "replied_at", "response_rate", "last_read", "owes", "closeness_score", "emails_received", "accepted", "status",
    "relationship_score", "telegram_read_outbox_max_id", "telegram_last_seen_at", "interaction_count",
    "last_interaction_at", "direction",
)  # fmt: skip
"""Fields of programs that keep count of what others do, as the negative sample; the last two lines are PingCRM's."""
SHAMING = re.compile(
    r"(?<![-\w.])(overdue|missed|failed|failure|lost|broken (chain|streak)|guilty|ashamed|you (must|should have))\b"
    r"|\bred\b|\w!(\s|$)",
    re.IGNORECASE,
)


@cache
def syntax_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"))


def imports_of(path: Path) -> Iterator[str]:
    """Yield the full name of every module that a file imports, wherever in it."""
    for node in ast.walk(syntax_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of_file(path: Path) -> str:
    """Return the room that a file is in; a file beside the rooms is one of its own."""
    return relative(path).split("/")[0].removesuffix(".py")


def room_of(name: str) -> str:
    """Return the room that a module of ours is in."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


def shown_texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and text of every literal of a file that is no docstring."""
    tree = syntax_of(path)
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def relative(path: Path) -> str:
    """Return a path as it is seen from the source folder."""
    return path.relative_to(SOURCE).as_posix()


def test_every_room_stands_on_a_floor() -> None:
    """A new one has to be given its place."""
    rooms = {path.name.removesuffix(".py") for path in SOURCE.iterdir() if path.suffix == ".py"}
    rooms |= {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    assert rooms - {"__init__"} == {room for rooms_of_floor in FLOORS for room in rooms_of_floor}


def test_arrows_point_down() -> None:
    """A module imports from its own room and from lower floors, or through a door that is listed."""
    known = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
    upward = []
    for path in MODULES:
        file, room = relative(path), room_of_file(path)
        for name in imports_of(path):
            other = room_of(name)
            if other not in known or other == room:
                continue
            through = {door for owner, door in DOORS if owner == file}
            is_door = name == "givequest.tui" if through else False
            is_door = is_door or any(name == door or name.startswith(f"{door}.") for door in through)
            if not is_door and known[room] >= known[other]:
                upward.append(f"{file} imports {name}")
    assert upward == []


def modules_by_name() -> dict[str, Path]:
    """Return every module of ours by its full name."""
    found = {}
    for path in MODULES:
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_among(modules: Mapping[str, Path]) -> dict[str, set[str]]:
    """Return which of our modules each of them imports: at once, late, or for its types alone."""
    graph: dict[str, set[str]] = {}
    for module, path in modules.items():
        named = graph[module] = set()
        for name in imports_of(path):
            while name and name not in modules:  # the name of something in a module, or nothing of ours
                name = name.rpartition(".")[0]
            named.add(name)
        named -= {"", module}
    return graph


def siblings_among(graph: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return which modules and folders import which others beside them, at every depth of the house."""
    found: dict[str, set[str]] = {}
    for module, named in graph.items():
        for other in named:
            ours, theirs = module.split("."), other.split(".")
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
            if shared < min(len(ours), len(theirs)):
                sibling, other_sibling = (".".join(parts[: shared + 1]) for parts in (ours, theirs))
                found.setdefault(sibling, set()).add(other_sibling)
    return found


def circles_in(graph: Mapping[str, set[str]]) -> set[frozenset[str]]:
    """Return the sets of nodes each of which leads to every other one of its set."""
    reached: dict[str, set[str]] = {}
    for start in graph:
        seen, left = set[str](), [start]
        while left:
            new = graph.get(left.pop(), set()) - seen
            seen |= new
            left += new
        reached[start] = seen
    return {
        frozenset(other for other in reached[node] if node in reached.get(other, ()))
        for node in graph
        if node in reached[node]
    }


def test_a_search_for_circles_finds_them() -> None:
    """So that the next tests can fail: two in one graph, and what only leads there is in neither."""
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": {"e"}, "e": {"d"}, "f": set()}
    assert circles_in(graph) == {frozenset("bc"), frozenset("de")}
    assert siblings_among({"x.a.b": {"x.c"}, "x.c": {"x.a.d"}}) == {"x.a": {"x.c"}, "x.c": {"x.a"}}


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Late imports and those for types alone are counted: whoever reads one has to read the other."""
    assert circles_in(imports_among(modules_by_name())) == set()


def test_no_folder_imports_itself_by_way_of_those_beside_it() -> None:
    """At any depth: not even where none of their modules does."""
    assert circles_in(siblings_among(imports_among(modules_by_name()))) == set()


def test_every_door_is_used() -> None:
    """One that nobody goes through is walled up."""
    assert {(file, door) for file, door in DOORS if door not in set(imports_of(SOURCE / file))} == set()


def test_what_is_not_ours_is_imported_where_it_belongs() -> None:
    """Textual in the screen, TinyDB in the storage, and nothing that nobody listed."""
    strange = []
    for path in MODULES:
        for name in imports_of(path):
            package = name.split(".")[0]
            if package in sys.stdlib_module_names or package == "givequest":
                continue
            if room_of_file(path) not in FOREIGN.get(package, ()):
                strange.append(f"{relative(path)} imports {name}")
    assert strange == []


def test_what_is_drawn_needs_no_console() -> None:
    """Of Rich, only the widths of letters: the first frame has no time for more."""
    drawn = {name for path in MODULES if room_of_file(path) == "presentation" for name in imports_of(path)}
    assert {name for name in drawn if name.startswith("rich")} <= {
        "rich.cells", "rich.cells.cell_len", "rich.cells.set_cell_size", "rich.cells.chop_cells",
    }  # fmt: skip


def test_everything_that_is_imported_is_declared() -> None:
    """In the project's dependencies, and nothing there is imported nowhere."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=]", line)[0].removeprefix("python-") for line in project["dependencies"]}
    assert "pillow" in {re.split(r"[<>=]", line)[0] for line in project["optional-dependencies"]["png"]}
    assert declared | {"PIL"} == FOREIGN.keys()


def test_the_domain_asks_nobody() -> None:
    """No file, no clock, no environment, no chance, no network."""
    asked = []
    for path in MODULES:
        if room_of_file(path) == "domain":
            asked += [f"{relative(path)} imports {name}" for name in set(imports_of(path)) & OUTSIDE]
            asked += [f"{relative(path)}: {call[0]}" for call in ASKING.finditer(path.read_text("utf-8"))]
    assert asked == []


def test_a_file_is_small_enough_to_be_read_in_one_go() -> None:
    """What grows longer is two things."""
    lengths = {relative(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {file: length for file, length in lengths.items() if length > LONGEST} == {}


def test_a_folder_holds_no_more_than_can_be_looked_over() -> None:
    """Sixteen modules; what grows beyond is two folders."""
    numbers = Counter(relative(path.parent) for path in MODULES if path.stem != "__init__")
    assert {folder: number for folder, number in numbers.items() if number > MOST_MODULES} == {}


def test_every_module_is_named_for_what_is_in_it() -> None:
    """Not for being of use."""
    names = {part for path in MODULES for part in relative(path).removesuffix(".py").split("/")}
    assert not names & NAMELESS


def test_no_record_can_hold_what_another_human_did() -> None:
    """Effort, never outcome: the whole schema, field by field."""
    own = {name: fields for name, (_, fields) in OWN.items()}
    assert {type_: set(fields) for type_, fields in FIELDS.items()} == {**GIVEN, **own}
    assert {str(type_) for type_ in RecordType} == GIVEN.keys()
    assert OWN_TYPES.keys() == OWN.keys()
    stored = {"type", "id", "day", "at"}.union(*GIVEN.values())
    assert set(Record._fields) == stored | {"extra"}
    for class_, fields in (*OWN.values(), *INNER.items()):
        assert set(class_._fields) - {"id", "day", "at", "extra"} == fields
    names = {name for class_ in (Record, *(class_ for class_, _ in OWN.values()), *INNER) for name in class_._fields}
    assert {name for name in names if OUTCOME.search(name)} == set()


@pytest.mark.parametrize("name", CRM)
def test_the_search_for_outcomes_finds_them(name: str) -> None:
    """So that the test above can fail."""
    assert OUTCOME.search(name)


def test_a_deed_carries_no_field_of_another_type() -> None:
    """Types that are not of a day are classes of their own, and none of them is read as a record of a day."""
    for name, (class_, _) in OWN.items():
        assert not issubclass(class_, Record), name
        with pytest.raises(RecordError):
            read_record({"type": name, "id": "a", "day": "2026-11-25", "kind": "help"})


def test_what_a_record_carries_along_unread_is_read_by_nobody() -> None:
    """Fields of other versions go through storage and export; no rule looks at them."""
    readers = {relative(path) for path in MODULES if re.search(r"\.extra\b", path.read_text("utf-8"))}
    assert {file for file in readers if not file.startswith("domain/records/")} <= {"application/data/import_export.py"}


@pytest.mark.parametrize(
    "text", ["a day overdue", "You missed two days", "long live lost.", "a RED line", "Well done!"]
)
def test_the_search_for_shame_finds_it(text: str) -> None:
    """So that the next test can fail."""
    assert SHAMING.search(text)


def test_nothing_that_is_shown_shames_or_shouts() -> None:
    """An empty day is an empty day; a long-lost friend is a long-lost friend."""
    texts = ((path, line, text) for path in MODULES for line, text in shown_texts(path))
    found = [f"{relative(path)}:{line}: {text}" for path, line, text in texts if SHAMING.search(text)]
    for path in sorted({*SOURCE.rglob("titles.toml"), *SOURCE.rglob("template.toml")}):
        found += [f"{relative(path)}: {line}" for line in path.read_text("utf-8").splitlines() if SHAMING.search(line)]
    assert found == []


@pytest.mark.parametrize("path", sorted((ROOT / "themes").glob("*.toml")), ids=lambda path: path.stem)
def test_no_state_of_a_day_and_no_notice_is_red(path: Path) -> None:
    """In any theme; an accent may be."""
    colours = tomllib.loads(path.read_text("utf-8"))["colours"]
    for role in ("text", "muted", "faint", "kept", "empty", "slip", "rest", "off", "bridged", "notice"):
        if colours[role].startswith("ansi_"):  # the terminal's own, by name
            assert not colours[role].endswith("_red"), role
            continue
        channels = (int(colours[role].lstrip("#")[at : at + 2], 16) / 255 for at in (0, 2, 4))
        hue, lightness, saturation = colorsys.rgb_to_hls(*channels)
        is_red = (hue < 12 / 360 or hue > 345 / 360) and saturation > 0.3 and 0.15 < lightness < 0.85
        assert not is_red, f"{role} is {colours[role]}"


def test_the_version_stands_in_one_place() -> None:
    """In the package; the build and the command line read it there."""
    from givequest import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/givequest/__init__.py"
    holders = [relative(path) for path in MODULES if f'"{__version__}"' in path.read_text("utf-8")]
    assert holders == ["__init__.py"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_named_tuples_are_ours(path: Path) -> None:
    """Those of typing compile every annotation whenever a program starts: `givequest.named_tuple` has them without."""
    if path == SOURCE / "named_tuple.py":
        return
    found = [node for node in ast.walk(syntax_of(path)) if isinstance(node, ast.ImportFrom) and node.module == "typing"]
    names = {alias.name for node in found for alias in node.names}
    assert "NamedTuple" not in names, "write: from givequest.named_tuple import NamedTuple"
