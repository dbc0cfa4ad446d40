// Shoelace: input, select, multiple select, radio group, checkboxes, switch, range and textarea in shadow roots.
import "@shoelace-style/shoelace/dist/themes/light.css";
import "@shoelace-style/shoelace/dist/components/button/button.js";
import "@shoelace-style/shoelace/dist/components/checkbox/checkbox.js";
import "@shoelace-style/shoelace/dist/components/input/input.js";
import "@shoelace-style/shoelace/dist/components/option/option.js";
import "@shoelace-style/shoelace/dist/components/radio/radio.js";
import "@shoelace-style/shoelace/dist/components/radio-group/radio-group.js";
import "@shoelace-style/shoelace/dist/components/range/range.js";
import "@shoelace-style/shoelace/dist/components/select/select.js";
import "@shoelace-style/shoelace/dist/components/switch/switch.js";
import "@shoelace-style/shoelace/dist/components/textarea/textarea.js";
import { contacts, countries, languages, plain, read, submit, titles, weekdays } from "./shared.js";

const each = (tag, list) => list.map(({ value, label }) => `<${tag} value="${value}">${label}</${tag}>`).join("");
const form = plain("Become a volunteer", `
  <sl-select name="title" label="Title" required>${each("sl-option", titles)}</sl-select>
  <sl-input name="name" label="Full name" required></sl-input>
  <sl-input name="email" label="Email address" type="email" required></sl-input>
  <sl-input name="birthday" label="Date of birth" type="date" required></sl-input>
  <sl-select name="country" label="Country" required>${each("sl-option", countries)}</sl-select>
  <sl-select name="languages" label="Languages you speak" multiple required>${each("sl-option", languages)}</sl-select>
  <sl-radio-group name="contact" label="How should we contact you?" required>${each("sl-radio", contacts)}</sl-radio-group>
  <fieldset><legend>Which days suit you? *</legend>
    ${weekdays.map(({ value, label }) => `<sl-checkbox name="days" value="${value}">${label}</sl-checkbox>`).join("")}</fieldset>
  <sl-input name="visitors" label="Number of visitors" type="number" min="1" max="20" value="1"></sl-input>
  <sl-range name="hours" label="Hours per week" min="0" max="40" value="4"></sl-range>
  <sl-textarea name="message" label="Your message" required></sl-textarea>
  <sl-switch name="news" checked>Send me the newsletter</sl-switch><br>
  <sl-checkbox name="terms" required>I accept the terms of use</sl-checkbox>`);
form.querySelector("button").outerHTML = '<sl-button type="submit" variant="primary">Send</sl-button>';
form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit({ ...read(form, "languages", "days"), news: form.querySelector("sl-switch").checked, terms: form.querySelector('[name="terms"]').checked });
});
