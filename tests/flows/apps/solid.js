// Solid with its tagged templates: signals, native controls.
import { createSignal } from "solid-js";
import html from "solid-js/html";
import { render } from "solid-js/web";
import { send, thanks } from "./shared.js";

function App() {
  const [said, setSaid] = createSignal("");
  const submit = async (event) => {
    event.preventDefault();
    setSaid(thanks(await send(Object.fromEntries(new FormData(event.target)))));
  };
  return html`<main>${() => said()
    ? html`<h1>Thank you</h1><p>${said}</p>`
    : html`<h1>Reserve an allotment</h1>
      <form onSubmit=${submit}>
        <label>First name <input name="first" required /></label>
        <label>Last name <input name="last" required /></label>
        <label>Email <input name="email" type="email" required /></label>
        <label>Postcode <input name="postcode" required /></label>
        <button>Join the waiting list</button>
      </form>`}</main>`;
}

render(App, document.getElementById("root"));
