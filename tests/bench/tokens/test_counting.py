"""What requests weigh: counted by hand with a tokenizer that takes a word for a token."""

from __future__ import annotations

import base64
import struct

import pytest

from tests.bench.tokens.counting import Weight, pieces_of, weight_of
from tests.bench.tokens.peer_script import elements_of
from tests.bench.tokens.table import MEASURES, ratios
from tests.bench.tokens.tasks import Kind, Put


def words(text: str) -> int:
    return len(text.split())


def text(count: int, **more: object) -> dict[str, object]:
    return {"type": "text", "text": "w " * count, **more}


def body(*content: dict[str, object], **more: object) -> dict[str, object]:
    return {"messages": [{"role": "user", "content": list(content)}], **more}


MARK = {"cache_control": {"type": "ephemeral"}}


def picture(width: int, height: int) -> dict[str, object]:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(64)
    return {"type": "image", "source": {"type": "base64", "data": base64.b64encode(head).decode()}}


def test_every_part_of_a_request_is_counted_once_and_cache_marks_are_none() -> None:
    request = {"tools": [{"name": "fill", "input_schema": {}, **MARK}], "system": [text(3)], "messages": [
        {"role": "user", "content": "do this please"},
        {"role": "assistant", "content": [{"type": "tool_use", "id": "t1", "name": "fill", "input": {"n": 1}}]},
        {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t1", "content": [text(2)], **MARK}]}]}
    assert [(each.text.strip(), each.ends_cache) for each in pieces_of(request)] == [
        ('{"name":"fill","input_schema":{}}', True), ("w w w", False), ("user", False), ("do this please", False),
        ("assistant", False), ('{"type":"tool_use","id":"t1","name":"fill","input":{"n":1}}', False),
        ("user", False), ("t1", False), ("w w", True)]


@pytest.mark.parametrize(("size", "tokens"), [((750, 100), 100), ((1400, 850), 1587), ((1920, 1080), 1600),
                                              ((3136, 75), 78)])
def test_a_picture_costs_by_its_size_after_it_was_scaled_down(size: tuple[int, int], tokens: int) -> None:
    weight = weight_of([body(picture(*size), text(5))], words)
    assert (weight.pictures, weight.text, weight.largest) == (tokens, 6, tokens + 6)


def test_what_was_sent_before_is_read_from_the_cache_at_a_tenth_where_that_was_asked_for() -> None:
    first = body(text(2000), **MARK)
    second = body(text(2000), text(100), **MARK)
    weight = weight_of([first, second], words)
    assert weight.sent == 2001 + 2101
    assert weight.paid == pytest.approx(2001 * 1.25 + 2001 * 0.1 + 100 * 1.25)
    assert weight_of([body(text(2000)), body(text(2000))], words).paid == 2 * 2001


def test_too_short_a_prefix_and_a_changed_one_are_not_cached() -> None:
    assert weight_of([body(text(100), **MARK)] * 2, words).paid == 2 * 101
    changed = weight_of([body(text(2000), **MARK), body(text(1999), **MARK)], words)
    assert changed.paid == pytest.approx((2001 + 2000) * 1.25)


def test_ratios_are_over_the_tasks_that_both_sides_did() -> None:
    def sent(tokens: int) -> Weight:
        return Weight(1, tokens, 0, tokens, tokens)

    weights = {("a", "ours"): sent(10), ("a", "theirs"): sent(100), ("b", "ours"): sent(30), ("b", "theirs"): sent(60),
               ("c", "ours"): sent(1000)}
    told = ratios(weights, "theirs", MEASURES["requests"], "x")
    assert told.endswith("1.000 of sums, 1.000 median of ratios, n = 2")
    told = ratios(weights, "theirs", lambda weight: weight.text, "tokens")
    assert told == "ours to theirs, tokens: 0.250 of sums, 0.300 median of ratios, n = 2"


def test_a_scripted_model_finds_fields_and_options_in_a_page_state() -> None:
    first, second, third, box = elements_of(
        "Full name\n|SHADOW(open)|*[3]<input type=text id=name name=name required=true />\nHow?\n"
        "[10]<input type=radio id=how value=email checked=false />\nBy email\n"
        "[11]<input type=radio id=how-2 name=how value=post />\nBy\n\tletter\n"
        "[12]<input type=checkbox id=x />\nI agree to")
    assert first.is_field(Put("name", "Full name", "A"))
    assert not second.is_field(Put("name", "Full name", "A"))
    letter = Put("how", "How?", "By letter", Kind.RADIO)
    assert [each.is_field(letter) for each in (first, second, third, box)] == [False, False, True, False]
    assert box.is_field(Put("terms", "I agree", "yes", Kind.TICK))
