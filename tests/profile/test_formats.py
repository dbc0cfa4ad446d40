from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.profile.derived import derive
from agent.profile.errors import ProfileError
from agent.profile.formats import DateParts, date_pattern, forms_of, split_date, write_date
from agent.profile.kinds import KINDS
from agent.profile.values import normalise
from agent.protocol import FactKind


def follows(today: date | None = None, **facts: str) -> dict[str, str]:
    named = {FactKind(name.replace("_", "-")): value for name, value in facts.items()}
    return {name: derived.value for name, derived in derive(named, today).items()}


def test_a_date_is_written_by_any_pattern() -> None:
    assert split_date("1986-03-04") == DateParts("4", "3", "1986")
    assert write_date("1986-03-04", "DD/MM/YYYY") == "04/03/1986"
    assert write_date("1986-03-04", "m/d/yy") == "3/4/86"
    assert write_date("no date", "dd/mm/yyyy") == "no date"
    assert [date_pattern(region) for region in ("GB", "US", "DE", "SE")] == [
        "dd/mm/yyyy",
        "mm/dd/yyyy",
        "dd.mm.yyyy",
        "yyyy-mm-dd",
    ]


@pytest.mark.parametrize(
    ("kind", "value", "region", "forms"),
    [
        (
            "tel",
            "+441743496012",
            "GB",
            ("01743 496012", "01743496012", "+44 1743 496012", "+441743496012", "1743496012"),
        ),
        ("tel", "+441743496012", "DE", ("+44 1743 496012", "+441743496012")),
        ("iban", "GB33BUKB20201555555555", "GB", ("GB33BUKB20201555555555", "GB33 BUKB 2020 1555 5555 55")),
        ("postal-code", "SY3 7QX", "GB", ("SY3 7QX", "SY37QX")),
        ("sort-code", "20-20-15", "GB", ("20-20-15", "202015", "20 20 15")),
        ("country", "DE", "GB", ("DE", "Germany", "Deutschland")),
        ("country-name", "Scotland", "GB", ("Scotland",)),
        ("bday-month", "3", "GB", ("3", "03", "March", "Mar")),
        ("nickname", "Ellie", "GB", ("Ellie",)),
    ],
)
def test_a_value_has_the_spellings_that_forms_want(kind: str, value: str, region: str, forms: tuple[str, ...]) -> None:
    assert forms_of(FactKind(kind), value, region) == forms


def test_a_date_is_never_spelt_in_an_order_that_the_region_would_misread() -> None:
    assert "03/04/1986" not in forms_of(FactKind("bday"), "1986-03-04", "GB")
    assert "04/03/1986" not in forms_of(FactKind("bday"), "1986-03-04", "US")


def test_names_follow_from_their_parts_and_back_only_when_two_plain_words() -> None:
    assert follows(given_name="Eleanor", additional_name="Mary", family_name="Whitcombe") == {
        "name": "Eleanor Mary Whitcombe",
        "initials": "E.M.",
    }
    assert follows(name="Eleanor Whitcombe") == {"given-name": "Eleanor", "family-name": "Whitcombe"}
    for unsafe in ("Eleanor Mary Whitcombe", "van Dijk", "Dr Whitcombe", "E Whitcombe", "Eleanor", "eleanor whitcombe"):
        assert follows(name=unsafe) == {}
    assert follows(name="Kovács Anna", country="HU") == {"country-name": "Magyarország"}
    assert follows(given_name="Anna", family_name="Kovács", country="HU")["name"] == "Kovács Anna"


def test_a_birth_date_follows_from_its_parts_and_gives_them() -> None:
    assert follows(date(2026, 3, 13), bday="1986-03-14") == {
        "bday-day": "14",
        "bday-month": "3",
        "bday-year": "1986",
        "age": "39",
    }
    assert follows(bday_day="4", bday_month="3", bday_year="1986") == {"bday": "1986-03-04"}
    assert follows(bday_day="31", bday_month="2", bday_year="1986") == {}


def test_address_parts_follow_only_where_clear() -> None:
    assert follows(street_address="14 Abbey Lane\nFlat 2", country="GB") == {
        "address-line1": "14 Abbey Lane",
        "address-line2": "Flat 2",
        "house-number": "14",
        "street-name": "Abbey Lane",
        "country-name": "United Kingdom",
    }
    assert follows(address_line1="14 Abbey Lane", address_line2="Flat 2", country="GB") == {
        "street-address": "14 Abbey Lane\nFlat 2",
        "house-number": "14",
        "street-name": "Abbey Lane",
        "flat-number": "2",
        "country-name": "United Kingdom",
    }
    assert follows(address_line1="Hauptstraße 5", country="DE")["house-number"] == "5"
    assert follows(house_number="5", street_name="Hauptstraße", country="DE")["address-line1"] == "Hauptstraße 5"
    for unclear in (
        "14A Abbey Lane",
        "14 A Abbey Lane",
        "Rose Cottage",
        "Flat 2, 14 Abbey Lane",
        "14-16 Abbey Lane",
        "Abbey Lane 14",
    ):
        assert "house-number" not in follows(address_line1=unclear, country="GB")


def test_telephone_country_and_british_account_follow() -> None:
    assert follows(tel="+441743496012", country="GB") == {
        "tel-country-code": "+44",
        "tel-national": "01743 496012",
        "tel-area-code": "01743",
        "tel-local": "496012",
        "country-name": "United Kingdom",
    }
    assert follows(tel_country_code="+44", tel_national="01743 496012", country="GB")["tel"] == "+441743496012"
    assert follows(country_name="Deutschland") == {"country": "DE"}
    assert follows(iban="GB33BUKB20201555555555") == {"sort-code": "20-20-15", "bank-account-number": "55555555"}
    assert follows(iban="DE89370400440532013000") == {}


def test_what_the_person_said_is_never_overruled_and_nothing_is_invented() -> None:
    found = follows(given_name="Eleanor", family_name="Whitcombe", name="Ellie W")
    assert "name" not in found
    assert "account-holder" not in found


def test_a_derived_value_names_its_base_within_its_prefix() -> None:
    found = derive({FactKind("bday"): "1986-03-14", FactKind("billing address-line1"): "1 High Street"})
    assert found[FactKind("bday-year")].base == "bday"
    assert found[FactKind("billing street-address")].base == "billing address-line1"
    assert FactKind("street-address") not in found


FACTS = st.dictionaries(
    st.sampled_from(sorted(name for name, found in KINDS.items() if found.fill)), st.text(max_size=30)
)


@settings(max_examples=200, deadline=None)
@given(FACTS)
def test_any_facts_can_be_spelt_and_derived_from(facts: dict[FactKind, str]) -> None:
    stored: dict[FactKind, str] = {}
    for name, text in [*facts.items(), *((n, KINDS[n].example or "1") for n in facts)]:
        try:
            stored[name] = normalise(name, text, "GB")
        except ProfileError:
            continue
    for name, derived in derive(stored, date(2026, 1, 1)).items():
        assert name not in stored
        assert normalise(name, derived.value, "GB")
    for name, value in stored.items():
        assert value in forms_of(name, value, "GB")
