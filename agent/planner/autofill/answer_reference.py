"""Finds the reference number that a page gives: behind a word that names it, never a date or a price."""

from __future__ import annotations

import re

from agent.planner.autofill.answer_words import REFERENCE_LABEL
from agent.planner.autofill.words import fold
from agent.protocol.pattern import Pattern

_TOKEN = Pattern(r"[A-Za-z0-9]+(?:[-/._#][A-Za-z0-9]+)*(?:[ ][A-Z0-9]+(?:[-/.][A-Za-z0-9]+)*\b(?! ?[a-z]))*")
_DATE = Pattern(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2}")
_GAP = Pattern(
    r"\s*(?:\([^)\n]{0,20}\))?\s*(?:(?:is|lautet|ist|est|es|jest|number|no|nr)\b)?\s*[:#.\-–=]?\s*(?:no\.|"
    r"nr\.)?\s*[:#“\"„«]?\s*",
    re.IGNORECASE,
)
"""What may stand between the label and the number."""
_AFTER_LABEL = 60
"""Characters after a label within which its number must begin; more is another sentence."""
def find_reference(text: str) -> tuple[str, str]:
    """The reference number in a page's text and the line that carries it, or two empty texts.

    A token counts only right behind a word that names it; dates, years, phone numbers and prices never count.
    """
    for start, end in _labels(text):
        rest = text[end : end + _AFTER_LABEL]
        gap = _GAP.match(rest)
        begin = gap.end() if gap else 0
        match = _TOKEN.match(rest, begin)
        token = _trim(match.group()) if match else ""
        if token and _is_reference(token, rest[:begin], rest[begin + len(token) :]):
            return token, " ".join(text[start : end + begin + len(token)].split())
    return "", ""


def _labels(text: str) -> list[tuple[int, int]]:
    """Where labels of a reference stand in the unfolded text: folding keeps one character for one here."""
    flat = "".join(_flat(c) for c in text)
    return [(m.start(), m.end()) for m in REFERENCE_LABEL.finditer(flat) if _word_edges(flat, m.start(), m.end())]


def _flat(character: str) -> str:
    folded = fold(character)
    return folded if len(folded) == 1 else " "


def _word_edges(flat: str, start: int, end: int) -> bool:
    return (start == 0 or not flat[start - 1].isalnum()) and (end >= len(flat) or not flat[end].isalnum())


def _trim(token: str) -> str:
    """Cuts what runs on behind the number: "HWKR48 Keep" keeps only its first part unless all parts look alike."""
    parts = token.split(" ")
    kept = [parts[0]]
    if not any(c.isdigit() for c in kept[0]) and not kept[0].isupper():
        return kept[0]
    for part in parts[1:]:
        if not any(c.isdigit() for c in part) and len(part) > 2:
            break
        kept.append(part)
    return " ".join(kept).strip("-/._#")


def _is_reference(token: str, before: str, after: str) -> bool:
    bare = re.sub(r"[^A-Za-z0-9]", "", token)
    if not 4 <= len(bare) <= 32 or _DATE.fullmatch(token) or re.fullmatch(r"(?:19|20)\d\d", token):
        return False
    if before.rstrip().endswith(("£", "€", "$")) or re.match(r"[.,]\d\d\b|\s?(?:£|€|\$|EUR|GBP|USD|PLN|zł)", after):
        return False
    if re.fullmatch(r"\+?0?\d{3,5}[ /-]\d{3,}(?:[ -]\d+)*", token) and (
        token.startswith("0") or before.rstrip().endswith("+")
    ):
        return False
    if any(c.isdigit() for c in bare):
        return True
    return bare.isupper() and len(bare) >= 5 and (":" in before or "\n" in before or "is " in before)
