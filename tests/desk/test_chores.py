"""Chores on the command line: the contract's shapes, nothing guessed, and every change taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from agent.cli import main

Ask = Callable[..., Any]
RULE = ("--rule", "FREQ=MONTHLY;BYDAY=1MO", "--start", "2026-12-07T09:00", "--zone", "Europe/London")


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    def one(*words: str, code: int = 0) -> Any:
        assert main([*words, "--json"]) == code
        return json.loads(capsys.readouterr().out)
    return one


def test_the_contract(ask: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    (made,) = ask("chore", "add", "Submit {reading} for {period}", *RULE, "--url", "https://example.org/form")
    for name, kind in (("id", str), ("text", str), ("rule", str), ("zone", str), ("next", list), ("sentence", str)):
        assert isinstance(made[name], kind)
    assert (made["id"], made["zone"], len(made["next"])) == ("h1", "Europe/London", 5)
    assert made["sentence"] == "On the first Monday of every month at 09:00"
    for at in made["next"]:
        when = datetime.fromisoformat(at)
        assert when.utcoffset() is not None
        assert (when.weekday(), when.day <= 7, when.hour) == (0, True, 9)
    assert ask("chore", "list") == [made]
    (more,) = ask("chore", "next", "h1", "-n", "9")
    assert more["next"][:5] == made["next"]
    assert len(more["next"]) == 9
    (gone,) = ask("chore", "remove", "h1")
    assert gone["next"] == []
    assert ask("chore", "list") == []
    assert main(["chore", "undo", "h1"]) == 0
    assert "{reading} asked each time" in capsys.readouterr().out


@pytest.mark.parametrize(("words", "said"), [
    (("Pay the rent", "--when", "monthly on the 31st at 9"), "--choice"),
    (("Pay the rent", "--when", "now and then"), "No recurrence"), (("Pay the rent",), "No recurrence"),
    (("Pay the rent", "--rule", "FREQ=HOURLY", "--start", "2026-12-07T09:00"), "daily"),
    (("Pay the rent", "--rule", "FREQ=DAILY"), "--start"),
    (("Pay the rent", *RULE[:4], "--zone", "Mars/Base"), "time zone"),
    (("Pay {}", *RULE), "braces"), (("Pay", "--rule", "FREQ=DAILY;UNTIL=20200101", *RULE[2:]), "no date"),
    (("Pay", "--rule", "FREQ=DAILY", "--start", "2026-12-07T09:00+01:00"), "local time"),
])
def test_what_can_not_be_used_is_refused_and_nothing_filed(ask: Ask, words: tuple[str, ...], said: str) -> None:
    assert said in ask("chore", "add", *words, code=1)["error"]
    assert ask("chore", "list") == []


def test_a_chore_out_of_one_sentence(ask: Ask) -> None:
    (made,) = ask("chore", "add", "Renew my passport two weeks before my passport expires at 10:00")
    assert (made["text"], made["rule"], made["next"]) == ("Renew my passport", "BEFORE=2W;FACT=passport-expiry", [])
    assert "does not say the passport expiry yet" in made["problem"]
    expires = date.today() + timedelta(days=400)
    ask("profile", "set", "passport-expiry", expires.isoformat())
    (known,) = ask("chore", "list")
    assert [at[:16] for at in known["next"]] == [f"{expires - timedelta(days=14)}T10:00"]


def test_each_change_is_taken_back(ask: Ask) -> None:
    (made,) = ask("chore", "add", "Submit {reading}", *RULE, "--catch-up", "each")
    for words in (("edit", "h1", "--when", "every day at 8"), ("edit", "h1", "--text", "Other {thing}"),
                  ("pause", "h1"), ("skip", "h1"), ("edit", "h1", "--keep", "reading=7"),
                  ("edit", "h1", "--catch-up", "skip"), ("edit", "h1", "--zone", "Asia/Tokyo"), ("remove", "h1")):
        (changed,) = ask("chore", *words)
        assert changed != made
        assert changed["undo"]
        assert ask("chore", "undo", "h1") == [made], words
    assert "nothing to take back" in ask("chore", "undo", "h1", code=1)["error"]


def test_single_times(ask: Ask) -> None:
    (made,) = ask("chore", "add", "Submit {reading} of {month}", *RULE)
    second = made["next"][1][:10]
    (skipped,) = ask("chore", "skip", "h1", "--at", second)
    assert skipped["next"][:2] == [made["next"][0], made["next"][2]]
    assert "skipped already" in ask("chore", "skip", "h1", "--at", second, code=1)["error"]
    assert "does not come" in ask("chore", "skip", "h1", "--at", "2026-12-08", code=1)["error"]
    assert "no name" not in ask("chore", "give", "h1", "--set", "rate=1", code=1)["error"]
    ask("chore", "give", "h1", "--set", "reading=48213")
    done = ask("chore", "run", "h1", "--instead")
    month = datetime.fromisoformat(made["next"][0]).strftime("%B")
    assert done["local"] == made["next"][0][:19]
    assert ask("task", done["task"])["text"] == f"Submit 48213 of {month}"
    (after,) = ask("chore", "list")
    assert after["next"][0] == made["next"][2]
    days = ask("chore", "agenda", "--from", made["next"][0][:10], "--to", made["next"][2][:10])
    assert [each["state"] for day in days for each in day["entries"]] == ["made", "skipped", "coming"]
    shown = ask("chore", "show", "h1")
    assert [each["state"] for each in shown["occurrences"]] == ["skipped", "made"]


def test_all_are_paused_and_resumed(ask: Ask) -> None:
    for _ in range(2):
        ask("chore", "add", "Pay the rent", *RULE)
    assert [each["paused"] for each in ask("chore", "pause")] == [True, True]
    assert ask("chore", "pause") == []
    assert [each["paused"] for each in ask("chore", "resume", "h2")] == [False]


def test_a_calendar_goes_out_and_comes_back(ask: Ask, tmp_path: Path) -> None:
    (made,) = ask("chore", "add", "Submit {reading}", *RULE, "--url", "https://example.org/form")
    path = str(tmp_path / "chores.ics")
    assert ask("chore", "export", path)["chores"] == ["h1"]
    again = ask("chore", "import", path)
    assert ([each["title"] for each in again["refused"]], again["chores"]) == (["Submit {reading}"], [])
    ask("chore", "remove", "h1")
    seen = ask("chore", "import", path, "--check")
    assert ask("chore", "list") == []
    taken = ask("chore", "import", path, "--seen", seen["seen"])
    (new,) = taken["chores"]
    assert (new["next"], new["url"], taken["offered"]) == (made["next"], "", {"h2": "https://example.org/form"})
    assert seen["chores"][0]["next"] == made["next"]
    assert "can't be read" in ask("chore", "import", str(tmp_path / "none.ics"), code=1)["error"]


def test_what_was_looked_at_is_what_is_taken_and_no_file_is_written_over(ask: Ask, tmp_path: Path) -> None:
    """The attack: another file is put in the place of the one that was shown."""
    ask("chore", "add", "Submit {reading}", *RULE)
    path = tmp_path / "chores.ics"
    ask("chore", "export", str(path))
    ask("chore", "remove", "h1")
    seen = ask("chore", "import", str(path), "--check")["seen"]
    good = path.read_bytes()
    path.write_bytes(good.replace(b"Submit", b"Cancel"))
    assert "has changed" in ask("chore", "import", str(path), "--seen", seen, code=1)["error"]
    assert ask("chore", "list") == []
    assert "exists already" in ask("chore", "export", str(path), code=1)["error"]
    assert b"Cancel" in path.read_bytes()
    ask("chore", "undo", "h1")
    assert ask("chore", "export", str(path), "--force")["file"] == str(path)
    assert b"Submit" in path.read_bytes()


def test_a_zone_that_nobody_knows_is_said_before_it_is_taken(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "odd.ics"
    path.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Pay the rent\r\n"
                    "DTSTART;TZID=Mars/Base:20261207T090000\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO\r\nEND:VEVENT\r\n"
                    "END:VCALENDAR\r\n")
    (note,) = ask("chore", "import", str(path), "--check")["notes"]
    assert "“Mars/Base” is not known" in note


def test_files_and_terms_are_changed_and_taken_back(ask: Ask, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(name)
    (made,) = ask("chore", "add", "Pay the rent", *RULE, "--url", "https://example.org/form", "--file",
                  str(tmp_path / "one.txt"), "--limit", "50 GBP", "--data", "health")
    assert (made["files"], made["data"], made["sites"]) == (["one.txt"], ["health"], [])
    for words, name, now in (
            (("--file", str(tmp_path / "two.txt")), "files", ["one.txt", "two.txt"]),
            (("--without-file", "one.txt"), "files", []), (("--limit", "none"), "limit", ""),
            (("--data", "none"), "data", []), (("--site", "https://other.example/"), "sites", ["https://other.example/"])):
        (changed,) = ask("chore", "edit", "h1", *words)
        assert (changed[name], {**changed, name: made[name], "undo": ""}) == (now, made)
        assert ask("chore", "undo", "h1") == [made]
    (both,) = ask("chore", "edit", "h1", "--without-file", "one.txt", "--file", str(tmp_path / "two.txt"))
    assert both["files"] == ["two.txt"]
    task = ask("chore", "run", "h1")["task"]
    assert [each["name"] for each in ask("task", task)["attachments"]] == ["two.txt"]
    for words, said in ((("--without-file", "none.txt"), "No file"), (("--limit", "much"), "much"),
                        (("--file", "/nowhere"), "nowhere"), (("--data", "shoes"), "shoes")):
        assert said in ask("chore", "edit", "h1", *words, code=1)["error"]


def test_several_places_are_said_and_become_a_chore_each_where_that_is_wanted(
        ask: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Download my bill {month}\nhttps://water.example/\nhttps://power.example/ with account 7"
    assert main(["chore", "add", text, *RULE]) == 0
    assert "lists 2 places" in capsys.readouterr().err
    ask("chore", "remove", "h1")
    each = ask("chore", "add", text, *RULE, "--each")
    assert [one["url"] for one in each] == ["https://water.example/", "https://power.example/"]
    assert "account 7" in each[1]["text"]
    assert "account 7" not in each[0]["text"]
    assert "no several places" in ask("chore", "add", "Pay the rent", *RULE, "--each", code=1)["error"]


def test_a_run_that_comes_due_makes_its_task(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    (made,) = ask("chore", "add", "Submit {reading}", *RULE, "--url", "https://example.org/form")
    later = datetime.fromisoformat(made["next"][2]) + timedelta(minutes=1)
    monkeypatch.setattr("agent.chores.clock.wall", lambda: later)
    done = ask("run", "--until-idle")
    assert [(each["id"], each["state"]) for each in done["tasks"]] == [("t1", "needs_answer")]
    assert ask("run", "--until-idle")["tasks"] == done["tasks"]
    task = ask("task", "t1")
    assert (task["chore"], task["chore_time"]) == ("h1", made["next"][2][:19])
    assert task["chore_note"].startswith("Stands for 3 times that were missed, from ")
    (question,) = ask("questions")
    assert (question["label"], question["asks"]) == ("Reading", "value")
    ask("cancel", "t1")
    assert ask("questions") == []
    assert ask("retry", "t1")["state"] == "needs_answer"
    assert [each["label"] for each in ask("questions")] == ["Reading"]


def test_what_varies_in_a_text_is_told_before_it_is_kept(ask: Ask) -> None:
    found = ask("chore", "words", "Submit {meter reading} for {last_period}, {meter reading}")
    assert [(each["name"], each["label"], each["ask"]) for each in found["asked"]] == [
        ("meter reading", "Meter reading", True)]
    assert list(found["computed"]) == ["last_period"]
    assert found["problem"] == ""
    assert "braces" in ask("chore", "words", "Submit {}")["problem"]
    assert ask("chore", "list") == []


def test_a_document_proposes_and_the_person_chooses(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                    capsys: pytest.CaptureFixture[str]) -> None:
    ask("chore", "add", "Submit {reading}", *RULE, "--url", "https://example.org/form")
    mail, photo = tmp_path / "reading.eml", tmp_path / "meter.jpg"
    mail.write_bytes(b"Subject: x\r\nContent-Type: text/html\r\n\r\n<p>Your reading of 1 November was 48 213.</p>"
                     b"<p hidden>Your reading: 48 999</p>")
    photo.write_bytes(b"\xff\xd8\xff\xe0")
    for words, said in (((), "Nothing is given"), (("--attach", "--set", "reading=1"), "nothing to attach"),
                        (("--file", str(tmp_path / "none")), "no such file")):
        assert said in ask("chore", "give", "h1", *words, code=1)["error"]
    (given,) = ask("chore", "give", "h1", "--file", str(mail), "--file", str(photo))
    proposed = {"reading": [{"value": "48213", "where": "reading.eml: “Your reading of 1 November was 48 213”"}]}
    assert (given["proposed"], given["given"], given["attached"]) == (proposed, {}, [])
    assert given["notes"] == ["meter.jpg: It is damaged and can't be read."]
    assert ask("chore", "give", "h1", "--file", str(photo), "--attach")[0]["attached"] == ["meter.jpg"]
    assert main(["chore", "give", "h1", "--file", str(mail)]) == 0
    assert "not taken; choose with chore give h1 --set reading=…\n         48213   reading.eml: “" in (
        capsys.readouterr().out)
    assert ask("chore", "show", "h1")["occurrences"][0]["proposed"] == proposed
    later = datetime.fromisoformat(given["next"][0]) + timedelta(minutes=1)
    monkeypatch.setattr("agent.chores.clock.wall", lambda: later)
    ask("run", "--until-idle")
    task = ask("task", "t1")
    assert (task["state"], task["text"], task["files"]) == ("needs_answer", "Submit {reading}", ["meter.jpg"])
    (asked,) = ask("questions")
    assert (asked["options"], asked["asks"]) == (["48213"], "value")
    assert asked["hint"].splitlines()[-1] == f"48213: {proposed['reading'][0]['where']}"
    assert main(["questions"]) == main(["inbox"]) == 0
    assert "- 48213" in capsys.readouterr().out      # no place to answer by: 1 may be a reading
    ask("answer", asked["id"], "1")
    assert ask("task", "t1")["text"] == "Submit 1"


def test_a_proposal_is_chosen_beforehand(ask: Ask, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask("chore", "add", "Submit {reading}", *RULE, "--url", "https://example.org/form")
    text = tmp_path / "no\u202ete.txt"
    text.write_text("Reading: 48213\n")
    assert main(["chore", "give", "h1", "--file", str(text)]) == 0
    assert "48213   no⟨U+202E⟩te.txt: “Reading: 48213”" in capsys.readouterr().out
    (given,) = ask("chore", "give", "h1", "--set", "reading=48213")
    assert (given["given"], len(given["proposed"]["reading"])) == ({"reading": "48213"}, 1)
    assert ask("task", ask("chore", "run", "h1", "--instead")["task"])["text"] == "Submit 48213"
