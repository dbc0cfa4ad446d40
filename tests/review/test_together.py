"""What stands once for several sheets, and what must stay at its own."""

from __future__ import annotations

from typing import Any

import pytest

from agent.review.together import needs_attention, together


def row(name: str, value: str, source: str = "profile", detail: str = "", **more: Any) -> dict[str, Any]:
    return {"name": name, "label": name.title(), "value": value, "shown": "", "source": source,
            "detail": detail or name, "flags": [], "needs_own_yes": False, **more}


def test_one_fact_stands_once_whatever_each_page_calls_it() -> None:
    found = together([[row("given", "Nora", detail="given-name"), row("reading", "1", "task")],
                      [row("vorname", "Nora", detail="given-name"), row("reading", "2", "task")]])
    assert [(each.label, each.value) for each in found.same] == [("Given", "Nora")]
    assert [[each["value"] for each in own] for own in found.own] == [["1"], ["2"]]


def test_of_one_sheet_alone_nothing_is_the_same_as_elsewhere() -> None:
    assert together([]) == together([])
    found = together([[row("given", "Nora")]])
    assert (found.same, len(found.own[0])) == ((), 1)


@pytest.mark.parametrize("more", [
    {"doubts": ["It is in the past."]}, {"needs_own_yes": True}, {"flags": ["consent"]}, {"flags": ["money"]},
    {"flags": ["changed by the page"]}, {"flags": ["unreadable"]}, {"source": "hidden"}, {"source": "page default"},
    {"source": "guessed"}, {"opened": True}, {"inside": "body"}, {"value": "Noora"},
    {"file": {"filename": "a.pdf"}},
])
def test_what_something_is_said_about_stays_at_its_sheet(more: dict[str, Any]) -> None:
    plain, marked = [row("given", "Nora")], [{**row("given", "Nora"), **more}]
    for sheets in ([plain, marked, plain], [marked, plain, plain]):
        found = together(sheets)
        assert found.same == ()
        assert all(len(own) == 1 for own in found.own)


def test_every_value_of_every_sheet_is_shown_somewhere() -> None:
    first = [row("a", "1"), row("b", "2"), row("b2", "2", detail="b"), row("t", "x", flags=["renewed by the site"])]
    second = [row("b", "2"), row("a", "1"), row("c", "3", "task")]
    found = together([first, second])
    for sheet, own in zip((first, second), found.own, strict=True):
        shown = {each.value for each in found.same} | {each["value"] for each in own}
        assert shown >= {each["value"] for each in sheet if "renewed by the site" not in each["flags"]}


def test_what_needs_a_look() -> None:
    assert not needs_attention(row("a", "1", flags=["sensitive", "renewed by the site"]))
    assert needs_attention(row("a", "1", flags=["consent"]))
    assert needs_attention(row("a", "1", doubts=["No."]))
