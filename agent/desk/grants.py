"""What the person allowed single tasks, at the desk: contract, look-ups, addresses, steps; and taking it back."""

from __future__ import annotations

from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.protocol.messages import AllowedDoc, GrantedDoc
from agent.runs.contract import SPECIAL
from agent.store import grants, tasks
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow

STEPS = "steps"
"""How a step grant is named: it belongs to the task and has no number of its own."""


@capability("grants", "What a task may do without asking again", Argument("id", "its id", metavar="TASK"))
def list_grants(desk: Desk, id: str) -> AllowedDoc:
    """A task's contract and what the person allowed it since.

    Raises:
        NotFound: there is no such task.
    """
    task = tasks.get(desk.store, number_of("t", id))
    number = task.id or 0
    grants.settle(desk.store, number)
    found = [GrantedDoc(id=shown("g", each.id), kind=each.kind, words=each.words, state=each.state,
                        since=each.updated_at) for each in grants.of_task(desk.store, number)]
    step = tasks.grant_of(desk.store, number)
    if step:
        found.append(GrantedDoc(id=f"{STEPS} {shown('t', number)}", kind=STEPS, state="given", since="", words=(
            f"{len(step['values'])} values may go to {step['origin']} in the steps before the last")))
    return AllowedDoc(task=shown("t", number), sites=[each for each in (task.url, *task.sites) if each],
                      data=["all but " + ", ".join(name for name in SPECIAL if name not in _data(task.contract))]
                      if len(_data(task.contract)) < len(SPECIAL) else ["all"],
                      limit=str(task.contract.get("limit") or ""), grants=found)


def _data(contract: dict[str, Any]) -> list[str]:
    return list(contract.get("data") or [])


@capability("revoke", "Take back what a task was allowed; nothing more goes out under it",
            Argument("id", "the grant's id, or the task's for its step grant", metavar="GRANT|TASK"))
def revoke(desk: Desk, id: str) -> dict[str, Any]:
    """Ends a grant; what it let pass before stays sent.

    Raises:
        NotFound: there is none.
        NotNow: it does not hold.
    """
    name = id.strip().lower().removeprefix(STEPS).strip()
    if not name.startswith("t"):
        grant = grants.revoke(desk.store, number_of("g", name))
        return {"id": shown("g", grant.id), "state": grant.state}
    task = tasks.get(desk.store, number_of("t", name))
    if not tasks.end_grant(desk.store, task.id or 0):
        raise NotNow(f"Task {name} has no step grant; there is nothing to take back.")
    return {"id": shown("t", task.id), "state": "revoked"}
