"""The agent as the app's child process: answers, tells, survives nonsense, ends with its input."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from agent.desk import Desk, registered
from agent.practice import PracticeSite, records, requests
from tests.faults.processes import Wake, descendants
from tests.parts.agent_client import PATIENCE, Client, Refused, client
from tests.runs.household import FACTS, METER, value_of


def test_it_answers_tells_and_ends_with_its_input(own_home: Path) -> None:
    with client(own_home) as agent:
        assert agent.ask("hello")["home"] == str(own_home.resolve())
        assert agent.ask("profile set", kind="email", value="e@example.org")["facts"] == {"email": "e@example.org"}
        agent.until(lambda: any(each["profile"] for each in agent.events("changed")))
        agent.until(lambda: {"working": True, "problem": ""} in agent.events("fleet"))
        assert agent.close() == 0


def test_nonsense_is_answered_and_does_no_harm(own_home: Path) -> None:
    with client(own_home) as agent:
        for line in (b"nonsense", b"[]", b'{"jsonrpc":"2.0"}', b'{"method":"board","params":[1],"id":1}', b"\xff\xfe"):
            agent.write(line)
        agent.until(lambda: sum(each.get("error", {}).get("code") == -32700 for each in agent.heard) == 5)
        with pytest.raises(Refused, match="knows no"):
            agent.ask("run")                       # what would never return is not offered
        with pytest.raises(Refused, match="-32602"):
            agent.ask("task", wrong=1)
        with pytest.raises(Refused, match="There is no task t9"):
            agent.ask("task", id="t9")
        agent.write(b'{"jsonrpc":"2.0","method":"profile set","params":{"kind":"email","value":"q@example.org"}}')
        agent.until(lambda: agent.ask("profile show")["facts"] == {"email": "q@example.org"})  # unasked for, unanswered


def test_a_home_of_a_newer_version_is_refused_in_words(own_home: Path) -> None:
    import sqlite3
    from contextlib import closing

    desk = Desk(str(own_home))
    registered()["profile show"].call(desk)
    desk.close()
    with closing(sqlite3.connect(own_home / "countersign.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    agent = Client(own_home)
    agent.process.wait(60)
    assert agent.close() == 1
    assert "newer version" in agent.heard[0]["error"]["message"]


def test_a_second_worker_says_why_it_does_not_work(own_home: Path) -> None:
    with client(own_home) as one:
        one.until(lambda: {"working": True, "problem": ""} in one.events("fleet"))
        with client(own_home) as two:
            two.until(lambda: any("Another Countersign" in each["problem"] for each in two.events("fleet")))
            two.ask("profile set", kind="email", value="e@example.org")
            one.until(lambda: any(each["profile"] for each in one.events("changed")))   # each hears of the other


@pytest.mark.browser
def test_a_task_runs_is_watched_and_decided(own_home: Path, tmp_path: Path) -> None:
    with PracticeSite(tmp_path / "council.db") as site, client(own_home) as agent:
        for kind, value in FACTS.items():
            agent.ask("profile set", kind=kind, value=value)
        task = agent.ask("add", text=METER, url=site.pages["meter-reading"])["task"]
        agent.until(lambda: any(each["picture"] and each["known"] for each in agent.events("live")))
        seen = next(each for each in agent.events("live") if each["picture"] and each["known"])
        assert ("profile", FACTS["meter-number"]) in [
            (each["source"], each["value"]) for each in seen["known"] if each["detail"] == "meter-number"]
        assert seen["box"][2] > 0
        agent.until(lambda: [each for each in agent.ask("board")["rows"] if each["waits"] == ["s1"]])
        assert any(task in each["tasks"] for each in agent.events("changed"))
        held = agent.ask("submission", id="s1")
        assert {row["last"] for row in held["fields"]} == {None}
        agent.ask("approve", id="s1", digest=held["digest"])
        agent.until(lambda: agent.events("ended") == [{"task": task}])
        (record,) = records(site.database)
        assert record.fields["reading"] == "48213"
        assert not list((own_home / "pictures").glob("live-*"))
        detail = agent.ask("receipt", id="r1")
        assert [(each["verb"], each["digest"]) for each in detail["approvals"]] == [("approve", held["digest"])]
        assert [each["site"] for each in next(fact for fact in agent.ask("profile facts")
                                              if fact["kind"] == "meter-number")["disclosed"]] == [site.url[7:]]
        agent.ask("add", text=METER.replace("48213", "48300"), url=site.pages["meter-reading"])
        agent.until(lambda: any(each["kind"] == "submission" for each in agent.ask("inbox")))
        again = agent.ask("submission", id="s2")
        assert next(row["last"] for row in again["fields"] if row["name"] == "reading") == "48213"
        assert value_of(again, "reading") == "48300"


@pytest.mark.browser
@pytest.mark.slow
def test_a_paused_task_does_nothing_until_it_may(own_home: Path, tmp_path: Path) -> None:
    with PracticeSite(tmp_path / "council.db") as site, client(own_home) as agent:
        for kind, value in FACTS.items():
            agent.ask("profile set", kind=kind, value=value)
        task = agent.ask("add", text=METER, url=site.pages["meter-reading"])["task"]
        agent.ask("pause", id=task)
        agent.until(lambda: any(each["paused"] for each in agent.events("live"))
                    or agent.ask("task", id=task)["state"] == "queued")
        assert agent.ask("inbox") == []
        agent.ask("resume", id=task)
        agent.until(lambda: agent.ask("inbox"))
        assert requests(site.database) == []


@pytest.mark.browser
def test_the_app_going_away_leaves_nothing_behind(own_home: Path, tmp_path: Path) -> None:
    with PracticeSite(tmp_path / "council.db") as site, client(own_home) as agent:
        for kind, value in FACTS.items():
            agent.ask("profile set", kind=kind, value=value)
        agent.ask("add", text=METER, url=site.pages["meter-reading"])
        agent.until(lambda: agent.ask("inbox"))
        children = descendants(agent.process.pid)
        assert children
        assert agent.close() == 0
        assert requests(site.database) == []
    from tests.faults.processes import alive
    assert not any(alive(each) for each in children)


@pytest.mark.browser
def test_a_killed_worker_sends_nothing_twice(own_home: Path, tmp_path: Path) -> None:
    with PracticeSite(tmp_path / "council.db") as site:
        with client(own_home) as agent:
            for kind, value in FACTS.items():
                agent.ask("profile set", kind=kind, value=value)
            agent.ask("add", text=METER, url=site.pages["meter-reading"])
            agent.until(lambda: agent.ask("inbox"))
            agent.process.send_signal(signal.SIGKILL)
            agent.process.wait(30)
        with client(own_home) as agent:
            held = agent.ask("submission", id="s1")
            assert held["state"] == "held"
            agent.ask("approve", id="s1", digest=held["digest"])
            agent.until(lambda: agent.ask("task", id="t1")["state"] == "done")
        assert len(records(site.database)) == 1


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_kept_ready_asks_nobody_and_does_not_outlive_a_killed_worker(own_home: Path, tmp_path: Path) -> None:
    with PracticeSite(tmp_path / "council.db") as site, client(own_home) as agent:
        agent.ask("cancel", id=agent.ask("add", text=METER)["task"])           # used before
        assert agent.close() == 0
        with client(own_home) as again:
            again.until(lambda: [each for each in descendants(again.process.pid) if "chrom" in each.name.lower()])
            children = descendants(again.process.pid)
            again.process.send_signal(signal.SIGKILL)
            assert Wake(children, PATIENCE).over()
        assert requests(site.database) == []
