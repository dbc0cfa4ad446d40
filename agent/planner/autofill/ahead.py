"""Reads what is known before a page is, so that the first page need not wait for tables and patterns to be made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from agent.browser.page_merge import Sighting, merge
from agent.browser.page_reading import read_document
from agent.intake.ordinals import names_a_text_box
from agent.intake.written_dates import month_first
from agent.planner.autofill.claims import claims_in
from agent.planner.autofill.recognise import recognise
from agent.profile.derived import derive
from agent.profile.places import region_of_facts
from agent.protocol import FactKind

_ASKED = (("text", "Full name"), ("text", "Reference number"), ("email", "Email"), ("tel", "Telephone"),
          ("text", "Date of birth"), ("text", "Postcode"), ("checkbox", "I agree"), ("textarea", "What happened?"))
_CONTROLS = [
    {"ref": ref, "tag": "input", "type": kind, "label": label, "name": label, "id": label, "form": 0, "visible": True}
    for ref, (kind, label) in enumerate(_ASKED)]
_ANY_FORM: dict[str, object] = {"url": "https://example.org/form", "title": "Form", "language": "en", "forms": [{}],
                                "controls": _CONTROLS}
"""A page as the page script would tell of it, on which the readers of pages make their patterns."""


def read_ahead(text: str, facts: Mapping[FactKind, str], today: date) -> None:
    """Goes once through a task's words and the person's facts; keeps nothing of them.

    What it leaves behind is in the caches of the libraries and modules that read them: numbering plans, calendars,
    patterns, the classifier's weights. Takes 0.1 to 0.3 s the first time; meant for a thread while a browser starts.
    """
    recognise(merge(Sighting(0, read_document(_ANY_FORM))).map)
    derive(facts, today)
    region = region_of_facts(facts)
    claims_in(text, region, today)
    month_first(region)
    names_a_text_box(text)
