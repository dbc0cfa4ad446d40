"""Reads modules without running them and finds what breaks the rules of the house: floors, doors, file form."""

from __future__ import annotations

import ast
import graphlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# From the top; a room may import those on lower floors only. Rooms beside each other stand in one row.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("cli", "__main__"),
    ("serve",),
    ("command_line",),
    ("demo",),
    ("cli_text",),
    ("cli_plan_text", "cli_chore_text", "cli_recipe_text"),
    ("desk",),
    ("problems",),
    ("runs",),
    ("planner", "review"),
    ("browser",),
    ("gate", "profile", "receipts", "chores"),
    ("store", "vault", "intake", "practice"),
    ("protocol",),
)
FLOOR_OF = {room: number for number, row in enumerate(FLOORS) for room in row}

# Doors between rooms of one floor: (who, to which module). The review sheet needs to know a "next" button.
SIDE_DOORS = frozenset({("review", "agent.planner.base")})

# Who may import what from outside; everyone else may not. Subpackages included.
ONLY_IN: dict[str, frozenset[str]] = {
    "sqlalchemy": frozenset({"store"}),
    "sqlmodel": frozenset({"store"}),
    "alembic": frozenset({"store"}),
    "sqlite3": frozenset({"store", "practice"}),      # the practice site is a world of its own, with its own records
    "playwright": frozenset({"browser"}),
    "httpcore": frozenset({"gate"}),
    "h11": frozenset({"gate", "practice"}),            # parses only; the practice site is a server and opens nothing
}
# What parses hostile pictures and PDFs is loaded by the process that is there for it, and by nothing else.
PICTURE_PARTS = frozenset({"rapidocr", "onnxruntime", "cv2", "numpy", "PIL", "pypdfium2"})
PICTURE_FILES = frozenset({"agent.intake.picture_pages", "agent.intake.picture_text"})
PICTURE_PROCESS = "agent.intake.picture_child"
NOWHERE = frozenset({"PySide6", "PySide2", "PyQt6", "PyQt5", "shiboken6", "qtpy", "desktop", "tests", "installers"})
SQL_ROOMS = frozenset({"store", "practice"})
SQL_CALLS = frozenset({"execute", "executemany", "executescript", "exec_driver_sql", "text"})
SQL_TEXT = re.compile(r"\s*(select|insert|update|delete|create|drop|alter|pragma|with|begin|commit|vacuum)\b", re.I)
LONGEST_FILE = 500
VAGUE_NAMES = frozenset({"util", "utils", "helper", "helpers", "manager", "managers"})


@dataclass(frozen=True, slots=True)
class Module:
    """One parsed file: its dotted name, whether it is a package's own file, its tree and number of lines."""

    name: str
    is_package: bool
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        """The part after ``agent.``; empty for the package itself."""
        return self.name.split(".")[1] if "." in self.name else ""


def read_modules(package: Path) -> list[Module]:
    """Parses every Python file of a package folder."""
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        text = path.read_text(encoding="utf-8")
        name = ".".join(parts[:-1] if is_package else parts)
        found.append(Module(name, is_package, ast.parse(text, str(path)), len(text.splitlines())))
    return found


def imports_of(module: Module, known: frozenset[str]) -> frozenset[str]:
    """Dotted names of all that a module imports, in functions and for type checkers too.

    ``from agent.gate import proxy`` gives ``agent.gate.proxy`` where that is a module in ``known`` (or a room of the
    plan, built or not), else ``agent.gate``.
    """
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            for alias in node.names:
                name = f"{base}.{alias.name}"
                is_room = "." not in base and alias.name in FLOOR_OF
                found.add(name if is_room or name in known else base)
        elif isinstance(node, ast.Call):
            found |= _dynamic_import(node)
    return frozenset(found)


def broken_floors(modules: Iterable[Module]) -> list[str]:
    """Imports between rooms that do not run downwards, and rooms that stand on no floor."""
    modules = list(modules)
    problems = []
    for module, target in _inner_imports(modules):
        if module.room and module.room not in FLOOR_OF:
            problems.append(f"{module.name}: the room '{module.room}' stands on no floor")
            continue
        if not module.room or not _may_import(module, target):
            problems.append(f"{module.name} imports {target}")
    return problems


def circles(modules: Iterable[Module]) -> list[str]:
    """Circles between rooms, and between the files of the package."""
    modules = list(modules)
    rooms: dict[str, set[str]] = {}
    files: dict[str, set[str]] = {}
    for module, target in _inner_imports(modules):
        files.setdefault(module.name, set()).add(target)
        if module.room != _room(target):
            rooms.setdefault(module.room, set()).add(_room(target))
    problems = []
    for graph in (rooms, files):
        try:
            graphlib.TopologicalSorter(graph).prepare()
        except graphlib.CycleError as error:
            problems.append(" -> ".join(error.args[1]))
    return problems


def closed_doors(modules: Iterable[Module]) -> list[str]:
    """Imports of outside packages by rooms that may not have them."""
    problems = []
    for module in modules:
        for target in sorted(imports_of(module, frozenset())):
            top = target.split(".")[0]
            if top in NOWHERE or (top in ONLY_IN and module.room not in ONLY_IN[top]) or (
                    top in PICTURE_PARTS and module.name not in PICTURE_FILES) or (
                    target in PICTURE_FILES and module.name not in PICTURE_FILES | {PICTURE_PROCESS}):
                problems.append(f"{module.name} imports {target}")
    return problems


HEAVY = frozenset({"anthropic", "sqlmodel", "sqlalchemy", "alembic", "playwright", "pydantic", "httpcore", "babel"})
"""What the window must never load: each costs a tenth of a second or more, and does the agent's work."""


def beside_the_protocol(modules: Iterable[Module]) -> list[str]:
    """Imports of a package that stands beside the agent which reach further in than ``agent.protocol``."""
    problems = []
    for module in modules:
        for target in sorted(imports_of(module, frozenset({"agent.protocol"}))):
            top, _, rest = target.partition(".")
            inside = top == "agent" and rest.split(".")[0] != "protocol"
            if inside or top in HEAVY or top in {"tests", "installers"}:
                problems.append(f"{module.name} imports {target}")
    return problems


def raw_sql(modules: Iterable[Module]) -> list[str]:
    """SQL text executed outside the rooms that may."""
    return [
        f"{module.name}:{node.lineno} executes SQL"
        for module in modules if module.room not in SQL_ROOMS
        for node in ast.walk(module.tree) if isinstance(node, ast.Call) and _executes_sql(node)
    ]


def heavy_protocol(modules: Iterable[Module]) -> list[str]:
    """What ``protocol`` imports beyond the standard library and its own files, each of which is held to the same."""
    return [
        f"{module.name} imports {target}"
        for module in modules if module.room == "protocol"
        for target in sorted(imports_of(module, frozenset()))
        if target.split(".")[0] not in sys.stdlib_module_names and not target.startswith("agent.protocol.")
    ]


def file_form(modules: Iterable[Module]) -> list[str]:
    """Files that are too long, say nothing of their job, or have a name that says nothing."""
    problems = []
    for module in modules:
        if module.lines > LONGEST_FILE:
            problems.append(f"{module.name} has {module.lines} lines")
        if not ast.get_docstring(module.tree):
            problems.append(f"{module.name} does not begin with its one job")
        if module.name.split(".")[-1] in VAGUE_NAMES:
            problems.append(f"{module.name} has a name that says nothing")
    return problems


def _inner_imports(modules: list[Module]) -> Iterator[tuple[Module, str]]:
    known = frozenset(module.name for module in modules)
    top = {name.split(".")[0] for name in known}
    for module in modules:
        for target in sorted(imports_of(module, known)):
            if target.split(".")[0] in top and target != module.name:
                yield module, target


def _may_import(module: Module, target: str) -> bool:
    room = _room(target)
    if room in ("", module.room):
        return True
    if room not in FLOOR_OF:
        return False
    return FLOOR_OF[room] > FLOOR_OF[module.room] or (module.room, target) in SIDE_DOORS


def _room(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    keep = len(parts) - node.level + (1 if module.is_package else 0)
    return ".".join([*parts[:keep], *([node.module] if node.module else [])])


def _dynamic_import(node: ast.Call) -> set[str]:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called not in ("import_module", "__import__") or not node.args:
        return set()
    first = node.args[0]
    return {first.value} if isinstance(first, ast.Constant) and isinstance(first.value, str) else set()


def _executes_sql(node: ast.Call) -> bool:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called not in SQL_CALLS or not node.args:
        return False
    first: ast.AST = node.args[0]
    if isinstance(first, ast.JoinedStr) and first.values:
        first = first.values[0]
    return isinstance(first, ast.Constant) and isinstance(first.value, str) and bool(SQL_TEXT.match(first.value))
