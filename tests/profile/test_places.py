"""Countries by name: the quick ways to an answer give what the slow one gives."""

from __future__ import annotations

from agent.profile import places


def test_no_english_name_of_a_country_means_another_one_elsewhere() -> None:
    english, common = places._names(("en",)), places._names(places._COMMON_LANGUAGES)
    assert len(english) > 200
    assert all(common.get(name) == code for name, code in english.items())


def test_a_text_with_a_digit_is_no_country() -> None:
    assert places.country_code_of("48213") == places.country_code_of("France 2") == ""
    assert places.country_code_of("Frankreich") == "FR"
    assert not any(letter.isdigit() for name in places._names(places._COMMON_LANGUAGES) for letter in name)
