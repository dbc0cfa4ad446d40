"""The profile at the desk as a window shows it: labels, groups, where each fact went; trying a value first."""

from __future__ import annotations

from pathlib import Path

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.profile import fingerprint, region
from agent.profile.errors import BadValue, ProfileError
from agent.profile.importing import Fact as Imported
from agent.profile.importing import read_profile
from agent.profile.kinds import KINDS, kept
from agent.profile.labels import label_of
from agent.profile.values import doubt, normalise
from agent.protocol.messages import CheckDoc, DisclosureDoc, FactDoc, ImportDoc, KindDoc
from agent.store import facts, receipts
from agent.store.ids import shown


@capability("profile kinds", "Every kind of fact a profile can hold")
def list_kinds(desk: Desk) -> list[KindDoc]:
    """All kinds but those that are never kept."""
    return [KindDoc(kind=each.name, label=label_of(each), group=each.group, sensitivity=each.sensitivity.value,
                    example=each.example) for each in KINDS.values() if each.fill]


@capability("profile facts", "All facts with where each went")
def list_facts(desk: Desk) -> list[FactDoc]:
    """Every fact; ``disclosed`` has the newest first."""
    went = _disclosed(desk)
    return [_fact(row.kind, row.value, row.updated_at, went.get(row.kind, [])) for row in facts.rows(desk.store)]


@capability("profile check", "Try a value without keeping it",
            Argument("kind", "such as postal-code", metavar="KIND"), Argument("value", "the value", metavar="VALUE"))
def check_fact(desk: Desk, kind: str, value: str) -> CheckDoc:
    """Says how a value would be kept, or what is wrong with it. Raises nothing."""
    where = region(desk)
    try:
        clean = normalise(kind, value, where)
        return CheckDoc(value=clean, problem="", doubt=_bare(doubt(kind, clean, where)))
    except BadValue as problem:
        return CheckDoc(value="", problem=problem.reason, doubt="")
    except ProfileError as problem:
        return CheckDoc(value="", problem=str(problem), doubt="")


@capability("profile preview", "Show what an import would bring, without keeping it",
            Argument("file", "a flat JSON object of kind to value, or a vCard", metavar="FILE"))
def preview(desk: Desk, file: str) -> ImportDoc:
    """Reads the file and changes nothing.

    Raises:
        ImportProblem: names every line and field that is wrong.
    """
    found = read_profile(Path(file), region(desk))
    now = facts.every(desk.store)
    return ImportDoc(facts=[_fact(each.kind, each.value, "", []) for each in found.facts], notes=list(found.notes),
                     replaces=[each.kind for each in found.facts if _differs(now, each)], seen=fingerprint(found.facts))


def _differs(now: dict[str, str], fact: Imported) -> bool:
    return fact.kind in now and now[fact.kind] != fact.value


def _fact(name: str, value: str, at: str, went: list[DisclosureDoc]) -> FactDoc:
    found = kept(name)
    return FactDoc(kind=found.name, label=label_of(found), group=found.group, value=value,
                   sensitivity=found.sensitivity.value, updated_at=at, disclosed=went)


def _disclosed(desk: Desk) -> dict[str, list[DisclosureDoc]]:
    """By kind, from the receipts: what a request really carried, not what was meant to be filled."""
    went: dict[str, list[DisclosureDoc]] = {}
    for receipt in receipts.every(desk.store):
        when = {str(send.get("submission", "")): str(send.get("sent_at", "")) for send in receipt.sends}
        kinds = {(name, when.get(str(row.get("submission", "")), receipt.sent_at))
                 for row in receipt.fields for name in _kinds_of(row)}
        for name, at in sorted(kinds, key=lambda pair: pair[1], reverse=True):
            went.setdefault(name, []).append(DisclosureDoc(site=_host(receipt.origin), at=at,
                                                           receipt=shown("r", receipt.id)))
    return went


def _kinds_of(row: dict[str, object]) -> set[str]:
    carried = row.get("carries", [])
    kinds = {str(each) for each in carried} if isinstance(carried, list) else set()
    detail = str(row.get("detail", ""))
    return kinds | ({detail} if row.get("source") == "profile" and detail else set())


def _host(origin: str) -> str:
    return origin.partition("://")[2] or origin


def _bare(doubted: str) -> str:
    """A doubt without the kind's name before it: the field stands beside it."""
    return doubted.partition(": ")[2] or doubted
