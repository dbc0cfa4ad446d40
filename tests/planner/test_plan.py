"""What the planner decides to do on a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from agent.browser.page import PageMap
from agent.planner.autofill.plan import Autofill, decide, page_signature
from agent.planner.base import Action, Ask, AskKind, Attach, ButtonKind, Choose, Click, Done, Fill, GiveUp, Tick, View
from agent.protocol import SourceKind
from tests.planner.build import FACTS, button, control, link, page, pdf, view

TODAY = date(2026, 11, 23)


def plan(seen: View) -> list[Action]:
    return decide(seen, TODAY)


def one(actions: list[Action], kind: type) -> Any:
    found = [action for action in actions if isinstance(action, kind)]
    assert len(found) == 1, actions
    return found[0]


def filled(shown: PageMap, actions: list[Action]) -> PageMap:
    """The page as it is after the actions."""
    texts = {a.ref: a.given.value for a in actions if isinstance(a, Fill)}
    return replace(shown, controls=tuple(replace(c, value=texts.get(c.ref, c.value)) for c in shown.controls))


async def test_facts_and_task_values_are_filled_and_the_form_is_sent() -> None:
    shown = page(
        control("Full name", required=True),
        control("Meter reading", required=True),
        control("Email", "email"),
        buttons=[button("Send reading")],
    )
    actions = await Autofill().decide(view(shown, "Submit my meter reading, 48213"))
    assert [a.given.value for a in actions if isinstance(a, Fill)] == [
        "Eleanor Mary Whitcombe",
        "48213",
        "e.whitcombe@example.org",
    ]
    assert [a.given.source.kind for a in actions if isinstance(a, Fill)] == [
        SourceKind.PROFILE,
        SourceKind.TASK,
        SourceKind.PROFILE,
    ]
    assert (one(actions, Click).text, one(actions, Click).kind) == ("Send reading", ButtonKind.SUBMIT)


def test_the_persons_edit_beats_the_answer_the_task_and_the_profile() -> None:
    shown = page(control("Postcode", name="pc", required=True))
    key = "/form#pc"

    def value(**more: Any) -> str:
        return str(one(plan(view(shown, more.pop("task", "Do it"), **more)), Fill).given.value)

    assert value() == "SY3 7QX"
    assert value(answers={key: "HR4 9BD"}) == "HR4 9BD"
    assert value(answers={key: "HR4 9BD"}, notes=("Postcode: LD1 5AA",)) == "LD1 5AA"
    assert value(notes=("Postcode: LD1 5AA", "Postcode: LD2 5BB")) == "LD2 5BB"
    assert value(edits={"pc": "AB1 2CD"}, notes=("Postcode: LD1 5AA",)) == "AB1 2CD"


def test_all_that_is_missing_is_asked_in_one_go_in_the_forms_own_words() -> None:
    shown = page(
        control("Tenancy reference", name="tenancy", required=True, hint="On your letter"),
        control("How long?", "radio", name="months", required=True, choices=("6 months", "12 months")),
        control("Anything else?", "textarea"),
    )
    asks = [a for a in plan(view(shown)) if isinstance(a, Ask)]
    assert [(a.key, a.kind, a.prompt, a.options) for a in asks] == [
        ("/form#tenancy", AskKind.VALUE, "Tenancy reference\nOn your letter", ()),
        ("/form#months", AskKind.CHOICE, "How long?", ("6 months", "12 months")),
        ("/form#anything-else", AskKind.VALUE, "Anything else?", ()),
    ]
    assert [a.required for a in asks] == [True, True, False]


def test_an_answer_worth_keeping_is_offered_for_the_profile() -> None:
    asked = one(plan(view(page(control("Passport number", required=True)))), Ask)
    assert asked.fact == "passport-number"
    asked = one(plan(view(page(control("Emergency contact name", required=True)))), Ask)
    assert asked.fact is None


def test_answers_are_found_again_when_the_page_is_rebuilt() -> None:
    for _ in range(2):
        shown = page(control("Tenancy reference", name="tenancy", required=True))
        assert one(plan(view(shown, answers={"/form#tenancy": "T-77"})), Fill).given.source.kind is SourceKind.ANSWER


def test_a_value_that_does_not_fit_is_asked_about_and_never_cut() -> None:
    shown = page(control("Postcode", required=True, maxlength=4))
    asked = one(plan(view(shown)), Ask)
    assert "does not fit" in asked.prompt
    assert not [a for a in plan(view(shown)) if isinstance(a, Fill)]


def test_somebody_elses_field_is_not_filled_with_the_persons_fact() -> None:
    shown = page(control("Emergency contact's phone", "tel"), control("Your phone", "tel", required=True))
    assert [a.ref for a in plan(view(shown)) if isinstance(a, Fill)] == [shown.controls[1].ref]


def test_a_date_in_three_boxes_is_filled_and_asked_as_one() -> None:
    born = [control(t, legend="Date of birth", required=True) for t in ("Day", "Month", "Year")]
    assert [a.given.value for a in plan(view(page(*born))) if isinstance(a, Fill)] == ["14", "3", "1986"]
    began = page(*[control(t, legend="When did it start?", required=True) for t in ("Day", "Month", "Year")])
    asked = one(plan(view(began)), Ask)
    answered = plan(view(began, answers={asked.key: "2 November 2026"}))
    assert [a.given.value for a in answered if isinstance(a, Fill)] == ["2", "11", "2026"]


def test_a_pre_ticked_consent_is_taken_out_and_stays_out() -> None:
    shown = page(
        control("Full name", required=True),
        control("Send me the newsletter", "checkbox", checked=True, default_checked=True),
    )
    tick = one(plan(view(shown)), Tick)
    assert (tick.on, tick.given.source.kind, tick.given.source.detail) == (
        False,
        SourceKind.GUESSED,
        "consents default to no",
    )
    out = replace(shown, controls=(shown.controls[0], replace(shown.controls[1], checked=False)))
    assert one(plan(view(out)), Tick).on is False


def test_a_box_that_the_task_says_no_to_is_taken_out() -> None:
    cover = control("Add breakdown cover", "checkbox", checked=True, default_checked=True)
    by = control("Bills by", "checkbox", choices=["E-mail", "Paper bills"], selected=1)
    by = replace(by, options=tuple(replace(each, ref=700 + at) for at, each in enumerate(by.options)))
    shown = page(control("Full name", required=True), cover, by)
    ticks = [each for each in plan(view(shown, "No paper bills, without breakdown cover")) if isinstance(each, Tick)]
    assert {each.ref: (each.on, each.given.source.kind) for each in ticks} == {
        cover.ref: (False, SourceKind.TASK), 701: (False, SourceKind.TASK)}
    assert not [each for each in plan(view(shown, "Set up my bills")) if isinstance(each, Tick)]


def test_boxes_that_an_answer_does_not_name_are_taken_out() -> None:
    by = control("Bills by", "checkbox", name="by", choices=["E-mail", "Paper bills", "In the app"], selected=1)
    by = replace(by, options=tuple(replace(each, ref=700 + at) for at, each in enumerate(by.options)))
    found = plan(view(page(control("Full name", required=True), by), edits={"by": "E-mail"}))
    assert {each.ref: each.on for each in found if isinstance(each, Tick)} == {700: True, 701: False}


def test_a_consent_that_is_not_ticked_is_left_alone() -> None:
    shown = page(control("Full name", required=True), control("Send me the newsletter", "checkbox"))
    assert not [a for a in plan(view(shown)) if isinstance(a, Tick | Ask)]


@pytest.mark.parametrize(
    ("said", "outcome"), [("yes", Tick), ("Ja", Tick), ("oui", Tick), ("no", GiveUp), ("Nein", GiveUp)]
)
def test_a_declaration_needs_the_persons_own_yes(said: str, outcome: type) -> None:
    box = control("I declare that this is true", "checkbox", name="truth", required=True, hint="You can be prosecuted.")
    asked = one(plan(view(page(box))), Ask)
    assert (asked.kind, asked.prompt) == (AskKind.DECLARATION, "I declare that this is true\nYou can be prosecuted.")
    assert not [a for a in plan(view(page(box))) if isinstance(a, Tick)]
    one(plan(view(page(box), answers={asked.key: said})), outcome)


def test_the_task_text_never_ticks_a_declaration() -> None:
    box = control("I declare that this is true", "checkbox", required=True)
    assert not [a for a in plan(view(page(box), "I declare that this is true: yes")) if isinstance(a, Tick)]


def test_the_one_file_that_fits_is_attached() -> None:
    shown = page(control("Proof of address", "file", required=True, accept=".pdf"))
    attached = one(plan(view(shown, files=(pdf("bill.pdf"),))), Attach)
    assert (attached.paths, attached.given.source.kind) == (("/task/bill.pdf",), SourceKind.DOCUMENT)
    asked = one(plan(view(shown, files=(pdf("bill.pdf"), pdf("letter.pdf")))), Ask)
    assert (asked.kind, asked.options) == (AskKind.FILE, ("bill.pdf", "letter.pdf"))
    chosen = plan(view(shown, files=(pdf("bill.pdf"), pdf("letter.pdf")), answers={asked.key: "letter.pdf"}))
    assert one(chosen, Attach).given.value == "letter.pdf"
    assert one(plan(view(shown)), Ask).kind is AskKind.FILE


@pytest.mark.parametrize(
    ("made", "word"),
    [
        ([control("Email", "email"), control("Password", "password")], "sign in"),
        ([control("Card number", autocomplete="cc-number")], "payment"),
        ([control("Full name"), control("Enter the characters you see")], "human"),
        ([control("Verification code")], "code"),
    ],
)
def test_what_only_the_person_can_do_is_handed_over_once(made: list[Any], word: str) -> None:
    shown = page(*made, buttons=[button("Log in" if word == "sign in" else "Continue")])
    asked = one(plan(view(shown)), Ask)
    assert asked.kind is AskKind.HAND
    assert word in asked.prompt
    assert isinstance(plan(view(shown, answers={asked.key: "done"}))[-1], GiveUp)


def test_the_link_that_matches_the_task_is_followed() -> None:
    shown = page(
        buttons=[],
        controls=(),
        links=(
            link("Home", "https://council.example/"),
            link("Renew a parking permit", "https://council.example/parking"),
            link("Send a meter reading", "https://council.example/meter"),
        ),
    )
    click = one(plan(view(shown, "Submit my meter reading, 48213")), Click)
    assert (click.text, click.is_link) == ("Send a meter reading", True)


def test_a_start_button_is_pressed_when_no_link_matches() -> None:
    shown = page(
        buttons=[],
        links=(link("Privacy", "https://council.example/privacy"), link("Start now", "https://council.example/1")),
    )
    assert one(plan(view(shown, "Renew my permit")), Click).text == "Start now"


def test_a_dead_end_is_given_up_with_a_reason() -> None:
    reason = one(plan(view(page(buttons=[]), "Renew my permit")), GiveUp).reason
    assert reason.startswith("This page has no form and no link that matches")


def test_a_search_box_and_a_newsletter_are_no_form_to_fill() -> None:
    shown = page(
        control("Search", "search"),
        control("Your email", "email", form=1, heading="Newsletter"),
        buttons=[button("Search"), button("Subscribe", form=1)],
        links=(link("Renew a parking permit", "https://council.example/p"),),
    )
    assert one(plan(view(shown, "Renew my parking permit")), Click).text == "Renew a parking permit"


def test_a_cookie_wall_is_answered_with_necessary_only_first() -> None:
    shown = page(
        control("Full name"),
        buttons=[button("Accept all", type="button"), button("Reject all", type="button"), button("Send")],
        text="This site uses cookies",
    )
    assert plan(view(shown)) == [Click(shown.buttons[1].ref, "Reject all", ButtonKind.OTHER)]


def test_a_summary_page_is_sent_only_after_a_step_before_it() -> None:
    shown = page(headings=["Check your answers"], buttons=[button("Accept and send")])
    assert one(plan(view(shown, last_click=ButtonKind.NEXT, sent=True)), Click).kind is ButtonKind.SUBMIT
    assert isinstance(plan(view(shown))[-1], GiveUp)


def test_after_sending_a_confirmation_ends_it_with_its_reference() -> None:
    shown = page(headings=["Thank you"], text="Thank you. Your reference number is MR-2026-00421.", buttons=[])
    done = one(plan(view(shown, sent=True, last_click=ButtonKind.SUBMIT)), Done)
    assert (done.confirmed, done.reference) == (True, "MR-2026-00421")


def test_after_sending_an_unclear_page_is_not_called_confirmed() -> None:
    done = one(plan(view(page(headings=["Home"], buttons=[]), sent=True, last_click=ButtonKind.SUBMIT)), Done)
    assert not done.confirmed


def test_after_sending_a_further_step_is_filled() -> None:
    shown = page(control("Postcode", required=True), headings=["Your address"], buttons=[button("Continue")])
    actions = plan(view(shown, sent=True, last_click=ButtonKind.NEXT))
    assert [type(a) for a in actions] == [Fill, Click]


def test_a_refused_value_is_spelt_another_way_once_then_asked_about() -> None:
    words = "Enter the date like 2026-03-27"
    sent = page(
        control("Date of birth", name="dob", required=True, value="14/03/1986", default="14/03/1986", error=words),
        errors=(words,),
    )
    first = plan(view(sent, last_click=ButtonKind.SUBMIT))
    assert (one(first, Fill).given.value, type(first[-1])) == ("1986-03-14", Click)  # as the site says
    still = replace(sent, controls=(replace(sent.controls[0], value="1986-03-14", default="1986-03-14"),))
    asked = one(plan(view(still, last_click=ButtonKind.SUBMIT)), Ask)
    assert words in asked.prompt
    phone = page(
        control(
            "Phone", "tel", name="tel", required=True, value="07700 900183", default="07700 900183", error="No spaces"
        ),
        errors=("No spaces",),
    )
    mended = plan(view(phone, last_click=ButtonKind.SUBMIT))
    assert (one(mended, Fill).given.value, type(mended[-1])) == ("07700900183", Click)
    waiting = filled(phone, mended)
    assert one(plan(view(waiting, last_click=ButtonKind.SUBMIT)), Fill).given.value == "07700900183"
    again = replace(phone, controls=(replace(phone.controls[0], value="07700900183", default="07700900183"),))
    asked = one(plan(view(again, last_click=ButtonKind.SUBMIT)), Ask)
    assert "No spaces" in asked.prompt
    answered = plan(view(again, last_click=ButtonKind.SUBMIT, answers={asked.key: "07700900999"}))
    assert one(answered, Fill).given.value == "07700900999"


def test_an_old_error_beside_an_empty_field_does_not_refuse_a_new_value() -> None:
    shown = page(
        control("Postcode", name="pc", required=True, error="Enter your postcode"), errors=("Enter your postcode",)
    )
    actions = plan(view(shown, last_click=ButtonKind.SUBMIT))
    assert one(actions, Fill).given.value == "SY3 7QX"
    assert isinstance(plan(view(filled(shown, actions), last_click=ButtonKind.SUBMIT))[-1], Click)


def test_an_error_that_nothing_can_mend_is_quoted() -> None:
    shown = page(
        control("Postcode", name="pc", required=True, value="SY3 7QX", default="SY3 7QX"),
        errors=("We only serve Hereford",),
    )
    assert "We only serve Hereford" in one(plan(view(shown, last_click=ButtonKind.SUBMIT)), GiveUp).reason


def test_pressing_on_without_effect_is_not_repeated() -> None:
    shown = page(control("Postcode", name="pc", required=True, value="SY3 7QX"))
    assert isinstance(plan(view(shown))[-1], Click)
    assert isinstance(
        plan(view(shown, tried=frozenset({page_signature(shown)}), last_click=ButtonKind.NEXT))[-1], GiveUp
    )


def test_deciding_again_on_the_filled_page_gives_the_same_changes() -> None:
    shown = page(control("Full name", required=True), control("Postcode", required=True))
    first = plan(view(shown))
    assert plan(view(filled(shown, first))) == first


def test_a_whole_address_in_one_line_has_its_town() -> None:
    shown = page(control("Your address", required=True))
    assert one(plan(view(shown)), Fill).given.value == "14 Abbey Lane, Shrewsbury SY3 7QX"
    parts = page(control("Your address", required=True), control("Postcode", required=True))
    assert [a.given.value for a in plan(view(parts)) if isinstance(a, Fill)] == [
        "14 Abbey Lane, Shrewsbury", "SY3 7QX"]  # there is no other place for the town


def test_unknown_optional_fields_stay_empty() -> None:
    shown = page(control("Full name", required=True), control("Passport number"), control("Fax (optional)"))
    assert [type(a) for a in plan(view(shown))] == [Fill, Click]


def test_an_appointment_is_asked_with_day_and_time() -> None:
    group = control(
        "Choose a time",
        "radio",
        name="slot",
        required=True,
        choices=[(f"2026-12-07T{t}", t) for t in ("9:00am", "10:30am")],
    )
    shown = page(
        group, headings=["Book", "Monday 7 December 2026"], text="Book\nMonday 7 December 2026\n9:00am\n10:30am"
    )
    asked = one(plan(view(shown, "Book an appointment")), Ask)
    assert asked.options == ("Monday 7 December 2026, 9:00am", "Monday 7 December 2026, 10:30am")
    chosen = one(plan(view(shown, "Book an appointment", answers={asked.key: asked.options[1]})), Choose)
    assert chosen.index == 1
    assert one(plan(view(shown, "Book me on Monday 7 December at 10:30")), Choose).index == 1


def test_no_fact_is_ever_shown_in_a_reason_or_question() -> None:
    shown = page(control("Postcode", required=True, maxlength=3), control("Colour of door", required=True))
    texts = " ".join(a.prompt for a in plan(view(shown)) if isinstance(a, Ask))
    assert not any(value in texts for value in FACTS.values())


def test_the_persons_own_words_are_never_replaced_by_a_fact() -> None:
    shown = page(control("Country", "select-one", name="country", required=True, choices=("Ireland", "United Kingdom")))
    asked = one(plan(view(shown, edits={"country": "Atlantis"})), Ask)
    assert asked.options == ("Ireland", "United Kingdom")
    first = one(plan(view(shown, answers={"/form#country": "Atlantis"})), Ask)
    assert first.key == "/form#country!again"
    assert one(plan(view(shown, answers={"/form#country": "Atlantis", first.key: "Ireland"})), Choose).index == 0
    again = plan(view(shown, answers={"/form#country": "Atlantis", first.key: "Lemuria"}))
    assert isinstance(again[-1], GiveUp)


def test_a_tick_taken_off_the_sheet_stays_off() -> None:
    shown = page(control("I live here", "checkbox", name="here", checked=True, default_checked=True))
    tick = one(plan(view(shown, edits={"here": ""})), Tick)
    assert (tick.on, tick.given.source.kind) == (False, SourceKind.PERSON)


def test_a_wizards_thanks_are_no_confirmation() -> None:
    shown = page(
        control("Postcode", required=True),
        headings=["Your address"],
        text="Thank you for your name.",
        buttons=[button("Continue")],
    )
    assert isinstance(plan(view(shown, sent=True, last_click=ButtonKind.NEXT))[-1], Click)


def test_an_option_answered_in_its_own_words_is_chosen_whatever_it_means_elsewhere() -> None:
    shown = page(
        control("In which country did it happen?", "radio", name="country", choices=["England and Wales", "Scotland"]),
        buttons=[button("Continue")],
    )
    ask = one(plan(view(shown)), Ask)  # never chosen because the person's country is GB
    chosen = one(plan(view(shown, answers={ask.key: "Scotland"})), Choose)
    assert (chosen.index, chosen.given.source.kind) == (1, SourceKind.ANSWER)


def test_a_page_that_asks_one_question_with_boxes_is_asked_about_and_others_after_the_sites_refusal() -> None:
    boxes = control("Where does your income come from?", "checkbox", name="income", choices=["Salary", "Pension"])
    email = control("Email", "email")
    assert one(plan(view(page(boxes, buttons=[button("Continue")]))), Ask).options == ("Salary", "Pension")
    assert not [a for a in plan(view(page(boxes, email, buttons=[button("Continue")]))) if isinstance(a, Ask)]
    refused = page(replace(boxes, error="Select one"), email, buttons=[button("Continue")])
    assert "Select one" in one(plan(view(refused)), Ask).prompt


def test_a_password_and_the_questions_beside_it_are_put_to_the_person_together() -> None:
    shown = page(
        control("Create password", "password", autocomplete="new-password"),
        control("Retype password", "password", autocomplete="new-password"),
        control("I agree to the terms and conditions", "checkbox"),
        buttons=[button("Create account")],
    )
    asks = [action for action in plan(view(shown)) if isinstance(action, Ask)]
    assert [ask.kind for ask in asks] == [AskKind.HAND, AskKind.DECLARATION]
    assert shown.url in asks[0].prompt
