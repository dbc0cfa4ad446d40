// UI5 Web Components: input, select, combo box, multi combo box, date picker, radios, checkboxes, switch, slider, stepper.
import "@ui5/webcomponents/dist/Button.js";
import "@ui5/webcomponents/dist/CheckBox.js";
import "@ui5/webcomponents/dist/ComboBox.js";
import "@ui5/webcomponents/dist/ComboBoxItem.js";
import "@ui5/webcomponents/dist/DatePicker.js";
import "@ui5/webcomponents/dist/Input.js";
import "@ui5/webcomponents/dist/Label.js";
import "@ui5/webcomponents/dist/MultiComboBox.js";
import "@ui5/webcomponents/dist/MultiComboBoxItem.js";
import "@ui5/webcomponents/dist/Option.js";
import "@ui5/webcomponents/dist/RadioButton.js";
import "@ui5/webcomponents/dist/Select.js";
import "@ui5/webcomponents/dist/Slider.js";
import "@ui5/webcomponents/dist/StepInput.js";
import "@ui5/webcomponents/dist/Switch.js";
import { contacts, countries, languages, plain, submit, titles, weekdays } from "./shared.js";

const row = (id, label, control) => `<p><ui5-label for="${id}" required show-colon>${label}</ui5-label> ${control}</p>`;
const form = plain("Become a volunteer", `
  ${row("title", "Title", `<ui5-select id="title" required><ui5-option value="">Choose</ui5-option>${titles.map((each) => `<ui5-option value="${each.value}">${each.label}</ui5-option>`).join("")}</ui5-select>`)}
  ${row("name", "Full name", '<ui5-input id="name" required></ui5-input>')}
  ${row("email", "Email address", '<ui5-input id="email" type="Email" required></ui5-input>')}
  ${row("birthday", "Date of birth", '<ui5-date-picker id="birthday" format-pattern="dd/MM/yyyy" value-format="yyyy-MM-dd" required></ui5-date-picker>')}
  ${row("country", "Country", `<ui5-combobox id="country" required>${countries.map((each) => `<ui5-cb-item text="${each.label}" value="${each.value}"></ui5-cb-item>`).join("")}</ui5-combobox>`)}
  ${row("languages", "Languages you speak", `<ui5-multi-combobox id="languages" required>${languages.map((each) => `<ui5-mcb-item text="${each.label}" value="${each.value}"></ui5-mcb-item>`).join("")}</ui5-multi-combobox>`)}
  <div role="radiogroup" aria-labelledby="contact-label"><ui5-label id="contact-label" required>How should we contact you?</ui5-label>
    ${contacts.map(({ value, label }) => `<ui5-radio-button name="contact" value="${value}" text="${label}"></ui5-radio-button>`).join("")}</div>
  <fieldset><legend>Which days suit you? *</legend>${weekdays.map(({ value, label }) => `<ui5-checkbox class="day" name="${value}" text="${label}"></ui5-checkbox>`).join("")}</fieldset>
  <p><ui5-label for="visitors">Number of visitors</ui5-label> <ui5-step-input id="visitors" value="1" min="1" max="20"></ui5-step-input></p>
  <p><ui5-label for="hours">Hours per week</ui5-label> <ui5-slider id="hours" accessible-name="Hours per week" min="0" max="40" value="4" style="width:300px"></ui5-slider></p>
  <p><ui5-label for="news">Send me the newsletter</ui5-label> <ui5-switch id="news" checked accessible-name="Send me the newsletter"></ui5-switch></p>
  <p><ui5-checkbox id="terms" text="I accept the terms of use *" required></ui5-checkbox></p>`);
form.querySelector("button").outerHTML = '<ui5-button design="Emphasized" type="Submit">Send</ui5-button>';
const get = (id) => document.getElementById(id);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit({
    title: get("title").value, name: get("name").value, email: get("email").value,
    birthday: get("birthday").value.includes("/") ? get("birthday").value.split("/").reverse().join("-") : get("birthday").value,
    country: countries.find((each) => each.label === get("country").value)?.value ?? get("country").value,
    languages: [...get("languages").querySelectorAll("[selected]")].map((each) => each.value ?? each.getAttribute("value")),
    contact: form.querySelector('ui5-radio-button[name="contact"][checked]')?.value ?? "",
    days: [...form.querySelectorAll(".day[checked]")].map((each) => each.name), visitors: get("visitors").value,
    hours: get("hours").value, news: get("news").checked, terms: get("terms").checked,
  });
});
