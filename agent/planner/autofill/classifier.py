"""A small linear classifier: another opinion on what a box asks for, from its words and its neighbours alone.

It has no vote of its own: `agreement.py` says what its opinion may change. It never sees hints or sentences, and not
what the rules made of the very control, so that where both agree, two independent readings agree. Its weights are whole
numbers (one byte each), added up in plain Python: numpy would cost 0.1 s of processor time at every start, for sums of
bytes.
`tests/bench/train_recogniser.py` makes the weights.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from operator import add

from agent.browser.page import Control
from agent.planner.autofill.words import Words

WEIGHTS = "classifier.weights"
"""File beside this one: a line of JSON (classes, number of rows, step, start values), then a row of bytes a bucket."""
BUCKETS = 1 << 14
"""Rows of weights; features are spread over them by their CRC-32."""
NONE = "none"
"""The class of all that is no name, address, phone number, e-mail address or birthday of somebody."""
_LONGEST = 60
"""Characters of a text whose letter groups are looked at."""
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Opinion:
    """The likeliest class with its probability, and that of every class."""

    kind: str
    probability: float
    of: dict[str, float]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a control: the rules' kinds of its neighbours (two each way), and its form.

    ``boxes`` counts the boxes to type in, ``secrets`` the password boxes among them.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    boxes: int
    secrets: int


def features(control: Control, words: Words, around: Surroundings) -> list[str]:
    """What the classifier sees of one control, as named features without repeats."""
    found: dict[str, None] = {
        f"type:{control.type}": None,
        f"role:{control.role}": None,
        f"mode:{control.inputmode}": None,
        f"auto:{control.autocomplete.lower().split()[-1:]}": None,
        f"long:{min(control.maxlength, 60) // 5 if control.maxlength > 0 else -1}": None,
        f"boxes:{min(around.boxes, 8)}": None,
        f"secrets:{min(around.secrets, 2)}": None,
        f"many:{min(len(control.options), 300).bit_length()}": None,
        f"silent:{not words.said}": None,
    }
    for place, text in (("said", words.core), ("held", words.placeholder), ("name", words.name), ("id", words.id)):
        found |= dict.fromkeys(_of_text(place, text))
    for place, text in (("group", words.legend), ("above", words.heading)):
        found |= {f"{place}:{word}": None for word in text.split()[:_MOST_WORDS]}
    for step, kind in enumerate(around.before, 1):
        found[f"before{step}:{kind}"] = None
    for step, kind in enumerate(around.after, 1):
        found[f"after{step}:{kind}"] = None
    return list(found)


def _of_text(place: str, text: str) -> list[str]:
    parts = text.split()[:_MOST_WORDS]
    whole = " ".join(parts)[:_LONGEST]
    run = f"^{whole.replace(' ', '')}$" if place in ("name", "id") else f"^{whole}$"
    place = "attr" if place in ("name", "id") else place
    grams = [f"{place}~{run[i:i + 4]}" for i in range(max(0, len(run) - 3))] if whole else []
    return [
        f"{place}={whole}" if len(parts) <= 4 else f"{place}=long",
        *(f"{place}:{part}" for part in parts),
        *(f"{place}:{one} {two}" for one, two in pairwise(parts)),
        *grams,
    ]


def bucket(feature: str) -> int:
    """The row of a feature."""
    return zlib.crc32(feature.encode()) % BUCKETS


class Classifier:
    """Weights in memory, ready to be asked."""

    def __init__(self, classes: Sequence[str], rows: bytes, step: float, start: Sequence[float]) -> None:
        """Rows of one signed byte a class; ``step`` is the worth of one, ``start`` each class's value before any."""
        self.classes = tuple(classes)
        self._rows = memoryview(rows).cast("b")
        self._step = step
        self._start = tuple(start)
        if len(self._rows) != BUCKETS * len(self.classes) or len(self._start) != len(self.classes):
            raise ValueError("the weights do not fit their classes")

    @classmethod
    def read(cls, data: bytes) -> Classifier:
        """Reads the file's form.

        Raises:
            ValueError: it is not in that form.
        """
        head, _, rows = data.partition(b"\n")
        said = json.loads(head)
        return cls(said["classes"], zlib.decompress(rows), said["step"], said["start"])

    def written(self) -> bytes:
        """The file's form."""
        head = {"classes": self.classes, "step": self._step, "start": self._start}
        return json.dumps(head).encode() + b"\n" + zlib.compress(bytes(self._rows), 9)

    def opinion(self, seen: Sequence[str]) -> Opinion:
        """What a control with these features asks for."""
        width = len(self.classes)
        sums = [0] * width
        for row in {bucket(each) for each in seen}:
            sums = list(map(add, sums, self._rows[row * width : (row + 1) * width]))
        values = [start + self._step * total for start, total in zip(self._start, sums, strict=True)]
        most = max(values)
        shares = [math.exp(value - most) for value in values]
        whole = sum(shares)
        of = {kind: share / whole for kind, share in zip(self.classes, shares, strict=True)}
        best = max(of, key=of.__getitem__)
        return Opinion(best, of[best], of)


@lru_cache(maxsize=1)
def shipped() -> Classifier:
    """The classifier that comes with the product."""
    return Classifier.read(files(__package__).joinpath(WEIGHTS).read_bytes())
