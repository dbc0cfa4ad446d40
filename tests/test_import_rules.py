"""The rules of the house hold for every file of agent/, and the checks behind them catch what breaks them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import import_rules as rules

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def agent() -> list[rules.Module]:
    modules = rules.read_modules(ROOT / "agent")
    assert len(modules) > 20
    return modules


@pytest.fixture(scope="module")
def desktop() -> list[rules.Module]:
    modules = rules.read_modules(ROOT / "desktop")
    assert len(modules) > 20
    return modules


def package(folder: Path, **files: str) -> list[rules.Module]:
    """A little agent package: ``gate__proxy="import os"`` is agent/gate/proxy.py."""
    top = folder / "agent"
    top.mkdir()
    (top / "__init__.py").write_text('"""Top."""\n', encoding="utf-8")
    for name, text in files.items():
        path = top.joinpath(*name.split("__")).with_suffix(".py")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return rules.read_modules(top)


class TestAgent:
    def test_imports_run_only_downwards(self, agent: list[rules.Module]) -> None:
        assert rules.broken_floors(agent) == []

    def test_there_are_no_circles(self, agent: list[rules.Module]) -> None:
        assert rules.circles(agent) == []

    def test_outside_packages_are_imported_only_where_they_belong(self, agent: list[rules.Module]) -> None:
        assert rules.closed_doors(agent) == []

    def test_only_the_store_writes_sql(self, agent: list[rules.Module]) -> None:
        assert rules.raw_sql(agent) == []

    def test_the_protocol_is_light(self, agent: list[rules.Module]) -> None:
        assert rules.heavy_protocol(agent) == []

    def test_files_are_short_and_say_their_job(self, agent: list[rules.Module]) -> None:
        assert rules.file_form([*agent, *rules.read_modules(ROOT / "installers")]) == []


class TestDesktop:
    def test_it_knows_nothing_of_the_agent_but_the_protocol(self, desktop: list[rules.Module]) -> None:
        assert rules.beside_the_protocol(desktop) == []

    def test_files_are_short_and_say_their_job(self, desktop: list[rules.Module]) -> None:
        assert rules.file_form(desktop) == []

    def test_there_are_no_circles_between_files(self, desktop: list[rules.Module]) -> None:
        assert rules.circles(desktop) == []

    @pytest.mark.parametrize("line", ["from agent.store import tasks", "import agent.desk", "from agent import serve",
                                      "import sqlmodel", "from tests.parts import x"])
    def test_what_reaches_further_in_is_found(self, tmp_path: Path, line: str) -> None:
        assert rules.beside_the_protocol(package(tmp_path, app=line))

    @pytest.mark.parametrize("line", ["from agent.protocol import TaskState", "from agent.protocol.rpc import Answer",
                                      "from agent import protocol", "import PySide6.QtCore"])
    def test_the_protocol_is_open_to_it(self, tmp_path: Path, line: str) -> None:
        assert rules.beside_the_protocol(package(tmp_path, app=line)) == []


class TestFloors:
    @pytest.mark.parametrize(("room", "line"), [
        ("store__tables", "import agent.gate.proxy"),
        ("gate__proxy", "from agent.browser import launch"),
        ("gate__proxy", "from agent.profile.facts import Fact"),
        ("planner__base", "from agent.review.sheet import Sheet"),
        ("review__sheet", "from agent.planner.autofill import match"),
        ("runs__runner", "from agent import desk"),
        ("browser__launch", "from ..runs import runner"),
        ("protocol", "from agent.store import tables"),
        ("intake__mail", "def f():\n    from agent.gate import proxy"),
        ("gate__proxy", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from agent.runs import runner"),
        ("profile__facts", "import importlib\nimportlib.import_module('agent.desk')"),
        ("cellar__box", "from agent.protocol import Origin"),
        ("store__tables", "from agent.cellar import box"),
    ])
    def test_an_import_upwards_or_sideways_is_found(self, tmp_path: Path, room: str, line: str) -> None:
        modules = package(tmp_path, **{room: line}, **({"cellar__box": ""} if room != "cellar__box" else {}))
        assert len(rules.broken_floors(modules)) == 1

    @pytest.mark.parametrize(("room", "line"), [
        ("cli", "from agent import desk"),
        ("runs__runner", "from agent.browser import launch\nimport agent.gate.ledger"),
        ("review__sheet", "from agent.planner.base import ButtonKind\nfrom agent.profile.kinds import KINDS"),
        ("store__tables", "from agent.protocol import Origin\nfrom . import home\nimport os"),
    ])
    def test_an_import_downwards_or_within_the_room_is_fine(self, tmp_path: Path, room: str, line: str) -> None:
        below = {"desk": "", "store__home": "", "planner__base": "", "protocol": ""}
        assert rules.broken_floors(package(tmp_path, **(below | {room: line}))) == []

    def test_a_circle_of_rooms_is_found(self, tmp_path: Path) -> None:
        modules = package(tmp_path, gate__proxy="import agent.store.tables", store__tables="import agent.gate.policy",
                          gate__policy="")
        assert any("gate" in circle and "store" in circle for circle in rules.circles(modules))

    def test_a_circle_of_files_in_one_room_is_found(self, tmp_path: Path) -> None:
        modules = package(tmp_path, gate__a="from agent.gate import b", gate__b="from .a import thing")
        assert rules.circles(modules) != []


class TestDoors:
    @pytest.mark.parametrize(("room", "line"), [
        ("runs__runner", "import sqlalchemy.orm"),
        ("gate__ledger", "from sqlmodel import Session"),
        ("receipts__filing", "import sqlite3"),
        ("runs__runner", "from playwright.async_api import Page"),
        ("planner__base", "def f():\n    import playwright"),
        ("runs__runner", "import h11"),
        ("practice__server", "import httpcore"),
        ("browser__launch", "import httpcore"),
        ("desk", "from PySide6.QtCore import QObject"),
        ("cli", "from desktop.app import main"),
        ("desk", "def f():\n    import rapidocr"),
        ("intake__shown_text", "import pypdfium2"),
    ])
    def test_a_package_in_the_wrong_room_is_found(self, tmp_path: Path, room: str, line: str) -> None:
        assert len(rules.closed_doors(package(tmp_path, **{room: line}))) == 1

    def test_a_package_in_its_own_room_is_fine(self, tmp_path: Path) -> None:
        modules = package(tmp_path, store__tables="import sqlmodel", gate__proxy="import h11, httpcore",
                          browser__launch="import playwright.async_api", practice__storage="import sqlite3")
        assert rules.closed_doors(modules) == []

    @pytest.mark.parametrize("line", [
        "db.execute('SELECT 1')",
        "db.execute(f'DELETE FROM {table}')",
        "db.execute(text('update run set state = 1'))",
        "db.executescript('''\n  CREATE TABLE x (y)''')",
    ])
    def test_sql_outside_the_store_is_found(self, tmp_path: Path, line: str) -> None:
        modules = package(tmp_path, runs__runner=line, store__queries=line)
        assert [problem.split(":")[0] for problem in rules.raw_sql(modules)] == ["agent.runs.runner"]

    def test_other_calls_named_execute_are_fine(self, tmp_path: Path) -> None:
        modules = package(tmp_path, runs__runner="step.execute('select a slot'.split())\ntext('Hello')")
        assert rules.raw_sql(modules) == []

    def test_a_heavy_import_in_the_protocol_is_found(self, tmp_path: Path) -> None:
        assert rules.heavy_protocol(package(tmp_path, protocol="import json\nimport sqlmodel")) == [
            "agent.protocol imports sqlmodel"]


class TestFileForm:
    @pytest.mark.parametrize(("name", "text", "problem"), [
        ("gate__proxy", '"""Job."""\n' * 501, "has 501 lines"),
        ("gate__proxy", "import os\n", "does not begin"),
        ("gate__utils", '"""Job."""\n', "says nothing"),
        ("gate__manager", '"""Job."""\n', "says nothing"),
    ])
    def test_a_bad_file_is_found(self, tmp_path: Path, name: str, text: str, problem: str) -> None:
        problems = rules.file_form(package(tmp_path, **{name: text}))
        assert len(problems) == 1
        assert problem in problems[0]

    def test_a_good_file_is_fine(self, tmp_path: Path) -> None:
        assert rules.file_form(package(tmp_path, gate__proxy='"""Job."""\n' * 500)) == []


# Put together from parts, so that this file does not hold what it looks for.
FORBIDDEN = re.compile("|".join((
    r"py" r"pi\.org", r"pythonhosted" r"\.org", r"npm" r"js\.org", r"yarn" r"pkg\.com", r"npm" r"mirror\.com",
    r"deb\.deb" r"ian\.org", r"cdn\.play" r"wright\.dev",
    r"/wo" r"rk/(?:main|shared|\.library)\b", r"/tmp/" r"(?:venv|bash_jobs)\b", r"/op" r"t/(?:pypi|wheels)\b",
    r"/ro" r"ot/\.",
)))


def forbidden_in(text: str) -> list[str]:
    return sorted(set(FORBIDDEN.findall(text)))


def test_no_tracked_file_names_a_registry_or_a_path_of_one_machine() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                            capture_output=True, check=True).stdout.decode()
    found = {}
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and (hits := forbidden_in(path.read_text(encoding="utf-8", errors="replace"))):
            found[name] = hits
    assert found == {}


def test_the_check_for_forbidden_strings_finds_them() -> None:
    assert forbidden_in("https://files.python" + "hosted.org/x and /wo" + "rk/main/x") != []
    assert forbidden_in("work/main, a registry, /tmp/x, https://example.org") == []


HEAVY = ("anthropic", "playwright", "icalendar", "pypdf", "rapidocr", "onnxruntime", "cv2", "numpy", "PIL",
         "pypdfium2", "agent.planner.autofill.rules", "agent.runs.attempt",
         "agent.gate.proxy")
"""Each costs a start a tenth of a second or more, and only what uses it should pay."""


def test_a_command_starts_without_what_it_may_not_need() -> None:
    said = subprocess.run([sys.executable, "-c", "import agent.command_line, sys; print(*sys.modules)"], cwd=ROOT,
                          capture_output=True, text=True, check=True, timeout=120).stdout.split()
    assert [name for name in HEAVY if name in said] == []


HEAVY_FOR_A_RUN = ("anthropic", "alembic", "icalendar", "vobject", "pypdf", "schwifty", "stdnum", "tldextract",
                   "requests", "rapidfuzz", "agent.command_line")
"""What filling in a form may do without, each 10 ms or more: a run loads it where it turns out to be needed."""

IMPORTS_OF_A_RUN = """
import agent.runs.attempt, agent.runs.fleet, gc, sys
from agent.protocol.pattern import Pattern
patterns = [each for each in gc.get_objects() if isinstance(each, Pattern)]
print(len(patterns), sum("search" in vars(each) for each in patterns), *sys.modules)
"""


def test_a_run_starts_without_what_it_may_not_need_and_without_compiling_its_tables_of_words() -> None:
    patterns, compiled, *modules = subprocess.run(
        [sys.executable, "-c", IMPORTS_OF_A_RUN], cwd=ROOT, capture_output=True, text=True, check=True,
        timeout=120).stdout.split()
    assert [name for name in HEAVY_FOR_A_RUN if name in modules] == []
    assert int(patterns) > 500
    assert int(compiled) < 20
