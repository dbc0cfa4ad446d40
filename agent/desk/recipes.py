"""Recipes at the desk: seen, edited, switched on and off, passed on and taken in, and set to work."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from agent.chores.planning import kept
from agent.desk.adding import filed
from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.profile import region
from agent.desk.written import FORCE, write
from agent.intake.task_values import values_in
from agent.planner.recipe.problems import BadRecipe
from agent.planner.recipe.script import Script, Take, Way
from agent.planner.recipe.text import LARGEST, from_text, to_text
from agent.profile.labels import label_of_kind
from agent.protocol.recipes import (
    RecipeDoc,
    RecipeField,
    RecipePage,
    RecipePreview,
    RecipeRow,
    RecipeState,
    RecipeTask,
    RecipeText,
    RevisionDoc,
)
from agent.store import recipes, tasks
from agent.store.engine import Store
from agent.store.ids import number_of, shown
from agent.store.problems import NotFound, NotNow
from agent.store.tables import Recipe, now

_ID = Argument("id", "its id", metavar="ID")
KEPT_REMOVED = timedelta(days=30)
"""How long a removed recipe can be brought back."""
OFF = "It is switched off. Look at it with `recipe show`, then switch it on with `recipe enable`."


@capability("recipe list", "All recipes: forms that were done once and need no model again")
def list_recipes(desk: Desk) -> list[RecipeRow]:
    """All recipes, oldest first."""
    return [_row(each) for each in recipes.every(desk.store)]


@capability("recipe show", "Show a recipe: its pages, and where each value comes from", _ID,
            Argument("revision", "an older one", option=True, required=False, metavar="N"))
def show_recipe(desk: Desk, id: str, revision: int | str | None = None) -> RecipeDoc:
    """One recipe with its text.

    Raises:
        NotFound: there is none, or no such revision.
    """
    found = recipes.get(desk.store, number_of("c", id))
    number = _revision(revision) if revision is not None else found.revision
    held = recipes.revision(desk.store, found.id or 0, number)
    every = [RevisionDoc(number=each.number, why=each.why, at=each.at)
             for each in recipes.revisions(desk.store, found.id or 0)]
    return RecipeDoc(**_row(found), shown=number, text=held.text, pages=_pages(held.text), revisions=every,
                     keeps=_keeps(held.text))


@capability("recipe run", "Do a task by a recipe; what it would send waits for you as always", _ID,
            Argument("text", "the task in your words, with what the form is to be told", option=True, required=False,
                     metavar="TEXT"),
            Argument("url", "where to start, if not where the recipe does", option=True, required=False,
                     metavar="URL"),
            Argument("file", "a file that belongs to it; may be given more than once", option=True, many=True,
                     required=False, metavar="FILE"))
def run_recipe(desk: Desk, id: str, text: str | None = None, url: str | None = None,
               file: list[str] | None = None) -> RecipeTask:
    """Files a task that is done by this recipe.

    Raises:
        NotFound: there is none.
        NotNow: it is switched off, or needs words or an address that were not given.
        IntakeError: the text, the address or a file can't be used.
    """
    found = _enabled(desk, id)
    script = from_text(recipes.revision(desk.store, found.id or 0, found.revision).text)
    words = text or _own_text(desk, found, script)
    where = url or script.start
    if not where:
        raise NotNow("It began at an address of one use. Say where it starts with --url.")
    made = filed(desk, words, where, file or [], planner="recipe", recipe=found.id or 0)
    return RecipeTask(task=made["task"], id=shown("c", found.id))


@capability("recipe export", "Write a recipe out as text; it holds no fact of yours, but words of options", _ID,
            Argument("file", "write it there", option=True, required=False, metavar="FILE"), FORCE)
def export_recipe(desk: Desk, id: str, file: str | None = None, force: bool = False) -> RecipeText:
    """A recipe's text.

    Raises:
        NotFound: there is none.
        NotNow: the file exists, or can't be written.
    """
    found = recipes.get(desk.store, number_of("c", id))
    text = recipes.revision(desk.store, found.id or 0, found.revision).text
    if file is not None:
        write(file, text.encode(), force=force)
    keeps = _keeps(text)
    if keeps:
        desk.tell(f"It keeps these words of the pages' options: {'; '.join(keeps)}. Look whether one of them names "
                  "somebody before you pass it on.")
    return RecipeText(id=shown("c", found.id), text=text, keeps=keeps)


@capability("recipe import", "Take in a recipe from a file; it stays switched off until you have looked at it",
            Argument("file", "a text that `recipe export` wrote", metavar="FILE"),
            Argument("seen", "what `recipe preview` called it; refused if the file has changed since", option=True,
                     required=False))
def import_recipe(desk: Desk, file: str, seen: str | None = None) -> RecipeState:
    """Takes in a recipe. It can do what a planner can, and no more.

    Raises:
        BadRecipe: it is none, or says what no recipe may say.
        NotNow: the file can't be read, or is another one than was looked at.
    """
    script = from_text(_read(file))
    if seen is not None and seen != _fingerprint(script):
        raise NotNow("The file has changed since you looked at it. Look at it again; nothing was taken in.")
    row = Recipe(title=script.title, start=script.start, source=recipes.IMPORTED, enabled=False)
    made = recipes.add(desk.store, row, to_text(script), {}, "Imported.")
    return _state(made, OFF)


@capability("recipe preview", "Show what a recipe in a file would do; nothing is taken in",
            Argument("file", "a text that `recipe export` wrote", metavar="FILE"))
def preview_recipe(desk: Desk, file: str) -> RecipePreview:
    """What a file would bring.

    Raises:
        BadRecipe: it is none, or says what no recipe may say.
        NotNow: the file can't be read.
    """
    script = from_text(_read(file))
    return RecipePreview(title=script.title, start=script.start, site=urlsplit(script.start).netloc,
                         pages=_pages(to_text(script)), seen=_fingerprint(script))


def _fingerprint(script: Script) -> str:
    """Names exactly this recipe: hex SHA-256."""
    return hashlib.sha256(to_text(script).encode()).hexdigest()


@capability("recipe edit", "Change a recipe's text; the text before is kept", _ID,
            Argument("file", "the new text", option=True, required=False, metavar="FILE"),
            Argument("text", "the new text itself", option=True, required=False, metavar="TEXT"))
def edit_recipe(desk: Desk, id: str, file: str | None = None, text: str | None = None) -> RecipeState:
    """Makes a new revision of a recipe.

    Raises:
        NotFound: there is none.
        BadRecipe: the text is none.
        NotNow: neither a file nor a text was given, or the file can't be read.
    """
    found = recipes.get(desk.store, number_of("c", id))
    if (file is None) == (text is None):
        raise NotNow("Give the new text with --file or --text.")
    script = from_text(_read(file) if file is not None else text or "")
    before = recipes.revision(desk.store, found.id or 0, found.revision)
    pages = from_text(before.text).pages
    # Amounts belong to pages: where those are others now, each amount is a new one.
    amounts = before.amounts if [each.path for each in pages] == [each.path for each in script.pages] else {}
    made = recipes.revise(desk.store, found.id or 0, to_text(script), amounts, "You edited it.", title=script.title,
                          start=script.start)
    return _state(made, "" if made.enabled else OFF)


@capability("recipe enable", "Switch a recipe on", _ID)
def enable_recipe(desk: Desk, id: str) -> RecipeState:
    """Lets a recipe be used.

    Raises:
        NotFound: there is none.
    """
    return _state(recipes.change(desk.store, number_of("c", id), enabled=True))


@capability("recipe disable", "Switch a recipe off; it is kept", _ID)
def disable_recipe(desk: Desk, id: str) -> RecipeState:
    """Keeps a recipe from being used.

    Raises:
        NotFound: there is none.
    """
    return _state(recipes.change(desk.store, number_of("c", id), enabled=False))


@capability("recipe remove", "Remove a recipe with all its revisions; for 30 days it can be brought back", _ID)
def remove_recipe(desk: Desk, id: str) -> RecipeState:
    """Removes a recipe; it is forgotten once `KEPT_REMOVED` is over.

    Raises:
        NotFound: there is none.
    """
    found = recipes.change(desk.store, number_of("c", id), removed_at=now())
    back = shown("c", found.id)
    return RecipeState(id=back, enabled=False, revision=found.revision, note=(
        f"It is removed. For {KEPT_REMOVED.days} days `recipe restore {back}` brings it back; then it is forgotten."))


@capability("recipe restore", "Bring back a recipe that was removed", _ID)
def restore_recipe(desk: Desk, id: str) -> RecipeState:
    """Brings it back as it was, with all its revisions.

    Raises:
        NotFound: none of that name was removed, or it is forgotten by now.
    """
    found = recipes.restore(desk.store, number_of("c", id))
    if found is None:
        raise NotFound(f"No recipe {id} was removed that could be brought back.")
    return _state(found)


def forget_old(store: Store) -> None:
    """Forgets for good what was removed longer ago than `KEPT_REMOVED`."""
    recipes.forget_removed(store, kept(datetime.now(UTC) - KEPT_REMOVED))


def _row(each: Recipe) -> RecipeRow:
    return RecipeRow(id=shown("c", each.id), title=each.title, start=each.start, site=urlsplit(each.start).netloc,
                     source="imported" if each.source == recipes.IMPORTED else "learnt", enabled=each.enabled,
                     revision=each.revision, task=shown("t", each.task_id) if each.task_id else "", used=each.used,
                     used_at=each.used_at, created_at=each.created_at, updated_at=each.updated_at)


def _state(each: Recipe, note: str = "") -> RecipeState:
    return RecipeState(id=shown("c", each.id), enabled=each.enabled, revision=each.revision, note=note)


def _enabled(desk: Desk, id: str) -> Recipe:
    found = recipes.get(desk.store, number_of("c", id))
    if not found.enabled:
        raise NotNow(f"Recipe {shown('c', found.id)} can't be used yet. {OFF}")
    return found


def _revision(text: int | str) -> int:
    if not str(text).isascii() or not str(text).isdigit() or len(str(text)) > 9:
        raise NotFound(f"“{text}” is no number of a revision.")
    return int(text)


def _own_text(desk: Desk, found: Recipe, script: Script) -> str:
    """The words of a recipe that takes nothing from the task's words."""
    needs = [way.says for page in script.pages for way in page.fields if way.take is Take.TASK]
    if needs:
        raise NotNow(f"It takes “{needs[0]}” from the task's words. Say the task with --text.")
    if found.task_id is not None:
        task = tasks.get(desk.store, found.task_id)
        written = datetime.fromisoformat(task.created_at).astimezone().date()
        if said := values_in(task.text, region(desk), written):
            raise NotNow(f"The task that it was learnt from said “{said[0].value[:80]}”, which was for that time. Say "
                         "the task anew with --text.")
        return task.text
    return " ".join(script.words) or script.title


def _read(file: str) -> str:
    try:
        with Path(file).open(encoding="utf-8") as source:
            return source.read(LARGEST + 1)
    except UnicodeDecodeError:
        raise BadRecipe("It is no text.") from None
    except OSError as problem:
        raise NotNow(f"{file} can't be read: {problem.strerror or problem}.") from problem


def _pages(text: str) -> list[RecipePage]:
    try:
        script = from_text(text)
    except BadRecipe:
        return []  # of an older version; its text is shown all the same
    return [RecipePage(origin=page.origin, path=page.path, heading=page.heading, press=page.press.text,
                       fields=[RecipeField(label=way.says, comes_from=comes_from(way), take=way.take.value,
                                           required=way.required) for way in page.fields]) for page in script.pages]


def _keeps(text: str) -> list[str]:
    """Every option's words in a text, with the field they were chosen in: nobody can tell whether they name someone."""
    try:
        script = from_text(text)
    except BadRecipe:
        return []
    return list(dict.fromkeys(f"“{words}” under “{way.says}”" for page in script.pages for way in page.fields
                              for words in (way.option, *(way.options or ()), way.shows) if words))


def comes_from(way: Way) -> str:
    """In words, where a field's value comes from."""
    said = {Take.FACT: f"your profile: {label_of_kind(way.fact or '') or way.fact}", Take.TASK: "the task's words",
            Take.ASK: "you are asked", Take.OPTION: f"always “{way.option}”",
            Take.OPTIONS: "always " + ", ".join(f"“{each}”" for each in way.options or ()),
            Take.TICK: "always ticked" if way.tick else "always left unticked", Take.FILE: "a file of the task",
            Take.YOURS: "you alone", Take.KNOWN: "what the form makes plain",
            Take.LEFT: f"left as the page has it: “{way.shows}”" if way.shows else "left empty"}
    return said[way.take]
