"""One way in for values: checks a value by its kind and gives the form it is stored in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from agent.intake.address import address
from agent.intake.errors import BadAddress
from agent.profile import dates, numbers, phones, places, texts
from agent.profile.errors import BadValue
from agent.profile.kinds import kept
from agent.profile.labels import label_of
from agent.profile.texts import tidy
from agent.protocol import FactKind

Check = Callable[[FactKind, str, str], str]
"""Kind, text and region to the stored form; raises BadValue."""


def _url(kind: FactKind, text: str, region: str) -> str:
    plain = tidy(kind, text)
    try:
        address(plain)
    except BadAddress as problem:
        raise BadValue(kind, "it is not a web address; write it like https://whitcombe.example") from problem
    return plain if "://" in plain else f"https://{plain}"


def _by_check(pairs: Iterable[tuple[Check, str]]) -> Mapping[str, Check]:
    return {name: check for check, names in pairs for name in names.split()}


_CHECKS = _by_check((
    (dates.day, "bday move-in-date move-out-date job-start-date passport-issue-date passport-expiry id-card-expiry"),
    (dates.birth_day, "bday-day"), (dates.birth_month, "bday-month"), (dates.birth_year, "bday-year"),
    (dates.age, "age"),
    (phones.tel, "tel"), (phones.country_code, "tel-country-code"), (phones.national, "tel-national"),
    (phones.digits, "tel-area-code tel-local tel-extension"),
    (texts.email, "email"), (_url, "url"),
    (texts.many_lines, "street-address previous-address employer-address allergies medical-conditions "
                       "dietary-requirements"),
    (places.postal_code, "postal-code previous-postal-code"),
    (places.country, "country"), (places.country_name, "country-name"), (places.language, "language"),
    (numbers.identifier, "national-id tax-id social-security-number health-insurance-number passport-number "
                         "id-card-number driving-licence-number residence-permit-number "
                         "known-traveller-number pet-microchip"),
    (numbers.reference, "payroll-number meter-number customer-number policy-number frequent-flyer-number "
                        "library-card-number"),
    (numbers.vat, "vat-number"), (numbers.iban, "iban"), (numbers.bic, "bic"), (numbers.sort_code, "sort-code"),
    (numbers.routing, "routing-number"), (numbers.account, "bank-account-number"),
    (numbers.plate, "vehicle-registration"), (numbers.vin, "vehicle-vin"),
    (numbers.count, "household-size number-of-children number-of-adults"),
    (numbers.measure, "number-of-rooms years-at-address"), (numbers.money, "annual-income"),
))


def normalise(kind: str, text: str, region: str) -> str:
    """Checks a value and gives the form it is stored in; giving that form again changes nothing.

    Args:
        kind: a kind's name, with its prefixes.
        text: the value as typed.
        region: ISO alpha-2 code; see ``region_of``.

    Raises:
        UnknownKind: there is no such kind.
        NotKept: the profile never keeps facts of this kind.
        BadValue: the value doesn't fit; the reason says what is wrong and shows a right one.
    """
    found = kept(kind)
    check = _CHECKS.get(found.base, texts.many_lines if found.base.startswith("custom-") else texts.one_line)
    return check(found.name, text, region)


def doubt(kind: str, value: str, region: str) -> str:
    """What looks like a slip in a value that is kept all the same, as a plain sentence; empty when nothing does.

    Some things can't be refused because another country, or a number not yet known, may explain them.
    """
    found = kept(kind)
    if found.base == "tel" and not phones.is_in_use(value):
        return f"{label_of(found)}: no such number is known to be in use; check its digits"
    if found.base == "postal-code" and not found.prefix and places.has_known_shape(region) \
            and not places.fits_region(value, region):
        return f"{label_of(found)}: it does not look like a postal code of {places.name_of_country(region, 'en')}"
    reason = numbers.identifier_doubt(found.name, value, region)
    return f"{label_of(found)}: {reason}" if reason else ""


def region_of(facts: Mapping[FactKind, str]) -> str:
    """The region of a profile: its own country, otherwise that of the system's locale, otherwise GB."""
    return places.region_of_facts(facts)
