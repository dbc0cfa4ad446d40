"""A page that says back what was typed on another: no such word comes into a recipe, whoever read it out of what."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from agent.planner.base import ButtonKind, Click
from agent.planner.recipe.script import Stop
from agent.protocol import Given, Source, SourceKind
from agent.review.filled import Filled
from agent.runs.acts import Account, key_of
from agent.runs.contract import contract_of
from agent.runs.learning import note_page
from agent.runs.under_way import UnderWay
from agent.store import ledger, recipes, tasks
from agent.store.migrate import open_store
from agent.store.tables import Submission, Task
from tests.planner.build import button, control, page


@pytest.mark.parametrize("source", [SourceKind.TASK, SourceKind.DOCUMENT, SourceKind.GUESSED])
@pytest.mark.parametrize("sent", [True, False])
def test_what_was_typed_before_is_in_no_heading_label_or_option(own_home: Path, source: SourceKind,
                                                                sent: bool) -> None:
    store = open_store(own_home)
    task = tasks.add(store, Task(text="Sign our daughter Rosie up for swimming", title="x", url="https://a.example/"))
    held = tasks.start_run(store, task.id or 0)
    account = Account()
    if sent:
        ledger.hold(store, Submission(
            task_id=task.id or 0, run_id=held.id or 0, method="POST", url="https://a.example/1",
            origin="https://a.example", digest="d" * 64, page_url="https://a.example/1",
            sheet={"fields": [{"name": "n", "label": "Child", "value": "Rosie", "source": source.value}]}))
    else:       # the page's own script shows the next part of the form
        before = control("Child", name="n")
        account.filled[key_of(before)] = Filled(1, "n", Given("Rosie", Source(source)), "")
    club = control("Which club for Rosie", name="club", type="select-one", choices=["Club of Rosie", "Otters"])
    shown = page(club, buttons=[button("Send")], headings=["Rosie's clubs"], title="Rosie", url="https://a.example/2")
    chosen = Given("Club of Rosie", Source(SourceKind.GUESSED))
    account.filled[key_of(club)] = Filled(club.ref, "club", chosen, "", club.options[0].value)
    run = SimpleNamespace(store=store, task_id=task.id or 0, contract=contract_of(task.url, (), {}), account=account)
    note_page(cast("UnderWay", run), cast("Any", SimpleNamespace(map=shown)),
              Click(shown.buttons[0].ref, "Send", ButtonKind.SUBMIT))
    (row,) = recipes.way_of(store, task.id or 0)
    assert Stop.model_validate(row.stop).fields[0].name == "club"
    assert "rosie" not in repr((row.stop, row.title, row.words, row.lessons)).lower()
    store.close()
