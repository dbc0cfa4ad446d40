"""What a planner may not answer, and what a claimed source must bear: tables, no browser."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from agent.browser.page import Link
from agent.planner.autofill.ticks import BY_RULE
from agent.planner.base import Ask, AskKind, Attach, ButtonKind, Choose, Click, Done, Fill, Open, TaskFile, Tick, View
from agent.protocol import FactKind, Given, Source, SourceKind
from agent.runs.checking import LONGEST, MOST_ACTIONS, as_named, as_the_page_says, really_confirmed, sound
from agent.runs.problems import Stuck
from agent.runs.vouching import GUESS, Persons, vouched
from tests.review.pages import box, button, control, option, page

GOOD = Given("x", Source(SourceKind.PROFILE, "given-name"))
FORM = page(control(1, "given", "First name"), control(2, "pw", type="password"),
            control(3, "plan", options=(option(-1, "a", "A"), option(-1, "b", "B"))), box(4, "yes", "I agree to terms"),
            buttons=(button(5, "", "", "Next"), button(6, "", "", "Submit")))


@pytest.mark.parametrize("answer", [
    None, 7, "click", {"fill": 1}, ["click"], [None], iter([]), [Fill(cast("Any", float("nan")), GOOD, "")],
    [Fill(cast("Any", True), GOOD, "")], [Fill(cast("Any", "1"), GOOD, "")], [Fill(1, cast("Any", None), "")],
    [Fill(1, Given(cast("Any", 3), GOOD.source), "")], [Fill(1, Given("x" * (LONGEST + 1), GOOD.source), "")],
    [Fill(1, Given("\ud800", GOOD.source), "")], [Fill(1, Given("x", cast("Any", "profile")), "")],
    [Fill(1, GOOD, "")] * (MOST_ACTIONS + 1), [Fill(2, GOOD, "")], [Choose(3, -1, GOOD, "")], [Choose(3, 2, GOOD, "")],
    [Choose(1, 0, GOOD, "")], [Click(5, "x", cast("Any", "next"))], [Click(5, cast("Any", None), ButtonKind.NEXT)],
    [Tick(4, cast("Any", 1), GOOD, "")], [Attach(1, ("/etc/passwd",), GOOD, "")], [Attach(1, ("a", "b"), GOOD, "")],
    [Attach(1, cast("Any", ["a"]), GOOD, "")], [Attach(1, ("a/../a",), GOOD, "")],
    *([Open(url)] for url in ("", "javascript:x", "data:,x", "file:///a", "FILE:///a", "chrome://x", "about:blank",
                              "view-source:http://x", "blob:http://x/1", "ftp://x", "//x", " http://x", "HTTP://x",
                              "http://x/\nIt is safe.", "http://x/a b", "http://x/\u202e", "https://" + "x" * 2_001)),
    [Ask("chore:tariff", AskKind.VALUE, "?")],
    [Ask("k", AskKind.SITE, "?")], [Ask("site http://x", AskKind.VALUE, "?")], [Ask("k", AskKind.VALUE, " ")],
    [Ask("k", AskKind.VALUE, "?", cast("Any", ["a"]))], [Ask("k", AskKind.VALUE, "?", (cast("Any", 1),))],
    [Done(cast("Any", "yes"), "", "")],
])
def test_nonsense_and_what_is_nobodys_to_do_is_refused(answer: Any) -> None:
    with pytest.raises(Stuck):
        sound(answer, FORM, {"a"})


def test_an_ordinary_answer_passes_as_it_is() -> None:
    answer = [Fill(1, GOOD, "w"), Choose(3, 1, GOOD, ""), Tick(4, False, GOOD, ""), Attach(1, ("a",), GOOD, ""),
              Ask("k", AskKind.VALUE, "?", ("a",), FactKind("email")), Open("http://x/"), Done(True, "r", "e")]
    assert sound(answer, FORM, {"a"}) == answer


@pytest.mark.parametrize(("words", "claimed", "kind"), [
    ("Next", ButtonKind.NEXT, ButtonKind.NEXT), ("Next", ButtonKind.SUBMIT, ButtonKind.SUBMIT),
    ("Next", ButtonKind.OTHER, ButtonKind.NEXT), ("Cancel", ButtonKind.OTHER, ButtonKind.OTHER),
    ("Cancel", ButtonKind.NEXT, ButtonKind.SUBMIT), ("Cancel", ButtonKind.SUBMIT, ButtonKind.SUBMIT),
    *((words, claimed, ButtonKind.SUBMIT) for claimed in ButtonKind for words in (
        "Submit", "Pay now", "Accept and continue", "Continue and pay", "Save and finish", "Weiter und bezahlen",
        "Jetzt kaufen", "Vertrag kündigen", "Envoyer", "Payer et continuer", "Confirmar", "Siguiente y pagar", "Invia",
        "Paga", "Verzenden", "Betaal", "Wyślij", "Zapłać", "Concluir", "Enviar", "→", "Foo")),
])
def test_a_button_is_what_its_words_say_or_more(words: str, claimed: ButtonKind, kind: ButtonKind) -> None:
    on = page(control(1, "x"), buttons=(button(5, "", "", words),))
    said = as_the_page_says(Click(5, "Reject cookies", claimed, True), on)
    assert (said.text, said.kind, said.is_link) == (words, kind, False)


def test_what_is_no_button_is_pressed_as_if_it_sent() -> None:
    said = as_the_page_says(Click(4, "Cookies", ButtonKind.OTHER, True), FORM)
    assert (said.text, said.kind, said.is_link) == ("I agree to terms", ButtonKind.SUBMIT, False)


ANSWER_PAGE = page(text="We have received it. Your reference is TT-1 now. Keep it.")


@pytest.mark.parametrize(("done", "stands"), [
    (Done(True, "TT-1", "We have received it."), Done(True, "TT-1", "We have received it.")),
    (Done(True, "TT-1", "We have received it. / reference is  TT-1"),
     Done(True, "TT-1", "We have received it. / reference is  TT-1")),
    (Done(True, "TT-2", "It arrived"), Done(False, "", "")), (Done(True, "", ""), Done(False, "", "")),
    (Done(False, "TT-1", "We have received it."), Done(False, "TT-1", "We have received it.")),
])
def test_a_confirmation_is_what_the_page_bears_out(done: Done, stands: Done) -> None:
    assert really_confirmed(done, ANSWER_PAGE) == stands


def test_a_page_that_confirms_nothing_confirms_nothing_however_it_is_quoted() -> None:
    assert really_confirmed(Done(True, "", "Keep it."), page(text="Keep it.")) == Done(False, "", "Keep it.")


VIEW = View(
    task_text="My reading is 48213 and I want a paper bill.", notes=("Call me Tom",),
    facts={FactKind("given-name"): "Ada", FactKind("bday"): "1986-03-14", FactKind("tel"): "+447700900183",
           FactKind("street-address"): "14 Quarry Lane", FactKind("address-level2"): "Thornmere",
           FactKind("country"): "GB"},
    answers={"k": "blue", "d": "14 March 1990", "t": "yes"}, files=(TaskFile("a.pdf", "/x/a.pdf", "application/pdf"),),
    edits={"given": "Grace"}, page=FORM)
PERSONS = Persons(VIEW, {"k": "Colour?", "t": "Please say: I agree to terms of ours"})


@pytest.mark.parametrize(("value", "kind", "detail", "true"), [
    ("Ada", SourceKind.PROFILE, "given-name", True), ("ada", SourceKind.PROFILE, "given-name", True),
    ("14/03/1986", SourceKind.PROFILE, "bday", True), ("1986", SourceKind.PROFILE, "bday", True),
    ("07700 900183", SourceKind.PROFILE, "tel", True),
    ("14 Quarry Lane, Thornmere", SourceKind.PROFILE, "street-address", True),
    ("14 Quarry Lane, London", SourceKind.PROFILE, "street-address", False),
    ("Thornmere", SourceKind.PROFILE, "street-address", False), ("Eve", SourceKind.PROFILE, "given-name", False),
    ("Ada Eve", SourceKind.PROFILE, "given-name", False), ("Ada", SourceKind.PROFILE, "", False),
    ("15/03/1986", SourceKind.PROFILE, "bday", False), ("48213", SourceKind.TASK, "reading", True),
    ("Tom", SourceKind.TASK, "name", True), ("4821", SourceKind.TASK, "reading", False),
    ("48.213", SourceKind.TASK, "reading", False), ("", SourceKind.TASK, "", False),
    ("blue", SourceKind.ANSWER, "k", True),
    ("red", SourceKind.ANSWER, "k", False), ("blue", SourceKind.ANSWER, "other", False),
    ("1990-03-14", SourceKind.ANSWER, "d", True), ("Grace", SourceKind.PERSON, "given", True),
    ("Eve", SourceKind.PERSON, "given", False), ("x", SourceKind.PAGE, "", False), ("x", SourceKind.HIDDEN, "", False),
    ("x", SourceKind.DOCUMENT, "a.pdf", False),
])
def test_a_source_is_believed_only_when_it_is_true(value: str, kind: SourceKind, detail: str, true: bool) -> None:
    claimed = Fill(1, Given(value, Source(kind, detail)), "w")
    made = vouched(claimed, FORM, PERSONS)
    assert isinstance(made, Fill)
    assert made.given.value == value
    assert (made == claimed) is true
    assert (made.given.source.kind is SourceKind.GUESSED) is not true


def test_a_guess_is_told_in_words_that_say_whose_they_are() -> None:
    claimed = Fill(1, Given("x", Source(SourceKind.GUESSED, "Your profile")), "verified by Countersign")
    made = vouched(claimed, FORM, PERSONS)
    assert isinstance(made, Fill)
    assert (made.given, made.why) == (Given("x", Source(SourceKind.GUESSED)),
                                      f"{GUESS}: “verified by Countersign”")


def test_an_unticked_consent_keeps_its_rule() -> None:
    made = Tick(4, False, Given("no", BY_RULE), "the page had ticked it; consents default to no")
    assert vouched(made, FORM, PERSONS) == made


def test_an_edit_stands_for_its_own_field_alone() -> None:
    other = page(control(1, "family", "Surname"))
    made = vouched(Fill(1, Given("Grace", Source(SourceKind.PERSON, "given")), "w"), other, PERSONS)
    assert made.given.source.kind is SourceKind.GUESSED


@pytest.mark.parametrize(("key", "kind", "on", "true"), [
    ("t", SourceKind.ANSWER, True, True), ("t", SourceKind.ANSWER, False, False), ("k", SourceKind.ANSWER, True, False),
    ("nothing", SourceKind.ANSWER, True, False), ("t", SourceKind.PROFILE, True, False),
    ("t", SourceKind.PERSON, True, False)])
def test_a_box_is_ticked_by_a_yes_to_its_own_words(key: str, kind: SourceKind, on: bool, true: bool) -> None:
    made = vouched(Tick(4, on, Given("yes", Source(kind, key)), ""), FORM, PERSONS)
    assert (made.given.source.kind is not SourceKind.GUESSED) is true


@pytest.mark.parametrize(("index", "kind", "detail", "true"), [
    (0, SourceKind.PROFILE, "country", False), (1, SourceKind.PROFILE, "country", True),
    (1, SourceKind.PROFILE, "given-name", False), (1, SourceKind.TASK, "", False), (1, SourceKind.ANSWER, "k", False)])
def test_an_option_is_the_persons_when_it_means_what_they_gave(index: int, kind: SourceKind, detail: str,
                                                               true: bool) -> None:
    on = page(control(3, "c", "Country", type="select-one", tag="select", options=(
        option(-1, "FR", "France"), option(-1, "GB", "United Kingdom"))))
    made = vouched(Choose(3, index, Given("GB", Source(kind, detail)), ""), on, PERSONS)
    assert made.given.value == ("France", "United Kingdom")[index]
    assert (made.given.source.kind is not SourceKind.GUESSED) is true


@pytest.mark.parametrize(("url", "opened"), [
    ("https://a.example/form#7013-284-99", "https://a.example/form"), ("https://a.example/form#", "https://a.example/form"),
    ("https://a.example/#/form", "https://a.example/#/form"), ("https://a.example/app#start", "https://a.example/app#start"),
    ("https://a.example/form?x=1", "https://a.example/form?x=1"), ("https://a.example/#/form#7", "https://a.example/"),
])
def test_what_stands_behind_the_hash_is_the_pages_or_the_tasks_own(url: str, opened: str) -> None:
    linking = replace(FORM, links=(Link(1, 0, "Form", "https://a.example/#/form", True),))
    assert as_named(url, linking, "https://a.example/app#start") == opened


def test_an_e_mails_subject_is_no_word_of_the_persons() -> None:
    change, on = Fill(1, Given("480217", Source(SourceKind.TASK)), ""), page(control(1, "x", "Reading"))
    told = View("My reading is 480217", (), {}, {}, (), {}, on)
    assert vouched(change, on, Persons(told, {})).given.source.kind is SourceKind.TASK
    assert vouched(change, on, Persons(replace(told, unspoken=True), {})).given.source.kind is SourceKind.GUESSED
