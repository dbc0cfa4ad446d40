"""`pytest tests/flows --flow NAME` tests further flows than the sample."""

from __future__ import annotations

import pytest

from tests.flows.test_flows import SAMPLE


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--flow", action="append", default=[], metavar="NAME", help="a flow beside the sample")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "flow_name" in metafunc.fixturenames:
        more = metafunc.config.getoption("--flow", default=[])  # unknown where the whole suite is collected
        metafunc.parametrize("flow_name", list(dict.fromkeys(more or SAMPLE)))
