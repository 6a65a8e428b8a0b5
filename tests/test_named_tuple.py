"""Named tuples of ours are those of `typing`, but for what they cost a launch."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from givequest import named_tuple

MANY = [f"field_{number}" for number in range(15)]


class Ours(named_tuple.NamedTuple):
    """A point."""

    x: int
    y: int | None = None
    """Upwards."""
    name: str = "here"

    def moved(self) -> Ours:
        """Return the next one."""
        return self._replace(x=self.x + 1)

    @property
    def sum(self) -> int:
        """Of both."""
        return self.x + (self.y or 0)


class Theirs(typing.NamedTuple):
    """A point."""

    x: int
    y: int | None = None
    """Upwards."""
    name: str = "here"

    def moved(self) -> Theirs:
        """Return the next one."""
        return self._replace(x=self.x + 1)

    @property
    def sum(self) -> int:
        """Of both."""
        return self.x + (self.y or 0)


class Child(Ours):
    """One with more to it."""


def told(point: Any) -> list[Any]:
    """Return all that can be asked of a tuple."""
    x, y, name = point
    match point:
        case Ours(a, b) | Theirs(a, b):
            matched = (a, b)
    return [
        point == (x, y, name), hash(point), len(point), point[0], point.x, point.y, point.name, point.sum, matched,
        repr(point).replace("Theirs", "Ours"), point._asdict(), tuple(point.moved()),
        tuple(point._replace(name="there")),
        tuple(copy.copy(point)), tuple(copy.deepcopy(point)), type(copy.copy(point)) is type(point),
        pickle.loads(pickle.dumps(point)) == point, isinstance(point, tuple), hasattr(point, "__dict__"), point < (9,),
    ]  # fmt: skip


@pytest.mark.parametrize(("given", "named"), [((1,), {}), ((1, 2), {}), ((), {"x": 1, "name": "n"}), ((1, 2, "n"), {})])
def test_both_do_the_same(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Made in any way, and asked for anything."""
    assert told(Ours(*given, **named)) == told(Theirs(*given, **named))


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, 3, 4), {}), ((1,), {"x": 2}), ((1,), {"z": 2})])
def test_both_refuse_the_same(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """With the same words, the name of the function aside."""
    said = []
    for made in (Ours, Theirs):
        with pytest.raises(TypeError) as refusal:
            made(*given, **named)
        said.append(str(refusal.value).partition("()")[2] or str(refusal.value).partition(" ")[2])
    assert said[0] == said[1]
    refusals = set()
    for kind in (Ours, Theirs):
        with pytest.raises((TypeError, ValueError), match="unexpected field names") as refused:
            kind(1)._replace(z=3)  # type: ignore[call-arg]
        refusals.add(refused.type)
        with pytest.raises(AttributeError):
            kind(1).x = 3  # type: ignore[misc]
        with pytest.raises(TypeError):
            kind._make([1])
    assert len(refusals) == 1, "of one Python both refuse in one way"


def test_both_tell_the_same_of_themselves() -> None:
    """Fields, defaults, annotations, module and words."""
    for name in ("_fields", "_field_defaults", "__match_args__", "__module__", "__doc__", "__slots__"):
        assert getattr(Ours, name) == getattr(Theirs, name), name
    assert list(Ours.__annotations__) == list(Theirs.__annotations__)
    assert Ours.__qualname__ == "Ours"


def test_a_class_of_a_named_tuple_stays_what_it_is() -> None:
    """When a field is replaced, too."""
    assert type(Child(1)._replace(x=2)) is Child
    assert repr(Child(1)) == "Child(x=1, y=None, name='here')"


@pytest.mark.parametrize("count", range(1, 16))
def test_any_number_of_fields_will_do(count: int) -> None:
    """Those for which no constructor is there as well."""
    body = {"__module__": __name__, "__qualname__": "Many", "__annotations__": dict.fromkeys(MANY[:count], "int")}
    base: Any = named_tuple.NamedTuple.__mro_entries__(())[0]  # type: ignore[attr-defined]
    made = type(base)("Many", (base,), body)
    values = tuple(range(count))
    assert made(*values) == values
    assert made(**dict(zip(MANY, values, strict=False)))._asdict() == dict(zip(MANY, values, strict=False))
