// Shoelace: form controls that are custom elements, with native inputs in their shadow roots.
import "@shoelace-style/shoelace/dist/components/button/button.js";
import "@shoelace-style/shoelace/dist/components/input/input.js";
import "@shoelace-style/shoelace/dist/components/textarea/textarea.js";
import { send, thanks } from "./shared.js";

const root = document.getElementById("root");
root.innerHTML = `<main><h1>Nominate a tree</h1><form>
  <sl-input name="name" label="Full name" required></sl-input>
  <sl-input name="email" label="Email address" type="email" required></sl-input>
  <sl-textarea name="why" label="Why this tree?" required></sl-textarea>
  <sl-button type="submit" variant="primary">Nominate</sl-button>
</form></main>`;
const form = root.querySelector("form");
Promise.all(["sl-input", "sl-textarea", "sl-button"].map((each) => customElements.whenDefined(each))).then(() => {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = thanks(await send(Object.fromEntries(new FormData(form))));
    root.innerHTML = "<main><h1>Thank you</h1><p></p></main>";
    root.querySelector("p").textContent = said;
  });
});
