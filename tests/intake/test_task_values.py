import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.intake.matching import match
from agent.intake.task_values import Hint, values_in


def found(text: str, region: str = "GB") -> list[tuple[str, str]]:
    return [(value.value, value.kind_hint.value) for value in values_in(text, region)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Submit my meter reading, 48213, taken on 21 November 2026", [("48213", "number"), ("2026-11-21", "date")]),
        ("Submit meter reading: 48213, taken on 21 November 2026", [("48213", "number"), ("2026-11-21", "date")]),
        ("Renew my parking permit for AB12 CDE for 12 months", [("AB12 CDE", "plate"), ("12", "number")]),
        ("Renew the permit for ab12cde", [("AB12 CDE", "plate")]),
        ("Renew permit: plate AB12 CDE, 12 months", [("AB12 CDE", "plate"), ("12", "number")]),
        ("I now live at 14 Abbey Lane, SY3 7QX", [("14", "number"), ("SY3 7QX", "postcode")]),
        ("The reading is 48,213 kWh", [("48213", "number")]),
        ("The reading is 48213kWh", [("48213", "number")]),
        ("The reading is 48213.5", [("48213.5", "number")]),
        ("Reading 48213.", [("48213", "number")]),
        ("Book it at 2.30 pm", [("14:30", "time")]),
        ("Book it at 10am or 12 am", [("10:00", "time"), ("00:00", "time")]),
        ("Pay £1,250.00 by card", [("1250.00", "amount")]),
        ("Pay 30 euros", [("30", "amount")]),
        ("Move IBAN to DE89 3704 0044 0532 0130 00", [("DE89370400440532013000", "iban")]),
        ("Call +44 1743 496012", [("+441743496012", "phone")]),
        ("Write to e.w@example.org.", [("e.w@example.org", "email")]),
        ("Report pothole, case SO-2217", [("SO-2217", "text")]),
        ("Contract 70-113-284", [("70-113-284", "text")]),
        # not values
        ("Send my tax return for 2026", []),
        ("See https://council.example/permits/48213?year=2026&id=99", []),
        ("Go to council.example/permits/48213", []),
        ("The bin was missed on 3 and 10 November", []),
        ("The bin was missed on 3rd November", []),
        ("It was there from 3/11 to 5/11", []),
        ("50% of it", []),
        ("Covid-19 form", []),
        ("Question 3-5", []),
        ("IBAN DE00 3704 0044 0532 0130 00", []),
    ],
)
def test_a_text_gives_its_values_and_nothing_else(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_words_near_a_value_are_those_of_its_own_clause() -> None:
    reading, date = values_in("Submit my meter reading, 48213, taken on 21 November 2026")
    assert {"meter", "reading"} <= set(reading.near)
    assert "taken" not in reading.near
    assert date.near == ("taken",)


def test_labelled_lines_carry_their_label() -> None:
    values = values_in("Close my account\nReason: I moved, and pay elsewhere.\nReading = 48,213\nDate: 21/11/2026")
    assert [(value.label, value.value, value.kind_hint) for value in values] == [
        ("Reason", "I moved, and pay elsewhere.", Hint.TEXT),
        ("Reading", "48213", Hint.NUMBER),
        ("Date", "2026-11-21", Hint.DATE),
    ]


def test_text_of_several_lines_after_a_label_is_kept_whole() -> None:
    values = values_in("Message:\nThe bin is still full.\nPlease come on 3 December 2026.\n\nThanks")
    assert [value.value for value in values] == ["The bin is still full.\nPlease come on 3 December 2026."]


def test_quoted_text_is_kept_whole_with_the_numbers_in_it() -> None:
    assert found('Complain: "Call 12345 came\non 3 March 2026." Ref AB-1234') == [
        ("Call 12345 came\non 3 March 2026.", "text"),
        ("AB-1234", "text"),
    ]


def test_what_a_sentence_says_with_is_becomes_a_label() -> None:
    number, reading = values_in("My meter number is A14K 22317 and the reading is 48213.")
    assert (number.label, number.value) == ("meter number", "A14K 22317")
    assert (reading.label, reading.value) == ("reading", "48213")


@pytest.mark.parametrize(("region", "value"), [("GB", "2026-04-03"), ("US", "2026-03-04"), ("DE", "2026-04-03")])
def test_the_region_decides_the_order_of_a_date_in_figures(region: str, value: str) -> None:
    assert found("taken on 03/04/2026", region) == [(value, "date")]


def test_where_both_orders_are_in_use_a_date_in_figures_is_no_value() -> None:
    assert found("taken on 03/04/2026", "CA") == []


def test_the_region_decides_what_a_comma_means() -> None:
    assert found("Zählerstand 48.213", "DE") == [("48213", "number")]
    assert found("Zählerstand 482,5", "DE") == [("482.5", "number")]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    values = values_in(text)
    assert all(value.value for value in values)
    match(text, values)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "reading",
                ": ",
                "48213",
                ", ",
                "\n",
                '"',
                "£",
                "2026",
                "is ",
                "https://a.example/1",
                "=",
                " 3 November",
                "07700 900183",
                "AB12 CDE",
                ".",
                "- ",
                "DE89 3704 0044",
                "e@f.org",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_texts_made_of_the_hard_parts_can_be_read(text: str) -> None:
    for region in ("GB", "US"):
        match("Meter reading", values_in(text, region))


@pytest.mark.parametrize(
    "piece", ["1 ", "A1", "a.", "a/", "+44 ", "£1,", "a, b: ", '"', "my reading is ", "1 may 2026 "]
)
def test_a_text_as_long_as_can_be_is_read_in_seconds(piece: str) -> None:
    started = time.perf_counter()
    values_in((piece * 20_000)[:20_000])
    # Each takes below 1.1 s; a finder whose time grows with the square of the length took 50 s.
    assert time.perf_counter() - started < 10


def test_labels_of_further_sentences_count_while_each_before_is_one_value() -> None:
    values = values_in("Send it. Hours per week: 12. Number of visitors: 3.")
    assert [(each.value, each.label.split(". ")[-1]) for each in values] == [
        ("12", "Hours per week"), ("3", "Number of visitors")]
    assert match("Number of visitors", values, "number") == values[1]
    (prose,) = values_in("Message: I was there. My question is: why was the bin left?")
    assert prose.value == "I was there. My question is: why was the bin left?"
