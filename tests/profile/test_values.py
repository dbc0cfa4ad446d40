import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.profile.dates import day
from agent.profile.errors import BadValue, NotKept, ProfileError, UnknownKind
from agent.profile.kinds import KINDS, Sensitivity, custom_kind, kept, kind
from agent.profile.values import doubt, normalise, region_of
from agent.protocol import FactKind

KEPT = sorted(name for name, found in KINDS.items() if found.fill)
REGIONS = ("GB", "US", "DE", "NL", "ES", "JP", "CA", "BR")


@pytest.mark.parametrize(
    ("name", "text", "region", "stored"),
    [
        ("bday", "14/3/1986", "GB", "1986-03-14"),
        ("bday", "03/04/1986", "GB", "1986-04-03"),
        ("bday", "03/04/1986", "US", "1986-03-04"),
        ("bday", "14. März 1986", "DE", "1986-03-14"),
        ("bday", "March 14th, 1986", "GB", "1986-03-14"),
        ("bday", "14 mars 1986", "FR", "1986-03-14"),
        ("bday", "14 de marzo de 1986", "ES", "1986-03-14"),
        ("bday", "19860314", "GB", "1986-03-14"),
        ("bday", "1986-03-04T00:00:00Z", "GB", "1986-03-04"),
        ("bday", "1986-03-04", "US", "1986-03-04"),
        ("bday", "Friday, 14 March 1986", "GB", "1986-03-14"),
        ("bday", "14.3.1986", "DE", "1986-03-14"),
        ("bday", "3 października 1986", "PL", "1986-10-03"),
        ("bday", "14-Mar-1986", "GB", "1986-03-14"),
        ("passport-expiry", "9 Feb 2031", "GB", "2031-02-09"),
        ("bday-month", "March", "GB", "3"),
        ("bday-day", "07", "GB", "7"),
        ("tel", "01743 496012", "GB", "+441743496012"),
        ("tel", "+44 (0)1743 496012", "DE", "+441743496012"),
        ("tel", "tel:+44-1743-496012", "US", "+441743496012"),
        ("tel", "+44 7700 900 183", "US", "+447700900183"),
        ("work tel", "(201) 555-0123", "US", "+12015550123"),
        ("tel-country-code", "0044", "GB", "+44"),
        ("tel-national", "07700900183", "GB", "07700 900183"),
        ("email", " E.Whitcombe@Example.ORG ", "GB", "E.Whitcombe@example.org"),
        ("iban", "gb33 bukb 2020 1555 5555 55", "GB", "GB33BUKB20201555555555"),
        ("bic", "bukbgb22", "GB", "BUKBGB22"),
        ("sort-code", "202015", "GB", "20-20-15"),
        ("routing-number", "021000021", "US", "021000021"),
        ("health-insurance-number", "9434765919", "GB", "943 476 5919"),
        ("social-security-number", "qq123456c", "GB", "QQ 12 34 56 C"),
        ("national-id", "12345678-z", "ES", "12345678Z"),
        ("vat-number", "de 136 695 976", "DE", "DE136695976"),
        ("country", "United Kingdom", "GB", "GB"),
        ("country", "Deutschland", "GB", "DE"),
        ("country", "Wielka Brytania", "PL", "GB"),
        ("country", "GBR", "GB", "GB"),
        ("country", "Scotland", "GB", "GB"),
        ("country", "日本", "GB", "JP"),
        ("country-name", "gb", "GB", "United Kingdom"),
        ("country-name", "Scotland", "GB", "Scotland"),
        ("postal-code", "sy37qx", "GB", "SY3 7QX"),
        ("postal-code", "10115", "GB", "10115"),
        ("postal-code", "1012ab", "NL", "1012 AB"),
        ("postal-code", "00950", "PL", "00-950"),
        ("billing postal-code", "sy3 7qx", "GB", "SY3 7QX"),
        ("vehicle-registration", "vx19klm", "GB", "VX19 KLM"),
        ("vehicle-registration", "b-ab 1234", "DE", "B-AB 1234"),
        ("household-size", "04", "GB", "4"),
        ("number-of-rooms", "3,5", "DE", "3.5"),
        ("annual-income", "£34,200", "GB", "34200"),
        ("annual-income", "34.200,50 €", "DE", "34200.50"),
        ("language", "English", "GB", "en"),
        ("language", "en_gb", "GB", "en-GB"),
        ("name", "  Eleanor   Mary Whitcombe ", "GB", "Eleanor Mary Whitcombe"),
        ("family-name", "Zoe\u0308", "GB", "Zoë"),
        ("street-address", "14 Abbey Lane\r\n\r\n Flat 2 ", "GB", "14 Abbey Lane\nFlat 2"),
        ("sex", "female", "GB", "female"),
        ("custom-boat-name", "Kittiwake", "GB", "Kittiwake"),
        ("url", "whitcombe.example", "GB", "https://whitcombe.example"),
    ],
)
def test_a_value_gets_its_stored_form(name: str, text: str, region: str, stored: str) -> None:
    assert normalise(name, text, region) == stored
    assert normalise(name, stored, region) == stored


@pytest.mark.parametrize(
    ("name", "text", "region", "says"),
    [
        ("bday", "14/3/86", "GB", "four digits"),
        ("bday", "31/02/1986", "GB", "no such day"),
        ("bday", "April 1987", "GB", "full date"),
        ("bday", "2086-03-14", "GB", "future"),
        ("bday", "1886-03-14", "GB", "1900"),
        ("bday", "yesterday", "GB", "1986-03-14"),
        ("bday", "03/04/1986", "CA", "swapped"),
        ("bday-day", "32", "GB", "1 to 31"),
        ("tel", "12345", "GB", "missing"),
        ("tel", "call me", "GB", "words"),
        ("tel", "+44 1743 496012 ext 5", "GB", "tel-extension"),
        ("tel", "0" * 30, "GB", "telephone"),
        ("email", "someone@", "GB", "e-mail"),
        ("email", "a b@example.org", "GB", "e-mail"),
        ("iban", "GB33BUKB20201555555556", "GB", "check"),
        ("bic", "NOPE", "GB", "BIC"),
        ("sort-code", "2020", "GB", "six digits"),
        ("routing-number", "021000022", "US", "check digit"),
        ("vat-number", "DE12", "GB", "VAT"),
        ("country", "Atlantis", "GB", "country"),
        ("postal-code", "HR4 9B", "GB", "SY3 7QX"),
        ("postal-code", "none", "GB", "postal code"),
        ("household-size", "0", "GB", "1 to 99"),
        ("household-size", "four", "GB", "whole"),
        ("annual-income", "a lot", "GB", "34200"),
        ("vehicle-vin", "TMBEA6NJ0KZ0I2345", "GB", "17"),
        ("name", "", "GB", "empty"),
        ("name", "A\nB", "GB", "lines"),
        ("name", "A\x00B", "GB", "seen"),
        ("name", "A\u202eB", "GB", "seen"),
        ("name", "x" * 2001, "GB", "2,000"),
        ("url", "javascript:alert(1)", "GB", "web address"),
        ("passport-number", "none", "GB", "figure"),
    ],
)
def test_a_bad_value_is_refused_with_a_plain_reason(name: str, text: str, region: str, says: str) -> None:
    with pytest.raises(BadValue, match=says) as caught:
        normalise(name, text, region)
    if len(text) > 4:
        assert text not in str(caught.value)


@pytest.mark.parametrize("name", [name for name in KEPT if KINDS[name].example])
def test_every_kinds_own_example_is_accepted(name: FactKind) -> None:
    stored = normalise(name, KINDS[name].example, "GB")
    assert normalise(name, stored, "GB") == stored


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("password", "keyring"),
        ("cc-number", "page where you pay"),
        ("one-time-code", "type it yourself"),
        ("declaration", "review"),
        ("file-upload", "Attach"),
        ("task-value", "task's own text"),
        ("custom-bank-pin", "never keeps"),
        ("billing cc-number", "where you pay"),
    ],
)
def test_what_the_profile_never_keeps_is_refused_and_sent_where_it_belongs(name: str, says: str) -> None:
    with pytest.raises(NotKept, match=says):
        normalise(name, "1234", "GB")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("postcode", "postal-code"),
        ("birthday", "bday"),
        ("given name", "given-name"),
        ("delivery postal-code", "postal-code"),
        ("work postal-code", "postal-code"),
        ("custom-", "custom-boat-name"),
        ("custom-ä", "custom-"),
        ("", "empty"),
        ("zzzzqq", "custom-"),
    ],
)
def test_an_unknown_kind_names_close_ones(name: str, says: str) -> None:
    with pytest.raises(UnknownKind, match=says):
        kind(name)


def test_prefixes_of_the_standard_are_kinds_too() -> None:
    found = kind("section-child Shipping mobile TEL")
    assert (found.name, found.base, found.prefix) == (
        "section-child shipping mobile tel",
        "tel",
        "section-child shipping mobile",
    )
    assert found.sensitivity is Sensitivity.PERSONAL


def test_custom_kinds_come_from_any_label() -> None:
    assert custom_kind(" Boat name! ") == "custom-boat-name"
    assert kept("custom-boat-name").says == "boat name"
    with pytest.raises(UnknownKind):
        custom_kind("…")


def test_a_birthday_is_measured_against_the_given_day() -> None:
    assert day(FactKind("bday"), "2026-01-02", "GB", today=date(2026, 1, 2)) == "2026-01-02"
    with pytest.raises(BadValue):
        day(FactKind("bday"), "2026-01-03", "GB", today=date(2026, 1, 2))


def test_what_may_be_a_slip_is_kept_and_said() -> None:
    assert "check digit" in doubt("tax-id", "1234567890", "GB")
    assert "United Kingdom" in doubt("postal-code", "10115", "GB")
    assert doubt("postal-code", "SY3 7QX", "GB") == ""
    assert doubt("name", "Eleanor", "GB") == ""


def test_the_region_is_the_profiles_own_then_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    assert region_of({FactKind("country"): "DE"}) == "DE"
    assert region_of({FactKind("country-name"): "Scotland"}) == "GB"
    monkeypatch.setattr("locale.getlocale", lambda: ("fr_FR", "UTF-8"))
    assert region_of({}) == "FR"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert region_of({}) == "GB"


TEXTS = (
    st.text(max_size=60)
    | st.text(alphabet="0123456789 +-/.()", max_size=30)
    | st.text(alphabet="ABCdefghäßİ0123456789 -.\n\t\u0301", max_size=30)
    | st.sampled_from([found.example for found in KINDS.values()])
)


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(KEPT), TEXTS, st.sampled_from(REGIONS))
def test_normalising_twice_is_normalising_once_and_nothing_crashes(name: str, text: str, region: str) -> None:
    try:
        stored = normalise(name, text, region)
    except ProfileError:
        return
    assert normalise(name, stored, region) == stored
    doubt(name, stored, region)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_kinds_name_gives_a_kind_or_a_plain_error(name: str) -> None:
    with contextlib.suppress(ProfileError):
        kept(name)
