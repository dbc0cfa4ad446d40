"""A chore's text as a template: ``{reading}`` stands for what varies, ``{period}`` for what can be computed. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from dateutil.relativedelta import relativedelta

from agent.chores.problems import BadTemplate
from agent.chores.sentence import MONTHS, day_text
from agent.intake.written_dates import DateProblem, read_date
from agent.protocol.pattern import Pattern

LONGEST = 40
_NAME = Pattern(r"\{([^\W\d][\w -]{0,39})\}")
_AMOUNT = Pattern(r"[£€$]? ?\d[\d .,]*(?:[£€$%]|[^\W\d_]{1,4}\d?)?|\d{1,2}:\d{2}(?: ?[ap]m)?", re.IGNORECASE)
"""A figure with its unit or currency, or a time of day."""
_BRACE = Pattern(r"[{}]")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What varies. ``ask``: the person is asked each time; otherwise ``last`` goes in again.

    ``form`` is how an answer must look (an `AnswerForm`); ``learnt``: found in a run, not written by the person.
    """

    name: str
    label: str
    form: str = "text"
    ask: bool = True
    last: str = ""
    learnt: bool = False


def computed(local: datetime) -> dict[str, str]:
    """What a time says by itself. ``last_…`` are of the month, quarter or year before."""
    before = local - relativedelta(months=1)
    quarter, then = _quarter(local), local - relativedelta(months=3)
    return {
        "today": day_text(local.date()), "date": local.date().isoformat(),
        "month": MONTHS[local.month - 1], "year": str(local.year), "period": f"{MONTHS[local.month - 1]} {local.year}",
        "last_month": MONTHS[before.month - 1], "last_period": f"{MONTHS[before.month - 1]} {before.year}",
        "last_year": str(local.year - 1), "quarter": quarter, "last_quarter": _quarter(then)}


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text that are not computed, each once.

    Raises:
        BadTemplate: a brace that belongs to no name.
    """
    if _BRACE.search(_NAME.sub("", text)):
        raise BadTemplate("A name in braces is a letter followed by letters, figures, spaces, - or _, such as "
                          "{reading}; other braces can't stand in a chore's text.")
    known = computed(datetime(2026, 1, 1))
    return tuple(dict.fromkeys(name for name in _NAME.findall(text) if name not in known))


def parameters_of(text: str, before: Sequence[Parameter] = (), values: Mapping[str, str] | None = None) -> tuple[
        Parameter, ...]:
    """The parameters of a text; what is known of one of the same name is kept, a value gives its form.

    Raises:
        BadTemplate: see `names_in`.
    """
    known = {each.name: each for each in before}
    return tuple(known.get(name) or Parameter(name, _label(name), form_of((values or {}).get(name, "")))
                 for name in names_in(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known put in; other names stay."""
    return _NAME.sub(lambda match: values.get(match[1], match[0]), text)


def plain(text: str) -> str:
    """The text for reading: what varies stands in it by its name, ``(meter reading)``."""
    return _NAME.sub(lambda match: f"({match[1].replace('_', ' ')})", text)


def values_for(parameters: Sequence[Parameter], local: datetime, given: Mapping[str, str]) -> dict[str, str]:
    """What can be put in without asking: computed, kept, or given for this time."""
    kept = {each.name: each.last for each in parameters if not each.ask and each.last}
    return computed(local) | kept | {name: value for name, value in given.items() if value}


def form_of(value: str) -> str:
    """What a value looks like: number, date or text."""
    plain = value.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain) or isinstance(read_date(plain, ""), date):
        return "date"
    return "number" if re.fullmatch(r"[-+]?\d[\d .,]*", plain) else "text"


def learnt(text: str, rows: Sequence[Mapping[str, Any]],
           before: Sequence[Parameter]) -> tuple[str, tuple[Parameter, ...]]:
    """Makes parameters of the values in a text that a run put into the form because the task said them.

    Figures and dates are asked for from now on, since they vary; words stay as they are until the person says so.

    Args:
        text: the chore's template.
        rows: of the sheet that was sent.
        before: its parameters so far.
    """
    found = list(before)
    for row in rows:
        if row["source"] != "task" or row.get("inside"):
            continue
        value = next((each for each in (row.get("given", ""), row["value"], row.get("shown", ""))
                      if each and len(re.findall(_whole(each), text)) == 1), "")
        name = _name(row["label"] or row["name"], {each.name for each in found})
        if not value or not name or "{" in value or "}" in value:
            continue
        form = form_of(value)
        text = re.sub(_whole(value), "{" + name + "}", text)
        found.append(Parameter(name, _label(name), form, form != "text" or _varies(value), value, learnt=True))
    return text, tuple(found)


def to_json(parameters: Sequence[Parameter]) -> list[dict[str, Any]]:
    """As they are stored."""
    return [asdict(each) for each in parameters]


def from_json(rows: Sequence[Mapping[str, Any]]) -> tuple[Parameter, ...]:
    """`to_json` read back."""
    return tuple(Parameter(**row) for row in rows)


def _varies(value: str) -> bool:
    """Whether a value is a figure, a time of day, or what may be a date."""
    return _AMOUNT.fullmatch(value) is not None or read_date(value, "") is not DateProblem.NOT_A_DATE


def _whole(value: str) -> str:
    """The value as a word of its own, not inside a name in braces."""
    return rf"(?<![\w{{]){re.escape(value)}(?![\w}}])"


def _name(label: str, taken: set[str]) -> str:
    plain = "_".join(re.findall(r"[^\W_]+", label.lower()))[:LONGEST - 4].strip("_")
    if not plain or plain[0].isdigit() or plain in computed(datetime(2026, 1, 1)):
        plain = f"value_{plain}".strip("_")
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}_{number}", number + 1
    return name


def _label(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _quarter(local: datetime) -> str:
    return f"Q{(local.month + 2) // 3} {local.year}"
