"""The list of form pages: which file of which package each comes from, and what stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Library(StrEnum):
    """The published package that a page comes from."""

    GOVUK = "govuk"              # govuk-frontend, MIT
    NHSUK = "nhsuk"              # nhsuk-frontend, MIT
    USWDS = "uswds"              # @uswds/uswds, CC0 (public domain)


class Make(StrEnum):
    """How much of a page is the package's own."""

    WHOLE = "whole"              # one template of the package, page frame included; only action and method are ours
    FORM = "form"                # one form template of the package, in the package's own base page; see `Page.button`
    FIXTURES = "fixtures"        # the package's own rendered components, untouched, in one form in its page template


@dataclass(frozen=True, slots=True)
class Page:
    """One form page.

    ``template`` and ``data`` are paths below ``packages/`` of USWDS; ``parts`` are (component, fixture name) of
    ``components/<component>/fixtures.json``. ``button`` says that the package ships the form without one and ours
    (in its own markup) was added. ``controls`` are (wire name, label) of what a person can fill, in page order, a
    radio or checkbox group once under its legend.
    """

    name: str
    library: Library
    make: Make
    controls: tuple[tuple[str, str], ...]
    template: str = ""
    data: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    button: bool = False
    upload: bool = False


PAGES: tuple[Page, ...] = (
    Page("uswds-create-account", Library.USWDS, Make.WHOLE,
         (("email", "Email address"), ("password", "Create password"), ("password-confirm", "Re-type password"),
          ("terms-and-conditions", "I agree to the terms and conditions.")),
         template="templates/usa-create-account/usa-create-account.twig",
         data="templates/usa-create-account/usa-create-account.json"),
    Page("uswds-create-account-es", Library.USWDS, Make.WHOLE,
         (("email", "Su email"), ("password", "Cree una contraseña"), ("password-confirm", "Reescriba la contraseña"),
          ("terms-and-conditions", "Estoy de acuerdo con los términos y condiciones de uso.")),
         template="templates/usa-create-account/usa-create-account.twig",
         data="templates/usa-create-account/usa-create-account~lang-es.json"),
    Page("uswds-sign-in", Library.USWDS, Make.WHOLE,
         (("email", "Email address"), ("password", "Password")),
         template="templates/usa-sign-in/usa-sign-in.twig", data="templates/usa-sign-in/usa-sign-in.json"),
    Page("uswds-address", Library.USWDS, Make.FORM,
         (("mailing-address-1", "Street address"), ("mailing-address-2", "Street address line 2"), ("city", "City"),
          ("state", "State, territory, or military post"), ("zip", "ZIP code"),
          ("urbanization", "Urbanization (Puerto Rico only)")),
         template="templates/usa-address-form.twig", button=True),
    Page("uswds-name", Library.USWDS, Make.FORM,
         (("first-name", "First or given name"), ("middle-name", "Middle name"), ("last-name", "Last or family name"),
          ("full-name", "Full name"), ("preferred-name", "I prefer to be addressed as")),
         template="templates/usa-name-form.twig", button=True),
    Page("uswds-password-reset", Library.USWDS, Make.FORM,
         (("password", "New password"), ("confirmPassword", "Confirm password")),
         template="templates/usa-password-reset-form.twig"),
    Page("nhsuk-address", Library.NHSUK, Make.FIXTURES,
         (("address-line1", "Address line 1"), ("address-line2", "Address line 2 (optional)"),
          ("address-town", "Town or city"), ("address-postcode", "Postcode")),
         parts=(("fieldset", "with HTML"),)),
    Page("nhsuk-contact", Library.NHSUK, Make.FIXTURES,
         (("example", "How do you want to be contacted about this?"), ("contact-by-email", "Email address"),
          ("contact-by-phone", "Phone number"), ("contact-by-text", "Mobile phone number")),
         parts=(("radios", "with conditional content"),)),
    Page("nhsuk-registration", Library.NHSUK, Make.FIXTURES,
         (("example", "What is your full name?"), ("day", "Day"), ("month", "Month"), ("year", "Year"),
          ("address-line1", "Address line 1"), ("address-line2", "Address line 2 (optional)"),
          ("address-town", "Town or city"), ("address-postcode", "Postcode"), ("contact-by-email", "Email address"),
          ("contact-by-text", "Mobile phone number")),
         parts=(("input", "default"), ("date-input", "with autocomplete values"), ("fieldset", "with HTML"),
                ("input", "example email address"), ("input", "example mobile phone number"))),
    Page("nhsuk-detail", Library.NHSUK, Make.FIXTURES,
         # The package's own script hides the file control and takes its label away to a button.
         (("example", "Can you provide more detail?"), ("file-upload", "")),
         parts=(("textarea", "default"), ("file-upload", "with hint")), upload=True),
    Page("govuk-identity", Library.GOVUK, Make.FIXTURES,
         (("test-name", "National Insurance number"), ("day", "Day"), ("month", "Month"), ("year", "Year"),
          ("nationality", "What is your nationality?"), ("address", "Full address")),
         parts=(("input", "default"), ("date-input", "default"), ("checkboxes", "default"),
                ("textarea", "with custom rows"))),
    Page("govuk-contact", Library.GOVUK, Make.FIXTURES,
         (("how-contacted", "How do you want to be contacted?"), ("context-email", "Email address"),
          ("contact-phone", "Phone number"), ("contact-text-message", "Mobile phone number"),
          ("more-detail", "Can you provide more detail?")),
         parts=(("radios", "with conditional items"), ("textarea", "default"))),
    Page("govuk-preticked", Library.GOVUK, Make.FIXTURES,
         (("how-contacted-checked", "How do you want to be contacted?"), ("context-email", "Email address"),
          ("contact-phone", "Phone number"), ("contact-text-message", "Mobile phone number")),
         parts=(("checkboxes", "with pre-checked values"),)),
    Page("govuk-evidence", Library.GOVUK, Make.FIXTURES,
         (("file-upload-2", "Upload your photo"), ("more-detail", "Can you provide more detail?")),
         parts=(("file-upload", "with hint text"), ("textarea", "default")), upload=True),
)

BY_NAME = {page.name: page for page in PAGES}
