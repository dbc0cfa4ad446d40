"""The pages: each with the task, how it says where to begin, and what must have arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.flows.flow import Flow, Group, Sent
from tests.flows.flows_packages import APPLICATION, PAGES
from tests.flows.flows_single import SINGLE
from tests.flows.ground import PackageGround, own
from tests.flows.install import BUILD
from tests.foreign.journey import Pairs, Start, plain
from tests.sites import application, render
from tests.sites.expected import ELEANOR
from tests.sites.recorder import recording_site
from tests.widgets import install as widgets
from tests.widgets.form import ANSWERS, TASK, judge
from tests.widgets.forms import BY_NAME as FORMS
from tests.widgets.site import site_of


@dataclass(frozen=True, slots=True)
class Case:
    """One page.

    ``missing`` says why it can't be run here, empty where it can. ``slips`` gives what arrived otherwise than it must,
    in words.
    """

    flow: Flow
    missing: Callable[[], str]
    slips: Callable[[Sequence[Sent]], list[str]]
    start: Start = Start.GIVEN

    @property
    def name(self) -> str:
        """As a test is called."""
        return f"{self.flow.name}-{self.start}"


def _case(flow: Flow, missing: Callable[[], str], start: Start = Start.GIVEN) -> Case:
    def slips(accepted: Sequence[Sent]) -> list[str]:
        wanted = [(each.path, each.pairs) for each in flow.sent] * (2 if start is Start.KNOWN else 1)
        got = [(each.path, tuple(pair for pair in each.pairs if pair[0] not in flow.renewed)) for each in accepted]
        return [] if got == wanted else [f"arrived {got}, wanted {wanted}"]

    return Case(flow, missing, slips, start)


_FLOWS = {flow.name: flow for flow in (*PAGES, APPLICATION, *SINGLE)}


def _package(name: str, start: Start = Start.GIVEN, **more: object) -> Case:
    return _case(replace(_FLOWS[name], **more), render.missing, start)  # type: ignore[arg-type]


def _single(name: str, start: Start = Start.GIVEN, **more: object) -> Case:
    return _case(replace(_FLOWS[name], **more), lambda: _built(BUILD, name), start)  # type: ignore[arg-type]


def _built(folder: Path, name: str) -> str:
    return "" if (folder / f"{name}.js").is_file() else f"the bundle of {name} is not built"


def _widgets(name: str) -> Case:
    """A form on a component library; the task says what the person would have to be asked for otherwise."""
    form = FORMS[name]

    def slips(accepted: Sequence[Sent]) -> list[str]:
        if len(accepted) != 1:
            return [f"{len(accepted)} arrived"]
        return [f"{each.name}: {each.got}" for each in judge(form, accepted[0].pairs) if not each.right]

    flow = Flow(name, Group.SINGLE, f"{TASK} Monday and Thursday suit me.", own(lambda: site_of(form), f"/{name}"), (),
                answers=ANSWERS, file="photo.png" if "document" in form.fields else "", facts=ELEANOR)
    return Case(flow, lambda: _built(widgets.BUILD, name), slips)


def _with(pairs: Pairs, **more: str) -> Pairs:
    return tuple(sorted({**dict(pairs), **more}.items()))


_IDENTITY = _FLOWS["govuk-identity"]

CHEAP = (
    _package("govuk-contact"),
    _single("formik", Start.LETTER),
)
CASES = (
    *CHEAP,
    _package("govuk-identity", answers={"What is your nationality": "British"}, sent=(
        Sent(_IDENTITY.sent[0].path, _with(_IDENTITY.sent[0].pairs, nationality="british")),)),
    _package("govuk-evidence"),
    _package("nhsuk-detail", Start.LETTER),
    _package("nhsuk-registration", Start.ASKED),
    _package("nhsuk-address", Start.KNOWN, task="I have moved. Change my address there."),
    _package("uswds-address", Start.LETTER),
    _case(APPLICATION, application.missing),
    _single("react-hook-form", Start.ASKED),
    _single("htmx"),
    _single("survey"),
    _widgets("mui"),
    _widgets("flatpickr"),
    _widgets("angular-material"),
    _widgets("react-aria"),
    _widgets("shoelace"),
)


def _from_the_list(name: str, task: str) -> Case:
    """A package's page, from the list of all of them: no link there says what the task says."""
    flow = _FLOWS[name]

    @contextmanager
    def opened() -> Iterator[PackageGround]:
        with recording_site() as site:
            yield PackageGround(site, f"{site.url}/")

    return _case(replace(flow, task=task, site=opened), render.missing)


AUTO = (
    _from_the_list("nhsuk-contact", "Let the hospital know that they can reach me by email"),
    _from_the_list("govuk-contact", "Let the government know how they can reach me"),
)


def differs(sheet: Pairs, arrived: Pairs) -> bool:
    """Whether something else arrived than was approved; empty lists stand on a sheet and in no body."""
    return plain([pair for pair in sheet if pair[1] != "[]"]) != plain(arrived)
