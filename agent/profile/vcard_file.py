"""Reads the first card of a vCard file and says which kind of fact each of its lines is."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import Any

from agent.profile.errors import Problem
from agent.profile.raw_entry import Entry, Reading

_BEGIN = re.compile(r"^[ \t]*(?:[\w-]+\.)?BEGIN[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_PROPERTY = re.compile(r"^(?:[\w-]+\.)?([\w-]+)[;:]")
_NO_YEAR = re.compile(r"--?\d\d-?\d\d")
_NOT_FOR_SPEECH = frozenset({"FAX", "PAGER", "MODEM", "DATA"})
_PICKED = frozenset({"FN", "N", "NICKNAME", "BDAY", "TEL", "EMAIL", "ADR", "ORG", "TITLE", "URL",
                     "VERSION", "PRODID", "REV", "UID"})


class _Card:
    """A parsed card with the physical line of each property."""

    def __init__(self, component: Any, text: str) -> None:
        self.component = component
        self.lines = _lines_by_name(text)
        self.entries: list[Entry] = []
        self.notes: list[str] = []

    def all(self, name: str) -> list[tuple[int, Any]]:
        """Every property of a name, each with its line; vobject keeps their order, but counts lines its own way."""
        found = self.component.contents.get(name.lower(), [])
        lines = self.lines.get(name, [])
        return [(lines[place] if place < len(lines) else 0, item) for place, item in enumerate(found)]

    def add(self, line: int, field: str, kind: str, value: Any) -> None:
        """Adds an entry for a value that holds anything."""
        text = _flat(value)
        if text:
            self.entries.append(Entry(line, field, kind, text))


def read_card(text: str) -> Reading:
    """Reads the first card. Problems: no card, or one that can't be parsed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    begins = [match.start() for match in _BEGIN.finditer(text)]
    if not begins:
        return [], [], [Problem(1, "", "the file holds no vCard: it must begin with BEGIN:VCARD")]
    first = text[:begins[1]] if len(begins) > 1 else text
    component, problem = _parse(first)
    if problem is not None or component is None:
        return [], [], [problem or Problem(1, "", "the vCard can't be read")]
    card = _Card(component, first)
    if len(begins) > 1:
        card.notes.append(f"the file holds {len(begins)} cards; only the first was taken")
    for reader in _READERS:
        reader(card)
    left = sorted({name.upper() for name in component.contents} - _PICKED)
    if left:
        card.notes.append(f"left out: {', '.join(left)}")
    card.entries.sort(key=lambda entry: entry.line)
    return card.entries, card.notes, []


def _parse(text: str) -> tuple[Any, Problem | None]:
    import vobject
    from vobject.base import VObjectError

    quoted_printable = "QUOTED-PRINTABLE" in text.upper()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # vobject warns of its own deprecated calls; nothing the person can change
            return next(vobject.readComponents(text, allowQP=quoted_printable), None), None
    except VObjectError:
        return None, Problem(_broken_line(text), "", "this is not a vCard line; one looks like FN:Eleanor Whitcombe")
    except Exception:  # vobject lets any error of its decoders through, such as KeyError and binascii.Error
        return None, Problem(_broken_line(text), "", "the vCard can't be read")


def _broken_line(text: str) -> int:
    """The first line without a property's name and colon; 1 when there is none, for instance when END is missing."""
    for number, row in enumerate(text.splitlines(), start=1):
        if row.strip() and not row.startswith((" ", "\t")) and not (_PROPERTY.match(row) and ":" in row):
            return number
    return 1


def _lines_by_name(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(text.split("\n"), start=1):
        match = _PROPERTY.match(row.strip("\r")) if not row.startswith((" ", "\t")) else None
        if match:
            found.setdefault(match.group(1).upper(), []).append(number)
    return found


def _flat(value: Any) -> str:
    """One text of what vobject gives: a text, or a list where the value had commas."""
    return " ".join(map(str, value)).strip() if isinstance(value, (list, tuple)) else str(value or "").strip()


def _types(item: Any) -> frozenset[str]:
    """A property's types in capitals: ``HOME``, ``CELL``, ``PREF``; version 2.1 writes them without TYPE=."""
    names: list[str] = []
    for key, values in item.params.items():
        if key.upper() == "PREF":
            names.append("PREF")
        names.extend(part for value in (values if key.upper() == "TYPE" else [key]) for part in str(value).split(","))
    names.extend(part[0] if isinstance(part, (list, tuple)) else part for part in getattr(item, "singletonparams", ()))
    return frozenset(name.strip('" ').upper() for name in names)


def _best(items: list[tuple[int, Any]], order: Callable[[frozenset[str]], int]) -> tuple[int, Any] | None:
    """The item of the lowest order, the earliest among equals; below nought means: not at all."""
    ranked = sorted(((order(_types(item)), place) for place, (_, item) in enumerate(items)), key=lambda pair: pair)
    usable = [place for rank, place in ranked if rank >= 0]
    return items[usable[0]] if usable else None


def _names(card: _Card) -> None:
    for line, item in card.all("FN")[:1]:
        card.add(line, "FN", "name", item.value)
    for line, item in card.all("N")[:1]:
        for attribute, kind in (("given", "given-name"), ("additional", "additional-name"), ("family", "family-name"),
                                ("prefix", "honorific-prefix"), ("suffix", "honorific-suffix")):
            card.add(line, "N", kind, getattr(item.value, attribute, ""))
    for line, item in card.all("NICKNAME")[:1]:
        card.add(line, "NICKNAME", "nickname", _flat(item.value).split(",")[0])


def _birthday(card: _Card) -> None:
    for line, item in card.all("BDAY")[:1]:
        if _NO_YEAR.match(_flat(item.value)) or "X-APPLE-OMIT-YEAR" in item.params:
            card.notes.append(f"line {line}: BDAY has no year and was left out")
        else:
            card.add(line, "BDAY", "bday", item.value)


def _telephone(card: _Card) -> None:
    items = card.all("TEL")
    best = _best(items, _telephone_order)
    if best is not None:
        number, extension = _split_extension(_flat(best[1].value))
        card.add(best[0], "TEL", "tel", number)
        card.add(best[0], "TEL", "tel-extension", extension)
        _note_others(card, "TEL", items, best)


def _telephone_order(types: frozenset[str]) -> int:
    if types & _NOT_FOR_SPEECH:
        return -1
    return 0 if "CELL" in types else 1 if "PREF" in types else 3 if "WORK" in types else 2


def _split_extension(text: str) -> tuple[str, str]:
    match = re.fullmatch(r"(?:tel:)?([^;]+?)(?:;.*?ext=|\s*(?:ext\.?|x)\s*)(\d{1,7}).*", text, re.IGNORECASE)
    return (match.group(1), match.group(2)) if match else (re.sub(r"^tel:|;.*$", "", text, flags=re.IGNORECASE), "")


def _email(card: _Card) -> None:
    items = card.all("EMAIL")
    best = _best(items, lambda types: 0 if "PREF" in types else 2 if "WORK" in types else 1)
    if best is not None:
        card.add(best[0], "EMAIL", "email", best[1].value)
        _note_others(card, "EMAIL", items, best)


def _note_others(card: _Card, field: str, items: list[tuple[int, Any]], best: tuple[int, Any]) -> None:
    others = [str(line) for line, item in items if item is not best[1]]
    if others:
        card.notes.append(f"line {best[0]}: this {field} was taken, not that of line {', '.join(others)}")


def _address(card: _Card) -> None:
    items = card.all("ADR")
    best = _best(items, lambda types: -1 if types & {"WORK"} and "HOME" not in types else 0 if "HOME" in types else 1)
    if best is None:
        if items:
            card.notes.append(f"line {items[0][0]}: ADR is a work address and was left out")
        return
    line, item = best
    street = "\n".join(part for part in (_flat(item.value.extended), _lines(item.value.street)) if part)
    card.add(line, "ADR", "street-address", street)
    for attribute, kind in (("city", "address-level2"), ("region", "address-level1"), ("code", "postal-code"),
                            ("country", "country")):
        card.add(line, "ADR", kind, getattr(item.value, attribute, ""))
    if _flat(item.value.box):
        card.notes.append(f"line {line}: the post office box of ADR was left out")
    _note_others(card, "ADR", items, best)


def _lines(value: Any) -> str:
    return "\n".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value or "")


def _work(card: _Card) -> None:
    for line, item in card.all("ORG")[:1]:
        parts = item.value if isinstance(item.value, (list, tuple)) else [item.value]
        card.add(line, "ORG", "organization", parts[0] if parts else "")
    for line, item in card.all("TITLE")[:1]:
        card.add(line, "TITLE", "organization-title", item.value)


def _web(card: _Card) -> None:
    for line, item in card.all("URL")[:1]:
        card.add(line, "URL", "url", item.value)


_READERS: tuple[Callable[[_Card], None], ...] = (_names, _birthday, _telephone, _email, _address, _work, _web)
