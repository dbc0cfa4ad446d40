"""What a control is by what stands beside it: bare names, second address lines, numbers behind their prefix."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.planner.autofill import paper_words as papers
from agent.planner.autofill.date_parts import part_of_date
from agent.planner.autofill.draft import Draft, Told
from agent.planner.autofill.earlier_address import ADDRESS_KINDS
from agent.planner.autofill.job_history import of_a_job
from agent.planner.autofill.option_sets import choices
from agent.planner.autofill.paper_neighbours import of_paper
from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.words import fold
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

_BARE_NAME = Pattern(
    r"^(?:ihr |your |votre |su )?(?:name|nom|nombre|nome|naam|nazwa|jmeno|meno|nev|namn|navn|nimi)"
    r"(?: (?:du|de la|de l|del|de|della|dell|do|da) .*)?$")
"""Also with whose it is behind it: "nom de l'adherent"."""
_PHONE_REST = (
    r"(?:(?:tele?(?:fon|phone|foon|fono|fone|f)?|rufnummer|durchwahl|anschluss|caracteristica|movil|celular|"
    r"cell(?:ulare)?|portable|mobile|numero|number|nummer|n|nr)"
    r"(?: |$))+(?:de telefono|di telefono|de telephone|de telefone|movil|celular|mobile|portable|fixe|fijo)?")


def with_neighbours(drafts: list[Draft]) -> list[Draft]:
    """The drafts, each in the light of what the form asks of the same person and of the one before it."""
    kinds: dict[tuple[int, Subject], set[str]] = {}
    for draft in drafts:
        kinds.setdefault((draft.control.form, draft.subject), set()).add(draft.kind)
    found: list[Draft] = []
    for draft in drafts:
        beside = kinds[draft.control.form, draft.subject]
        if not draft.vetoed:
            draft = (of_paper(draft, found) or _born_on(draft, found)
                     or of_a_job(_with_neighbours(draft, beside, found[-1] if found else None)))
            _birth_region(draft, found)
        found.append(draft)
    return found


def _birth_region(draft: Draft, before: list[Draft]) -> None:
    """What stands between a place of birth and its date is the province or country of birth, not of the home."""
    if draft.kind != "bday" or len(before) < 2 or before[-2].kind != "place-of-birth" or before[-1].vetoed:
        return
    between = before[-1]
    if between.kind in ("country", "country-name"):
        before[-1] = replace(between, kind=FactKind("country-of-birth"), why="the country of birth")
    elif between.kind in ("address-level1", "address-level2"):
        before[-1] = replace(between, kind=FactKind("other"), confidence=0.3, why="the province of birth")


def _with_neighbours(draft: Draft, beside: set[str], before: Draft | None) -> Draft:
    if draft.kind == "bday":
        short = draft.control.type == "select-one" or 0 < draft.control.maxlength <= 4
        part = part_of_date(draft.control, replace(draft.words, said="", core="")) if short else ""
        return replace(draft, kind=FactKind(f"bday-{part}"), part=part) if part else draft
    settled = (_number_of_chosen(draft, before) or _bare_name(draft, beside) or _postal_code(draft, before)
               or _employers(draft, before)
               or _second_number(draft, before) or _street(draft, beside, before) or _numbers(draft, beside, before)
               or draft)
    if (
        settled.kind == "country"
        and draft.control.type not in ("select-one", "radio")
        and draft.control.role != "combobox"
    ):
        return replace(settled, kind=FactKind("country-name"))
    return settled


_ON = ("il", "le", "el", "am", "op", "dnia", "em", "on", "den", "w dniu", "il giorno", "el dia", "no dia", "a", "wann",
       "ne le", "il data", "in data", "date", "data", "datum")
_BORN_IN = ("address-level1", "address-level2", "country", "country-name", "country-of-birth", "other")


def _born_on(draft: Draft, before: list[Draft]) -> Draft | None:
    """A bare "on" after a place of birth, also with its province or country between."""
    if draft.kind not in ("other", "task-value") or draft.part or (draft.words.core not in _ON and (
            draft.words.said not in _ON)) or draft.control.type not in ("text", "date", ""):
        return None
    back = before[-1:] if before and before[-1].kind == "place-of-birth" else before[-2:-1]
    between = before[-1] if before else None
    if not back or between is None or back[0].kind != "place-of-birth" or (
            between is not back[0] and between.kind not in _BORN_IN):
        return None
    if back[0].control.form != draft.control.form or back[0].words.legend != draft.words.legend:
        return None
    return replace(draft, kind=FactKind("bday"), confidence=0.85, subject=back[0].subject, told=back[0].told,
                   why="born there on …")


_TYPE_OF_PAPER = Pattern(
    r"(?:type|kind) of (?:identity |id |identification )?(?:document|id)|(?:document|id) type|(?:ausweis|dokumenten?|"
    r"identitats)\w*art|art des (?:ausweis|dokument)\w*|(?:type|nature) (?:de |du )?(?:piece|document|titre)|"
    r"(?:tipo|clase) (?:de |do |di |del )?(?:documento|identificacion)|(?:soort|type) (?:identiteits|legitimatie|"
    r"document|id)\w*|(?:rodzaj|typ) dokumentu")
_BARE_NUMBER = Pattern(
    r"(?:(?:document|dokument\w*|ausweis|id) ?)?(?:number|no|nr|n|num|nummer|numero|numer)"
    r"(?: (?:of|des|du|de|del|do|van het|d) ?(?:document\w*|dokument\w*|ausweis\w*|piece|identite|identidad))*")
_NATIONAL = Pattern(r"\b(?:dni|nie|nif|cpf|bsn|pesel|codice fiscale|rijksregister\w*)\b")
_PASSPORT = Pattern(papers.PASSPORT + r"|\bpass\b")
_IDENTITY = Pattern(papers.ID_CARD + r"|ausweis|dowod|\bcni\b|\bid\b|cidadao|identi")
_CHOSEN = ((_NATIONAL, "national-id"), (_PASSPORT, "passport-number"), (_IDENTITY, "id-card-number"))


def _number_of_chosen(draft: Draft, before: Draft | None) -> Draft | None:
    """A bare number right behind the choice of an identity paper: that of the paper chosen, to be checked."""
    if before is None or draft.kind not in ("other", "house-number") or draft.control.type not in ("text", "") or (
            not _TYPE_OF_PAPER.search(before.words.said) or not _BARE_NUMBER.fullmatch(draft.words.core)):
        return None
    chosen = [fold(option.label) for option in before.control.options if option.selected and option.value]
    for text in (*chosen, *choices(before.control)):
        for pattern, kind in _CHOSEN:
            if pattern.search(text):
                return replace(draft, kind=FactKind(kind), confidence=0.7, subject=before.subject
                               if before.subject is not Subject.NONE else draft.subject, told=before.told,
                               why="the number of the paper chosen before it")
    return None


_POSTAL_MASK = Pattern(r"\d{2}-\d{3}|\d{4}-\d{3}|\d{5}(?:-\d{3,4})?|\d{4} ?[A-Z]{2}|"
                       r"[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}")


def _postal_code(draft: Draft, before: Draft | None) -> Draft | None:
    """A silent box behind a street whose example is a postcode."""
    silent = not draft.words.said and draft.control.type in ("text", "tel", "number")
    if silent and before and before.kind in ADDRESS_KINDS and _POSTAL_MASK.fullmatch(draft.control.placeholder.strip()):
        return replace(draft, kind=FactKind("postal-code"), confidence=0.82, subject=before.subject,
                       why="an example of a postcode, beside an address")
    return None


_ADDRESS_ALONE = Pattern(r"(?:address|adresse|anschrift|direccion|domicilio|indirizzo|adres|morada|endereco|sede)")


def _employers(draft: Draft, before: Draft | None) -> Draft | None:
    """A bare "address" right behind the employer's name."""
    if before and before.kind == "employer-name" and _ADDRESS_ALONE.fullmatch(draft.words.core) and (
            draft.kind in ("street-address", "address-line1") and draft.subject is Subject.SELF):
        return replace(draft, kind=FactKind("employer-address"), subject=before.subject,
                       confidence=min(draft.confidence, 0.75), why="an address beside the employer's name")
    return None


def _second_number(draft: Draft, before: Draft | None) -> Draft | None:
    """A second number beside that of the house is the entrance's or the block's."""
    if draft.kind == "house-number" and before and before.kind == draft.kind and before.subject == draft.subject and (
            before.words.said != draft.words.said):
        return replace(draft, kind=FactKind("address-line2"), confidence=0.6, why="a second number beside the house's")
    return None


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
    return _line_below(draft, before)


_WHOLE_ADDRESS = Pattern(r"\baddress|adresse\b|anschrift|direccion|domicilio|indirizzo|adres|morada|"
                         r"endereco")


def _line_below(draft: Draft, before: Draft | None) -> Draft | None:
    """A silent box right below an address line, in the same column: the next line of the address."""
    if draft.kind != "other" or draft.control.type not in ("text", "") or before is None or not draft.control.visible:
        return None
    following = {"address-line1": "address-line2", "address-line2": "address-line3"}.get(before.kind)
    mute = not draft.words.said and not draft.words.placeholder
    above, below = before.control.box, draft.control.box
    under = abs(above[0] - below[0]) <= 6 and 0 < below[1] - above[1] <= 2 * max(above[3], 12)
    whole = before.kind == "address-line2" or _WHOLE_ADDRESS.search(before.words.said)
    same = (before.control.form, before.words.heading, before.words.legend) == (
        draft.control.form, draft.words.heading, draft.words.legend)
    if following and mute and under and whole and same:
        return replace(draft, kind=FactKind(following), confidence=0.82, subject=before.subject, told=before.told,
                       why="a line below the address")
    return None


def _numbers(draft: Draft, beside: set[str], before: Draft | None) -> Draft | None:
    said = draft.words.said
    if draft.kind in ("tel", "other") and before and re.fullmatch(_PHONE_REST, said or "number"):
        rest = {"tel-area-code": "tel-local", "tel-country-code": "tel-national"}.get(before.kind)
        if rest and draft.control.type in ("text", "tel", "number") and (
                before.subject == draft.subject or (before.told is Told.BY_LABEL is not draft.told)):
            return replace(draft, kind=FactKind(rest), confidence=0.85, subject=before.subject, told=before.told,
                           why="a number beside its prefix")
    if (
        draft.kind == "customer-number"
        and re.search(r"^(?:their |your |the )?account (?:number|no|nr)$", said)
        and beside & {"sort-code", "routing-number", "bank-name", "account-holder"}
    ):
        return replace(draft, kind=FactKind("bank-account-number"), why="an account number beside bank details")
    if re.fullmatch(r"n(?:r|o|um|umber|umero|umer|ummer)?", said) and before and before.kind in ADDRESS_KINDS:
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
        and re.search(r"(?<!im)matricula", said)
        and not beside & {"vehicle-make", "vehicle-model", "vehicle-vin"}
    ):
        return replace(draft, confidence=min(draft.confidence, 0.7))
    return None
