// Lit: the whole form stands in the shadow root of a custom element.
import { LitElement, html } from "lit";
import { send, thanks } from "./shared.js";

class MeterForm extends LitElement {
  static properties = { said: { state: true } };

  async submit(event) {
    event.preventDefault();
    this.said = thanks(await send(Object.fromEntries(new FormData(event.target))));
  }

  render() {
    if (this.said) return html`<main><h1>Thank you</h1><p>${this.said}</p></main>`;
    return html`<main><h1>Send us a photo permit request</h1>
      <form @submit=${this.submit}>
        <p><label for="name">Full name</label><input id="name" name="name" required></p>
        <p><label for="email">Email address</label><input id="email" name="email" type="email" required></p>
        <p><label for="place">Where will you take photos?</label><input id="place" name="place" required></p>
        <button>Send request</button>
      </form></main>`;
  }
}

customElements.define("meter-form", MeterForm);
document.getElementById("root").append(document.createElement("meter-form"));
