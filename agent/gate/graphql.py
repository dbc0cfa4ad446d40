"""Says what a GraphQL document does: its operations with their kinds and names. A scanner, not a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_DOCUMENT = 256 * 1024
"""Letters of a document that are looked at; a longer one is shown as any other text."""

_TOKEN = re.compile(
    r'(?P<block>"""(?:[^"\\]|\\.|"(?!""))*+""")|(?P<string>"(?:[^"\\\n]|\\.)*+")|(?P<comment>\#[^\n\r]*)'
    r"|(?P<name>[A-Za-z_]\w*)|(?P<open>[{(\[])|(?P<close>[})\]])", re.DOTALL)
_KINDS = frozenset({"query", "mutation", "subscription", "fragment"})


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a document; ``name`` is empty where it has none."""

    kind: str
    name: str


def operations(document: str) -> tuple[Operation, ...]:
    """Returns the operations at the top of a document; nothing for text that is no GraphQL."""
    if len(document) > MAX_DOCUMENT or "{" not in document:
        return ()
    found: list[Operation] = []
    for kind, name in _heads(document):
        if not kind:
            return ()
        if kind != "fragment":
            found.append(Operation(kind, name))
    return tuple(found)


def _heads(document: str) -> Iterator[tuple[str, str]]:
    """Yields kind and name of each definition as its braces open; an empty kind where the text is something else."""
    depth, kind, name, opened = 0, "", "", False
    for token in _TOKEN.finditer(document):
        if token["open"]:
            if depth == 0 and token[0] == "{":
                yield kind or "query", name
                kind, name, opened = "", "", True
            elif depth == 0 and not kind:
                yield "", ""
            depth += 1
        elif token["close"]:
            depth -= 1
        elif token["name"] and depth == 0:
            if token[0] in _KINDS and not kind:
                kind = token[0]
            elif not kind:
                yield "", ""
            elif not name:
                name = token[0]
    if depth or kind or not opened:
        yield "", ""


def chosen(document: str, wanted: str) -> tuple[str, str]:
    """Returns what a request would have done, in words, and what speaks against reading it so ('' for nothing).

    Args:
        document: the text that is sent.
        wanted: the operation that the request names; empty for none.
    """
    all_of_them = operations(document)
    if not all_of_them:
        return "", ""
    fitting = [each for each in all_of_them if each.name == wanted] if wanted else list(all_of_them)
    words = "; ".join(f"{each.kind} {each.name}".strip() for each in (fitting or all_of_them))
    if wanted and not fitting:
        return words, "A GraphQL request names an operation that its text does not hold."
    if len(fitting) > 1:
        return words, "A GraphQL request holds several operations and does not name one of them."
    return words, ""
