"""Takes kept requests and answers apart into pieces a person can read; nothing of them is left out. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from agent.planner.claude.asides import ASIDE
from agent.planner.claude.usage import Usage, cost
from agent.protocol.model import PieceDoc, TurnDoc
from agent.store.ids import shown
from agent.store.tables import Seen

Who = Literal["instructions", "tools", "settings", "countersign", "model"]
Kind = Literal["text", "thinking", "call", "result", "picture", "other"]


def turns_of(kept: Sequence[Seen]) -> list[TurnDoc]:
    """Every turn, oldest first; numbers begin anew with each run."""
    turns: list[TurnDoc] = []
    number, run, planners = 0, 0, ""
    for each in kept:
        number = number + 1 if each.run_id == run else 1
        run, model = each.run_id, str(each.request.get("model", planners))
        planners = planners if _is_aside(each.request) else model
        usage = Usage(each.input, each.output, each.cache_read, each.cache_written)
        turns.append(TurnDoc(
            run=shown("x", run), number=number, at=each.at, model=model, repeated=each.same, sent=sent(each.request),
            answered=list(_content("model", each.answer.get("content", each.answer))), input=each.input,
            output=each.output, cache_read=each.cache_read, cache_written=each.cache_written,
            cost=cost(model, usage)))
    return turns


def _is_aside(request: Mapping[str, Any]) -> bool:
    """Whether a request stands beside the planner's own, which go on from one another."""
    names = {tool.get("name") for tool in _listed(request.get("tools", [])) if isinstance(tool, dict)}
    return bool(names) and names <= ASIDE


def sent(request: Mapping[str, Any]) -> list[PieceDoc]:
    """A request's pieces: instructions, tools, what else, then the messages."""
    pieces: list[PieceDoc] = []
    if request.get("system"):
        pieces += _content("instructions", request["system"])
    for tool in _listed(request.get("tools", [])):
        name = str(tool.get("name", tool.get("type", ""))) if isinstance(tool, dict) else ""
        pieces.append(_piece("tools", "other", name, _json(tool)))
    more = {key: value for key, value in request.items() if key not in ("system", "tools", "messages")}
    if more:
        pieces.append(_piece("settings", "other", "", _json(more)))
    for message in _listed(request.get("messages", [])):
        whole = message if isinstance(message, dict) else {"content": message}
        who: Who = "model" if whole.get("role") == "assistant" else "countersign"
        pieces += _content(who, whole.get("content", ""))
    return pieces


def _content(who: Who, content: Any) -> Iterator[PieceDoc]:
    if isinstance(content, str):
        if content:
            yield _piece(who, "text", "", content)
        return
    for block in _listed(content):
        yield from _block(who, block)


def _block(who: Who, block: Any) -> Iterable[PieceDoc]:
    kind = block.get("type", "") if isinstance(block, dict) else ""
    if kind == "text":
        return [_piece(who, "text", "", str(block.get("text", "")))]
    if kind in ("thinking", "redacted_thinking"):
        text = str(block.get("thinking", "")) or "(kept from view by the vendor)"
        return [_piece(who, "thinking", "", text)]
    if kind == "tool_use":
        return [_piece(who, "call", str(block.get("name", "")), _json(block.get("input", {})))]
    if kind == "tool_result":
        inner = list(_content(who, block.get("content", "")))
        title = "refused" if block.get("is_error") else ""
        return [PieceDoc({**each, "kind": "result", "title": title}) if each["kind"] == "text" else each
                for each in inner]
    if kind == "image" and isinstance(block.get("source"), dict):
        source = block["source"]
        return [_piece(who, "picture", "", str(source.get("url", "")), str(source.get("media_type", "")),
                       str(source.get("data", "")))]
    return [_piece(who, "other", str(kind), _json(block))]


def _piece(who: Who, kind: Kind, title: str, text: str, media_type: str = "", data: str = "") -> PieceDoc:
    return PieceDoc(who=who, kind=kind, title=title, text=text, media_type=media_type, data=data)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
