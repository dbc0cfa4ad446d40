"""What stands in braces in a chore's text: what the person is asked for, and what its time says by itself."""

from __future__ import annotations

import re

from agent.chores.clock import wall
from agent.chores.problems import BadTemplate
from agent.chores.template import computed, names_in, parameters_of
from agent.chores.zones import local_of, system_zone, zone_of
from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.protocol.chores import ParameterDoc, TemplateDoc


@capability("chore words", "Show what varies in a chore's text", Argument("text", "the text", metavar="TEXT"))
def words(desk: Desk, text: str) -> TemplateDoc:
    """Reads and keeps nothing; a brace that belongs to no name is the document's problem."""
    try:
        names_in(text)
    except BadTemplate as problem:
        return TemplateDoc(asked=[], computed={}, problem=str(problem))
    now = computed(local_of(wall(), zone_of(system_zone())))
    return TemplateDoc(
        asked=[ParameterDoc(name=each.name, label=each.label, form=each.form, ask=each.ask, last=each.last,
                            learnt=each.learnt) for each in parameters_of(text)],
        computed={name: value for name, value in now.items() if re.search(rf"\{{{name}\}}", text)}, problem="")
