"""What stands inside a value is opened beside it, and what is folded away for that could be read in one way only."""

from __future__ import annotations

import base64
import json
import time
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.gate.canonical import compare
from agent.gate.decode import Where, decode
from agent.gate.fields import MAX_FIELDS
from agent.gate.graphql import Operation, operations
from tests.gate.test_decode import FORM, request, seen

TREE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=("Cs",)), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.text(st.characters(exclude_categories=("Cs",)), max_size=6), inner, max_size=3), max_leaves=12)


def stringify(tree: object) -> str:
    return json.dumps(tree, separators=(",", ":"), ensure_ascii=False)


def rows(body: str, kind: str = "application/json") -> dict[str, tuple[str, bool]]:
    return {field.name: (field.value, field.opened) for field in decode(request(body, kind)).fields}


@given(st.dictionaries(st.sampled_from(["a", "b", "long name"]), TREE, min_size=1))
def test_nested_json_is_opened_and_the_text_stays_on_the_wire(tree: dict[str, object]) -> None:
    text = stringify(tree)
    decoded = decode(request(urlencode({"payload": text}), FORM))
    raw, *inner = decoded.fields
    assert (raw.name, raw.value, raw.opened) == ("payload", text, True)
    assert all(field.inside.startswith("payload") for field in inner)
    direct = decode(request(text, "application/json"))
    assert [field.value for field in inner if field.inside == "payload"] == [
        field.value for field in direct.fields if not field.inside]


@pytest.mark.parametrize("text", [
    '{"a": 1}', '{"a":1,"a":2}', '{"a":1 }', '{"\\u0061":1}', '{"a":"\\/"}', '\ufeff{"a":1}', '{"a":1}\n',
    '{"a":"\\ud800"}', '{"a":[{"b":1,"b":2}]}',
])
def test_a_text_that_a_browser_would_not_write_for_its_values_stays_in_sight(text: str) -> None:
    assert not any(opened for _, opened in rows(urlencode({"payload": text}), FORM).values())


@pytest.mark.parametrize("text", ["[see letter]", "{}", "[]", "[1,2]", "{not json}", "[1", "48213", '"a"', "x=1",
                                  "a&b"])
def test_what_a_person_may_have_typed_is_not_taken_apart(text: str) -> None:
    assert list(rows(urlencode({"note": text}), FORM)) == ["note"]


def test_a_name_twice_inside_a_value_is_said() -> None:
    decoded = decode(request(urlencode({"p": '{"amount":1,"amount":9000}'}), FORM))
    assert any("twice" in problem for problem in decoded.problems)
    assert [value for _, value in seen(decoded)][1:] == ["1", "9000"]


def test_form_data_inside_a_value_is_opened() -> None:
    assert rows(stringify({"data": "a=1&b=two%20words"}))["data > b"] == ("two words", False)


def test_depth_is_bounded_and_what_is_deeper_stays_in_sight() -> None:
    text = stringify({"x": "deepest"})
    for _ in range(6):
        text = stringify({"p": text})
    found = decode(request(text, "application/json")).fields
    assert len(found) < 10
    assert not found[-1].opened
    assert "deepest" in found[-1].value


@pytest.mark.parametrize("value", [
    base64.b64encode(b'{"amount":9000}').decode(), base64.urlsafe_b64encode(b'{"amount":9000}').decode().rstrip("="),
    "eyJhbGciOiJIUzI1NiJ9." + base64.urlsafe_b64encode(b'{"amount":9000}').decode().rstrip("=") + ".c2ln",
])
def test_json_in_base64_is_readable_beside_the_text(value: str) -> None:
    found = rows(urlencode({"d": value}), FORM)
    assert found["d"] == (value, False)
    assert found["d > base64"][0] == '{"amount":9000}'
    assert found["d > base64 > amount"][0] == "9000"


@pytest.mark.parametrize("value", ["YWJj", "Wolverhampton2026", "x" * 40, base64.b64encode(bytes(range(90))).decode()])
def test_other_values_that_look_like_base64_stay_as_they_are(value: str) -> None:
    assert list(rows(urlencode({"d": value}), FORM)) == ["d"]


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\5\0\0\0\3\xc0" + b"\0" * 60


@pytest.mark.parametrize("value", [
    "data:image/png;base64," + base64.b64encode(PNG).decode(), "data:image/png;name=a.png;base64,"
    + base64.b64encode(PNG).decode(), base64.b64encode(PNG).decode()])
def test_a_file_in_a_value_is_a_file(value: str) -> None:
    raw, file = decode(request(stringify({"photo": value}), "application/json")).fields
    assert (raw.value, raw.opened, file.where, file.inside) == (value, False, Where.FILE, "photo")
    assert file.file is not None
    assert (file.file.kind, file.file.width, file.file.height, file.file.size) == ("PNG image", 1280, 960, len(PNG))


def test_what_is_opened_never_takes_the_place_of_a_field() -> None:
    many = {f"k{at}": '{"a":1}' for at in range(MAX_FIELDS)}
    found = decode(request(urlencode(many), FORM))
    own = [field for field in found.fields if not field.inside]
    assert [field.name for field in own] == list(many)
    assert not any(field.opened for field in own)
    assert not found.problems


def test_what_was_read_out_is_compared_as_the_text_it_stands_in() -> None:
    one, same, other = (decode(request(urlencode({"p": text}), FORM)) for text in (
        '{"a":1}', '{"a":1}', '{"a": 1}'))
    assert compare(one, same).equal
    assert [change.name for change in compare(one, other).changes] == ["p"]


# GraphQL

SUBMIT = "mutation Submit($r: Int!) { submit(reading: $r) { id } }"


@pytest.mark.parametrize(("document", "found"), [
    (SUBMIT, [("mutation", "Submit")]), ("{ me { id } }", [("query", "")]), ("query { me }", [("query", "")]),
    ("subscription S { s }", [("subscription", "S")]),
    ("query A { a }\nmutation B { b }", [("query", "A"), ("mutation", "B")]),
    ("fragment F on User { id } query A { ...F }", [("query", "A")]),
    ("# mutation X {\nquery A { a }", [("query", "A")]),
    ('query A { a(s: "} mutation B {") }', [("query", "A")]),
    ('query A { a(s: """ "} mutation B { """) }', [("query", "A")]),
    ('query A($a: In = {b: [1]}) @live(on: "{") { a }', [("query", "A")]),
    ("mutation { pay(amount: 9000) }", [("mutation", "")]),
    ("what is this { text }", []), ("query A { a", []), ("plain words", []), ("", []), ("{}}", []), ("query", []),
])
def test_the_operations_of_a_document(document: str, found: list[tuple[str, str]]) -> None:
    assert operations(document) == tuple(Operation(kind, name) for kind, name in found)


@given(st.text("query mutaion{}()\"#\\\n$:,.[]", max_size=60))
def test_no_document_raises(document: str) -> None:
    operations(document)


def test_a_request_says_first_what_it_does_then_each_variable() -> None:
    decoded = decode(request(stringify({"operationName": "Submit", "variables": {"r": 48213, "in": {"note": "x"}},
                                        "query": SUBMIT}), "application/json"))
    assert seen(decoded) == [("(operation)", "mutation Submit"), ("operationName", "Submit"), ("variables.r", "48213"),
                             ("variables.in.note", "x"), ("query", SUBMIT)]
    assert decoded.problems == ()


def test_each_request_of_a_batch_says_what_it_does() -> None:
    found = rows(stringify([{"query": "{ me { id } }"}, {"query": SUBMIT, "variables": {"r": 1}}]))
    assert (found["[0].(operation)"][0], found["[1].(operation)"][0]) == ("query", "mutation Submit")


def test_a_document_alone_and_one_in_the_address_say_what_they_do() -> None:
    alone = decode(request(SUBMIT, "application/graphql"))
    assert seen(alone) == [("(operation)", "mutation Submit"), ("(body)", SUBMIT)]
    url = "https://c.example/graphql?" + urlencode({"query": SUBMIT, "variables": stringify({"r": 1})})
    found = seen(decode(request(b"", "", url, "GET")))
    assert found[0] == ("(operation)", "mutation Submit")
    assert ("variables > r", "1") in found


def test_a_persisted_request_says_that_the_site_keeps_its_text() -> None:
    found = rows(stringify({"operationName": "Pay", "variables": {"amount": 9000},
                            "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "ab" * 32}}}))
    assert found["(operation)"][0] == "Pay (the site keeps the text of it, only its mark is sent)"
    assert found["extensions.persistedQuery.sha256Hash"][0] == "ab" * 32


@pytest.mark.parametrize(("envelope", "said"), [
    ({"query": "query A { a } mutation B { b }"}, "several operations"),
    ({"query": "query A { a } mutation B { b }", "operationName": "C"}, "does not hold"),
    ({"query": SUBMIT, "operationName": "GetMe"}, "does not hold"),
])
def test_a_name_that_hides_what_is_done_is_a_problem(envelope: dict[str, str], said: str) -> None:
    decoded = decode(request(stringify(envelope), "application/json"))
    assert any(said in problem for problem in decoded.problems)
    assert "mutation" in decoded.fields[0].value


def test_json_lines_are_read_one_by_one_or_not_at_all() -> None:
    assert seen(decode(request('{"a":1}\n[{"b":2}]\n7\n', "application/x-ndjson")))[:3] == [
        ("[0].a", "1"), ("[1][0].b", "2"), ("[2]", "7")]
    broken = decode(request('{"a":1}\n{"b"', "application/x-ndjson"))
    assert broken.problems
    assert broken.fields[0].value == '{"a":1}\n{"b"'


HOSTILE = {
    "a thousand values of a thousand": stringify({f"p{at}": stringify({"a": [1] * 1000}) for at in range(1000)}),
    "one value of many names": stringify({"p": stringify({f"k{at}": at for at in range(70_000)})}),
    "many requests": stringify([{"query": "mutation A { a }"}] * 3900),
    "many pairs": stringify({"p": "&".join(f"a{at}=1" for at in range(100_000))}),
    "quotes that never close": stringify({"query": 'query A { a(s: ' + '"""x" ' * 40_000}),
    "braces that never close": stringify({"query": "{" * 200_000}),
    "almost a web token": stringify({"p": "eyJ" + "a" * 300_000 + "." + "b" * 300_000 + "!"}),
    "almost a file": stringify({"p": "data:a/b" + ";a=b" * 200_000}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_opening_takes_bounded_time(name: str) -> None:
    started = time.process_time()
    decode(request(HOSTILE[name], "application/json"))
    assert time.process_time() - started < 5
