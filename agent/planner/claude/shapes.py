"""Says what a value is like without saying it: enough to choose a field for it, nothing that tells who has it."""

from __future__ import annotations

import re

from agent.profile import phones
from agent.profile.formats import split_date
from agent.protocol import FactKind


def shape_of(kind: FactKind, value: str) -> str:
    """A few words: ``valid IBAN, DE``, ``a date``, ``2 lines``."""
    base = kind.split()[-1]
    if base == "iban" and re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]+", value):
        return f"valid IBAN, {value[:2]}"
    if base == "tel" and (parts := phones.parts(value)) is not None:
        return f"telephone number, {parts.country_code}"
    if split_date(value) is not None:
        return "a date"
    if base == "email":
        return "an e-mail address"
    return shape_of_text(value)


def shape_of_text(value: str) -> str:
    """What any text is like: figures, a word, words, lines."""
    text = value.strip()
    if "\n" in text:
        return f"text of {len(text.splitlines())} lines"
    if not any(char.isalpha() for char in text):
        return "figures"
    if any(char.isdigit() for char in text):
        return "letters and figures"
    return "one word" if len(text.split()) == 1 else "words"
