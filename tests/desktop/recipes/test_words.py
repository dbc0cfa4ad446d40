"""What recipes and answers are called in plain words, and which lines the list has."""

from __future__ import annotations

from typing import get_args

import pytest

from desktop.gallery.recipes import LESSONS, PAGES, REVISIONS, ROWS, Take, doc_of, field, row
from desktop.recipes.complaint import Complaint, complaints
from desktop.recipes.deeds import file_name
from desktop.recipes.rows import ANSWERS, rows
from desktop.recipes.words import (
    field_words,
    lesson_under,
    lesson_words,
    page_lines,
    page_title,
    revision_words,
    standing,
    used_words,
    wants,
)
from desktop.theme.icons import FOLDER


@pytest.mark.parametrize(("take", "comes_from", "said"), [
    ("fact", "your profile: Given name", "Fills “X” from your profile: Given name"),
    ("task", "the task's words", "Fills “X” from the words of the task"), ("ask", "you are asked", "Asks you for “X”"),
    ("option", "always “12 months”", "Chooses “12 months” under “X”"),
    ("options", "always “A”, “B”", "Chooses “A”, “B” under “X”"), ("tick", "always ticked", "Ticks “X”"),
    ("tick", "always left unticked", "Leaves “X” unticked"), ("file", "a file of the task",
                                                              "Attaches a file of the task at “X”"),
    ("yours", "you alone", "Leaves “X” to you alone"),
    ("known", "what the form makes plain", "Fills “X” from what the form makes plain"),
    ("left", "left empty", "Leaves “X” empty"),
    ("left", "left as the page has it: “E-mail”", "Leaves “X” as the page has it: “E-mail”"),
])
def test_a_field_is_a_sentence_with_a_sign(take: Take, comes_from: str, said: str) -> None:
    found = field_words(field("X", take, comes_from))
    assert found.text == said
    assert (FOLDER / f"{found.icon}.svg").is_file()


def test_every_source_has_words_of_its_own() -> None:
    said = {field_words(field("X", take, "always ticked")).text for take in get_args(Take)}
    assert len(said) == len(get_args(Take)) - 1          # one option and several are said alike


def test_a_page_ends_with_what_is_pressed_and_keeps_what_is_left_apart() -> None:
    done, left = page_lines(PAGES[0])
    assert done[-1].text == "Presses “Continue”"
    assert [each.text for each in left] == ["Leaves “Title” empty", "Leaves “Contact by” as the page has it: “E-mail”"]
    assert page_title(PAGES[0], 1, 3) == "Page 1 of 3: About you"


@pytest.mark.parametrize(("used", "says"), [
    (0, "It has not gone through alone yet."), (1, "once"), (2, "twice"), (7, "7 times")])
def test_how_often_it_went_through(used: int, says: str) -> None:
    assert says in used_words(row("c1", "x", "x.example", used=used, used_at="2026-11-21T08:00:00Z"))


def test_what_stands_above_a_recipe() -> None:
    on, off, imported = (doc_of(each) for each in (ROWS[0], ROWS[2], ROWS[3]))
    assert standing(on) == ("", "")
    assert "switched off" in standing(off)[0]
    assert "came from a file" in standing(imported)[0]
    unusable = doc_of(ROWS[0])
    unusable["pages"] = []
    assert standing(unusable)[1] == "warning"


def test_what_it_takes_from_the_task_is_named_once() -> None:
    doc = doc_of(ROWS[0])
    doc["pages"] = [*PAGES, PAGES[1]]
    assert wants(doc) == ("Vehicle registration",)


def test_answers_are_sentences() -> None:
    assert lesson_words(LESSONS[0]) == "“Bin size” means “140 litres”"
    assert lesson_under(LESSONS[0]) == "You chose this on council.example on 3 October 2026"
    assert lesson_words(LESSONS[1]) == "“Account holder's reference” means your customer number"
    assert lesson_under(LESSONS[1]).startswith("You said so on energy.example")


def test_the_list_has_the_last_used_first_and_the_answers_at_the_end() -> None:
    found = rows(ROWS, LESSONS)
    assert [each.id for each in found if each.id] == ["c1", "c2", "c3", "c4", ANSWERS]
    assert found[-1].under == "3 answers"
    assert [each.heading for each in rows([], []) if each.heading] == ["Answers"]


def test_versions_say_which_is_in_use() -> None:
    assert revision_words(REVISIONS[1], 2) == "Version 2, in use · 2 November 2026"
    assert revision_words(REVISIONS[0], 2) == "Version 1 · 3 October 2026"


def test_complaints_know_their_line() -> None:
    assert complaints("Line 22, page 1: “kind” is missing.\n“recipe” is missing.\n") == (
        Complaint(22, "Line 22, page 1: “kind” is missing."), Complaint(0, "“recipe” is missing."))
    assert complaints("") == ()


@pytest.mark.parametrize(("title", "name"), [
    ("Renew my permit", "Renew my permit.toml"), ("../../etc/passwd", "etc passwd.toml"), ("<>", "recipe.toml"),
    ("x" * 200, "x" * 60 + ".toml")])
def test_a_file_is_named_after_the_recipe(title: str, name: str) -> None:
    assert file_name(title) == name
