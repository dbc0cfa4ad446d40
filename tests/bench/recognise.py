"""How well the recogniser reads real forms: ``python -m tests.bench.recognise [--set ddg|admin|own] [--misses]``."""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from agent.browser.page import PageMap
from agent.planner.autofill import option_sets, recognise, rules, words
from agent.planner.autofill.classifier import BUCKETS, NONE, Classifier, shipped
from agent.planner.autofill.recognition import Recognition, as_json
from tests.bench.recognise_pages import DATA, LabelledPage, admin_truth, load_pages
from tests.bench.recognise_score import (
    FILL,
    FILL_OR_CHECK,
    FORBIDDEN,
    IDENTITY_KINDS,
    LOGIN,
    RIGHT,
    Row,
    Score,
    forms_right,
    rows_of,
    score,
)
from tests.bench.train_recogniser import by_folds

TYPED = frozenset({"text", "email", "tel", "password", "number", ""})


SILENT = Classifier((NONE,), bytes(BUCKETS), 1.0, (0.0,))
"""Says nothing to anything: the rules alone."""


def _timed(page: PageMap, classifier: Classifier, costs: list[float]) -> list[Recognition]:
    """Recognises with cold caches, as the first page of a run would; adds the milliseconds of processor time."""
    for module in (words, rules):
        for made in vars(module).values():
            if hasattr(made, "cache_clear"):
                made.cache_clear()
    option_sets.country_names()
    option_sets.month_names()
    gc.collect()
    start = time.process_time()
    found = recognise.recognise(page, classifier)
    costs.append((time.process_time() - start) * 1000)
    return found


def _sign_in_mail(page: LabelledPage) -> frozenset[int]:
    """The refs of e-mail boxes in forms that sign somebody in, by the labels alone."""
    found: set[int] = set()
    for form in {c.form for c in page.map.controls}:
        controls = [c for c in page.map.controls if c.form == form]
        labels = {c.ref: page.labels.get(c.ref, "") for c in controls}
        typed = [c for c in controls if c.type in TYPED and c.visible]
        secret = {"password", "password.current"} & set(labels.values())
        if secret and "password.new" not in labels.values() and len(typed) <= 2:
            found |= {ref for ref, label in labels.items() if label == "emailAddress"}
    return frozenset(found)


def ddg_rows(pages: list[LabelledPage], heard: Callable[[LabelledPage], Classifier], costs: list[float]) -> list[Row]:
    """Recognises every page, each with the classifier that ``heard`` names for it, and joins with its labels."""
    rows: list[Row] = []
    for page in pages:
        secret = frozenset(c.ref for c in page.map.controls if c.type in ("password", "checkbox", "file"))
        rows += rows_of(page.name, page.site, page.labels, _timed(page.map, heard(page), costs),
                        _sign_in_mail(page), secret)
    return rows


def _say(name: str, found: Score) -> None:
    print(f"{name:62} precision {_share(found.precision)} ({found.right}/{found.made})   "
          f"recall {_share(found.recall)} ({found.found}/{found.wanted})")


def _share(value: float | None) -> str:
    return "  –  " if value is None else f"{100 * value:5.1f}"


def print_ddg(rows: list[Row], costs: list[float]) -> None:
    """The figures of the ddg pages."""
    labelled = [r for r in rows if r.label]
    kinds = sum(r.right for r in labelled)
    print(f"{len({r.page for r in rows})} pages of {len({r.site for r in rows})} sites, "
          f"{len(labelled)} labelled controls")
    print(f"kind right {100 * kinds / len(labelled):.1f} % of all labelled ({kinds})")
    for name, tiers in (("fill", FILL), ("fill or check", FILL_OR_CHECK)):
        _say(f"{name}, login controls left out", score(rows, tiers, login=False))
        _say(f"{name}, and e-mail boxes of sign-in forms left out", score(rows, tiers, login=False, sign_in_mail=False))
        _say(f"{name}, all labelled controls", score(rows, tiers, login=True))
        right, asked = forms_right(rows, tiers)
        print(f"{name}: pages with 3 identity controls or more, all right and nothing wrong: {right} of {asked}"
              f" ({100 * right / max(1, asked):.1f} %)")
    filled = [r for r in rows if r.tier != "leave"]
    print(f"passwords, codes and cards filled or checked: {sum(r.label in FORBIDDEN for r in filled)}; "
          f"password, checkbox and file controls: {sum(r.secret for r in filled)}; "
          f"user names: {sum(r.label == 'username' for r in filled)} "
          f"(fill {sum(r.label == 'username' and r.tier == 'fill' for r in filled)}); "
          f"e-mail boxes of sign-in forms: {sum(r.signs_in for r in filled)}")
    bare = [r for r in rows if not r.label and r.tier != "leave" and r.kind in IDENTITY_KINDS]
    print(f"unlabelled controls with an identity fill: {sum(r.tier == 'fill' for r in bare)} fill, "
          f"{sum(r.tier == 'check' for r in bare)} check, of {sum(not r.label for r in rows)}")
    print_costs(costs)


def print_costs(costs: list[float]) -> None:
    """Processor time a page."""
    ranked = sorted(costs)
    print(f"CPU ms a page: mean {statistics.mean(ranked):.1f}, median {statistics.median(ranked):.1f}, "
          f"95 % below {ranked[int(0.95 * len(ranked))]:.1f}, most {ranked[-1]:.1f}")


def print_misses(rows: list[Row]) -> None:
    """Every identity control that is not filled right, and every wrong fill."""
    for r in rows:
        wrong = bool(r.label) and r.tier != "leave" and not r.right and (r.kind in IDENTITY_KINDS or r.label in RIGHT)
        missed = r.identity and not (r.right and r.tier == "fill") and not (r.signs_in and r.tier == "leave")
        if wrong or missed:
            sign = ("WRONG" if r.tier == "fill" else "wrong") if wrong else "miss " if r.tier == "leave" else "check"
            where = " login" if r.label in LOGIN else ""
            print(f"{sign} {r.page}: {r.said[:60]!r} is {r.label}{where}, got {r.kind}/{r.subject}/{r.tier}: {r.why}")
        elif not r.label and r.tier != "leave" and r.kind in IDENTITY_KINDS:
            print(f"bare  {r.page}: {r.said[:60]!r} got {r.kind}/{r.tier}: {r.why}")


def _scorer(data: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_forms", data / "score_forms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def admin(data: Path, folder: Path, classifier: Classifier, *, misses: bool) -> None:
    """The figures of a folder of admin pages, by the scorer that stands beside the labelled pages."""
    judge = _scorer(data)
    kinds = json.loads((data.parent / "kinds.json").read_text(encoding="utf-8"))
    files = sorted(folder.glob("*.html"))
    rows, costs, right = [], list[float](), 0
    for file, page in zip(files, load_pages(files, scripts=True), strict=True):
        found = judge.index(as_json(_timed(page.map, classifier, costs)))
        here = []
        for entry in admin_truth(file)["controls"]:
            answer = next((found[i] for i in (entry.get("ids") or [entry["id"]]) if i in found), None)
            here.append({**judge.judge(entry, answer, kinds), "page": file.stem, "why": (answer or {}).get("why")})
        right += all(r["page_ok"] for r in here)
        rows += here
    print(json.dumps(judge.summary(rows), indent=1))
    print(f"pages fully right: {right} of {len(files)}")
    print_costs(costs)
    for r in rows if misses else ():
        if not r["page_ok"] or (r["fillable"] and r["tier"] != "fill"):
            print(f"{r['page']} #{r['id']}: want {'/'.join(r['want'])}, got {'/'.join(map(str, r['got']))}: {r['why']}")


FORMS = Path(__file__).parent / "forms"
"""Pages of our own with their truth."""


def main(arguments: list[str]) -> int:
    """Prints the figures of one set or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("ddg", "admin", "own"), help="one of the three sets; otherwise all")
    parser.add_argument("--data", type=Path, default=DATA, help=f"the folder that holds ddg-dev and admin-dev ({DATA})")
    parser.add_argument("--scripts", action="store_true", help="let the ddg pages' own scripts run")
    parser.add_argument("--misses", action="store_true", help="also list what is not right")
    parser.add_argument("--folds", type=int, default=5, help="parts that the ddg sites are split into for training")
    parser.add_argument("--classifier", choices=("folds", "shipped", "none"), default="folds",
                        help="ddg: trained on other sites (needs scikit-learn), as shipped (trained on these), or none")
    chosen = parser.parse_args(arguments)
    if not (chosen.data / "ddg-dev").is_dir():
        print(f"there are no labelled pages in {chosen.data}", file=sys.stderr)
        return 2
    fixed = SILENT if chosen.classifier == "none" else shipped()
    if chosen.set in (None, "ddg"):
        pages = load_pages(sorted((chosen.data / "ddg-dev").glob("*.html")), scripts=chosen.scripts)
        heard = by_folds(pages, chosen.folds) if chosen.classifier == "folds" else (lambda page: fixed)
        print(f"classifier: {chosen.classifier}")
        costs: list[float] = []
        rows = ddg_rows(pages, heard, costs)
        print_ddg(rows, costs)
        if chosen.misses:
            print_misses(rows)
    for name, folder in (("admin", chosen.data / "admin-dev"), ("own", FORMS)):
        if chosen.set in (None, name):
            print(f"{name}:")
            admin(chosen.data, folder, fixed, misses=chosen.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
