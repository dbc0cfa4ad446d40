"""Doubts values that have not the form of what their field asks for, by its kind and country."""

from __future__ import annotations

from collections.abc import Iterator

from agent.planner.checker.entry import Doubt, Entry, Filled
from agent.profile import places
from agent.profile.errors import BadValue, ProfileError
from agent.profile.numbers import identifier_doubt
from agent.profile.values import normalise
from agent.protocol import FactKind

_NOT = {
    "email": "This is not an e-mail address",
    "tel": "This is not a telephone number",
    "iban": "This is not an IBAN: its length or check digits are wrong",
    "bic": "This is not a BIC",
    "bday": "This is not a date",
    "passport-expiry": "This is not a date",
    "sort-code": "This is not a sort code",
    "vehicle-vin": "This is not a vehicle identification number",
}
"""Kinds whose form is certain enough to doubt a value by, and how that is said."""
_NUMBERS = frozenset({"national-id", "tax-id", "social-security-number", "health-insurance-number", "vat-number"})
_PART_DATES = frozenset({"bday", "passport-expiry"})


def malformed(form: Filled) -> Iterator[Doubt]:
    """Values that can't be what is asked. A value counts as right where any country in question takes it."""
    country = next((found for each in form.entries if each.kind in ("country", "country-name")
                    and (found := places.country_code_of(each.shown or each.value))), "")
    for entry in form.entries:
        if entry.value.strip() and not entry.part and (said := _wrong(entry, form.regions, country)):
            yield Doubt(entry.name, said)


def _wrong(entry: Entry, regions: tuple[str, ...], country: str) -> str:
    kind = entry.kind or ("email" if entry.type == "email" else "")
    if kind == "postal-code":
        return _postcode(entry.value, (country,) if country else regions)
    if kind in _NUMBERS and all(identifier_doubt(FactKind(kind), entry.value, region) for region in regions):
        return "Its length or check digit does not fit. Compare it with the paper it stands on."
    said = _NOT.get(kind, "")
    if not said or (kind in _PART_DATES and len(entry.value) < 6):
        return ""
    return "" if any(_fits(kind, entry.value, region) for region in (*regions, country) if region) else f"{said}."


def _fits(kind: str, value: str, region: str) -> bool:
    try:
        normalise(kind, value, region)
    except BadValue as problem:
        # A day to come in a birth date is a date all the same; `dates` says what is wrong with it.
        return kind == "bday" and any(word in str(problem) for word in ("future", "ago", "born"))
    except ProfileError:
        return True
    return True


def _postcode(value: str, regions: tuple[str, ...]) -> str:
    if any(not places.has_known_shape(region) or places.fits_region(value, region) for region in regions):
        return ""
    return f"This does not look like a postcode of {places.name_of_country(regions[0], 'en')}."
