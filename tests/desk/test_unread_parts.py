"""What can't be read for sure is not covered by approving the whole: each such thing needs a yes of its own."""

from __future__ import annotations

import gzip
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.desk import Desk, registered
from agent.gate.fields import MAX_FIELDS
from agent.protocol import Digest, SubmissionState, TaskState
from agent.review.sheet_json import sheet_to_json
from agent.store import ledger, submissions, tasks
from agent.store.problems import NotNow
from agent.store.tables import Submission, Task
from tests.review.pages import page, sent, sheet_of, wire

Holds = Callable[..., dict[str, Any]]


@pytest.fixture
def holds(own_home: Path) -> Iterator[Holds]:
    desk = Desk(str(own_home))
    task = tasks.add(desk.store, Task(text="a task", title="a task", url="https://council.example/"))
    run = tasks.start_run(desk.store, task.id or 0)
    tasks.change(desk.store, task.id or 0, state=TaskState.NEEDS_REVIEW)

    def make(decoded: Any) -> dict[str, Any]:
        sheet = sheet_to_json(sheet_of(decoded, page()))
        ledger.hold(desk.store, Submission(task_id=task.id or 0, run_id=run.id or 0, method="POST",
                                           url="https://council.example/send", origin="https://council.example",
                                           digest=Digest("d1"), sheet=sheet))
        return {"approve": lambda *accept: registered()["approve"].call(desk, id="s1", digest="d1",
                                                                        accept=list(accept)),
                "state": lambda: submissions.get(desk.store, 1).state}

    yield make
    desk.close()


MULTI = "multipart/form-data; boundary=----WebKitFormBoundaryABCDABCDABCDABCD"
BINARY_PART = (b"------WebKitFormBoundaryABCDABCDABCDABCD\r\n"
               b'Content-Disposition: form-data; name="blob"\r\n\r\n\xff\xfe'
               b"\r\n------WebKitFormBoundaryABCDABCDABCDABCD--\r\n")


@pytest.mark.parametrize(("decoded", "names"), [
    (sent(b"\x00\x01", "application/octet-stream"), ["(body)"]),
    (sent(b"\x08\x96\x01", "application/x-protobuf"), ["(body)"]),
    (sent(b"a=1", headers=(("Content-Encoding", "br"),)), ["(body)", "problem 1"]),
    (sent(BINARY_PART, MULTI), ["blob", "problem 1"]),
    (sent("&".join(f"k{i}={i}" for i in range(MAX_FIELDS + 1))), ["(not shown)", "problem 1"]),
    (sent("a=1;amount=9000"), ["problem 1"]),
    (sent('{"a": 1, "a": 9000}', "application/json"), ["problem 1"]),
    (sent(gzip.compress(b"a=1") + b"more", headers=(("Content-Encoding", "gzip"),)), ["(body)", "problem 1"]),
], ids=["octets", "protobuf", "brotli", "part", "beyond the limit", "semicolon", "twice", "trailing"])
def test_approving_waits_for_a_yes_to_each_and_says_the_words_for_it(holds: Holds, decoded: Any,
                                                                     names: list[str]) -> None:
    held = holds(decoded)
    for less in range(len(names)):
        with pytest.raises(NotNow, match="your own yes") as refused:
            held["approve"](*names[:less], *names[less + 1:])
        assert f"--accept {shlex.quote(names[less])}" in str(refused.value)
        assert held["state"]() == SubmissionState.HELD
    held["approve"](*names)
    assert held["state"]() == SubmissionState.APPROVED


def test_a_readable_payload_needs_no_yes_of_its_own(holds: Holds) -> None:
    held = holds(wire(("reading", "48213")))
    held["approve"]()
    assert held["state"]() == SubmissionState.APPROVED


def test_a_field_named_like_a_problem_does_not_take_its_yes(holds: Holds) -> None:
    held = holds(sent(BINARY_PART.replace(b'"blob"', b'"problem 1"'), MULTI))
    with pytest.raises(NotNow):
        held["approve"]("problem 1")
    held["approve"]("problem 1", "problem 1")
    assert held["state"]() == SubmissionState.APPROVED


def test_a_name_that_cannot_be_typed_is_written_out_for_the_shell(holds: Holds) -> None:
    name = "a\x1b[2J\u202e'b"
    held = holds(sent(BINARY_PART.replace(b'"blob"', f'"{name}"'.encode()), MULTI))
    with pytest.raises(NotNow) as refused:
        held["approve"]()
    said = str(refused.value)
    assert all(char == "\n" or char.isprintable() for char in said)
    assert r"--accept $'a\U0000001b[2J\U0000202e\'b'" in said
