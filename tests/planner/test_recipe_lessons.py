"""What one site's answers teach the next: value-free, with its source shown, never for what only the person gives."""

from __future__ import annotations

from agent.browser.page import Control
from agent.planner.base import Action, Ask, AskKind, Choose, Click, Fill
from agent.planner.recipe.learning import Put
from agent.planner.recipe.lesson import Lesson
from agent.planner.recipe.lessons import lessons_of, offered
from agent.protocol import FactKind, Given, Source, SourceKind
from tests.planner.build import FACTS, control, page, view
from tests.planner.test_plan import plan as by_itself
from tests.planner.test_recipe_replay import known

ANSWER = Source(SourceKind.ANSWER, "q")
HOW = "How should we answer you"


def seals() -> tuple[Control, ...]:
    return (control("Number on the heat seal", name="seal", required=True),
            control(HOW, type="select-one", name="how", required=True, choices=["Choose one", "By letter", "By fax"]),
            control("I accept the terms and conditions", type="checkbox", name="terms", required=True))


def test_answers_teach_labels_and_options_and_no_value() -> None:
    seal, how, terms = seals()
    shown = page(seal, how, terms)
    puts = [Put(seal.ref, Given("A14K 22317", ANSWER), None, True),
            Put(how.ref, Given("By fax", ANSWER), "By fax", True),
            Put(terms.ref, Given("yes", ANSWER), None, True)]
    found = {each.label: (each.fact, each.option) for each in lessons_of(shown, puts, known())}
    assert found == {"Number on the heat seal": ("meter-number", ""), HOW: ("", "By fax")}


def test_an_option_of_places_and_a_value_of_no_fact_teach_nothing() -> None:
    place = control("Which of these", type="select-one", name="which", choices=["14 Abbey Lane", "15 Abbey Lane"])
    free = control("What happened here", name="free")
    puts = [Put(place.ref, Given("14 Abbey Lane", ANSWER), "14 Abbey Lane", True),
            Put(free.ref, Given("Drums at night", ANSWER), None, True)]
    assert lessons_of(page(place, free), puts, known()) == []


def test_a_word_that_means_what_stands_above_it_neither_teaches_nor_is_filled() -> None:
    for label, taught in (("Number", 0), ("Reference", 0), ("Seal number", 1), ("Plombennummer", 1)):
        seal = control(label, name="n", required=True, heading="Your heat seal")
        puts = [Put(seal.ref, Given("A14K 22317", ANSWER), None, True)]
        assert len(lessons_of(page(seal), puts, known())) == taught, label
    number = control("Number", name="m", required=True, heading="Your passport")
    asked: list[Action] = [Ask("/form#number", AskKind.VALUE, "Number")]
    kept, used = offered(asked, page(number), {FactKind("meter-number"): "A14K 22317"},
                         [Lesson("Number", "meter-number", "", "heat.example", "", 1)])
    assert (kept, used) == (asked, frozenset())


def test_a_way_to_be_answered_is_learnt_and_a_yes_to_offers_is_not() -> None:
    for label, choices, chosen, taught in (
        ("How should we answer?", ["By email", "By letter", "No answer"], "By email", 1),
        ("How should we answer?", ["By email", "By letter", "By email, with offers and news"],
         "By email, with offers and news", 0),
        ("How may we contact you with offers?", ["By email", "By letter", "Never"], "By email", 0),
        ("We would like to send you news", ["By email", "By letter", "Never"], "By email", 0),
    ):
        how = control(label, type="select-one", name="how", required=True, choices=choices)
        puts = [Put(how.ref, Given(chosen, ANSWER), chosen, True)]
        assert len(lessons_of(page(how), puts, known())) == taught, (label, chosen)


LESSONS = [Lesson("Number on the heat seal", "meter-number", "", "heat.example", "2026-10-03T12:00:00Z", 1),
           Lesson(HOW, "", "By fax", "council.example", "2026-10-03T12:00:00Z", 2)]


def test_the_next_site_is_filled_with_where_it_comes_from() -> None:
    shown = page(*seals())
    facts = {FactKind(kind): value for kind, value in FACTS.items()}
    asked = by_itself(view(shown))
    assert [each.kind for each in asked if isinstance(each, Ask)] == [AskKind.VALUE, AskKind.CHOICE,
                                                                     AskKind.DECLARATION]
    found, used = offered(asked, shown, facts, LESSONS)
    assert used == {1, 2}
    (fill,) = [each for each in found if isinstance(each, Fill)]
    (choose,) = [each for each in found if isinstance(each, Choose)]
    assert (fill.given.value, fill.given.source.kind) == (FACTS["meter-number"], SourceKind.PROFILE)
    assert fill.why == "You said that this is your meter number on heat.example on 3 October 2026; please check"
    assert (choose.given.value, choose.given.source.kind) == ("By fax", SourceKind.GUESSED)
    assert choose.why == "You chose this on council.example on 3 October 2026; please check"
    assert [each.kind for each in found if isinstance(each, Ask)] == [AskKind.DECLARATION]
    assert not any(isinstance(each, Click) for each in found)


def test_what_does_not_fit_is_asked_as_before() -> None:
    other = page(control(HOW, type="select-one", name="how", required=True, choices=["Choose one", "By letter"]))
    asked = by_itself(view(other))
    facts = {FactKind(kind): value for kind, value in FACTS.items()}
    assert offered(asked, other, facts, LESSONS) == (asked, frozenset())
    seal = page(control("Number on the heat seal", name="seal", required=True))
    asked = by_itself(view(seal))
    assert offered(asked, seal, {}, LESSONS) == (asked, frozenset())       # a fact that the task may not use


def test_no_lesson_ticks_a_consent() -> None:
    shown = page(control("I accept the terms and conditions", type="checkbox", name="terms", required=True))
    asked = by_itself(view(shown))
    for lesson in (Lesson("I accept the terms and conditions", "", "yes"),
                   Lesson("I accept the terms and conditions", "given-name", "")):
        assert offered(asked, shown, {FactKind("given-name"): "x"}, [lesson])[0] == asked
