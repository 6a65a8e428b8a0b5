"""Which errors functions may raise, found out from their text: by what they raise, and by what they call."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from givequest import errors

SOURCE = Path(__file__).resolve().parents[2] / "src" / "givequest"
READ = ("application", "storage", "domain", "cache")
"""Where calls are followed."""
ERRORS: Mapping[str, type[errors.GivequestError]] = {
    name: value
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.GivequestError)
}
SAID_OF_ALL = re.compile(r"Every method may raise `?(\w+)`?")


class Function(NamedTuple):
    """A function or method of ours."""

    module: str
    owner: str
    """Its class; empty where it has none."""
    node: ast.FunctionDef
    doc: str

    @property
    def is_public(self) -> bool:
        """Whether somebody else may call it."""
        return not (self.node.name.startswith("_") or self.owner.startswith("_"))

    def __str__(self) -> str:
        return f"{self.module}:{self.owner}{'.' * bool(self.owner)}{self.node.name}"


class Code:
    """All functions and classes of some packages, and what each of them may raise."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.functions: dict[tuple[str, str, str], Function] = {}
        self.classes: dict[tuple[str, str], ast.ClassDef] = {}
        self.names: dict[str, dict[str, tuple[str, str]]] = {}
        """By module, what a name in it stands for: a module, and a name there."""
        for module, text in texts.items():
            self._read(module, ast.parse(text))
        self._raised: dict[tuple[str, str, str], frozenset[str]] = {}

    def _read(self, module: str, tree: ast.Module) -> None:
        names = self.names[module] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("givequest."):
                names |= {alias.asname or alias.name: (node.module, alias.name) for alias in node.names}
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                names[node.name] = (module, node.name)
                self.functions[module, "", node.name] = Function(module, "", node, ast.get_docstring(node) or "")
            elif isinstance(node, ast.ClassDef):
                names[node.name] = (module, node.name)
                self.classes[module, node.name] = node
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef):
                        key = module, node.name, inner.name
                        self.functions[key] = Function(module, node.name, inner, ast.get_docstring(inner) or "")

    def raised(self, key: tuple[str, str, str]) -> frozenset[str]:
        """Return the names of the errors that a function may raise, as far as its text and what it calls tell."""
        if key not in self._raised:
            self._raised[key] = frozenset()  # for whoever comes back here while it is found out
            before = None
            while before != self._raised[key]:
                before = self._raised[key]
                self._raised[key] = frozenset(self._of_block(self.functions[key].node.body, self.functions[key]))
        return self._raised[key]

    def _of_block(self, body: list[ast.stmt], function: Function) -> Iterator[str]:
        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                continue
            if isinstance(node, ast.Try):
                caught = {name for handler in node.handlers for name in _names_in(handler.type)}
                for name in self._of_block(node.body, function):
                    if not any(issubclass(ERRORS[name], ERRORS[other]) for other in caught & ERRORS.keys()):
                        yield name
                for rest in (node.orelse, node.finalbody, *(handler.body for handler in node.handlers)):
                    yield from self._of_block(rest, function)
                continue
            if isinstance(node, ast.With) and any(_names_in(item.context_expr) >= {"suppress"} for item in node.items):
                continue
            if isinstance(node, ast.Raise) and node.exc is not None:
                yield from self._made_by(node.exc.func if isinstance(node.exc, ast.Call) else node.exc, function)
            blocks = [getattr(node, name) for name in ("body", "orelse") if isinstance(getattr(node, name, 0), list)]
            for block in blocks:
                yield from self._of_block(block, function)
            heads = [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt)]
            for head in heads:
                yield from self._of_expression(head, function)

    def _of_expression(self, node: ast.AST, function: Function) -> Iterator[str]:
        for call in ast.walk(node):
            if isinstance(call, ast.Call) and (key := self._called(call.func, function)) is not None:
                yield from self.said_of_all(key)
                yield from self.raised(key) if key in self.functions else ()

    def _made_by(self, node: ast.expr, function: Function) -> Iterator[str]:
        """Yield the error that is raised by this name: of a class, or of a function that returns one."""
        yield from _names_in(node) & ERRORS.keys()
        key = self._called(node, function)
        if key in self.functions:
            yield from _names_in(self.functions[key].node.returns) & ERRORS.keys()

    def said_of_all(self, key: tuple[str, str, str]) -> Iterator[str]:
        """Yield what a protocol says of all its methods."""
        owner = self.classes.get(key[:2])
        match = SAID_OF_ALL.search(ast.get_docstring(owner) or "") if owner is not None else None
        if match is not None:
            yield match[1]

    def _called(self, node: ast.expr, function: Function) -> tuple[str, str, str] | None:
        names = self.names[function.module]
        if isinstance(node, ast.Name) and node.id in names:
            module, name = names[node.id]
            module, name = self.names.get(module, {}).get(name, (module, name))
            return (module, name, "__init__") if (module, name) in self.classes else (module, "", name)
        if isinstance(node, ast.Attribute):
            owner = self._type_of(node.value, function)
            return (*owner, node.attr) if owner is not None else None
        return None

    def _type_of(self, node: ast.expr, function: Function) -> tuple[str, str] | None:
        """Return the class of a parameter, of `self`, or of an attribute that was made of either."""
        if isinstance(node, ast.Name):
            if node.id == "self" and function.owner:
                return function.module, function.owner
            for argument in (*function.node.args.args, *function.node.args.kwonlyargs):
                if argument.arg == node.id:
                    return self._class_of(argument.annotation, function.module)
        if isinstance(node, ast.Attribute):
            owner = self._type_of(node.value, function)
            return self._attribute(owner, node.attr) if owner is not None else None
        if isinstance(node, ast.Call):
            key = self._called(node.func, function)
            return (key[0], key[1]) if key is not None and key[2] == "__init__" else None
        return None

    def _attribute(self, owner: tuple[str, str], name: str) -> tuple[str, str] | None:
        made = self.functions.get((*owner, "__init__"))
        for node in ast.walk(made.node) if made is not None else ():
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            if isinstance(node, ast.Assign) and isinstance(target, ast.Attribute) and target.attr == name:
                return self._type_of(node.value, made) if made is not None else None
        for node in self.classes[owner].body if owner in self.classes else ():
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
                return self._class_of(node.annotation, owner[0])
            if isinstance(node, ast.FunctionDef) and node.name == name:
                return self._class_of(node.returns, owner[0])
        return None

    def _class_of(self, annotation: ast.expr | None, module: str) -> tuple[str, str] | None:
        for name in _names_in(annotation):
            found = self.names[module].get(name)
            if found in self.classes:
                return found
        return None


def _names_in(node: ast.AST | None) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} if node is not None else set()


@cache
def code() -> Code:
    """Return all that is ours and that calls are followed through."""
    texts = {}
    for path in (path for package in READ for path in sorted((SOURCE / package).rglob("*.py"))):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        texts[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text("utf-8")
    return Code(texts)
