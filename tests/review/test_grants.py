"""A step grant lets exactly the granted values through to exactly one origin, and asks about everything else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import Heading, PageMap
from agent.planner.base import AskKind, ButtonKind
from agent.protocol import FactKind, Origin, SourceKind
from agent.review.filled import Filled
from agent.review.grants import (
    GrantReason,
    GrantValue,
    Press,
    StepGrant,
    allows,
    may_join,
    offer,
    spellings,
    told,
)
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
GRANT = offer(HERE, {FactKind(kind): value for kind, value in FACTS.items()}, {"reading": "48213"}, FIRST,
              page(NAME))
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


# Which pages hold a step

HEADINGS = (
    "Check your answers", "Check your answers before sending", "Review your application", "Summary", "Zusammenfassung",
    "Überprüfen Sie Ihre Angaben", "Récapitulatif", "Vérifiez vos réponses", "Resumen", "Revise sus datos", "Riepilogo",
    "Controlla i tuoi dati", "Samenvatting", "Controleer uw gegevens", "Podsumowanie", "Sprawdź swoje odpowiedzi",
    "Resumo", "Verifique os seus dados",
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_page_headed_as_a_summary_is_held(heading: str) -> None:
    assert verdict(on=replace(PAGE, headings=(Heading(1, heading),))) is GrantReason.LOOKS_LAST
    assert verdict(on=replace(PAGE, title=f"{heading} – A council")) is GrantReason.LOOKS_LAST


def test_a_page_that_shows_several_of_the_persons_facts_back_is_held() -> None:
    two = replace(PAGE, text="Hello Ada Lovelace. We write to ada@example.org.")
    assert verdict(on=two) is GrantReason.GRANTED
    assert verdict(on=replace(two, text=f"{two.text} Postcode: SY1 2AB")) is GrantReason.LOOKS_LAST


@pytest.mark.parametrize("text", [
    "The fee is £48.", "Fee: 48", "Zu zahlen: 48,00 EUR", "Gebühr: 48", "Montant : 48 euros", "Total 48,00 zł",
    "Step 9 of 9", "Schritt 9 von 9", "Étape 9 sur 9", "Krok 9 z 9", "This is the last step.",
    "Your application will be submitted.", "When you continue, this form is sent.", "Ihr Antrag wird abgeschickt.",
    "Votre demande sera envoyée.", "Sign here with your finger", "Bitte hier unterschreiben", "Draw your name",
    "By going on you agree.", "You accept the rules.", "Continuing means that you agree.",
    "Wenn Sie auf Weiter klicken, bestätigen Sie die Angaben.", "Vous certifiez l'exactitude.",
    "Si continúa, acepta las condiciones.", "Proseguendo dichiari il vero.", "Door verder te gaan bevestigt u dit.",
    "Klikając dalej potwierdzasz.", "Ao continuar, declara que é verdade.",
])
def test_running_text_that_declares_signs_sends_or_names_an_amount_is_held(text: str) -> None:
    assert verdict(on=replace(PAGE, text=text)) is GrantReason.IN_PASSING


@pytest.mark.parametrize("text", [
    "Step 2 of 9", "We use this to find you. You can change it later.", "Your address, as on your letters from us.",
    "Or come to the Moot Hall, where somebody goes through it with you.", "Privacy | Terms and conditions | Cookies",
    "Call 01632 960 400, Monday to Friday from 9am to 5pm.", "Schritt 2 von 9. Weiter geht es mit der Adresse.",
])
def test_ordinary_text_is_not(text: str) -> None:
    assert verdict(on=replace(PAGE, text=text)) is GrantReason.GRANTED


def test_a_page_without_a_question_is_held() -> None:
    bare = page(TOKEN, buttons=PAGE.buttons)
    sheet = sheet_of(wire(("_token", "kH3v9QzP1xWb7LmN"), ("go", "next")), bare)
    assert verdict(sheet, bare) is GrantReason.ASKS_NOTHING


def test_a_page_with_more_text_than_was_read_is_held() -> None:
    assert verdict(on=replace(PAGE, text="Lorem ipsum. " * 1_500)) is GrantReason.TOO_MUCH


@pytest.mark.parametrize("extra", [
    hidden(20, "x", "48.00"), hidden(20, "fee", "48"), hidden(20, "x", "48 EUR"), hidden(20, "x", "1.248,50"),
    control(20, "r", type="radio", legend="How fast?", options=(option(21, "a", "Express £12"),)),
    control(20, "r", type="radio", legend="Choose", options=(option(21, "a", "Pay monthly"),)),
    control(20, "r", type="radio", legend="How do you pay?", options=(option(21, "a", "Monthly"),)),
    control(20, "r", type="radio", legend="Choose", options=(option(21, "a", "Direct debit"),)),
    control(20, "salary", "Your salary"), control(20, "x", "What is your salary?", type="text"),
])
def test_amounts_and_repeated_payments_are_held_wherever_they_stand(extra: object) -> None:
    assert verdict(on=with_control(extra)) is GrantReason.PAGE_ASKS


@pytest.mark.parametrize("extra", [
    control(20, "income", type="checkbox", legend="Where does your income come from?", id="income-salary",
            options=(option(21, "salary", "Salary"), option(22, "benefit", "Child benefit"))),
    control(20, "r", type="radio", legend="How often do you swim?", options=(
        option(21, "w", "Weekly"), option(22, "m", "Monthly"))),
    hidden(20, "step", "7"), hidden(20, "version", "1.2"),
])
def test_words_for_money_among_the_options_of_another_question_are_not(extra: object) -> None:
    assert verdict(on=with_control(extra)) is GrantReason.GRANTED


# Where and by what

def test_a_page_load_to_another_address_than_the_forms_own_is_held() -> None:
    press = Press(ButtonKind.NEXT, PAGE.buttons[0], loads_page=True)
    assert verdict(press=press) is GrantReason.GRANTED
    elsewhere = sheet_of(wire(*PAIRS, url="https://council.example/send-it"), PAGE, *FILLED)
    assert verdict(elsewhere, press=press) is GrantReason.OTHER_ADDRESS
    assert verdict(press=Press(ButtonKind.NEXT, None, loads_page=True)) is GrantReason.OTHER_ADDRESS


def test_a_press_that_sends_more_than_once_is_held() -> None:
    assert verdict(press=Press(ButtonKind.NEXT, siblings=True)) is GrantReason.SIBLINGS
    assert verdict(press=Press(ButtonKind.NEXT, again=True)) is GrantReason.AGAIN


@pytest.mark.parametrize("name", ["who", "Full name"])
def test_a_fact_under_a_question_about_somebody_else_is_held(name: str) -> None:
    assert verdict(press=Press(ButtonKind.NEXT, others=frozenset({name}))) is GrantReason.SOMEBODY_ELSE


# What the page or a planner chose

def test_an_answer_that_the_page_came_with_is_held() -> None:
    radio = control(20, "post", type="radio", legend="Letters?", options=(option(21, "y", "Yes", True, True),))
    assert step(("post", "y"), on=with_control(radio)) is GrantReason.PRESET
    ticked = box(20, "keep", "Keep me in the draw", checked=True)
    assert step(("keep", "on"), on=with_control(ticked)) is GrantReason.PRESET


def test_another_option_than_the_value_says_is_held() -> None:
    facts = {FactKind("country"): "GB"}
    on = page(control(1, "land", "Country", type="select-one", options=(
        option(-1, "gb", "United Kingdom"), option(-1, "fr", "France", selected=True))), buttons=PAGE.buttons)

    def chosen(value: str, given: str) -> GrantReason:
        filled = ours(1, "land", given, detail="country", option_value=value)
        sheet = sheet_of(wire(("land", value)), on, filled)
        grant = StepGrant(HERE, (*offer(HERE, facts, {}, sheet_of(wire(), page()), page()).values,
                                 *spellings(facts, "GB")))
        return allows(grant, HERE, sheet, NEXT, on).reason

    assert chosen("fr", "United Kingdom") is GrantReason.FLAGGED
    assert chosen("fr", "France") is GrantReason.NEW_VALUE


# Answers given after the grant

QUESTION = "Do you keep a vehicle?"
TOLD = StepGrant(HERE, (), (GrantValue(QUESTION, SourceKind.ANSWER, "Yes", "/x#car", "A vehicle"),))


def answered(value: str = "yes", given: str = "Yes", key: str = "/x#car", legend: str = QUESTION,
             heading: str = "A vehicle", grant: StepGrant = TOLD) -> GrantReason:
    options = (option(11, "yes", "Yes", value == "yes"), option(12, "no", "No", value == "no"))
    on = replace(page(control(1, "car", type="radio", legend=legend, options=options)), headings=(Heading(1, heading),))
    sheet = sheet_of(wire(("car", value)), on, ours(1, "car", given, SourceKind.ANSWER, key, option_value=value))
    return allows(grant, HERE, sheet, NEXT, on).reason


def test_an_answer_to_a_question_that_said_where_it_goes_passes() -> None:
    assert answered() is GrantReason.GRANTED


@pytest.mark.parametrize("change", [
    {"given": "No", "value": "no"},                       # another answer
    {"key": "/x#other"},                                  # another field
    {"legend": "Do you want a vehicle from us?"},         # other words over the same field
    {"heading": "Your partner"},                          # the same words on another page
    {"grant": StepGrant(HERE, ())},                       # the question did not say so
])
def test_an_answer_to_anything_else_is_held(change: dict[str, object]) -> None:
    assert answered(**change) is GrantReason.NEW_VALUE  # type: ignore[arg-type]  # any argument


def test_an_answer_to_a_question_about_a_private_fact_is_held() -> None:
    options = (option(11, "yes", "Yes", True), option(12, "no", "No"))
    on = page(control(1, "ill", type="radio", legend="Are you ill?", options=options))
    sheet = sheet_of(wire(("ill", "yes")), on, ours(1, "ill", "Yes", SourceKind.ANSWER, "/x#ill", option_value="yes"))
    grant = StepGrant(HERE, (), (GrantValue("Are you ill?", SourceKind.ANSWER, "Yes", "/x#ill"),))
    assert allows(grant, HERE, sheet, NEXT, on).allowed
    private = Press(ButtonKind.NEXT, private=frozenset({"ill"}))
    assert allows(grant, HERE, sheet, private, on).reason is GrantReason.PRIVATE


def test_an_answer_under_another_option_is_held() -> None:
    assert answered(value="no", given="Yes") is GrantReason.FLAGGED


def test_an_answer_that_holds_a_fact_which_is_not_on_the_grant_is_held() -> None:
    on = page(control(1, "acc", "How shall we pay you?", value=FACTS["iban"]))
    told_answer = GrantValue("How shall we pay you?", SourceKind.ANSWER, FACTS["iban"], "/x#acc")
    sheet = sheet_of(wire(("acc", FACTS["iban"])), on, ours(1, "acc", FACTS["iban"], SourceKind.ANSWER, "/x#acc"))
    assert allows(StepGrant(HERE, (), (told_answer,)), HERE, sheet, NEXT, on).reason is GrantReason.NEW_VALUE


def test_one_piece_of_an_answer_and_the_parts_of_an_answered_date_pass() -> None:
    several = StepGrant(HERE, (), (GrantValue(QUESTION, SourceKind.ANSWER, "Yes; No", "/x#car", "A vehicle"),))
    assert answered(grant=several) is GrantReason.GRANTED
    asked = "When did you move? (a date, such as 27 March 2026)"
    moved = StepGrant(HERE, (), (GrantValue(asked, SourceKind.ANSWER, "5 May 2025", "/x#moved"),))

    def part(label: str, value: str) -> GrantReason:
        on = page(control(1, "m", label, legend="When did you move?", value=value))
        sheet = sheet_of(wire(("m", value)), on, ours(1, "m", value, SourceKind.ANSWER, "/x#moved"))
        return allows(moved, HERE, sheet, NEXT, on).reason

    assert part("Day", "5") is GrantReason.GRANTED
    assert part("Year", "2025") is GrantReason.GRANTED
    assert part("Year", "2024") is GrantReason.NEW_VALUE
    assert part("PIN", "5") is GrantReason.NEW_VALUE


@pytest.mark.parametrize(("kind", "fact", "on", "origin", "may"), [
    (AskKind.VALUE, "", PAGE, HERE, True), (AskKind.CHOICE, "email", PAGE, HERE, True),
    (AskKind.DECLARATION, "", PAGE, HERE, False), (AskKind.FILE, "", PAGE, HERE, False),
    (AskKind.SITE, "", PAGE, HERE, False), (AskKind.HAND, "", PAGE, HERE, False),
    (AskKind.VALUE, "iban", PAGE, HERE, False), (AskKind.VALUE, "passport-number", PAGE, HERE, False),
    (AskKind.VALUE, "", PAGE, Origin("https://x.example"), False),
    (AskKind.VALUE, "", with_control(box(20, "c", "I agree")), HERE, False),
])
def test_only_plain_questions_on_plain_pages_may_join(kind: AskKind, fact: str, on: PageMap, origin: Origin,
                                                      may: bool) -> None:
    assert may_join(GRANT, origin, kind, fact, on) is may
    assert str(origin) in told(origin)
