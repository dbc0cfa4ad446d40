"""Where the practice stands for a task's state, and the check in plain words."""

from __future__ import annotations

import pytest

from desktop.gallery.welcome import CHECKS, NO_BROWSER, task
from desktop.welcome.phases import Phase, Standing, checks, standing, verdict


@pytest.mark.parametrize(("state", "waits", "wanted"), [
    ("queued", (), Standing(Phase.WORKING)),
    ("running", (), Standing(Phase.WORKING)),
    ("needs_review", ("s7",), Standing(Phase.REVIEWING, "s7")),
    ("needs_review", ("q1", "s8", "s9"), Standing(Phase.REVIEWING, "s8")),
    ("needs_review", (), Standing(Phase.WORKING)),
    ("needs_answer", ("q1",), Standing(Phase.ASKING)),
    ("sending", (), Standing(Phase.SENDING)),
])
def test_what_is_shown_for_a_state(state: str, waits: tuple[str, ...], wanted: Standing) -> None:
    assert standing(task(state, waits)) == wanted


@pytest.mark.parametrize("state", ["failed", "cancelled", "unknown"])
def test_an_end_without_receipt_says_why(state: str) -> None:
    stands = standing(task(state, message="The page was gone."))
    assert stands.phase is Phase.STOPPED
    assert stands.reason.endswith("The page was gone.")


def test_done_leads_to_the_receipt() -> None:
    assert standing(task("done", receipt="r3")) == Standing(Phase.FILED, "r3")
    assert standing(task("done")).phase is Phase.STOPPED


def test_the_check_is_honest() -> None:
    assert verdict(CHECKS) == ("Everything is in order.", "success")
    assert verdict(NO_BROWSER)[1] == "warning"
    assert "not tried" in verdict(CHECKS[:-1])[0]
    assert verdict([*CHECKS[:-1], {**CHECKS[-1], "ok": False, "fix": "leak"}])[1] == "danger"


def test_checks_are_said_in_plain_words() -> None:
    said = checks([*NO_BROWSER, {"check": "something new", "ok": True, "fix": "not shown"}])
    assert said[4].words == "There is a browser to work with"
    assert said[4].fix == "Run: playwright install chromium"
    assert (said[5].words, said[5].fix, said[5].ours) == ("something new", "", False)
