import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.profile.errors import ImportProblem
from agent.profile.importing import Imported, read_profile
from agent.profile.json_file import read_entries
from agent.profile.kinds import KINDS, Sensitivity
from agent.profile.vcard_file import read_card

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Eleanor Mary Whitcombe
N:Whitcombe;Eleanor;Mary;Ms;
NICKNAME:Ellie
BDAY:1986-03-14
TEL;TYPE=WORK,VOICE:+44 20 7946 0000
TEL;TYPE=FAX:+44 20 7946 0001
TEL;TYPE=CELL:07700 900
  183
EMAIL;TYPE=WORK:work@example.org
EMAIL;TYPE=HOME:e.whitcombe@example.org
ADR;TYPE=WORK:;;Unit 5;Shrewsbury;;SY1 3AA;UK
ADR;TYPE=HOME:;;14 Abbey Lane;Shrewsbury;Shropshire;sy37qx;United Kingdom
ORG:Severn Optics Ltd;Laboratory
TITLE:Laboratory technician
URL:https://whitcombe.example
NOTE:likes tea
END:VCARD
"""


def read(tmp_path: Path, text: str | bytes, name: str = "me.json", region: str = "GB") -> Imported:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_profile(path, region)


def problems(tmp_path: Path, text: str | bytes, name: str = "me.json") -> list[tuple[int, str]]:
    with pytest.raises(ImportProblem) as caught:
        read(tmp_path, text, name)
    assert len(str(caught.value).splitlines()) == len(caught.value.problems)
    return [(problem.line, problem.field) for problem in caught.value.problems]


def test_a_flat_object_becomes_normalised_facts(tmp_path: Path) -> None:
    got = read(
        tmp_path, '\ufeff{"given-name": " Eleanor ",\n "household-size": 4,\n "iban": "gb33 BUKB 2020 1555 5555 55"}'
    )
    assert [(fact.kind, fact.value, fact.sensitivity) for fact in got.facts] == [
        ("given-name", "Eleanor", Sensitivity.LOW),
        ("household-size", "4", Sensitivity.LOW),
        ("iban", "GB33BUKB20201555555555", Sensitivity.PRIVATE),
    ]
    assert got.notes == ()


def test_every_kinds_example_can_be_imported_at_once(tmp_path: Path) -> None:
    examples = {name: found.example for name, found in KINDS.items() if found.fill}
    got = read(tmp_path, json.dumps(examples, indent=1))
    assert len(got.facts) == sum(bool(example) for example in examples.values())


def test_the_files_own_country_decides_what_dates_and_phones_mean(tmp_path: Path) -> None:
    got = read(tmp_path, '{"bday": "03/04/1986", "tel": "(201) 555-0123", "country": "United States"}')
    assert [fact.value for fact in got.facts] == ["1986-03-04", "+12015550123", "US"]


def test_all_problems_are_listed_with_line_and_field(tmp_path: Path) -> None:
    text = """{
 "given-name": "Eleanor",
 "bday": "31/02/1986",
 "postcode": "SY3 7QX", "email": "nonsense",
 "cc-number": "4111111111111111",
 "nickname": ["a"], "age": null, "sex": true,
 "given-name": "Twice",
 "given_name": "Thrice"
}"""
    assert problems(tmp_path, text) == [
        (3, "bday"),
        (4, "postcode"),
        (4, "email"),
        (5, "cc-number"),
        (6, "nickname"),
        (6, "age"),
        (6, "sex"),
        (7, "given-name"),
        (8, "given_name"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        (" \n ", 0),
        ("[]", 1),
        ("{}", 0),
        ('"x"', 1),
        ('{"a": 1', 1),
        ('{"given-name": "E"}\n{}', 2),
        ('{"given-name" "E"}', 1),
        ('{\n"given-name": "E",\n}', 3),
        ('{\n"given-name": E}', 2),
        ("{" * 200_000, 1),
        ('{"a":' * 200_000, 1),
        (b"\xff\xfe\x00", 1),
        (b'{\n"given-name": "\xe9"}', 2),
        ('{"household-size": NaN}', 1),
        ("{1: 2}", 1),
        ('{"household-size": ' + "9" * 5000 + "}", 1),
    ],
)
def test_a_file_that_is_no_flat_object_is_refused_with_its_line(tmp_path: Path, text: str | bytes, line: int) -> None:
    assert problems(tmp_path, text)[0][0] == line


def test_what_comes_before_a_break_is_checked_too(tmp_path: Path) -> None:
    assert problems(tmp_path, '{"bday": "x",\n"email": "y",\n oops}') == [(1, "bday"), (2, "email"), (3, "")]


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    with (tmp_path / "big.json").open("wb") as big:
        big.truncate(5 * 1024 * 1024 + 1)
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "me.txt").write_text("{}")
    for name in ("big.json", "pipe.json", "folder.json", "me.txt", "missing.json", "bad\x00.json"):
        with pytest.raises(ImportProblem):
            read_profile(tmp_path / name, "GB")


def test_an_empty_value_is_left_out_with_a_note(tmp_path: Path) -> None:
    got = read(tmp_path, '{"given-name": "E",\n "address-line3": ""}')
    assert got.notes == ("line 2: address-line3 is empty and was left out",)


def test_a_card_gives_its_facts_and_says_what_it_left_out(tmp_path: Path) -> None:
    got = read(tmp_path, CARD.replace("\n", "\r\n"), "me.vcf")
    assert {fact.kind: fact.value for fact in got.facts} == {
        "name": "Eleanor Mary Whitcombe",
        "given-name": "Eleanor",
        "additional-name": "Mary",
        "family-name": "Whitcombe",
        "honorific-prefix": "Ms",
        "nickname": "Ellie",
        "bday": "1986-03-14",
        "tel": "+447700900183",
        "email": "e.whitcombe@example.org",
        "street-address": "14 Abbey Lane",
        "address-level2": "Shrewsbury",
        "address-level1": "Shropshire",
        "postal-code": "SY3 7QX",
        "country": "GB",
        "organization": "Severn Optics Ltd",
        "organization-title": "Laboratory technician",
        "url": "https://whitcombe.example",
    }
    assert "left out: NOTE" in got.notes


def test_only_the_first_card_is_taken_and_said_so(tmp_path: Path) -> None:
    got = read(tmp_path, CARD + CARD.replace("Eleanor", "Somebody"), "me.vcf")
    assert got.facts[0].value.startswith("Eleanor")
    assert any("2 cards" in note for note in got.notes)


def test_a_cards_bad_values_are_listed_by_line_and_property(tmp_path: Path) -> None:
    text = (
        CARD.replace("1986-03-14", "1986-02-31").replace("e.whitcombe@example.org", "nonsense").replace("sy37qx", "no")
    )
    assert problems(tmp_path, text, "me.vcf") == [(6, "BDAY"), (12, "EMAIL"), (14, "ADR")]


def test_an_old_card_with_quoted_printable_is_read(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Br=C3=BCck;Anna\n"
        "TEL;WORK:+49 30 901820\nTEL;CELL;PREF:+49 151 23456789\nBDAY:--0314\nEND:VCARD\n"
    )
    got = read(tmp_path, text, "me.vcf")
    values = {fact.kind: fact.value for fact in got.facts}
    assert values["family-name"] == "Brück"
    assert values["tel"] == "+4915123456789"
    assert "line 6: BDAY has no year and was left out" in got.notes


def test_a_card_of_version_4_is_read(tmp_path: Path) -> None:
    text = (
        'BEGIN:VCARD\nVERSION:4.0\nFN:Eleanor Whitcombe\n'
        'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+44-1743-496012;ext=204\n'
        "BDAY:19860314\nEND:VCARD\n"
    )
    values = {fact.kind: fact.value for fact in read(tmp_path, text, "me.vcf").facts}
    assert values == {"name": "Eleanor Whitcombe", "tel": "+441743496012", "tel-extension": "204", "bday": "1986-03-14"}


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "BEGIN:VCARD\nFN:E\n",
        "BEGIN:VCARD\nVERSION:3.0\nnonsense\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n",
        "END:VCARD",
    ],
)
def test_a_broken_card_is_refused(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text, "me.vcf")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=100) | st.lists(st.sampled_from([*'{}[]":,\n 1e', '"a"', "null"]), max_size=25).map("".join))
def test_any_text_is_read_as_json_or_given_a_problem(text: str) -> None:
    entries, _, found = read_entries(text)
    assert found or all(entry.line >= 1 for entry in entries)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(CARD.splitlines()) | st.text(max_size=30), max_size=15))
def test_any_lines_are_read_as_a_card_or_given_a_problem(lines: list[str]) -> None:
    read_card("BEGIN:VCARD\nVERSION:3.0\n" + "\n".join(lines) + "\nEND:VCARD")
    read_card("\n".join(lines))
