"""Writes a value the way one control wants it, or says that it does not fit. Nothing is ever cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.browser.page import Control
from agent.planner.autofill.amounts import amounts
from agent.planner.autofill.date_masks import dates, other_marks
from agent.planner.autofill.split_boxes import IBAN_PIECES
from agent.planner.autofill.words import fold
from agent.profile import phones
from agent.profile.formats import forms_of, split_date
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

_IN_PIECES = {24: ("ES",), 27: ("IT", "SM"), 22: ("DE",)}
"""Whose IBAN of this length is asked for in boxes of its parts."""
_NATIONS = Pattern(
    r"international|country (?:code|prefix)|with .*prefix|incl.* (?:country|vorwahl)|landesvorwahl|indicatif|"
    r"prefijo internacional|prefisso internazionale|\+\d"
)


def fits(control: Control, kind: FactKind, value: str, region: str, part: str = "") -> list[str]:
    """All ways to write a value that this control takes, the likeliest first; empty when none fits.

    Args:
        control: a text-like control.
        kind: the value's kind, ``task-value`` for what is no fact.
        value: a normalised fact, or a value as the person wrote it.
        region: the page's region, for the order of dates and national telephone numbers.
        part: ``day``, ``month`` or ``year`` of a date, ``1/3`` … of a number in several controls.
    """
    found: list[str] = []
    for text in _spellings(control, kind, value, region, part):
        if text and text not in found and allowed(control, text):
            found.append(text)
    if not found and not part and split_date(value) is not None:
        return [text for text in other_marks(control, value, region) if allowed(control, text)]
    return found if split_date(value) or control.tag == "textarea" else _bare_first(control, found)


def _spellings(control: Control, kind: FactKind, value: str, region: str, part: str) -> Iterator[str]:
    if part in ("day", "month", "year"):
        yield from _date_part(control, value, part)
    elif "/" in part:
        yield from _number_part(control, kind, value, part)
    elif split_date(value) is not None:
        yield from dates(control, value, region)
    elif kind.startswith("tel") and kind in ("tel", "tel-national"):
        yield from _numbers(control, kind, value, region)
    elif control.type in ("number", "range"):
        yield from amounts(control, value, region)
    else:
        if kind in ("task-value", "annual-income", "other"):
            yield from amounts(control, value, region)
        one_line = (
            value if control.tag == "textarea" else ", ".join(row.strip() for row in value.splitlines() if row.strip())
        )
        spellings = forms_of(kind, one_line, region)
        # A mask in the placeholder tells grouped numbers from bare ones.
        if kind in ("country", "nationality", "country-of-birth"):  # typed, a country goes by its name
            spellings = tuple(sorted(spellings, key=lambda text: len(text) <= 3))
        grouped = " " in control.placeholder.strip() and kind == "iban"
        yield from (reversed(spellings) if grouped else spellings)
        if control.pattern and any(c.isdigit() for c in one_line):
            yield from (text.upper() for text in spellings)  # a code, for a pattern of capitals


_BARE = Pattern(
    r"(?:no|without) (?:spaces|hyphens|dashes|punctuation)|(?:only|just) (?:digits|numbers)|(?:digits|numbers) only|"
    r"ohne (?:leerzeichen|bindestrich)|nur (?:ziffern|zahlen)|sans (?:espaces?|tirets?)|uniquement des chiffres|"
    r"sin espacios|solo (?:numeros|cifre|digitos)|senza spazi|zonder spaties|alleen cijfers|bez spacji|sem espacos"
)


def _bare_first(control: Control, spellings: list[str]) -> list[str]:
    """Where the page asks for no spaces, what has none comes first."""
    if not _BARE.search(fold(f"{control.label} {control.hint} {control.placeholder} {control.title}")):
        return spellings
    return sorted(spellings, key=lambda text: bool(re.search(r"[ ()-]", text)))


def _date_part(control: Control, value: str, part: str) -> Iterator[str]:
    parts = split_date(value)
    text = getattr(parts, part) if parts else value
    if not re.fullmatch(r"\d{1,4}", text):
        return
    wants_two = part != "year" and re.fullmatch(r"(?:d|m|t|j|g){2}", fold(control.placeholder))
    if part == "year" and control.maxlength == 2:
        yield text[-2:]
    yield from ((text.zfill(2), text) if wants_two else (text, text.zfill(2)))


def _number_part(control: Control, kind: FactKind, value: str, part: str) -> Iterator[str]:
    """One of several equal pieces: 20-20-15 in three boxes. Unequal pieces are left to the person.

    An IBAN is written in groups of four, or in its country's parts where the boxes are that long; in two boxes
    the first holds the country and its check digits.
    """
    number, _, count = part.partition("/")
    if kind == "iban":
        whole = re.sub(r"[^A-Za-z0-9]", "", value)
        widths = next((each for each in IBAN_PIECES if len(each) == int(count) and sum(each) == len(whole)), None)
        at = int(number) - 1
        if widths and whole[:2].upper() in _IN_PIECES.get(len(whole), ()) and control.maxlength == widths[at]:
            start = sum(widths[:at])
            yield whole[start:start + widths[at]]
            return
        groups = [whole[:4], whole[4:]] if count == "2" else [whole[at:at + 4] for at in range(0, len(whole), 4)]
        if len(groups) == int(count):
            yield groups[int(number) - 1]
        return
    pieces = [piece for piece in re.split(r"[ -]", value) if piece]
    if kind == "tel-local" and count == "2" and len(re.sub(r"\D", "", value)) == 7:
        pieces = [re.sub(r"\D", "", value)[:3], re.sub(r"\D", "", value)[3:]]
    if len(pieces) != int(count):
        bare = re.sub(r"[^A-Za-z0-9]", "", value)
        size, rest = divmod(len(bare), int(count))
        pieces = [bare[i * size : (i + 1) * size] for i in range(int(count))] if not rest else []
    if pieces:
        yield pieces[int(number) - 1]


def _numbers(control: Control, kind: FactKind, value: str, region: str) -> Iterator[str]:
    whole = phones.parts(value) if kind == "tel-national" else None
    if whole is not None:  # the country code stands in a box of its own
        yield from (text for text in phones.spellings(value) if not text.startswith("+"))
        return
    spellings = forms_of(kind, value, region)
    said = fold(f"{control.label} {control.hint} {control.title}")
    if (
        control.placeholder.strip().startswith(("+", "00"))
        or _NATIONS.search(said)
        or "+" in control.label + control.hint
    ):
        yield from (text for text in spellings if text.startswith("+"))
    yield from spellings


def allowed(control: Control, text: str) -> bool:
    """Whether a control's own limits (length, pattern, number and date bounds) allow a text."""
    if control.maxlength >= 0 and len(text.encode("utf-16-le")) // 2 > control.maxlength:
        return False
    if control.type in ("number", "range") and not re.fullmatch(r"-?\d+(?:\.\d+)?", text):
        return False
    if control.type == "email" and not re.fullmatch(r"[^@\s]+@[^@\s]+", text):
        return False
    return _in_pattern(control.pattern, text) and _in_bounds(control, text)


def _in_pattern(pattern: str, text: str) -> bool:
    if not pattern:
        return True
    try:
        return re.fullmatch(pattern, text) is not None
    except (re.error, OverflowError):
        return True  # written for a browser's dialect; the page itself will say


def _in_bounds(control: Control, text: str) -> bool:
    if control.type in ("number", "range"):
        low, high = _number(control.min), _number(control.max)
        return (low is None or float(text) >= low) and (high is None or float(text) <= high)
    if control.type in ("date", "month"):
        return (not control.min or text >= control.min) and (not control.max or text <= control.max)
    return True


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
