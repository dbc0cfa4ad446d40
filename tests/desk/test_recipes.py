"""Recipes at the desk: passed on, taken in switched off, edited with the old text kept, set to work, forgotten."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from agent.cli import main
from agent.desk import Desk, registered
from agent.desk.recipes import forget_old
from agent.planner.recipe.problems import BadRecipe
from agent.profile.errors import ProfileError
from agent.runs.recipes import like_it, recipe_for
from agent.store import lessons, recipes, tasks
from agent.store.problems import NotFound, NotNow
from agent.store.tables import Lesson, Recipe
from tests.planner.test_recipe_text import GOOD, HOSTILE

WORDED = GOOD.replace("start =", 'words = ["renew", "permit"]\nstart =')


@pytest.fixture
def desk(own_home: Path) -> Any:
    found = Desk(str(own_home))
    yield found
    found.close()


def call(desk: Desk, name: str, **arguments: Any) -> Any:
    return registered()[name].call(desk, **arguments)


def taken_in(desk: Desk, folder: Path, text: str = GOOD) -> Any:
    file = folder / "recipe.toml"
    file.write_text(text, encoding="utf-8")
    return call(desk, "recipe import", file=str(file))


def test_an_imported_one_is_off_until_it_is_switched_on(desk: Desk, tmp_path: Path) -> None:
    made = taken_in(desk, tmp_path)
    assert (made["id"], made["enabled"]) == ("c1", False)
    with pytest.raises(NotNow, match="switched off"):
        call(desk, "recipe run", id="c1")
    assert call(desk, "recipe enable", id="c1")["enabled"]
    task = call(desk, "recipe run", id="c1", text="Renew my permit")["task"]
    found = call(desk, "task", id=task)
    assert (found["url"], found["planner"], found["state"]) == ("https://council.example/permit", "recipe", "queued")
    assert not call(desk, "recipe disable", id="c1")["enabled"]


def test_what_is_written_out_is_taken_in_again(desk: Desk, tmp_path: Path) -> None:
    taken_in(desk, tmp_path)
    out = tmp_path / "out.toml"
    text = call(desk, "recipe export", id="c1", file=str(out))["text"]
    assert out.read_text(encoding="utf-8") == text
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert call(desk, "recipe import", file=str(out))["id"] == "c2"
    assert call(desk, "recipe export", id="c2")["text"] == text
    out.write_text("mine")
    with pytest.raises(NotNow, match="exists already"):
        call(desk, "recipe export", id="c1", file=str(out))
    assert out.read_text() == "mine"
    call(desk, "recipe export", id="c1", file=str(out), force=True)
    assert (out.read_text(encoding="utf-8"), stat.S_IMODE(out.stat().st_mode)) == (text, 0o600)
    assert [each.name for each in tmp_path.iterdir() if "out" in each.name] == ["out.toml"]


def test_an_edit_is_a_revision_and_the_old_one_is_kept(desk: Desk, tmp_path: Path) -> None:
    taken_in(desk, tmp_path)
    assert call(desk, "recipe edit", id="c1", text=GOOD.replace("Postcode", "Post code"))["revision"] == 2
    shown = call(desk, "recipe show", id="c1")
    assert (shown["shown"], shown["pages"][0]["fields"][0]["label"]) == (2, "Post code")
    assert shown["pages"][0]["fields"][0]["comes_from"] == "your profile: Postcode"
    assert [each["number"] for each in shown["revisions"]] == [1, 2]
    assert "Postcode" in call(desk, "recipe show", id="c1", revision=1)["text"]
    with pytest.raises(BadRecipe):
        call(desk, "recipe edit", id="c1", text=GOOD.replace("postal-code", "password"))
    assert call(desk, "recipe show", id="c1")["revision"] == 2


def test_what_takes_from_the_task_needs_its_words(desk: Desk, tmp_path: Path) -> None:
    taken_in(desk, tmp_path, GOOD.replace('fact = "postal-code"', 'task = "number"'))
    call(desk, "recipe enable", id="c1")
    with pytest.raises(NotNow, match="Postcode"):
        call(desk, "recipe run", id="c1")


def test_the_values_of_the_last_time_are_not_said_again(desk: Desk) -> None:
    for text in ("Submit my meter reading 48213", "Renew my permit"):
        task = call(desk, "add", text=text, url="https://council.example/permit")["task"]
        recipes.add(desk.store, Recipe(title="Old", start="https://council.example/permit", task_id=int(task[1:])),
                    GOOD.replace('fact = "postal-code"', "ask = true"), {}, "")
    with pytest.raises(NotNow, match="48213"):
        call(desk, "recipe run", id="c1")
    assert call(desk, "recipe run", id="c2")["task"] == "t3"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_leaves_nothing_behind(desk: Desk, tmp_path: Path, name: str) -> None:
    file = tmp_path / "hostile"
    file.write_bytes(HOSTILE[name].encode("utf-8", "surrogatepass"))
    with pytest.raises(BadRecipe):
        call(desk, "recipe import", file=str(file))
    assert call(desk, "recipe list") == []


@pytest.mark.parametrize("file", ["/", "/nowhere/at/all", "/dev/zero"])
def test_what_is_no_file_of_that_kind_is_refused(desk: Desk, file: str) -> None:
    with pytest.raises((NotNow, BadRecipe)):
        call(desk, "recipe import", file=file)


def test_a_file_is_shown_and_nothing_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "recipe.toml"
    file.write_text(GOOD, encoding="utf-8")
    found = call(desk, "recipe preview", file=str(file))
    assert (found["title"], found["start"], found["site"]) == ("Permit", "https://council.example/permit",
                                                              "council.example")
    assert found["pages"][0]["fields"][0]["comes_from"] == "your profile: Postcode"
    file.write_text(GOOD.replace("council", "evil"), encoding="utf-8")
    with pytest.raises(NotNow, match="has changed"):
        call(desk, "recipe import", file=str(file), seen=found["seen"])
    assert call(desk, "recipe list") == []
    file.write_text(f"# said\n{GOOD}", encoding="utf-8")       # a comment is no other recipe
    call(desk, "recipe import", file=str(file), seen=found["seen"])


def test_a_task_says_its_recipe_and_the_surprise(desk: Desk, tmp_path: Path) -> None:
    taken_in(desk, tmp_path)
    call(desk, "recipe enable", id="c1")
    task = call(desk, "recipe run", id="c1", text="Renew my permit")["task"]
    assert call(desk, "task", id=task)["recipe"] is None
    recipes.begin(desk.store, 1, 1, 1)
    recipes.surprised(desk.store, 1, "There is a new field.")
    found = call(desk, "task", id=task)["recipe"]
    assert (found["id"], found["replayed"], found["source"], found["surprise"]) == (
        "c1", True, "imported", "There is a new field.")
    call(desk, "recipe remove", id="c1")
    assert call(desk, "task", id=task)["recipe"] is None


def test_what_was_removed_comes_back_whole_and_is_forgotten_in_time(desk: Desk, tmp_path: Path) -> None:
    taken_in(desk, tmp_path)
    call(desk, "recipe edit", id="c1", text=GOOD.replace("Postcode", "Post code"))
    before = call(desk, "recipe show", id="c1")
    call(desk, "recipe remove", id="c1")
    assert call(desk, "recipe list") == []
    for gone in ("recipe show", "recipe enable", "recipe remove", "recipe run", "recipe export"):
        with pytest.raises(NotFound):
            call(desk, gone, id="c1")
    forget_old(desk.store)                       # it is not old yet
    call(desk, "recipe restore", id="c1")
    after = call(desk, "recipe show", id="c1")
    assert {**after, "updated_at": ""} == {**before, "updated_at": ""}
    with pytest.raises(NotFound, match="No recipe c1 was removed"):
        call(desk, "recipe restore", id="c1")
    call(desk, "recipe remove", id="c1")
    recipes.forget_removed(desk.store, "9999")
    assert recipes.revisions(desk.store, 1) == []
    with pytest.raises(NotFound):
        call(desk, "recipe restore", id="c1")


def test_the_words_of_options_that_it_keeps_are_named_where_it_is_seen_and_passed_on(
        desk: Desk, tmp_path: Path) -> None:
    taken_in(desk, tmp_path, GOOD.replace('fact = "postal-code"', 'option = "Dr Meier"'))
    told: list[str] = []
    desk.tell = told.append
    assert call(desk, "recipe show", id="c1")["keeps"] == ["“Dr Meier” under “Postcode”"]
    assert call(desk, "recipe export", id="c1")["keeps"] == ["“Dr Meier” under “Postcode”"]
    assert "“Dr Meier” under “Postcode”" in told[0]


def test_a_task_is_begun_as_the_person_did_it_whatever_came_from_a_file_since(desk: Desk, tmp_path: Path) -> None:
    url = "https://council.example/permit"
    task = tasks.get(desk.store, int(call(desk, "add", text="Renew my permit", url=url)["task"][1:]))
    taken_in(desk, tmp_path, WORDED)
    call(desk, "recipe enable", id="c1")
    alone = recipe_for(desk.store, task)
    assert alone is not None
    assert (alone.number, alone.imported, like_it(desk.store, task, own=True)) == (1, True, None)
    for _ in range(2):
        recipes.add(desk.store, Recipe(title="Mine", start=url, task_id=task.id), GOOD, {}, "")
    call(desk, "recipe disable", id="c3")
    taken_in(desk, tmp_path, WORDED)
    call(desk, "recipe enable", id="c4")
    found = recipe_for(desk.store, task)
    assert found is not None
    assert (found.number, found.imported) == (2, False)


def test_what_was_forgotten_comes_back_as_it_was(desk: Desk) -> None:
    lessons.keep(desk.store, [Lesson(label="Bin size", option="140 litres", site="council.example",
                                     at="2026-10-03T10:00:00.000+00:00")])
    before = call(desk, "learned list")
    gone = call(desk, "learned forget", id=before[0]["id"])
    assert call(desk, "learned list") == []
    parts = {name: gone[name] for name in ("label", "fact", "option", "site", "at")}
    call(desk, "learned restore", **parts)
    assert [each["says"] for each in call(desk, "learned list")] == [before[0]["says"]]
    for wrong in ({"fact": "tel"}, {"option": ""}, {"at": "soon"}, {"option": "", "fact": "password"}, {}):
        with pytest.raises((NotNow, ProfileError)):  # the last: it is there again
            call(desk, "learned restore", **{**parts, **wrong})


def test_a_text_that_can_no_longer_be_read_is_shown_and_not_used(desk: Desk) -> None:
    made = recipes.add(desk.store, Recipe(title="Old", start="https://council.example/"), "recipe = 0", {}, "")
    shown = call(desk, "recipe show", id=f"c{made.id}")
    assert (shown["pages"], shown["text"]) == ([], "recipe = 0")
    with pytest.raises(BadRecipe):
        call(desk, "recipe run", id="c1", text="Renew it")


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_the_commands_say_what_there_is(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                        more: list[str]) -> None:
    taken_in(desk, tmp_path)
    for words, has in ((["recipe", "list"], "Permit"), (["recipe", "show", "c1"], "Postcode"),
                       (["recipe", "export", "c1"], "postal-code"), (["recipe", "enable", "c1"], "c1")):
        assert main([*words, *more]) == 0
        assert has in capsys.readouterr().out
    assert main(["recipe", "show", "c9", *more]) == 1
