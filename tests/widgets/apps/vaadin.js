// Vaadin: text and email field, select, combo box with virtual list, multi-select combo box, date picker, groups.
import "@vaadin/checkbox";
import "@vaadin/checkbox-group";
import "@vaadin/combo-box";
import "@vaadin/date-picker";
import "@vaadin/email-field";
import "@vaadin/integer-field";
import "@vaadin/multi-select-combo-box";
import "@vaadin/radio-group";
import "@vaadin/select";
import "@vaadin/text-field";
import { contacts, countries, languages, plain, submit, titles, weekdays } from "./shared.js";

const form = plain("Become a volunteer", `
  <vaadin-select id="title" label="Title" required></vaadin-select>
  <vaadin-text-field id="name" label="Full name" required></vaadin-text-field>
  <vaadin-email-field id="email" label="Email address" required></vaadin-email-field>
  <vaadin-date-picker id="birthday" label="Date of birth" required></vaadin-date-picker>
  <vaadin-combo-box id="country" label="Country" required item-label-path="label" item-value-path="value"></vaadin-combo-box>
  <vaadin-multi-select-combo-box id="languages" label="Languages you speak" required item-label-path="label" item-id-path="value"></vaadin-multi-select-combo-box>
  <vaadin-radio-group id="contact" label="How should we contact you?" required>
    ${contacts.map(({ value, label }) => `<vaadin-radio-button value="${value}" label="${label}"></vaadin-radio-button>`).join("")}</vaadin-radio-group>
  <vaadin-checkbox-group id="days" label="Which days suit you?" required>
    ${weekdays.map(({ value, label }) => `<vaadin-checkbox value="${value}" label="${label}"></vaadin-checkbox>`).join("")}</vaadin-checkbox-group>
  <vaadin-integer-field id="visitors" label="Number of visitors" value="1" min="1" max="20" step-buttons-visible></vaadin-integer-field>
  <vaadin-checkbox id="news" label="Send me the newsletter" checked></vaadin-checkbox>
  <vaadin-checkbox id="terms" label="I accept the terms of use" required></vaadin-checkbox>`);
const get = (id) => document.getElementById(id);
get("title").items = titles;
get("country").items = countries;
get("languages").items = languages;
get("birthday").i18n = {
  ...get("birthday").i18n,
  formatDate: ({ day, month, year }) => `${String(day).padStart(2, "0")}/${String(month + 1).padStart(2, "0")}/${year}`,
  parseDate: (text) => { const [day, month, year] = text.split("/").map(Number); return { day, month: month - 1, year }; },
};
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const values = Object.fromEntries(["title", "name", "email", "birthday", "country", "contact", "days", "visitors"].map((id) => [id, get(id).value]));
  submit({ ...values, languages: get("languages").selectedItems.map((each) => each.value), news: get("news").checked, terms: get("terms").checked });
});
