// The last step: what was said, and the one request.
import { form } from "./wizard.js";

export function draw(root, kept) {
  root.innerHTML = form("Check your answers", "<dl></dl>", "Send request");
  for (const [name, value] of Object.entries(kept)) {
    root.querySelector("dl").append(Object.assign(document.createElement("dt"), { textContent: name }),
      Object.assign(document.createElement("dd"), { textContent: value }));
  }
  root.querySelector("form").onsubmit = async (event) => {
    event.preventDefault();
    const answer = await fetch("/api/send", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(kept) });
    const { reference } = await answer.json();
    root.innerHTML = `<main><h1>Thank you</h1><p>Your request has been received. Your reference is ${reference}.</p></main>`;
  };
}
