"""The model at the desk: how it is set up, its key, the probe, and what it saw of a task."""

from __future__ import annotations

import os
import sys
from datetime import datetime

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.planner.claude import probed
from agent.planner.claude.connection import PURPOSE, Server, connect, key_for, model_name, server_of
from agent.planner.claude.models import MODELS, model_of, words
from agent.planner.claude.problems import NoModel
from agent.planner.claude.seen import turns_of
from agent.protocol import settings
from agent.protocol.messages import CheckResult
from agent.protocol.model import ModelDoc, ProbeDoc, SawDoc
from agent.protocol.settings import OTHER, BadSetting
from agent.store import seen, spending, tasks
from agent.store.ids import number_of, shown
from agent.store.problems import CannotRecord, NotNow, StoreProblem
from agent.store.tables import Spending
from agent.vault import keyring
from agent.vault.problems import VaultProblem

LONGEST_KEY = 500
"""Characters; a vendor's key has about a hundred."""


@capability("model show", "Show which model is asked, where, and whether it has a key")
def show_model(desk: Desk) -> ModelDoc:
    """How it is set up; never the key itself. Raises nothing: what is wrong is told."""
    values = settings.read(desk.folder)
    name = model_name(values)
    known = model_of(name)
    problem, server = "", Server(str(values["model-address"]))
    try:
        server = server_of(values, os.environ)
        connect(desk.folder)
    except NoModel as found:
        problem = str(found)
    source, ring = _key_source(server)
    last = probed.recall(desk.folder, server.base_url, name)
    return ModelDoc(
        model=name, name=known.name if known else name, price=words(known) if known else "",
        address=server.base_url, address_from="environment" if server.named_by == "environment" else "settings",
        key="environment" if source == "environment" else "keyring" if source else "", key_needed=server.needs_key,
        keyring=ring, ready=not problem, problem=f"{problem[:1].upper()}{problem[1:]}",
        spent_today=spending.of_day(desk.store, datetime.now().astimezone()).dollars,
        probed=last["summary"] if last else "")


def _key_source(server: Server) -> tuple[str, str]:
    """Where the key is from, and why the keyring can't be used."""
    ring = ""
    try:
        keyring.name_of()
    except VaultProblem as found:
        ring = str(found)
    try:
        return key_for(server, os.environ).source, ring
    except VaultProblem as found:
        return "", ring or str(found)


@capability("model set", "Choose the model and its server",
            Argument("model", f"{', '.join(MODELS)}, or its name at a server of your own", metavar="MODEL"),
            Argument("address", "the server's address; left out: as it is", option=True, required=False,
                     metavar="URL"))
def set_model(desk: Desk, model: str, address: str | None = None) -> ModelDoc:
    """Keeps both, or neither.

    Raises:
        NotNow: one of them can't be used.
        CannotRecord: the file can't be written.
    """
    if not model.strip():
        raise NotNow("Name a model.")
    wanted: dict[str, object] = {"model": model} if model in MODELS else {"model": OTHER, "model-name": model}
    if address is not None:
        wanted["model-address"] = address
    try:
        checked = {key: settings.checked(key, value) for key, value in wanted.items()}
        for key, value in checked.items():
            settings.write(desk.folder, key, value)
    except BadSetting as problem:
        raise NotNow(str(problem)) from problem
    except OSError as problem:
        raise CannotRecord(f"The settings can't be written: {problem.strerror or problem}.") from problem
    return show_model(desk)


@capability("model key", "Keep the model's key in the keyring; it is read from standard input")
def set_key(desk: Desk) -> ModelDoc:
    """Reads a line from standard input and keeps it for the server that is set. It is never an argument.

    Raises:
        NotNow: what was given is no key, or the server may get none.
        VaultProblem: no keyring keeps it.
    """
    if sys.stdin.isatty():
        from getpass import getpass

        return keep_key(desk, getpass("Key (it is not shown): "))
    return keep_key(desk, sys.stdin.readline())


def keep_key(desk: Desk, key: str) -> ModelDoc:
    """Keeps the key for the server that is set. For the app; on the command line it comes from standard input.

    Raises:
        NotNow: it is no key, or the server may get none.
        VaultProblem: no keyring keeps it.
    """
    key = key.strip()
    if not key or len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable() or " " in key:
        raise NotNow("That is no key: a key is one word of letters, digits and signs. Nothing was kept.")
    server = server_of(settings.read(desk.folder), os.environ)
    if not server.takes_key:
        raise NotNow(f"A key would go to {server.origin} unencrypted, so none is kept for it.")
    keyring.put(PURPOSE, server.origin, key)
    probed.forget_unfit(desk.folder)
    return show_model(desk)


@capability("model forget-key", "Remove the model's key from the keyring")
def forget_key(desk: Desk) -> ModelDoc:
    """Removes the key of the server that is set.

    Raises:
        VaultProblem: the keyring can't be used.
    """
    keyring.forget(PURPOSE, server_of(settings.read(desk.folder), os.environ).origin)
    return show_model(desk)


@capability("model probe", "Try what the model and its server can do; costs less than a cent at Anthropic")
async def probe_model(desk: Desk) -> ProbeDoc:
    """Asks two or three short made-up turns, keeps what was found, and counts what it cost.

    Raises:
        NoModel: there is nothing to ask yet.
    """
    from agent.planner.claude.probe import probe

    connection = connect(desk.folder, probed=False)
    desk.tell(f"Asking {connection.model} at {connection.base_url}")
    found = await probe(connection)
    if found["cost"]:
        spending.add(desk.store, Spending(model=connection.model, cost=found["cost"]))
    if found["settled"]:
        try:
            probed.keep(desk.folder, found)
        except OSError as problem:
            raise CannotRecord(f"What was found can't be kept: {problem.strerror or problem}.") from problem
    return found


@capability("saw", "Show all that a model saw of a task", Argument("id", "the task's id", metavar="TASK"))
def show_saw(desk: Desk, id: str) -> SawDoc:
    """Every request and answer, what was repeated left out.

    Raises:
        NotFound: there is no such task.
    """
    task = tasks.get(desk.store, number_of("t", id))
    return SawDoc(task=shown("t", task.id), cost=task.cost, turns=turns_of(seen.of_task(desk.store, task.id or 0)))


def model_check(desk: Desk) -> CheckResult:
    """A line of ``doctor``. None set up is no fault: the embedded planner needs none."""
    try:
        found = show_model(desk)
    except StoreProblem as problem:
        return CheckResult(check="model", ok=False, fix=str(problem))
    if found["ready"]:
        return CheckResult(check=f"model: {found['name']} at {found['address']}", ok=True, fix="")
    wanted = bool(found["key"]) or not found["key_needed"] or found["address"] != settings.VENDOR
    return CheckResult(check="model" if wanted else "model: none is set up, and none is needed", ok=not wanted,
                       fix=found["problem"] if wanted else "")
