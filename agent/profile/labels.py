"""Kinds of facts in the words people use."""

from __future__ import annotations

from agent.profile.errors import ProfileError
from agent.profile.kinds import CUSTOM, Kind, kind

_WRITTEN = {
    "honorific-prefix": "title", "honorific-suffix": "suffix", "given-name": "first name", "family-name": "last name",
    "additional-name": "middle name", "bday": "date of birth", "bday-day": "day of birth",
    "bday-month": "month of birth", "bday-year": "year of birth", "tel": "telephone",
    "tel-national": "telephone (national)", "tel-country-code": "telephone country code",
    "tel-area-code": "telephone area code", "tel-local": "telephone (local part)",
    "tel-extension": "telephone extension",
    "street-address": "street address", "address-line1": "address line 1", "address-line2": "address line 2",
    "address-line3": "address line 3", "address-level1": "county or state", "address-level2": "town or city",
    "address-level3": "district", "address-level4": "neighbourhood", "postal-code": "postcode",
    "country-name": "country (in words)", "email": "e-mail", "url": "web page", "iban": "IBAN", "bic": "BIC",
    "impp": "messaging address", "organization": "organisation",
    "organization-title": "job title",
    "vat-number": "VAT number", "tax-id": "tax number", "national-id": "national ID number",
    "vehicle-vin": "vehicle identification number (VIN)", "id-card-number": "ID card number",
    "id-card-expiry": "ID card expiry", "gp-name": "family doctor", "mother-name": "mother's name",
    "father-name": "father's name", "mothers-maiden-name": "mother's maiden name",
}
"""Kinds whose name is not the words people use; the rest is named by its kind."""


def label_of(found: Kind) -> str:
    """A kind in words: ``Postal code``, ``Billing postal code``; a fact of one's own by its name."""
    words = f"{found.prefix} {found.base.removeprefix(CUSTOM)}".replace("section-", "").replace("-", " ").strip()
    plain = _WRITTEN.get(found.base)
    if plain:
        words = f"{found.prefix} {plain}".strip() if found.prefix else plain
    return words[:1].upper() + words[1:]


def label_of_kind(name: str) -> str:
    """As `label_of`, by name; empty for no kind or an unknown one."""
    try:
        return label_of(kind(name)) if name else ""
    except ProfileError:
        return ""
