"""Says what each control of a page asks for: veto, subject, kind, group, and a tier by how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from agent.browser.page import Control, PageMap
from agent.planner.autofill.agreement import agree
from agent.planner.autofill.captions import with_captions
from agent.planner.autofill.classifier import Classifier, shipped
from agent.planner.autofill.columns import by_columns
from agent.planner.autofill.draft import Draft, Told
from agent.planner.autofill.groups import settle
from agent.planner.autofill.guess import Guess, guess
from agent.planner.autofill.people_lists import lists_left
from agent.planner.autofill.recognition import Recognition, Subject, Tier, is_filled, tier_for
from agent.planner.autofill.repeats import others_left
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.shared_labels import told_apart
from agent.planner.autofill.short_labels import in_context
from agent.planner.autofill.shown_later import shown_later
from agent.planner.autofill.sign_in import FormKind, asks_who, form_kind, sign_in_boxes
from agent.planner.autofill.stray_titles import with_stray_titles
from agent.planner.autofill.subject import PageTraits, about_thing, subject_of, traits_of, without_person
from agent.planner.autofill.veto import consent, veto
from agent.planner.autofill.words import Words, core, word_set, words_on
from agent.protocol import FactKind

_SIGNS_IN_WITH = ("email", "tel", "name", "other", "customer-number", "national-id")
"""What sites call their users by: such a box in a sign-in form is left to the person."""
_EMPLOYER_KINDS = {
    "organization": "employer-name",
    "name": "employer-name",
    "street-address": "employer-address",
    "address-line1": "employer-address",
}
_NAMED_WITHOUT_SAYING = re.compile(
    r"^(?:name|nom|nombre|nome|naam|imie)\b|\bname$|, call|avisar|reach you call|prevenir"
)


_LIKE_A_CARD = re.compile(r"(?<!dd )(?<!tt )(?<!jj )(?<!gg )\bm?m (?:yy|yyyy|aa|aaaa|jj|jjjj|rr|rrrr)\b|\bcc|card")
"""An expiry date that can only be a payment card's, where nothing else on the page asks for a card."""


def recognise(page: PageMap, classifier: Classifier | None = None) -> list[Recognition]:
    """One entry a control, one for a radio group, in document order. Pure; costs a few milliseconds.

    A tier says how surely a control is read. What isn't shown is left alone, but for a part of the form that comes
    later: that keeps its tier, and nothing is typed there before it shows. ``classifier``: by default the shipped one.
    """
    return list(_recognised(page, classifier or shipped()))


@lru_cache(maxsize=4)
def _recognised(page: PageMap, classifier: Classifier) -> tuple[Recognition, ...]:
    """Kept for the last pages: planner, doubts, sheet and grant each ask about the same one."""
    later = shown_later(page)
    # Whose a second name on the form is comes last: no opinion about kinds may lift that doubt.
    drafts = _others_left_by_form(agree(drafts_of(page), classifier))
    return tuple(_judge(draft, later) for draft in drafts)


def drafts_of(page: PageMap) -> list[Draft]:
    """What the rules alone make of each control, groups settled."""
    controls, said = by_columns(page, with_stray_titles(page, with_captions(page, words_on(page))))
    said = told_apart(controls, said)
    said = [in_context(one) for one in said]
    traits = traits_of(said)
    forms = {control.form: form_kind(page, control.form) for control in page.controls}
    boxes = sign_in_boxes(page, said)
    drafts: list[Draft] = []
    before = Subject.SELF
    later = shown_later(page)
    for control, words in zip(page.controls, said, strict=True):
        form = forms[control.form]
        form = replace(form, signs_in=True) if control.ref in boxes else form
        beside_paper = _paper_before(drafts, control) and not any(draft.kind == "cc-number" for draft in drafts)
        seen = replace(traits, has_card=False) if beside_paper else traits
        draft = _first_look(control, words, seen, form, before, later=control.ref in later, beside_paper=beside_paper)
        before = draft.subject if draft.subject is not Subject.NONE else before
        drafts.append(draft)
    return settle(drafts)


def _paper_before(drafts: Sequence[Draft], control: Control) -> bool:
    """Whether the number of a passport or an identity card stands right before: an expiry date is then its own."""
    return any(draft.kind in ("passport-number", "id-card-number", "national-id", "residence-permit-number",
                              "driving-licence-number") and draft.control.heading == control.heading
               for draft in drafts[-2:])


def _others_left_by_form(drafts: Sequence[Draft]) -> list[Draft]:
    """Each form of a page is a whole of its own: a second form asks the same person again."""
    left: dict[int, Draft] = {}
    for form in {draft.control.form for draft in drafts}:
        own = lists_left([draft for draft in drafts if draft.control.form == form])
        left.update(zip((draft.control.ref for draft in own), others_left(own), strict=True))
    return [left[draft.control.ref] for draft in drafts]


def _first_look(
    control: Control, words: Words, traits: PageTraits, form: FormKind, before: Subject, *, later: bool,
    beside_paper: bool = False,
) -> Draft:
    stop = veto(control, words, signs_up=form.signs_up, later=later)
    if stop is None and control.type == "checkbox" and len(control.options) < 2:
        stop = consent(words)
    card = traits.has_card or (_LIKE_A_CARD.search(words.all) and not beside_paper)
    if stop is not None and (card or not stop.kind.startswith("cc-exp")):
        return Draft(control, words, stop.kind, Subject.NONE, 0.95, stop.why, vetoed=True)
    subject, said_by = subject_of(words, traits, before)
    found = guess(control, words)
    if said_by.startswith("by the words of its label") or said_by.startswith("the label"):
        found = _behind_the_person(control, words, found, subject)
    kind, confidence, why = found.kind, found.confidence, found.why
    if subject is Subject.EMPLOYER:
        kind, subject = _of_employer(kind)
    if subject is Subject.SELF and about_thing(words, kind, traits) and found.confidence < 0.97:
        return Draft(
            control,
            words,
            FactKind("other"),
            Subject.NONE,
            0.3,
            "about an animal or a thing, not the person",
            vetoed=True,
        )
    if (form.signs_in and kind in _SIGNS_IN_WITH) or (kind in _SIGNS_IN_WITH and asks_who(words, form)):
        left = kind if kind == "email" else FactKind("username")
        return Draft(control, words, left, Subject.SELF, 0.3, "a sign-in box, left to the person", vetoed=True)
    if subject is not Subject.SELF and said_by:
        why = f"{why}; somebody else's ({subject}), {said_by}"
    return Draft(control, words, kind, subject, confidence, why, told=_told(words, said_by))


def _told(words: Words, said_by: str) -> Told:
    if "label" in said_by or "name of the field" in said_by:
        return Told.BY_LABEL
    # What the title of the whole page says, says nothing of one person on it.
    return Told.ABOVE if said_by and not (words.titled and not words.legend) else Told.NOT


def _behind_the_person(control: Control, words: Words, found: Guess, subject: Subject) -> Guess:
    """Guesses again without the words that name a person: "co-borrower name" is a name, "emergency contact" too."""
    if (
        is_filled(found.kind)
        or (control.type not in ("text", "tel", "email", "", "search")
        and control.tag != "textarea")
    ):
        return found
    rest = without_person(words.said)
    kind = kind_of(rest) or kind_of(core(rest))
    if kind is None and (not rest or _NAMED_WITHOUT_SAYING.search(words.said)):
        kind = FactKind("organization" if subject is Subject.ORGANISATION else "name")
    return Guess(kind, 0.8, "by the words of its label") if kind else found


def _of_employer(kind: FactKind) -> tuple[FactKind, Subject]:
    """An employer's name and address are facts of the person's profile; the person's own job facts stay theirs."""
    if kind in ("employer-name", "employer-address"):
        return kind, Subject.EMPLOYER
    if kind in (
        "job-start-date",
        "annual-income",
        "organization-title",
        "payroll-number",
        "employment-status",
        "industry",
    ):
        return kind, Subject.SELF
    mapped = _EMPLOYER_KINDS.get(kind)
    return (FactKind(mapped), Subject.EMPLOYER) if mapped else (kind, Subject.EMPLOYER)


_EXTRAS = word_set("additional-name address-line2 address-line3 address-level1")
"""What a form shows only to those who have it: a box alone that isn't drawn and asks for one of these is no trap."""


def _extra(draft: Draft) -> bool:
    box = draft.control.box
    return draft.kind in _EXTRAS and bool(draft.words.said) and box[2] == 0 and box[3] == 0


def _judge(draft: Draft, later: frozenset[int]) -> Recognition:
    fills = is_filled(draft.kind)
    subject = draft.subject if fills or draft.kind == "username" else Subject.NONE
    own = subject is Subject.SELF or (subject is Subject.EMPLOYER and draft.kind.startswith("employer-"))
    tier = tier_for(draft.confidence) if fills and own and not draft.vetoed else Tier.LEAVE
    if (
        tier is not Tier.LEAVE
        and not (draft.control.visible or draft.control.ref in later or _extra(draft))
        and draft.control.type not in ("radio", "select-one", "select-multiple")
    ):
        tier = Tier.LEAVE
    if tier is not Tier.LEAVE and (draft.control.disabled or draft.control.readonly) and draft.control.ref not in later:
        tier = Tier.LEAVE
    control = draft.control
    ids = tuple(option.id for option in control.options if option.id) if control.type in ("radio", "checkbox") else ()
    return Recognition(
        ref=control.ref,
        selector=control.selector,
        id=control.id,
        ids=ids,
        name=control.name,
        label=control.label or control.legend or control.placeholder,
        kind=draft.kind,
        subject=str(subject),
        tier=str(tier),
        confidence=draft.confidence,
        why=draft.why,
        part=draft.part,
    )
