"""A form that is one page: shows it, checks what was sent, files it, leads to the confirmation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from agent.practice import controls, layout
from agent.practice.bodies import MULTIPART, URLENCODED, Sent, decode
from agent.practice.fields import Errors, Section, answers, check
from agent.practice.messages import Reply, html
from agent.practice.services.service import Service
from agent.practice.storage import Session
from agent.practice.visit import TOKEN, Visit, token_fits

SESSION_ENDED = "Your session had ended, so nothing was sent. Check your answers and send the form again."


def _nothing() -> dict[str, str]:
    return {}


def _no_errors(_: Sent) -> Errors:
    return {}


@dataclass(frozen=True, slots=True)
class OnePage:
    """The page of a service. ``questions`` is asked anew each time, as some depend on the day."""

    service: Service
    lead: str
    button: str
    questions: Callable[[], tuple[Section, ...]]
    defaults: Callable[[], dict[str, str]] = _nothing
    more_checks: Callable[[Sent], Errors] = _no_errors
    guarded: bool = False        # with a token of the session
    multipart: bool = False
    scripts: tuple[str, ...] = ()
    above: str = ""              # HTML between the lead and the form
    below: str = ""              # HTML inside the form, under the button

    def show(self, visit: Visit) -> Reply:
        """The form as it comes, with its defaults."""
        session = visit.begin() if self.guarded else None
        return self.draw(visit, self.defaults(), {}, session=session)

    def send(self, visit: Visit) -> Reply:
        """Takes the form: a record and a confirmation, or the page again with what to mend."""
        takes = MULTIPART if self.multipart else URLENCODED
        sent = decode(visit.incoming.header("content-type"), visit.incoming.body, (takes,))
        values = answers(self.questions(), sent)
        session = visit.session() if self.guarded else None
        if self.guarded and not token_fits(session, sent.get(TOKEN)):
            return self.draw(visit, values, {"": SESSION_ENDED}, session=visit.begin(), status=403)
        errors = {**check(self.questions(), values), **self.more_checks(sent)}
        if errors:
            return self.draw(visit, values, errors, session=session, status=422)
        return self.service.received(visit.accept(self.service.name, self.service.prefix, sent.as_record()))

    def draw(self, visit: Visit, values: Mapping[str, str], errors: Errors, *, session: Session | None = None,
             status: int = 200) -> Reply:
        """The page with these answers and errors; 422 when there is something to mend, 403 without a session."""
        token = controls.hidden(TOKEN, session.csrf) if session and self.guarded else ""
        form = controls.attributes(id="form", method="post", action=f"/{self.service.name}",
                                   enctype=MULTIPART if self.multipart else None, novalidate=True)
        body = (f"{layout.error_summary(errors)}{self.service.opening(self.lead)}{self.above}<form{form}>{token}"
                f"{controls.sections(self.questions(), values, errors)}"
                f'<p class="go"><button type="submit">{self.button}</button></p>{self.below}</form>')
        text = layout.page(self.service.title, body, crumbs=self.service.crumbs, errors=bool(errors),
                           scripts=self.scripts)
        reply = html(text, status)
        return visit.keep(reply, session) if session else reply
