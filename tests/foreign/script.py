"""A scripted model for pages that it never saw: it has the listing, the names and the answers, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.vendor.reading import Line, lines_of, names_of, results_of, task_of, texts_of
from tests.vendor.turns import Call, Say

WHOLE_ADDRESS = "{{fact:address-line1}}\n{{fact:address-line2}}\n{{fact:address-level2}} {{fact:postal-code}}"
MEANS = (  # what a label says, and the kinds of facts that would do, best first; the first that fits counts
    (r"e-?mail", "email"), (r"phone|mobile|text message", "tel"),
    (r"insurance number", "social-security-number"), (r"first name|given|forename", "given-name"),
    (r"middle|additional", "additional-name"), (r"last name|last or|surname|family", "family-name"),
    (r"^title|salutation", "honorific-prefix"), (r"nationality", "nationality"), (r"birth|born|\bdob\b", "bday"),
    (r"^day$", "bday-day"), (r"^month$", "bday-month"), (r"^year$", "bday-year"),
    (r"^country", "country-name country"), (r"post ?code|zip", "postal-code"), (r"line 2", "address-line2"),
    (r"^address$", "street-address"), (r"line 1|street|house|^building", "address-line1"),
    (r"town|city", "address-level2"), (r"\bstate\b|province", "address-level1"), (r"iban", "iban"),
    (r"registration|number plate", "vehicle-registration"), (r"name", "name"),
)
PRESSES = r"continue|submit|send|confirm|book|apply|next|renew|accept|join|start|order|report|save|register|ask|finish"
AWAY = r"back|cancel|clear|reset|remove|delete|menu|search|show|close|open|previous|choose|select a"
LEAVES = r"newsletter|news by|optional|preferred|only\)"
MEANT = ((r"health|doctor|hospital", "nhs"), (r"reach me|get hold of", "contact"), (r"who I am", "identity"),
         (r"government|ministry", "govuk"))
"""Words of a task, and what a link may say that leads there."""

MOST_TRIES = 2


class Newcomer:
    """Fills by labels, chooses by names or by the task's words, asks for the rest, presses on, quotes the answer page.

    What did not go in one way is tried once more and then asked. ``turns`` keeps what it heard and said.
    """

    def __init__(self) -> None:
        self.turns: list[Mapping[str, Any]] = []
        self._asked: list[str] = []
        self._answers: dict[str, str] = {}
        self._tries: dict[tuple[int, str], int] = {}

    def __call__(self, body: dict[str, Any]) -> Say:
        last = "\n".join(results_of(body))
        for label, name in zip(self._asked, re.findall(r"answered: (\{\{answer:[^}]+\}\})", last), strict=False):
            self._answers[label] = name
        self._asked.clear()
        said = self._said(body, last)
        self.turns.append({"heard": last, "says": said})
        return said

    def _said(self, body: dict[str, Any], last: str) -> Say:
        if "what it sent was approved" in last and (ending := _ending(texts_of(body)[-1])):
            return Say([ending])
        lines = lines_of(body)
        changes, asks = self._changes(lines, names_of(body), task_of(body))
        if asks:
            return Say([*changes, *asks], thinking="Something is missing.")
        press = _press(lines) or _way(lines, task_of(body))
        if press is None:
            return Say([Call("give_up", {"reason": "There is no button to go on with."})])
        return Say([*changes, Call("click", {"n": press.number})], thinking="I fill in what I know and press on.")

    def _changes(self, lines: list[Line], names: Mapping[str, str], task: str) -> tuple[list[Call], list[Call]]:
        fills: list[dict[str, Any]] = []
        chosen: list[dict[str, Any]] = []
        calls: list[Call] = []
        asks: list[Call] = []
        for line in lines:
            if line.role in ("button", "link") or not line.label or " disabled" in line.rest:
                continue
            if line.role == "file":
                calls += self._file(line, names)
            elif line.role == "checkbox" and not line.options:
                self._box(line, names, task, calls, asks)
            elif line.role in ("radio", "select", "listbox") or line.options:
                self._field(line, self._option(line, names, task), chosen, asks)
            else:
                self._field(line, self._value(line, names), fills, asks)
        calls += [Call("fill", {"fields": fills})] if fills else []
        calls += [Call("choose", {"fields": chosen})] if chosen else []
        return calls, asks

    def _file(self, line: Line, names: Mapping[str, str]) -> list[Call]:
        if line.filled or "{{document:1}}" not in names or not self._may_try(line, "file"):
            return []
        return [Call("attach", {"n": line.number, "documents": [1]})]

    def _box(self, line: Line, names: Mapping[str, str], task: str, calls: list[Call], asks: list[Call]) -> None:
        answered = names.get(self._answers.get(line.label, ""), "")
        if line.filled:
            return
        if answered == "yes" or (len(line.label) > 3 and line.label.lower() in task.lower()):
            calls.append(Call("tick", {"n": line.number, "on": True, "why": "as said"}))
        elif not answered and (line.required or re.search("declare|accept|agree|confirm", line.label, re.IGNORECASE)):
            asks.append(self._ask(line))

    def _field(self, line: Line, value: str, into: list[dict[str, Any]], asks: list[Call]) -> None:
        stated = value.startswith("{{task:") and value not in line.rest
        if line.filled and " ! " not in line.rest and not stated:
            return
        if value and self._may_try(line, value):
            into.append({"n": line.number, "value": value, "why": ""})
        elif not line.filled and line.label not in self._answers and (
                line.required or not re.search(LEAVES, line.label, re.IGNORECASE)):
            asks.append(self._ask(line))

    def _may_try(self, line: Line, value: str) -> bool:
        tries = self._tries[line.number, value] = self._tries.get((line.number, value), 0) + 1
        return tries <= MOST_TRIES

    def _option(self, line: Line, names: Mapping[str, str], task: str) -> str:
        told = [number for number, words in line.options if len(words) > 3 and words.lower() in task.lower()]
        if line.label not in self._answers and told:
            return ", ".join(map(str, told if " several" in line.rest else told[:1]))
        return self._value(line, names)

    def _value(self, line: Line, names: Mapping[str, str]) -> str:
        if (answer := self._answers.get(line.label, "")) in names:
            return answer
        for name in names:  # what the task states in the label's own words
            words = name.removeprefix("{{task:").removesuffix("}}").split("-")
            if name.startswith("{{task:") and all(each in line.label.lower() for each in words):
                return name
        if re.search("full address", line.label, re.IGNORECASE):
            return WHOLE_ADDRESS
        kinds = next((kinds for pattern, kinds in MEANS if re.search(pattern, line.label, re.IGNORECASE)), "")
        return next((f"{{{{fact:{kind}}}}}" for kind in kinds.split() if f"{{{{fact:{kind}}}}}" in names), "")

    def _ask(self, line: Line) -> Call:
        self._asked.append(line.label)
        return Call("ask", {"n": line.number, "kind": "value", "question": "", "options": []})


def _press(lines: list[Line]) -> Line | None:
    buttons = [each for each in lines if each.role == "button" and not re.search(AWAY, each.label, re.IGNORECASE)]
    return next((each for each in buttons if re.search(PRESSES, each.label, re.IGNORECASE)),
                buttons[-1] if buttons else None)


def _way(lines: list[Line], task: str) -> Line | None:
    """The link that the task means, where a page has nothing to fill in or press."""
    wanted = [links for words, links in MEANT if re.search(words, task, re.IGNORECASE)]
    links = [each for each in lines if each.role == "link"]
    best = max(links, key=lambda each: sum(word in each.label.lower() for word in wanted), default=None)
    return best if best is not None and any(word in best.label.lower() for word in wanted) else None


def _ending(page: str) -> Call | None:
    reference = re.search(r"reference(?: number)?(?: is)?:?\s*([A-Z0-9][A-Z0-9-]{4,})", page, re.IGNORECASE)
    if reference is None:
        return None
    heading = next((line.lstrip("# ") for line in page.splitlines() if line.startswith("# ")), "")
    return Call("done", {"confirmed": True, "reference": reference[1], "evidence": heading})
