"""Lines of JSON-RPC: what is written is read back; what is not a message is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.protocol.rpc import Answer, Fault, NotAMessage, Request, from_line, to_line

texts = st.text(st.characters(exclude_categories=["Cs"]))
plain = st.recursive(st.none() | st.booleans() | st.integers(-2**53, 2**53) | texts,
                     lambda each: st.lists(each, max_size=3) | st.dictionaries(texts, each, max_size=3), max_leaves=8)


@given(st.one_of(
    st.builds(Request, texts, st.dictionaries(texts, plain, max_size=3), st.none() | st.integers(0, 2**31)),
    st.builds(Answer, st.integers(0, 2**31), plain),
    st.builds(Fault, st.integers(-1, 2**31), st.integers(-33000, -32000), texts, texts)))
def test_every_message_is_one_line_and_comes_back(message: Request | Answer | Fault) -> None:
    line = to_line(message)
    assert line.count(b"\n") == 1
    assert from_line(line) == message
    assert json.loads(line)["jsonrpc"] == "2.0"


@pytest.mark.parametrize("line", ["", "x", "[]", "1", "{}", '{"id": true, "result": 1}', '{"id": 1}',
                                  '{"method": "x", "params": []}', b"\xff"])
def test_what_is_no_message_is_refused(line: str | bytes) -> None:
    with pytest.raises(NotAMessage):
        from_line(line)
