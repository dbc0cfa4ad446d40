"""What a document proposes for what varies: the named value and no other, in seconds whatever the document."""

from __future__ import annotations

import time

import pytest

from agent.chores.proposals import MOST, Document, Proposal, from_json, joined, proposals, to_json
from agent.chores.template import Parameter
from agent.intake.shown_text import cleaned

SECONDS = 5.0
"""Processor time; measured 0.1 for the slowest."""


def found(text: str, label: str = "Reading", form: str = "number", last: str = "47900",
          region: str = "GB") -> list[str]:
    parameter = Parameter(label.lower().replace(" ", "_"), label, form, last=last)
    return [each.value for each in proposals(parameter, [Document("a.eml", cleaned(text))], region)]


@pytest.mark.parametrize(("text", "values"), [
    ("Your reading of 1 November was 48 213.", ["48213"]),
    ("Your reading of 1 November was\n48 213. Thank you", ["48213"]),
    ("Reading:\n\n48,213 kWh", ["48213"]),
    ("Meter | Reading | 48213 | kWh", ["48213"]),
    ("48 213 is your new reading", ["48213"]),
    ("Ihr Zählerstand ist 48213 kWh", ["48213"]),
    ("Votre relevé : 48213", ["48213"]),
    # another label
    ("Customer number: 48300. Meter number: 48301. Reading reference: 48302. Your reading: 48213.", ["48213"]),
    ("Customer number 48300, reading 48213, amount due 48999", ["48213"]),
    ("Your consumption since the reading was 48300 kWh", []),
    ("Previous reading 48100, estimated reading 48300", []),
    ("The reading fee is £48300", []),
    ("Please send your reading. Call 020 7946 0018 or pay 48213.", []),
    ("Reading day. 48213 people came.", []),
    # beside the last value
    ("Reading 12", []), ("Reading 99999999", []), ("Reading 2026", []), ("Reading 100001", ["100001"]),
    ("Reading 47900\nReading 46000\nReading 48000", ["48000", "46000", "47900"]),
    # unseen and reordered signs
    ("Your reading: \u202e31284\u202c", []), ("Your reading: 48\u200b2\u206613\u2069", ["48213"]),
    ("Your reading: 48\x00213", ["48213"]), ("Your reading: 48\u00a0213", ["48213"]), ("Your reading: ٤٨٢١٣", []),
    ("Reading 123\t456", []),
])
def test_a_reading_by_its_name_and_its_last_value(text: str, values: list[str]) -> None:
    assert found(text) == values


@pytest.mark.parametrize(("text", "label", "form", "last", "values"), [
    ("We read it on 3 November 2026. Next reading date: 4 May 2027.", "Reading date", "date", "2026-05-02",
     ["2026-11-03", "2027-05-04"]),
    ("Amount due: £48.20 by 3 November 2026", "Amount", "number", "40.00", ["48.20"]),
    ("Amount due: £48.20 by 3 November 2026", "Amount", "text", "£40.00", ["£48.20"]),
    ("Booking code: AB-1234, your seat 12", "Booking code", "text", "XY-9999", ["AB-1234"]),
    ("Your reading: 48213", "Reading", "text", "", ["48213"]),           # never answered: the name tells the form
    ("Gas reading 48213, electricity reading 48999", "Gas reading", "number", "47900", ["48213"]),
])
def test_other_forms(text: str, label: str, form: str, last: str, values: list[str]) -> None:
    assert found(text, label, form, last) == values


def test_each_says_where_it_stands_and_there_are_few() -> None:
    text = "".join(f"Reading {number}\n" for number in range(48000, 58000, 7))
    every = proposals(Parameter("reading", "Reading", "number", last="47900"), [Document("x" * 300, text)], "GB")
    assert len(every) == MOST
    assert all(each.where.endswith(f": “Reading {each.value}”") and len(each.where) < 100 for each in every)
    wordy = Document("a", f"{'word ' * 80}reading 48213 {'w ' * 60}")
    long = proposals(Parameter("reading", "Reading", "number"), [wordy], "GB")
    assert (long[0].value, len(long[0].where) < 150, "48213" in long[0].where) == ("48213", True, True)
    (odd,) = proposals(Parameter("reading", "Reading", "number"), [Document("a\n9: b", "Reading 48213")], "GB")
    assert odd.where == "a 9: b: “Reading 48213”"        # a name adds no line to a question
    newer = joined({"reading": every[:2]}, {"reading": (Proposal("1", "old"), *every)})
    assert [each.value for each in newer["reading"]] == [every[0].value, every[1].value, "1", every[2].value,
                                                         every[3].value]
    assert from_json(to_json({"reading": every, "none": ()})) == {"reading": every}


@pytest.mark.parametrize("text", [
    "reading " + "48213 " * 90_000, "Your reading 48213\n" * 26_000, "reading|" * 60_000 + "48213",
    "reading 48213. " * 30_000, "reading " + "020 7946 0018 " * 30_000, "1\n" * 250_000, "reading: " * 60_000,
    "reading " + "9" * 400_000, "Reading 1 November " * 25_000])
def test_a_text_made_to_hurt_is_read_in_bounded_time(text: str) -> None:
    began = time.process_time()
    assert len(found(text[:500_000])) <= MOST
    assert time.process_time() - began < SECONDS
