"""Textual's private names: which of them are used, where Textual has them, and that no other is used anywhere else."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import tomllib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from textwrap import dedent

import pytest

from givequest.tui import compositor_internals, text_area_internals, textual_internals

ROOT = Path(__file__).resolve().parents[2]
TUI = ROOT / "src" / "givequest" / "tui"
INTERNALS = (TUI / "textual_internals.py", TUI / "text_area_internals.py", TUI / "compositor_internals.py")
TAKEN_WITH = "8.2.8"
"""The version of Textual that all this was read in, and that the pictures were taken with."""
USED = {
    "textual._compositor:Compositor": {"_get_renders"},
    "textual._xterm_parser:XTermParser": {"_sequence_to_key_events"},
    "textual._parser:Parser": {"_timeout_time"},
    "textual.app:App": {
        "_batch_count",
        "_check_bindings",
        "_keymap",
        "_close_messages_no_wait",
        "_display",
        "_driver",
        "_exception",
        "_exit_renderables",
        "_fatal_error",
        "_filters",
        "_handle_exception",
        "_on_key",
        "_return_code",
        "_running",
        "_screen_stacks",
        "_css_update_count",
    },
    "textual.driver:Driver": {"_app", "_auto_restart", "_mouse", "_size"},
    "textual.screen:Screen": {
        "_binding_chain",
        "_compositor",
        "_compositor_refresh",
        "_css_update_count",
        "_dirty_widgets",
    },
    "textual.widget:Widget": {"_exchange_repaint_regions", "_set_dirty"},
    "textual.widgets:Input": {"_suggestion"},
    "textual.widgets:TextArea": {
        "_cursor_offset",
        "_draw_cursor",
        "_recompute_cursor_offset",
        "_render_line",
        "_replace_via_keyboard",
        "_theme",
    },
    "textual.document._wrapped_document:WrappedDocument": {
        "_line_index_to_offsets",
        "_offset_to_line_info",
        "_tab_width_cache",
        "_width",
        "_wrap_offsets",
    },
    "rich.console:Console": {"_color_system"},
}
"""Every private name that is used, by the class that has it."""
OURS = {"_parser", "_rows", "_shown", "_wrapped", "_drawn", "_is_odd", "_spans_of", "_chain", "_chain_for"}
"""Private names of the two modules themselves."""
OF_NAMED_TUPLES = {"_replace", "_asdict", "_fields"}
"""Names that are private in nothing but their looks."""


def class_of(place: str) -> type:
    """Return a class by its module and name."""
    module, name = place.split(":")
    found = getattr(importlib.import_module(module), name)
    assert isinstance(found, type)
    return found


@cache
def own_private_names(cls: type) -> frozenset[str]:
    """Return the private names of a class of Textual or Rich, without its bases: reading it takes a while."""
    if not cls.__module__.startswith(("textual", "rich")):
        return frozenset()
    names = {*vars(cls), *re.findall(r"\bself\.(_[a-z]\w*)\s*(?::[^=\n]+)?=[^=]", inspect.getsource(cls))}
    return frozenset(name for name in names if re.match(r"_[a-z]", name))


def private_names(cls: type) -> frozenset[str]:
    """Return the private names of a class and its bases: methods, and what is set on an instance anywhere in them."""
    return frozenset().union(*map(own_private_names, cls.__mro__))


def attributes_of(path: Path, *, own: bool | None = None) -> set[str]:
    """Return the private attributes that a file uses: of `self`, of other objects, or all of them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and own in (None, is_own(node.value)):
            names.add(node.attr)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and own is not False:
            names.add(node.name)
    return {name for name in names if re.match(r"_[a-z]", name)}


@pytest.mark.parametrize("place", USED)
def test_textual_has_every_private_name_that_is_used(place: str) -> None:
    """Where one is gone or renamed, this says which."""
    assert USED[place] - private_names(class_of(place)) == set()


def test_every_private_name_of_the_two_modules_is_listed() -> None:
    """And nothing is listed that is not used there."""
    used = set().union(*map(attributes_of, INTERNALS))
    assert used - OURS == set().union(*USED.values())


def own_classes() -> list[type]:
    """Return the classes of the full screen, those of the two modules aside."""
    names = [path.relative_to(TUI).with_suffix("").as_posix().replace("/", ".") for path in TUI.rglob("*.py")]
    modules = [importlib.import_module(f"givequest.tui.{name}".removesuffix(".__init__")) for name in names]
    classes = [one for module in modules for one in vars(module).values() if inspect.isclass(one)]
    ours = {one for one in classes if one.__module__.startswith("givequest.tui.")}
    theirs = {module.__name__ for module in (textual_internals, text_area_internals, compositor_internals)}
    ours = {one for one in ours if one.__module__ not in theirs}
    return sorted(ours, key=lambda one: one.__qualname__)


def test_no_class_uses_a_private_name_of_textual_or_takes_one_for_its_own() -> None:
    """An attribute of ours with such a name would change Textual's."""
    found = set()
    for cls in own_classes():
        tree = ast.parse(dedent(inspect.getsource(cls)))
        used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and is_own(node.value)}
        used |= {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
        found |= {f"{cls.__qualname__}.{name}" for name in used & private_names(cls)}
    assert found == set()


def is_own(node: ast.expr) -> bool:
    """Return whether an expression is `self` or `super()`."""
    if isinstance(node, ast.Call):
        node = node.func
    return isinstance(node, ast.Name) and node.id in ("self", "super")


def test_nothing_reaches_into_an_object_of_textual() -> None:
    """What is private of another object is ours, where there is such a name at all."""
    defined = {name for path in TUI.rglob("*.py") if path not in INTERNALS for name in attributes_of(path, own=True)}
    reached = {name for path in TUI.rglob("*.py") if path not in INTERNALS for name in attributes_of(path, own=False)}
    assert reached - defined - OF_NAMED_TUPLES == set()


def test_no_other_module_imports_a_private_module_of_textual() -> None:
    """Not even for a type."""
    private = re.compile(r"^\s*(from|import) textual[\w.]*\._", re.MULTILINE)
    assert [path.name for path in TUI.rglob("*.py") if path not in INTERNALS and private.search(path.read_text())] == []


def test_the_pin_is_as_narrow_as_what_was_read() -> None:
    """Private names change with any minor version."""
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert f"textual>={TAKEN_WITH},<8.3" in dependencies
    assert version("textual").startswith("8.2.")
