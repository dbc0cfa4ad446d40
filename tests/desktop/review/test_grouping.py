"""Order and groups of a sheet, and what must be looked at."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from agent.protocol.messages import EarlierDoc, GrantDoc, GrantedValue
from desktop.gallery.review_samples import left_out, meter_rows, money_rows, row, submission
from desktop.review.grouping import Group, group_of, items_of, must_see, sections
from desktop.review.lines import line_of


def test_what_may_be_wrong_stands_first_and_is_looked_at_before_approval() -> None:
    rows = [row("Preferred date", "2026-10-02", "answer", flags=["doubtful"], doubts=["It is past."]), *meter_rows()]
    doc = submission(rows, not_sent=[{**left_out("Housing", "nothing chosen"), "doubts": ["It is required."]},
                                     left_out("Newsletter", "left empty")])
    first, *others = sections(doc)
    assert (first.group, [item.doc["label"] for item in first.items]) == (Group.DOUBT, ["Preferred date"])
    line = line_of(first.items[0])
    assert "It is past." in line.notes
    assert line.marks[0].text == "May be wrong"
    (left,) = [each for each in others if each.group is Group.NOT_SENT]
    assert [item.must_see for item in left.items] == [True, False]
    assert "It is required." in line_of(left.items[0]).notes


@pytest.mark.parametrize(("given", "group", "seen"), [
    ({"source": "profile"}, Group.REST, False),
    ({"source": "profile", "last": "x"}, Group.SAME, False),
    ({"source": "profile", "last": "y"}, Group.REST, False),
    ({"source": "profile", "last": "x", "flags": ["sensitive"]}, Group.REST, False),
    ({"source": "profile", "last": "y", "flags": ["sensitive"]}, Group.REST, True),
    ({"source": "task"}, Group.REST, False),
    ({"source": "page default"}, Group.LOOK, True),
    ({"source": "page default", "last": "x"}, Group.SAME, False),
    ({"source": "page default", "last": "y"}, Group.LOOK, True),
    ({"source": "page default", "last": "x", "flags": ["sensitive"]}, Group.LOOK, True),
    ({"source": "page default", "value": ""}, Group.EMPTY, False),
    ({"source": "hidden"}, Group.LOOK, True),
    ({"source": "hidden", "last": "x"}, Group.SAME, False),
    ({"source": "hidden", "value": ""}, Group.EMPTY, False),
    ({"source": "hidden", "value": "", "flags": ["not on the page"]}, Group.LOOK, True),
    ({"source": "hidden", "flags": ["renewed by the site"]}, Group.RENEWED, False),
    ({"source": "hidden", "flags": ["renewed by the site", "changed by the page"]}, Group.LOOK, True),
    ({"source": "guessed"}, Group.LOOK, True),
    ({"source": "guessed", "last": "x"}, Group.LOOK, True),
    ({"source": "of another version"}, Group.LOOK, True),
    ({"source": "profile", "flags": ["of another version"]}, Group.LOOK, True),
    ({"source": "profile", "flags": ["changed by the page"]}, Group.LOOK, True),
    ({"source": "profile", "flags": ["doubtful"], "last": "x"}, Group.DOUBT, True),
    ({"source": "page default", "flags": ["doubtful", "consent"]}, Group.AGREE, True),
    ({"source": "profile", "flags": ["unreadable"]}, Group.UNREAD, True),
    ({"source": "page default", "flags": ["unreadable", "consent"], "last": "x"}, Group.UNREAD, True),
    ({"source": "task", "flags": ["money"]}, Group.MONEY, True),
    ({"source": "task", "flags": ["money"], "last": "x"}, Group.MONEY, True),
    ({"source": "hidden", "flags": ["money"]}, Group.LOOK, True),
    ({"source": "page default", "flags": ["consent"]}, Group.AGREE, True),
    ({"source": "you", "flags": ["declaration"]}, Group.AGREE, True),
    ({"source": "page default", "needs_own_yes": True}, Group.AGREE, True),
    ({"source": "document", "flags": ["file"]}, Group.FILES, True),
])
def test_each_row_stands_where_its_source_and_flags_put_it(given: dict[str, Any], group: Group, seen: bool) -> None:
    made = row("Label", **{"value": "x", **given})
    assert (group_of(made), must_see(made)) == (group, seen)


def test_every_row_of_the_wire_is_shown_exactly_once() -> None:
    for rows in (meter_rows(), money_rows(), meter_rows() + meter_rows()):
        shown = [item.doc for item in items_of(sections(submission(rows)))]
        assert len(shown) == len(rows)
        assert all(each in shown for each in rows)


def test_what_needs_a_look_stands_above_money_consents_and_the_rest() -> None:
    found = sections(submission(meter_rows() + money_rows()))
    assert [each.group for each in found] == [Group.LOOK, Group.MONEY, Group.AGREE, Group.FILES, Group.REST,
                                              Group.SAME, Group.EMPTY, Group.RENEWED]


def test_only_unchanged_empty_and_renewed_rows_are_folded_and_counted() -> None:
    found = {each.group: each for each in sections(submission(meter_rows()))}
    assert {group for group, each in found.items() if each.folded} == {Group.SAME, Group.EMPTY, Group.RENEWED}
    assert found[Group.SAME].title == "Unchanged since last time (4)"
    assert found[Group.RENEWED].title == "Renewed by the site each time (1)"


def test_nothing_that_must_be_looked_at_is_folded_away() -> None:
    for rows in (meter_rows(), money_rows()):
        assert not [item for each in sections(submission(rows)) if each.folded for item in each.items if item.must_see]


def test_all_ids_are_unique_also_where_names_repeat() -> None:
    items = items_of(sections(submission([row("A", "1"), row("A", "2")], not_sent=[left_out("A", "left empty")])))
    assert len({item.id for item in items}) == len(items) == 3


def test_a_change_after_approval_is_named_as_such_and_comes_first() -> None:
    doc = submission(meter_rows(), difference=[
        {"name": "fee", "label": "Fee", "before": "1", "now": "2", "what": "another value"}])
    first = sections(doc, after="approve")[0]
    assert first.title == "You approved this before; the page now would send something else"
    assert all(item.must_see for item in first.items)
    assert sections(doc)[0].title == "What changed since it was last held"


def test_steps_show_the_grant_and_what_went_before() -> None:
    value = GrantedValue(label="email", source="profile", value="a@b.example")
    grant = GrantDoc(origin="https://x.example", values=[value], written=[value])
    doc = submission([row("Day", "1")], step_grant=grant,
                     earlier=[EarlierDoc(submission="s0", url="", fields=[row("Name", "Ada"), row("Empty", "")])])
    found = {each.id: each for each in sections(doc)}
    assert [each.doc["value"] for each in found["grant"].items] == ["a@b.example"]
    assert not found["grant"].folded
    assert found["written"].folded
    assert found["earlier1"].title == "Step 1, already sent (1 value)"
    assert found["earlier1"].folded


def test_many_earlier_steps_stand_under_one_heading() -> None:
    steps = [EarlierDoc(submission=f"s{at}", url="", fields=[row("Name", "Ada")]) for at in range(4)]
    doc = submission([row("", "Send", "page default", name="go")], earlier=steps)
    found = {each.id: each for each in sections(doc)}
    assert found["earlier"].title == "Already sent, in 4 steps (4 values)"
    assert len({item.id for item in found["earlier"].items}) == 4
    assert not found["earlier"].folded


def test_a_last_step_without_data_of_its_own_opens_the_steps_and_the_pages_words() -> None:
    doc = submission([row("", "Send", "page default")], page_text="Check your answers",
                     earlier=[EarlierDoc(submission="s0", url="", fields=[row("Name", "Ada")])])
    found = {each.id: each for each in sections(doc)}
    assert not found["earlier1"].folded
    assert found["page-text"].items[0].must_see


def test_what_is_not_sent_has_a_section_and_can_be_given_a_value_where_the_page_takes_one() -> None:
    doc = submission([row("A", "1")], not_sent=[left_out("B", "left empty", editable=True),
                                               left_out("C", "nothing chosen")])
    section = next(each for each in sections(doc) if each.group is Group.NOT_SENT)
    assert section.title == "On the page and not sent (2)"
    assert [item.name for item in section.items] == ["b", ""]


def test_a_name_that_could_not_be_told_from_its_value_is_not_editable() -> None:
    assert items_of(sections(submission([row("A", "1", name="a=b")])))[0].name == ""


def test_items_are_values() -> None:
    item = items_of(sections(submission([row("A", "1")])))[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        item.must_see = True  # type: ignore[misc]
