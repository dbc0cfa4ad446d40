"""The watch over what models are sent finds what is planted, in whole runs, and is not satisfied by silence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.runs.household import Person
from tests.vendor.oversight import Oversight, Tally, line_of, private_of, together, verdict
from tests.vendor.session import DATABASE

ROOT = Path(__file__).resolve().parents[2]
KEY = "sk-practice-4471-QRZT-0092"
IBAN = "GB29NWBK60161331926819"
SETTINGS = """[pytest]
addopts = -p no:cacheprovider
markers =
    told_to_model(*values): as in the suite
"""
CONFTEST = """
from tests.vendor.session import (  # as tests/conftest.py has them
    overseen, pytest_sessionfinish, pytest_terminal_summary, pytest_testnodedown)
"""
RUN = """
import base64, sqlite3, urllib.request
import pytest
from tests.vendor.oversight import HERE
from tests.vendor.scripts import in_turn
from tests.vendor.server import Vendor
from tests.vendor.turns import Say

KEY, IBAN = "sk-practice-4471-QRZT-0092", "GB29NWBK60161331926819"

def asks(text, header="hello"):
    with Vendor(in_turn(Say(text="Well."))) as vendor:
        data = ('{"model": "m", "messages": ["%s"]}' % text).encode()
        urllib.request.urlopen(urllib.request.Request(vendor.url, data, {
            "authorization": f"Bearer {KEY}", "x-note": header})).read()

@pytest.fixture
def home(tmp_path):
    database = sqlite3.connect(tmp_path / "countersign.db")
    database.execute("CREATE TABLE fact (kind, value, sensitivity)")
    for row in (("iban", IBAN, "private"), ("email", "eleanor@example.org", "personal")):
        database.execute("INSERT INTO fact VALUES (?, ?, ?)", row)
    database.commit()
    database.close()
"""
CLEAN = RUN + """
def test_says_what_it_may(home):
    asks("a form for {{fact:iban}}, eleanor@example.org")
"""
TELLING = CLEAN + """
def test_tells(home):
    asks("pay " + base64.b64encode(IBAN.encode()).decode())

def test_tells_its_key_in_the_body():
    asks(KEY[::-1])

def test_tells_a_password_in_a_header():
    HERE.secret("hunter2hunter2")
    asks("nothing", "hunter2hunter2".encode().hex())

@pytest.mark.told_to_model(IBAN)
def test_tells_on_purpose(home):
    asks(IBAN)

@pytest.mark.told_to_model(IBAN)
def test_tells_less_than_it_says(home):
    asks("nothing")
"""
SILENT = CLEAN + """
@pytest.fixture(autouse=True)
def deaf(monkeypatch):
    monkeypatch.setattr(HERE, "heard", lambda *_: None)
    monkeypatch.setattr(HERE, "closed", lambda *_: None)
"""


def whole_run(folder: Path, tests: str, *more: str) -> subprocess.CompletedProcess[str]:
    for name, text in (("pytest.ini", SETTINGS), ("conftest.py", CONFTEST), ("test_it.py", tests)):
        (folder / name).write_text(text, encoding="utf-8")
    around = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    return subprocess.run([sys.executable, "-m", "pytest", "-q", *more, str(folder)], cwd=folder, capture_output=True,
                          text=True, check=False, env={**around, "PYTHONPATH": str(ROOT)})


def test_a_run_that_tells_fails_and_says_where_and_not_what(tmp_path: Path) -> None:
    done = whole_run(tmp_path, TELLING, "-n", "2")
    assert done.returncode == 1, done.stdout
    assert re.search(r"^vendor requests 6, private facts 1, secrets 2$", done.stdout, re.MULTILINE), done.stdout
    assert "test_tells: request 1 holds iban" in done.stdout
    assert "test_tells_its_key_in_the_body: request 1 holds secret" in done.stdout
    assert "test_tells_less_than_it_says: a value marked as told to the model was in no request" in done.stdout
    assert "test_tells_on_purpose" not in done.stdout
    assert "6 passed, 4 errors" in done.stdout  # the tests themselves saw nothing


@pytest.mark.slow
@pytest.mark.parametrize(("tests", "code", "line"), [
    (CLEAN, 0, "vendor requests 1, private facts 0, secrets 0"),
    (SILENT, 1, "vendor tests ran, and nothing of what they sent was recorded")])
def test_a_clean_run_passes_and_one_of_which_nothing_was_recorded_does_not(
        tests: str, code: int, line: str, tmp_path: Path) -> None:
    done = whole_run(tmp_path, tests)
    assert (done.returncode, "1 passed" in done.stdout) == (code, True), done.stdout
    assert line in done.stdout


def test_a_server_that_counts_more_than_was_kept_is_told() -> None:
    watch = Oversight()
    watch.begin("one")
    watch.opened()
    watch.heard(7, "/v1/messages", {}, b"{}")
    watch.closed(7, 2)
    watch.end()
    assert verdict(watch.tally) == ["one: 2 requests came in and 1 were kept"]


def test_a_homes_private_facts_are_read_without_the_product(own_home: Path) -> None:
    Person(own_home, {"iban": IBAN, "email": "eleanor@example.org"})
    assert private_of(own_home / DATABASE) == {("iban", IBAN)}


def test_what_no_test_claims_is_looked_through_too() -> None:
    watch = Oversight()
    watch.heard(7, "/", {"Authorization": f"Bearer {KEY}"}, KEY.encode())
    assert watch.end() == ["between tests: request 1 holds secret"]


def test_the_tallies_of_all_processes_count_together() -> None:
    both = together([Tally(1, 3, 0, 0, []), Tally(0, 2, 1, 0, ["x"])])
    assert line_of(both) == "vendor requests 5, private facts 1, secrets 0"
    assert verdict(together([Tally(2, 0), Tally(1, 1)])) == []
    assert verdict(together([Tally(), Tally()])) == []
    assert verdict(together([Tally(2, 0), Tally()])) != []
