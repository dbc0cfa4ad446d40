"""The classifier's opinion confirms, doubts and offers, and never decides alone."""

from __future__ import annotations

import pytest

from agent.planner.autofill.agreement import weigh
from agent.planner.autofill.classifier import BUCKETS, Classifier, Opinion, Surroundings, bucket, features, shipped
from agent.planner.autofill.draft import Draft
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import Subject, tier_for
from agent.planner.autofill.words import words_of
from agent.protocol import FactKind
from tests.planner.build import button, control, page

LONELY = Surroundings(("edge", "edge"), ("edge", "edge"), 1, 0)


def draft(
    kind: str, confidence: float, subject: Subject = Subject.SELF, *, part: str = "", type: str = "text"
) -> Draft:
    box = control("Something", type)
    return Draft(box, words_of(box), FactKind(kind), subject, confidence, "by the rules", part=part)


def opinion(kind: str, probability: float, **others: float) -> Opinion:
    return Opinion(kind, probability, {"none": 0.0, "email": 0.0, "tel": 0.0, "given-name": 0.0, kind: probability} | {
        name.replace("_", "-"): share for name, share in others.items()})


@pytest.mark.parametrize(
    ("before", "heard", "kind", "tier"),
    [
        (draft("email", 0.7), opinion("email", 0.8), "email", "fill"),
        (draft("email", 0.7), opinion("email", 0.6), "email", "check"),
        (draft("email", 0.4), opinion("email", 0.95), "email", "check"),
        (draft("email", 0.4), opinion("email", 0.8), "email", "leave"),
        (draft("tel", 0.9), opinion("none", 0.96, tel=0.01), "tel", "check"),
        (draft("tel", 0.9), opinion("none", 0.8, tel=0.2), "tel", "fill"),
        (draft("tel", 0.97), opinion("none", 0.99, tel=0.0), "tel", "fill"),
        (draft("tel", 0.85, part="1/3"), opinion("none", 0.99, tel=0.0), "tel", "fill"),
        (draft("iban", 0.9), opinion("email", 0.99), "iban", "fill"),
        (draft("other", 0.3), opinion("given-name", 0.99), "given-name", "check"),
        (draft("other", 0.3), opinion("given-name", 0.9), "other", "leave"),
        (draft("other", 0.3, Subject.CHILD), opinion("given-name", 0.99), "other", "leave"),
        (draft("other", 0.3, type="number"), opinion("given-name", 0.99), "other", "leave"),
    ],
)
def test_an_opinion_changes_a_draft_as_the_table_says(before: Draft, heard: Opinion, kind: str, tier: str) -> None:
    after = weigh(before, heard)
    assert (str(after.kind), str(tier_for(after.confidence))) == (kind, tier)
    assert after.subject is before.subject


def test_an_opinion_is_the_sum_of_the_weights_of_what_is_seen() -> None:
    rows = bytearray(BUCKETS * 2)
    rows[bucket("a") * 2 + 1] = 100
    classifier = Classifier(("none", "email"), bytes(rows), 0.1, (0.0, -5.0))
    assert classifier.opinion([]).kind == "none"
    assert classifier.opinion(["a", "a"]).kind == "email"
    assert sum(classifier.opinion(["a"]).of.values()) == pytest.approx(1.0)


def test_weights_that_do_not_fit_are_refused_and_written_ones_are_read_again() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Classifier(("none",), b"12", 1.0, (0.0,))
    again = Classifier.read(shipped().written())
    seen = features(control("First name", name="firstName"), words_of(control("First name", name="firstName")), LONELY)
    assert again.opinion(seen) == shipped().opinion(seen)


@pytest.mark.parametrize(
    ("label", "kind"),
    [("First name", "given-name"), ("Nachname", "family-name"), ("Code postal", "postal-code"), ("Teléfono", "tel")],
)
def test_the_shipped_classifier_tells_plain_labels_apart(label: str, kind: str) -> None:
    box = control(label)
    of = shipped().opinion(features(box, words_of(box), LONELY)).of
    assert max((each for each in of if each != "none"), key=of.__getitem__) == kind


def test_hints_are_not_seen() -> None:
    bare, hinted = control("Answer", id="a"), control("Answer", id="a", hint="your first name and e-mail address")
    assert features(bare, words_of(bare), LONELY) == features(hinted, words_of(hinted), LONELY)


def tiers(*controls: object, **more: object) -> list[str]:
    return [found.tier for found in recognise(page(*controls, **more))]  # type: ignore[arg-type]


def test_a_name_of_a_field_alone_is_enough_when_it_is_plain_and_the_fields_around_it_agree() -> None:
    assert tiers(control("", name="firstName", id="x"), control("", name="lastName", id="y"),
                 control("", "email", name="email", id="z")) == ["fill", "fill", "fill"]


NOWHERE = {"visible": False, "box": (0.0, 0.0, 0.0, 0.0)}


def test_a_part_that_is_not_drawn_yet_is_read_but_a_lone_hidden_field_is_left() -> None:
    part = [control("First name", **NOWHERE), control("Last name", **NOWHERE), control("City", **NOWHERE)]
    assert tiers(control("E-mail", "email"), *part) == ["fill", "fill", "fill", "fill"]
    assert tiers(control("First name"), control("City", **NOWHERE)) == ["fill", "leave"]


def test_an_undrawn_field_that_only_some_people_need_is_read_too() -> None:
    names = [control("First name", autocomplete="given-name"), control("Last name", autocomplete="family-name"),
             control("Address", autocomplete="address-line1")]
    assert tiers(*names, control("Middle name", **NOWHERE))[-1] == "fill"
    assert tiers(*names, control("Add apartment", autocomplete="address-line2", **NOWHERE))[-1] == "fill"
    assert tiers(*names, control("Address", autocomplete="address-line1", **NOWHERE))[-1] == "leave"
    assert tiers(*names, control("E-mail", "email", **NOWHERE))[-1] == "leave"


def test_a_telephone_that_a_code_is_sent_to_is_still_a_telephone() -> None:
    assert tiers(control("Mobile no. (a one-time password will be sent to you)", "tel", name="mobile")) != ["leave"]
    assert tiers(control("One-time password sent to your mobile", "tel", name="mobile")) == ["leave"]


def test_hidden_fields_that_refuse_autofill_or_are_moved_away_are_traps() -> None:
    odd = [control(label, autocomplete="off", **NOWHERE) for label in ("First name", "Last name", "City")]
    aside = {"visible": False, "box": (-9999.0, 0.0, 90.0, 20.0)}
    away = [control(label, **aside) for label in ("First name", "Last name", "City")]
    assert set(tiers(control("E-mail", "email"), *odd)[1:]) == {"leave"}
    assert set(tiers(control("E-mail", "email"), *away)[1:]) == {"leave"}


@pytest.mark.parametrize("buttons", [("Log in", "Create account"), ("Sign in",)])
def test_a_form_whose_first_button_signs_in_is_left(buttons: tuple[str, ...]) -> None:
    form = [control("E-mail", "email", name="email"), control("Password", "password")]
    assert set(tiers(*form, buttons=[button(text) for text in buttons])) == {"leave"}


@pytest.mark.parametrize(
    "box",
    [control("Username / email", name="x"), control("E-mail", "email", name="login_email"),
     control("E-mail", "email", id="forgotPasswordEmail"), control("E-mail", "email", heading="Forgot your password?")],
)
def test_a_box_that_asks_who_signs_in_is_left(box: object) -> None:
    assert tiers(box, buttons=[button("Continue")]) == ["leave"]


def test_a_sign_up_form_is_filled() -> None:
    form = [control("E-mail", "email", name="email"), control("Password", "password", autocomplete="new-password")]
    assert tiers(*form, buttons=[button("Create account")])[0] == "fill"


def test_a_new_e_mail_address_is_not_the_old_one() -> None:
    assert tiers(control("New email", "email", name="newEmail")) == ["leave"]


def test_a_label_with_two_kinds_goes_by_the_name_of_the_field() -> None:
    found = recognise(page(control("Tel billing ZIP code", name="zip")))
    assert found[0].kind == "postal-code"


def test_a_list_of_people_is_left_whatever_stands_above_it() -> None:
    heads = ("Name", "Date of birth", "Relationship")
    rows = [control(head, box=(100.0 * place, 300.0 + 30 * row, 90.0, 20.0), heading="Household of the applicant")
            for row in range(2) for place, head in enumerate(heads)]
    own = control("Full name", box=(0.0, 10.0, 90.0, 20.0), heading="About you")
    found = recognise(page(own, *rows))
    assert found[0].tier == "fill"
    assert {one.tier for one in found[1:]} == {"leave"}
    alone = recognise(page(own, control("E-mail", "email", box=(0.0, 50.0, 90.0, 20.0))))
    assert [one.tier for one in alone] == ["fill", "fill"]


def test_the_place_one_has_moved_into_is_no_earlier_address() -> None:
    new = recognise(page(control("Address", heading="The property you have moved into")))
    old = recognise(page(control("Address", heading="The property you have moved from")))
    assert [new[0].kind, old[0].kind] == ["address-line1", "previous-address"]


def test_a_name_under_the_heading_of_its_card_is_left() -> None:
    card = [control("Card number", "tel", heading="Card number"), control("Expiry date MM/YY", heading="Card number"),
            control("Security code", "tel", heading="Card number")]
    name = control("First and last name", heading="Name on card")
    assert recognise(page(*card, name))[-1].kind == "cc-name"
    assert recognise(page(control("First and last name", heading="About you"), *card))[0].tier == "fill"
