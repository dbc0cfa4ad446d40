"""States, times, addresses and faces: the pure side of a task's screens."""

from datetime import UTC, datetime, timedelta

import pytest

from agent.protocol import TaskState
from desktop.task.address import host_of, open_site, site_of
from desktop.task.deeds import allowed
from desktop.task.face import Face, Shown, Turn, face_of, refilling, stays_in_review, turn
from desktop.task.steps import timeline
from desktop.task.words import Group, state_words
from desktop.theme.icons import FOLDER
from desktop.widgets.when import ago, clock, full, money, size, span
from tests.desktop.task import docs

NOW = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize("state", list(TaskState))
def test_every_state_has_words_an_icon_that_exists_and_a_tone(state: TaskState) -> None:
    found = state_words(state)
    assert found.words
    assert (FOLDER / f"{found.icon}.svg").exists()
    assert found.tone in ("neutral", "info", "success", "warning", "danger")


@pytest.mark.parametrize(("state", "paused", "group", "words"), [
    ("needs_review", False, Group.NEEDS_YOU, "Ready for your review"),
    ("needs_answer", False, Group.NEEDS_YOU, "Needs an answer"),
    ("running", False, Group.RUNNING, "Being prepared"),
    ("running", True, Group.RUNNING, "Paused"),
    ("queued", True, Group.QUEUED, "Paused"),
    ("needs_review", True, Group.NEEDS_YOU, "Ready for your review"),
    ("unknown", False, Group.NEEDS_YOU, "May or may not have arrived"),
    ("of a later version", False, Group.QUEUED, "In a state this version does not know"),
])
def test_a_state_in_words(state: str, paused: bool, group: Group, words: str) -> None:
    found = state_words(state, paused)
    assert (found.group, found.words) == (group, words)


@pytest.mark.parametrize(("back", "words"), [
    (timedelta(seconds=20), "just now"), (timedelta(minutes=4), "4 min ago"), (timedelta(hours=3), "16:00"),
    (timedelta(hours=22), "yesterday"), (timedelta(days=20), "3 Nov"), (timedelta(days=400), "19 Oct 2025"),
    (timedelta(seconds=-90), "just now"),
])
def test_how_long_ago(back: timedelta, words: str) -> None:
    assert ago((NOW - back).isoformat(), NOW, UTC) == words


def test_what_is_no_time_is_not_invented() -> None:
    assert (ago("", NOW), clock("x"), full("")) == ("", "", "a day that is not known")
    assert full("2026-11-03T14:03:20Z", UTC) == "3 November 2026 at 14:03"


@pytest.mark.parametrize(("seconds", "words"), [(0, "0 s"), (59.9, "59 s"), (65, "1 min 5 s"), (3725, "1 h 2 min"),
                                                (-3, "0 s")])
def test_spans(seconds: float, words: str) -> None:
    assert span(seconds) == words


def test_sizes_and_money() -> None:
    assert [size(each) for each in (310, 12_400, 3_400_000)] == ["310 bytes", "12 kB", "3.4 MB"]
    assert [money(each) for each in (0, 0.004, 0.129)] == ["no cost", "less than $0.01", "$0.13"]


@pytest.mark.parametrize(("url", "site"), [
    ("https://energy.example/reading?x=1#y", "https://energy.example/"),
    ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/"),
    ("https://me:secret@energy.example/", "https://energy.example/"),
    ("http://[::1]:99/", "http://[::1]:99/"),
    ("file:///etc/passwd", ""), ("javascript:alert(1)", ""), ("mailto:a@b.example", ""), ("https:///x", ""),
    ("https://energy.example:notaport/", ""), ("", ""),
])
def test_only_the_site_of_a_web_address_is_ever_opened(url: str, site: str) -> None:
    assert site_of(url) == site


def test_nothing_but_a_web_address_is_opened() -> None:
    assert not open_site("file:///etc/passwd")
    assert host_of("https://energy.example:8443/x") == "energy.example:8443"


@pytest.mark.parametrize(("state", "waits", "face"), [
    ("needs_review", ["s4"], Shown(Face.REVIEW, "s4")),
    ("needs_review", ["q1", "s4"], Shown(Face.REVIEW, "s4")),
    ("running", ["s4"], Shown(Face.REVIEW, "s4")),
    ("needs_answer", ["q1", "q2"], Shown(Face.QUESTIONS)),
    ("running", ["q1"], Shown(Face.QUESTIONS)),
    ("needs_review", [], Shown(Face.TASK)),
    ("running", [], Shown(Face.LIVE)),
    ("sending", [], Shown(Face.LIVE)),
    ("unknown", [], Shown(Face.UNKNOWN)),
    ("unknown", ["s4"], Shown(Face.UNKNOWN)),
    ("cancelled", ["q1"], Shown(Face.TASK)),
    ("done", [], Shown(Face.DONE)),
    ("queued", [], Shown(Face.TASK)),
    ("failed", [], Shown(Face.TASK)),
    ("of a later version", [], Shown(Face.TASK)),
])
def test_the_face_of_a_task(state: str, waits: list[str], face: Shown) -> None:
    assert face_of(state, waits) == face


@pytest.mark.parametrize(("showing", "wanted", "half_done", "step"), [
    (None, Shown(Face.LIVE), True, Turn.SHOW),
    (Shown(Face.LIVE), Shown(Face.LIVE), True, Turn.STAY),
    (Shown(Face.LIVE), Shown(Face.DONE), False, Turn.SHOW),
    (Shown(Face.QUESTIONS), Shown(Face.LIVE), True, Turn.TELL),
    (Shown(Face.REVIEW, "s1"), Shown(Face.REVIEW, "s2"), False, Turn.SHOW),
    (Shown(Face.REVIEW, "s1"), Shown(Face.REVIEW, "s2"), True, Turn.TELL),
])
def test_a_face_never_changes_under_the_persons_hands(showing: Shown | None, wanted: Shown, half_done: bool,
                                                      step: Turn) -> None:
    assert turn(showing, wanted, half_done) is step


def test_a_sheet_that_is_being_edited_stays_in_view() -> None:
    review = Shown(Face.REVIEW, "s1")
    assert refilling(review, Shown(Face.LIVE), "running")
    assert refilling(review, Shown(Face.TASK), "queued")
    assert not refilling(review, Shown(Face.TASK), "cancelled")
    assert not refilling(review, Shown(Face.QUESTIONS), "needs_answer")
    assert not refilling(Shown(Face.LIVE), Shown(Face.TASK), "queued")
    assert stays_in_review("editing")
    assert not stays_in_review("approved")


def test_what_may_be_done_to_tasks() -> None:
    rows = [("t1", "queued", False), ("t2", "running", True), ("t3", "sending", False), ("t4", "failed", False),
            ("t5", "unknown", False), ("t6", "done", False), ("t7", "needs_review", False), ("t8", "cancelled", True)]
    may = allowed(rows)
    assert may.cancel == ("t1", "t2", "t7")
    assert may.retry == ("t4", "t8")
    assert may.pause == ("t1",)
    assert may.resume == ("t2",)


def test_a_time_line_of_several_attempts() -> None:
    first = docs.run(("Opened a", "Read it"), "ended", "The site was down.")
    second = docs.run(("Opened a",), "running")
    lines = timeline([first, second])
    assert [each.kind for each in lines] == ["run", "step", "step", "end", "run", "step"]
    assert timeline([docs.run(("One", "Two"), "ended", "Two")])[-1].text == "Two"


def test_a_long_time_line_is_cut_at_its_beginning() -> None:
    lines = timeline([docs.run(tuple(f"Step {place}" for place in range(50)))], most=10)
    assert len(lines) == 11
    assert lines[0].text == "40 earlier steps are not shown"
    assert lines[-1].text == "Step 49"
