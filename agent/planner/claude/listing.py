"""Writes a page down as short numbered lines: what a model needs of it, and nothing of whose it is. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agent.browser.page import Control, Link, PageMap
from agent.planner.autofill.slots import slots_of
from agent.planner.claude.facts import Known
from agent.planner.claude.masking import Mask
from agent.planner.claude.numbers import Numbered
from agent.profile.formats import forms_of

MOST_OPTIONS = 12
LABEL = 120
TEXT = 1200
"""Characters of a page's text that stand in its listing where there is little to fill in."""
LINKS = 25
FEW = 3
"""Controls up to which a page is read for its text."""

_NOT_SHOWN = frozenset({"hidden"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A listing: the page's lines, and each numbered thing's own line."""

    head: tuple[str, ...]
    lines: Mapping[int, str]
    sections: Mapping[int, str]
    tail: tuple[str, ...]

    def whole(self) -> str:
        """The page as one text."""
        out, section = list(self.head), ""
        for number, line in self.lines.items():
            if self.sections.get(number, "") != section:
                section = self.sections.get(number, "")
                out += [f"-- {section}"] if section else []
            out.append(line)
        return "\n".join([*out, *self.tail])

    def since(self, before: Shown) -> str:
        """What is new or different, in lines; empty when nothing is."""
        new = [line for number, line in self.lines.items() if before.lines.get(number) != line]
        gone = [str(number) for number in before.lines if number not in self.lines]
        return "\n".join([*new, *([f"gone: {' '.join(gone)}"] if gone else []),
                          *(line for line in (*self.head, *self.tail) if line not in (*before.head, *before.tail))])


@dataclass(frozen=True, slots=True)
class Lister:
    """Writes listings. ``put``: by number, what was put there in the model's own words (``{{fact:iban}}``)."""

    numbered: Numbered
    mask: Mask
    known: Known
    region: str
    put: Mapping[int, str] = field(default_factory=dict)
    of_page: PageMap | None = None

    def page(self, page: PageMap) -> Shown:
        """The whole page."""
        controls = [each for each in page.controls if is_shown(each)]
        buttons = [each for each in page.buttons if each.visible and not each.disabled]
        links = [each for each in page.links if each.visible and each.text.strip()]
        head = [f"page “{self._say(page.title)}” {self._say(page.url.partition('#')[0], 200)}",
                *(f"{'#' * each.level} {self._say(each.text)}" for each in page.headings[:20]
                  if each.text.strip() and (each.level == 1 or len(controls) <= FEW))]
        lines, sections = {}, {}
        for control in controls:
            number = self.numbered.by_ref[control.ref]
            lines[number] = f"{number} {self.control(control)}"
            sections[number] = self._section(control)
        for button in buttons:
            number = self.numbered.by_ref[button.ref]
            lines[number] = f"{number} button “{self._say(button.text or button.value)}”"
        offered = links[:LINKS] if len(controls) <= FEW else links[:FEW]
        for link in offered:
            number = self.numbered.by_ref[link.ref]
            lines[number] = f"{number} link “{self._say(link.text)}”"
        tail = [f"({len(links) - len(offered)} more links: read links)"] if len(links) > len(offered) else []
        tail += [f"! {self._say(each, 300)}" for each in page.errors]
        if len(controls) <= FEW and page.text.strip():
            tail.append(f"text: {self._say(_from_heading(page), TEXT)}")
        return Shown(tuple(head), lines, sections, tuple(tail))

    def control(self, control: Control, options: int = MOST_OPTIONS) -> str:
        """One control without its number: role, label, state, options, hint, error."""
        words = [control.type if control.type not in ("select-one", "") else "select",
                 f"“{self._say(control.label or control.placeholder or control.title or control.name)}”"]
        words += ["required"] if control.required else []
        words += ["several"] if takes_several(control) else []
        words += ["disabled"] if control.disabled else ["readonly"] if control.readonly else []
        words += [f"({self._say(control.hint)})"] if control.hint.strip() else []
        words += [f"e.g. {self._say(control.placeholder, 40)}"] if control.placeholder and control.label else []
        words += [f"max {control.maxlength}"] if 0 <= control.maxlength < 40 else []
        words += [f"accepts {control.accept[:60]}"] if control.accept else []
        words += [self._options(control, options)] if control.options else []
        words += [self._state(control)] if self._state(control) else []
        words += [f"! {self._say(control.error, 200)}"] if control.error.strip() else []
        return " ".join(words)

    def links(self, links: Sequence[Link]) -> str:
        """All links, a line each."""
        return "\n".join(f"{self.numbered.by_ref[each.ref]} link “{self._say(each.text)}” {self._say(each.href, 160)}"
                         for each in links if each.visible and each.text.strip()) or "no links"

    def _options(self, control: Control, most: int) -> str:
        labels = [each.label for each in control.options]
        if control.type in ("radio", "select-one") and self.of_page is not None:
            for slot in slots_of(control, self.of_page, self.region):
                labels[slot.index] = slot.says  # "10:15am" stands there once for each day
        if self.mask.private.find("\n".join([*labels, *(each.value for each in control.options)])):
            return f"[{len(labels)} options, not shown; choose by a {{{{name}}}}, or ask]"
        shown = [f"{at} {' '.join(label.split())[:60]}{' (taken)' if control.options[at - 1].disabled else ''}"
                 for at, label in enumerate(labels[:most], 1)]
        more = [f"+{len(labels) - most} more"] if len(labels) > most else []
        return f"[{', '.join([*shown, *more])}]"

    def _state(self, control: Control) -> str:
        if (words := self.put.get(self.numbered.by_ref[control.ref])) is not None:
            return f"= {' '.join(words.split())}"
        if control.options:
            chosen = [at for at, each in enumerate(control.options, 1)
                      if each.selected and each.value.strip()]
            return f"= {', '.join(map(str, chosen))}" if chosen and not self._tells_choice(control, chosen) else (
                "= chosen" if chosen else "")
        if control.type in ("checkbox", "radio"):
            return "= on" if control.checked else "= off"
        return f"= “{self._say(control.value, 80)}”" if control.value.strip() else ""

    def _tells_choice(self, control: Control, chosen: Sequence[int]) -> bool:
        """Whether the chosen option says something of the person that the model is not told."""
        labels = {control.options[at - 1].label.casefold() for at in chosen}
        return any(text.casefold() in labels for kind, value in self.known.unsaid.items()
                   for text in forms_of(kind, value, self.region))

    def _section(self, control: Control) -> str:
        pieces = dict.fromkeys(each.strip() for each in (control.heading, control.legend) if each.strip())
        return self._say(" / ".join(pieces))

    def _say(self, text: str, most: int = LABEL) -> str:
        words = self.mask.text(" ".join(text.split()))
        return words if len(words) <= most else f"{words[:most - 1]}…"


def _from_heading(page: PageMap) -> str:
    """The page's text from its main heading on: what stands before is the site's frame."""
    text = " ".join(page.text.split())
    main = next((" ".join(each.text.split()) for each in page.headings if each.level == 1), "")
    return text[max(0, text.find(main)):] if main else text


def takes_several(control: Control) -> bool:
    """Whether several of a control's options may be chosen."""
    return len(control.options) > 1 and (control.multiple or control.type in ("select-multiple", "checkbox"))


def is_shown(control: Control) -> bool:
    """Whether a person could see a control. Styled radios, boxes and file inputs are often drawn by their label."""
    drawn = control.visible or (control.type in ("radio", "checkbox", "file") and control.box[2] > 0)
    return drawn and control.type not in _NOT_SHOWN
