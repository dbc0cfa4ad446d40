"""All forms, each on one component library as its documentation shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.widgets.form import WANTED, Form, Widget

FULL = ("title", "name", "email", "birthday", "country", "languages", "contact", "days", "hours", "news", "terms")


def _form(name: str, framework: str, fields: str, widgets: Mapping[str, Widget] | None = None,
          gets: Mapping[str, Sequence[tuple[str, ...]]] | None = None) -> Form:
    return Form(name, framework, tuple(fields.split()), widgets or {}, gets or {})


_LISTS = "title name email country languages"
_GROUPS = "contact days news terms"
_SELECT = {"country": Widget.SELECT}
_BARE_IBAN = {"iban": [WANTED["iban"], ("GB33BUKB20201555555555",)]}

FORMS: tuple[Form, ...] = (
    _form("react-select", "React", _LISTS),
    _form("headlessui", "React", f"{_LISTS} {_GROUPS}"),
    _form("mui", "React", f"{_LISTS} phone birthday hours {_GROUPS}"),
    _form("antd", "React", f"{_LISTS} birthday town visitors hours document {_GROUPS}"),
    _form("react-aria", "React", f"title name email birthday country visitors hours {_GROUPS}"),
    _form("radix", "React", f"title name email country hours {_GROUPS}", _SELECT),
    _form("mantine", "React", f"{_LISTS} birthday town visitors hours document message {_GROUPS}"),
    _form("chakra", "React", f"title name email country visitors hours document {_GROUPS}", _SELECT),
    _form("react-bootstrap", "React", f"title name email birthday country hours document {_GROUPS}", _SELECT),
    _form("primereact", "React", f"{_LISTS} birthday town iban visitors hours {_GROUPS}", None, _BARE_IBAN),
    _form("vuetify", "Vue", f"{_LISTS} town visitors hours document message {_GROUPS}"),
    _form("element-plus", "Vue", f"{_LISTS} birthday town visitors hours document {_GROUPS}"),
    _form("primevue", "Vue", f"{_LISTS} birthday town iban visitors hours {_GROUPS}", None, _BARE_IBAN),
    _form("quasar", "Vue", f"{_LISTS} phone birthday visitors hours document message {_GROUPS}",
          {"phone": Widget.MASK}),
    _form("naive-ui", "Vue", f"{_LISTS} birthday town visitors hours document {_GROUPS}"),
    _form("vue-multiselect", "Vue", _LISTS),
    _form("angular-material", "Angular", f"{_LISTS} birthday hours {_GROUPS}"),
    _form("ng-select", "Angular", _LISTS),
    _form("shoelace", "web components", f"{_LISTS} birthday visitors hours message {_GROUPS}", _SELECT),
    _form("material-web", "web components", f"title name email country hours message {_GROUPS}", _SELECT),
    _form("vaadin", "web components", f"{_LISTS} birthday visitors {_GROUPS}", {"news": Widget.CHECKBOX}),
    _form("ionic", "web components", f"title name email birthday languages hours {_GROUPS}"),
    _form("ui5", "web components", f"{_LISTS} birthday visitors hours {_GROUPS}"),
    _form("spectrum", "web components", f"title name email country visitors hours {_GROUPS}"),
    _form("select2", "plain", _LISTS),
    _form("choices", "plain", _LISTS),
    _form("tom-select", "plain", _LISTS),
    _form("flatpickr", "plain", "name email birthday begin", None, {"begin": [("01/02/2027",)]}),
    _form("pikaday", "plain", "name email birthday begin"),
    _form("air-datepicker", "plain", "name email birthday", None, {"birthday": [("14/03/1986",)]}),
    _form("imask", "plain", "name email phone postcode birthday iban amount",
          {"phone": Widget.MASK, "birthday": Widget.MASK},
          {"birthday": [("14/03/1986",)], "amount": [("1,234.50",)]}),
    _form("cleave", "plain", "name email birthday iban amount", {"birthday": Widget.MASK},
          {"birthday": [("14/03/1986",)], "amount": [("1234.50",), ("1234.5",)]}),
    _form("quill", "plain", "name email message", {"message": Widget.RICH}),
    _form("dropzone", "plain", "name email document"),
    _form("filepond", "plain", "name email document"),
    _form("nouislider", "plain", "name email hours"),
    _form("intl-tel-input", "plain", "name email phone", None, {"phone": [("+447700900183",)]}),
)
BY_NAME = {form.name: form for form in FORMS}
