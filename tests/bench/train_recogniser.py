"""Makes the classifier's weights: ``python -m tests.bench.train_recogniser [--data DIR]``. Needs scikit-learn.

It learns from the labelled ddg pages (their words and neighbours; no HTML of theirs goes into the weights, which are
sums over hashed words) and from authored forms in eleven languages. `tests.bench.recognise` trains the same way on four
fifths of the sites and measures on the fifth.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import agent.planner.autofill.classifier as room
from agent.browser.page import PageMap
from agent.planner.autofill.agreement import class_of, seen
from agent.planner.autofill.classifier import BUCKETS, NONE, WEIGHTS, Classifier, bucket
from agent.planner.autofill.recognise import drafts_of
from agent.planner.autofill.recognition import FILL_AT
from tests.bench.authored_fields import authored_forms
from tests.bench.recognise_pages import DATA, LabelledPage, load_pages
from tests.bench.recognise_score import IDENTITY, IDENTITY_KINDS, LOGIN

CLASS = {
    "firstName": "given-name", "middleName": "additional-name", "lastName": "family-name", "fullName": "name",
    "emailAddress": "email", "phone": "tel", "addressStreet": "address-line1", "addressStreet2": "address-line2",
    "addressCity": "address-level2", "addressProvince": "address-level1", "addressPostalCode": "postal-code",
    "addressCountryCode": "country", "birthday": "bday", "birthdayDay": "bday-day", "birthdayMonth": "bday-month",
    "birthdayYear": "bday-year",
}
AMBIGUOUS = "username OR emailAddress"
AUTHORED = 1500
AUTHORED_WEIGHT = 0.25
"""An authored field against a real one: they are many and alike."""
UNLABELLED_WEIGHT = 0.5
"""A control without a label is most likely no identity field, but nobody said so."""
STRENGTH = 0.4
"""scikit-learn's C: the smaller, the more the weights are held down."""


@dataclass(frozen=True, slots=True)
class Example:
    """What the classifier sees of a control, what that is, and how much it counts."""

    seen: list[str]
    kind: str
    weight: float


def examples_of(page: LabelledPage) -> list[Example]:
    """The examples of one labelled page."""
    drafts = drafts_of(page.map)
    found = []
    for at, what in seen(drafts):
        draft, label = drafts[at], page.labels.get(drafts[at].control.ref, "")
        if label == AMBIGUOUS or (label == "addressCountryCode" and draft.kind == "tel-country-code"):
            continue
        if not label and draft.kind in IDENTITY_KINDS and draft.confidence >= FILL_AT:
            continue
        kind = CLASS[label] if label in IDENTITY else NONE
        found.append(Example(what, kind, 1.0 if label and label not in LOGIN else UNLABELLED_WEIGHT))
    return found


def authored_examples() -> list[Example]:
    """The examples of the authored forms."""
    found = []
    for page, kinds in authored_forms(AUTHORED):
        found += _of_form(page, kinds)
    return found


def _of_form(page: PageMap, kinds: Sequence[str]) -> list[Example]:
    return [Example(what, class_of(kinds[at]), AUTHORED_WEIGHT) for at, what in seen(drafts_of(page))]


def train(examples: Sequence[Example]) -> Classifier:
    """A classifier of these examples. The same examples give the same weights."""
    import numpy
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows = [sorted({bucket(each) for each in example.seen}) for example in examples]
    starts = numpy.cumsum([0, *map(len, rows)])
    columns = numpy.concatenate([numpy.array(row, dtype=numpy.int32) for row in rows])
    table = csr_matrix((numpy.ones(len(columns)), columns, starts), shape=(len(rows), BUCKETS))
    model = LogisticRegression(C=STRENGTH, max_iter=200)
    model.fit(table, [example.kind for example in examples], sample_weight=[example.weight for example in examples])
    step = float(abs(model.coef_).max()) / 127
    whole = numpy.rint(model.coef_.T / step).astype(numpy.int8)
    return Classifier(list(model.classes_), numpy.ascontiguousarray(whole).tobytes(), step,
                      [round(float(value), 4) for value in model.intercept_])


def by_folds(pages: Sequence[LabelledPage], folds: int) -> Callable[[LabelledPage], Classifier]:
    """For each page a classifier that never saw its site."""
    sites = sorted({page.site for page in pages})
    fold_of = {site: at % folds for at, site in enumerate(sites)}
    authored = authored_examples()
    kept = {page.name: examples_of(page) for page in pages}
    trained = []
    for fold in range(folds):
        learnt = [e for page in pages if fold_of[page.site] != fold for e in kept[page.name]]
        trained.append(train([*learnt, *authored]))
    return partial(_of_fold, fold_of, trained)


def _of_fold(fold_of: dict[str, int], trained: list[Classifier], page: LabelledPage) -> Classifier:
    return trained[fold_of[page.site]]


def main(arguments: list[str]) -> int:
    """Writes the weights into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help=f"the folder that holds ddg-dev ({DATA})")
    chosen = parser.parse_args(arguments)
    pages = load_pages(sorted((chosen.data / "ddg-dev").glob("*.html")), scripts=False)
    examples = [each for page in pages for each in examples_of(page)]
    authored = authored_examples()
    made = train([*examples, *authored]).written()
    Path(room.__file__).with_name(WEIGHTS).write_bytes(made)
    print(f"{len(examples)} controls and {len(authored)} authored ones; {len(made) // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
