// The second step.
import { filled, form } from "./wizard.js";

export function draw(root, kept, next) {
  root.innerHTML = form("How can we reach you?", `<label for="email">Email address</label>
    <input id="email" name="email" type="email" required><label for="postcode">Postcode</label>
    <input id="postcode" name="postcode" required>`, "Continue");
  filled(root, kept, next);
}
