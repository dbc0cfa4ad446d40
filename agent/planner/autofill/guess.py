"""Guesses what one control asks for from its own words, and how sure that is. Groups are settled elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agent.browser.page import Control
from agent.planner.autofill.channels import by_which_way, lives_on
from agent.planner.autofill.option_sets import choices, is_yes_no, kind_by_options
from agent.planner.autofill.rules import kind_of, kind_said, kinds_in
from agent.planner.autofill.words import Words, word_set
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind with its confidence (0 to 1) and the reason in plain words."""

    kind: FactKind
    confidence: float
    why: str


AUTOCOMPLETE = word_set(
    "name honorific-prefix given-name additional-name family-name honorific-suffix nickname organization- "
    "title organization street-address address-line1 address-line2 address-line3 address-level4 address- "
    "level3 address-level2 address-level1 country country-name postal-code language bday bday-day bday-month "
    "bday-year sex url photo tel tel-country-code tel-national tel-area-code tel-local tel-extension email "
    "impp"
)
"""Autofill field names of the HTML standard that the profile may answer. Source: WHATWG HTML, autofill."""

CHOICE_KINDS = word_set(
    "honorific-prefix honorific-suffix sex marital-status nationality country country-name address-level1 "
    "address-level2 language contact-preference employment-status tenancy-type property-type vehicle-make "
    "vehicle-model vehicle-fuel vehicle-colour bday-day bday-month bday-year household-size number-of- "
    "children number-of-adults number-of-rooms tel-country-code highest-qualification religion ethnicity "
    "country-of-birth industry bank-name health-insurer school-name university relationship document-issuer "
    "dietary-requirements age passport-expiry passport-issue-date id-card-expiry move-in-date move-out-date "
    "job-start-date place-of-birth address-level3"
)
"""Kinds that a list of choices may ask for; others with choices are questions that only the task answers."""

NUMBER_KINDS = word_set(
    "age household-size number-of-children number-of-adults number-of-rooms years-at-address annual-income "
    "house-number postal-code tel tel-national tel-local tel-area-code tel-extension customer-number policy- "
    "number meter-number bank-account-number national-id tax-id social-security-number bday-day bday-month "
    "bday-year library-card-number payroll-number sort-code flat-number health-insurance-number"
)
DATE_KINDS = word_set("bday passport-issue-date passport-expiry id-card-expiry move-in-date "
                      "move-out-date job-start-date")
LONG_KINDS = word_set(
    "street-address address-line1 previous-address employer-address medical-conditions allergies dietary- "
    "requirements"
)
_SELDOM_OWN = frozenset({"organization", "url", "tax-id-business", "nickname", "age"})
"""Kinds that forms often ask for without meaning the person's own: always marked for a second look."""
_CLEAR = word_set(
    "name given-name family-name email tel bday postal-code address-line1 address-level2 address-level1 country "
    "organization university"
)
"""Kinds whose words seldom stand for anything else: where label and name of a field differ in these, one is wrong."""
_PRESENT = word_set("organization-title number-of-rooms property-type industry employer-name annual-income "
                    "move-in-date job-start-date")
_WANTED = Pattern(r"recherche|souhaite|desired|wanted|gewunscht|gesucht|deseado|pretendid|desiderat|"
                  r"ricercat|gewenst|gezocht|poszukiwan|preferowan|desejad|wunsch(?:einzug|termin)|"
                  r"preferred|bevorzugt|prefere|preferid")
_BEFORE = Pattern(r"previous|former|\blast\b|\bold\b|bisherig|fruher|vorherig|letzte|ancien|precedent|dernier|"
                  r"anterior|previ[oa]|vecchio|vorige|oude|laatste|poprzedni|dotychczas|\bthat address|dieser? "
                  r"(?:adresse|anschrift)|cette adresse|ess?a (?:direccion|morada)|quell indirizzo|dat adres|"
                  r"tym adresem")
_OF_A_VEHICLE = Pattern(r"vehic|\bcar\b|fahrzeug|\bauto|voiture|coche|veicolo|voertuig|pojazd|samochod|carro\b|"
                        r"bici|\bbike|equipment|\bboat")
_ABOUT_OTHERS = Pattern(r"partner|spouse|household|course|kurs\b|service|interest|besoin|necesidad")
_ANY_PAPER = Pattern(r"^(?:type|nature|art|tipo|soort|rodzaj)\b|\b(?:lost|stolen|verlor|perdu|vole|perdid|smarrit|"
                     r"verloren|utracon)|lichtbild|\bphoto\b|\bfoto|zdjeciem|legitimatie")
_WITH_ANOTHER = Pattern(
    r"(?:current|present|aktuell|derzeitig|jetzig|actuel|actual|attual|huidig|obecn|atual)\w* (?:energy |\w*)?"
    r"(?:supplier|provider|anbieter|versorger|lieferant|fournisseur|operateur|compania|comercializador|operador|fornitor|gestor|"
    r"operator|leverancier|aanbieder|dostawc|sprzedawc|fornecedor)")
_AND_TYPE = Pattern(r" (?:type|typ|tipo|model)\b")
_OF_A_CONTRACT = Pattern(r"mietbeginn|(?:lease|tenancy) (?:start|begin)|debut du bail|"
                         r"inicio del (?:contrato|alquiler)|"
                         r"(?:inizio|decorrenza) (?:della )?locazione|^occupat[oa] dal$|ingang huur|poczatek najmu|"
                         r"inicio do (?:contrato|arrendamento)")
_CALLING_CODE = Pattern(r"\(?(?:\+|00) ?(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|35\d|37\d|"
                        r"38[1-9]|42[013])\)?")
_A_NUMBER = Pattern(r"\b(?:number|nummer|numero|numer)\b")
_DATE_TYPES = ("date", "datetime-local", "month", "week", "time")
_TASK = Pattern(
    r"date|datum|\bwhen\b|\bwann\b|reading|lectura|lettura|stand\b|zahlerstand|releve|index|amount|betrag|montant|"
    r"importe|importo|number of|how many|anzahl|nombre d|reference|quantit|appointment|termin|"
    r"preferred|choose|which|welche|kundigen zum|price|total|\bbins\b|size|start|from|until|branch|collect"
)
_LATIN = Pattern(r"[a-z]{2}")
"""A label without such letters is in a script that no rule reads: it says nothing, rather than something else."""
_NEW_ADDRESS = Pattern(
    r"^(?:new|neue|nouvel\w*|nuev[oa]|nuova|nieuwe?|nowy|novo) (?:e ?mail|mail|adresse mail|correo)"
)
_PLAINLY_MAIL = Pattern(
    r"(?:^|\b(?:user|fields?|contact|your|newsletter|form|customer|subscriber) )e ?mail(?: ?add?ress)?$")
"""A name that leaves no doubt, where there is no label at all."""
_ONE_TIME = Pattern(r"\b(?:otp|token|verif\w*|2fa|mfa|captcha)\b")
_CODE_LIKE = Pattern(r"code|pin|amount|number of|card|iban|\bid\b")


def guess(control: Control, words: Words) -> Guess:
    """The best guess for one control that no veto took."""
    if (
        control.type in ("radio", "select-one", "select-multiple")
        or (control.role in ("combobox", "listbox")
        and control.options)
    ):
        return _choice(control, words)
    if control.type == "checkbox":
        return Guess(FactKind("yes-no-question"), 0.6, "a box to tick, the profile has no answer")
    found = _typed(control, words)
    if found.kind in _PRESENT and _WANTED.search(f"{words.said} | {words.legend} | {words.heading}"):
        return Guess(FactKind("task-value"), 0.4, "what is wished for, which only the task knows")
    if found.kind == "sex" and words.core == "genre" and words.language == "en":
        return Guess(FactKind("task-value"), 0.4, "a kind of film, book or music, in English")
    found = _doubted(found, words)
    if control.type in _DATE_TYPES and found.kind not in DATE_KINDS:
        return Guess(FactKind("task-value"), 0.5, "a date that only the task knows")
    if control.type in ("number", "range") and found.kind not in NUMBER_KINDS:
        return Guess(
            FactKind(
                "task-value"
                if found.kind in ("other", "task-value") and _TASK.search(words.said or words.name)
                else "other"
            ),
            0.4,
            "a number that the profile doesn't hold",
        )
    if control.tag == "textarea" and found.kind not in LONG_KINDS:
        return Guess(FactKind("free-text"), 0.6, "words that only the person can write")
    return found


def _doubted(found: Guess, words: Words) -> Guess:
    """The guess, less sure where its words leave open whether it is the fact in the profile."""
    doubts = (
        (0.75, found.kind in ("id-card-number", "passport-number") and _ANY_PAPER.search(words.core)),
        (0.75, found.kind in ("gp-name", "customer-number") and _BEFORE.search(words.core)),
        (0.75, found.kind == "customer-number" and _WITH_ANOTHER.search(words.core)),
        (0.75, found.kind == "vehicle-make" and _AND_TYPE.search(words.core)),
        (0.7, found.kind == "move-in-date" and _OF_A_CONTRACT.search(words.core)),
        (0.4, found.kind in ("name", "given-name", "family-name") and _A_NUMBER.search(words.said)),
        (0.75, found.kind in _SELDOM_OWN),
    )
    return replace(found, confidence=min([found.confidence, *(most for most, holds in doubts if holds)]))


def _choice(control: Control, words: Words) -> Guess:
    by_words = _without_dates(control, (
        kind_said(words)
        or (kind_of(words.legend) if not words.said or control.type == "radio" else None)
    ))
    if is_yes_no(control) and by_words not in ("sex",):
        return Guess(FactKind("yes-no-question"), 0.7, "a yes-or-no question")
    token = _token(control)
    by_options = kind_by_options(control)
    if by_options and by_options[0] == "tenancy-type" and _OF_A_VEHICLE.search(f"{words.said} {words.legend}"):
        by_options = None
    told = _by_choices(control, words, by_words) if by_options is None and not token else None
    if told:
        return told
    if (
        by_words in ("nationality", "country-of-birth", "document-issuer", "tel-country-code")
        and by_options
        and by_options[0] == "country"
    ):
        return Guess(by_words, 0.92, "its label says so and its choices are countries")
    if by_options and by_options[0] == "country" and by_words in ("address-level1", None):
        return Guess(FactKind("country"), 0.9, by_options[1])
    if token and token in CHOICE_KINDS:
        return Guess(FactKind(token), 0.97, "the page says so itself (autocomplete)")
    if by_options:
        kind, why = by_options
        date_part = kind.startswith("bday-") and not (
            kind_of(words.legend) or by_words or kind_of(words.name) or ""
        ).startswith("bday")
        return Guess(kind, 0.45 if date_part else 0.9, why)
    named = by_words or _without_dates(control, kind_of(words.name) or kind_of(words.id))
    if named in _PRESENT and _WANTED.search(f"{words.said} | {words.legend} | {words.heading}"):
        return Guess(FactKind("task-value"), 0.5, "what is wished for, which only the task knows")
    if named and named in CHOICE_KINDS:
        several = len(choices(control)) >= 2 or not control.options
        sure = 0.85 if by_words else 0.6
        return Guess(named, sure if several else 0.55, _because(by_words is not None))
    if control.type in ("checkbox", "select-multiple"):
        return Guess(FactKind("task-value"), 0.4, "a choice that only the task knows")
    return Guess(FactKind("task-value"), 0.5, "a choice that only the task knows")


def _without_dates(control: Control, kind: FactKind | None) -> FactKind | None:
    """A kind that choices to mark can ask for: no date is chosen so."""
    return None if control.type == "radio" and kind in DATE_KINDS else kind


def _by_choices(control: Control, words: Words, by_words: FactKind | None) -> Guess | None:
    """What label and choices together ask: how to reach the person, what they live on."""
    asked = f"{words.said} {words.legend}"
    if by_words in (None, "contact-preference", "task-value", "email", "tel") and by_which_way(asked, choices(control)):
        return Guess(FactKind("contact-preference"), 0.88, "its label asks how, its choices are ways to reach somebody")
    if by_words in (None, "employment-status", "task-value") and lives_on(choices(control)) and (
            not _ABOUT_OTHERS.search(asked)):
        return Guess(FactKind("employment-status"), 0.88, "its choices are what people live on")
    return None


def _because(by_label: bool) -> str:
    return "by the words of its label" if by_label else "by the name of the field only"


def _token(control: Control) -> str:
    words = control.autocomplete.lower().split()
    if "webauthn" in words:
        words.remove("webauthn")
    return words[-1] if words and words[-1] in AUTOCOMPLETE else ""


def _typed(control: Control, words: Words) -> Guess:
    by_label = kind_said(words)
    by_name = kind_of(words.name) or kind_of(words.id)
    token = _token(control)
    if token:
        return _with_token(FactKind(token), by_label, words)
    if by_label:
        return _from_label(control, words, by_label, by_name)
    if _CALLING_CODE.fullmatch(control.label.strip()) and control.type in ("text", "tel"):
        return Guess(FactKind("tel-national"), 0.85, "a number behind a fixed country code")
    hinted = _by_type(control, words)
    by_example = kind_of(words.placeholder) if words.placeholder != words.said else None
    if by_example and words.said and (by_example == by_name or (hinted is not None and hinted.kind == by_example)):
        return Guess(by_example, 0.85, "by the words in the empty field and the field's name")
    if not words.said and words.placeholder and kind_of(words.placeholder):
        return Guess(kind_of(words.placeholder) or FactKind("other"), 0.7, "by the example in the field")
    if by_name:
        agrees = hinted is not None and hinted.kind == by_name
        if words.said and not agrees and _LATIN.search(words.said):
            return Guess(
                by_name,
                0.4 if len(words.said.split()) > 2 else 0.55,
                "the name of the field says so, its label does not",
            )
        plain = not words.said and by_name == "email" and bool(_PLAINLY_MAIL.search(words.name or words.id))
        return Guess(by_name, 0.85 if agrees or plain else 0.7, "by the name of the field only")
    if hinted:
        return hinted
    if not words.said and words.legend:
        kind = kind_of(words.legend)
        if kind:
            return Guess(kind, 0.6, "by the words of its group")
    task = _TASK.search(words.said or words.name)
    return Guess(FactKind("task-value" if task else "other"), 0.3, "nothing says that the profile holds this")


def _with_token(token: FactKind, by_label: FactKind | None, words: Words) -> Guess:
    if token == "name" and by_label in ("given-name", "family-name", "additional-name"):
        return Guess(by_label, 0.9, "by the words of its label")
    if by_label is None or by_label == token or _near(token, by_label):
        kind = by_label if by_label in ("country-name",) else token
        return Guess(kind, 0.97, "the page says so itself (autocomplete)")
    if by_label in ("email", "tel") or token in ("email", "tel"):
        return Guess(by_label, 0.6, "the label and the page's autocomplete disagree; the label was believed")
    return Guess(by_label, 0.6, "the label and the page's autocomplete disagree; the label was believed")


_FAMILIES = (
    {
        "name",
        "given-name",
        "family-name",
        "additional-name",
        "nickname",
        "account-holder",
        "initials",
        "honorific-suffix",
    },
    {"street-address", "address-line1", "address-line2", "address-line3", "street-name", "house-number", "flat-number"},
    {"address-level1", "address-level2", "address-level3"},
    {"country", "country-name"},
    {"tel", "tel-national", "tel-local", "tel-country-code", "tel-area-code", "tel-extension"},
    {"organization", "employer-name", "name"},
    {"bday", "bday-day", "bday-month", "bday-year"},
    {"organization-title", "honorific-prefix"},
)


def _near(one: str, two: str) -> bool:
    return any(one in family and two in family for family in _FAMILIES)


def _from_label(control: Control, words: Words, by_label: FactKind, by_name: FactKind | None) -> Guess:
    if by_label == "email" and _NEW_ADDRESS.search(words.core):
        return Guess(FactKind("task-value"), 0.4, "a new e-mail address, which only the task knows")
    parents = by_label in ("father-name", "mother-name", "mothers-maiden-name")
    two = by_name and by_name != by_label and not _near(by_name, by_label) and not parents
    if by_name and two and by_name in kinds_in(words.said):
        return Guess(by_name, 0.82, "its label names two things, the name of the field one of them")
    length = len(words.core.split())
    sure = 0.9 if length <= 5 else 0.82 if length <= 8 else 0.65 if length <= 12 else 0.45
    if (control.type == "email" and by_label == "email") or (control.type == "tel" and by_label.startswith("tel")):
        sure = max(sure, 0.9)
    elif control.type == "email" and by_label != "email":
        return Guess(FactKind("email"), 0.6, "an e-mail field whose label says something else")
    if by_name == by_label:
        sure = min(0.95, sure + 0.05)
    elif by_name and not _near(by_name, by_label):
        sure = min(sure, 0.7 if by_name in _CLEAR and by_label in _CLEAR else 0.82)
    return Guess(by_label, sure, "by the words of its label")


def _by_type(control: Control, words: Words) -> Guess | None:
    said = words.said or words.name
    if control.type == "email":
        return Guess(FactKind("email"), 0.8 if not words.said else 0.6, "an e-mail field")
    short = 0 < control.maxlength <= 2
    if control.type == "tel" and not short and not _CODE_LIKE.search(said) and not _ONE_TIME.search(words.attributes):
        by_name = kind_of(words.name) or kind_of(words.id)
        if by_name is None or by_name.startswith("tel"):
            return Guess(FactKind("tel"), 0.6, "a telephone field")
    if control.type == "url":
        return Guess(FactKind("url"), 0.6, "a field for a web address")
    return None
