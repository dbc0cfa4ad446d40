// Spectrum Web Components: text field, picker, combobox, groups, number field, slider, switch.
import "@spectrum-web-components/bundle/elements.js";
import { contacts, countries, plain, submit, titles, weekdays } from "./shared.js";

const items = (list) => list.map(({ value, label }) => `<sp-menu-item value="${value}">${label}</sp-menu-item>`).join("");
const form = plain("Become a volunteer", `<sp-theme system="spectrum" color="light" scale="medium">
  <sp-field-label for="title" required>Title</sp-field-label><sp-picker id="title" label="Choose a title">${items(titles)}</sp-picker>
  <sp-field-label for="name" required>Full name</sp-field-label><sp-textfield id="name" required></sp-textfield>
  <sp-field-label for="email" required>Email address</sp-field-label><sp-textfield id="email" type="email" required></sp-textfield>
  <sp-field-label for="country" required>Country</sp-field-label><sp-combobox id="country" autocomplete="list">${items(countries)}</sp-combobox>
  <sp-field-label for="contact" required>How should we contact you?</sp-field-label>
  <sp-radio-group id="contact" name="contact" vertical>${contacts.map(({ value, label }) => `<sp-radio value="${value}">${label}</sp-radio>`).join("")}</sp-radio-group>
  <fieldset><legend>Which days suit you? *</legend>${weekdays.map(({ value, label }) => `<sp-checkbox class="day" id="${value}">${label}</sp-checkbox>`).join("")}</fieldset>
  <sp-field-label for="visitors">Number of visitors</sp-field-label><sp-number-field id="visitors" value="1" min="1" max="20"></sp-number-field>
  <sp-slider id="hours" label="Hours per week" min="0" max="40" value="4"></sp-slider>
  <p><sp-switch id="news" checked>Send me the newsletter</sp-switch></p>
  <p><sp-checkbox id="terms">I accept the terms of use *</sp-checkbox></p>
  <sp-button type="submit">Send</sp-button></sp-theme>`);
form.querySelector("p > button").remove();
const get = (id) => document.getElementById(id);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit({
    title: get("title").value, name: get("name").value, email: get("email").value,
    country: countries.find((each) => each.label === get("country").value)?.value ?? get("country").value,
    contact: get("contact").selected, days: [...form.querySelectorAll(".day")].filter((each) => each.checked).map((each) => each.id),
    visitors: get("visitors").value, hours: get("hours").value, news: get("news").checked, terms: get("terms").checked,
  });
});
