"""Leaves a second person's details alone where no words say whose they are: one person has one name on a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.planner.autofill.draft import Draft, Told
from agent.planner.autofill.recognition import CHECK_AT, Subject
from agent.planner.autofill.words import word_set
from agent.protocol.pattern import Pattern

NAMES = word_set("name given-name family-name organization")
"""Kinds that begin a person or an organisation; a second one in another part of the form is somebody else's."""

ONCE = word_set("vehicle-registration vehicle-make vehicle-model vehicle-colour vehicle-vin policy-number "
                "customer-number driving-licence-number meter-number")
"""Kinds of which a form asks the person for one; a second one is the other driver's or the old tenant's."""

UNSURE = word_set("street-address address-line1 address-level1 address-level2 postal-code street-name house-number "
                  "tel tel-national tel-local email")
"""Kinds that may come again for another place or another person: the vet's telephone, the site of an accident."""

OF_PEOPLE = NAMES | word_set(
    "honorific-prefix additional-name nickname birth-name initials honorific-suffix bday bday-day bday-month "
    "bday-year age sex national-id tax-id social-security-number nationality place-of-birth country-of-birth "
    "marital-status email tel tel-national tel-local tel-area-code tel-country-code tel-extension street-address "
    "address-line1 address-line2 address-line3 address-level1 address-level2 address-level3 postal-code country "
    "country-name house-number house-number-suffix street-name flat-number passport-number id-card-number "
    "organization-title language url vat-number health-insurance-number impp")
"""Kinds that go with the person or organisation that a part of the form is about."""

OF_ONE = word_set(
    "bday bday-day bday-month bday-year age sex national-id tax-id social-security-number nationality place-of-birth "
    "passport-number id-card-number health-insurance-number marital-status birth-name")
"""Kinds that official forms ask of a person, and shops of nobody: a bill goes to the same person at another address."""

THEIRS = OF_PEOPLE - NAMES | word_set(
    "allergies medical-conditions dietary-requirements school-name religion ethnicity")
"""Kinds that are those of the person named above, in that person's part."""

_HELPER = Pattern(
    r"\bgp\b|doctor|physician|dentist|pharmac|arzt|medecin|dentiste|medic[oa]\b|pediatra|huisarts|\barts\b|tandarts|"
    r"lekarz|emergenc|notfall|urgence|emergenza|emergencia|nood|naglym")
"""A label that names a doctor or somebody to call: what is asked about health after it is not theirs."""
_NOT_OF_A_HELPER = word_set(
    "allergies medical-conditions dietary-requirements religion ethnicity school-name health-insurance-number "
    "social-security-number marital-status")

_SAME_PERSON = Pattern(
    r"billing|invoice|rechnung|liefer|delivery|shipping|postal|correspond|mailing|post(?:anschrift|adresse)|factur|"
    r"livraison|envio|fattur|spedizion|consegna|bezorg|faktur|dostaw|korespond|wysylk|entrega|sign|unterschrift|"
    r"handtekening|podpis|assinatura|bank|payment|zahlung|paiement|pago|pagament|betaling|platnosc|declar|erklar|"
    r"contact|kontakt|\bpay\b|refund|reimburs|erstatt|rembours|reembols|rimbors|terugbetal|zwrot")
"""Words of a part that is about the person once more: where to send the bill, how to reach them, who signs."""

_FIRST_PERSON = Pattern(
    r"\b(?:your|you|about you|yourself|my|me|applicant|claimant|ihre?|ihnen|sie|antragsteller\w*|meine?|votre|vos|vous|"
    r"demandeur|mes|tus|sus|usted|solicitante|tuoi|suoi|richiedente|dichiarante|uw|uzelf|aanvrager|twoje|"
    r"wnioskodawc\w*|seus|requerente|declarant|ich)\b")


def others_left(drafts: Sequence[Draft]) -> list[Draft]:
    """Marks as somebody else's what repeats the person's name in another part of the form without saying whose.

    Contact details go with the name above them, in its part; what comes again without a name is marked for checking.
    """
    blocks = _blocks(drafts)
    named = [block for block in blocks if _names(block)]
    home = max(named, key=_weight, default=blocks[0] if blocks else [])
    changed: dict[int, Draft] = {}
    if home and home[0].words.column == 1 and not _told(home) and any(
            draft.words.column > 1 and draft.why.endswith("a further column of people") for draft in drafts):
        why = "a column of people whose head says nothing"
        changed = {id(draft): _doubted(draft, why) for draft in drafts
                   if draft.words.column == 1 and draft.subject is Subject.SELF}
    elif not _told(home) and any(_rich(block) and not _told(block) for block in named if block is not home):
        why = "two people are asked for, and nothing says which of them is the person"
        changed = {id(draft): _doubted(draft, why) for draft in home}
    before: set[str] = set()
    for block in blocks:
        if block is not home:
            changed |= _judged(block, {draft.kind for draft in home} | before)
        before |= {draft.kind for draft in block if id(draft) not in changed}
    return _with_their_name([changed.get(id(draft), draft) for draft in drafts], home)


def _judged(block: list[Draft], own: set[str]) -> dict[int, Draft]:
    if _told(block) or _same_person(block):
        return {}
    if _repeats(block, own):
        why = "a second name on the form, and nothing says that it is the person's own"
        return {id(draft): replace(draft, subject=Subject.OTHER, why=f"{draft.why}; {why}") for draft in block}
    found = {id(draft): _doubted(draft, "asked once before, in another part")
             for draft in block if draft.kind in UNSURE and draft.kind in own and not draft.told}
    return found | {id(draft): replace(draft, subject=Subject.OTHER, why=f"{draft.why}; a second one on the form")
                    for draft in block if draft.kind in ONCE and draft.kind in own and draft.told is not Told.BY_LABEL}


def _doubted(draft: Draft, why: str) -> Draft:
    return replace(draft, confidence=min(draft.confidence, CHECK_AT + 0.1), why=f"{draft.why}; {why}")


def _rich(block: list[Draft]) -> bool:
    """Whether a part asks for so much of a person that it could be the one who fills in the form."""
    kinds = {draft.kind for draft in block}
    return len({kind.split("-")[0] for kind in kinds}) >= 3 and bool(kinds & OF_ONE) and not _same_person(block)


def _same_person(block: list[Draft]) -> bool:
    """Whether titles, autofill names or field names say that a part is about the person once more."""
    said = [*_titles(block[0]), *(draft.control.autocomplete.lower() for draft in block),
            *(draft.words.attributes for draft in block[:3])]
    return any(_SAME_PERSON.search(text) for text in said)


def _with_their_name(drafts: list[Draft], home: list[Draft]) -> list[Draft]:
    """Gives contact details below another person's name, in a part without the person's own, to that person."""
    homes = {draft.words.heading for draft in home}
    found: list[Draft] = []
    whose: Subject | None = None
    part = ""
    helper = False
    for draft in drafts:
        if draft.words.heading != part:
            whose, part = None, draft.words.heading
        if draft.subject not in (Subject.SELF, Subject.NONE, Subject.EMPLOYER) and part not in homes:
            whose = draft.subject
            helper = bool(draft.subject is Subject.EMERGENCY or _HELPER.search(draft.words.said)) and (
                not _HELPER.search(part))
        elif helper and draft.kind in _NOT_OF_A_HELPER:
            pass
        elif whose and draft.subject is Subject.SELF and not draft.told and draft.kind in THEIRS:
            found.append(replace(draft, subject=whose, why=f"{draft.why}; of the person named above it"))
            continue
        found.append(draft)
    return found


def _blocks(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The person's own drafts by part of the form; a name that comes again begins a part of its own."""
    found: list[list[Draft]] = []
    key: object = None
    others = 0
    for draft in drafts:
        if draft.subject is not Subject.SELF or draft.vetoed or draft.kind not in OF_PEOPLE | ONCE:
            others += draft.subject not in (Subject.SELF, Subject.NONE)
            if others > 1:  # one alone may stand in the next column
                key = None  # what comes after somebody else's part is a part of its own
            continue
        others = 0
        here = (draft.control.form, draft.words.heading, draft.words.legend if draft.control.type != "radio" else None)
        moved = here != key and (key is None or _new_part(found[-1][-1], draft))
        late = draft.kind in NAMES and bool(found) and not _names(found[-1]) and any(map(_names, found))
        if not found or moved or late or _again(found[-1], draft):
            found.append([])
        key = here
        found[-1].append(draft)
    return found


def _new_part(before: Draft, draft: Draft) -> bool:
    """Whether the titles above differ; the legend of a small group alone, such as of a date, makes no part."""
    if before.words.heading != draft.words.heading or before.control.form != draft.control.form:
        return True
    return bool(draft.words.legend) and draft.kind in NAMES


def _again(block: list[Draft], draft: Draft) -> bool:
    """Whether a name comes a second time; "Name" and "First name" side by side are one."""
    if draft.kind not in NAMES:
        return False
    kinds = [one.kind for one in block]
    if draft.kind in kinds:
        return kinds[-1] != draft.kind     # two family names side by side are one person's
    if draft.kind == "name":
        return bool({"given-name", "family-name"} & set(kinds[:-1]))
    return draft.kind != "organization" and "name" in kinds[:-1]


def _names(block: list[Draft]) -> bool:
    return any(draft.kind in NAMES for draft in block)


def _titles(draft: Draft) -> tuple[str, ...]:
    return (draft.words.legend, "" if draft.words.titled else draft.words.heading)


def _repeats(block: list[Draft], own: set[str]) -> bool:
    names = {draft.kind for draft in block if draft.kind in NAMES}
    people = {"name", "given-name", "family-name"}
    return bool(names & people and own & people) or bool(names - people and {draft.kind for draft in block} & own)


def _told(block: list[Draft]) -> bool:
    return bool(block) and _nearness(block) > Told.NOT


def _weight(block: list[Draft]) -> int:
    """How much speaks for a part as the person's own: what it asks for, and words that say so; the first of equals.

    What is drawn comes before what may show later.
    """
    drawn = any(draft.control.visible for draft in block)
    return len({draft.kind for draft in block}) + 2 * _nearness(block) - (0 if drawn else 100)


def _nearness(block: list[Draft]) -> int:
    """How near the words stand that make a part the person's own; the first of equals is taken."""
    names = [draft for draft in block if draft.kind in NAMES]
    above = any(_FIRST_PERSON.search(text) for draft in (*block[:1], *names[:1]) for text in _titles(draft))
    return max([draft.told for draft in names] + [Told.ABOVE if above else Told.NOT])
