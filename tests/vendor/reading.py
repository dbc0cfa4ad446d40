"""Reads what was sent to the model as a model would: the last listing, its fields, buttons and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_LINE = re.compile(r"^(\d+) (\S+) “([^”]*)”(.*)$")
_GONE = re.compile(r"gone: ((?:\d+ ?)+)")
_NAME = re.compile(r"\{\{[^{}]+\}\}")


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    role: str
    label: str
    rest: str

    @property
    def required(self) -> bool:
        return " required" in self.rest

    @property
    def filled(self) -> bool:
        return " = " in self.rest and " = off" not in self.rest

    @property
    def options(self) -> list[tuple[int, str]]:
        inside = re.search(r"\[(1 .*?)\](?: |$)", self.rest)
        return [(int(number), words) for number, words in re.findall(
            r"(?:^|, )(\d+) (.*?)(?=, \d+ |, \+\d+ more|$)", inside[1])] if inside else []


def results_of(body: dict[str, Any]) -> list[str]:
    """The texts of the last message: what came of the last turn."""
    content = body["messages"][-1]["content"]
    return [part["text"] for block in content for part in (block["content"] if block["type"] == "tool_result"
                                                           else [block]) if part.get("type") == "text"]


def texts_of(body: dict[str, Any]) -> list[str]:
    """All texts of ours, oldest first."""
    return [part["text"] for message in body["messages"] if message["role"] == "user" for block in message["content"]
            for part in (block["content"] if block["type"] == "tool_result" else [block]) if part.get("type") == "text"]


def lines_of(body: dict[str, Any]) -> list[Line]:
    """The page as last known: the last whole listing, with what came since."""
    found: dict[int, Line] = {}
    for text in texts_of(body)[1:]:
        if re.search(r"^page “", text, re.MULTILINE):
            found.clear()
        for each in text.splitlines():
            if each.startswith("gone: "):
                for number in each.removeprefix("gone: ").split():
                    found.pop(int(number), None)
            elif match := _LINE.match(each):
                found[int(match[1])] = Line(int(match[1]), match[2], match[3], match[4])
            elif match := _GONE.fullmatch(each):
                for number in match[1].split():
                    found.pop(int(number), None)
    return list(found.values())


def names_of(body: dict[str, Any]) -> dict[str, str]:
    """Every name that was told, with what stood behind it."""
    return {match[0]: line[match.end():].strip() for text in texts_of(body) for line in text.splitlines()
            if (match := _NAME.search(line)) and not _LINE.match(line)}


def task_of(body: dict[str, Any]) -> str:
    return texts_of(body)[0].split("\n\nNames you may use")[0]
