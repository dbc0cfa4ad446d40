"""Pictures of the profile: full, editing, importing, adding, nothing yet, a file with mistakes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from agent.protocol.messages import CheckDoc, DisclosureDoc, FactDoc, ImportDoc, KindDoc
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.navigation import Place, View
from desktop.profile.view import ProfileView
from desktop.shell import Shell

_KINDS = """given-name|Given name|identity|low|Eleanor
family-name|Family name|identity|low|Whitcombe
nationality|Nationality|identity|personal|British
bday|Date of birth|birth|personal|1986-03-14
email|E-mail address|contact|personal|e.whitcombe@example.org
tel|Telephone|contact|personal|+447700900183
street-address|Street address|address|personal|14 Quarry Lane
postal-code|Postcode|address|personal|TQ12 4AB
country|Country|address|low|GB
household-size|Household size|household|low|3
passport-number|Passport number|documents|private|123456789
iban|IBAN|bank|private|GB29 NWBK 6016 1331 9268 19
employer-name|Employer name|work|personal|Thornmere Mills
university|University|education|low|Exeter
gp-name|Family doctor|health|personal|Dr Marsh
meter-number|Meter number|property|personal|1200023305967
vehicle-registration|Vehicle registration|vehicle|personal|AB12 CDE
frequent-flyer-number|Frequent flyer number|travel|personal|FF 1
url|Web page|online|low|https://example.org
library-card-number|Library card number|other|personal|88120"""

KINDS = [KindDoc(kind=kind, label=label, group=group, sensitivity=sensitivity, example=example)
         for kind, label, group, sensitivity, example in (row.split("|") for row in _KINDS.splitlines())]
_BY_KIND = {each["kind"]: each for each in KINDS}


def fact(kind: str, value: str, *sites: str, label: str = "", group: str = "") -> FactDoc:
    """A fact that went to these sites."""
    known = _BY_KIND.get(kind)
    return FactDoc(kind=kind, label=label or (known["label"] if known else kind),
                   group=group or (known["group"] if known else "other"), value=value,
                   sensitivity=known["sensitivity"] if known else "personal", updated_at="2026-11-01T10:00:00Z",
                   disclosed=[DisclosureDoc(site=site, at="2026-11-23T18:52:00Z", receipt="r9") for site in sites])


FACTS = [
    fact("given-name", "Eleanor", "permits.thornmere.example", "library.thornmere.example"),
    fact("family-name", "Whitcombe", "permits.thornmere.example"),
    fact("bday", "1986-03-14"),
    fact("email", "e.whitcombe@example.org", "permits.thornmere.example", "energy.example"),
    fact("tel", "+447700900183"),
    fact("street-address", "14 Quarry Lane\nThornmere", "bank.example"),
    fact("postal-code", "TQ12 4AB", "permits.thornmere.example", "bank.example", "energy.example"),
    fact("passport-number", "925665416"),
    fact("iban", "GB29NWBK60161331926819", "bank.example"),
    fact("vehicle-registration", "AB12 CDE", "permits.thornmere.example"),
    fact("custom-boat-name", "Curlew <b>II</b>", label="Boat name"),
]
BROUGHT = ImportDoc(
    facts=[fact("given-name", "Eleanor"), fact("tel", "+447700900999"), fact("iban", "GB82WEST12345698765432"),
           fact("country", "GB"), fact("university", "University of Exeter")],
    notes=["line 9, NOTE: free notes are not taken over", "line 12, PHOTO: pictures are not taken over"],
    replaces=["tel", "iban"], seen="5f2c")
MISTAKES = ("line 3, bday: “a date such as 1986-03-14” is wanted here\n"
            "line 5, iban: its check digits do not fit; look for a slip\n"
            "line 8, shoe-size: there is no kind of fact of that name")


def check(params: dict[str, object]) -> CheckDoc:
    """Stands for the agent's look: postcodes are written tidily, short ones are wrong, plates are doubted."""
    value, kind = str(params["value"]).strip(), params["kind"]
    if kind == "postal-code" and len(value) < 5:
        return CheckDoc(value="", problem="a postcode such as TQ12 4AB is wanted here.", doubt="")
    if kind == "postal-code":
        return CheckDoc(value=value.upper(), problem="", doubt="")
    if kind == "vehicle-registration":
        return CheckDoc(value=value, problem="", doubt="this does not look like a British number plate.")
    return CheckDoc(value=value, problem="", doubt="")


def serve(desk: StandIn, facts: list[FactDoc]) -> None:
    """Lets the stand-in keep these facts, for real."""
    held = {each["kind"]: each for each in facts}

    def put(params: dict[str, object]) -> dict[str, object]:
        kind = str(params["kind"])
        former = held.get(kind)
        held[kind] = ({**former, "value": str(params["value"])} if former
                      else fact(kind, str(params["value"])))
        return {"facts": {}}

    def remove(params: dict[str, object]) -> dict[str, object]:
        held.pop(str(params["kind"]), None)
        return {"facts": {}}

    def bring(_params: dict[str, object]) -> dict[str, object]:
        held.update({each["kind"]: each for each in BROUGHT["facts"]})
        return {"facts": {}}

    desk.reply("profile facts", lambda _params: list(held.values()))
    desk.reply("profile kinds", KINDS)
    desk.reply("profile check", check)
    desk.reply("profile set", put)
    desk.reply("profile remove", remove)
    desk.reply("profile preview", BROUGHT)
    desk.reply("profile import", bring)


def _full(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, FACTS)
    return ProfileView(shell)


def _empty(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, [])
    return ProfileView(shell)


def _mistakes(shell: Shell, desk: StandIn) -> QWidget:
    serve(desk, FACTS)
    desk.reply("profile preview", Problem(MISTAKES, "ImportProblem"))
    return ProfileView(shell)


def _failing(shell: Shell, desk: StandIn) -> QWidget:
    return ProfileView(shell)


def _edit(view: QWidget) -> None:
    assert isinstance(view, ProfileView)
    for kind, text in (("given-name", "Eleanor"), ("vehicle-registration", "AB12"), ("postal-code", "TQ1")):
        row = view.cards.rows[kind]
        row.open_editor()
        if row.field is not None:
            row.field.set_text(text)
            row.field.check()


def _go(view: QWidget) -> None:
    assert isinstance(view, ProfileView)
    view.cards.rows["postal-code"].toggle_sent()
    view.go(Place(View.PROFILE, "postal-code"))


def _import(view: QWidget) -> None:
    assert isinstance(view, ProfileView)
    view.preview("/home/eleanor/Eleanor.vcf")


def _export(view: QWidget) -> None:
    assert isinstance(view, ProfileView)
    view.export()


def _end(view: QWidget) -> None:
    assert isinstance(view, ProfileView)
    view.scroll_to_end()


SCENES: tuple[Scene, ...] = (
    Scene("profile-full", _full),
    Scene("profile-full-end", _full, after=_end),
    Scene("profile-small", _full, width=800, height=640),
    Scene("profile-editing", _full, height=900, after=_edit),
    Scene("profile-fact", _full, after=_go),
    Scene("profile-import", _full, after=_import),
    Scene("profile-import-mistakes", _mistakes, after=_import),
    Scene("profile-export", _full, after=_export),
    Scene("profile-empty", _empty),
    Scene("profile-failing", _failing),
)
