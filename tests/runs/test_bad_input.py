"""Bad input gets a clear sentence, costs nothing that was there, and leaves every task in a true state."""

from __future__ import annotations

import contextlib
import re
import socket
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, text

from agent.desk import Desk, registered
from agent.intake.errors import BadAddress, BadFile, BadText
from agent.practice import PracticeSite, requests
from agent.profile.errors import ImportProblem, ProfileError
from agent.store.problems import CannotRecord, NewerDatabase, NotFound, NotNow
from agent.store.tables import Step
from tests.gate.test_proxy import certificate
from tests.parts.recording import Arrived, RecordingSite, Reply
from tests.runs.household import METER, Person


def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def unusable(request: Arrived) -> Reply:
    kinds = {"/letter.pdf": ("application/pdf", b"%PDF-1.4\n"), "/data": ("application/json", b'{"a": 1}')}
    if request.target in kinds:
        kind, body = kinds[request.target]
        return Reply(body=body, headers=(("Content-Type", kind),))
    return Reply(404, b"<h1>Not here</h1>")


@pytest.mark.browser
async def test_a_page_that_can_not_be_used_fails_the_task_with_a_reason(person: Person, tmp_path: Path) -> None:
    prose = "<!doctype html><html lang=en><title>Prose</title><h1>Prose</h1><p>Nothing to fill in.</p>"
    context, _ = certificate(tmp_path)
    with RecordingSite({"/prose": prose}, unusable) as site, RecordingSite({"/": prose}, tls=context) as untrusted:
        expected = {
            "http://no-such-name.invalid/": "name is not known",
            f"http://127.0.0.1:{closed_port()}/": "nothing answers",
            f"{untrusted.url}/": "certificate is not trusted",
            f"{site.url}/letter.pdf": "a file to download, not a web page|not a web page but application/pdf",
            f"{site.url}/data": "not a web page but application/json",
            f"{site.url}/gone": "404",
            f"{site.url}/prose": "no form",
        }
        ids = {person.add("Send my name", url): url for url in expected}
        states = await person.run()
        assert states == dict.fromkeys(ids, "failed")
        for number, url in ids.items():
            message = person.task(number)["message"]
            assert re.search(expected[url], message), f"{url}: {message}"
            assert not re.search(r"net::|Traceback|Error\b|ERR_", message), message
        assert untrusted.arrived == []
        assert site.writes == []
        assert person.call("inbox") == []


def test_a_task_that_can_not_be_filed_is_not_filed(person: Person, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    for more, problem in (
            ({"text": "Do it", "url": "ftp://a.example/"}, BadAddress),
            ({"text": "Do it", "url": "https://me@a.example/"}, BadAddress),
            ({"text": " ", "url": "a.example"}, BadText),
            ({"text": "Do it", "url": "a.example", "file": [str(tmp_path / "none.pdf")]}, BadFile),
            ({"text": "Do it", "url": "a.example", "file": [str(tmp_path)]}, BadFile),
            ({"text": "Do it", "url": "a.example", "file": [str(tmp_path / "empty.pdf")]}, BadFile)):
        with pytest.raises(problem):
            person.call("add", **more)
    assert person.call("tasks") == []
    assert list((person.home / "attachments").iterdir()) == []


def test_files_are_copied_for_the_person_alone(person: Person, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "bill.txt").write_text(folder)
    number = person.add("Do it", "https://a.example/", file=[str(tmp_path / f / "bill.txt") for f in "ab"])
    assert person.task(number)["files"] == ["bill.txt", "bill-2.txt"]
    kept = [path for path in (person.home / "attachments").rglob("*") if path.is_file()]
    assert sorted(path.read_text() for path in kept) == ["a", "b"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}


@pytest.mark.parametrize(("kind", "value"), [
    ("email", "nobody"), ("bday", "1986-02-30"), ("tel", "12"), ("iban", "GB00 0000"), ("no-such-kind", "x"),
    ("email", "")])
def test_a_bad_fact_changes_nothing(person: Person, kind: str, value: str) -> None:
    before = person.call("profile show")
    with pytest.raises(ProfileError):
        person.call("profile set", kind=kind, value=value)
    assert person.call("profile show") == before


def test_a_bad_line_in_a_profile_file_changes_nothing(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text('{\n "given-name": "Nora",\n "email": "nobody"\n}')
    before = person.call("profile show")
    with pytest.raises(ImportProblem, match=r"line 3.*email"):
        person.call("profile import", file=str(file))
    for wrong in (tmp_path / "none.json", tmp_path):
        with pytest.raises(ImportProblem):
            person.call("profile import", file=str(wrong))
    assert person.call("profile show") == before


@pytest.mark.parametrize(("name", "more"), [
    ("submission", {"id": "s9"}), ("approve", {"id": "s9"}), ("edit", {"id": "s9", "set": ["a=b"]}),
    ("send-back", {"id": "s9", "text": "x"}), ("reject", {"id": "s9"}), ("task", {"id": "t9"}),
    ("cancel", {"id": "t9"}),
    ("retry", {"id": "t9"}), ("answer", {"question": "q9", "value": "x"}), ("profile remove", {"kind": "iban"}),
    ("submission", {"id": "t1"}), ("task", {"id": ""}), ("task", {"id": "t-1"}), ("task", {"id": "9" * 40})])
def test_what_does_not_exist_is_said(person: Person, name: str, more: dict[str, object]) -> None:
    with pytest.raises(NotFound):
        person.call(name, **more)


def test_a_database_of_a_newer_version_is_left_alone(person: Person) -> None:
    person.add("Do it", "https://a.example/")
    path = person.home / "countersign.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num='9999'")
    for name in ("tasks", "inbox", "profile show", "receipts"):
        with pytest.raises(NewerDatabase, match="newer version"):
            person.call(name)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM task").fetchone() == (1,)


@pytest.mark.browser
@pytest.mark.parametrize(("when", "after", "arrived"), [
    pytest.param("Filling in", "done", 0, marks=pytest.mark.slow),
    ("Sending s1", "done", 0), ("The site answered", "unknown", 1)])
async def test_a_full_disk_stops_the_sending_and_loses_nothing(
        person: Person, site: PracticeSite, when: str, after: str, arrived: int) -> None:
    person.add(METER, site.pages["meter-reading"])
    await person.run()
    person.call("approve", id="s1")
    desk = Desk(str(person.home), lambda text: fill_up(desk) if when in text else None)
    with pytest.raises(CannotRecord, match="Free some disk space and run again"):
        await registered()["run"].call(desk, until_idle=True)
    desk.close()
    assert len(writes(site)) == arrived
    assert person.call("submission", id="s1")["state"] == ("answered" if arrived else "approved")
    await person.run()
    assert person.state() == after
    assert len(writes(site)) == 1
    assert len(person.call("receipts")) == 1


def writes(site: PracticeSite) -> list[bytes]:
    return [each.raw for each in requests(site.database) if each.method != "GET"]


def fill_up(desk: Desk) -> None:
    """Lets the database grow no more, as on a full disk, and takes what room is left in it."""
    engine = desk.store.engine
    with engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    engine.dispose()

    @event.listens_for(engine, "connect")
    def _small(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]  # a plain DBAPI connection

    for size in (4000, 400, 40, 1):
        with contextlib.suppress(CannotRecord):
            for _ in range(2000):
                with desk.store.write() as session:
                    session.add(Step(run_id=1, text="x" * size))


@pytest.mark.browser
async def test_wrong_states_are_refused_in_words(person: Person, site: PracticeSite) -> None:
    number = person.add(METER, site.pages["meter-reading"])
    with pytest.raises(NotNow, match="only a finished task"):
        person.call("retry", id=number)
    await person.run()
    with pytest.raises(NotNow, match="not a step of a longer form"):
        person.call("approve", id="s1", steps=True)
    with pytest.raises(NotNow, match="Say what should be different"):
        person.call("send-back", id="s1", text=" ")
    person.call("reject", id="s1")
    for verb in ("approve", "reject"):
        with pytest.raises(NotNow, match="rejected; nothing was sent"):
            person.call(verb, id="s1")
    with pytest.raises(NotNow, match="can't be cancelled"):
        person.call("cancel", id=number)
