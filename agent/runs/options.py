"""Keeps the options of boxes that must be opened to be read, so that each is opened once and not at every look."""

from __future__ import annotations

from dataclasses import dataclass, field

from agent.browser.lists import Listed, reveal, with_lists
from agent.browser.page import Control
from agent.browser.page_map import MappedPage
from agent.planner.autofill.lists_needed import lists_needed


@dataclass(slots=True)
class Options:
    """What the lists of the pages of one run offered, by address, place and name of their box."""

    known: dict[str, Listed] = field(default_factory=dict)

    async def put_into(self, mapped: MappedPage, task_text: str) -> MappedPage:
        """The map with the options of its lists; opens those that the planner needs and that were not read yet."""
        keys = {control.ref: _key(mapped, control) for control in mapped.map.controls if control.popup}
        if not keys:
            return mapped
        fresh = [ref for ref in lists_needed(mapped.map, task_text) if keys[ref] not in self.known]
        self.known.update({keys[ref]: listed for ref, listed in (await reveal(mapped, fresh)).items()})
        return with_lists(mapped, {ref: self.known[key] for ref, key in keys.items() if key in self.known})

    def changed(self, mapped: MappedPage) -> None:
        """Something was chosen: what the boxes still without a value offer may depend on it."""
        for control in mapped.map.controls:
            if control.popup and not control.value:
                self.known.pop(_key(mapped, control), None)


def _key(mapped: MappedPage, control: Control) -> str:
    address = mapped.map.url.partition("#")[0]
    return f"{address}\n{control.frame}\n{control.selector}\n{control.name}\n{control.label}"
