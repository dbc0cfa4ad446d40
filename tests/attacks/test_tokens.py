"""A value that says something is never one of the tokens that may differ between approval and sending."""

from __future__ import annotations

import random
import string

import pytest

from agent.review.words import is_token_like


@pytest.mark.parametrize(("name", "value"), [
    ("csrf_token", "1000.00"), ("csrf_token", "monthly"), ("nonce", "1000"), ("_token", "yes"), ("_token", "10,00"),
    ("form_key", "I owe you 1000.00"), ("csrf_token", "total=1000.00"), ("csrf_token", "EUR1000.00"),
    ("plan", "tariff-2026-monthly-10.00"), ("plan", "premium/yearly/2026/auto-renewal"), ("ref", "pay-1000.00-to-DE44"),
    ("csrf_token", "CancelMySubscriptionAndPayAtOnce"), ("csrf_token", "IAgreeToPayYouAllOfMyMoneyEachMonth"),
    ("csrf_token", "PAY-ALL-OF-IT-NOW-TO-JOHN-DOE"), ("csrf_token", "iAgReEtOpAy"),
])
def test_amounts_and_words_are_no_tokens(name: str, value: str) -> None:
    assert not is_token_like(name, value)


@pytest.mark.parametrize(("name", "value"), [
    ("csrf_token", "9f8e7d6c5b4a39281706f5e4d3c2b1a0"), ("_wpnonce", "0a1b2c3d4e"),
    ("__VIEWSTATEGENERATOR", "CA0B0334"),
    ("authenticity_token", "pVqWc3Z0+0aP/4rN2m1bY1q8tQfJk7d0v3w9x5y6z7A="), ("form_build_id", "form-Zk3xQ9abcDEF12_kd"),
    ("s", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"), ("__VIEWSTATEENCRYPTED", ""),
])
def test_what_sites_make_anew_are_tokens(name: str, value: str) -> None:
    assert is_token_like(name, value)


def test_a_token_by_lot_is_one_whatever_letters_it_drew() -> None:
    """One in two hundred of 32 characters holds no digit: its form would look changed each time it is filled again."""
    lot = random.Random(6)
    letters = string.ascii_letters + string.digits + "-_"
    drawn = ["".join(lot.choices(letters, k=32)) for _ in range(20_000)]
    assert any(not any(map(str.isdigit, each)) for each in drawn)
    assert sum(not is_token_like("csrf_token", each) for each in drawn) <= 25
