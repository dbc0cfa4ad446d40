"""Validates numbers of papers, bank accounts and vehicles, counts and sums of money."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from agent.intake.finders import plain_number
from agent.profile.errors import BadValue
from agent.profile.texts import tidy
from agent.protocol import FactKind

if TYPE_CHECKING:
    from stdnum.exceptions import ValidationError

# schwifty and stdnum are imported where a number is checked: they cost a start 50 ms, and few facts are numbers.

_KNOWN: dict[tuple[str, str], str] = {
    ("national-id", "ES"): "es.nif", ("national-id", "NL"): "nl.bsn", ("national-id", "PL"): "pl.pesel",
    ("national-id", "IT"): "it.codicefiscale", ("national-id", "FR"): "fr.nir", ("national-id", "PT"): "pt.nif",
    ("national-id", "BE"): "be.nn", ("national-id", "DK"): "dk.cpr", ("national-id", "FI"): "fi.hetu",
    ("national-id", "RO"): "ro.cnp", ("national-id", "CZ"): "cz.rc", ("national-id", "BR"): "br.cpf",
    ("tax-id", "GB"): "gb.utr", ("tax-id", "DE"): "de.idnr", ("tax-id", "ES"): "es.nif", ("tax-id", "FR"): "fr.nif",
    ("tax-id", "IT"): "it.codicefiscale", ("tax-id", "IE"): "ie.pps", ("tax-id", "PT"): "pt.nif",
    ("tax-id", "NL"): "nl.bsn", ("tax-id", "US"): "us.tin", ("tax-id", "BR"): "br.cpf",
    ("social-security-number", "US"): "us.ssn", ("social-security-number", "FR"): "fr.nir",
    ("social-security-number", "IE"): "ie.pps", ("social-security-number", "NL"): "nl.bsn",
    ("social-security-number", "BE"): "be.nn", ("health-insurance-number", "GB"): "gb.nhs",
}
"""Which of stdnum's modules knows a number, by kind and region."""

_SPACED_BY_STDNUM = frozenset({"gb.nhs", "us.ssn"})
_VAT_ABROAD = {"GB": "gb.vat", "CH": "ch.vat", "NO": "no.mva"}
_VAT_EU = frozenset({"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT",
                     "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI"})
_NINO = re.compile(r"([A-Z]{2})(\d\d)(\d\d)(\d\d)([A-D]?)", re.ASCII)
_IFSC = re.compile(r"[A-Z]{4}0[A-Z0-9]{6}", re.ASCII)


def identifier(kind: FactKind, text: str, region: str) -> str:
    """A number of a paper or contract: letters and figures in capitals; where its country is known, in its own spacing.

    A check digit that does not fit is no error: the number may be another country's. ``doubts`` says so.
    """
    plain = _coded(kind, text)
    name = _module_name(kind, region)
    if name and _verdict(name, plain) is None:
        module = _module(name)
        return str(module.format(plain) if name in _SPACED_BY_STDNUM else module.compact(plain)).upper()
    british = kind.endswith("social-security-number") and region == "GB"
    nino = _NINO.fullmatch(plain.replace(" ", "")) if british else None
    return " ".join(part for part in nino.groups() if part) if nino else plain


def reference(kind: FactKind, text: str, region: str) -> str:
    """A customer, policy or meter number: as typed, but with a figure or letter in it and one line."""
    plain = tidy(kind, text)
    if len(plain) > 60 or not re.search(r"\w", plain):
        raise BadValue(kind, "it is not a number or code of at most 60 characters; write it like 70-113-284")
    return plain


def _coded(kind: FactKind, text: str) -> str:
    plain = tidy(kind, text).upper()
    if not re.fullmatch(r"[A-Z0-9][A-Z0-9 ./+<-]{1,38}", plain) or not re.search(r"[0-9]", plain):
        raise BadValue(kind, "it must be figures and letters, with at least one figure; write it like 533900127")
    return plain


def _module_name(kind: FactKind, region: str) -> str:
    return _KNOWN.get((kind.split()[-1], region), "")


def _module(name: str) -> Any:
    return import_module(f"stdnum.{name}")


def _verdict(name: str, text: str) -> ValidationError | None:
    from stdnum.exceptions import ValidationError

    try:
        _module(name).validate(text)
    except ValidationError as problem:
        return problem
    return None


def identifier_doubt(kind: FactKind, value: str, region: str) -> str:
    """What looks wrong about a stored number of a known kind and country; empty when nothing does."""
    from stdnum.exceptions import InvalidChecksum

    base = kind.split()[-1]
    if base == "vat-number":
        name = _vat_module(value)
        doubtful = bool(name) and isinstance(_verdict(name, value), InvalidChecksum)
    else:
        name = _module_name(kind, region)
        doubtful = bool(name) and _verdict(name, value) is not None
    return "its check digit or length does not fit; compare it with the paper it stands on" if doubtful else ""


def vat(kind: FactKind, text: str, region: str) -> str:
    """A VAT number in capitals without spaces; with its country's letters in front, its shape is checked."""
    from stdnum.exceptions import InvalidChecksum

    plain = re.sub(r"[ .-]", "", tidy(kind, text).upper())
    if not re.fullmatch(r"[A-Z0-9+*]{4,16}", plain) or not re.search(r"[0-9]{2}", plain):
        raise BadValue(kind, "it is not a VAT number; write it like GB123456789")
    name = _vat_module(plain)
    problem = _verdict(name, plain) if name else None
    if problem is not None and not isinstance(problem, InvalidChecksum):
        raise BadValue(kind, "it has not the shape of a VAT number of that country; write it like GB123456789")
    return plain


def _vat_module(value: str) -> str:
    return "eu.vat" if value[:2] in _VAT_EU else _VAT_ABROAD.get(value[:2], "")


def iban(kind: FactKind, text: str, region: str) -> str:
    """An IBAN without spaces, checked by its country's length and its check digits."""
    from schwifty import IBAN
    from schwifty.exceptions import SchwiftyException

    plain = tidy(kind, text).upper()
    if len(plain) > 50:
        raise BadValue(kind, "it is too long for an IBAN; write it like GB33 BUKB 2020 1555 5555 55")
    try:
        return str(IBAN(plain).compact)
    except (SchwiftyException, ValueError) as problem:
        raise BadValue(kind, "its length or check digits are wrong; "
                             "write it like GB33 BUKB 2020 1555 5555 55") from problem


def bic(kind: FactKind, text: str, region: str) -> str:
    """A BIC of 8 or 11 characters."""
    from schwifty import BIC
    from schwifty.exceptions import SchwiftyException

    plain = re.sub(r"\s", "", tidy(kind, text).upper())
    try:
        return str(BIC(plain).compact)
    except (SchwiftyException, ValueError) as problem:
        raise BadValue(kind, "it is not a BIC of 8 or 11 characters; write it like BUKBGB22") from problem


def sort_code(kind: FactKind, text: str, region: str) -> str:
    """A British sort code as ``20-20-15``, an IFSC, or another country's bank code as typed."""
    plain = tidy(kind, text).upper()
    bare = re.sub(r"[ -]", "", plain)
    if re.fullmatch(r"[0-9]{6}", bare) and region in ("GB", "IE", "IM", "JE", "GG"):
        return f"{bare[:2]}-{bare[2:4]}-{bare[4:]}"
    if _IFSC.fullmatch(bare):
        return bare
    if region in ("GB", "IE") or not re.fullmatch(r"[A-Z0-9]{3,12}", bare):
        raise BadValue(kind, "it must be six digits; write it like 20-20-15")
    return plain


def routing(kind: FactKind, text: str, region: str) -> str:
    """A routing number (checked in the US), BSB, IFSC or bank code."""
    from stdnum.us import rtn

    plain = tidy(kind, text).upper()
    bare = re.sub(r"[ -]", "", plain)
    if region == "US" and not rtn.is_valid(bare):
        raise BadValue(kind, "it must be nine digits with a fitting check digit; write it like 021000021")
    if region == "US" or _IFSC.fullmatch(bare):
        return bare
    if not re.fullmatch(r"[A-Z0-9]{4,12}", bare) or not re.search(r"[0-9]", bare):
        raise BadValue(kind, "it is not a routing number or bank code; write it like 021000021")
    return plain


def account(kind: FactKind, text: str, region: str) -> str:
    """A bank account number: figures (in some countries letters too), spaces and hyphens gone."""
    bare = re.sub(r"[ .-]", "", tidy(kind, text).upper())
    shape = r"[0-9]{6,10}" if region == "GB" else r"[A-Z0-9]{3,30}"
    if not re.fullmatch(shape, bare) or not re.search(r"[0-9]", bare):
        raise BadValue(kind, "it is not an account number; write it like 55555555")
    return bare


def plate(kind: FactKind, text: str, region: str) -> str:
    """A number plate in capitals; a present-day British one as ``VX19 KLM``."""
    plain = tidy(kind, text).upper()
    if not re.fullmatch(r"[\w .·-]{1,15}", plain) or not re.search(r"[^\W_]", plain) or "_" in plain:
        raise BadValue(kind, "it is not a number plate; write it like VX19 KLM")
    british = re.fullmatch(r"([A-Z]{2}[0-9]{2})[ -]?([A-Z]{3})", plain)
    return f"{british.group(1)} {british.group(2)}" if british and region == "GB" else tidy(kind, plain)


def vin(kind: FactKind, text: str, region: str) -> str:
    """A vehicle identification number: 17 characters without I, O and Q; before 1981 fewer."""
    bare = re.sub(r"[ -]", "", tidy(kind, text).upper())
    if not re.fullmatch(r"[A-Z0-9]{5,17}", bare) or (len(bare) == 17 and re.search(r"[IOQ]", bare)):
        raise BadValue(kind, "it must be 17 figures and letters without I, O and Q; write it like TMBEA6NJ0KZ012345")
    return bare


def count(kind: FactKind, text: str, region: str) -> str:
    """A whole number of people or things; at least one lives in a household."""
    low = 0 if kind.endswith(("children", "adults")) else 1
    plain = tidy(kind, text)
    if not re.fullmatch(r"[0-9]{1,3}", plain) or not low <= int(plain) <= 99:
        raise BadValue(kind, f"it must be a whole number from {low} to 99; write it like 4")
    return str(int(plain))


def measure(kind: FactKind, text: str, region: str) -> str:
    """A number of years or rooms that may have a half: ``2``, ``3.5``."""
    plain = re.sub(r"\s*(years?|rooms?|bedrooms?)$", "", tidy(kind, text), flags=re.IGNORECASE).replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9])?", plain) or float(plain) > 120:
        raise BadValue(kind, "it must be a number from 0 to 120; write it like 3")
    return f"{float(plain):g}"


def money(kind: FactKind, text: str, region: str) -> str:
    """A sum without currency and thousands marks, with a decimal point: ``34200`` or ``34200.50``."""
    plain = re.sub(r"^(?:[£€$¥]|[A-Z]{3}\b)\s*|\s*(?:[£€$¥]|\b[A-Z]{3})$", "", tidy(kind, text)).strip()
    figure = plain_number(plain, region) if re.fullmatch(r"[0-9][0-9 .,'’]{0,15}", plain) else ""
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,2})?", figure):
        raise BadValue(kind, "it is not a sum of money; write it like 34200")
    whole, point, part = figure.partition(".")
    return f"{int(whole)}{point}{part}"
