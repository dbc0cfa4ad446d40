"""A step grant lets exactly the granted values through to exactly one origin, and asks about everything else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import PageMap
from agent.planner.base import ButtonKind
from agent.protocol import FactKind, Origin, SourceKind
from agent.review.filled import Filled
from agent.review.grants import GrantReason, Press, allows, offer, spellings
from agent.review.sheet import Sheet
from tests.review.pages import (
    FACTS,
    box,
    button,
    control,
    hidden,
    option,
    ours,
    page,
    sent,
    sheet_of,
    wire,
)

HERE = Origin("https://council.example")
NAME = control(1, "who", "Full name", value="Ada Lovelace")
READING = control(2, "reading", "Meter reading", value="48213")
TOKEN = hidden(9, "_token", "kH3v9QzP1xWb7LmN")
STEP = hidden(8, "step", "2")
FILLED = (ours(1, "who", "Ada Lovelace", detail="name"), ours(2, "reading", "48213", SourceKind.TASK, "reading"))
FIRST = sheet_of(wire(("who", "Ada Lovelace")), page(NAME), FILLED[0])
GRANT = offer(HERE, {FactKind(kind): value for kind, value in FACTS.items()}, {"reading": "48213"}, FIRST, page(NAME))
NEXT = Press(ButtonKind.NEXT)
PAGE = page(NAME, READING, TOKEN, STEP, buttons=(button(30, "go", "next", "Continue"),))
PAIRS = (("_token", "kH3v9QzP1xWb7LmN"), ("step", "2"), ("who", "Ada Lovelace"), ("reading", "48213"), ("go", "next"))


def verdict(sheet: Sheet | None = None, on: PageMap = PAGE, press: Press = NEXT,
            origin: Origin = HERE) -> GrantReason:
    found = allows(GRANT, origin, sheet or sheet_of(wire(*PAIRS), on, *FILLED), press, on)
    assert found.allowed == (found.reason is GrantReason.GRANTED)
    return found.reason


def step(*more: tuple[str, str], on: PageMap = PAGE, filled: tuple[Filled, ...] = ()) -> GrantReason:
    return verdict(sheet_of(wire(*PAIRS, *more), on, *FILLED, *filled), on)


def with_control(*more: object) -> PageMap:
    return replace(PAGE, controls=(*PAGE.controls, *more))  # type: ignore[arg-type]  # controls


def test_a_next_step_with_granted_values_passes() -> None:
    assert verdict() is GrantReason.GRANTED


def test_sensitive_facts_are_not_offered_unless_they_stand_on_the_first_sheet() -> None:
    assert "iban" not in {value.label for value in GRANT.values}
    on = page(control(1, "acc", "Account", value=FACTS["iban"]))
    first = sheet_of(wire(("acc", FACTS["iban"])), on, ours(1, "acc", FACTS["iban"], detail="iban"))
    assert "iban" in {value.label for value in offer(HERE, {}, {}, first, on).values}


def test_the_values_stand_in_no_representation() -> None:
    assert "Ada" not in repr(GRANT)


@pytest.mark.parametrize("origin", ["https://council.example:8443", "http://council.example", "https://x.example", ""])
def test_any_other_origin_is_held(origin: str) -> None:
    assert verdict(origin=Origin(origin)) is GrantReason.OTHER_ORIGIN


def test_a_request_whose_own_address_is_elsewhere_is_held() -> None:
    sheet = sheet_of(wire(*PAIRS, url="https://evil.example/meter"), PAGE, *FILLED)
    assert verdict(sheet) is GrantReason.OTHER_ORIGIN


@pytest.mark.parametrize("press", [ButtonKind.SUBMIT, ButtonKind.OTHER])
def test_any_other_button_is_held(press: ButtonKind) -> None:
    assert verdict(press=Press(press)) is GrantReason.NOT_NEXT


@pytest.mark.parametrize("extra", [
    control(20, "f", "Proof", type="file"), control(20, "p", "Password", type="password"),
    box(20, "c", "I agree to the terms"), box(20, "c", "I declare this is true"), hidden(20, "marketing", "no"),
    control(20, "amount", "Amount"), control(20, "s", "Signature"), control(20, "x", "Pay monthly"),
    control(20, "r", type="radio", legend="Choose", options=(option(21, "n", "Newsletter"),)),
])
def test_a_page_that_asks_for_more_is_held(extra: object) -> None:
    assert verdict(on=with_control(extra)) is GrantReason.PAGE_ASKS


@pytest.mark.parametrize("text", [
    "By continuing, you confirm that the details are true.", "Mit dem Klick auf Weiter erklären Sie sich bereit.",
    "En cliquant sur Suivant, vous acceptez.", "I hereby declare that",
])
def test_a_page_whose_text_makes_the_press_a_declaration_is_held(text: str) -> None:
    assert verdict(on=replace(PAGE, text=text)) is GrantReason.IN_PASSING


@pytest.mark.parametrize(("more", "reason"), [
    (("x", "1"), GrantReason.FLAGGED),                     # not on the page
    (("_token", "1"), GrantReason.FLAGGED),                # a second token
    (("who", "Eve"), GrantReason.FLAGGED),                 # a second name
])
def test_anything_the_page_added_is_held(more: tuple[str, str], reason: GrantReason) -> None:
    assert step(more) is reason


def test_a_changed_value_is_held() -> None:
    pairs = [(name, "99999" if name == "reading" else value) for name, value in PAIRS]
    assert verdict(sheet_of(wire(*pairs), PAGE, *FILLED)) is GrantReason.FLAGGED


def test_a_value_of_ours_that_is_not_on_the_grant_is_held() -> None:
    on = with_control(control(20, "pet", "Dog's name", value="Rex"))
    new = (ours(20, "pet", "Rex", SourceKind.ANSWER, "q7"),)
    assert step(("pet", "Rex"), on=on, filled=new) is GrantReason.NEW_VALUE


def test_the_same_answer_to_another_question_is_held() -> None:
    flat = control(1, "flat", "Do you rent?", type="radio", options=(option(11, "yes", "Yes", selected=True),))
    asked = sheet_of(wire(("flat", "yes")), page(flat), ours(1, "flat", "yes", SourceKind.ANSWER, "rent"))
    grant = offer(HERE, {}, {}, asked, page(flat))
    same = allows(grant, HERE, asked, NEXT, page(flat))
    other = sheet_of(wire(("flat", "yes")), page(flat), ours(1, "flat", "yes", SourceKind.ANSWER, "benefits"))
    assert same.allowed
    assert allows(grant, HERE, other, NEXT, page(flat)).reason is GrantReason.NEW_VALUE


def test_a_guess_is_held() -> None:
    on = with_control(control(20, "floor", "Floor", value="2"))
    assert step(("floor", "2"), on=on, filled=(ours(20, "floor", "2", SourceKind.GUESSED),)) is GrantReason.GUESSED


def test_a_visible_default_passes_and_a_changed_one_is_held() -> None:
    on = with_control(control(20, "lang", "Language", value="en", default="en"))
    assert step(("lang", "en"), on=on) is GrantReason.GRANTED
    set_later = with_control(control(20, "lang", "Language", value="de", default="en"))
    assert step(("lang", "de"), on=set_later) is GrantReason.HIDDEN


def test_a_hidden_value_that_carries_the_persons_data_is_held() -> None:
    on = with_control(hidden(20, "ref", "ada@example.org"))
    assert step(("ref", "ada@example.org"), on=on) is GrantReason.NEW_VALUE


def test_a_visible_default_with_a_fact_that_is_not_on_the_grant_is_held() -> None:
    on = with_control(control(20, "acc", "Account", value=FACTS["iban"], default=FACTS["iban"]))
    assert step(("acc", FACTS["iban"]), on=on) is GrantReason.NEW_VALUE


def test_what_could_not_be_read_is_held() -> None:
    assert verdict(sheet_of(sent("who=Ada+Lovelace&&"), PAGE, *FILLED)) is GrantReason.UNREAD


def test_a_granted_fact_in_another_form_of_words_passes() -> None:
    on = page(control(1, "pc", "Postcode", value="SY12AB"))
    sheet = sheet_of(wire(("pc", "SY12AB")), on, ours(1, "pc", "SY1 2AB", detail="postal-code"))
    assert verdict(sheet, on) is GrantReason.GRANTED


def test_granted_facts_pass_as_forms_write_them_and_nothing_else_does() -> None:
    facts = {FactKind("given-name"): "Ada", FactKind("family-name"): "Lovelace", FactKind("bday"): "1986-03-14",
             FactKind("tel"): "+447700900183", FactKind("iban"): "DE89370400440532013000"}
    written = {(each.label, each.value) for each in spellings(facts, "GB")}
    assert ("given-name", "Ada Lovelace") in written
    assert ("bday", "14") in written
    assert any(label == "tel" and value.startswith("07700") for label, value in written)
    assert not any("8937" in value.replace(" ", "") for _, value in written)   # a bank account is not on a grant
    assert not any(value in ("Grace", "15") for _, value in written)


def test_a_value_of_the_task_passes_under_another_label_but_not_another_value() -> None:
    def with_months(value: str) -> GrantReason:
        shown = with_control(control(20, "months", "How many months", value=value))
        filled = ours(20, "months", value, SourceKind.TASK, "for how long")
        grant = offer(HERE, {FactKind(kind): text for kind, text in FACTS.items()},
                      {"reading": "48213", "months": "12"}, FIRST, page(NAME))
        sheet = sheet_of(wire(*PAIRS, ("months", value)), shown, *FILLED, filled)
        return allows(grant, HERE, sheet, NEXT, shown).reason

    assert with_months("12") is GrantReason.GRANTED
    assert with_months("24") is GrantReason.NEW_VALUE
