"""Finds the option that means a value: countries, titles, sexes, months, yes and no, and near-equal words."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.browser.page import Control, Option
from agent.planner.autofill.option_sets import NO, YES, month_names
from agent.planner.autofill.words import fold, likeness, word_set
from agent.profile.formats import forms_of, split_date
from agent.profile.phones import is_calling_code_of, main_country_of
from agent.profile.places import country_code_of
from agent.protocol import FactKind

NEAR = 92.0
"""RapidFuzz ratio from which two option texts are the same with a slip; lower confuses Ireland and Iceland (80)."""

_OF_A_WOMAN = (
    "frau", "madame", "mme", "sra", "senora", "sig ra", "sigra", "signora", "mevrouw", "mevr", "pani",
    "senhora",
)
_SAME: tuple[tuple[str, ...], ...] = (
    (
        "female",
        "f",
        "w",
        "weiblich",
        "femme",
        "feminin",
        "mujer",
        "femenino",
        "donna",
        "femmina",
        "vrouw",
        "kobieta",
        "mulher",
        "feminino",
        "woman",
        "frau",
    ),
    (
        "male",
        "m",
        "mannlich",
        "homme",
        "masculin",
        "hombre",
        "masculino",
        "uomo",
        "maschio",
        "man",
        "mezczyzna",
        "homem",
        "mann",
    ),
    ("mr", "herr", "monsieur", "m", "sr", "senor", "sig", "signor", "dhr", "de heer", "pan", "senhor"),
    ("mrs", *_OF_A_WOMAN),
    ("ms", *_OF_A_WOMAN),
    (
        "single",
        "ledig",
        "celibataire",
        "soltero",
        "soltera",
        "celibe",
        "nubile",
        "ongehuwd",
        "kawaler",
        "panna",
        "solteiro",
        "solteira",
        "never married",
    ),
    (
        "married",
        "verheiratet",
        "marie",
        "mariee",
        "marie e",
        "casado",
        "casada",
        "coniugato",
        "coniugata",
        "sposato",
        "gehuwd",
        "zonaty",
        "mezatka",
        "married or in a civil partnership",
    ),
    (
        "divorced",
        "geschieden",
        "divorce",
        "divorcee",
        "divorciado",
        "divorciada",
        "divorziato",
        "divorziata",
        "gescheiden",
        "rozwiedziony",
        "rozwiedziona",
    ),
    (
        "widowed",
        "verwitwet",
        "veuf",
        "veuve",
        "viudo",
        "viuda",
        "vedovo",
        "vedova",
        "verweduwd",
        "wdowiec",
        "wdowa",
        "viuvo",
        "viuva",
    ),
    ("email", "by email", "e mail", "per e mail", "par e mail", "por correo electronico", "mail"),
    ("post", "by post", "letter", "by letter", "per post", "brief", "courrier", "par courrier", "correo postal"),
    (
        "phone",
        "telephone",
        "by phone",
        "by telephone",
        "telefon",
        "telefonisch",
        "par telephone",
        "telefono",
        "telefoon",
        "call",
    ),
)
_COUNTRIES = frozenset({"country", "country-name", "country-of-birth", "nationality", "document-issuer"})

_COUNTRY_PARTS = frozenset({"england", "scotland", "wales", "northern ireland"})
"""A person of the United Kingdom lives in one of these, and the country's code does not say in which."""


def choose(control: Control, kind: FactKind, value: str, region: str, part: str = "") -> int | None:
    """The index of the one enabled option that means ``value``, or None when none or more than one does."""
    for same in _tests(kind, value, region, part):
        found = [
            i for i, option in enumerate(control.options) if not option.disabled and _real(option) and same(option)
        ]
        if len(found) == 1:
            return found[0]
        if len(found) > 1 and kind != "tel-country-code":
            return _twins(control, found)
    return None


def _twins(control: Control, found: list[int]) -> int | None:
    """Some lists repeat a favourite at the top: equal twins are one choice."""
    return found[0] if len({control.options[i].value for i in found}) == 1 else None


def _real(option: Option) -> bool:
    return bool(option.label.strip() or option.value.strip())


def _tests(kind: FactKind, value: str, region: str, part: str) -> list[Callable[[Option], bool]]:
    wanted = {fold(text) for text in (value, *forms_of(kind, value, region))} - {""}
    if part in ("day", "month", "year"):
        return _date_tests(value, part)
    tests: list[Callable[[Option], bool]] = [
        lambda option: fold(option.label) == fold(value),
        lambda option: fold(option.label) in wanted,
        lambda option: bool(option.value.strip()) and fold(option.value) in wanted,
    ]
    if kind in _COUNTRIES and country_code_of(value):
        code = country_code_of(value)
        tests.append(lambda option: fold(option.label) not in _COUNTRY_PARTS and (
            country_code_of(option.label) == code or option.value.upper() == code))
    if kind == "tel-country-code":
        return [*tests, *_calling_code_tests(value, region)]
    if fold(value) in YES | NO:
        answers = YES if fold(value) in YES else NO
        return [
            lambda option: fold(option.label) in answers,
            lambda option: fold(option.value) in answers,
            lambda option: fold(option.label).split()[:1] != [] and fold(option.label).split()[0] in answers,
        ]
    meanings = [group for group in _SAME if group[0] == fold(value) or _one_of(group, fold(value), kind)]
    tests.append(lambda option: any(fold(option.label) in group for group in meanings))
    tests.append(lambda option: len(value) >= 4 and likeness(fold(option.label), fold(value)) >= NEAR)
    tests.append(lambda option: len(value) >= 4 and _begins(fold(option.label), fold(value)))
    return tests


def _calling_code_tests(value: str, region: str) -> list[Callable[[Option], bool]]:
    """``+44`` among "Guernsey (+44)", "United Kingdom +44": the region's own country, else the code's main one."""
    code = value.lstrip("+0")
    said = re.compile(rf"(?<!\d)(?:\+|00)?\s?{re.escape(code)}(?![\d-])")

    def is_code(option: Option) -> bool:
        return bool(said.search(option.label) or said.fullmatch(option.value.strip()))

    def is_of(option: Option, country: str) -> bool:
        name = re.sub(r"[^\w\s'.-]|[+\d]+", " ", re.sub(r"\(.*?\)", " ", option.label))
        return bool(country) and country in (country_code_of(name), option.value.strip().upper())

    countries = [c for c in (region, main_country_of(value)) if c and is_calling_code_of(c, value)]
    return [is_code, *(lambda option, c=c: is_code(option) and is_of(option, c) for c in countries),
            *(lambda option, c=c: is_of(option, c) for c in countries)]


def _one_of(group: tuple[str, ...], value: str, kind: FactKind) -> bool:
    """Single letters and words that two groups share ("frau") mean a group only for its own kind."""
    if kind == "sex":
        return group[0] in ("male", "female") and value in group
    if kind == "honorific-prefix":
        return group[0] in ("mr", "mrs", "ms") and value in group
    return len(value) > 2 and group[0] not in ("male", "female", "mr", "mrs", "ms") and value in group


def _begins(label: str, value: str) -> bool:
    """``Shropshire`` chooses "Shropshire Council area", whole words only."""
    return label.startswith(value + " ") or (value.startswith(label + " ") and len(label) >= 4)


def _date_tests(value: str, part: str) -> list[Callable[[Option], bool]]:
    parts = split_date(value)
    text = getattr(parts, part) if parts else value.lstrip("0")
    if not text.isdigit():
        return []
    tests: list[Callable[[Option], bool]] = [
        lambda option: bool(re.fullmatch(r"0*" + text, option.label.strip())),
    ]
    if part == "month":
        tests.append(lambda option: month_names().get(fold(option.label).split(" ")[-1]) == int(text))
        tests.append(lambda option: month_names().get(fold(option.label).split(" ")[0]) == int(text))
    tests.append(lambda option: bool(re.fullmatch(r"0*" + text, option.value.strip())))
    return tests


def mentioned(control: Control, text: str) -> int | None:
    """The one option whose words stand in a text (the task), or None. Yes and no never count: a task is full of them.

    An option counts when its whole label is in the text, or else when it alone shares a telling word with it.
    """
    said = f" {fold(text)} "
    options = [
        (i, fold(option.label)) for i, option in enumerate(control.options) if not option.disabled and _real(option)
    ]
    whole = [(i, label) for i, label in options if len(label) >= 4 and label not in YES | NO and f" {label} " in said]
    if len(whole) > 1:
        return None
    # "Council tax" in the task is not also a word for "Tax refunds".
    said = said.replace(whole[0][1], " ") if whole else said
    question = {_stem(word) for word in fold(f"{control.label} {control.legend}").split()}
    spoken = {_stem(word) for word in said.split()} - question
    shared = [{_stem(w) for w in label.split() if len(w) >= 4 and w not in _VAGUE} & spoken for _, label in options]
    touched = [i for (i, _), words in zip(options, shared, strict=True) if words] + [i for i, _ in whole]
    return touched[0] if len(touched) == 1 else None


_VAGUE = word_set(
    "other something else none please select choose with from that this your about they what when where have "
    "would like treated andere sonstiges keine bitte auswahlen autre aucun otro ninguno altro anders overig "
    "inne outro time date"
)


def _stem(word: str) -> str:
    return re.sub(r"(?:ings?|ies|es|s|en|e)$", "", word) if len(word) > 4 else word
