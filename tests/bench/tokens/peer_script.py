"""A scripted model for browser-use: fills as many fields a step as it may, presses, reads the answer, is done.

It stands for a model that makes no mistake and needs no second look, and says as little as the schema lets it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.tokens.counting import pieces_of
from tests.bench.tokens.tasks import Kind, Put, Step
from tests.vendor.turns import Call, Say

MOST_ACTIONS = 5
"""A step, by default (`Agent(max_actions_per_step=5)`)."""

JUDGE = "JudgementResult"
"""The tool of the request that judges a run at its end."""

_ELEMENT = re.compile(r"\[(\d+)\]<(\w+)([^\n]*)/>")


@dataclass(frozen=True, slots=True)
class Element:
    """One numbered line of its page state; ``says`` is the text up to the next one."""

    index: int
    tag: str
    attributes: str
    says: str

    def is_field(self, put: Put) -> bool:
        """Whether it is the field, or for a radio the option."""
        named = re.search(rf"\b(?:id|name)={re.escape(put.name)}(?:-\d+)?(?: |$)", self.attributes)
        if put.kind is Kind.RADIO:
            return bool(named) and "type=radio" in self.attributes and self.says.startswith(put.value)
        if put.kind is Kind.TICK:
            return "type=checkbox" in self.attributes and self.says.startswith(put.label)
        return bool(named) and self.tag in ("input", "textarea", "select")


def elements_of(text: str) -> list[Element]:
    """The numbered elements of a page state."""
    found = list(_ELEMENT.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    return [Element(int(each[1]), each[2], each[3], " ".join(text[each.end():end].split()))
            for each, end in zip(found, ends, strict=True)]


class Filler:
    """Answers each request of one run. ``file``: the document's path."""

    def __init__(self, steps: Sequence[Step], file: str) -> None:
        self._steps = list(steps)
        self._left = list(steps[0].puts)
        self._file = file

    def __call__(self, body: dict[str, Any]) -> Say:
        (tool,) = body["tools"]
        if tool["name"] == JUDGE:
            return Say([Call(tool["name"], {"reasoning": "The form was sent.", "verdict": True, "failure_reason": "",
                                            "impossible_task": False, "reached_captcha": False})])
        said = {"thinking": "I fill in the form and send it.", "evaluation_previous_goal": "Success",
                "memory": "The form is being filled in.", "next_goal": "Fill in and send the form."}
        known = tool["input_schema"]["properties"]
        said = {name: words for name, words in said.items() if name in known}
        return Say([Call(tool["name"], {**said, "action": self._actions(_state(body))})])

    def _actions(self, state: str) -> list[dict[str, Any]]:
        if not self._steps:
            sent = "reference" in state.lower()
            text = "The form was sent." if sent else "There is no confirmation."
            return [{"done": {"text": text, "success": sent, "files_to_display": []}}]
        elements = elements_of(state)
        actions: list[dict[str, Any]] = []
        for put in list(self._left):
            found = next((each for each in elements if each.is_field(put)), None)
            if found is not None and len(actions) < MOST_ACTIONS:
                actions.append(self._put(put, found.index))
                self._left.remove(put)
        if len(actions) == MOST_ACTIONS:
            return actions
        button = next((each for each in elements if each.tag in ("button", "input")
                       and each.says.startswith(self._steps[0].button)), None)
        if button is None or self._left:
            return [*actions, {"scroll": {"down": True, "pages": 1.0, "index": None}}]
        self._steps.pop(0)
        self._left = list(self._steps[0].puts) if self._steps else []
        return [*actions, {"click": {"index": button.index}}]

    def _put(self, put: Put, index: int) -> dict[str, Any]:
        if put.kind is Kind.TEXT:
            return {"input": {"index": index, "text": put.value, "clear": True}}
        if put.kind is Kind.SELECT:
            return {"select_dropdown": {"index": index, "text": put.value}}
        if put.kind is Kind.FILE:
            return {"upload_file": {"index": index, "path": self._file}}
        return {"click": {"index": index}}


def _state(body: dict[str, Any]) -> str:
    """The page as it is now; notes on loops and plans can come behind it."""
    texts = [each.text for each in pieces_of(body) if "<browser_state>" in each.text]
    return texts[-1][texts[-1].rfind("<browser_state>"):]
