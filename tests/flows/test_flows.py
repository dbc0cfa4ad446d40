"""A fixed sample of the benign flows completes with the gate on, with the prompts that are right and none too many."""

from __future__ import annotations

import pytest

from tests.flows.every import BY_NAME, FLOWS
from tests.flows.flow import Group
from tests.flows.harness import Outcome, take
from tests.flows.run import line, missing

SAMPLE = ("react-hook-form", "autosave-403", "analytics-first",
          "graphql-again", "chunks-mapped", "consent", "sibling-host")
"""One of each kind (`conftest.py`); the long version is `python -m tests.flows.run`."""


@pytest.mark.browser
async def test_an_ordinary_site_works_with_as_many_prompts_as_are_right(flow_name: str) -> None:
    outcome = await done(flow_name)
    flow = outcome.flow
    assert len(outcome.reviews) <= flow.most_reviews, outcome.reviews
    assert len(outcome.grant_questions) <= len(flow.lookups), outcome.grant_questions


@pytest.mark.browser
async def test_a_page_that_must_look_the_postcode_up_asks_once_and_then_works() -> None:
    outcome = await done("postcode-must-check")
    assert (len(outcome.reviews), len(outcome.grant_questions)) == (1, 1)


async def done(name: str) -> Outcome:
    flow = BY_NAME[name]
    if reason := missing(flow):
        pytest.skip(reason)
    outcome = await take(flow)
    print(line(outcome))
    assert outcome.completed, (outcome.wrong, outcome.message, outcome.refused)
    assert outcome.false_holds == []
    assert outcome.unapproved == [], "the person's data arrived without an approval"
    return outcome


@pytest.mark.slow  # shows that the oracle sees
@pytest.mark.browser
async def test_the_measurement_sees_what_a_page_sends_by_itself_where_nothing_is_refused() -> None:
    outcome = await take(BY_NAME["autosave"], refusing=False)
    assert "/api/draft" in outcome.unapproved


def test_there_are_at_least_forty_flows_of_every_group() -> None:
    assert len(FLOWS) >= 40
    assert len(BY_NAME) == len(FLOWS)
    assert {flow.group for flow in FLOWS} == set(Group)
