"""What a new or changed chore still lacks, and what the agent is told of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.protocol.chores import ChoiceDoc
from desktop.chores.wish import ChoreWish, Read, chosen, lacks, order, task_text
from desktop.gallery.chores import CHORES, MONDAY, NOT_READ, TWO, choice, template, times, when

SAID = Read("every first Monday at 9", doc=MONDAY)
WISH = ChoreWish("Submit my reading", SAID)
WAITS = when(ChoiceDoc(rule="BEFORE=2W;FACT=passport-expiry", sentence="Two weeks before", start="2026-11-26T09:00",
                       next=[]), problems=("Your profile does not say that day yet; the chore waits until it does.",))


@pytest.mark.parametrize(("wish", "missing"), [
    (WISH, ""),
    (replace(WISH, text="  "), "Say what should be done."),
    (replace(WISH, read=Read("")), "Say when it comes, such as “every first Monday at 9”."),
    (replace(WISH, read=Read("every moon")), "Reading when it comes."),
    (replace(WISH, read=Read("every moon", doc=when(problems=("No.",)))), "Say when it comes in other words."),
    (replace(WISH, read=Read("x", problem="The agent is gone.")), "Say when it comes in other words."),
    (replace(WISH, read=Read("at 9 and 17", doc=NOT_READ)), "Say when it comes in other words."),
    (replace(WISH, read=Read("monthly on the 31st", doc=TWO)), "Say which of these you mean."),
    (replace(WISH, read=Read("monthly on the 31st", doc=TWO), picked=1), ""),
    (replace(WISH, read=Read("two weeks before", doc=WAITS)), ""),
    (replace(WISH, read=Read("Submit my reading", True, when(rest="Submit my reading", problems=("No.",)))),
     "Say when it comes, such as “every first Monday at 9”."),
    (replace(WISH, former=CHORES[0], read=Read("")), ""),
    (replace(WISH, former=CHORES[0], asks={"reading": " "}),
     "Say what goes in again for reading, or let it be asked each time."),
    (replace(WISH, template={**template(), "problem": "A brace."}), "Mend the words in braces."),
])
def test_what_is_missing_is_said(wish: ChoreWish, missing: str) -> None:
    assert lacks(wish) == missing


def test_of_two_meanings_none_is_taken_by_itself() -> None:
    wish = replace(WISH, read=Read("monthly on the 31st", doc=TWO))
    assert chosen(wish) is None
    assert chosen(replace(wish, picked=1)) is TWO["choices"][1]
    assert chosen(replace(wish, picked=7)) is None


def test_the_rule_is_told_as_it_was_shown() -> None:
    method, params = order(replace(WISH, url="https://energy.example", goes_along=True, more={"limit": "5 GBP"}))
    assert method == "chore add"
    assert params == {"text": "Submit my reading", "rule": MONDAY["choices"][0]["rule"], "catch_up": "once",
                      "start": MONDAY["choices"][0]["start"], "zone": "here", "url": "https://energy.example",
                      "limit": "5 GBP"}


def test_words_for_when_that_stand_in_the_task_leave_it() -> None:
    read = Read("Submit my reading every first Monday at 9", True, {**MONDAY, "rest": "Submit my reading"})
    wish = replace(WISH, text=read.words, read=read)
    assert task_text(wish) == "Submit my reading"
    assert order(wish)[1]["text"] == "Submit my reading"
    assert task_text(replace(wish, read=replace(read, inside=False))) == read.words


def test_only_what_is_other_is_told_of_a_changed_chore() -> None:
    former = CHORES[0]
    same = ChoreWish(former["text"], Read(""), url=former["url"], catch_up=former["catch_up"], former=former)
    assert order(same) == ("chore edit", {"id": "h1"})
    other = replace(same, text="Send it", url="", catch_up="skip", goes_along=True, asks={"reading": "5", "day": None})
    assert order(other)[1] == {"id": "h1", "text": "Send it", "url": "none", "catch_up": "skip", "zone": "here",
                               "ask": ["day"], "keep": ["reading=5"]}
    again = {**former, "zone": ""}
    assert order(replace(same, former=again))[1] == {"id": "h1", "zone": "Europe/London"}
    read = Read("daily at 7", doc=when(choice("Every day at 07:00", times("2026-12-01T07:00:00", 1))))
    assert set(order(replace(same, read=read))[1]) == {"id", "rule", "start"}
