"""Makes every await of the agent's own code a place that can be watched: an import hook that rewrites each of them.

``await x`` becomes ``resumed(site, await reached(site, x))``: the operand is made as before, then the place is
*reached*, and when the wait is over it is *resumed*. ``async with`` and ``async for`` hold awaits too (entering,
leaving, each next item). A site is named by its file and line; nothing else of the code changes.
"""

from __future__ import annotations

import ast
import builtins
import importlib.machinery
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Protocol

ROOT = Path(__file__).resolve().parents[2]

PACKAGE = "agent"

REACHED, RESUMED, COMMIT = "reached", "resumed", "commit"


class Watch(Protocol):
    """Hears of every await that is passed; it may not return."""

    def passed(self, site: str, kind: str) -> None:
        """A site was reached, or resumed."""


class _Names:
    """Names of sites: file and line, with a number behind where a line holds several."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._seen: Counter[int] = Counter()

    def of(self, node: ast.expr) -> ast.Constant:
        self._seen[node.lineno] += 1
        again = self._seen[node.lineno]
        return ast.Constant(f"{self._path}:{node.lineno}" + (f".{again}" if again > 1 else ""))


class Rewriter(ast.NodeTransformer):
    """Rewrites one module's tree; ``sites`` holds the names of what it found."""

    def __init__(self, path: str) -> None:
        self._names = _Names(path)
        self.sites: list[str] = []

    def visit_Await(self, node: ast.Await) -> ast.expr:
        site = self._site(node)
        self.generic_visit(node)
        node.value = _call("__await_reached__", node.value, site, node.value)
        return _call("__await_resumed__", node, site, node)

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.AsyncWith:
        sites = [self._site(item.context_expr) for item in node.items]
        self.generic_visit(node)
        for item, site in zip(node.items, sites, strict=True):
            item.context_expr = _call("__await_with__", item.context_expr, site, item.context_expr)
        return node

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AsyncFor:
        site = self._site(node.iter)
        self.generic_visit(node)
        node.iter = _call("__await_for__", node.iter, site, node.iter)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        site = self._site(node.iter) if node.is_async else None
        self.generic_visit(node)
        if site is not None:
            node.iter = _call("__await_for__", node.iter, site, node.iter)
        return node

    def _site(self, node: ast.expr) -> ast.Constant:
        name = self._names.of(node)
        self.sites.append(str(name.value))
        return name


def _call(function: str, place: ast.expr, *arguments: ast.expr) -> ast.Call:
    call = ast.Call(ast.Name(function, ast.Load()), list(arguments), [])
    return ast.fix_missing_locations(ast.copy_location(call, place))


def rewritten(source: str | bytes, path: Path) -> tuple[ast.Module, list[str]]:
    """A module's tree with its awaits made places, and the names of these."""
    rewriter = Rewriter(path.resolve().relative_to(ROOT / PACKAGE).as_posix())
    tree = rewriter.visit(ast.parse(source, str(path)))
    return tree, rewriter.sites


def all_sites() -> list[str]:
    """Every await in the agent's code, passed or not."""
    return [site for path in sorted((ROOT / PACKAGE).rglob("*.py")) for site in rewritten(path.read_bytes(), path)[1]]


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:  # never the cached code, which knows of no places
        return self.source_to_code(self.get_data(self.path), self.path)

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:
        tree, _ = rewritten(bytes(data), Path(str(path)))
        return compile(tree, str(path), "exec", dont_inherit=True, optimize=_optimize)


class _Finder(MetaPathFinder):
    def find_spec(self, fullname: str, path: Sequence[str] | None,
                  target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname.split(".")[0] != PACKAGE:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and type(spec.loader) is importlib.machinery.SourceFileLoader:
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


class _With:
    """An async context manager with its two awaits made places."""

    def __init__(self, watch: Watch, site: str, inner: Any) -> None:
        self._watch, self._site, self._inner = watch, site, inner

    async def __aenter__(self) -> Any:
        self._watch.passed(f"{self._site} enter", REACHED)
        entered = await self._inner.__aenter__()
        self._watch.passed(f"{self._site} enter", RESUMED)
        return entered

    async def __aexit__(self, *problem: Any) -> Any:
        self._watch.passed(f"{self._site} leave", REACHED)
        left = await self._inner.__aexit__(*problem)
        self._watch.passed(f"{self._site} leave", RESUMED)
        return left


async def _each(watch: Watch, site: str, inner: Any) -> AsyncIterator[Any]:
    following = inner.__aiter__()
    while True:
        watch.passed(site, REACHED)
        try:
            item = await following.__anext__()
        except StopAsyncIteration:
            return
        watch.passed(site, RESUMED)
        yield item


def places(watch: Watch) -> dict[str, Callable[..., Any]]:
    """The functions that rewritten code calls, by the names of builtins under which it finds them."""
    def reached(site: str, value: Any) -> Any:
        watch.passed(site, REACHED)
        return value

    def resumed(site: str, value: Any) -> Any:
        watch.passed(site, RESUMED)
        return value

    return {"__await_reached__": reached, "__await_resumed__": resumed,
            "__await_with__": lambda site, inner: _With(watch, site, inner),
            "__await_for__": lambda site, inner: _each(watch, site, inner)}


def install(watch: Watch) -> None:
    """From now on, what is imported of the agent tells of its awaits.

    Raises:
        RuntimeError: some of it was imported before.
    """
    if any(name.split(".")[0] == PACKAGE for name in sys.modules):
        raise RuntimeError("too late: the agent is imported already")
    for name, function in places(watch).items():
        setattr(builtins, name, function)
    sys.meta_path.insert(0, _Finder())
