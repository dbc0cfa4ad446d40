"""The account of what was put where: a change is tried once, and again only when it is another change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import Control
from agent.browser.read_back import ReadBack
from agent.planner.base import Attach, ButtonKind, Choose, Click, Fill, Tick
from agent.protocol import Given, Source, SourceKind
from agent.runs.acts import Account, Change, _wish, changes_in, control_of, key_of, pending, renamed
from tests.planner.build import control, page

PROFILE = Source(SourceKind.PROFILE, "given-name")


def fill(at: Control, value: str) -> Fill:
    return Fill(at.ref, Given(value, PROFILE), "")


def tried(at: Control, change: Change) -> Account:
    return Account(done={key_of(at): (_wish(at, change), ReadBack(True, ""))})


def test_a_change_is_pending_until_it_was_tried() -> None:
    name = control("First name", name="first")
    seen, wish = page(name), fill(name, "Eleanor")
    assert pending(seen, [wish], Account()) == [wish]
    assert pending(seen, [wish], tried(name, wish)) == []


def test_another_value_for_the_same_control_is_pending_again() -> None:
    name = control("First name", name="first")
    assert pending(page(name), [fill(name, "Nora")], tried(name, fill(name, "Eleanor"))) == [fill(name, "Nora")]


def test_the_same_control_read_anew_keeps_its_account() -> None:
    before = control("First name", name="first")
    now = replace(before, ref=before.ref + 1000)
    assert pending(page(now), [fill(now, "Eleanor")], tried(before, fill(before, "Eleanor"))) == []


def test_a_change_to_what_is_gone_is_dropped() -> None:
    name = control("First name", name="first")
    assert pending(page(), [fill(name, "Eleanor")], Account()) == []


def test_a_new_page_has_an_empty_account() -> None:
    name = control("First name", name="first")
    account = tried(name, fill(name, "Eleanor"))
    account.clear()
    assert pending(page(name), [fill(name, "Eleanor")], account) == [fill(name, "Eleanor")]


def test_an_option_leads_to_its_group() -> None:
    group = control("Answer by", "radio", name="by", choices=["post", "email"])
    assert control_of(page(group), group.options[1].ref) is group
    assert control_of(page(group), 10**6) is None


@pytest.mark.parametrize(("one", "other"), [
    (Fill(1, Given("a", PROFILE), ""), Fill(1, Given("b", PROFILE), "")),
    (Choose(1, 0, Given("a", PROFILE), ""), Choose(1, 1, Given("a", PROFILE), "")),
    (Tick(1, True, Given("yes", PROFILE), ""), Tick(1, False, Given("no", PROFILE), "")),
    (Attach(1, ("a.pdf",), Given("a.pdf", PROFILE), ""), Attach(1, ("b.pdf",), Given("b.pdf", PROFILE), "")),
])
def test_two_wishes_differ_when_the_page_would(one: Change, other: Change) -> None:
    box = control("Title", "select-one", choices=["Ms", "Dr"])
    assert _wish(box, one) != _wish(box, other)


def test_only_what_changes_the_page_is_a_change() -> None:
    change = Fill(1, Given("a", PROFILE), "")
    assert changes_in([change, Click(2, "Send", ButtonKind.SUBMIT)]) == [change]


@pytest.mark.parametrize(("now", "wanted", "emptied"), [
    ("Last name", False, False),
    ("Last name *", False, False),
    ("Mother’s maiden name", False, True),
    ("Your last name", True, False),
])
def test_a_filled_field_that_is_called_something_else_is_given_up(now: str, wanted: bool, emptied: bool) -> None:
    before = control("Last name", name="family")
    account = tried(before, fill(before, "Whitcombe"))
    account.called[key_of(before)] = "last name"
    after = replace(before, label=now)
    changes = [fill(after, "Whitcombe")] if wanted else []
    assert renamed(page(after), changes, account) == ([after] if emptied else [])


@pytest.mark.parametrize(("type", "left"), [("text", 0), ("radio", 1)])
def test_the_same_option_of_a_list_in_another_order_is_no_other_choice(type: str, left: int) -> None:
    box = control("Country", type, role="combobox", name="country", choices=["Austria", "Norway", "Wales"])
    turned = replace(box, options=(box.options[2], *box.options[:2]))
    chosen, again = (Choose(box.ref, at, Given("Wales", PROFILE), "") for at in (2, 0))
    assert len(pending(page(turned), [again], tried(box, chosen))) == left  # where the order says what is meant, it is


def test_each_option_of_a_group_of_boxes_is_a_choice_of_its_own() -> None:
    days = control("Days", "checkbox", name="days", choices=["Monday", "Tuesday"])
    both = [Choose(days.ref, at, Given(days.options[at].label, PROFILE), "") for at in (0, 1)]
    account = Account(done={f"{key_of(days)}\n0": (_wish(days, both[0]), ReadBack(True, ""))})
    assert pending(page(days), both, account) == both[1:]
