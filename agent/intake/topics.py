"""What a task is about and what is to be done, by the plain words of eight languages; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from agent.intake.concepts import concepts_of, folded
from agent.intake.topic_words import DEEDS, SAYS_LITTLE, SORTS, SUBJECTS
from agent.intake.words import STOP_WORDS, stem

LOOKED_AT = 300
"""Characters of a task: what comes later in a long one is detail."""

_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset(map(folded, STOP_WORDS)) | SAYS_LITTLE


@dataclass(frozen=True, slots=True)
class Topic:
    """``rest`` are the stems of all other words that carry meaning: names, places, what no table knows."""

    subjects: frozenset[str]
    deeds: frozenset[str]
    rest: frozenset[str]


@lru_cache(maxsize=2048)
def topic_of(text: str) -> Topic:
    """Reads a task's words; figures and addresses say nothing here."""
    plain = " ".join(_WORD.findall(folded(_CODE.sub(" ", _ADDRESS.sub(" ", text[:LOOKED_AT])))))
    sorts, left = _taken(plain, SORTS)
    subjects, plain = _taken(plain, SUBJECTS)
    plain = "".join(letter if also != " " else " " for letter, also in zip(plain, left, strict=True))
    deeds, plain = _taken(plain, DEEDS)
    rest = {stem(word) for word in plain.split() if not _says_little(word)}
    return Topic(frozenset(subjects | sorts), frozenset(deeds), frozenset(rest))


_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_CODE = re.compile(r"\b(?:[A-Z]{1,3}[ -]){0,2}(?=\w*\d)\w+(?:[ -][A-Z]{1,4}\b)*")
"""Plates, postcodes, contract numbers: ``AB12 CDE``, ``B-MW 1234``."""


@lru_cache(maxsize=128)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})(?!\w)")


def _taken(text: str, table: dict[str, str]) -> tuple[set[str], str]:
    """The names of what was found, and the text without it; where two overlap, the longer counts."""
    found = sorted(((match.end() - match.start(), -match.start(), name) for name, words in table.items()
                    for match in _pattern(words).finditer(text)), reverse=True)
    names, used = set[str](), bytearray(len(text))
    for length, before, name in found:
        start = -before
        if any(used[start:start + length]):
            continue
        used[start:start + length] = b"\1" * length
        names.add(name)
    return names, "".join(" " if taken else letter for letter, taken in zip(text, used, strict=True))


def _says_little(word: str) -> bool:
    if len(word) < 2 or word in _STOP or any(letter.isdigit() for letter in word):
        return True
    return all(part in SAYS_LITTLE for part in concepts_of(word))
