"""The watch over what models are sent, as pytest knows it: around each test, and one line at the end of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.store import facts
from tests.vendor.oversight import HERE, Tally, as_plain, line_of, together, verdict

MARK = "told_to_model"
_TALLIES = pytest.StashKey[list[Tally]]()
DATABASE = "countersign.db"


@pytest.fixture(autouse=True)
def overseen(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that made the product send a model something private or a secret."""
    put = facts.put

    def listening(store: Any, given: Iterable[tuple[str, str, str]]) -> None:
        given = list(given)
        for kind, value, sensitivity in given:
            if sensitivity == "private":
                HERE.knows(kind, value)
        put(store, given)

    monkeypatch.setattr(facts, "put", listening)
    HERE.begin(request.node.nodeid, [value for mark in request.node.iter_markers(MARK) for value in mark.args])
    yield
    if found := HERE.end(tmp_path.rglob(DATABASE)):
        pytest.fail("\n".join(found), pytrace=False)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """A worker has ended: what it saw. One that crashed is a failure of its own."""
    if told := getattr(node, "workeroutput", {}).get("vendor"):
        node.config.stash.setdefault(_TALLIES, []).append(Tally(**told))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fails a run in which something was found, or nothing was recorded though models were asked."""
    HERE.end()
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["vendor"] = as_plain(HERE.tally)
        return
    total = together([*session.config.stash.get(_TALLIES, []), HERE.tally])
    session.config.stash[_TALLIES] = [total]
    if verdict(total) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The line."""
    (total,) = terminalreporter.config.stash.get(_TALLIES, None) or [Tally()]
    if total.servers or total.requests or total.found:
        terminalreporter.write_line(line_of(total), red=bool(verdict(total)), green=not verdict(total))
        for each in verdict(total):
            terminalreporter.write_line(f"  {each}", red=True)
