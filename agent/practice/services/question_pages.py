"""A form of one question a page: shows the next page that applies, remembers each answer, ends in a summary.

Each page has a token of its own, made from the session's. The last page is a bare "Accept and send": its request
carries the token and nothing else, as official forms of this kind do.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape

from agent.practice import controls, layout
from agent.practice.bodies import URLENCODED, decode
from agent.practice.fields import DateParts, Errors, Field, Radios, Section, Text, all_fields, answers, check
from agent.practice.messages import Reply, html, see_other
from agent.practice.services.one_page import SESSION_ENDED
from agent.practice.services.service import Routes, Service
from agent.practice.storage import Session
from agent.practice.visit import TOKEN, Visit, token_fits

Given = Mapping[str, str]


def _always(_: Given) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One page. ``path`` is below the service's own, '' for the first; ``applies`` decides by the answers so far."""

    path: str
    title: str
    sections: tuple[Section, ...]
    applies: Callable[[Given], bool] = _always


@dataclass(frozen=True, slots=True)
class QuestionPages:
    """The whole form."""

    service: Service
    pages: tuple[QuestionPage, ...]
    summary_path: str = "/check-your-answers"

    def routes(self) -> Routes:
        """All its pages and the summary."""
        found: Routes = {self._address(page): {"GET": self._show(page), "POST": self._send(page)}
                         for page in self.pages}
        return {**found, self._summary: {"GET": self._show_summary, "POST": self._send_summary}}

    @property
    def _summary(self) -> str:
        return f"/{self.service.name}{self.summary_path}"

    def _address(self, page: QuestionPage) -> str:
        return f"/{self.service.name}{page.path}"

    def _given(self, session: Session) -> dict[str, str]:
        return {name: value for page in self.pages for name, value in session.data.get(self._key(page), {}).items()}

    def _key(self, page: QuestionPage) -> str:
        return f"{self.service.name}{page.path}"

    def _next(self, session: Session, before: QuestionPage | None = None) -> str:
        """The first page that applies and has no answer; of those before a page, where one is given."""
        given = self._given(session)
        for page in self.pages:
            if page is before:
                break
            if page.applies(given) and self._key(page) not in session.data:
                return self._address(page)
        return "" if before else self._summary

    def _show(self, page: QuestionPage) -> Callable[[Visit], Reply]:
        def show(visit: Visit) -> Reply:
            session = visit.begin()
            missing = self._next(session, page)
            if missing or not page.applies(self._given(session)):
                return visit.keep(see_other(missing or self._next(session)), session)
            return self._draw(visit, session, page, dict(session.data.get(self._key(page), {})), {})
        return show

    def _send(self, page: QuestionPage) -> Callable[[Visit], Reply]:
        def send(visit: Visit) -> Reply:
            sent = decode(visit.incoming.header("content-type"), visit.incoming.body, (URLENCODED,))
            values, session = answers(page.sections, sent), visit.session()
            if session is None or not token_fits(_own(session, self._address(page)), sent.get(TOKEN)):
                return self._draw(visit, visit.begin(), page, values, {"": SESSION_ENDED}, 403)
            errors = check(page.sections, values)
            if errors:
                return self._draw(visit, session, page, values, errors, 422)
            visit.storage.remember(session, self._key(page), values)
            return see_other(self._next(visit.storage.session(session.id) or session))
        return send

    def _show_summary(self, visit: Visit) -> Reply:
        session = visit.begin()
        missing = self._next(session)
        if missing != self._summary:
            return visit.keep(see_other(missing), session)
        return self._draw_summary(visit, session, {})

    def _send_summary(self, visit: Visit) -> Reply:
        sent = decode(visit.incoming.header("content-type"), visit.incoming.body, (URLENCODED,))
        session = visit.session()
        if session is None or self._next(session) != self._summary:
            return see_other(f"/{self.service.name}")
        if not token_fits(_own(session, self._summary), sent.get(TOKEN)):
            return self._draw_summary(visit, session, {"": SESSION_ENDED}, 403)
        given = self._given(session)
        fields = {name: given[name] for page in self.pages if page.applies(given)
                  for name in session.data[self._key(page)]}
        return self.service.received(visit.accept(self.service.name, self.service.prefix, fields))

    def _draw(self, visit: Visit, session: Session, page: QuestionPage, values: dict[str, str], errors: Errors,
              status: int = 200) -> Reply:
        form = controls.attributes(id="form", method="post", action=self._address(page), novalidate=True)
        token = _own(session, self._address(page)).csrf
        body = (f'<p class="back"><a href="{self._back(page)}">Back</a></p>{layout.error_summary(errors)}'
                f'<p class="step">{escape(self.service.title)}</p><h1>{escape(page.title)}</h1>'
                f"<form{form}>{controls.hidden(TOKEN, token)}{controls.sections(page.sections, values, errors)}"
                f'<p class="go"><button type="submit">Save and continue</button></p></form>')
        text = layout.page(f"{page.title} – {self.service.title}", body, crumbs=self.service.crumbs,
                           errors=bool(errors))
        return visit.keep(html(text, status), session)

    def _back(self, page: QuestionPage) -> str:
        at = self.pages.index(page)
        return self._address(self.pages[at - 1]) if at else "/"

    def _draw_summary(self, visit: Visit, session: Session, errors: Errors, status: int = 200) -> Reply:
        form = controls.attributes(id="form", method="post", action=self._summary)
        token = _own(session, self._summary).csrf
        given = self._given(session)
        rows = "".join(self._row(page, session) for page in self.pages if page.applies(given))
        body = (f'<p class="back"><a href="{self._address(self.pages[-1])}">Back</a></p>{layout.error_summary(errors)}'
                f'<p class="step">{escape(self.service.title)}</p><h1>Check your answers</h1>'
                f'<dl class="answers">{rows}</dl><p>Nothing reaches us before you send it.</p>'
                f"<form{form}>{controls.hidden(TOKEN, token)}"
                f'<p class="go"><button type="submit">Accept and send</button></p></form>')
        text = layout.page(f"Check your answers – {self.service.title}", body, crumbs=self.service.crumbs,
                           errors=bool(errors))
        return visit.keep(html(text, status), session)

    def _row(self, page: QuestionPage, session: Session) -> str:
        given = session.data[self._key(page)]
        lines = [line for line in (_in_words(field, given) for field in all_fields(page.sections)) if line]
        return (f"<div><dt>{escape(page.title)}</dt><dd>{'<br>'.join(map(escape, lines))}</dd>"
                f'<dd class="change"><a href="{self._address(page)}">Change<span class="unseen"> '
                f"{escape(page.title.lower())}</span></a></dd></div>")


def _own(session: Session, address: str) -> Session:
    """The session with the token of one page."""
    made = hmac.new(session.csrf.encode(), address.encode(), hashlib.sha256).digest()
    return replace(session, csrf=base64.urlsafe_b64encode(made[:24]).decode())


def _in_words(field: Field, given: Given) -> str:
    match field:
        case DateParts():
            return " ".join(given.get(name, "") for name in field.names)
        case Radios():
            chosen = given.get(field.name, "")
            return next((choice.label for group in field.groups for choice in group.choices
                         if choice.value == chosen), "")
        case Text():
            return given.get(field.name, "")
        case _:
            return ""
