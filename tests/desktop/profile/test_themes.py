"""Facts under their themes, what can be added, what is masked, what an import would do: without any window."""

from __future__ import annotations

import json

import pytest

from agent.profile.kinds import custom_kind
from agent.protocol.messages import CheckDoc
from desktop.gallery.profile import BROUGHT, FACTS, KINDS, fact
from desktop.profile.bringing import What, brought, can_be_taken, summary
from desktop.profile.giving import as_json, caution
from desktop.profile.judging import Verdict, judge
from desktop.profile.themes import (
    MASK,
    THEMES,
    arranged,
    kinds_for,
    matches,
    own_kind,
    sent_words,
    several_lines,
    shown_value,
    without_facts,
)
from desktop.theme.icons import FOLDER

BY_KIND = {each["kind"]: each for each in FACTS}


def test_sections_come_in_order_of_usefulness_and_only_with_facts() -> None:
    sections = arranged(reversed(FACTS), KINDS)
    assert [each.theme.group for each in sections] == [
        "identity", "birth", "contact", "address", "documents", "bank", "vehicle", "other"]
    assert [each["kind"] for each in sections[0].facts] == ["given-name", "family-name"]


def test_a_group_that_is_new_to_the_app_stands_under_other() -> None:
    assert arranged([fact("x", "1", group="astrology")], KINDS)[0].theme.group == "other"


def test_every_group_of_the_agents_kinds_has_a_heading_and_an_icon() -> None:
    from agent.profile.kinds import KINDS as REAL

    assert {each.group for each in REAL.values() if each.fill} == {theme.group for theme in THEMES}
    assert all((FOLDER / f"{theme.icon}.svg").exists() for theme in THEMES)


def test_themes_without_facts_are_those_to_add_to() -> None:
    assert [each.group for each in without_facts(FACTS, KINDS)] == [
        "household", "work", "education", "health", "property", "travel", "online"]


@pytest.mark.parametrize(("words", "found"), [
    ("post", True), ("TQ12", True), ("address postcode", True), ("boat", False), ("", True)])
def test_finding_facts(words: str, found: bool) -> None:
    assert matches(BY_KIND["postal-code"], words) is found


def test_a_masked_value_can_not_be_found_out_by_searching() -> None:
    assert not matches(BY_KIND["passport-number"], "9256")
    assert matches(BY_KIND["passport-number"], "passport")


def test_private_values_are_masked_at_one_length() -> None:
    assert shown_value(BY_KIND["iban"], unmasked=False) == MASK
    assert shown_value(BY_KIND["passport-number"], unmasked=False) == MASK
    assert shown_value(BY_KIND["iban"], unmasked=True) == "GB29NWBK60161331926819"
    assert shown_value(BY_KIND["street-address"], unmasked=False) == "14 Quarry Lane, Thornmere"


def test_kinds_that_are_held_are_not_offered_again() -> None:
    assert [each["kind"] for each in kinds_for("NAME identity", KINDS, ["given-name"])] == [
        "family-name", "nationality"]
    assert [each["kind"] for each in kinds_for("", KINDS, [], "bank")] == ["iban"]


@pytest.mark.parametrize("name", ["Boat name", "  Ünïcode — 2 ", "a" * 90, "Kennel/Club no."])
def test_own_facts_are_named_as_the_agent_names_them(name: str) -> None:
    assert own_kind(name) == custom_kind(name)


def test_an_own_fact_needs_a_letter_or_figure() -> None:
    assert own_kind("—") == ""


def test_addresses_get_a_field_of_several_lines() -> None:
    assert several_lines("billing street-address")
    assert several_lines("custom-x", "a\nb")
    assert not several_lines("postal-code", "TQ12 4AB")


def test_how_often_a_fact_went_out_counts_sites() -> None:
    assert sent_words([]) == "Never sent"
    assert sent_words(BY_KIND["given-name"]["disclosed"] * 2) == "Sent to 2 sites"


@pytest.mark.parametrize(("check", "verdict", "note", "keep"), [
    (CheckDoc(value="TQ12 4AB", problem="", doubt=""), Verdict.FITS, "Will be kept as TQ12 4AB", True),
    (CheckDoc(value="tq12 4ab", problem="", doubt=""), Verdict.FITS, "", True),
    (CheckDoc(value="tq12 4ab", problem="", doubt="is it yours?"), Verdict.DOUBT,
     "Please look again: is it yours?", True),
    (CheckDoc(value="", problem="a postcode is wanted.", doubt=""), Verdict.WRONG, "A postcode is wanted.", False)])
def test_what_is_said_beside_a_field(check: CheckDoc, verdict: Verdict, note: str, keep: bool) -> None:
    said = judge(" tq12 4ab ", check)
    assert (said.verdict, said.note, said.can_be_kept) == (verdict, note, keep)


def test_an_import_says_what_it_replaces_before_what_is_new() -> None:
    rows = brought(BROUGHT, BY_KIND)
    assert [(row.kind, row.what) for row in rows] == [
        ("tel", What.REPLACES), ("iban", What.REPLACES), ("country", What.NEW), ("university", What.NEW),
        ("given-name", What.SAME)]
    assert rows[0].before == "+447700900183"
    assert summary(rows) == "2 new, 2 replaced, 1 the same as now."


@pytest.mark.parametrize(("path", "wanted"), [("a.VCF", True), ("b.json", True), ("c.pdf", False), ("", False)])
def test_which_files_can_be_dropped(path: str, wanted: bool) -> None:
    assert can_be_taken(path) is wanted


def test_an_export_is_one_flat_object_and_says_who_can_read_it() -> None:
    assert json.loads(as_json(FACTS)) == {each["kind"]: each["value"] for each in FACTS}
    assert "Anyone who gets the file can read it" in caution(FACTS)
    assert "11 facts, 2 of them private" in caution(FACTS)
