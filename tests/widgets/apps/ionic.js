// Ionic: input, select in a popover, radio group, checkboxes, toggle, range and datetime.
import "@ionic/core/css/core.css";
import "@ionic/core/css/normalize.css";
import "@ionic/core/css/structure.css";
import { defineCustomElement as app } from "@ionic/core/components/ion-app.js";
import { defineCustomElement as button } from "@ionic/core/components/ion-button.js";
import { defineCustomElement as checkbox } from "@ionic/core/components/ion-checkbox.js";
import { initialize } from "@ionic/core/components";
import { defineCustomElement as input } from "@ionic/core/components/ion-input.js";
import { defineCustomElement as popover } from "@ionic/core/components/ion-popover.js";
import { defineCustomElement as radio } from "@ionic/core/components/ion-radio.js";
import { defineCustomElement as radios } from "@ionic/core/components/ion-radio-group.js";
import { defineCustomElement as range } from "@ionic/core/components/ion-range.js";
import { defineCustomElement as select } from "@ionic/core/components/ion-select.js";
import { defineCustomElement as option } from "@ionic/core/components/ion-select-option.js";
import { defineCustomElement as toggle } from "@ionic/core/components/ion-toggle.js";
import { contacts, languages, plain, submit, titles, weekdays } from "./shared.js";

initialize();
for (const define of [app, button, checkbox, input, popover, radio, radios, range, select, option, toggle]) define();
const options = (list) => list.map(({ value, label }) => `<ion-select-option value="${value}">${label}</ion-select-option>`).join("");
const form = plain("Become a volunteer", `
  <ion-select id="title" label="Title *" label-placement="stacked" interface="popover" placeholder="Choose one">${options(titles)}</ion-select>
  <ion-input id="name" label="Full name *" label-placement="stacked" required></ion-input>
  <ion-input id="email" label="Email address *" label-placement="stacked" type="email" required></ion-input>
  <ion-input id="birthday" label="Date of birth *" label-placement="stacked" type="date" required></ion-input>
  <ion-select id="languages" label="Languages you speak *" label-placement="stacked" interface="popover" multiple>${options(languages)}</ion-select>
  <ion-radio-group id="contact" aria-labelledby="contact-label"><p id="contact-label">How should we contact you? *</p>
    ${contacts.map(({ value, label }) => `<ion-radio value="${value}">${label}</ion-radio><br>`).join("")}</ion-radio-group>
  <fieldset><legend>Which days suit you? *</legend>${weekdays.map(({ value, label }) => `<ion-checkbox class="day" id="${value}">${label}</ion-checkbox><br>`).join("")}</fieldset>
  <ion-range id="hours" label="Hours per week" min="0" max="40" value="4" style="width:300px"></ion-range>
  <p><ion-toggle id="news" checked>Send me the newsletter</ion-toggle></p>
  <p><ion-checkbox id="terms">I accept the terms of use *</ion-checkbox></p>`);
document.body.style.cssText = "position: static; overflow: auto; max-height: none";
form.querySelector("p > button").outerHTML = '<ion-button type="submit">Send</ion-button>';
const get = (id) => document.getElementById(id);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const values = Object.fromEntries(["title", "name", "email", "birthday", "languages", "contact", "hours"].map((id) => [id, get(id).value]));
  submit({ ...values, days: [...form.querySelectorAll(".day")].filter((each) => each.checked).map((each) => each.id), news: get("news").checked, terms: get("terms").checked });
});
