"""One row of a keyword table: a kind, the words that name it in each language, and the words that rule it out."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt")
"""The languages that tables are written for: ISO 639-1, in the order of the tables' columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """Patterns over folded text (lower case, no accents, single spaces). ``unless`` may be empty."""

    kind: str
    words: str
    unless: str


def either(
    *, en: str = "", de: str = "", fr: str = "", es: str = "", it: str = "", nl: str = "", pl: str = "", pt: str = "",
    codes: str = "",
) -> str:
    """One pattern that holds those of all languages. ``codes``: abbreviations and names of fields, of no language."""
    return "|".join(part for part in (codes, en, de, fr, es, it, nl, pl, pt) if part)


def row(
    kind: str, *, en: str = "", de: str = "", fr: str = "", es: str = "", it: str = "", nl: str = "", pl: str = "",
    pt: str = "", codes: str = "", unless: str = "",
) -> Row:
    """A row of a table. A word that means something else in another language stands with its whole label (``^…$``)."""
    return Row(kind, either(en=en, de=de, fr=fr, es=es, it=it, nl=nl, pl=pl, pt=pt, codes=codes), unless)
