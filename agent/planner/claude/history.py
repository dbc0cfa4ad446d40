"""The conversation so far, kept by us: every tool call with its result, old pages let go in rare big steps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

Block = Mapping[str, object]

LONGEST = 200_000
"""Characters (some 60,000 tokens) from which old pages are let go. Each such step costs the whole cached prefix."""

KEPT_PAGES = 2
KEPT_TURNS = 4
"""What a hard trim leaves of the turns."""

GONE = "(an earlier page, no longer shown)"


@dataclass(frozen=True, slots=True)
class Result:
    """What one tool call came to. ``page`` is a listing that may be let go later; ``picture`` base64 of a PNG."""

    call: str
    text: str
    page: str = ""
    is_error: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class _Turn:
    """What the model said, and the results of its calls; a text of ours where it called nothing."""

    said: tuple[Block, ...]
    results: tuple[Result, ...] = ()
    words: str = ""


@dataclass(slots=True)
class History:
    """The turns after the first message. Nothing here changes but by `trim`, so that the prefix stays cached."""

    first: str = ""
    turns: list[_Turn] = field(default_factory=list)

    def said(self, blocks: Sequence[Block]) -> None:
        """The model's turn, kept exactly as it came; joined to the last where that one had paused."""
        if self.turns and not self.turns[-1].results and not self.turns[-1].words:
            self.turns[-1] = _Turn((*self.turns[-1].said, *blocks))
            return
        self.turns.append(_Turn(tuple(blocks)))

    def answered(self, results: Sequence[Result], words: str = "") -> None:
        """What its calls came to; pairs with the last turn."""
        self.turns[-1] = replace(self.turns[-1], results=tuple(results), words=words)
        if self.size() > LONGEST:
            self.trim()

    def renew(self, page: str) -> None:
        """The page as it is now, in the last result; the model has not seen that one yet."""
        last = self.turns[-1]
        if last.results:
            self.turns[-1] = replace(last, results=(*last.results[:-1], replace(last.results[-1], page=page)))

    def size(self) -> int:
        """Characters of all messages; pictures count for little there, as they do in tokens."""
        return sum(len(json.dumps(each, ensure_ascii=False)) for each in self.messages()) - sum(
            len(result.picture) for turn in self.turns for result in turn.results)

    def trim(self, *, hard: bool = False) -> bool:
        """Lets old pages and pictures go; ``hard``: old turns too. Returns whether anything went."""
        before = self.turns
        with_page = [at for at, turn in enumerate(before) if any(each.page or each.picture for each in turn.results)]
        old = set(with_page[:-1] if hard else with_page[:-KEPT_PAGES])
        self.turns = [replace(turn, results=tuple(map(_without_page, turn.results))) if at in old else turn
                      for at, turn in enumerate(before)]
        if hard and len(self.turns) > KEPT_TURNS + 1:
            self.turns = [self.turns[0], *self.turns[-KEPT_TURNS:]]
        return self.turns != before

    def messages(self) -> list[dict[str, object]]:
        """All of it as the protocol wants it."""
        out: list[dict[str, object]] = [{"role": "user", "content": [{"type": "text", "text": self.first}]}]
        for turn in self.turns:
            out.append({"role": "assistant", "content": [dict(block) for block in turn.said]})
            content: list[dict[str, object]] = [_rendered(each) for each in turn.results]
            content += [{"type": "text", "text": turn.words}] if turn.words else []
            if content:
                out.append({"role": "user", "content": content})
        return out


def _without_page(result: Result) -> Result:
    if not result.page and not result.picture:
        return result
    return replace(result, page="", picture="", text=f"{result.text}\n{GONE}".strip())


def _rendered(result: Result) -> dict[str, object]:
    text = "\n".join(each for each in (result.text, result.page) if each) or "ok"
    content: list[dict[str, object]] = [{"type": "text", "text": text}]
    if result.picture:
        source = {"type": "base64", "media_type": "image/png", "data": result.picture}
        content.append({"type": "image", "source": source})
    error = {"is_error": True} if result.is_error else {}
    return {"type": "tool_result", "tool_use_id": result.call, "content": content, **error}
