"""What the person gave, as the model is told of it: names, kinds and shapes; a value only where it may be said."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from agent.gate.trace import Tracer
from agent.intake.task_values import values_in
from agent.planner.autofill.words import fold
from agent.planner.base import View
from agent.planner.claude.shapes import shape_of, shape_of_text
from agent.profile.derived import derive
from agent.profile.errors import ProfileError
from agent.profile.kinds import Sensitivity, kind
from agent.profile.labels import label_of_kind
from agent.profile.values import region_of
from agent.protocol import FactKind

READ_BY_MODEL = "claude-reads "
"""What keys of questions begin with whose answers the model may read; the question says so to the person."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that a value may come from.

    ``facts`` holds stored facts and what follows from them, ``base`` the stored one behind each. ``sayable`` are the
    kinds whose values the model may be told: allowed by the person, or standing in the task's own words.
    """

    facts: Mapping[FactKind, str]
    base: Mapping[FactKind, FactKind]
    answers: Mapping[str, str]
    stated: Mapping[str, str]
    documents: tuple[str, ...]
    texts: tuple[str, ...]
    sayable: frozenset[str]
    region: str

    @property
    def unsaid(self) -> dict[FactKind, str]:
        """Facts whose values the model is not told."""
        return {name: value for name, value in self.facts.items() if name not in self.sayable}

    def unread(self) -> dict[str, str]:
        """Answers whose words the model is not told."""
        return {key: value for key, value in self.answers.items() if not readable(key, value)}


def known_of(view: View, allowed: Collection[str], today: date) -> Known:
    """Reads a view. ``allowed``: the kinds whose values the person lets the model see."""
    derived = derive(view.facts, today)
    facts = {**{name: each.value for name, each in derived.items()}, **view.facts}
    base = {**{name: each.base for name, each in derived.items()}, **{name: name for name in view.facts}}
    texts = view.own_words
    tracer = Tracer({str(name): value for name, value in facts.items()})
    said = tracer.find("\n".join(texts)) if any(texts) else frozenset()
    sayable = said | {name for name in facts if base[name] in allowed or name in allowed}
    region = region_of(view.facts)
    return Known(facts, base, dict(view.answers), _stated(texts, region, today),
                 tuple(file.name for file in view.files), texts, frozenset(sayable), region)


def _stated(texts: tuple[str, ...], region: str, today: date) -> dict[str, str]:
    """Values in the task's own words by a short name: the words before each, or its number."""
    found: dict[str, str] = {}
    for text in texts:
        for number, each in enumerate(values_in(text, region, today), len(found) + 1):
            name = re.sub(r"[^a-z0-9]+", "-", fold(" ".join(each.near[-2:]))).strip("-")[:40] or str(number)
            found.setdefault(name if name not in found else f"{name}-{number}", each.value)
    return found


def readable(key: str, value: str) -> bool:
    """Whether an answer's words may be told: the person was told so, or it is a plain yes or no."""
    return key.startswith(READ_BY_MODEL) or fold(value) in ("yes", "no")


def answer_name(key: str) -> str:
    """A short name for an answer; its key can hold a page's whole path."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(key.rpartition("#")[2].removeprefix(READ_BY_MODEL))).strip("-")[:24]
    return f"{words}-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:4]}".strip("-")


def told(known: Known) -> str:
    """The list of values at hand, a line each, for the first message."""
    lines = [*_fact_lines(known), *(f"{{{{task:{name}}}}} {value}" for name, value in known.stated.items()),
             *(answer_line(key, value) for key, value in known.answers.items()),
             *(f"{{{{document:{number}}}}} {name}" for number, name in enumerate(known.documents, 1))]
    return "\n".join(lines) or "(nothing is known about the person)"


def answer_line(key: str, value: str) -> str:
    """How an answer is told of."""
    return f"{{{{answer:{answer_name(key)}}}}} {value if readable(key, value) else f'({shape_of_text(value)})'}"


def _fact_lines(known: Known) -> Iterator[str]:
    for name, value in known.facts.items():
        shown = value.replace("\n", ", ") if name in known.sayable else _shape(name, value)
        yield f"{{{{fact:{name}}}}} {label_of_kind(name) or name} {shown}".rstrip()


def _shape(name: FactKind, value: str) -> str:
    """Empty where a kind's label says as much ("First name", one word): each line goes out with every turn."""
    shape = shape_of(name, value)
    plain = label_of_kind(name) and "\n" not in value.strip() and shape == shape_of_text(value)
    return "" if plain else f"({shape})"


def is_private(name: str) -> bool:
    """Whether a kind is marked private; what nobody knows counts as private."""
    try:
        return kind(name).sensitivity is Sensitivity.PRIVATE
    except ProfileError:
        return True
