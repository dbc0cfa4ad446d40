// Quill: rich text in an editable region.
import Quill from "quill";
import "quill/dist/quill.snow.css";
import { person, plain, sends } from "./shared.js";

const form = plain("Make a suggestion", `${person}<p id="message-label">Your message *</p>
  <div id="message" style="height:160px"></div>`);
const editor = new Quill("#message", { theme: "snow", placeholder: "Write to us…" });
editor.root.setAttribute("aria-labelledby", "message-label");
sends(form, () => ({ message: editor.getSemanticHTML() }));
