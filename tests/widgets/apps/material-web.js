// Material Web: text fields, select, radios, checkboxes, switch and slider in shadow roots.
import "@material/web/button/filled-button.js";
import "@material/web/checkbox/checkbox.js";
import "@material/web/radio/radio.js";
import "@material/web/select/outlined-select.js";
import "@material/web/select/select-option.js";
import "@material/web/slider/slider.js";
import "@material/web/switch/switch.js";
import "@material/web/textfield/outlined-text-field.js";
import { contacts, countries, plain, read, submit, titles, weekdays } from "./shared.js";

const options = (list) => `<md-select-option></md-select-option>` + list.map(({ value, label }) =>
  `<md-select-option value="${value}"><div slot="headline">${label}</div></md-select-option>`).join("");
const form = plain("Become a volunteer", `
  <div><md-outlined-select name="title" label="Title" required>${options(titles)}</md-outlined-select></div>
  <p><md-outlined-text-field name="name" label="Full name" required></md-outlined-text-field></p>
  <p><md-outlined-text-field name="email" label="Email address" type="email" required></md-outlined-text-field></p>
  <div><md-outlined-select name="country" label="Country" required>${options(countries)}</md-outlined-select></div>
  <div role="radiogroup" aria-labelledby="contact-label"><p id="contact-label">How should we contact you? *</p>
    ${contacts.map(({ value, label }) => `<p><md-radio id="${value}" name="contact" value="${value}"></md-radio><label for="${value}">${label}</label></p>`).join("")}</div>
  <fieldset><legend>Which days suit you? *</legend>
    ${weekdays.map(({ value, label }) => `<p><label><md-checkbox name="days" value="${value}"></md-checkbox> ${label}</label></p>`).join("")}</fieldset>
  <p id="hours-label">Hours per week</p><md-slider name="hours" aria-label="Hours per week" labeled min="0" max="40" value="4"></md-slider>
  <p><md-outlined-text-field name="message" label="Your message" type="textarea" rows="3" required></md-outlined-text-field></p>
  <p><label>Send me the newsletter <md-switch name="news" aria-label="Send me the newsletter" selected></md-switch></label></p>
  <p><label><md-checkbox name="terms" required></md-checkbox> I accept the terms of use *</label></p>`);
form.querySelector("button").outerHTML = "<md-filled-button>Send</md-filled-button>";
form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit({ ...read(form, "days"), news: form.querySelector("md-switch").selected, terms: form.querySelector('[name="terms"]').checked });
});
