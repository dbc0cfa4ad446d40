"""The await sweep, a small fixed sample; and that it sees a ledger that is broken on purpose (see README.md)."""

from __future__ import annotations

import ast
import asyncio
import builtins
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.await_child import Point
from tests.faults.await_life import AwaitLife, Outcome, make_template
from tests.faults.await_plan import Pass, aims
from tests.faults.await_points import PACKAGE, REACHED, RESUMED, ROOT, Watch, all_sites, places, rewritten
from tests.faults.upload_site import UploadSite

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes through /proc")

ANSWER_IN = Point("gate/upstream.py*", RESUMED, "sending1", 2)
"""The site has answered; the ledger does not know yet."""

NOT_A_BYTE = Point("gate/store_ledger.py*", RESUMED, "sending1", 1)
"""The ledger says sending, and not a byte is out."""


LATE_WORD = Point("gate/store_ledger.py*", REACHED, "approved1", 1)
"""The ledger is about to be told, which a broken one is only when the request is out."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("template") / "home")


def live(folder: Path, template: Path, flow: str, point: Point, victim: str, mutation: str = "") -> Outcome:
    outcome = AwaitLife(folder, flow, template, mutation).go(point, victim)
    assert outcome.hit == "killed"
    return outcome


@LINUX
@pytest.mark.browser
@pytest.mark.parametrize(("flow", "point", "victim", "records"), [
    ("plain", NOT_A_BYTE, "agent", 0),
    pytest.param("upload", ANSWER_IN, "agent", 1, marks=pytest.mark.slow),
    pytest.param("wizard", Point("gate/*", REACHED, "sending3", 1), "driver", 1, marks=pytest.mark.slow),
])
def test_a_kill_at_an_await_between_approval_and_answer_leaves_one_record_at_most_and_says_so(
        tmp_path: Path, template: Path, flow: str, point: Point, victim: str, records: int) -> None:
    outcome = live(tmp_path, template, flow, point, victim)
    assert outcome.wrong == []
    assert (outcome.state, outcome.records) == ("unknown", records)


@LINUX
@pytest.mark.slow
@pytest.mark.browser
def test_the_sweep_sees_a_ledger_that_hands_back_what_is_in_doubt(tmp_path: Path, template: Path) -> None:
    outcome = live(tmp_path, template, "plain", ANSWER_IN, "agent", "resend")
    assert outcome.records == 2
    assert any("2 records" in each for each in outcome.wrong)


@LINUX
@pytest.mark.slow
@pytest.mark.browser
def test_the_sweep_sees_a_ledger_that_writes_after_the_first_byte(tmp_path: Path, template: Path) -> None:
    outcome = live(tmp_path, template, "plain", LATE_WORD, "agent", "late")
    assert outcome.records == 2
    assert any("1 requests arrived under 0 spent approvals" in each for each in outcome.wrong)


# The gate and the ledger alone

def gate_alone(*arguments: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", "tests.faults.gate_awaits", *arguments], cwd=ROOT, text=True,
                          capture_output=True, timeout=1200, check=False)
    assert done.stdout, done.stderr
    return dict(json.loads(done.stdout))


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize("victim", ["agent"])
def test_the_gate_killed_anywhere_between_ledger_and_upstream_sends_once_at_most(victim: str) -> None:
    found = gate_alone("--victim", victim, "--at", "gate/release.py", "--at", "gate/upstream.py",
                       "--at", "gate/store_ledger.py", "--at", "ledger.")
    assert found["lives"] == found["places"] > 20
    assert (found["twice"], found["wrong"]) == ([], [])


@pytest.mark.slow
@LINUX
@pytest.mark.parametrize(("mutation", "at"), [("resend", "gate/release.py"), ("late", "gate/store_ledger.py")])
def test_the_gate_alone_shows_a_broken_ledger(mutation: str, at: str) -> None:
    assert gate_alone("--mutation", mutation, "--victim", "agent", "--at", at)["twice"]


# Its parts

SOURCE = """
import asyncio
from contextlib import asynccontextmanager

async def numbers():
    for each in range(3):
        await asyncio.sleep(0)
        yield each

@asynccontextmanager
async def room(told):
    told.append("in")
    yield "room"
    told.append("out")

async def all_of_it():
    told = []
    async with room(told) as name:
        told.append(name)
    async for each in numbers():
        told.append(each)
    told += [each + 10 async for each in numbers()]
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0)
    except TimeoutError:
        told.append("late")
    return told
"""


class Listener:
    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def passed(self, site: str, kind: str) -> None:
        self.heard.append((site, kind))


def run(tree: ast.Module) -> list[Any]:
    names: dict[str, Any] = {}
    exec(compile(tree, "made up", "exec"), names)
    return list(asyncio.run(names["all_of_it"]()))


def test_code_with_its_awaits_watched_does_what_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run(ast.parse(SOURCE))
    listener: Watch = (heard := Listener())
    for name, function in places(listener).items():
        monkeypatch.setattr(builtins, name, function, raising=False)
    tree, sites = rewritten(SOURCE, ROOT / PACKAGE / "made_up.py")
    assert run(tree) == plain == ["in", "room", "out", 0, 1, 2, 10, 11, 12, "late"]
    assert len(sites) == 5
    assert {site.split(" ")[0] for site, _ in heard.heard} == set(sites)
    reached = [site for site, kind in heard.heard if kind == REACHED]
    assert reached.count(sites[0]) == 6
    assert (sites[4], RESUMED) not in heard.heard  # it was cut off by its timeout


def test_every_await_of_the_agent_becomes_a_place_with_a_name_of_its_own() -> None:
    found = all_sites()
    assert len(found) > 250
    assert len(set(found)) == len(found)


def test_the_stretch_from_approval_to_answer_comes_first_and_who_is_not_alive_is_no_victim() -> None:
    both = frozenset({"agent", "browser"})
    passes = [Pass(Point("a.py:1", REACHED, "start", 1), frozenset({"agent"})),
              Pass(Point("b.py:1", REACHED, "start", 1), both),
              Pass(Point("b.py:1", REACHED, "sending1", 1), both), Pass(Point("b.py:1", REACHED, "sending1", 2), both),
              Pass(Point("b.py:1", REACHED, "answered1", 1), both)]
    found = [(each.stratum, each.victim, each.point.site, each.point.phase, each.point.n) for each in aims(passes)]
    assert found == [(0, "agent", "b.py:1", "sending1", 1), (0, "browser", "b.py:1", "sending1", 1),
                     (1, "agent", "b.py:1", "answered1", 1), (1, "browser", "b.py:1", "answered1", 1),
                     (2, "agent", "a.py:1", "start", 1), (2, "agent", "b.py:1", "start", 1),
                     (2, "browser", "b.py:1", "start", 1)]


def test_the_upload_site_counts_equal_reports_as_two() -> None:
    with UploadSite() as site:
        for _ in range(2):
            site.keep(b'{"name": "A", "email": "a@b.example", "photo": {"content": "aGk="}}')
        assert site.posts == len(site.reports) == 2
