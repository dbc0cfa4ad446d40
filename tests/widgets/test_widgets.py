"""The measurement itself: what counts as right. The forms are run by `python -m tests.widgets.run`."""

from __future__ import annotations

import pytest

from tests.widgets.form import USUAL, WANTED, Form, Widget, judge
from tests.widgets.forms import BY_NAME, FORMS
from tests.widgets.install import HERE


def form(*fields: str, **more: object) -> Form:
    return Form("any", "plain", fields, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("field", "pairs", "right"), [
    ("title", [("title", "ms")], True),
    ("title", [("title", "mrs")], False),
    ("title", [("title", "ms"), ("title", "mr")], False),
    ("title", [], False),
    ("days", [("days.0", "thu"), ("days.1", "mon")], True),
    ("days", [("days", "mon"), ("days", "thu")], True),
    ("days", [("days.0", "mon")], False),
    ("days", [("days.0", "mon"), ("days.1", "thu"), ("days.2", "fri")], False),
    ("news", [("news", "true")], False),
])
def test_a_field_is_right_only_with_exactly_its_values(field: str, pairs: list[tuple[str, str]], right: bool) -> None:
    (verdict,) = judge(form(field), pairs)
    assert verdict.right is right


def test_markup_counts_only_in_rich_text() -> None:
    pairs = [("message", f"<p>{WANTED['message'][0].replace(' ', '&nbsp;')}</p>")]
    assert not judge(form("message"), pairs)[0].right
    assert judge(form("message", widgets={"message": Widget.RICH}), pairs)[0].right


def test_every_form_has_its_page_and_every_widget_is_on_a_form() -> None:
    sources = {path.stem for path in (HERE / "apps").iterdir()}
    assert set(BY_NAME) == {each for each in sources if "shared" not in each}
    assert len(FORMS) >= 25
    assert {each.widget(name) for each in FORMS for name in each.fields} == set(Widget)
    assert set(USUAL) == set(WANTED)
