"""Forms in eight languages: what each control asks for, whose fact it is, and whether it is filled or left alone."""

from __future__ import annotations

import pytest

from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import Recognition
from agent.profile.kinds import KINDS
from agent.protocol import FactKind
from tests.planner.form_tables import FOLDER, Expected, TableForm, read_forms

FORMS = [form for path in sorted(FOLDER.glob("*.txt")) for form in read_forms(path)]
OWN = ("self", "employer")
OPEN = frozenset({"other", "task-value", "free-text", "yes-no-question"})
"""Kinds that all mean: only the task or the person can answer."""


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.language}: {form.title}")
def test_a_form_is_read_as_its_author_means_it(form: TableForm) -> None:
    wrong = [
        f"{expected.line}   got {found.kind} {found.subject} {found.tier}: {found.why}"
        for expected, found in zip(form.expected, recognise(form.page), strict=True)
        if not is_right(expected, found)
    ]
    assert not wrong, "\n".join(wrong)


def is_right(expected: Expected, found: Recognition) -> bool:
    """Whether a control is recognised as expected; what is left alone forgives a subject that nobody can tell."""
    kinds = set(expected.kinds)
    same = found.kind in kinds or bool(kinds & OPEN and found.kind in OPEN)
    filled = found.tier != "leave"
    fact = any(KINDS[FactKind(kind)].fill for kind in kinds - OPEN)
    if fact and expected.subject in OWN:
        return (same and filled and found.subject in OWN) or (expected.maybe and not filled)
    told = not fact or expected.subject == "none" or found.subject == expected.subject or found.kind in OPEN
    return not filled and (expected.maybe or (same and told))


def test_the_forms_cover_every_language_and_most_kinds() -> None:
    kinds = {kind for form in FORMS for expected in form.expected for kind in expected.kinds}
    assert {form.language for form in FORMS} == {"en", "de", "fr", "es", "it", "nl", "pl", "pt"}
    assert sum(len(form.expected) for form in FORMS) >= 500
    assert len(kinds) >= 80
