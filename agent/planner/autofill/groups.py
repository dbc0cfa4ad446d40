"""Settles what only neighbours can tell: dates and numbers in several parts, bare names, streets, earlier addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from agent.browser.page import Control
from agent.planner.autofill.guess import DATE_KINDS
from agent.planner.autofill.option_sets import date_part_of
from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.words import Words, fold, word_set
from agent.protocol import FactKind


class Told(IntEnum):
    """How near the words stand that say whose fact a control asks for."""

    NOT = 0
    ABOVE = 1      # a heading or a legend
    BY_LABEL = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A control with what is thought of it so far. ``vetoed``: left alone whatever the neighbours say."""

    control: Control
    words: Words
    kind: FactKind
    subject: Subject
    confidence: float
    why: str
    vetoed: bool = False
    part: str = ""
    told: Told = Told.NOT    # what says whose it is; otherwise it is only taken to be the person's own


_DAY = r"day|dd|d|tag|tt|jour|jj|dia|giorno|gg|dag|dzien"
_MONTH = r"month|mm|monat|mois|mes|mese|maand|miesiac"
_YEAR = r"year|yyyy|yy|jahr|jjjj|annee|aaaa|ano|anno|jaar|rok|rrrr"
_PARTS = tuple(
    (part, re.compile(rf"(?:^|\s)(?:{words})(?:\s(?:of birth|geburt))?$|^(?:{words})\b"))
    for part, words in (("day", _DAY), ("month", _MONTH), ("year", _YEAR))
)
_PREVIOUS = re.compile(
    r"previous|former|\bold (?:address|post|home)|earlier|last address|moving from|bisherig|"
    r"\balte\b|\balten\b|fruhere|vorherig|ancien|precedent|anterior|vorige|\boude?\b|"
    r"poprzedni|where you lived before|"
    r"\bold\b|\bantigu?[oa]s?\b|procedencia|provenienza|provenance|proveniencia|"
    r"\bvecchi[oa]\b|\bquitte[ez]?e?\b|"
    r"ultim[oa] (?:domicilio|direccion|residencia|morada|endereco|residenza|indirizzo)|derniere? (?:adresse|domicile)"
)
_AN_ADDRESS = re.compile(r"\baddress|anschrift|\badresse?\b|direccion|domicilio|indirizzo|\badres\b|morada|endereco")
_PREVIOUS_KINDS = {
    "street-address": "previous-address",
    "address-line1": "previous-address",
    "street-name": "previous-address",
    "postal-code": "previous-postal-code",
    "address-level2": "previous-city",
}
_ADDRESS = word_set(
    "street-address address-line1 address-line2 address-line3 address-level1 address-level2 address-level3 "
    "postal-code country country-name house-number house-number-suffix street-name flat-number"
)
_BARE_NAME = re.compile(
    r"^(?:ihr |your |votre |su )?(?:name|nom|nombre|nome|naam|nazwa|jmeno|meno|nev|namn|navn|nimi)"
    r"(?: (?:du|de la|de l|del|de|della|dell|do|da) .*)?$")
"""Also with whose it is behind it: "nom de l'adherent"."""


def previous_kind(kind: FactKind | None, said: str) -> FactKind | None:
    """The kind of an earlier address where folded words call it one: "old postcode"; else the kind as it is."""
    if kind in _PREVIOUS_KINDS and _PREVIOUS.search(said):
        return FactKind(_PREVIOUS_KINDS[kind])
    return kind


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """Applies all group rules to the controls of one page, in document order."""
    found = _dates(list(drafts))
    found = _split_numbers(found)
    found = [_earlier_address(draft) for draft in found]
    return _streets_with_numbers(_by_company(found))


_A_NUMBER = re.compile(r"n(?:r|o|um|umber|umero|umer|ummer)?|altura|house (?:no|nr|number)|n de rue|n dom[u]?")
_NOT_A_STREET = re.compile(r"number|nummer|\bnr\b|\bn\b|numer|numero|\bline|hausn|\bno\b")


def _streets_with_numbers(drafts: list[Draft]) -> list[Draft]:
    """A bare number before a street is its house number; a street with one at its side is a street name."""
    found = list(drafts)
    for place, draft in enumerate(found[:-1]):
        after = found[place + 1]
        if draft.kind == "other" and not draft.vetoed and _A_NUMBER.fullmatch(draft.words.said) and after.kind in (
                "address-line1", "street-name", "street-address") and after.subject == draft.subject:
            found[place] = replace(draft, kind=FactKind("house-number"), confidence=0.82,
                                   why="a number beside a street")
    for place, draft in enumerate(found):
        sides = [one for one in (*found[max(place - 1, 0):place], *found[place + 1:place + 2])
                 if one.kind in ("house-number", "house-number-suffix") and one.subject == draft.subject]
        if draft.kind == "address-line1" and sides and draft.control.tag != "textarea" and not _NOT_A_STREET.search(
                draft.words.said):
            found[place] = replace(draft, kind=FactKind("street-name"), why="a street beside its house number")
    return found


def _open(draft: Draft) -> bool:
    return not draft.vetoed and draft.control.type != "checkbox"


# --- dates in three controls


def part_of_date(control: Control, words: Words) -> str:
    """``day``, ``month`` or ``year`` by autocomplete, label, placeholder, name or choices, else an empty text."""
    token = control.autocomplete.lower().rpartition("bday-")[2]
    if token in ("day", "month", "year"):
        return token
    example = words.placeholder if len(words.placeholder.split()) == 1 else ""
    for text in (words.core if len(words.core.split()) <= 3 else "", example, words.name, words.id):
        for part, pattern in _PARTS:
            if text and pattern.search(text):
                return part
    return date_part_of(control)


def _dates(drafts: list[Draft]) -> list[Draft]:
    parts = [part_of_date(d.control, d.words) if _open(d) or d.kind.startswith("bday") else "" for d in drafts]
    for start in range(len(drafts)):
        run = _run_of_parts(drafts, parts, start)
        if run:
            for place, draft in zip(run, _named_date([drafts[i] for i in run], [parts[i] for i in run]), strict=True):
                drafts[place] = draft
                parts[place] = ""
    return drafts


def _run_of_parts(drafts: list[Draft], parts: list[str], start: int) -> list[int]:
    """The places of two or three neighbouring controls that are different parts of one date."""
    run: list[int] = []
    for place in range(start, min(start + 3, len(drafts))):
        same_form = drafts[place].control.form == drafts[start].control.form
        if not parts[place] or not same_form or parts[place] in [parts[i] for i in run]:
            break
        run.append(place)
    chosen = {parts[i] for i in run}
    return run if len(run) == 3 or {"month", "year"} == chosen else []


def _named_date(run: list[Draft], parts: list[str]) -> list[Draft]:
    first = run[0]
    texts = [
        first.words.legend,
        *(d.words.said for d in run),
        *(fold(d.control.label) for d in run),
        first.words.name,
        first.words.id,
        *(d.words.name for d in run),
    ]
    base = next((kind for kind in (_date_kind(text) for text in texts) if kind), None)
    if base is None and any(
        d.control.autocomplete.lower().endswith(("bday-day", "bday-month", "bday-year")) for d in run
    ):
        base = FactKind("bday")
    if base is None and first.words.heading and not first.words.legend:
        base = _date_kind(first.words.heading)
    if base is None:
        why = "a date that only the task knows"
        return [
            replace(d, kind=FactKind("task-value"), confidence=0.5, why=why, part=p)
            for d, p in zip(run, parts, strict=True)
        ]
    sure = 0.97 if first.control.autocomplete.lower().rpartition(" ")[2].startswith("bday-") else 0.88
    return [
        replace(
            d,
            kind=FactKind(f"bday-{p}") if base == "bday" else base,
            confidence=sure,
            why="part of a date in several fields",
            part=p,
            subject=first.subject,
        )
        for d, p in zip(run, parts, strict=True)
    ]


def _date_kind(text: str) -> FactKind | None:
    kind = kind_of(text)
    if kind and kind.startswith("bday"):
        return FactKind("bday")
    return kind if kind in DATE_KINDS else None


# --- numbers in two to four controls


def _split_numbers(drafts: list[Draft]) -> list[Draft]:
    place = 0
    while place < len(drafts):
        run = _run_of_boxes(drafts, place)
        kind = kind_of(drafts[place].words.legend) or kind_of(drafts[place].words.said) if len(run) > 1 else None
        if kind in ("sort-code", "tel", "social-security-number", "iban", "bank-account-number", "national-id"):
            for number, at in enumerate(run, 1):
                drafts[at] = replace(
                    drafts[at],
                    kind=kind,
                    confidence=0.85,
                    part=f"{number}/{len(run)}",
                    why="part of a number in several fields",
                )
        place += max(1, len(run))
    return drafts


def _run_of_boxes(drafts: list[Draft], start: int) -> list[int]:
    """Neighbouring short text boxes under one legend without labels of their own."""
    first = drafts[start]
    run = [start]
    if not (_open(first) and first.words.legend and _mute(first)):
        return run
    for place in range(start + 1, min(start + 6, len(drafts))):
        draft = drafts[place]
        if not _open(draft) or draft.words.legend != first.words.legend or not _mute(draft):
            break
        run.append(place)
    return run if len(run) <= 6 else [start]


def _mute(draft: Draft) -> bool:
    return (
        draft.control.type in ("text", "tel", "number")
        and not draft.part
        and (
            not draft.words.said
            or draft.words.said == draft.words.legend
            or len(draft.words.said) <= 2
            or bool(re.search(r"^(?:first|second|third|part|box|digits?)\b", draft.words.said))
        )
    )


# --- addresses


def _earlier_address(draft: Draft) -> Draft:
    said = draft.words.said
    typed = draft.control.type in ("text", "textarea", "") and not draft.vetoed
    untold = typed and draft.kind in ("other", "free-text")
    if untold and _PREVIOUS.search(said) and _AN_ADDRESS.search(said):
        return replace(draft, kind=FactKind("previous-address"), confidence=0.82,
                       why="an earlier address, by its label")
    if draft.kind not in _ADDRESS or draft.vetoed:
        return draft
    own = _PREVIOUS.search(draft.words.said)
    above = _PREVIOUS.search(draft.words.legend) or (not draft.words.legend and _PREVIOUS.search(draft.words.heading))
    named = not draft.words.said and _PREVIOUS.search(draft.words.name)
    if not (own or named or (above and not re.search(r"\bnew\b|neue|nouve|nuev|nuov|nieuw|nowy|"
                        r"nova", draft.words.said))):
        return draft
    kind = _PREVIOUS_KINDS.get(draft.kind)
    if kind is None:
        return replace(
            draft,
            kind=FactKind("other"),
            confidence=0.3,
            why="part of an earlier address that the profile doesn't hold",
        )
    return replace(
        draft,
        kind=FactKind(kind),
        confidence=min(draft.confidence, 0.88),
        why="an earlier address, by the words around it",
    )


_PHONE_REST = (
    r"(?:(?:tele?(?:fon|phone|foon|fono|fone|f)?|movil|celular|cell(?:ulare)?|portable|mobile|numero|number|nummer|n|nr)"
    r"(?: |$))+(?:de telefono|di telefono|de telephone|de telefone|movil|celular|mobile|portable|fixe|fijo)?")
# --- what stands beside it


def _by_company(drafts: list[Draft]) -> list[Draft]:
    kinds: dict[tuple[int, Subject], set[str]] = {}
    for draft in drafts:
        kinds.setdefault((draft.control.form, draft.subject), set()).add(draft.kind)
    found: list[Draft] = []
    for draft in drafts:
        beside = kinds[draft.control.form, draft.subject]
        found.append(draft if draft.vetoed else _with_neighbours(draft, beside, found[-1] if found else None))
    return found


def _with_neighbours(draft: Draft, beside: set[str], before: Draft | None) -> Draft:
    if draft.kind == "bday":
        short = draft.control.type == "select-one" or 0 < draft.control.maxlength <= 4
        part = part_of_date(draft.control, replace(draft.words, said="", core="")) if short else ""
        return replace(draft, kind=FactKind(f"bday-{part}"), part=part) if part else draft
    settled = _bare_name(draft, beside) or _street(draft, beside, before) or _numbers(draft, beside, before) or draft
    if (
        settled.kind == "country"
        and draft.control.type not in ("select-one", "radio")
        and draft.control.role != "combobox"
    ):
        return replace(settled, kind=FactKind("country-name"))
    return settled


def _bare_name(draft: Draft, beside: set[str]) -> Draft | None:
    if draft.kind != "name" or not _BARE_NAME.match(draft.words.said or draft.words.name):
        return None
    if "given-name" in beside and "family-name" not in beside:
        return replace(draft, kind=FactKind("family-name"), why="a name beside the first name")
    if "family-name" in beside and "given-name" not in beside:
        return replace(draft, kind=FactKind("given-name"), why="a name beside the family name")
    if draft.words.core in ("nombre", "nome") and draft.confidence < 0.97:
        return replace(draft, confidence=min(draft.confidence, 0.7), why="a whole name, or a first name whose rest is "
                       "asked for on another page")
    return None


def _street(draft: Draft, beside: set[str], before: Draft | None) -> Draft | None:
    if draft.kind == "address-line1" and "house-number" in beside and draft.control.tag != "textarea":
        if re.search(r"number|nummer|\bnr\b|numer|numero|\bline|hausn", draft.words.said):
            return None
        return replace(draft, kind=FactKind("street-name"), why="a street beside its house number")
    if draft.kind == "street-address" and draft.control.tag != "textarea":
        if (
            before
            and before.kind in ("address-line1", "street-address")
            and before.subject == draft.subject
            and not draft.control.required
        ):
            return replace(
                draft,
                kind=FactKind("address-line2"),
                confidence=min(draft.confidence, 0.6),
                why="a second address line",
            )
        # A whole address in one line is composed later, when there is no field for the town.
        return replace(draft, kind=FactKind("address-line1"))
    if (
        draft.kind == "other"
        and before
        and before.kind in ("address-line1", "address-line2")
        and not draft.words.said
        and re.search(r"addr|street|line", draft.words.name)
    ):
        following = "address-line2" if before.kind == "address-line1" else "address-line3"
        return replace(draft, kind=FactKind(following), confidence=0.6, why="the line after an address line")
    return None


_EXPIRES = {"passport-number": "passport-expiry", "id-card-number": "id-card-expiry"}
_UNTIL = (
    r"(?:gultig bis|ablaufdatum|valid (?:until|to)|expir\w*(?: date)?|date of expiry|valable jusqu au|"
    r"date d expiration|valid[oa] hasta|(?:fecha de )?(?:caducidad|vencimiento)|valid[oa] fino al|"
    r"(?:data di )?scadenza|geldig tot|vervaldatum|wazn[aye] do|data waznosci|valid[oa] ate|(?:data de )?validade)")


def _numbers(draft: Draft, beside: set[str], before: Draft | None) -> Draft | None:
    said = draft.words.said
    if draft.kind in ("tel", "other") and before and re.fullmatch(_PHONE_REST, said or "number"):
        rest = {"tel-area-code": "tel-local", "tel-country-code": "tel-national"}.get(before.kind)
        if rest and draft.control.type in ("text", "tel", "number") and before.subject == draft.subject:
            return replace(draft, kind=FactKind(rest), confidence=0.85, why="a number beside its prefix")
    if before and before.kind in _EXPIRES and re.fullmatch(_UNTIL, draft.words.core or said) and draft.kind in (
            "other", "task-value", "passport-expiry", "id-card-expiry"):
        return replace(draft, kind=FactKind(_EXPIRES[before.kind]), confidence=0.85, subject=before.subject,
                       why="an expiry date beside the number of the paper")
    if before and before.kind == "place-of-birth" and draft.kind == "other" and said in ("il", "le", "el", "am", "op"):
        return replace(draft, kind=FactKind("bday"), confidence=0.85, subject=before.subject, why="born there on …")
    if (
        draft.kind == "customer-number"
        and re.search(r"^(?:their |your |the )?account (?:number|no|nr)$", said)
        and beside & {"sort-code", "routing-number", "bank-name", "account-holder"}
    ):
        return replace(draft, kind=FactKind("bank-account-number"), why="an account number beside bank details")
    if re.fullmatch(r"n(?:r|o|um|umber|umero|umer|ummer)?", said) and before and before.kind in _ADDRESS:
        return replace(draft, kind=FactKind("house-number"), confidence=0.82, why="a number beside an address")
    if (
        draft.kind == "customer-number"
        and re.search(r"contrat|contract|vertrag|umowy", said)
        and re.search(
            r"assur|insur|versicher|seguro|ubezpiecz|verzeker|"
            r"sinistre",
            f"{draft.words.heading} {draft.words.legend} {before.words.said if before else ''}",
        )
    ):
        return replace(draft, kind=FactKind("policy-number"), why="a contract number on an insurer's form")
    if (
        draft.kind == "vehicle-registration"
        and re.search(r"matricula", said)
        and not beside & {"vehicle-make", "vehicle-model", "vehicle-vin"}
    ):
        return replace(draft, confidence=min(draft.confidence, 0.7))
    return None
