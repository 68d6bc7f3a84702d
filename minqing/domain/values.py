"""Values without the price of ``dataclasses``.

For people and type checkers these are the standard library's dataclasses: ``dataclass`` (with slots, and nearly
always frozen), ``field``, ``replace``, ``asdict`` and ``fields`` are imported from here and written as ever. At run
time a class is made by hand: the standard decorator compiles half a dozen functions for every class and imports
``inspect``, which was a third of the time of a reading command. Here one function is compiled, and only for a class
that is used. The standard library's own ``replace`` and the like still work with these values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import asdict, dataclass, field, fields, replace
else:
    from operator import attrgetter

    _MISSING = object()

    class FrozenError(AttributeError):
        """A value was to be changed."""

    class _Field:
        __slots__ = ("compare", "default", "default_factory", "name")

        def __init__(self, default=_MISSING, default_factory=None, compare=True):
            self.name, self.default, self.default_factory, self.compare = "", default, default_factory, compare

    def field(*, default=_MISSING, default_factory=None, compare=True):
        """As in ``dataclasses``."""
        return _Field(default, default_factory, compare)

    def dataclass(*, slots, frozen=False, order=False):
        """As in ``dataclasses``, for classes with slots."""
        if not slots:
            raise TypeError("only classes with slots are made here")
        return lambda cls: _made(cls, frozen, order)

    def _made(cls, frozen, order):
        own = dict(cls.__dict__)
        found = tuple(_field_of(name, own.pop(name, _MISSING)) for name in cls.__annotations__)
        for name in ("__dict__", "__weakref__"):
            own.pop(name, None)
        names = tuple(each.name for each in found)
        given = {
            "__slots__": names, "__match_args__": names, "__values__": found,
            "__dataclass_fields__": _StandardFields(), "__init__": _first_init, "__repr__": _repr,
            "__getstate__": _state, "__setstate__": _set_state, **(_FROZEN if frozen else {}),
            **_comparing([each.name for each in found if each.compare], frozen, order),
        }  # fmt: skip
        new = type(cls)(cls.__name__, cls.__bases__, given | own)
        new.__qualname__ = cls.__qualname__
        return new

    def _field_of(name, given):
        found = given if isinstance(given, _Field) else _Field(given)
        found.name = name
        return found

    def _first_init(self, *args, **kwargs):
        """Stands in until the first value of the class is made."""
        cls = type(self)
        cls.__init__ = _compiled(cls)
        cls.__init__(self, *args, **kwargs)

    def _compiled(cls):
        """The ``__init__`` of a class, as ``dataclasses`` would write it."""
        known = {"_missing": _MISSING}
        parts, lines = ["self"], []
        for each in cls.__values__:
            name = value = each.name
            if each.default_factory is not None:
                known[f"_make_{name}"] = each.default_factory
                parts.append(f"{name}=_missing")
                value = f"_make_{name}() if {name} is _missing else {name}"
            elif each.default is not _MISSING:
                known[f"_default_{name}"] = each.default
                parts.append(f"{name}=_default_{name}")
            else:
                parts.append(name)
            known[f"_set_{name}"] = getattr(cls, name).__set__
            lines.append(f"    _set_{name}(self, {value})")
        if hasattr(cls, "__post_init__"):
            lines.append("    self.__post_init__()")
        exec(f"def __init__({', '.join(parts)}):\n" + "\n".join(lines or ["    pass"]), known)
        return known["__init__"]

    def _comparing(names, frozen, order):
        key = attrgetter(*names)

        def equal(self, other):
            return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

        def less(self, other):
            return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

        compared = {"__eq__": equal, "__hash__": (lambda self: hash(key(self))) if frozen else None}
        return compared | {"__lt__": less} if order else compared

    def _repr(self):
        told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in self.__values__)
        return f"{type(self).__qualname__}({told})"

    def _refuse(self, name, *_):
        raise FrozenError(f"cannot assign to field {name!r}")

    _FROZEN = {"__setattr__": _refuse, "__delattr__": _refuse}

    def _state(self):
        return [getattr(self, each.name) for each in self.__values__]

    def _set_state(self, state):
        for each, value in zip(self.__values__, state, strict=True):
            object.__setattr__(self, each.name, value)

    class _StandardFields:
        """What ``dataclasses`` itself asks of a class; made when it asks."""

        def __get__(self, _, cls):
            import dataclasses

            return {each.name: _standard(dataclasses, each, cls) for each in cls.__values__}

    def _standard(dataclasses, each, cls):
        made = dataclasses.field(compare=each.compare)
        made.name, made.type, made._field_type = each.name, cls.__annotations__[each.name], dataclasses._FIELD
        if each.default is not _MISSING:
            made.default = each.default
        if each.default_factory is not None:
            made.default_factory = each.default_factory
        return made

    def fields(value):
        """The fields of a value or its class, each with its ``name``."""
        return value.__values__

    def replace(value, /, **changes):
        """The same value with other fields."""
        return type(value)(**{each.name: getattr(value, each.name) for each in value.__values__} | changes)

    def asdict(value):
        """The fields of a value by name, those of the values in it too."""
        return {each.name: _plain(getattr(value, each.name)) for each in value.__values__}

    def _plain(value):
        if hasattr(type(value), "__values__"):
            return asdict(value)
        return type(value)(map(_plain, value)) if type(value) in (list, tuple) else value


__all__ = ["asdict", "dataclass", "field", "fields", "replace"]
