"""Pages that others wrote, from the task to the receipt, with the planner `claude` and a model that never saw them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.flows.flow import Ground
from tests.flows.server import FIRST_REFERENCE
from tests.foreign.cases import AUTO, CASES, CHEAP, Case, differs
from tests.foreign.journey import KEY, PASSPHRASE, PRIVATE, Journey, Start, Story, on_sheet
from tests.foreign.script import Newcomer
from tests.runs.household import Person
from tests.vendor.server import Vendor

pytestmark = pytest.mark.browser


@pytest.fixture
def vendor(monkeypatch: pytest.MonkeyPatch) -> Iterator[Vendor]:
    with Vendor(Newcomer()) as running:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", running.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        monkeypatch.setenv("COUNTERSIGN_PASSPHRASE", PASSPHRASE)
        yield running


def tell(case: Case, story: Story) -> None:
    """One line of figures (pytest -s)."""
    print(f"\n{case.name}: {story.state}, sent {len(story.accepted)}, held {len(story.sheets)}, "
          f"questions {len(story.questions)}")


def sound(case: Case, story: Story, site: Ground) -> None:
    """One record of each approval, as approved; the receipt says what the site said."""
    assert (story.state, story.wrong) == ("done", []), (story.message, story.steps[-4:], story.wrong)
    assert case.slips(story.accepted) == []
    for sheet in story.sheets:
        path = urlsplit(sheet["url"]).path
        arrived = [each for each in story.accepted if each.path == path]
        assert arrived, f"{path} was approved and did not arrive"
        assert not differs(on_sheet(sheet), arrived[-1].pairs)
    (receipt,) = story.receipts
    assert receipt["state"] == "confirmed"
    ours = f"REC-{FIRST_REFERENCE + len(story.accepted) - 1:06d}"
    assert receipt["reference"] == ours or (case.flow.name == "hof" and receipt["reference"])  # its own, at random
    carrying = [path for path, content in site.arrived() if b"Whitcombe" in content or b"Okafor" in content]
    assert set(carrying) <= {each.path for each in story.accepted}


@pytest.mark.parametrize("case", [
    case if case in CHEAP else pytest.param(case, marks=pytest.mark.slow) for case in CASES],
    ids=lambda case: case.name)
async def test_a_page_that_others_wrote_is_held_approved_sent_once_and_confirmed(
        case: Case, own_home: Path, tmp_path: Path, vendor: Vendor) -> None:
    if reason := case.missing():
        pytest.skip(reason)
    person = Person(own_home, {**case.flow.facts, **PRIVATE})
    with case.flow.site() as site:
        before = 0
        if case.start is Start.KNOWN:
            story = await Journey(case.flow, person, site, tmp_path).go()
            assert story.state == "done", (story.message, story.steps[-4:])
            before = len(story.accepted)
        story = await Journey(case.flow, person, site, tmp_path, start=case.start, before=before).go()
        tell(case, story)
        sound(case, story, site)
    asked = [each["asks"] for each in story.questions]
    assert ("start" in asked) is (case.start in (Start.LETTER, Start.ASKED))
    assert vendor.requests != []


@pytest.mark.slow
@pytest.mark.parametrize("case", AUTO, ids=lambda case: case.name)
async def test_where_the_embedded_planner_cannot_go_on_the_model_does(
        case: Case, own_home: Path, tmp_path: Path, vendor: Vendor) -> None:
    if reason := case.missing():
        pytest.skip(reason)
    person = Person(own_home, {**case.flow.facts, **PRIVATE})
    with case.flow.site() as site:
        story = await Journey(case.flow, person, site, tmp_path, planner="auto").go()
        tell(case, story)
        assert any("Claude goes on from here" in each for each in story.steps), story.steps
        sound(case, story, site)


def test_the_pages_are_of_many_families() -> None:
    names = [case.flow.name for case in CASES]
    assert len(set(names)) >= 10
    assert sum(case.start is not Start.GIVEN for case in CASES) >= 3
