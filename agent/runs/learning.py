"""Learns a recipe from a run: notes each page that is pressed on, and keeps the whole once the receipt is confirmed.

Nothing that goes wrong here may touch the run itself: what was sent is sent, recipe or none.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from agent.browser.page import PageMap
from agent.browser.page_map import MappedPage
from agent.intake.task_values import values_in
from agent.planner.base import Click, Done
from agent.planner.recipe.amounts import amounts_of
from agent.planner.recipe.clean import Clean
from agent.planner.recipe.learning import Known, Put, stop_of
from agent.planner.recipe.lessons import lessons_of
from agent.planner.recipe.matching import public_words
from agent.planner.recipe.script import Final, Script, Stop
from agent.planner.recipe.shapes import heading_of, path_shape
from agent.planner.recipe.text import to_text
from agent.planner.recipe.walk import Walked, last_way, script_of
from agent.protocol import FactKind, SourceKind
from agent.runs.acts import Account, key_of
from agent.runs.recipes import like_it
from agent.runs.under_way import UnderWay
from agent.runs.viewing import usable
from agent.store import facts, lessons, questions, recipes, submissions, tasks
from agent.store.tables import Lesson, Recipe, Task, WalkedPage

log = logging.getLogger(__name__)

MOST_WHY = 300
"""Characters of the surprise that a new revision was made for."""

_SAID_BACK = frozenset({SourceKind.TASK, SourceKind.DOCUMENT, SourceKind.GUESSED, SourceKind.ANSWER})
"""Sources of values that stand neither in the profile nor among the task's plain values: a model's own reading."""


def note_page(run: UnderWay, mapped: MappedPage, click: Click) -> None:
    """Notes the page that was pressed on, as it stood before, with what was put into it; no value of it."""
    try:
        task = tasks.get(run.store, run.task_id)
        known = _known(run, task, mapped.map.url)
        puts = list(puts_of(run.account, mapped.map))
        stop = stop_of(mapped.map, puts, click, known)
        recipes.walked(run.store, WalkedPage(
            task_id=run.task_id, title=known.clean.kept(mapped.map.title, 200),
            stop=stop.model_dump(mode="json", exclude_none=True) if stop is not None else {},
            amounts=sorted(amounts_of(mapped.map)), words=public_words(task.text, [mapped.map], known.clean),
            lessons=[{"label": each.label, "fact": each.fact, "option": each.option}
                     for each in lessons_of(mapped.map, puts, known)]))
    except Exception as problem:  # its words may hold what the page says
        log.warning("a page could not be noted for a recipe (%s)", type(problem).__name__)
        with contextlib.suppress(Exception):
            note_jump(run)


def note_jump(run: UnderWay) -> None:
    """Notes that no press that is known leads from the page before to the next: of such a way no recipe is made."""
    recipes.walked(run.store, WalkedPage(task_id=run.task_id))


def puts_of(account: Account, page: PageMap) -> Iterator[Put]:
    """What was put into the page, on the refs of its map."""
    controls = {key_of(control): control for control in page.controls}
    for key, filled in account.filled.items():
        parts = key.split("\n")
        size = next((size for size in range(len(parts), 0, -1) if "\n".join(parts[:size]) in controls), 0)
        if not size:
            continue
        control = controls["\n".join(parts[:size])]
        named = "\n".join(parts[size:])     # an option, as `agent.runs.acts` names it: its number, or itself
        option = next((each for at, each in enumerate(control.options)
                       if named and named in (str(at), f"{each.value}\n{each.label}")), None)
        if option is None and named:
            continue
        ref = option.ref if option is not None and option.ref >= 0 else control.ref
        yield Put(ref, filled.given, filled.option_value, filled.on)


def keep_recipe(run: UnderWay, done: Done, mapped: MappedPage) -> None:
    """Makes a recipe of what was walked, mends the one that had a surprise, or counts that one went through."""
    try:
        _keep_lessons(run)
        if said := _keep(run, done, mapped):
            run.note(said)
        recipes.forget_way(run.store, run.task_id)
    except Exception as problem:
        log.warning("no recipe was kept (%s)", type(problem).__name__)


def _keep_lessons(run: UnderWay) -> None:
    site = urlsplit(run.task.url).netloc
    lessons.keep(run.store, [Lesson(label=each["label"], fact=each["fact"], option=each["option"], site=site)
                             for row in recipes.way_of(run.store, run.task_id) for each in row.lessons])


def _keep(run: UnderWay, done: Done, mapped: MappedPage) -> str:
    store, used = run.store, recipes.use_of(run.store, run.task_id)
    if used is not None and not used.surprise:
        recipes.went_through(store, used.recipe_id)
        return "Done as last time: no model was asked"
    task = tasks.get(store, run.task_id)
    rows = recipes.way_of(store, run.task_id)
    if any(not row.stop for row in rows):
        return ""
    walked = [Walked(Stop.model_validate(row.stop), tuple(row.amounts), tuple(row.words)) for row in rows]
    known = _known(run, task, mapped.map.url)
    final = Final(path=known.clean.kept(path_shape(mapped.map.url)), heading=known.clean.kept(heading_of(mapped.map)),
                  reference=bool(done.reference))
    words = dict.fromkeys(word for each in walked for word in each.words)
    in_order = [word for word in public_words(task.text, [], known.clean) if word in words] or list(words)
    title = next((row.title for row in rows if row.title), "")
    script = script_of(walked, task.url, title or "A form", in_order, final)
    if script is None:
        return ""
    place = urlsplit(script.start)
    if not known.clean(f"{place.path} {place.query}".strip()):  # an address of the person's own
        script = script.model_copy(update={"start": ""})
    amounts = {str(number): list(each.amounts) for number, each in enumerate(last_way(walked)) if each.amounts}
    return _filed(run, task, script, amounts)


def _filed(run: UnderWay, task: Task, script: Script, amounts: dict[str, list[str]]) -> str:
    store, text, used = run.store, to_text(script), recipes.use_of(run.store, run.task_id)
    if used is not None and recipes.get(store, used.recipe_id).source == recipes.IMPORTED:
        used = None  # what came from a file stays as it came; what is learnt stands beside it and goes before it
    old = used.recipe_id if used is not None else like_it(store, task, own=True)
    if old is None:
        if not script.start:
            return ""
        recipes.add(store, Recipe(title=script.title, start=script.start, task_id=task.id), text, amounts,
                    "Learnt from a confirmed run.")
        return "How it was done is kept: the next time needs no model"
    kept = recipes.get(store, old)
    if not kept.enabled and used is None:
        return ""  # the person wants none here
    if text == recipes.revision(store, old, kept.revision).text and used is None:
        return ""
    why = (used.surprise if used is not None else "It was done another way.")[:MOST_WHY]
    recipes.revise(store, old, text, amounts, why, title=script.title, start=script.start or kept.start,
                   task_id=task.id)
    return "What was not as last time is kept for the next time"


def _known(run: UnderWay, task: Task, page: str) -> Known:
    """What stands behind the values. ``page``: of what was sent from others before, a page may say the values back."""
    store = run.store
    written = datetime.fromisoformat(task.created_at).astimezone().date()
    person = facts.every(store)
    region = person.get("country", "GB")
    given = {each.value for text in (task.text, *task.notes) for each in values_in(text, region, written)}
    given |= {each for each in questions.own_answers_of(store, run.task_id)}
    for submission in submissions.of_task(store, run.task_id):
        given |= set(submission.edits.values())
        if submission.page_url != page:
            given |= {row[name] for row in submission.sheet["fields"] if row["source"] in _SAID_BACK
                      for name in ("value", "given") if row.get(name)}
    given |= {each.given.value for each in run.account.filled.values()
              if each.option_value is None and each.given.source.kind in _SAID_BACK}
    usable_now = {FactKind(kind): value for kind, value in usable(store, run.contract).items()}
    return Known(usable_now, task.text, written, Clean(person, given))
