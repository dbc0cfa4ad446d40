"""How a held value is judged against the one that was given."""

from __future__ import annotations

import pytest

from agent.browser.read_back import Problem, ReadBack, fits_wire_form, judge_secret, judge_text

SAME = [("AB12 3CD", "ab123cd"), ("+49 30 1234", "+49301234"), ("12/03/1980", "12.03.1980"), ("48213", "48,213"),
        ("12.50", "12,50"), ("12.50", "£12.50"), ("1250", "1,250.00"), ("DE89 3704", "DE893704"), ("a\nb", "a b"),
        ("1234.5", "1'234.50"), ("0123", "0 123")]
OTHER = [("12.50", "1250"), ("1250", "12.50"), ("-5", "5"), ("Ada", ""), ("Ada", "Bob"), ("1.250", "1250"),
         ("12", "123")]


@pytest.mark.parametrize(("wanted", "held"), SAME)
def test_the_same_value_written_otherwise_is_ok_and_called_reformatted(wanted: str, held: str) -> None:
    assert judge_text(wanted, held) == ReadBack(True, held, Problem.REFORMATTED)


@pytest.mark.parametrize(("wanted", "held"), OTHER)
def test_another_value_is_not_ok(wanted: str, held: str) -> None:
    assert not judge_text(wanted, held).ok


def test_exact_values_have_no_problem() -> None:
    assert judge_text("Ada", "Ada") == ReadBack(True, "Ada")
    assert judge_text("a\nb", "a\r\nb").ok
    assert judge_text("", "") == ReadBack(True, "")


def test_a_cut_value_is_too_long() -> None:
    assert judge_text("12345", "1234", 4) == ReadBack(False, "1234", Problem.TOO_LONG)
    assert judge_text("DE89 3704 0044", "DE89 3704", 9).problem is Problem.TOO_LONG


def test_passwords_are_judged_by_length_and_never_told() -> None:
    assert judge_secret("hunter2", 7) == ReadBack(True, "")
    assert judge_secret("hunter2", 4) == ReadBack(False, "", Problem.TOO_LONG)


@pytest.mark.parametrize(("kind", "value", "fits"), [
    ("date", "2026-03-01", True), ("date", "01/03/2026", False), ("date", "2026-13-01", False),
    ("month", "2026-03", True),
    ("time", "09:30", True), ("time", "9:30", False), ("number", "1250", True), ("number", "1,250", False),
    ("number", "-1.5e3", True), ("number", "1 250", False), ("datetime-local", "2026-03-01T09:30", True),
    ("text", "1,2", True),
    ("date", "", True)])
def test_typed_inputs_take_only_their_wire_form(kind: str, value: str, fits: bool) -> None:
    assert fits_wire_form(kind, value) is fits
