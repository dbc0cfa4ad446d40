"""Builds the field sheet: joins what is on the wire with the page's labels, our sources and the flags. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from agent.browser.page import Control, PageMap
from agent.gate.fields import Decoded, Where, WireField
from agent.gate.site import origin_of
from agent.protocol import Flag, Origin, SourceKind
from agent.review.filled import Filled
from agent.review.joining import Match, join, likely_form
from agent.review.left_out import left_out
from agent.review.provenance import Provenance, default_of, filled_for, provenance
from agent.review.sensitivity import is_sensitive
from agent.review.sheet import NO_ORIGIN, Attached, NotSent, Row, Sheet
from agent.review.words import is_consent, is_declaration, is_money, is_recurring, is_token_like, is_yes, spaced

PASSWORD = "(a password, not shown)"
"""Stands on the sheet for what was typed into a visible password field."""

_SHORT_LABEL = 12
"""Letters of a label such as "Day" or "Yes" that says little without its group's heading."""
_SHORT_TEXT = 200
"""Characters up to which a value can be a consent's own words rather than a text."""
_OWN_YES = frozenset({SourceKind.ANSWER, SourceKind.PERSON})
_PAGE_SUPPLIED = frozenset({SourceKind.PAGE, SourceKind.HIDDEN, SourceKind.GUESSED})
_PUT_FIRST = frozenset({Flag.CHANGED, Flag.NOT_ON_PAGE, Flag.UNREADABLE})
_WEIGHTY = frozenset({Flag.MONEY, Flag.CONSENT, Flag.DECLARATION})


def build(decoded: Decoded, page: PageMap, filled: Sequence[Filled] = (),
          traces: Mapping[str, frozenset[str]] | None = None, form: int | None = None,
          delivered: Callable[[str], bool] = lambda _value: True) -> Sheet:
    """Builds the sheet of one request.

    Args:
        decoded: the wire; it decides which rows there are.
        page: the page just before the press; it lends labels and defaults only.
        filled: what we put in, in the order in which we did.
        traces: kinds of facts found in each field, by its name (`agent.gate.trace.carried`).
        form: index of the form whose button was pressed, where it is known.
        delivered: whether the site's server wrote a value itself; a script can make up what looks like a token.
    """
    traces = traces or {}
    form = likely_form(decoded, page) if form is None else form
    matches = join(decoded, page, form)
    rows = [
        _row(field, match, filled, tuple(sorted(traces.get(field.name, ()))), page.language, delivered)
        for field, match in zip(decoded.fields, matches, strict=True)
        if field.where is not Where.COOKIE or traces.get(field.name)
    ]
    rows = _recurring(_read_out(rows), decoded, matches)
    return Sheet(
        rows=tuple(sorted(rows, key=_rank)),
        not_sent=_not_sent(decoded, page, matches, filled, form),
        problems=decoded.problems, method=decoded.method, address=decoded.address,
        origin=_origin(decoded.address),
        media_type=decoded.media_type)


def _origin(address: str) -> Origin:
    try:
        return origin_of(address)
    except ValueError:      # an address that no browser would send
        return NO_ORIGIN


def _not_sent(decoded: Decoded, page: PageMap, matches: Sequence[Match], filled: Sequence[Filled],
              form: int) -> tuple[NotSent, ...]:
    joined = {match.control.ref for match in matches if match.control}
    return left_out(page, form, joined, filled, frozenset(field.key for field in decoded.fields), question)


def question(control: Control) -> str:
    """Returns what a control asks, in the page's words; its group's heading too where its own label is short."""
    own = control.label or control.placeholder or control.title
    if control.options and control.type in {"radio", "checkbox"}:
        return control.legend or own
    if control.legend and own and len(own) <= _SHORT_LABEL and own not in control.legend:
        return f"{control.legend}: {own}"
    return own or control.legend


def _row(field: WireField, match: Match, filled: Sequence[Filled], carries: tuple[str, ...], language: str,
         delivered: Callable[[str], bool]) -> Row:
    ours = filled_for(field, match, filled)
    attached = _attached(field, ours, filled)
    if ours is None and attached is Attached.SAME:      # put into the request by a script, as one value among others
        ours = next(one for one in filled if field.file and field.file.sha256 in one.sha256s)
    origin = provenance(field, match, ours, carries)
    label, shown = _label(match), match.option.label if match.option else ""
    texts = _texts(field, match)
    spoken = (match.control.language if match.control else "") or language
    flags = origin.flags | _flags(field, match, origin, texts, spoken, carries)
    renewed = _is_renewed(field, match, origin, flags, carries)
    if renewed and not delivered(field.value):
        renewed, flags = False, flags | {Flag.CHANGED}
    # What we typed is shown whatever the page calls the field by now: it could hide a change behind the dots.
    secret = match.control is not None and match.control.type == "password" and match.control.visible and ours is None
    return Row(
        name=field.name, label=label, value=PASSWORD if secret else field.value, source=origin.source,
        flags=flags | {Flag.RENEWED} if renewed else flags, why=origin.why,
        needs_own_yes=_needs_own_yes(flags, origin, field.value, shown), shown=shown, before=default_of(match),
        given=ours.given.value if ours is not None and not secret else "", carries=carries, where=field.where,
        key=field.key, content_type=field.content_type, file=field.file, attached=attached, inside=field.inside,
        opened=field.opened)


def _attached(field: WireField, ours: Filled | None, filled: Sequence[Filled]) -> Attached:
    if field.file is None or not (field.file.filename or field.file.size):
        return Attached.NONE
    if any(field.file.sha256 in one.sha256s for one in filled):
        return Attached.SAME
    return Attached.CHANGED if ours is not None and ours.sha256s else Attached.OTHER


def _read_out(rows: list[Row]) -> list[Row]:
    """What was read out of a row that the site renews is renewed with it; a row that is read out whole stands back."""
    renewed = {row.name for row in rows if Flag.RENEWED in row.flags}
    found: list[Row] = []
    for row in rows:
        if row.inside in renewed and not row.carries and row.file is None:
            renewed.add(row.name)
            found.append(replace(row, flags=frozenset({Flag.RENEWED}), needs_own_yes=False))
        elif row.opened and Flag.UNREADABLE not in row.flags:
            found.append(replace(row, flags=row.flags & {Flag.SENSITIVE, Flag.RENEWED}, needs_own_yes=False,
                                 why="All of it stands in the rows that were read out of it."))
        elif row.inside and Flag.NOT_ON_PAGE in row.flags:
            found.append(replace(row, why=f"Read out of {row.inside}. {row.why}"))
        else:
            found.append(row)
    return found


def _label(match: Match) -> str:
    if match.button is not None:
        return match.button.text
    if match.control is None or match.control.type == "hidden" or not match.control.visible:
        return ""       # a label that nobody sees would vouch for a value that nobody sees
    return question(match.control)


def _texts(field: WireField, match: Match) -> str:
    """All words that say what a field is about: its name, and what stands around its control and option."""
    parts = [spaced(field.name)]
    if match.control is not None:
        control = match.control
        parts += [control.label, control.legend, control.title, spaced(control.id)]
    if match.option is not None:
        parts.append(match.option.label)
    return "\n".join(parts)


def _flags(field: WireField, match: Match, origin: Provenance, texts: str, language: str,
           carries: tuple[str, ...]) -> frozenset[Flag]:
    kinds = {*carries, origin.source.detail}
    money = is_money(texts, field.value) or (match.option is not None and is_money("", match.option.label))
    found = {
        Flag.MONEY: money and field.file is None and not field.unreadable,
        Flag.CONSENT: _is_choice(match, origin) and (is_consent(texts) or _says_consent(field, origin)),
        Flag.DECLARATION: is_declaration(texts, language),
        Flag.SENSITIVE: any(is_sensitive(kind) for kind in kinds if kind) or (
            match.control is not None and match.control.type == "password"),
        Flag.UNREADABLE: field.unreadable,
        Flag.FILE: field.file is not None and bool(field.file.filename or field.file.size),
    }
    return frozenset(flag for flag, is_so in found.items() if is_so)


def _is_choice(match: Match, origin: Provenance) -> bool:
    """Whether a field can agree to something: not a text that we typed under a label that mentions privacy."""
    control = match.control
    typed = control is not None and not control.options and control.type not in {"checkbox", "hidden"}
    return not (typed and origin.ours)


def _says_consent(field: WireField, origin: Provenance) -> bool:
    return not origin.ours and len(field.value) <= _SHORT_TEXT and is_consent(field.value)


def _is_renewed(field: WireField, match: Match, origin: Provenance, flags: frozenset[Flag],
                carries: tuple[str, ...]) -> bool:
    control = match.control
    if control is None or carries or origin.ours or flags & (_WEIGHTY | _PUT_FIRST | {Flag.FILE}):
        return False
    hidden = control.type == "hidden" and match.agrees and field.value == control.default
    return hidden and is_token_like(field.key, field.value)


def _needs_own_yes(flags: frozenset[Flag], origin: Provenance, value: str, shown: str) -> bool:
    if Flag.UNREADABLE in flags:        # nobody can have looked at what is in it
        return True
    agreed = bool(flags & {Flag.CONSENT, Flag.DECLARATION}) and is_yes(value, shown)
    return agreed and origin.source.kind not in _OWN_YES


def _recurring(rows: list[Row], decoded: Decoded, matches: Sequence[Match]) -> list[Row]:
    """Marks what makes an amount come again: on its own row, or beside an amount elsewhere on the sheet."""
    if not any(Flag.MONEY in row.flags for row in rows):
        return rows
    texts = {field.name: _texts(field, match) for field, match in zip(decoded.fields, matches, strict=True)}
    found: list[Row] = []
    for row in rows:
        said = f"{texts[row.name]}\n{re.sub(r'[_-]', ' ', row.value)}\n{row.shown}"
        if is_recurring(said) and is_yes(row.value, row.shown) and row.source.kind not in _OWN_YES:
            found.append(_with_own_yes(row))
        else:
            found.append(row)
    return found


def _with_own_yes(row: Row) -> Row:
    return replace(row, needs_own_yes=True, why=f"{row.why} It is paid again and again.".strip())


def _rank(row: Row) -> int:
    if Flag.RENEWED in row.flags or row.opened:
        return 5
    if not row.value and not row.flags and row.source.kind in {SourceKind.PAGE, SourceKind.HIDDEN}:
        return 4        # a field left empty carries nothing
    if row.flags & _PUT_FIRST or row.source.kind in _PAGE_SUPPLIED:
        return 0
    if row.flags & _WEIGHTY:
        return 1
    return 3 if row.source.kind is SourceKind.PROFILE else 2
