"""Nothing that can't be seen, reorders or overflows reaches the person's eyes unmarked."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.protocol.display import display


@pytest.mark.parametrize(("text", "shown"), [
    ("Ada Lovelace", "Ada Lovelace"), ("Müller, Łódź, 東京", "Müller, Łódź, 東京"),
    ("evil\u202efdp.exe", "evil⟨U+202E⟩fdp.exe"), ("a\u200bb", "a⟨U+200B⟩b"), ("a\x00b", "a⟨U+0000⟩b"),
    ("one\r\ntwo\nthree", "one⏎two⏎three"), ("a\rb", "a⟨U+000D⟩b"), ("\x1b[2J", "⟨U+001B⟩[2J"),
    ("12\u00a0EUR", "12⟨U+00A0⟩EUR"), ("\ufeff\u2066x\u2069", "⟨U+FEFF⟩⟨U+2066⟩x⟨U+2069⟩"),
    ("⟨U+202E⟩", "⟨U+27E8⟩U+202E⟨U+27E9⟩"), ("a⏎b", "a⟨U+23CE⟩b"), ("\u3164", "⟨U+3164⟩"), ("\U000e0041", "⟨U+E0041⟩"),
    ("z" + "\u0301" * 5, "z\u0301\u0301\u0301⟨U+0301⟩⟨U+0301⟩"), ("x\ufe0f", "x⟨U+FE0F⟩"),
])
def test_texts(text: str, shown: str) -> None:
    assert display(text) == shown


def test_a_long_text_is_cut_and_the_rest_counted() -> None:
    assert display("x" * 250) == "x" * 200 + "… (50 more characters)"
    assert display("x" * 250, 0) == "x" * 250


@given(st.text())
def test_everything_shown_can_be_seen(text: str) -> None:
    assert all(unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for char in display(text, 0))


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_different_texts_never_look_alike_by_our_marks(one: str, other: str) -> None:
    plain = [text.replace("\r\n", "\n") for text in (one, other)]
    assert (display(one, 0) == display(other, 0)) == (plain[0] == plain[1])


def test_what_was_shown_before_keeps_our_signs_and_nothing_else_gets_through() -> None:
    label = display("pay\u202e" + "x" * 50, 10)
    sentence = f"Send 1 value: {label}"
    assert display(sentence, 0, shown_before=True) == sentence
    assert "\u202e" not in display(sentence + "\u202e", 0, shown_before=True)
    assert display("…", 0) == "⟨U+2026⟩"
