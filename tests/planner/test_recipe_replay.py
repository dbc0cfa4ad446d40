"""Recipes on pages built by hand: learnt without a value, found again by every way, handed over at each surprise."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from agent.browser.page import Control, PageMap
from agent.intake.task_values import values_in
from agent.planner.autofill.ticks import BY_RULE
from agent.planner.base import Action, Ask, AskKind, ButtonKind, Choose, Click, Done, Fill, GiveUp, Tick, View
from agent.planner.recipe.amounts import amounts_of
from agent.planner.recipe.clean import Clean
from agent.planner.recipe.learning import Known, Put, stop_of
from agent.planner.recipe.matching import Candidate, fitting, public_words
from agent.planner.recipe.replay import Replay
from agent.planner.recipe.script import Final, Press, Script, Stop, Way
from agent.planner.recipe.shapes import lasting, path_shape
from agent.planner.recipe.text import from_text, to_text
from agent.planner.recipe.walk import Walked, last_way
from agent.protocol import FactKind, Given, Source, SourceKind
from tests.planner.build import FACTS, button, control, page, view

TASK = "Renew my permit, reading 48213"
DAY = date(2026, 11, 26)
URL = "https://council.example/form"


def known(task: str = TASK, more: tuple[str, ...] = ()) -> Known:
    values = {each.value for each in values_in(task, "GB", DAY)} | set(more)
    return Known({FactKind(kind): value for kind, value in FACTS.items()}, task, DAY, Clean(FACTS, values))


def profile(kind: str) -> Given:
    return Given(FACTS[kind], Source(SourceKind.PROFILE, kind))


def put(control: Control, given: Given, /, **more: Any) -> Put:
    return Put(control.ref, given, more.get("option"), more.get("on", True))


def form() -> tuple[PageMap, list[Put]]:
    """A permit's form, and what was put there."""
    name = control("First name", name="given", id="given", required=True)
    post = control("Postcode", name="post", id="post", autocomplete="postal-code", required=True)
    reading = control("Meter reading", name="reading", id="reading", required=True)
    length = control("Length", type="radio", name="length", id="length", choices=["6 weeks", "Always"], required=True)
    why = control("Why do you need it", name="why", id="why", required=True)
    extra = control("House name (optional)", name="house", id="house")
    agree = control("I agree to the terms and conditions", type="checkbox", name="agree", id="agree", required=True)
    shown = page(name, post, reading, length, why, extra, agree, buttons=[button("Send")], headings=["Your permit"],
                 title="Renew a permit", text="Your permit\nThe fee is £12.00")
    puts = [put(name, profile("given-name")), put(post, profile("postal-code")),
            put(reading, Given("48213", Source(SourceKind.TASK, "reading"))),
            put(length, Given("Always", Source(SourceKind.ANSWER, "q")), option="Always"),
            put(why, Given("Because of Aunt Agatha", Source(SourceKind.ANSWER, "q"))),
            put(agree, Given("yes", Source(SourceKind.ANSWER, "q")))]
    return shown, puts


def click_on(shown: PageMap) -> Click:
    return Click(shown.buttons[0].ref, shown.buttons[0].text, ButtonKind.SUBMIT)


def learnt() -> tuple[Script, dict[int, list[str]]]:
    shown, puts = form()
    stop = stop_of(shown, puts, click_on(shown), known(more=("Because of Aunt Agatha",)))
    assert stop is not None
    script = Script(recipe=1, title="Renew a permit", start=URL, pages=(stop,), final=Final(heading="Thank you"))
    assert from_text(to_text(script)) == script
    return script, {0: sorted(amounts_of(shown))}


def decide(shown: PageMap, task: str = TASK, answers: bool = True, replay: Replay | None = None,
           **more: Any) -> list[Action]:
    script, amounts = learnt()
    given = {"/form#why": "Because", "/form#agree": "yes"} if answers else {}
    seen: View = view(shown, task, answers=given, **more)
    return asyncio.run((replay or Replay(script, amounts, lambda: DAY)).decide(seen))


def surprise(shown: PageMap, **more: Any) -> str:
    """Goes on as a run does: what is to be put is put, until it presses, asks or gives up."""
    script, amounts = learnt()
    replay = Replay(script, amounts, lambda: DAY)
    for _ in range(3):
        actions = decide(shown, replay=replay, **more)
        if actions and isinstance(actions[-1], GiveUp | Click | Ask):
            return actions[-1].reason if isinstance(actions[-1], GiveUp) else ""
        shown = filled(shown, actions)
    raise AssertionError("it goes round in circles")


def filled(shown: PageMap, actions: list[Action]) -> PageMap:
    by_ref = {each.ref: each for each in shown.controls}
    for each in actions:
        if isinstance(each, Fill):
            by_ref[each.ref] = replace(by_ref[each.ref], value=each.given.value)
        elif isinstance(each, Tick):
            by_ref[each.ref] = replace(by_ref[each.ref], checked=each.on)
        elif isinstance(each, Choose):
            options = tuple(replace(option, selected=at == each.index)
                            for at, option in enumerate(by_ref[each.ref].options))
            by_ref[each.ref] = replace(by_ref[each.ref], options=options)
    return replace(shown, controls=tuple(by_ref[each.ref] for each in shown.controls))


def changed(of: str, /, **values: Any) -> PageMap:
    shown, _ = form()
    return replace(shown, controls=tuple(replace(each, **values) if each.name == of else each
                                         for each in shown.controls))


def test_what_is_learnt_holds_sources_and_no_value() -> None:
    script, _ = learnt()
    takes = {way.name: (way.take.value, getattr(way, way.take.value)) for way in script.pages[0].fields}
    assert takes == {"given": ("fact", "given-name"), "post": ("fact", "postal-code"), "reading": ("task", "number"),
                     "length": ("option", "Always"), "why": ("ask", True), "house": ("left", True),
                     "agree": ("yours", True)}
    text = to_text(script)
    for value in [*FACTS.values(), "48213", "Agatha", "12.00"]:
        assert len(value) < 3 or value not in text


@pytest.mark.parametrize("label", ["Is 14 Abbey Lane your address?", "Eleanor's permit", "Call +44 7700 900183",
                                   "Account 70-113-284", "e.whitcombe@example.org", "Born 14 March 1986"])
def test_a_label_that_carries_something_of_the_person_is_left_out(label: str) -> None:
    shown, puts = form()
    shown = replace(shown, headings=(replace(shown.headings[0], text=label),), controls=tuple(
        replace(each, label=label, legend=label, heading=label) if each.name == "post" else each
        for each in shown.controls))
    stop = stop_of(shown, puts, click_on(shown), known())
    assert stop is not None
    assert stop.heading == ""
    (way,) = [each for each in stop.fields if each.name == "post"]
    assert (way.label, way.group) == ("", "")


@pytest.mark.parametrize(("text", "clean"), [
    ("Welcome, Ms Li", False), ("Ann Li's account", False), ("/u/ann-li/form", False), ("Account ending 3000", False),
    ("ＡＮＮ", False), ("Annual living costs", True), ("Step 2 of 5", True)])
def test_short_names_and_last_figures_are_the_persons_too(text: str, clean: bool) -> None:
    facts = {"given-name": "Ann", "billing family-name": "Li", "iban": "DE89370400440532013000", "sex": "female"}
    assert Clean(facts, ())(text) is clean


@pytest.mark.parametrize("words", ["May", "may 2027", "Friday", "Fr., 7. Mai", "7 December 2026", "next Monday"])
def test_a_day_that_was_chosen_is_asked_for_again(words: str) -> None:
    when = control("Which one", type="select-one", name="when", required=True, choices=["Choose", words, "Other"])
    shown = page(when)
    stop = stop_of(shown, [put(when, Given(words, Source(SourceKind.GUESSED)), option=words)], click_on(shown),
                   known("Book the court"))
    assert stop is not None
    assert [way.take.value for way in stop.fields] == ["ask"]


@pytest.mark.parametrize(("words", "goes_on"), [("About you", True), ("Your partner", False), ("Witness", False)])
def test_another_persons_part_of_the_form_is_a_surprise(words: str, goes_on: bool) -> None:
    name = control("First name", name="given", id="given", required=True, legend="Your details")
    shown = page(name)
    stop = stop_of(shown, [put(name, profile("given-name"))], click_on(shown), known())
    assert stop is not None
    script = Script(recipe=1, title="x", start=URL, pages=(stop,))
    now = page(replace(name, legend=words))
    first = asyncio.run(Replay(script, {}, lambda: DAY).decide(view(now, TASK)))[0]
    assert isinstance(first, Fill if goes_on else GiveUp), first


def test_an_option_that_is_the_persons_own_is_asked_for_again() -> None:
    mine = control("Which address", type="select-one", name="which", required=True,
                   choices=["Choose", "14 Abbey Lane", "15 Abbey Lane"])
    day = control("When", type="radio", name="slot", required=True,
                  choices=[("2026-12-07T10:30", "10:30am"), ("2026-12-07T11:30", "11:30am")], legend="7 December 2026")
    shown = page(mine, day)
    stop = stop_of(shown, [put(mine, Given("14 Abbey Lane", Source(SourceKind.ANSWER)), option="14 Abbey Lane"),
                           put(day, Given("10:30am", Source(SourceKind.ANSWER)), option="2026-12-07T10:30")],
                   click_on(shown), known())
    assert stop is not None
    assert [way.take.value for way in stop.fields] == ["ask", "ask"]


def test_a_consent_taken_out_by_rule_stays_the_persons() -> None:
    box = control("Send me news and offers", type="checkbox", name="news", default_checked=True)
    shown = page(box)
    stop = stop_of(shown, [put(box, Given("no", BY_RULE), on=False)], click_on(shown), known())
    assert stop is not None
    assert stop.fields[0].yours


def test_it_replays_with_the_values_of_now() -> None:
    shown, _ = form()
    first = decide(shown, "Renew my permit, reading 50001", facts={**FACTS, "postal-code": "TQ12 4AB"})
    assert {each.given.value for each in first if isinstance(each, Fill)} == {"Eleanor", "TQ12 4AB", "50001", "Because"}
    assert [each.given.value for each in first if isinstance(each, Choose)] == ["Always"]
    assert [each.on for each in first if isinstance(each, Tick)] == [True]
    assert surprise(shown) == ""


def test_it_asks_what_only_the_person_says() -> None:
    shown, _ = form()
    asks = [each for each in decide(shown, answers=False) if isinstance(each, Ask)]
    assert [each.kind for each in asks] == [AskKind.VALUE, AskKind.DECLARATION]


def test_what_the_person_says_now_goes_before_what_was_chosen_then() -> None:
    shown, _ = form()
    edited = decide(shown, edits={"length": "6 weeks"})
    assert [each.index for each in edited if isinstance(each, Choose)] == [0]
    said = decide(shown, f"{TASK} for 6 weeks")
    assert [each.index for each in said if isinstance(each, Choose)] == [0]


NEW = control("Shoe size", name="shoe", required=True)
SECOND = control("First name", name="given2", id="given2")
SAME = [
    ("another id", lambda: changed("post", id="other")),
    ("another name and id", lambda: changed("post", id="o", name="p")),
    ("another label, same kind", lambda: changed("post", label="Postal code")),
    ("another order", lambda: replace(form()[0], controls=tuple(reversed(form()[0].controls)))),
    ("new, may stay empty", lambda: replace(form()[0], controls=(*form()[0].controls, replace(NEW, required=False)))),
    ("text made a list", lambda: changed("given", type="select-one",
                                         options=control(type="select-one", choices=["Ann", "Eleanor"]).options)),
    ("radios made a list", lambda: changed("length", type="select-one", tag="select")),
    ("another button, same kind", lambda: replace(form()[0], buttons=(button("Submit"),))),
    ("another of that label in another part", lambda: replace(form()[0], controls=(
        *form()[0].controls, replace(SECOND, legend="Your child")))),
]
SURPRISES = [
    ("gone", lambda: replace(form()[0], controls=form()[0].controls[1:]), "does not show"),
    ("another meaning under the name", lambda: changed("post", label="Telephone number", autocomplete="tel"),
     "something else"),
    ("another label of no known kind", lambda: changed("reading", label="Year of the boiler"), "is called"),
    ("names swapped", lambda: replace(changed("post", name="reading", id="reading"), controls=tuple(
        replace(each, name="post", id="post") if each.label == "Meter reading" else each
        for each in changed("post", name="reading", id="reading").controls)), "More than one"),
    ("a twin", lambda: replace(form()[0], controls=(*form()[0].controls, replace(
        form()[0].controls[0], ref=9001))), "There are 2 fields"),
    ("a file in its place", lambda: changed("post", type="file"), "another sort"),
    ("a password in its place", lambda: changed("post", type="password"), ""),
    ("required now", lambda: changed("house", required=True), "must be answered now"),
    ("new and required", lambda: replace(form()[0], controls=(*form()[0].controls, NEW)), "Shoe size"),
    ("a new consent", lambda: replace(form()[0], controls=(*form()[0].controls, control(
        "I agree that you share my data with partners", type="checkbox", name="share", checked=True))), "agreement"),
    ("a consent worded anew", lambda: changed("agree", label="I agree to the terms and to pay £900"), "agreement"),
    ("another amount", lambda: replace(form()[0], text="Your permit\nThe fee is £99.00"), "amount"),
    ("a hidden amount", lambda: replace(form()[0], controls=(*form()[0].controls, control(
        type="hidden", name="fee", value="99.00", visible=False))), "amount"),
    ("another host for what is sent", lambda: replace(form()[0], forms=(replace(
        form()[0].forms[0], action="https://evil.example/form"),)), "sends to https://evil.example"),
    ("another host", lambda: replace(form()[0], url="https://evil.example/form"), "not one of those"),
    ("another heading", lambda: replace(form()[0], headings=(replace(form()[0].headings[0], text="Your fine"),)),
     "not one of those"),
    ("in a frame", lambda: replace(form()[0], controls=tuple(replace(each, frame=1)
                                                             for each in form()[0].controls)), "frame"),
    ("the option is gone", lambda: changed("length", options=control(
        type="radio", choices=["6 weeks", "1 year"]).options), "does not offer"),
    ("the button pays now", lambda: replace(form()[0], buttons=(button("Continue"),)), "no button"),
    ("the site complains", lambda: replace(form()[0], errors=("Enter a postcode",)), "The site says"),
]


@pytest.mark.parametrize(("name", "made"), SAME, ids=[name for name, _ in SAME])
def test_it_goes_on(name: str, made: Any) -> None:
    assert surprise(made()) == ""


@pytest.mark.parametrize(("name", "made", "says"), SURPRISES, ids=[name for name, *_ in SURPRISES])
def test_it_hands_over(name: str, made: Any, says: str) -> None:
    said = surprise(made(), last_click=ButtonKind.NEXT if name == "the site complains" else None)
    assert said
    assert says in said


def test_a_field_that_does_not_keep_its_value_is_a_surprise() -> None:
    script, amounts = learnt()
    shown, replay = form()[0], Replay(script, amounts, lambda: DAY)
    assert not isinstance(decide(shown, replay=replay)[-1], GiveUp)
    again = decide(shown, replay=replay)
    assert isinstance(again[0], GiveUp)
    assert "did not keep its value" in again[0].reason


def test_a_value_that_the_profile_or_the_task_has_no_more_is_a_surprise() -> None:
    shown, _ = form()
    (gone,) = decide(shown, facts={kind: value for kind, value in FACTS.items() if kind != "postal-code"})
    (unsaid,) = decide(shown, "Renew my permit")
    (unsure,) = decide(shown, "Renew my permit: 48213 or 50001")
    assert all(isinstance(each, GiveUp) for each in (gone, unsaid, unsure))


def test_after_sending_it_ends_only_where_it_ended_before() -> None:
    thanks = page(buttons=[], headings=["Thank you"], text="Thank you\nWe have received your application.")
    (done,) = decide(thanks, sent=True)
    assert isinstance(done, Done)
    assert done.confirmed
    other = page(buttons=[], headings=["Application received"], text="Application received")
    (handed,) = decide(other, sent=True)
    assert isinstance(handed, GiveUp)


def test_what_deletes_or_leaves_is_not_pressed_for_a_recipe() -> None:
    script = Script(recipe=1, title="x", start=URL, pages=(Stop(
        origin="https://council.example", path="/form",
        fields=(Way(label="First name", type="text", fact="given-name"),),
        press=Press(text="Delete my account", kind=ButtonKind.SUBMIT)),))
    shown = page(control("First name", value="Eleanor"), buttons=[button("Delete my account")])
    (given_up,) = asyncio.run(Replay(script, {}).decide(view(shown)))
    assert isinstance(given_up, GiveUp)


@pytest.mark.parametrize(("task", "fits"), [
    ("Renew my parking permit for 12 months", True), ("Please renew the parking permit for 6 months", True),
    ("Renew my parking permit for mum", False), ("Cancel my parking permit", False),
    ("Do not renew my parking permit, return it", False), ("Renew my library card", False), ("12", False)])
def test_a_recipe_fits_the_same_kind_of_task_at_the_same_place(task: str, fits: bool) -> None:
    candidates = [Candidate(3, URL, "Renew my parking permit for 12 months")]
    assert (fitting(task, URL, candidates) == 3) is fits
    assert fitting(task, "https://council.example/other", candidates) is None
    assert fitting(task, "https://evil.example/form", candidates) is None


def test_addresses_of_one_use_are_not_kept() -> None:
    assert path_shape("https://a.example/form/81223/step?x=1") == "/form/-/step"
    assert lasting("https://a.example/form/81223") == ""
    assert lasting("https://a.example/form?code=A7x99") == ""
    assert lasting("https://a.example/form?service=permit#x") == "https://a.example/form?service=permit"


def test_words_are_kept_only_if_the_page_has_them_too() -> None:
    shown, _ = form()
    assert public_words("Renew the permit of Aunt Agatha", [shown], known().clean) == ["renew", "permit"]


def test_of_a_way_that_came_back_only_the_last_counts() -> None:
    def walked(path: str) -> Walked:
        return Walked(Stop(origin="https://a.example", path=path, press=Press(text="Go", kind=ButtonKind.NEXT)), (), ())

    way = [walked(path) for path in ("/a", "/b", "/b", "/a", "/b", "/c")]
    assert [each.stop.path for each in last_way(way)] == ["/a", "/b", "/c"]


@pytest.mark.parametrize(("asked", "chosen"), [
    ("Do you have a disability?", "Yes"), ("What is your religion?", "Catholic"), ("Marital status", "Widowed"),
    ("Haben Sie einen Schwerbehindertenausweis?", "Ja"), ("What is your sex?", "Female"),
    ("Which of these applies to you?", "I receive benefits"), ("Who do you want to see?", "Dr. Meier"),
    ("Wer hat Sie überwiesen?", "Praxis Frau Özdemir")])
def test_a_choice_that_tells_of_the_person_is_not_kept(asked: str, chosen: str) -> None:
    mine = control(asked, type="radio", name="about", required=True, choices=["None", "No", chosen])
    box = control(f"{asked} {chosen}", type="checkbox", name="box")
    shown = page(mine, box, control("Anything else", name="more"))
    stop = stop_of(shown, [put(mine, Given(chosen, Source(SourceKind.ANSWER)), option=chosen),
                           put(box, Given("yes", Source(SourceKind.ANSWER)))], click_on(shown), known())
    assert stop is not None
    takes = {way.name: way.take.value for way in stop.fields}
    assert takes["about"] in ("ask", "fact", "yours")
    assert takes["box"] in ("known", "yours")


def imported(way: Way) -> Script:
    return Script(recipe=1, title="x", start=URL, pages=(Stop(
        origin="https://council.example", path="/form", fields=(way,), press=Press(text="Send",
                                                                                 kind=ButtonKind.SUBMIT)),))


@pytest.mark.parametrize(("shown", "way"), [
    (page(control("I accept the terms and conditions", type="checkbox", name="a", required=True)),
     Way(label="I accept the terms and conditions", type="checkbox", tick=True)),
    (page(control("I accept the terms and conditions", type="radio", name="a", choices=["Yes", "No"])),
     Way(label="I accept the terms and conditions", type="radio", option="Yes")),
    (page(control("Card number", name="card", autocomplete="cc-number")),
     Way(label="Card number", type="text", fact="sort-code")),
    (page(control("Password", type="password", name="pw")), Way(label="Password", type="text", fact="given-name")),
    (page(control("One-time code", name="code", autocomplete="one-time-code")),
     Way(label="One-time code", type="text", fact="postal-code")),
    (page(control("Sign here with your name", name="signature")),
     Way(label="Sign here with your name", type="text", fact="given-name")),
])
def test_an_imported_one_gives_no_consent_and_fills_no_secret(shown: PageMap, way: Way) -> None:
    actions = asyncio.run(Replay(imported(way), {}).decide(view(shown)))
    assert not [each for each in actions if isinstance(each, Fill | Choose | Tick | Click)], actions


@pytest.mark.parametrize(("box", "fact", "goes"), [
    (control("Your message", type="textarea", name="m"), "bday", False),
    (control("Other details", name="m"), "email", False),
    (control("Amount", type="number", name="m"), "sort-code", False),
    (control("Shoe size", name="m"), "meter-number", False),
    (control("Partner's first name", name="m"), "given-name", False),
    (control("Postcode", name="m"), "meter-number", False),
    (control("Meter number", name="m"), "meter-number", True),
    (control("Your address", type="textarea", name="m"), "address-line1", False)])
def test_an_imported_one_puts_a_fact_only_where_the_form_asks_for_it(box: Control, fact: str, goes: bool) -> None:
    """The attack: a recipe from elsewhere that carries a fact out in a box that is for something else."""
    way = Way(label=box.label, type=box.type, name="m", fact=fact)
    replay = Replay(imported(way), {}, lambda: DAY, imported=True)
    (first,) = asyncio.run(replay.decide(view(page(box, buttons=[button("Send")]))))[:1]
    assert isinstance(first, Fill if goes else GiveUp), first


def test_ones_own_puts_a_fact_where_it_was_put_but_never_into_a_box_for_own_words() -> None:
    for box, goes in ((control("Shoe size", name="m"), True),
                      (control("Your message", type="textarea", name="m"), False)):
        replay = Replay(imported(Way(label=box.label, type=box.type, name="m", fact="meter-number")), {}, lambda: DAY)
        (first,) = asyncio.run(replay.decide(view(page(box, buttons=[button("Send")]))))[:1]
        assert isinstance(first, Fill if goes else GiveUp), first
    message = control("Your message", type="textarea", name="m")
    shown = page(message, buttons=[button("Send")])
    stop = stop_of(shown, [put(message, profile("meter-number"))], click_on(shown), known())
    assert stop is not None
    assert stop.fields[0].take.value == "ask"


def test_ones_own_goes_before_one_from_a_file_however_new() -> None:
    text = "Renew my parking permit for 12 months"
    own, other = Candidate(3, URL, text), Candidate(7, URL, text, imported=True)
    assert fitting(text, URL, [own, other]) == 3
    assert fitting(text, URL, [other]) == 7
