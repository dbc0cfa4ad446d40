"""Recognises what a list of choices is by its choices: countries, months, days, years, titles, sex, yes and no."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from babel import Locale

from agent.browser.page import Control
from agent.intake.month_table import month_table
from agent.planner.autofill.words import fold, word_set
from agent.protocol import FactKind

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt")
"""The languages that rules and lists are written for."""

YES = word_set("yes y ja oui si tak sim true")
NO = word_set("no n nein non nee nie nao false")
_PLACEHOLDERS = (
    "select",
    "choose",
    "please",
    "bitte",
    "auswahl",
    "wahlen",
    "choisi",
    "selecc",
    "seleziona",
    "scegli",
    "kies",
    "wybierz",
    "selecione",
    "escolha",
    "pick",
    "--",
)
_TITLES = word_set(
    "mr mrs ms miss mx dr prof sir lady lord rev herr frau divers mme m mlle monsieur madame sr sra srta sig "
    "sigra dott dottssa dhr mevr mw pan pani dona don dame doctor professor reverend signor signora senor "
    "senora fraulein captain master hon"
)
_SEXES = word_set(
    "male female man woman m f w x mannlich weiblich divers homme femme masculin feminin hombre mujer "
    "masculino femenino feminino maschio femmina uomo donna vrouw mezczyzna kobieta homem mulher non binary "
    "nonbinary other anders andere keine angabe"
)
_SEX_SURE = word_set(
    "male female mannlich weiblich homme femme masculin feminin hombre mujer masculino femenino feminino "
    "maschio femmina vrouw mezczyzna kobieta homem mulher man woman"
)
_RENT = word_set(
    "tenant renter renting mieter mieterin locataire inquilino inquilina arrendatario arrendataria "
    "affittuario conduttore rent rented rental miete gemietet alquiler alquilada arrendamiento locazione comodato huur "
    "huurwoning gehuurd najem wynajem arrendamento aluguer aluguel "
    "locatario arrendado alugado alugada arrendada huurder najemca affitto"
)
_OWN = word_set(
    "owner homeowner owning eigentumer eigentumerin proprietaire propietario propietaria proprietario proprietaria "
    "proprieta proprio propria eigenaar wlasciciel eigentum propriete propiedad propriedade eigendom koop koopwoning "
    "wlasnosc ownership"
)
_HOUSE = word_set("house haus einfamilienhaus maison casa chalet villa vivenda moradia dom huis woonhuis")
_FLAT = word_set("flat apartment wohnung appartement apartamento appartamento piso apto mieszkanie")
_MARITAL = word_set(
    "single married divorced widowed ledig verheiratet geschieden verwitwet celibataire marie veuf divorce "
    "soltero casado viudo divorciado celibe coniugato vedovo divorziato ongehuwd gehuwd gescheiden kawaler "
    "zonaty rozwiedziony solteiro"
)


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Folded country name in any of our languages to its two-letter code. Source: CLDR through Babel."""
    names: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "ZZ"):
                names.setdefault(fold(name), code)
    names.update(
        {
            "usa": "US",
            "united states of america": "US",
            "uk": "GB",
            "great britain": "GB",
            "england": "GB",
            "holland": "NL",
            "czech republic": "CZ",
            "russia": "RU",
            "south korea": "KR",
            "turkey": "TR",
            "viet nam": "VN",
        }
    )
    return names


@lru_cache(maxsize=1)
def month_names() -> dict[str, int]:
    """Folded month name, long or short, in any of our languages to its number."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for number, names_of in enumerate(month_table()[language], 1):
            for name in names_of:
                names.setdefault(fold(name), number)
    return names


def choices(control: Control) -> list[str]:
    """The folded labels of a control's real choices, without "Please select"."""
    found = []
    for option in control.options:
        text = fold(option.label)
        empty = not option.value.strip() and (not text or any(text.startswith(p) for p in _PLACEHOLDERS))
        if text and not empty and not any(text.startswith(p) for p in _PLACEHOLDERS):
            found.append(text)
    return found


def is_yes_no(control: Control) -> bool:
    """Whether the choices are a yes and a no, with or without words behind them."""
    texts = choices(control)
    firsts = {text.split()[0] for text in texts}
    return 2 <= len(texts) <= 4 and bool(firsts & YES) and bool(firsts & NO)


def kind_by_options(control: Control) -> tuple[FactKind, str] | None:
    """The kind that a list of choices gives away by itself, and why; None where it could be anything."""
    texts = choices(control)
    if len(texts) < 2:
        return None
    if sum("+" in option.label for option in control.options) > 0.6 * len(texts):
        return FactKind("tel-country-code"), "its choices are calling codes"
    if _share(texts, country_names()) > 0.6 and len(texts) >= 20:
        return FactKind("country"), "its choices are countries"
    part = _date_part(texts)
    if part:
        return part
    bare = [text.replace(" ", "") for text in texts]
    if _share(bare, _TITLES) >= 0.75 and not set(texts) <= {"m", "f", "x"}:
        return FactKind("honorific-prefix"), "its choices are forms of address"
    words = {word for text in texts for word in text.split()}
    if (
        len(texts) <= 6
        and len(words & _SEX_SURE) >= 2
        and words <= _SEXES | {"prefer", "not", "to", "say", "i", "d", "rather", "neutral"}
    ):
        return FactKind("sex"), "its choices are sexes"
    if len(texts) <= 10 and words & _RENT and words & _OWN:
        return FactKind("tenancy-type"), "its choices are tenant and owner"
    if len(texts) <= 12 and words & _HOUSE and words & _FLAT:
        return FactKind("property-type"), "its choices are houses and flats"
    if len({w for w in words if w in _MARITAL}) >= 2:
        return FactKind("marital-status"), "its choices are civil states"
    return None


def date_part_of(control: Control) -> str:
    """``day``, ``month`` or ``year`` when the choices are days, months or years, else an empty text."""
    part = _date_part(choices(control))
    return str(part[0]).rpartition("-")[2] if part else ""


def _date_part(texts: list[str]) -> tuple[FactKind, str] | None:
    numbers = [int(t) for t in texts if t.isdigit()]
    mostly = len(numbers) >= 0.9 * len(texts)
    if mostly and len(numbers) in (31, 32) and set(range(1, 32)) <= set(numbers):
        return FactKind("bday-day"), "its choices are days"
    if len(texts) in (12, 13) and (
            (mostly and set(range(1, 13)) <= set(numbers)) or _share(texts, month_names()) > 0.9):
        return FactKind("bday-month"), "its choices are months"
    if mostly and len(numbers) >= 15 and all(1880 < n < 2100 for n in numbers):
        return FactKind("bday-year"), "its choices are years"
    return None


def _share(texts: list[str], known: Container[str]) -> float:
    return sum(text in known for text in texts) / len(texts)
