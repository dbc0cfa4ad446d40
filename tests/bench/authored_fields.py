"""Authored training forms in eleven languages, made of what fields are called (by hand, in the file beside this)."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agent.browser.page import Control, PageMap
from tests.planner.build import control, page

_WRITTEN = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
LABELS: dict[str, dict[str, list[str]]] = _WRITTEN["labels"]
"""By language and class: what such a field is called."""
NAMES: dict[str, list[str]] = _WRITTEN["names"]
"""By class: names that programmers give such a field."""
ORDER = ("given-name", "additional-name", "family-name", "name", "bday", "email", "tel", "address-line1",
         "address-line2", "postal-code", "address-level2", "address-level1", "country", "none", "none", "none")
TYPES = {"email": "email", "tel": "tel", "bday": "date"}


def authored_forms(number: int, seed: int = 7) -> Iterator[tuple[PageMap, list[str]]]:
    """Pages of one form with the class of each control, always the same ones for a seed."""
    rng = random.Random(seed)
    for _ in range(number):
        language = rng.choice(tuple(LABELS))
        style = rng.choice(("label", "label", "label", "placeholder", "name", "odd"))
        chosen = [kind for kind in ORDER if rng.random() < 0.6 and kind in LABELS[language]]
        whole = "name" in chosen and rng.random() < 0.5
        dropped = ("given-name", "family-name", "additional-name") if whole else ("name",)
        chosen = [kind for kind in chosen if kind not in dropped]
        if chosen:
            yield page(*(_field(rng, language, style, kind) for kind in chosen)), chosen


def _field(rng: random.Random, language: str, style: str, kind: str) -> Control:
    label = rng.choice(LABELS[language][kind])
    name = rng.choice(NAMES[kind]) if style != "odd" else f"f{rng.randrange(10_000)}"
    shown = {"label": label, "placeholder": "", "name": "", "odd": label}[style]
    more: dict[str, Any] = {"placeholder": label} if style == "placeholder" or rng.random() < 0.2 else {}
    type = TYPES.get(kind, "text") if rng.random() < 0.6 else "text"
    if kind == "country" and rng.random() < 0.5:
        type = "select-one"
        more = {"choices": ("Austria", "Belgium", "France", "Germany", "Poland")}
    return control(shown, type, name=name, id=name if rng.random() < 0.5 else f"id{rng.randrange(999)}", **more)
