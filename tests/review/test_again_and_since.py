"""A second sending is warned about, an ordinary next time is not; what differs from the last time is told by weight."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agent.review.again import Sent, same_values, warnings, window
from agent.review.since_last import since_last

NOW = datetime(2026, 11, 1, 10, tzinfo=UTC)
DAY = timedelta(days=1)


def sent(days: float, **more: Any) -> Sent:
    return Sent("s4", NOW - days * DAY, **{"surely": True, **more})


@pytest.mark.parametrize(("found", "period", "said"), [
    (sent(29, same_chore=True, period="October 2026"), 31 * DAY, ""),                       # last month's
    (sent(2, same_chore=True, period="October 2026", reference="MR-7"), 31 * DAY,
     "You already sent what was due for October 2026 on 30 October 2026, reference MR-7 (s4)."),
    (sent(400, same_chore=True, same_time=True, period="October 2026"), 31 * DAY, "You already sent what was due"),
    (sent(1, same_chore=True, period="31 October 2026"), DAY, ""),                          # yesterday's of a daily one
    (sent(0.2, same_chore=True, period="1 November 2026"), DAY, "You already sent"),
    (sent(19, same_values=True), None, "You already sent the same values to this page on 13 October 2026 (s4)."),
    (sent(21, same_values=True), None, ""), (sent(1), None, ""),
    (sent(1, same_values=True, surely=False), None, "whether it arrived is not known"),
])
def test_second_sendings(found: Sent, period: timedelta | None, said: str) -> None:
    (text,) = warnings([found], NOW, window(20, period)) or [""]
    assert said in text
    assert bool(text) == bool(said)


def test_only_the_latest_is_told() -> None:
    assert "(s4)" in warnings([sent(3, same_values=True), Sent("s1", NOW - 5 * DAY, True, same_values=True)],
                              NOW, 20 * DAY)[0]


def row(name: str, value: str, source: str = "task", *flags: str) -> dict[str, Any]:
    return {"name": name, "label": name.title(), "value": value, "source": source, "flags": list(flags)}


def test_the_same_values_renewed_tokens_aside() -> None:
    old = [row("reading", "48213"), row("token", "abc", "hidden", "renewed by the site")]
    assert same_values(old, [row("reading", "48213"), row("token", "xyz", "hidden", "renewed by the site")])
    assert not same_values(old, [row("reading", "48500"), row("token", "abc", "hidden", "renewed by the site")])
    assert not same_values([row("lang", "en", "hidden")], [row("lang", "en", "hidden")])     # nothing of the person's


def sheet(*rows: dict[str, Any], origin: str = "https://a.example") -> dict[str, Any]:
    return {"fields": list(rows), "method": "POST", "url": f"{origin}/form", "origin": origin}


def test_what_changed_comes_by_weight_and_the_rest_is_named() -> None:
    old = sheet(row("name", "Eleanor", "profile"), row("reading", "48213"), row("fee", "5", "page default", "money"),
                row("gone", "x"))
    new = sheet(row("name", "Eleanor", "profile"), row("reading", "48500"), row("fee", "9", "page default", "money"),
                row("news", "yes", "page default", "consent"), row("extra", "y"), origin="https://b.example")
    changes, same = since_last(old, new)
    assert [(each["name"], each["about"]) for each in changes] == [
        ("(site)", "site"), ("fee", "amount"), ("news", "consent"), ("extra", "field"), ("gone", "field"),
        ("reading", "value")]
    assert (changes[-1]["before"], changes[-1]["now"]) == ("48213", "48500")
    assert same == ["name"]


def test_nothing_changed() -> None:
    one = sheet(row("reading", "48213"))
    assert since_last(one, one) == ([], ["reading"])
