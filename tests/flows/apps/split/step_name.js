// The first step.
import { filled, form } from "./wizard.js";

export function draw(root, kept, next) {
  root.innerHTML = form("Request a visit", '<label for="name">Full name</label><input id="name" name="name" required>', "Continue");
  filled(root, kept, next);
}
