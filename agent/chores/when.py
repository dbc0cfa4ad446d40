"""Reads when a chore recurs from a person's own words, by a small grammar of ours. Pure.

Nothing is guessed: what could not be read is said, what was not said and had to be taken is said too, and where the
words mean two things both are offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from agent.chores import when_words as words
from agent.chores.expanding import Facts, deadline, first
from agent.chores.problems import BadRule
from agent.chores.rule import (
    LAST,
    MOST_COUNT,
    WORKING,
    AnyRule,
    Before,
    Freq,
    Rule,
    Short,
    Unit,
    has_short_months,
    rule_from,
    rule_text,
    with_short,
)
from agent.chores.sentence import day_text
from agent.chores.when_words import DATE, DM, DS, TIME, WORK, WS, M, N, O
from agent.protocol.pattern import Pattern

MORNING = time(9)
"""Taken, and said, where no time of day was given."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One meaning of the words. ``short``: it says what a month without the day does."""

    rule: AnyRule
    start: datetime


@dataclass(frozen=True, slots=True)
class When:
    """What was read. ``choices``: none where nothing was, several where the words mean several things.

    ``rest`` are the words that belong to no recurrence; ``problems`` say in sentences what could not be read, ``taken``
    what was not said.
    """

    choices: tuple[Choice, ...] = ()
    rest: str = ""
    problems: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()


@dataclass(slots=True)
class _Pieces:
    """What stood beside the recurrence."""

    clock: time | None = None
    until: date | None = None
    count: int = 0
    start: date | None = None
    short: Short | None = None
    problems: list[str] = field(default_factory=list)


def read_when(text: str, now: datetime, *, facts: Facts, labels: Mapping[str, str], alone: bool = True) -> When:
    """Reads a recurrence.

    Args:
        text: the person's words.
        now: local time, without a zone.
        facts: of the profile, for deadlines.
        labels: facts that are days: kind to its words.
        alone: the text is nothing but the recurrence; otherwise the rest of it is the task.
    """
    plain = "".join(low if len(low := each.lower()) == 1 else each for each in text)  # as long as the text itself
    plain = plain.replace("’", "'").replace("\u00a0", " ")
    found = _head(plain, labels)
    if found is None:
        unknown = _before_pattern().search(plain)
        if unknown is not None and unknown["what"]:
            return When(rest=text.strip(), problems=(
                f"Your profile has no day for “{unknown['what'].strip()}”. It knows: {', '.join(labels.values())}.",))
        return When(rest=text.strip(), problems=(
            "No recurrence could be read. Write for example “every first Monday at 9”, “every 2 weeks on Friday”, "
            "“monthly on the 31st”, “on the last working day of the month at 18:00”, “every year on 1 March” or “two "
            "weeks before my passport expires”.",))
    match, rules = found
    pieces = _Pieces()
    begin, end = _beside(plain, *match.span(), pieces)
    rules = rules or _from_first_day(match, pieces.start)
    rest = re.sub(r"\s+", " ", f"{text[:begin].rstrip(' ,;')} {text[end:].lstrip(' ,;')}").strip(" ,;:")
    rest = rest.rstrip(".") if alone else rest
    problems = [*pieces.problems, *_unread(plain, begin, end, rest, alone=alone)]
    if not rules:
        problems.append(_why_none(match[0], now))
    if pieces.until and pieces.count:
        problems.append("An end and a number of times were both said; one of them is enough.")
    taken = [] if pieces.clock else [f"You said no time of day; {MORNING:%H:%M} is taken."]
    choices = [each for rule in rules for each in _choices(rule, pieces, now, facts, problems)]
    return When(tuple(dict.fromkeys(choices)), rest, tuple(problems), tuple(taken))


def _unread(plain: str, begin: int, end: int, rest: str, *, alone: bool) -> list[str]:
    after = plain[end:].strip(" ,;.")
    if alone:
        return [f"“{rest}” could not be read."] if rest else []
    limits = re.match(r"(?:except|but|unless|other than|apart|without|and (?:every|on|each)|or\b|until|from|for \d)",
                      after)
    if limits or _another(plain[end:]) or _another(plain[:begin]):
        return [f"“{after or plain[:begin].strip()}” could not be read as part of the recurrence."]
    return []


def _another(plain: str) -> bool:
    """Whether a second recurrence stands in the rest; a mere "monthly" is a word of the task."""
    found = _head(plain, {})
    return found is not None and bool(found[1])


# The recurrence itself

_Reads = Callable[[re.Match[str]], "list[AnyRule]"]
_EVERY = r"(?:every|each)"
_NO_DAY = (rf"{_EVERY} (?:{N} )?(?:weeks?|fortnight|months?|quarters?|years?)|weekly|fortnightly|monthly|quarterly|"
           r"yearly|annually")
_MONTHS = rf"(?:of|in) (?:{_EVERY}|the|a) (?:{N} )?months?|monthly|{_EVERY} (?:{N.replace('<n>', '<n2>')} )?months?"


def _why_none(said: str, now: datetime) -> str:
    if re.search(r"hour|minute", said):
        return "More often than daily is not offered."
    unit = _unit(said)
    if not unit:
        return f"“{said}”: there is no such day, or it is not offered."
    soon = now.date() + timedelta(days=7)
    return (f"“{said}” does not say on which day. Say the day, as in “{said} {_ON_A_DAY[unit]}”, or the first time, as "
            f"in “{said} starting {day_text(soon)}”.")


_ON_A_DAY = {"week": "on Friday", "month": "on the 1st", "quarter": "on the 1st", "year": "on 1 March"}


def _unit(said: str) -> str:
    """What recurs by words that name no day; empty for others."""
    if not re.fullmatch(_NO_DAY, said):
        return ""
    plain = re.sub(r"fortnight(?:ly)?", "week", said).replace("annually", "yearly")
    return next((unit for unit in _ON_A_DAY if unit in plain), "")


def _from_first_day(match: re.Match[str], day: date | None) -> list[AnyRule]:
    """The rule of words that name no day, but a first time: from that day on, on days like it."""
    unit = _unit(match[0])
    if day is None or not unit:
        return []
    every = 2 if "fortnight" in match[0] else _n(match)
    rule = {"week": Rule(Freq.WEEKLY, interval=every, weekdays=(day.weekday(),)),
            "month": Rule(Freq.MONTHLY, interval=every, days=(day.day,)),
            "quarter": Rule(Freq.MONTHLY, interval=3 * every, days=(day.day,)),
            "year": Rule(Freq.YEARLY, interval=every, days=(day.day,), month=day.month)}[unit]
    try:
        return [_checked(rule)]
    except BadRule:                  # more rarely than is offered
        return []


def _n(match: re.Match[str]) -> int:
    part = match.groupdict()
    return words.number_in(part.get("n") or part.get("n2") or "")


def _weekly(match: re.Match[str]) -> list[AnyRule]:
    part = match.groupdict()
    days = words.weekdays_in(part["days"]) if part.get("days") else WORKING
    every = 2 if "fortnight" in match[0] else _n(match)
    return [Rule(Freq.WEEKLY, interval=every, weekdays=days)]


def _nth(match: re.Match[str]) -> list[AnyRule]:
    part = match.groupdict()
    day = part.get("days")
    weekdays = words.weekdays_in(day) if day else WORKING
    place = words.PLACES[part["place"]]
    if part.get("month"):
        month = words.month_in(part["month"])
        return [Rule(Freq.YEARLY, interval=_n(match), weekdays=weekdays, nth=place, month=month)]
    found: list[AnyRule] = [Rule(Freq.MONTHLY, interval=_n(match), weekdays=weekdays, nth=place)]
    if place in (2, 3, 4) and match[0].startswith(("every", "each")) and "month" not in match[0]:
        found += [Rule(Freq.WEEKLY, interval=place, weekdays=weekdays)] if day else []  # every second Friday
    return found


def _mdays(match: re.Match[str]) -> list[AnyRule]:
    part = match.groupdict()
    days = words.days_in(part["mdays"]) if part.get("mdays") else (LAST,)
    if part.get("month"):
        return [Rule(Freq.YEARLY, interval=_n(match), days=days, month=words.month_in(part["month"]))]
    return [Rule(Freq.MONTHLY, interval=3 if "quarter" in match[0] else _n(match), days=days)]


def _yearly(match: re.Match[str]) -> list[AnyRule]:
    part = match.groupdict()
    return [Rule(Freq.YEARLY, interval=_n(match), days=(int(part["dm"] or part["dm2"]),),
                 month=words.month_in(part["month"] or part["month2"]))]


_YEARS = rf"(?:{_EVERY} (?:{N} )?years?|yearly|annually|once a year)"
_ONE_W = WS.split("(?:(?: ?,")[0] + ")"
_LAST_DAY = r"last day"

_HEADS: tuple[tuple[str, _Reads], ...] = (
    (rf"{_EVERY} (?:{N} )?days?|daily", lambda match: [Rule(Freq.DAILY, interval=_n(match))]),
    (rf"(?:{_EVERY}|on) {WORK}|{_EVERY} {N} weeks? on (?:each |every )?{WORK}", _weekly),
    (rf"{_EVERY} {WS}|on {WS.replace('<days>', '<days2>')}(?<=s)", lambda match: [Rule(
        Freq.WEEKLY, weekdays=words.weekdays_in(match["days"] or match["days2"]))]),
    (rf"(?:{_EVERY} (?:{N} )?weeks?|weekly|fortnightly|{_EVERY} fortnight) on (?:an? |the )?{WS}", _weekly),
    (rf"{_EVERY} other {WS}", lambda match: [Rule(Freq.WEEKLY, interval=2, weekdays=words.weekdays_in(match["days"]))]),
    (rf"(?:on )?(?:the |{_EVERY} )?{O} (?:{_ONE_W}|{WORK}) (?:{_MONTHS})", _nth),
    (rf"{_EVERY} {O} (?:{_ONE_W}|{WORK})(?! of)", _nth),
    (rf"(?:monthly|{_EVERY} (?:{N} )?months?) on the {O} (?:{_ONE_W}|{WORK})", _nth),
    (rf"{_YEARS},? on the {O} (?:{_ONE_W}|{WORK}) (?:of|in) {M}", _nth),
    (rf"(?:on )?the {O} (?:{_ONE_W}|{WORK}) (?:of|in) {M},? (?:{_YEARS})", _nth),
    (rf"(?:on )?(?:the |{_EVERY} )?(?:{DS}|{_LAST_DAY}) (?:{_MONTHS})", _mdays),
    (rf"(?:monthly|quarterly|{_EVERY} quarter|{_EVERY} (?:{N} )?months?),? on (?:the )?(?:{DS}|{_LAST_DAY})"
     rf"(?! (?:{O}|{WORK}))(?: of the month)?(?! \w+day\b)", _mdays),
    (rf"{_YEARS},? on the {_LAST_DAY} of {M}", _mdays),
    (rf"{_YEARS},? on {DM}", _yearly),
    (rf"{_EVERY} {DM}", _yearly),
    (rf"on {DM},? {_YEARS}", _yearly),
    (_NO_DAY, lambda _match: []),
    (rf"{_EVERY} (?:{N} )?(?:hours?|minutes?)|hourly", lambda _match: []),
)
_BEFORE = (rf"{N} (?P<unit>day|week|month|year)s? before (?:(?P<day>{DATE})|(?:my |our |the |your )?"
           r"(?P<what>[a-z][a-z' -]{1,40}?)"
           r"(?: (?P<ends>expires|runs out|ends|is up|expiry(?: date)?|expiration(?: date)?)"
           r"|(?=$|[,;.(]| at \d| at noon| at midnight)))(?: \([^)]*\))?")


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], _Reads]]:
    return [(re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"), reads) for pattern, reads in _HEADS]


@lru_cache(maxsize=1)
def _before_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_BEFORE})")


def _head(plain: str, labels: Mapping[str, str]) -> tuple[re.Match[str], list[AnyRule]] | None:
    """The longest recurrence in a text, of several as long the first."""
    before = _before_pattern().search(plain)
    if before is not None and (rules := _deadlines(before, labels)):
        return before, rules
    best: tuple[re.Match[str], _Reads] | None = None
    for pattern, reads in _patterns():
        match = pattern.search(plain)
        if match is not None and (best is None or len(match[0]) > len(best[0][0])):
            best = match, reads
    if best is None:
        return None
    try:
        return best[0], [_checked(rule) for rule in best[1](best[0])]
    except (BadRule, ValueError):
        return best[0], []


def _checked(rule: AnyRule) -> AnyRule:
    """What a stored rule would be read back as: refuses what is not offered."""
    return rule_from(rule_text(rule), datetime(2024, 1, 1))


def _deadlines(match: re.Match[str], labels: Mapping[str, str]) -> list[AnyRule]:
    amount, unit = words.number_in(match["n"]), Unit(match["unit"][0].upper())
    if match["day"]:
        day = words.date_in(match)
        return [Before(amount, unit, day=day)] if day else []
    said = _bare(match["what"])
    hits = [kind for kind, label in labels.items()
            if _bare(label) == said and (not match["ends"] or _ends(kind, label))]
    return [Before(amount, unit, fact=kind) for kind in hits]


def _bare(text: str) -> frozenset[str]:
    noise = {"expiry", "expires", "expiration", "date", "day", "my", "the", "of", "until", "end", "valid"}
    return frozenset(re.findall(r"[a-z]+", text.lower().replace("'s", ""))) - noise


def _ends(kind: str, label: str) -> bool:
    return re.search(r"expir|until|end\b|due", f"{kind} {label}".lower()) is not None


# What stands beside it

_SHORT = (
    (Short.LAST, r"(?:or|and|otherwise) (?:on )?the last day(?: of the month)?(?: (?:if|when|in) [a-z ]*?short(?:er)?"
                 r"(?: months?| ones?)?)?|in (?:months|years) without one on (?:the last day|28 february)"),
    (Short.SKIP, r"in (?:months|years) without one not at all|(?:and )?skip(?:ping)? (?:the )?(?:short(?:er)? )?months"
                 r"(?: without (?:one|it))?"),
)
_BESIDE = Pattern(
    rf"(?P<time>{TIME})(?:(?: \((?P<zone>[\w/+-]+) time\)))?(?![\w:])|(?:until|till) (?P<until>{DATE})|"
    rf"(?:for )?(?P<count>\d{{1,4}}|{'|'.join(words.NUMBERS)}) times?\b|"
    rf"(?:starting|beginning|from|as of)(?: on)? (?P<start>{DATE.replace('(?P<', '(?P<s_')})|"
    + "|".join(f"(?P<short_{kind.value}>{pattern})" for kind, pattern in _SHORT))


def _beside(plain: str, begin: int, end: int, pieces: _Pieces) -> tuple[int, int]:
    """Takes what stands behind the recurrence, piece by piece, and a time of day before it."""
    while True:
        gap = re.match(r"[ ,;]*", plain[end:])
        here = end + (gap.end() if gap else 0)
        match = _BESIDE.match(plain, here)
        if match is None or not _take(match, pieces):
            break
        end = match.end()
    before = re.search(rf"(?<![\w-])(?:{TIME})[ ,]+$", plain[:begin])
    if before is not None and pieces.clock is None and (clock := words.clock_in(before)) is not None:
        pieces.clock, begin = time(*clock), before.start()
    return begin, end


def _take(match: re.Match[str], pieces: _Pieces) -> bool:
    """Keeps one piece; False where the same was said already."""
    if match["time"]:
        return pieces.clock is None and _take_clock(match, pieces)
    if match["until"] or match["start"]:
        day = words.date_in(match) if match["until"] else _start_day(match)
        name = "until" if match["until"] else "start"
        if getattr(pieces, name) is not None:
            return False
        if day is None:
            pieces.problems.append(f"“{match[0]}”: there is no such day.")
        setattr(pieces, name, day)
        return True
    if match["count"]:
        count = words.number_in(match["count"])
        if pieces.count or not 1 <= count <= MOST_COUNT:
            return False
        pieces.count = count
        return True
    if pieces.short is not None:
        return False
    pieces.short = Short.LAST if match["short_last"] else Short.SKIP
    return True


def _take_clock(match: re.Match[str], pieces: _Pieces) -> bool:
    clock = words.clock_in(match)
    if clock is None:
        pieces.problems.append(f"“{match['time']}” is no time of day.")
    pieces.clock = time(*clock) if clock else None
    return clock is not None


def _start_day(match: re.Match[str]) -> date | None:
    again = re.search(DATE, match["start"])
    return words.date_in(again) if again else None


def _choices(rule: AnyRule, pieces: _Pieces, now: datetime, facts: Facts, problems: list[str]) -> list[Choice]:
    clock = pieces.clock or MORNING
    if isinstance(rule, Before):
        if deadline(rule, facts) is None:
            problems.append("Your profile does not say that day yet; the chore waits until it does.")
        if pieces.until or pieces.count or pieces.start or pieces.short:
            problems.append("A time before a deadline comes once; it takes no start, end or number of times.")
        return [Choice(rule, datetime.combine(now.date(), clock))]
    variants = [rule]
    if has_short_months(rule):
        several = len(rule.days) > 1
        variants = [with_short(rule, each) for each in ((Short.SKIP,) if several else (
            Short.SKIP, Short.LAST) if pieces.short is None else (pieces.short,))]
    return [Choice(final := replace(each, until=pieces.until, count=pieces.count),
                   _anchor(final, pieces.start, now, clock)) for each in variants]


def _anchor(rule: Rule, said: date | None, now: datetime, clock: time) -> datetime:
    """Local time of the first: from the day that was said on, otherwise the next that fits."""
    begin = datetime.combine(said or now.date(), clock)
    if said is None and begin <= now:
        begin += timedelta(days=1)
    if said is not None:
        return begin
    return first(replace(rule, interval=1, until=None, count=0), begin, {}) or begin
