"""Derives facts that follow from other facts, and nothing that would be a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from agent.profile import phones, places
from agent.profile.formats import split_date
from agent.profile.values import region_of
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

FAMILY_NAME_FIRST = frozenset({"HU", "CN", "JP", "KR", "TW", "VN", "KP", "HK", "MO"})
"""Regions where the family name stands first. Source: CLDR person names, order ``surnameFirst``."""

NUMBER_FIRST = frozenset({"GB", "IE", "US", "CA", "AU", "NZ", "FR"})
"""Regions where the house number stands before the street. Source: Universal Postal Union, addressing sheets."""

NUMBER_LAST = frozenset({"DE", "AT", "CH", "NL", "BE", "DK", "SE", "NO", "FI", "IT", "ES", "PL", "CZ", "SK"})
"""Regions where it stands behind the street. Source: Universal Postal Union, addressing sheets."""

_PARTICLES = frozenset({"van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "del", "della", "dos", "das",
                        "st", "mac", "mc", "bin", "ibn", "al", "el", "ap", "zu", "ten", "ter", "mr", "mrs", "ms",
                        "miss", "dr", "herr", "frau", "prof"})
_NAME_WORD = Pattern(r"[^\W\d_][^\W\d_'’-]+(?:[-'’][^\W\d_]+)*")
_STREET = r"[^\W\d_][^\d,\n]{2,60}"
_FRONT_NUMBER = Pattern(rf"(\d{{1,5}}),? ({_STREET})")
_BACK_NUMBER = Pattern(rf"({_STREET}) (\d{{1,5}})")
_FLAT = Pattern(r"(?:flat|apartment|apt\.?) (?:no\.? )?([0-9]{1,4}[A-Za-z]?|[A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that follows from facts: ``bases`` are those facts' kinds, the chief one first."""

    value: str
    bases: tuple[FactKind, ...]

    @property
    def base(self) -> FactKind:
        """The fact that a sheet names as the source."""
        return self.bases[0]


class _Facts:
    """The facts of one prefix (``billing``), with what has been derived so far."""

    def __init__(self, known: Mapping[str, str], region: str, today: date | None) -> None:
        self.known = known
        self.region = region
        self.today = today
        self.found: dict[str, tuple[str, tuple[str, ...]]] = {}

    def get(self, name: str) -> str:
        """A stored fact, never a derived one, so that every derivation is one step from what the person said."""
        return self.known.get(name, "")

    def add(self, name: str, value: str, *bases: str) -> None:
        """Keeps a derived value unless the person has said otherwise."""
        if value and name not in self.known and name not in self.found:
            self.found[name] = (value, bases)


def derive(facts: Mapping[FactKind, str], today: date | None = None) -> Mapping[FactKind, Derived]:
    """Gives the kinds that follow from stored facts; a stored fact is never among them.

    Each prefix is a world of its own: ``billing address-line1`` gives ``billing street-address``.

    Args:
        facts: normalised values by kind.
        today: for the age; without it no age is derived.
    """
    region = region_of(facts)
    groups: dict[str, dict[str, str]] = {}
    for name, value in facts.items():
        prefix, _, base = name.rpartition(" ")
        groups.setdefault(prefix, {})[base] = value
    result: dict[FactKind, Derived] = {}
    for prefix, known in groups.items():
        group = _Facts(known, places.country_code_of(known.get("country", "")) or region, today)
        for step in _STEPS:
            step(group)
        for derived, (value, bases) in group.found.items():
            result[_named(prefix, derived)] = Derived(value, tuple(_named(prefix, base) for base in bases))
    return result


def _named(prefix: str, base: str) -> FactKind:
    return FactKind(f"{prefix} {base}".strip())


def _whole_name(facts: _Facts) -> None:
    given, middle, family = facts.get("given-name"), facts.get("additional-name"), facts.get("family-name")
    if given and family:
        order = [family, given, middle] if facts.region in FAMILY_NAME_FIRST else [given, middle, family]
        bases = ["given-name", "family-name"] + (["additional-name"] if middle else [])
        facts.add("name", " ".join(part for part in order if part), *bases)


def _parts_of_name(facts: _Facts) -> None:
    """Two plain words are a given and a family name; with three nobody can know where one ends."""
    words = facts.get("name").split()
    plain = all(_NAME_WORD.fullmatch(word) and word.casefold() not in _PARTICLES and word[0].isupper()
                for word in words)
    stored = facts.get("given-name") or facts.get("family-name") or facts.get("additional-name")
    if len(words) == 2 and plain and not stored and facts.region not in FAMILY_NAME_FIRST:
        facts.add("given-name", words[0], "name")
        facts.add("family-name", words[1], "name")


def _initials(facts: _Facts) -> None:
    names = f"{facts.get('given-name')} {facts.get('additional-name')}".split()
    if facts.get("given-name") and all(name[0].isalpha() and "-" not in name for name in names):
        bases = ["given-name"] + (["additional-name"] if facts.get("additional-name") else [])
        facts.add("initials", "".join(f"{name[0].upper()}." for name in names), *bases)


def _birth(facts: _Facts) -> None:
    parts = split_date(facts.get("bday"))
    if parts is not None:
        for name, value in (("bday-day", parts.day), ("bday-month", parts.month), ("bday-year", parts.year)):
            facts.add(name, value, "bday")
        if facts.today is not None:
            born = date.fromisoformat(facts.get("bday"))
            years = facts.today.year - born.year - ((facts.today.month, facts.today.day) < (born.month, born.day))
            facts.add("age", str(years) if years >= 0 else "", "bday")
        return
    pieces = [facts.get(name) for name in ("bday-year", "bday-month", "bday-day")]
    if all(piece.isdecimal() for piece in pieces):
        whole = f"{pieces[0]}-{pieces[1]:0>2}-{pieces[2]:0>2}"
        facts.add("bday", whole if split_date(whole) else "", "bday-day", "bday-month", "bday-year")


def _street_lines(facts: _Facts) -> None:
    names = ("address-line1", "address-line2", "address-line3")
    if any(facts.get(name) for name in names):
        lines = [(name, facts.get(name)) for name in names if facts.get(name)]
        if lines[0][0] == names[0]:
            facts.add("street-address", "\n".join(line for _, line in lines), *(name for name, _ in lines))
        return
    rows = facts.get("street-address").split("\n")
    if len(rows) <= len(names):
        for name, row in zip(names, rows, strict=False):
            facts.add(name, row, "street-address")


def _house_number(facts: _Facts) -> None:
    """Only a line that is nothing but street and number, in its country's order; 14A or two numbers are left alone."""
    base = "address-line1" if facts.get("address-line1") else "street-address"
    line = facts.get(base).split("\n")[0]
    if facts.get("house-number") or facts.get("street-name") or not line:
        return
    front = _FRONT_NUMBER.fullmatch(line) if facts.region in NUMBER_FIRST else None
    back = _BACK_NUMBER.fullmatch(line) if facts.region in NUMBER_LAST else None
    if front:
        _add_street(facts, front.group(1), front.group(2), base)
    elif back:
        _add_street(facts, back.group(2), back.group(1), base)


def _add_street(facts: _Facts, number: str, street: str, base: str) -> None:
    addition = re.match(r"[A-Za-z]\b|bis\b|ter\b", street)
    if addition is None:
        facts.add("house-number", number, base)
        facts.add("street-name", street, base)


def _first_line(facts: _Facts) -> None:
    number, suffix, street = (facts.get(name) for name in ("house-number", "house-number-suffix", "street-name"))
    stored = facts.get("address-line1") or facts.get("street-address")
    if number and street and not stored:
        bases = ["street-name", "house-number"] + (["house-number-suffix"] if suffix else [])
        if facts.region in NUMBER_FIRST:
            facts.add("address-line1", f"{number}{suffix} {street}", *bases)
        elif facts.region in NUMBER_LAST:
            facts.add("address-line1", f"{street} {number}{suffix}", *bases)


def _flat(facts: _Facts) -> None:
    match = _FLAT.fullmatch(facts.get("address-line2"))
    if match:
        facts.add("flat-number", match.group(1), "address-line2")


def _country(facts: _Facts) -> None:
    code, name = facts.get("country"), facts.get("country-name")
    if code:
        facts.add("country-name", places.name_of_country(code, places.main_language(code)), "country")
    elif name:
        facts.add("country", places.country_code_of(name), "country-name")


def _telephone(facts: _Facts) -> None:
    parts = phones.parts(facts.get("tel")) if facts.get("tel") else None
    if parts is not None:
        facts.add("tel-country-code", parts.country_code, "tel")
        facts.add("tel-national", parts.national, "tel")
        facts.add("tel-area-code", parts.area, "tel")
        facts.add("tel-local", parts.local, "tel")
        return
    code, national = facts.get("tel-country-code"), facts.get("tel-national")
    if code and national:
        facts.add("tel", phones.joined(code, national), "tel-national", "tel-country-code")


def _british_account(facts: _Facts) -> None:
    """A British IBAN is bank, sort code and account number in a row. Source: SWIFT IBAN registry, GB."""
    match = re.fullmatch(r"GB\d\d[A-Z]{4}(\d\d)(\d\d)(\d\d)(\d{8})", facts.get("iban"))
    if match:
        facts.add("sort-code", "-".join(match.groups()[:3]), "iban")
        facts.add("bank-account-number", match.group(4), "iban")


_STEPS: tuple[Callable[[_Facts], None], ...] = (
    _whole_name, _parts_of_name, _initials, _birth, _street_lines, _house_number, _first_line, _flat, _country,
    _telephone, _british_account)
