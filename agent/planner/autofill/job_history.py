"""What forms ask about the person's work: the present job is in the profile, earlier ones are not."""

from __future__ import annotations

from dataclasses import replace

from agent.planner.autofill.draft import Draft
from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.rows import either
from agent.planner.autofill.words import word_set
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

_WORK = either(
    en=r"employ|\bjobs?\b|work|occupation|position", de=r"arbeit|beschaftig|anstellung|beruf|stelle\b|tatigkeit",
    fr=r"employeur|emploi|poste|travail|profession", es=r"emple|trabajo|puesto|laboral|ocupacion",
    it=r"lavor|impiego|occupazione|professional", nl=r"werk|baan\b|functie|dienstverband",
    pl=r"prac(?:a|y|e|odawc)|zatrudnieni|stanowisk", pt=r"empreg|trabalho|profissional|ocupacao")
_PRESENT = Pattern(either(
    en=r"current|present", de=r"aktuell|derzeit|jetzig|gegenwartig", fr=r"actuel", es=r"actual",
    it=r"attuale", nl=r"huidig", pl=r"obecn|aktualn", pt=r"atual|actual"))
_PAST = Pattern(either(
    en=r"previous|former|past|prior|earlier", de=r"bisherig|fruher|vorherig|ehemalig|vorige",
    fr=r"precedent|ancien|anterieur", es=r"anterior|previ[oa]", it=r"precedent|passat",
    nl=r"vorige|eerdere|vroegere", pl=r"poprzedn|wczesniejsz", pt=r"anterior"))
_SECTION = Pattern(_WORK)
_FROM = Pattern(either(
    en=r"(?:date )?(?:started|start(?:ed)? date|start(?:ing)?(?: date)?|from|since|date (?:started|joined|from))",
    de=r"(?:beginn|begonnen|von|seit|ab|eintritt(?:sdatum)?|beschaftigt seit)",
    fr=r"(?:debut|date (?:de debut|d entree)|du|depuis(?: le)?|a partir du)",
    es=r"(?:inicio|fecha (?:de )?inicio|desde(?: el)?)", it=r"(?:inizio|data (?:di )?inizio|dal|da)",
    nl=r"(?:begin(?:datum)?|start(?:datum)?|van|vanaf|sinds)", pl=r"(?:od(?: kiedy| dnia)?|data rozpoczecia|poczatek)",
    pt=r"(?:inicio|data de inicio|desde|de)"))
_OF_THE_JOB = word_set("employer-name employer-address organization-title job-start-date organization annual-income")


def of_a_job(draft: Draft) -> Draft:
    """The draft with a job's beginning named in a part about the present one, and doubted in one about an earlier."""
    above = draft.words.legend or ("" if draft.words.titled else draft.words.heading)
    own = draft.subject in (Subject.SELF, Subject.EMPLOYER, Subject.NONE)
    if draft.vetoed or not own or not _SECTION.search(above):
        return draft
    present, past = bool(_PRESENT.search(above)), bool(_PAST.search(above))
    begins = draft.kind in ("other", "task-value", "move-in-date") and _FROM.fullmatch(draft.words.core)
    if begins and present and draft.control.type in ("text", "date", "month", ""):
        return replace(draft, kind=FactKind("job-start-date"), subject=Subject.SELF, confidence=0.82,
                       why="when the present job began")
    if past and not present and draft.kind in _OF_THE_JOB:
        return replace(draft, confidence=min(draft.confidence, 0.6), why=f"{draft.why}; of an earlier job")
    if present and draft.kind == "employer-name" and draft.subject is Subject.EMPLOYER and draft.confidence >= 0.75:
        return replace(draft, confidence=max(draft.confidence, 0.85))
    return draft
