"""What is said of a plan in the window, by plain tables."""

import pytest

from agent.protocol import SourceKind
from agent.protocol.plans import PlanAsks, PlanPlace
from desktop.gallery.inbox import draft_doc
from desktop.gallery.plan import ASKS, WAITING, counts_of, place_doc
from desktop.gallery.task import sheet_row, start_doc
from desktop.inbox.drafting import Draft, Wish, add_words, left_out, offered, plan_words, wishes
from desktop.plan.own import more_words, own_lines
from desktop.plan.words import Next, asked_for, deed_of, mark_of, next_of, parts_of, shared


def places(*groups: str) -> list[PlanPlace]:
    return [place_doc(number, group, f"Place {number}", "x.example") for number, group in enumerate(groups, 1)]


@pytest.mark.parametrize(("groups", "at", "wanted"), [
    (("review", "review", "answer"), "t1", Next("t2", "Place 2", 2)),
    (("review", "done", "answer"), "t3", Next("t1", "Place 1", 1)),
    (("going", "review", "queued"), "t2", None),
    (("done", "done"), "t1", None),
    (("review", "going"), "t9", Next("t1", "Place 1", 1)),
    ((), "t1", None),
])
def test_the_next_that_waits_goes_round_and_is_never_the_one_in_view(groups: tuple[str, ...], at: str,
                                                                     wanted: Next | None) -> None:
    assert next_of(places(*groups), at) == wanted


def test_a_row_offers_what_is_to_be_done_first() -> None:
    assert [deed_of(each) for each in places("review", "answer", "done", "unclear", "going", "failed")] == [
        "review", "answer", "receipt", "receipt", "", ""]
    assert deed_of(place_doc(1, "review", "A", "", waits=[])) == ""
    assert mark_of("of a later version").tone == "neutral"


def test_the_parts_of_the_bar_are_all_places_once() -> None:
    groups = ("done", "unclear", "review", "answer", "going", "queued", "paused", "failed", "cancelled", "done")
    parts = parts_of(counts_of(places(*groups)))
    assert parts == (("accent", 2), ("border_strong", 3), ("danger", 1), ("neutral_soft", 4))
    assert sum(count for _, count in parts) == len(groups)


def test_what_several_places_ask_is_known_by_each_question() -> None:
    alone = PlanAsks(questions=["q9"], places=["A"], label="Alone?", options=[])
    assert shared([*ASKS, alone]) == {"q44": 2, "q45": 2}
    many = PlanAsks(questions=["q1"], places=list("ABCDEF"), label="", options=[])
    assert asked_for(many) == "A, B, C, D and 2 more"


def test_own_rows_have_what_to_look_at_first_and_what_was_read_out_of_them_once() -> None:
    rows = [sheet_row("Plain", "1", SourceKind.PROFILE), sheet_row("Whole", "{}", SourceKind.PAGE, opened=True),
            sheet_row("Fee", "9", SourceKind.PAGE, flags=["money"]),
            sheet_row("News", "yes", SourceKind.PAGE, flags=["consent"], needs_own_yes=True)]
    assert [(line.label, look) for line, look in own_lines(rows)] == [("Fee", True), ("News", True), ("Plain", False)]
    assert more_words(0, 0) == ""
    assert more_words(1, 2) == "1 more value on its sheet; 2 things on the page and not sent."


def test_a_draft_of_a_plan_says_what_is_left_out_by_address_or_name() -> None:
    listed = [{"place": "A", "url": "https://a.example/", "site": "a.example", "text": ""},
              {"place": "the bank", "url": "", "site": "", "text": ""}]
    assert left_out(listed, [False, True]) == ["https://a.example/"]
    assert left_out(listed, [True, False]) == ["the bank"]
    assert [plan_words(True, number) for number in (0, 1, 2)] == [
        "No place is chosen.", "One task, at the one place that is chosen.", "A plan: 2 tasks, one for each place."]
    assert plan_words(False, 2).startswith("One task, although")
    assert (add_words([], 3), add_words([], 1), add_words([Draft(Wish("a"))] * 2, 3)) == (
        "Add 3 tasks", "Add", "Add all 2")


def test_ticked_addresses_are_several_places_or_where_one_task_starts() -> None:
    assert wishes("Move", (), ["https://typed.example/"], [("a", "b")]) == (Wish("Move", "", (), ("a", "b")),)
    assert wishes("Move", (), ["https://typed.example/"], [("a",)]) == (Wish("Move", "a"),)
    assert wishes("Move", (), ["https://typed.example/"], [()]) == (Wish("Move", "https://typed.example/"),)
    assert Wish("Move", "", ("/x",), ("a", "b")).params() == {"text": "Move", "file": ["/x"], "at": ["a", "b"]}
    doc = draft_doc("Move", "", links=["https://b.example/", "https://a.example/"],
                    start=start_doc("document", "It asks you.", ("https://a.example/", "you were there")))
    assert offered(Draft(Wish("Move"), doc)) == [("https://a.example/", "you were there"),
                                                 ("https://b.example/", "named in your documents")]


def test_a_known_site_is_not_added_to_the_order_of_a_plan() -> None:
    start = start_doc("known", "You were there before.")
    doc = draft_doc("Move", start=start, plan={"title": "Move", "places": [
        {"place": each["place"], "url": each["url"], "site": each["site"], "text": ""} for each in WAITING["places"]]})
    assert Draft(Wish("Move"), doc).order() == {"text": "Move"}
    assert Draft(Wish("Move"), draft_doc("Move", start=start)).order() == {
        "text": "Move", "url": "https://energy.example/reading"}
