"""A task's contract: amounts as people write them, what is within a limit, and which facts may be used."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agent.protocol import FactKind
from agent.runs.contract import Money, beyond, contract_of, money


@pytest.mark.parametrize(("text", "amount", "currency"), [
    ("50", "50", ""), ("50 GBP", "50", "GBP"), ("£1,250.00", "1250.00", "GBP"), ("1.250,00 EUR", "1250.00", "EUR"),
    ("1 250,5 €", "1250.5", "EUR"), ("CHF 1'250.50", "1250.50", "CHF"), ("$3", "3", "USD"), ("12,500", "12500", ""),
    ("1.000", "1000", ""), ("99,9 zł", "99.9", "PLN"), (" 7.5 ", "7.5", ""), ("1,000,000.01", "1000000.01", "")])
def test_amounts_are_read_as_people_write_them(text: str, amount: str, currency: str) -> None:
    assert money(text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize("text", ["", "GBP", "ten pounds", "5 a 6", "-5", "1e9", "NaN", "5;6"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        money(text)


LIMIT = Money(Decimal(50), "GBP")


@pytest.mark.parametrize("texts", [("50",), ("£50.00",), ("49.99 GBP",), ("option-2", "£40"),
                                   ("0", "£0.00")])
def test_amounts_within_the_limit(texts: tuple[str, ...]) -> None:
    assert beyond(LIMIT, *texts) == ""


@pytest.mark.parametrize(("texts", "why"), [
    (("50.01",), "50.01 is more than your limit of 50 GBP"), (("40 EUR",), "An amount is in EUR"),
    (("a lot",), "can't be compared"), ((), "can't be compared"), (("9999", "£5"), "9999 is more"),
    (("5", "£500"), "500 GBP is more"), (("1.250",), "1250 is more")])
def test_amounts_beyond_it(texts: tuple[str, ...], why: str) -> None:
    assert why in beyond(LIMIT, *texts)


@pytest.mark.parametrize(("kind", "name"), [
    ("allergies", "health"), ("medical-conditions", "health"), ("religion", "religion"), ("ethnicity", "origin"),
    ("section-child medical-conditions", "health")])
def test_special_categories_are_used_only_where_the_person_said_so(kind: str, name: str) -> None:
    assert not contract_of("https://a.test/", [], {}).may_use(FactKind(kind))
    assert contract_of("https://a.test/", [], {"data": [name]}).may_use(FactKind(kind))


def test_ordinary_facts_and_those_of_one_s_own_may_be_used() -> None:
    plain = contract_of("https://a.test/", ["https://b.test/"], {"limit": "20 EUR"})
    assert all(plain.may_use(FactKind(kind)) for kind in ("given-name", "iban", "custom-boat-name", "no-such-kind"))
    assert plain.sites == ("https://a.test/", "https://b.test/")
    assert plain.limit == Money(Decimal(20), "EUR")
