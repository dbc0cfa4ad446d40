"""The contract of the command line: one JSON document on stdout, progress on stderr, 0 only on success."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.cli import main
from agent.practice import PracticeSite, records, requests
from tests.desk.terminal import SECONDS, command, countersign, environment
from tests.faults.processes import Process, alive, descendants
from tests.runs.household import FACTS, METER


@pytest.fixture
def home(own_home: Path, tmp_path: Path) -> Iterator[Path]:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps({kind: value for kind, value in FACTS.items() if kind != "email"}))
    before = os.umask(0o077)     # what a command sets for its own process must not outlive it here
    assert main(["profile", "import", str(facts), "--json"]) == 0
    yield own_home
    os.umask(before)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[PracticeSite]:
    with PracticeSite(tmp_path / "council.db") as running:
        yield running


def has(found: dict[str, Any], **types: type) -> None:
    for name, kind in types.items():
        assert isinstance(found[name], kind), f"{name}: {found[name]!r}"


@pytest.mark.browser
def test_the_whole_job_through_processes_of_their_own(home: Path, site: PracticeSite) -> None:
    def ask(*words: str) -> Any:
        done = countersign(home, *words, "--json")
        assert done.code == 0, done.err
        assert done.out.count("\n") == 1
        return done.json

    assert ask("add", METER, "--url", site.pages["meter-reading"], "--planner", "auto") == {"task": "t1"}
    first = countersign(home, "run", "--until-idle", "--json")
    assert first.json["tasks"] == [{"id": "t1", "state": "needs_answer", "message": ""}]
    assert "Needs your answer" in first.err
    (asked,) = ask("inbox")
    has(asked, kind=str, id=str, task=str, summary=str)
    assert (asked["kind"], asked["id"], asked["task"]) == ("question", "q1", "t1")
    assert ask("answer", "q1", "nora@example.org", "--remember") == {"id": "q1", "state": "answered"}
    assert ask("profile", "show")["facts"]["email"] == "nora@example.org"
    assert ask("run", "--until-idle")["tasks"][0]["state"] == "needs_review"
    (waiting,) = ask("inbox")
    assert (waiting["kind"], waiting["id"], waiting["task"]) == ("submission", "s1", "t1")
    sheet = ask("submission", "s1")
    has(sheet, id=str, task=str, state=str, method=str, url=str, origin=str, digest=str, fields=list, screenshot=str)
    for row in sheet["fields"]:
        has(row, name=str, label=str, value=str, source=str, flags=list)
    assert requests(site.database) == []
    assert ask("approve", "s1") == {"id": "s1", "state": "approved"}
    assert ask("run", "--until-idle")["tasks"] == [{"id": "t1", "state": "done", "message": ""}]
    assert [each.fields["reading"] for each in records(site.database)] == ["48213"]
    (receipt,) = ask("receipts", "--search", "48213")
    has(receipt, id=str, task=str, origin=str, url=str, sent_at=str, state=str, status=int, reference=str, fields=list)
    assert (receipt["state"], receipt["status"]) == ("confirmed", 303)
    assert ask("receipts", "--search", "no such words") == []
    (task,) = ask("tasks")
    has(task, id=str, text=str, state=str, runs=list, cost=float)
    one = ask("task", "t1")
    has(one, attachments=list, waits=list, submissions=list, receipt=str)
    assert task.items() <= one.items()
    for name in ("inbox", "tasks", "receipts"):   # the same without --json is for reading, and never fails
        done = countersign(home, name)
        assert (done.code, done.err) == (0, "")
    assert "48213" in countersign(home, "receipts").out
    assert str(home) not in countersign(home, "tasks").out


WRONG: list[tuple[str, ...]] = [
    ("submission", "s9"), ("approve", "s9"), ("approve", "nonsense"), ("edit", "s9", "--set", "a=b"),
    ("send-back", "s9", "x"), ("reject", "s9"), ("answer", "q9", "x"), ("task", "t9"), ("cancel", "t9"),
    ("retry", "t9"), ("address", "t9", "a.example"), ("add", "Do it", "--url", "ftp://a.example"),
    ("add", "Do it", "--url", "a.example", "--file", "/nonexistent"), ("profile", "set", "email", "nobody"),
    ("profile", "import", "/nonexistent.json"), ("recognise", "/nonexistent.html")]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_every_error_is_one_json_document_and_exit_code_1(home: Path, words: tuple[str, ...],
                                                          capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main([*words, "--json"]) == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    has(found, error=str, kind=str)
    assert found["error"] in err
    assert not re.search(r"sqlite|sqlalchemy|Errno|Traceback", err, re.IGNORECASE), err


def test_a_home_that_can_not_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = countersign(tmp_path / "file" / "below", "tasks", "--json")
    assert done.code == 1
    assert "COUNTERSIGN_HOME" in done.json["error"]


class Running:
    """A `run` without end in a process group of its own, as under a terminal."""

    def __init__(self, home: Path, *more: str) -> None:
        # Whoever started the tests may ignore interrupts, as a job in the background does; children inherit that.
        self.process = subprocess.Popen(command("run", *more), env=environment(home), stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, start_new_session=True,
                                        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.told: list[str] = []
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._changed:
                self.told.append(line)
                self._changed.notify_all()
        with self._changed:
            self._changed.notify_all()

    def wait_for(self, words: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: any(words in each for each in self.told), SECONDS), self.told

    def end(self, send: Callable[[], None]) -> tuple[int, str, list[Process]]:
        """Ends it; exit code, stdout, and the processes it had started."""
        started = descendants(self.process.pid)
        send()
        assert self.process.stdout is not None
        out = self.process.stdout.read()
        code = self.process.wait(SECONDS)
        self._reader.join()
        self.process.stdout.close()
        assert self.process.stderr is not None
        self.process.stderr.close()
        return code, out, started


@pytest.mark.browser
@pytest.mark.parametrize(("how", "when"), [
    ("SIGTERM", "Opening"), ("ctrl-c", "Held for your decision"),
    pytest.param("SIGINT", "Held for your decision", marks=pytest.mark.slow)])
def test_a_run_that_is_stopped_leaves_a_true_state_and_no_browser(home: Path, site: PracticeSite, how: str, when: str,
                                                                  capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "set", "email", "nora@example.org"]) == 0
    assert main(["add", METER, "--url", site.pages["meter-reading"]]) == 0
    running = Running(home, "--json")
    try:
        running.wait_for(when)
        number = running.process.pid
        signals: dict[str, Callable[[], None]] = {
            "SIGTERM": lambda: os.kill(number, signal.SIGTERM), "SIGINT": lambda: os.kill(number, signal.SIGINT),
            "ctrl-c": lambda: os.killpg(number, signal.SIGINT)}
        code, out, started = running.end(signals[how])
    finally:
        if running.process.poll() is None:
            running.process.kill()
    expected = "needs_review" if when.startswith("Held") else "queued"
    assert (code, [each["state"] for each in json.loads(out)["tasks"]]) == (0, [expected])
    assert len(started) > 1
    assert [each for each in started if alive(each)] == []
    assert "Traceback" not in "".join(running.told)
    capsys.readouterr()
    assert main(["tasks", "--json"]) == 0
    (task,) = json.loads(capsys.readouterr().out)
    assert task["state"] == expected
    assert task["runs"][0]["state"] == "interrupted"
    assert requests(site.database) == []


@pytest.mark.slow
@pytest.mark.browser
def test_a_decision_in_another_process_reaches_a_run_that_goes_on(home: Path, site: PracticeSite) -> None:
    countersign(home, "add", METER, "--url", site.pages["meter-reading"])
    running = Running(home, "--json")
    try:
        running.wait_for("Needs your answer")
        second = countersign(home, "run", "--until-idle", "--json")
        assert (second.code, second.json["kind"]) == (1, "Busy")
        assert countersign(home, "answer", "q1", "nora@example.org").code == 0
        running.wait_for("Held for your decision")
        assert countersign(home, "approve", "s1").code == 0
        running.wait_for("Done")
        code, out, _ = running.end(lambda: os.kill(running.process.pid, signal.SIGTERM))
    finally:
        if running.process.poll() is None:
            running.process.kill()
    assert (code, json.loads(out)["tasks"]) == (0, [{"id": "t1", "state": "done", "message": ""}])
    assert len(records(site.database)) == 1


def test_every_capability_is_registered_once_and_described() -> None:
    from agent.desk import registered

    contract = {"profile import", "profile set", "profile show", "add", "run", "inbox", "submission", "approve", "edit",
                "send-back", "reject", "answer", "tasks", "task", "receipts", "recognise", "gate check",
                "practice serve", "practice records", "doctor"}
    found = registered()
    assert contract <= set(found)
    assert all(each.title and all(argument.help for argument in each.arguments) for each in found.values())


@pytest.mark.browser
def test_recognise_gate_check_and_doctor_answer_as_agreed(home: Path, tmp_path: Path) -> None:
    page = tmp_path / "form.html"
    page.write_text("<!doctype html><html lang=en><form><label>Email <input name=m type=email></label></form>")
    (row,) = countersign(home, "recognise", str(page), "--json").json
    has(row, selector=str, id=str, name=str, label=str, kind=str, subject=str, tier=str, confidence=float, why=str)
    assert (row["kind"], row["tier"]) == ("email", "fill")
    gate = countersign(home, "gate", "check", "--json")
    assert (gate.code, gate.json["leaks"]) == (0, 0)
    for channel in gate.json["channels"]:
        has(channel, name=str, result=str)
    doctor = countersign(home, "doctor", "--json")
    assert doctor.code == 0, doctor.out
    for check in doctor.json:
        has(check, check=str, ok=bool, fix=str)
    empty = countersign(home, "practice", "records", "--json")
    assert (empty.code, empty.json) == (0, [])
