"""What a capability is, and the one table they are all registered in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from agent.desk.front import Desk

Result = Any
"""Plain JSON: dicts, lists, strings, numbers."""

Call = Callable[..., Any]
"""Takes the desk and the arguments by name; answers a `Result`, or an awaitable of one."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument. Positional unless ``option``; ``many`` repeats; ``flag`` takes no value."""

    name: str
    help: str
    option: bool = False
    many: bool = False
    flag: bool = False
    required: bool = True
    choices: tuple[str, ...] = ()
    metavar: str = ""


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing the desk can do. ``id`` is its words on the command line; ``call(desk, **arguments)`` does it."""

    id: str
    title: str
    call: Call
    arguments: tuple[Argument, ...] = ()


@dataclass(slots=True)
class _Table:
    rows: dict[str, Capability] = field(default_factory=dict)


_TABLE = _Table()


C = TypeVar("C", bound=Callable[..., Any])


def capability(name: str, title: str, *arguments: Argument) -> Callable[[C], C]:
    """Registers a function under its command-line words."""
    def register(call: C) -> C:
        if name in _TABLE.rows:
            raise ValueError(f"{name} is registered twice")
        _TABLE.rows[name] = Capability(name, title, call, arguments)
        return call
    return register


def registered() -> dict[str, Capability]:
    """All capabilities by id, in order of registration."""
    return dict(_TABLE.rows)


__all__ = ["Argument", "Capability", "Desk", "capability", "registered"]
