"""`typing.NamedTuple` for the way to the first frame, at a tenth of its price.

That one compiles every annotation and a constructor for each class whenever a program starts, which takes a launch
longer than the reading of its files. Here annotations stay as they are written, and a constructor is another's code
with the names of the fields in it. `tests/test_named_tuple.py` holds that both do the same.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter as field_at
    from types import FunctionType

    MADE_HERE = ("__annotations__", "__orig_bases__")
    _new = tuple.__new__
    # A constructor for each number of fields that there is.
    CONSTRUCTORS = {
        constructor.__code__.co_argcount - 1: constructor.__code__
        for constructor in (
            lambda _cls, a: _new(_cls, (a,)),
            lambda _cls, a, b: _new(_cls, (a, b)),
            lambda _cls, a, b, c: _new(_cls, (a, b, c)),
            lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
            lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
            lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
            lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
            lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
            lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
            lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
            lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
            lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        )
    }

    class _Tuple(tuple):
        """What all of them have."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            made = _new(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                refusal = TypeError if sys.version_info >= (3, 13) else ValueError  # as theirs
                raise refusal(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

        __replace__ = _replace

    class _Maker(type):
        """Makes a named tuple of the body of a class."""

        def __new__(cls, name, bases, body):
            fields = tuple(body["__annotations__"])
            defaults = {field: body[field] for field in fields if field in body}
            code = CONSTRUCTORS.get(len(fields)) or _compiled(fields)
            names = {"_new": _new, "__name__": body["__module__"]}
            new = FunctionType(code.replace(co_varnames=("_cls", *fields)), names, "__new__", tuple(defaults.values()))
            made = {key: value for key, value in body.items() if key not in MADE_HERE}
            made |= {field: field_at(place, None) for place, field in enumerate(fields)}
            made |= {"__slots__": (), "__new__": new, "__match_args__": fields}
            made |= {"_fields": fields, "_field_defaults": defaults, "__annotations__": body["__annotations__"]}
            return type(name, (_Tuple,), made)

    def _compiled(fields):
        names = ", ".join(fields)
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__

    class _Named:
        def __mro_entries__(self, bases):
            return (_BODY,)

    _BODY = type.__new__(_Maker, "NamedTuple", (), {})
    NamedTuple = _Named()
